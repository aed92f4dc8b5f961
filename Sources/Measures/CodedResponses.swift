import EvaluationData

/// The responses that people coded, found by their ids or by their rows.
struct CodedResponses {
  enum Place {
    case response(Int)
    /// It is there, and has nothing to code.
    case withoutText
    case unknown
  }

  private(set) var all = ResponseList()
  private var byID: [String: Int] = [:]
  private var byRow: [Int?] = []
  private var idsWithoutText: Set<String> = []
  /// Whether some rows of people's codes name their response.
  private let areFoundByID: Bool

  init(_ input: MeasureInput, _ spec: AgreementSpec) {
    areFoundByID = spec.coders.contains { $0.id != nil }
    if let rules = spec.rules {
      read(input.table(rules.source), rules, coded: input.codedText(rules))
    } else {
      for coding in spec.coders { read(input.table(coding.source), coding) }
    }
  }

  func place(
    of row: Int, _ coding: AgreementSpec.CodedByPeople, _ table: Table
  ) -> Place {
    guard let column = coding.id else {
      return byRow[row].map { .response($0) } ?? .withoutText
    }
    guard let id = table.text(column)?[row].value else { return .unknown }
    if let response = byID[id] { return .response(response) }
    return idsWithoutText.contains(id) ? .withoutText : .unknown
  }

  private mutating func read(
    _ table: Table, _ rules: AgreementSpec.CodedByRules, coded: CodedText?
  ) {
    let ids = rules.id.flatMap { table.text($0) }
    var rows: [Int32] = []
    rows.reserveCapacity(table.rowCount)
    byRow.reserveCapacity(table.rowCount)
    defer {
      all = ResponseList(rows: rows, of: table, ids: ids, texts: table.text(rules.text))
    }
    for row in 0..<table.rowCount {
      let hasText = !(coded?.codes.isMissing(row) ?? true)
      byRow.append(hasText ? rows.count : nil)
      if hasText { rows.append(Int32(row)) }
      guard areFoundByID else { continue }
      let address = table.addresses.address(of: row, column: nil)
      // Without an id it is nobody's but its own row's.
      guard let id = ids == nil ? "\(address.file):\(address.line)" : ids?[row].value else {
        continue
      }
      if !hasText {
        idsWithoutText.insert(id)
      } else if byID[id] == nil {
        byID[id] = rows.count - 1
      }
    }
  }

  private mutating func read(_ table: Table, _ coding: AgreementSpec.CodedByPeople) {
    let ids = coding.id.flatMap { table.text($0) }
    if ids == nil, !byRow.isEmpty { return }
    for row in 0..<table.rowCount {
      let address = table.addresses.address(of: row, column: nil)
      let id = ids == nil ? "\(address.file):\(address.line)" : ids?[row].value
      guard let id, byID[id] == nil else { continue }
      byID[id] = all.count
      byRow.append(all.count)
      all.append(PeoplesCodes.Response(id: id, address: address, row: nil, text: ""))
    }
  }
}

extension MeasureInput {
  /// The codes that people gave and the rules know, in the order of the first list of codes.
  func comparedCodes(_ spec: AgreementSpec) -> [Named] {
    var codes: [Named] = []
    for coding in spec.coders {
      let table = table(coding.source)
      let own: [Named] =
        switch coding.form {
        case .choices(let column): table.choices(column)?.choices ?? []
        case .long(let column): table.category(column)?.levels ?? []
        }
      codes += own.filter { code in !codes.contains { $0.name == code.name } }
    }
    guard let rules = spec.rules, let frame = codedText(rules)?.codes.choices else {
      return codes.filter { $0.name != AgreementSpec.noCode }
    }
    return codes.compactMap { code in frame.first { $0.name == code.name } }
  }

  func codedText(_ rules: AgreementSpec.CodedByRules) -> CodedText? {
    coded.first { $0.source == rules.source && $0.column == rules.text }
  }

  /// For each code the place of the code that it is a part of, by the frame that has them all.
  func parents(of codes: [Named]) -> [Int?] {
    let names = codes.map(\.name)
    let frame = coded.first { text in
      Set(text.codes.choices.map(\.name)).isSuperset(of: names)
    }
    guard let frame, !frame.parents.isEmpty else { return codes.map { _ in nil } }
    return names.map { name in
      frame.codes.index(of: name).flatMap { frame.parents[$0] }
        .flatMap { parent in names.firstIndex(of: frame.codes.choices[parent].name) }
    }
  }
}
