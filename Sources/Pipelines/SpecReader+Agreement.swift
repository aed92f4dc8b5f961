import Cleaning
import EvaluationData
import Measures
import TextCoding

extension SpecReader {
  mutating func agreement(_ node: SpecNode) -> AgreementSpec? {
    let minimumUses = node.integer("minimum_uses") ?? 25
    guard let coders = node["coders"] else {
      return twoCodings(node, minimumUses: minimumUses)
    }
    for key in ["first", "second"] {
      if let other = node[key] { add("'\(key)' does not go with 'coders'", at: other) }
    }
    var rules: AgreementSpec.CodedByRules?
    if node["rules"] != nil {
      guard let coded = codedByRules(node) else { return nil }
      rules = coded
    }
    let people = coders.items.compactMap { codedByPeople($0, rules) }
    guard people.count == coders.items.count else { return nil }
    if rules == nil, people.count == 1, people[0].coder == .one {
      add("one coder alone agrees with nobody; name another, or 'rules'", at: coders)
    }
    checkCodes(people, rules, at: coders)
    return AgreementSpec(rules: rules, coders: people, minimumUses: minimumUses)
  }

  // MARK: Rules and coders

  private mutating func codedByRules(_ node: SpecNode) -> AgreementSpec.CodedByRules? {
    guard let source = source(node, "rules"), let coding = coding(node, "rules") else { return nil }
    let stated = column(node["id"], .text, of: source)
    let key = source.schema.key
    let usual = key.count == 1 && source.textColumns.contains(key[0]) ? key[0] : nil
    return AgreementSpec.CodedByRules(
      source: coding.source, text: coding.column, id: stated ?? usual)
  }

  private mutating func codedByPeople(
    _ node: SpecNode, _ rules: AgreementSpec.CodedByRules?
  ) -> AgreementSpec.CodedByPeople? {
    guard let source = source(node, "people") else { return nil }
    let readsAll = node.text("without_row") == WithoutRow.noCode
    if let target = sheets[source.name.name] {
      return sheet(node, source, of: target, rules, readsAll: readsAll)
    }
    guard let name = node["column"] else {
      add("'people' needs the 'column' with the codes", at: node)
      return nil
    }
    guard let column = knownColumn(name, [.choices, .category], of: source) else { return nil }
    let id = self.column(node["id"], .text, of: source)
    if node["id"] == nil, source.name.name != (rules?.source ?? source.name.name) {
      add("codes in a source of their own need the 'id' of the responses", at: node)
      return nil
    }
    if id != nil, let rules, rules.id == nil {
      add(
        "'\(rules.source)' has no ids by which to find the responses; state 'id' beside 'rules'",
        at: node["id"] ?? node)
      return nil
    }
    var coder = AgreementSpec.CodedByPeople.Coder.one
    if let stated = node["coder"] {
      guard let column = coderColumn(stated, of: source) else { return nil }
      coder = .column(column)
    }
    return AgreementSpec.CodedByPeople(
      source: source.name.name,
      form: column.type == .choices ? .choices(column.name.name) : .long(column.name.name),
      coder: coder, id: id, idHeading: heading(of: id, source), readsAll: readsAll)
  }

  /// A category column, or one that the names of the files fill.
  ///
  /// Other texts may hold names of people, which no report may show.
  private mutating func coderColumn(_ node: SpecNode, of source: PipelineSpec.Source) -> String? {
    let captured = source.patterns.flatMap(\.captures).map(\.name)
    return knownColumn(
      node, captured.contains(node.text) ? [.category, .text] : [.category], of: source
    )?.name.name
  }

  private mutating func sheet(
    _ node: SpecNode, _ source: PipelineSpec.Source, of target: String,
    _ rules: AgreementSpec.CodedByRules?, readsAll: Bool
  ) -> AgreementSpec.CodedByPeople? {
    for key in ["column", "coder", "id"] {
      if let stated = node[key] { add("a sheet has its own '\(key)'; remove this", at: stated) }
    }
    guard let rules, rules.source == target else {
      add("these are sheets of '\(target)'; state 'rules: \(target)' beside 'coders'", at: node)
      return nil
    }
    let hasCoder = source.columns.contains { $0.name.name == SheetColumn.coder }
    return AgreementSpec.CodedByPeople(
      source: source.name.name, form: .choices(SheetColumn.codes),
      coder: hasCoder ? .column(SheetColumn.coder) : .file, id: SheetColumn.response,
      idHeading: heading(of: SheetColumn.response, source), text: SheetColumn.text,
      readsAll: readsAll)
  }

  private func heading(of column: String?, _ source: PipelineSpec.Source) -> String {
    source.columns.first { $0.name.name == column }?.header ?? ""
  }

  /// Says which codes of people no rule gives: they are compared with nothing.
  private mutating func checkCodes(
    _ people: [AgreementSpec.CodedByPeople], _ rules: AgreementSpec.CodedByRules?,
    at node: SpecNode
  ) {
    guard let rules,
      let frame = spec.coding.first(where: { $0.source == rules.source })?.frame
    else { return }
    let known = Set(frame.codes.map(\.name.name))
    for coding in people {
      let column = spec.source(coding.source)?.columns.first { $0.name.name == coding.column }
      let codes = (column?.levels ?? []).map(\.name).filter { $0 != AgreementSpec.noCode }
      if !codes.contains(where: known.contains) {
        add(
          "no code of '\(coding.source)' is a code of the rules of '\(rules.source)'", at: node)
      }
    }
  }

  // MARK: Two codings

  private mutating func twoCodings(_ node: SpecNode, minimumUses: Int) -> AgreementSpec? {
    guard let first = node["first"], let second = node["second"] else {
      add("an agreement needs 'coders', or 'first' and 'second'", at: node)
      return nil
    }
    guard let one = side(first), let other = side(second) else { return nil }
    if (one.id == nil) != (other.id == nil) || (one.id == nil && one.source != other.source) {
      add("codings of two sources need an 'id' on both sides", at: node)
      return nil
    }
    let sides = [one, other]
    let people = sides.compactMap(\.people)
    guard !people.isEmpty else {
      add("one of the two must be people's", at: node)
      return nil
    }
    return AgreementSpec(
      rules: sides.compactMap(\.rules).first, coders: people, minimumUses: minimumUses)
  }

  private struct Side {
    let source: String
    let id: String?
    var rules: AgreementSpec.CodedByRules?
    var people: AgreementSpec.CodedByPeople?
  }

  private mutating func side(_ node: SpecNode) -> Side? {
    if node["rules"] != nil {
      guard let source = source(node, "rules"), let coding = coding(node, "rules") else {
        return nil
      }
      let id = column(node["id"], .text, of: source)
      return Side(
        source: coding.source, id: id,
        rules: AgreementSpec.CodedByRules(source: coding.source, text: coding.column, id: id))
    }
    guard node["people"] != nil, node["column"] != nil else {
      add("a coding needs 'rules', or 'people' and 'column'", at: node)
      return nil
    }
    guard let source = source(node, "people"),
      let name = column(node["column"], .choices, of: source)
    else { return nil }
    let id = column(node["id"], .text, of: source)
    return Side(
      source: source.name.name, id: id,
      people: AgreementSpec.CodedByPeople(
        source: source.name.name, form: .choices(name), id: id,
        idHeading: heading(of: id, source)))
  }
}

extension PipelineSpec.Source {
  /// The columns that hold texts or ids.
  fileprivate var textColumns: [String] {
    columns.filter { $0.type == .text }.map(\.name.name)
  }
}
