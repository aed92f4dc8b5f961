import EvaluationData

/// Brings together what people gave and the responses that they gave it to.
struct PeoplesCodesReader {
  private let input: MeasureInput
  private let spec: AgreementSpec
  private let codes: [Named]
  private var responses: CodedResponses
  private var coders: [Named] = []
  private var given: [[PeoplesCodes.Given?]] = []
  private var firstFiles: [String] = []
  /// The coder of the rows at hand, where the column is one coder's.
  private var oneCoder: (coding: AgreementSpec.CodedByPeople, coder: Int)?
  private var rowCount = 0
  private var matchedRowCount = 0
  private(set) var problems: [Problem] = []

  init(_ input: MeasureInput, _ spec: AgreementSpec) {
    self.input = input
    self.spec = spec
    codes = input.comparedCodes(spec)
    responses = CodedResponses(input, spec)
  }

  mutating func read() -> PeoplesCodes {
    for coding in spec.coders {
      let table = input.table(coding.source)
      switch coding.form {
      case .choices(let column):
        if let choices = table.choices(column) { readChoices(choices, coding, table) }
      case .long(let column):
        if let category = table.category(column) { readLong(category, coding, table) }
      }
    }
    reportPartlyCoded()
    return PeoplesCodes(
      source: input.table(spec.rules?.source ?? spec.coders[0].source).name, codes: codes,
      parents: input.parents(of: codes), coders: coders, responses: responses.all, given: given,
      rowCount: rowCount, matchedRowCount: matchedRowCount,
      ids: spec.coders.filter { $0.id != nil }.map { coding in
        let file = input.table(coding.source).addresses.files.first?.file ?? coding.source
        return CellAddress(file: file, line: 0, column: coding.idHeading)
      })
  }

  // MARK: Forms

  private mutating func readChoices(
    _ choices: ChoiceColumn, _ coding: AgreementSpec.CodedByPeople, _ table: Table
  ) {
    let places = choices.choices.map { choice in codes.firstIndex { $0.name == choice.name } }
    let none = choices.index(of: AgreementSpec.noCode).flatMap { places[$0] == nil ? $0 : nil }
    reportAbsentCodes(choices, table)
    var lines = RowLines()
    // By coder and response the first row; -1 where there is none.
    var firstRows: [[Int32]] = []
    for row in 0..<table.rowCount {
      guard let (coder, response) = place(of: row, coding, table, &lines) else { continue }
      let notOffered = choices.notOffered.first { $0.rows.contains(row) }?.choices ?? []
      var saysNone = false
      var codes = CodeSet()
      choices.forEachChoice(of: row) { choice in
        if choice == none { saysNone = true }
        if let place = places[choice] { codes.insert(place) }
      }
      switch choices.missingReason(row) {
      case nil where saysNone && !codes.isEmpty:
        lines.add(.both, row)
        continue
      case .skipped where none.map { !notOffered.contains($0) } ?? false:
        lines.add(.blank, row)
        continue
      case nil, .skipped, .notApplicable: break
      default: continue
      }
      let own = PeoplesCodes.Given(
        codes: codes, notOffered: CodeSet(notOffered.compactMap { places[$0] }))
      while firstRows.count <= coder {
        firstRows.append([Int32](repeating: -1, count: responses.all.count))
      }
      let first = Int(firstRows[coder][response])
      if first >= 0 {
        reportRepeat(row, first, isSame: given[coder][response] == own, coding, table)
      } else if given[coder][response] == nil {
        firstRows[coder][response] = Int32(row)
        given[coder][response] = own
      }
    }
    report(lines, coding, table)
    fillUnlisted(coding, table)
  }

