import Cleaning
import EvaluationData
import Loading
import TextCoding

/// Reads a pipeline's files into a `PipelineSpec` and collects what is wrong with the names in them.
struct SpecReader {
  var document: SpecDocument
  /// Gives the text of a file beside the pipeline file; nil when it is not there.
  let rulesText: (_ file: String) -> String?
  /// The folder of the pipeline, as messages show it.
  let folder: String
  var errors: [SpecError] = []
  /// The columns that the file names of the source at hand fill.
  private var captured: Set<String> = []
  /// The rules files that were read, by name.
  private var rules: [String: RulesFile] = [:]
  var spec = PipelineSpec()
  /// For each source of filled coding sheets the source that was coded.
  var sheets: [String: String] = [:]
  /// The rules that table schemas give, by source.
  var tableSchemaRules: [String: [SpecNode]] = [:]
  /// The rows of the CSV files beside the pipeline file that are looked in, by name.
  var lookupRows: [String: SourceTable] = [:]

  init(document: SpecDocument, folder: String, rulesText: @escaping (_ file: String) -> String?) {
    self.document = document
    self.folder = folder
    self.rulesText = rulesText
  }

  mutating func read() throws(InvalidSpec) -> PipelineSpec {
    let root = document.root
    spec.title = root.text("title") ?? ""
    if let period = root["period"], let start = period.text("start"), let end = period.text("end") {
      spec.start = CalendarDate(iso: start) ?? spec.start
      spec.end = CalendarDate(iso: end) ?? spec.end
      if spec.end < spec.start { add("the period ends before it starts", at: period) }
    }
    spec.dataRoot = root.text("data_root")
    spec.dataHint = root.text("data_hint")
    spec.stopAbove = root["clean"]?.number("stop_above")
    spec.suppressBelow = root["disclosure"]?.integer("suppress_below") ?? spec.suppressBelow
    spec.seed = root.integer("seed").map { UInt64($0) } ?? spec.seed
    if let reports = root["reports"] {
      spec.organisation = reports.text("organisation")
      spec.contact = reports.text("contact")
      spec.notice = reports.text("notice")
      spec.limitations = reports["limitations"]?.items.map(\.text) ?? []
    }
    try readSources()
    if errors.isEmpty { readDerived() }
    try readCoding()
    guard errors.isEmpty else { throw InvalidSpec(errors: errors) }
    readChecks()
    readMeasures()
    readQuotes()
    readFramework()
    guard errors.isEmpty else { throw InvalidSpec(errors: errors) }
    return spec
  }

  mutating func add(_ message: String, at node: SpecNode, offset: Int? = nil) {
    errors.append(document.error(message, at: node, offset: offset))
  }

  /// Says that a name is not known, and which one may have been meant.
  mutating func refuse(_ node: SpecNode, _ what: String, known: [String]) {
    let hint =
      nearestName(to: node.text, among: known).map { "did you mean '\($0)'?" }
      ?? (known.isEmpty ? "there is none" : "known: \(known.joined(separator: ", "))")
    add("there is no \(what) '\(node.text)'; \(hint)", at: node)
  }

  // MARK: Sources and their columns

  private mutating func readSources() throws(InvalidSpec) {
    let sources = document.root["sources"]?.entries ?? []
    let names = sources.map(\.key.text)
    for (key, _) in document.root["schema"]?.entries ?? [] where !names.contains(key.text) {
      refuse(key, "source", known: names)
    }
    let schemas = try describedSchemas(of: names)
    let keys = document.root["clean"]?["one_row_per"]?.entries ?? []
    for (key, _) in keys where !names.contains(key.text) {
      refuse(key, "source", known: names)
    }
    for (key, node) in sources {
      if let sheet = node["sheet_of"] {
        try readSheet(source(key, node), node, of: sheet, schemas)
        continue
      }
      guard let schema = schemas.first(where: { $0.source == key.text }) else {
        add("the source '\(key.text)' has no block under 'schema'", at: key)
        continue
      }
      let keyColumns = keys.first { $0.key.text == key.text }?.value ?? schema.key
      try readSource(source(key, node), node, schema.node, keyColumns: keyColumns)
    }
    checkReferences(schemas)
  }

