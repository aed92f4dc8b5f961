import Cleaning
import EvaluationData

// The rules that the rows of a source should keep to.
extension SpecReader {
  mutating func readChecks() {
    let clean = document.root["clean"]
    var sources: [(source: PipelineSpec.Source, rules: [SpecNode])] = []
    for (key, rules) in clean?["validation"]?.entries ?? [] {
      guard let place = place(ofSource: key) else { continue }
      sources.append((spec.sources[place], rules.items))
    }
    for source in spec.sources {
      let rules = fittingTableSchemaRules(of: source)
      if rules.isEmpty { continue }
      if let place = sources.firstIndex(where: { $0.source.name == source.name }) {
        sources[place].rules += rules
      } else {
        sources.append((source, rules))
      }
    }
    for (source, rules) in sources {
      let read = rules.compactMap { rule($0, of: source) }
      spec.validation.append(
        SourceValidation(source: source.name.name, rules: read, files: source.files))
    }
    for (key, node) in clean?["survey_quality"]?.entries ?? [] {
      if let place = place(ofSource: key) { readSurveyQuality(node, place) }
    }
    for (key, node) in clean?["people"]?.entries ?? [] {
      if let place = place(ofSource: key) { readPeople(key, node, of: spec.sources[place]) }
    }
  }

  private static let ruleKinds: [(key: String, others: Set<String>)] = [
    ("column", testKeys), ("when", ["then"]), ("unique", []), ("order", ["same_day"]),
    ("rows", []), ("newest", ["within_days"]),
  ]

  private static let testKeys: Set<String> = [
    "from", "to", "one_of", "includes", "excludes", "form", "forms", "filled",
  ]

  private static let keysOfEveryRule: Set<String> = ["name", "note", "warn", "stop"]

  private mutating func rule(
    _ node: SpecNode, of source: PipelineSpec.Source
  ) -> ValidationRule? {
    let given = SpecReader.ruleKinds.filter { node[$0.key] != nil }
    guard let kind = given.first, given.count == 1 else {
      let keys = SpecReader.ruleKinds.map(\.key).joined(separator: ", ")
      add("a rule has one of the keys \(keys)", at: node)
      return nil
    }
    for (word, _) in node.entries
    where word.text != kind.key && !SpecReader.keysOfEveryRule.contains(word.text)
      && !kind.others.contains(word.text)
    {
      add("'\(word.text)' means nothing beside '\(kind.key)'", at: word)
    }
    guard let read = ruleKind(node, kind.key, of: source) else { return nil }
    let limits = ["note", "warn", "stop"].map { key in node[key].flatMap { limit($0) } }
    do throws(ValidationRuleError) {
      let thresholds = try ValidationThresholds(
        note: limits[0], warning: limits[1], stop: limits[2])
      return try ValidationRule(
        Named(kind.key, label: node.text("name") ?? read.words), read, thresholds: thresholds)
    } catch {
      add(error.description, at: node)
      return nil
    }
  }

  /// A count of rows such as `3`, or a share such as `5%`.
  private mutating func limit(_ node: SpecNode) -> ValidationThresholds.Limit? {
    if node.text.hasSuffix("%"), let percent = Double(node.text.dropLast()) {
      return .share(percent / 100)
    }
    if let count = Int(node.text) { return .count(count) }
    add("write a number of rows, such as 3, or a share of them, such as 5%", at: node)
    return nil
  }

  private mutating func ruleKind(
    _ node: SpecNode, _ key: String, of source: PipelineSpec.Source
  ) -> ValidationRule.Kind? {
    switch key {
    case "column": return clause(node, of: source).map { .cells($0.column, $0.test) }
    case "when":
      guard let then = node["then"] else {
        add("'when' needs 'then'", at: node)
        return nil
      }
      let when = node["when"]?.items ?? []
      let conditions = when.compactMap { clause($0, of: source) }
      guard let consequence = clause(then, of: source), conditions.count == when.count else {
        return nil
      }
      return .condition(when: conditions, then: consequence)
    case "unique":
      let columns = node["unique"]?.items.map { knownColumn($0, ColumnType.allCases, of: source) }
      guard let columns, !columns.contains(where: { $0 == nil }) else { return nil }
      return .unique(columns.compactMap { $0?.inRules })
    case "order": return dateOrder(node, of: source)
    case "rows": return rowCount(node["rows"])
    default:
      guard let date = knownColumn(node["newest"], [.date], of: source) else { return nil }
      guard let days = node.integer("within_days") else {
        add("'newest' needs 'within_days'", at: node)
        return nil
      }
      return .freshness(date.inRules, maximumAgeInDays: days)
    }
  }

  private mutating func dateOrder(
    _ node: SpecNode, of source: PipelineSpec.Source
  ) -> ValidationRule.Kind? {
    guard let items = node["order"]?.items, items.count == 2 else {
      if let order = node["order"] {
        add("'order' needs two columns, the earlier first", at: order)
      }
      return nil
    }
    guard let first = knownColumn(items[0], [.date], of: source),
      let second = knownColumn(items[1], [.date], of: source)
    else { return nil }
    return .dateOrder(
      first: first.inRules, second: second.inRules,
      allowsSameDay: node["same_day"] == nil || node.truth("same_day"))
  }