  private mutating func readLong(
    _ category: CategoryColumn, _ coding: AgreementSpec.CodedByPeople, _ table: Table
  ) {
    let places = category.levels.map { level in codes.firstIndex { $0.name == level.name } }
    var lines = RowLines()
    var spoiled: Set<CoderAndResponse> = []
    for row in 0..<table.rowCount {
      guard let (coder, response) = place(of: row, coding, table, &lines) else { continue }
      var own = given[coder][response] ?? PeoplesCodes.Given()
      switch category[row] {
      case .value(let level):
        if let place = places[level] { own.codes.insert(place) }
      case .missing(.skipped), .missing(.notApplicable): break
      case .missing: spoiled.insert(CoderAndResponse(coder: coder, response: response))
      }
      given[coder][response] = own
    }
    report(lines, coding, table)
    fillUnlisted(coding, table)
    // With a code that could not be read it is not known what else applies.
    for key in spoiled { given[key.coder][key.response] = nil }
  }

  /// The responses that a coder read and has no row for.
  private mutating func fillUnlisted(_ coding: AgreementSpec.CodedByPeople, _ table: Table) {
    guard coding.readsAll else { return }
    for coder in codersOf(coding, table) {
      for response in responses.all.indices where given[coder][response] == nil {
        given[coder][response] = PeoplesCodes.Given()
      }
    }
  }

  // MARK: Rows

  /// Who coded a row and which response; nil where one of the two is not known.
  private mutating func place(
    of row: Int, _ coding: AgreementSpec.CodedByPeople, _ table: Table, _ lines: inout RowLines
  ) -> (coder: Int, response: Int)? {
    rowCount += 1
    guard let coder = coder(of: row, coding, table) else {
      lines.add(.noCoder, row)
      return nil
    }
    switch responses.place(of: row, coding, table) {
    case .response(let response):
      matchedRowCount += 1
      if let column = coding.text, let text = table.text(column)?[row].value,
        !responses.all[response].text.isSame(as: text)
      {
        lines.add(.otherText, row)
        return nil
      }
      return (coder, response)
    case .withoutText:
      matchedRowCount += 1
      return nil
    case .unknown:
      lines.add(.unknown, row)
      return nil
    }
  }

  private mutating func coder(
    of row: Int, _ coding: AgreementSpec.CodedByPeople, _ table: Table
  ) -> Int? {
    if case .one = coding.coder, let known = oneCoder, known.coding == coding { return known.coder }
    guard let name = coderName(of: row, coding, table) else { return nil }
    defer { oneCoder = coders.firstIndex(of: name).map { (coding, $0) } }
    if let known = coders.firstIndex(of: name) { return known }
    coders.append(name)
    firstFiles.append(table.addresses.file(of: row))
    given.append([PeoplesCodes.Given?](repeating: nil, count: responses.all.count))
    return coders.count - 1
  }

  private func coderName(
    of row: Int, _ coding: AgreementSpec.CodedByPeople, _ table: Table
  ) -> Named? {
    switch coding.coder {
    case .one:
      let name = table.column(coding.column)?.name ?? Named(coding.column)
      let isShared = spec.coders.count { $0.coder == .one && $0.column == coding.column } > 1
      return isShared ? table.name : name
    case .column(let column):
      if let category = table.category(column) { return category.level(row) }
      return table.text(column)?[row].value.map { Named($0) }
    case .file: return Named(fileStem(table.addresses.file(of: row)))
    }
  }

  private func codersOf(_ coding: AgreementSpec.CodedByPeople, _ table: Table) -> [Int] {
    let names = Set((0..<table.rowCount).compactMap { coderName(of: $0, coding, table) })
    return coders.indices.filter { names.contains(coders[$0]) }
  }

  // MARK: Problems

  private mutating func reportRepeat(
    _ row: Int, _ first: Int, isSame: Bool, _ coding: AgreementSpec.CodedByPeople, _ table: Table
  ) {
    let place = table.addresses.address(of: first, column: nil)
    problems.append(
      Problem(
        isSame ? .duplicateRecord : .conflictingRecord,
        at: table.addresses.address(of: row, column: coding.idHeading),
        expected: "one row for a response and coder; the first is at \(place.file):\(place.line)"))
  }