  private func source(_ key: SpecNode, _ node: SpecNode) -> Named {
    Named(key.text, label: node.text("title") ?? key.text)
  }

  mutating func readSource(
    _ source: Named, _ node: SpecNode, _ schema: SpecNode, keyColumns: SpecNode?
  ) throws(InvalidSpec) {
    var columns: [ColumnSchema] = []
    var requested: [RequestedColumn] = []
    var references: [Reference] = []
    let patterns = filePatterns(node["files"], columns: schema["columns"])
    captured = Set(patterns.flatMap(\.captures).map(\.name))
    let ownWords = ownWordsColumns(schema["columns"])
    for (key, column) in schema["columns"]?.entries ?? [] where !ownWords.contains(key.text) {
      guard let read = try readColumns(key, column, in: schema["columns"]),
        let meaning = read.schemas.first
      else { continue }
      for heading in read.requested.filter({ $0.valueOfFile == nil }).flatMap(\.headers)
      where requested.contains(where: { $0.valueOfFile == nil && $0.headers.contains(heading) }) {
        add("the heading '\(heading)' belongs to another column already", at: key)
      }
      columns += read.schemas
      requested += read.requested
      if let target = column.text("refers_to") {
        let parts = target.split(separator: ".", maxSplits: 1).map(String.init)
        references.append(
          Reference(
            source: source.name, column: key.text, target: parts.first ?? "",
            targetColumn: parts.count > 1 ? parts[1] : "", header: meaning.header))
      }
    }
    let names = columns.map(\.name.name)
    let keyNodes = keyColumns?.items ?? []
    for item in keyNodes where !names.contains(item.text) {
      refuse(item, "column", known: names)
    }
    var roles: [PipelineSpec.Role: String] = [:]
    for role in PipelineSpec.Role.allCases {
      guard let item = schema[role.rawValue] else { continue }
      roles[role] = item.text
      let known = names + addedNames(of: source.name)
      if !known.contains(item.text) { refuse(item, "column", known: known) }
    }
    spec.sources.append(
      PipelineSpec.Source(
        name: source, patterns: patterns,
        request: LoadRequest(
          source: source.name, columns: requested, delimiter: delimiter(node),
          quote: quote(node), encoding: node.text("encoding").flatMap(TextEncoding.init(rawValue:)),
          preset: preset(node), isCodingSheet: node["sheet_of"] != nil),
        schema: SourceSchema(
          source: source, columns: columns, key: keyNodes.map(\.text), periodEnd: spec.end),
        roles: roles, references: references))
  }

  private func delimiter(_ node: SpecNode) -> UInt8? {
    switch node.text("delimiter") {
    case "comma": 0x2C
    case "semicolon": 0x3B
    case "tab": 0x09
    case "pipe": 0x7C
    default: nil
    }
  }

  private func preset(_ node: SpecNode) -> StatedPreset {
    guard let word = node.text("preset") else { return .notStated }
    return SurveyTool(rawValue: word).map { .tool($0) } ?? .noTool
  }

  private func quote(_ node: SpecNode) -> UInt8? {
    switch node.text("quote") {
    case "double": 0x22
    case "single": 0x27
    default: nil
    }
  }

  private mutating func checkReferences(_ schemas: [DescribedSchema]) {
    for schema in schemas {
      for (_, column) in schema.node["columns"]?.entries ?? [] {
        guard let node = column["refers_to"],
          let reference = spec.source(schema.source)?.references.first(where: {
            "\($0.target).\($0.targetColumn)" == node.text
          })
        else { continue }
        guard let target = spec.source(reference.target) else {
          refuse(node, "column", known: spec.sources.map { "\($0.name.name).…" })
          continue
        }
        let names = target.schema.columns.map(\.name.name)
        if !names.contains(reference.targetColumn) {
          refuse(node, "column", known: names.map { "\(target.name.name).\($0)" })
        }
      }
    }
  }