  private mutating func rowCount(_ node: SpecNode?) -> ValidationRule.Kind? {
    guard let node else { return nil }
    do throws(ValidationRuleError) {
      return .rowCount(
        try NumberRange(minimum: node.number("from"), maximum: node.number("to")))
    } catch {
      add(error.description, at: node)
      return nil
    }
  }

  // MARK: One cell

  /// A column and what its cell must be.
  mutating func clause(_ node: SpecNode, of source: PipelineSpec.Source) -> Clause? {
    guard let name = node["column"] else {
      add("say which 'column'", at: node)
      return nil
    }
    let tests = node.entries.map(\.key).filter { SpecReader.testKeys.contains($0.text) }
    let kinds = Set(tests.map { $0.text == "to" ? "from" : $0.text })
    guard let test = tests.first, kinds.count == 1 else {
      add(
        tests.isEmpty
          ? "say what must hold: from, to, one_of, includes, excludes, form, forms or filled"
          : "'\(tests.map(\.text).joined(separator: "' and '"))' need a rule each", at: node)
      return nil
    }
    switch test.text {
    case "from", "to": return range(node, name, of: source)
    case "one_of":
      return levelClause(name, node["one_of"], .category, of: source) { .levels($0) }
    case "includes":
      return levelClause(name, node["includes"], .choices, of: source) { .includes($0) }
    case "excludes":
      return levelClause(name, node["excludes"], .choices, of: source) { .excludes($0) }
    case "form":
      return formClause(name, node["form"].map { [$0] }, at: test, of: source)
    case "forms": return formClause(name, node["forms"]?.items, at: test, of: source)
    default:
      return knownColumn(name, ColumnType.allCases, of: source).map {
        Clause($0.inRules, node.truth("filled") ? .present : .absent)
      }
    }
  }

  private mutating func levelClause(
    _ name: SpecNode, _ node: SpecNode?, _ type: ColumnType, of source: PipelineSpec.Source,
    _ test: ([Named]) -> CellTest
  ) -> Clause? {
    guard let node, let column = knownColumn(name, [type], of: source) else { return nil }
    return Clause(column.inRules, test(levels(node, of: column)))
  }

  private mutating func range(
    _ node: SpecNode, _ name: SpecNode, of source: PipelineSpec.Source
  ) -> Clause? {
    guard let column = knownColumn(name, [.number, .date], of: source) else { return nil }
    do throws(ValidationRuleError) {
      if column.type == .number {
        let range = try NumberRange(
          minimum: node["from"].flatMap { number($0, of: column) },
          maximum: node["to"].flatMap { number($0, of: column) })
        return Clause(column.inRules, .numbers(range))
      }
      let range = try DateRange(
        earliest: node["from"].flatMap { day($0, of: column) },
        latest: node["to"].flatMap { day($0, of: column) })
      return Clause(column.inRules, .dates(range))
    } catch {
      // A bound that could not be read was told already.
      if error != .noBounds { add(error.description, at: node) }
      return nil
    }
  }

  private mutating func number(
    _ node: SpecNode, of column: PipelineSpec.KnownColumn
  ) -> Double? {
    if let number = Double(node.text), number.isFinite { return number }
    add("'\(column.name.name)' holds numbers: write a number", at: node)
    return nil
  }

  private mutating func day(
    _ node: SpecNode, of column: PipelineSpec.KnownColumn
  ) -> DateRange.Bound? {
    if node.text == "as-of" { return .asOf }
    if let day = CalendarDate(iso: node.text) { return .day(day) }
    add("'\(column.name.name)' holds dates: write one such as 2024-03-31, or as-of", at: node)
    return nil
  }

  // MARK: Forms of texts

  private mutating func formClause(
    _ name: SpecNode, _ forms: [SpecNode]?, at place: SpecNode, of source: PipelineSpec.Source
  ) -> Clause? {
    guard let forms, let column = knownColumn(name, [.text], of: source) else { return nil }
    let before = errors.count
    let alternatives = forms.map { form in form.items.compactMap { part($0) } }
    guard errors.count == before else { return nil }
    do throws(ValidationRuleError) {
      return Clause(column.inRules, .form(try TextForm(alternatives: alternatives)))
    } catch {
      add(error.description, at: place)
      return nil
    }
  }

  private mutating func part(_ node: SpecNode) -> TextForm.Part? {
    guard let (key, value) = node.entries.first, node.entries.count == 1 else {
      add("each part of a form has one key, such as digits: 4", at: node)
      return nil
    }
    if key.text == "text" { return .literal(value.text) }
    let letters: TextForm.Letters =
      switch key.text {
      case "digits": .digits
      case "letters": .letters
      case "capitals": .capitals
      case "letters_or_digits": .lettersOrDigits
      default: .any
      }
    guard let (atLeast, atMost) = length(value.text) else {
      add("write how many: 4, 1 to 3, or 2 or more", at: value)
      return nil
    }
    return .run(letters, atLeast: atLeast, atMost: atMost)
  }

  /// Reads `4`, `1 to 3` and `2 or more`.
  private func length(_ text: String) -> (atLeast: Int, atMost: Int?)? {
    let words = text.split(separator: " ").map(String.init)
    guard let low = words.first.flatMap({ Int($0) }) else { return nil }
    if words.count == 1 { return (low, low) }
    guard words.count == 3 else { return nil }
    if words[1] == "or", words[2] == "more" { return (low, nil) }
    guard words[1] == "to", let high = Int(words[2]) else { return nil }
    return (low, high)
  }
}