  private mutating func report(
    _ lines: RowLines, _ coding: AgreementSpec.CodedByPeople, _ table: Table
  ) {
    let name = input.table(spec.rules?.source ?? coding.source).name.label
    for (file, rows) in table.addresses.files {
      for fault in RowLines.Fault.allCases {
        let found = (lines.rows[fault] ?? []).filter(rows.contains)
        guard let first = found.first else { continue }
        let places = listed(found.map { table.addresses.line(of: $0) })
        let isID = fault == .unknown || fault == .otherText
        problems.append(
          Problem(
            fault.kind,
            at: CellAddress(
              file: file, line: table.addresses.line(of: first),
              column: isID ? coding.idHeading : nil),
            expected: fault.expected(of: name, found.count, of: rows.count, places)))
      }
    }
  }

  /// "lines 3, 7 and 9", the first three.
  private func listed(_ lines: [Int]) -> String {
    let shown = lines.prefix(3).map(String.init)
    guard lines.count > 1 else { return "line \(shown[0])" }
    if lines.count > 3 { return "lines \(shown.joined(separator: ", ")), …" }
    return "lines \(shown.dropLast().joined(separator: ", ")) and \(shown[shown.count - 1])"
  }

  private mutating func reportAbsentCodes(_ choices: ChoiceColumn, _ table: Table) {
    for (rows, absent) in choices.notOffered {
      let names = absent.sorted().map { choices.choices[$0].name }
        .filter { name in codes.contains { $0.name == name } }
      guard !names.isEmpty, rows.lowerBound < table.rowCount else { continue }
      problems.append(
        Problem(
          .columnAbsent,
          at: CellAddress(file: table.addresses.file(of: rows.lowerBound), line: 0),
          expected: "a column for each code; there is none for "
            + names.map { "'\($0)'" }.joined(separator: ", ")))
    }
  }

  private mutating func reportPartlyCoded() {
    guard coders.count > 1 else { return }
    let coded = responses.all.indices.filter { response in
      given.contains { $0[response] != nil }
    }
    for (coder, name) in coders.enumerated() {
      let missing = coded.filter { given[coder][$0] == nil }
      guard let first = missing.first else { continue }
      let place = responses.all[first].address
      problems.append(
        Problem(
          .partlyCoded, at: CellAddress(file: firstFiles[coder], line: 0),
          expected: "codes of '\(name.label)' for all \(coded.count) responses that were coded; "
            + "\(missing.count) \(missing.count == 1 ? "has" : "have") none, first that at \(place.file):\(place.line)"
        ))
    }
  }
}

private struct CoderAndResponse: Hashable {
  let coder: Int
  let response: Int
}

/// The rows of people's codes that cannot be used, by what is wrong.
private struct RowLines {
  enum Fault: CaseIterable {
    case noCoder, unknown, otherText, blank, both

    var kind: ProblemKind {
      switch self {
      case .noCoder, .blank, .both: .unclearCoding
      case .unknown: .unknownResponse
      case .otherText: .changedResponse
      }
    }

    func expected(of source: String, _ count: Int, of rows: Int, _ places: String) -> String {
      let found = "\(count) of \(rows) rows"
      let have = "\(found) \(count == 1 ? "has" : "have")"
      return switch self {
      case .noCoder:
        "who coded each row; \(found) \(count == 1 ? "does" : "do") not say (\(places))"
      case .unknown: "ids of '\(source)'; \(have) another, or none (\(places))"
      case .otherText:
        "the text that '\(source)' has under the id; \(have) another (\(places))"
      case .blank: "a 1 under a code or under 'none'; \(have) neither (\(places))"
      case .both: "a 1 under codes or under 'none'; \(have) both (\(places))"
      }
    }
  }

  private(set) var rows: [Fault: [Int]] = [:]

  mutating func add(_ fault: Fault, _ row: Int) { rows[fault, default: []].append(row) }
}

/// The name of a file without its folder and its ending.
private func fileStem(_ path: String) -> String {
  let name = path.split(separator: "/").last.map(String.init) ?? path
  guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
  return String(name[..<dot])
}