  private mutating func readColumns(
    _ key: SpecNode, _ node: SpecNode, in columns: SpecNode?
  ) throws(InvalidSpec) -> SpecColumns? {
    guard let type = node.text("type") else {
      add("'\(key.text)' lacks the key 'type': what its cells hold", at: node)
      return nil
    }
    let allowed = SpecReader.keysOfType[type] ?? []
    for (word, _) in node.entries
    where !SpecReader.keysOfEveryType.contains(word.text) && !allowed.contains(word.text) {
      add("'\(word.text)' means nothing for a column of type \(type)", at: word)
    }
    if type == "multi-select" { return try multiSelect(key, node, in: columns) }
    guard let kind = try columnKind(key, node, type: type) else { return nil }
    let headers = node["header"]?.items.map(\.text) ?? [key.text]
    let schema = ColumnSchema(
      name: Named(key.text, label: node.text("label") ?? headers.first ?? key.text),
      header: headers.first ?? key.text, kind: kind, isRequired: node.truth("required"),
      missingTexts: missingTexts(node), emptyReason: emptyReason(node))
    return SpecColumns(
      schemas: [schema],
      requested: [
        RequestedColumn(
          name: key.text, headers: headers, isOptional: node.truth("optional"),
          isMostlyUnique: kind == .text || kind == .id, valueOfFile: valueOfFile(key, node),
          answers: answerForm(of: kind))
      ])
  }

  /// The texts that stand for no answer; the usual ones count everywhere but in free text.
  func missingTexts(_ node: SpecNode) -> [String: MissingReason] {
    var missing = node.text("type") == "text" ? [:] : ColumnSchema.usualMissingTexts
    for (text, reason) in node["missing"]?.entries ?? [] {
      missing[foldedLevel(text.text)] = MissingReason(rawValue: reason.text)
    }
    return missing
  }

  func emptyReason(_ node: SpecNode) -> MissingReason {
    node.text("empty").flatMap(MissingReason.init(rawValue:)) ?? .skipped
  }

  /// What a column of this kind holds, as far as a changed heading can be told by it.
  private func answerForm(of kind: ColumnSchema.Kind) -> AnswerForm? {
    switch kind {
    case .category(let levels, let also): .oneOf(levels.map(\.label) + also.keys.sorted())
    case .boolean(let recodes): .oneOf(["Yes", "No"] + recodes.keys.sorted())
    case .number: .number
    case .date: .date
    default: nil
    }
  }

  private mutating func columnKind(
    _ key: SpecNode, _ node: SpecNode, type: String
  ) throws(InvalidSpec) -> ColumnSchema.Kind? {
    switch type {
    case "text": return .text
    case "id": return .id
    case "integer", "number":
      return .number(
        isWhole: type == "integer", minimum: node.number("minimum"),
        maximum: node.number("maximum"),
        decimal: node.text("decimal").flatMap(DecimalMark.init(rawValue:)))
    case "date": return .date(node.text("dates").flatMap(DateOrder.init(rawValue:)))
    case "boolean": return .boolean(recodes: recodes(node["also"]))
    case "postcode": return .postcode(allowsOutward: node.truth("outward"))
    case "nhs-number": return .nhsNumber
    case "local-authority": return .localAuthority
    default:
      if let file = node["levels_from"], node["levels"] == nil {
        let codes = try frame(file)?.codes.map(\.name)
        return codes.map { category(levels: $0, also: node["also"]) }
      }
      guard let levels = node["levels"] else {
        add("a category needs 'levels'", at: key)
        return nil
      }
      for (_, level) in node["from_file"]?.entries ?? []
      where !levels.entries.contains(where: { $0.key.text == level.text }) {
        refuse(level, "level", known: levels.entries.map(\.key.text))
      }
      return category(levels: named(levels), also: node["also"])
    }
  }

  private mutating func recodes(_ node: SpecNode?) -> [String: Bool] {
    var recodes: [String: Bool] = [:]
    for (spelling, level) in node?.entries ?? [] {
      guard ["yes", "no"].contains(level.text) else {
        refuse(level, "level", known: ["yes", "no"])
        continue
      }
      recodes[spelling.text] = level.text == "yes"
    }
    return recodes
  }

  /// What the files tell about all their rows; a column of `files:` is filled when they are there.
  private func valueOfFile(_ key: SpecNode, _ node: SpecNode) -> [String: String]? {
    if captured.contains(key.text) { return [:] }
    return node["from_file"].map { files in
      Dictionary(
        files.entries.map { ($0.key.text, $0.value.text) }, uniquingKeysWith: { first, _ in first })
    }
  }

  private static let keysOfEveryType: Set<String> = [
    "header", "label", "type", "required", "optional", "missing", "empty",
  ]

  private static let keysOfType: [String: Set<String>] = [
    "id": ["refers_to"], "category": ["levels", "levels_from", "also", "from_file"],
    "integer": ["minimum", "maximum", "decimal"],
    "number": ["minimum", "maximum", "decimal"], "date": ["dates"], "boolean": ["also"],
    "postcode": ["outward"],
    "multi-select": ["separator", "choices", "choices_from", "one_hot", "other", "other_text"],
  ]

  private func named(_ node: SpecNode) -> [Named] {
    node.entries.map { Named($0.key.text, label: $0.value.text) }
  }

  private mutating func category(levels: [Named], also: SpecNode?) -> ColumnSchema.Kind {
    var spellings: [String: String] = [:]
    for (spelling, level) in also?.entries ?? [] {
      spellings[spelling.text] = level.text
      if !levels.contains(where: { $0.name == level.text }) {
        refuse(level, "level", known: levels.map(\.name))
      }
    }
    return .category(levels: levels, also: spellings)
  }

  // MARK: Tagging rules

  mutating func frame(_ file: SpecNode) throws(InvalidSpec) -> CodeFrame? {
    if let known = rules[file.text] { return known.frame }
    guard let text = rulesText(file.text) else {
      add("there is no file '\(file.text)' in \(folder)", at: file)
      return nil
    }
    let rules = try RulesFile(file: "\(folder)/\(file.text)", text: text)
    let failures = try rules.failedExamples()
    guard failures.isEmpty else { throw InvalidSpec(errors: failures) }
    self.rules[file.text] = rules
    return rules.frame
  }

  private mutating func readCoding() throws(InvalidSpec) {
    for item in document.root["coding"]?.items ?? [] {
      guard let node = item["source"], let file = item["rules"] else { continue }
      guard let source = spec.source(node.text) else {
        refuse(node, "source", known: spec.sources.map(\.name.name))
        continue
      }
      guard let column = source.roles[.freeText] else {
        add("the source '\(node.text)' has no 'free_text' column under 'schema'", at: node)
        continue
      }
      guard let frame = try frame(file) else { continue }
      checkConditions(source, file: file.text)
      spec.coding.append(
        PipelineSpec.Coding(
          source: node.text, column: column, rulesFile: file.text, frame: frame))
    }
  }

  /// The columns and levels that rules name in `when` must be in the schema.
  private mutating func checkConditions(_ source: PipelineSpec.Source, file: String) {
    guard let document = rules[file]?.document else { return }
    var levels: [String: [String]] = [:]
    for column in source.columns where column.type == .category {
      levels[column.name.name] = column.levels.map(\.name)
    }
    for (column, wanted) in document.conditions {
      guard let known = levels[column.text] else {
        let error = document.error(
          "there is no category column '\(column.text)' in '\(source.name.name)'", at: column)
        if !errors.contains(error) { errors.append(error) }
        continue
      }
      for level in wanted.items where !known.contains(level.text) {
        let hint = nearestName(to: level.text, among: known).map { "; did you mean '\($0)'?" }
        errors.append(
          document.error(
            "there is no level '\(level.text)' in '\(column.text)'\(hint ?? "")", at: level))
      }
    }
  }
}
