package import EvaluationData

/// The framework matrix that the pipeline wants.
package struct FrameworkSpec: Sendable, Hashable {
  package var source: String
  package var text: String
  /// The column that tells the case of a row.
  package var caseColumn: Attribute
  /// The id column by which responses are referred to; by file and line where nil.
  package var id: String?
  /// The codes in the columns, by name; all where nil.
  package var codes: Set<String>?
  /// How many responses a cell shows.
  package var perCell = 10

  package init(source: String, text: String, caseColumn: Attribute) {
    self.source = source
    self.text = text
    self.caseColumn = caseColumn
  }
}

/// Puts what each case said about each theme into a matrix, with the summaries of analysts.
///
/// A response stands under the codes whose own rules found something in it. Each summary that
/// does not fit is a problem, and so is one whose responses have changed.
package func frameworkMatrix(
  _ input: MeasureInput, _ spec: FrameworkSpec, summaries: [FrameworkSummary]
) -> Checked<FrameworkMatrix>? {
  guard
    let coded = input.coded.first(where: { $0.source == spec.source && $0.column == spec.text }),
    let builder = FrameworkBuilder(input, spec, coded)
  else { return nil }
  var matrix = builder.matrix
  let problems = matrix.take(summaries)
  return Checked(matrix, problems: problems)
}

/// Sorts the responses into cases and themes.
private struct FrameworkBuilder {
  private let table: Table
  private let spec: FrameworkSpec
  private let coded: CodedText
  private let texts: TextCells
  private let outline: CodeOutline
  private let cases: CaseColumn

  init?(_ input: MeasureInput, _ spec: FrameworkSpec, _ coded: CodedText) {
    table = input.table(spec.source)
    guard let texts = table.text(spec.text),
      let cases = CaseColumn(input, spec.caseColumn, of: spec.source)
    else { return nil }
    self.spec = spec
    self.coded = coded
    self.texts = texts
    self.cases = cases
    outline = CodeOutline(
      coded.codes.choices, parents: coded.parents, variable: Named(spec.text))
  }

  var matrix: FrameworkMatrix {
    var rows: [[Int]] = cases.names.map { _ in [] }
    for row in 0..<table.rowCount where !coded.codes.isMissing(row) {
      rows[cases.place(row)].append(row)
    }
    let filled = rows.indices.filter { !rows[$0].isEmpty }
    let themes = self.themes
    var responses: [FrameworkMatrix.Response] = []
    var cells: [[FrameworkMatrix.Cell]] = []
    for place in filled {
      let first = responses.count
      responses += rows[place].map { response($0, caseName: cases.names[place]) }
      cells.append(themes.map { cell(of: $0, rows[place], firstResponse: first) })
    }
    return FrameworkMatrix(
      source: table.name, caseLabel: cases.label,
      themes: themes.map { code in
        FrameworkMatrix.Theme(name: outline.codes[code], group: outline.codes[uppermost(code)])
      }, cases: filled.map { cases.names[$0] }, cells: cells, responses: responses)
  }

  /// The codes that are wanted; one that only has others below it has nothing of its own.
  private var themes: [Int] {
    let given = Set(coded.matches.map(\.code))
    return outline.order.filter { code in
      let isWanted = spec.codes?.contains(outline.codes[code].name) ?? true
      return isWanted && (given.contains(code) || !outline.hasParts(code))
    }
  }

  private func uppermost(_ code: Int) -> Int {
    sequence(first: code) { outline.parent(of: $0) }.reduce(code) { $1 }
  }

  private func response(_ row: Int, caseName: String) -> FrameworkMatrix.Response {
    var codes: [Named] = []
    coded.codes.forEachChoice(of: row) { codes.append(outline.codes[$0]) }
    return FrameworkMatrix.Response(
      id: id(row), address: table.addresses.address(of: row, column: nil), caseName: caseName,
      text: texts[row].value ?? "", codes: codes)
  }

  private func id(_ row: Int) -> String {
    if let id = spec.id.flatMap({ table.text($0)?[row].value }) { return id }
    let address = table.addresses.address(of: row, column: nil)
    return "\(address.file):\(address.line)"
  }

  private func cell(
    of code: Int, _ rows: [Int], firstResponse: Int
  ) -> FrameworkMatrix.Cell {
    var cell = FrameworkMatrix.Cell()
    let own = rows.indices.filter { coded.codes.contains(code, row: rows[$0]) }
    guard let first = own.first else { return cell }
    cell.firstResponse = firstResponse + first
    cell.responseCount = own.count
    var letters = 0
    for place in own.prefix(spec.perCell) {
      let line =
        FrameworkMatrix.verbatimMark + verbatim(rows[place], code) + " [\(id(rows[place]))]"
      letters += line.utf16.count + 1
      guard letters < FrameworkMatrix.mostLetters else { break }
      cell.lines.append(line)
    }
    if own.count > cell.lines.count {
      cell.lines.append("\(FrameworkMatrix.restMark)\(own.count - cell.lines.count) more")
    }
    return cell
  }

  /// So many letters of a response stand in a cell.
  private static let longest = 400

  /// On one line; of a long response the part in which the code was found.
  private func verbatim(_ row: Int, _ code: Int) -> String {
    let text = texts[row].value ?? ""
    guard text.count > Self.longest else { return oneLine(text[...]) }
    let start = firstMatch(row, code)
    let utf8 = text.utf8
    let match =
      utf8.index(utf8.startIndex, offsetBy: start, limitedBy: utf8.endIndex) ?? utf8.startIndex
    let before = text[..<match]
    // A third of the room for what leads up to it, from the edge of a word on.
    var lower =
      before.index(before.endIndex, offsetBy: -Self.longest / 3, limitedBy: text.startIndex)
      ?? text.startIndex
    if lower > text.startIndex, let blank = text[lower...].firstIndex(where: \.isWhitespace),
      blank < match
    {
      lower = blank
    }
    var upper = text.index(lower, offsetBy: Self.longest, limitedBy: text.endIndex) ?? text.endIndex
    if upper < text.endIndex, let blank = text[..<upper].lastIndex(where: \.isWhitespace),
      blank > match
    {
      upper = blank
    }
    return (lower > text.startIndex ? "… " : "") + oneLine(text[lower..<upper])
      + (upper < text.endIndex ? " …" : "")
  }

  private func oneLine(_ text: Substring) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// In bytes, where the first rule of the code found its words.
  private func firstMatch(_ row: Int, _ code: Int) -> Int {
    var (low, high) = (0, coded.matches.count)
    while low < high {
      let middle = (low + high) / 2
      if coded.matches[middle].row < row { low = middle + 1 } else { high = middle }
    }
    return coded.matches[low...].prefix { $0.row == row }.first { $0.code == code }?.start ?? 0
  }
}

/// The case of each row, in words.
private struct CaseColumn {
  /// What a case is.
  let label: String
  /// The last is for rows of no case.
  let names: [String]
  private let places: [Int]

  init?(_ input: MeasureInput, _ attribute: Attribute, of source: String) {
    let rows = input.table(source).rowCount
    var names: [String] = []
    var places: [Int?] = []
    if let column = AttributeColumn(
      attribute, of: source, in: input.tables, persons: input.persons)
    {
      label = column.name.label
      names = column.levels.map(\.label)
      places = (0..<rows).map { column.level($0) }
    } else if let column = input.table(source).column(attribute.column),
      case .text(let texts) = column.cells
    {
      label = column.name.label
      var known: [String: Int] = [:]
      places = (0..<rows).map { row in
        guard let text = texts[row].value else { return nil }
        if let place = known[text] { return place }
        known[text] = names.count
        names.append(text)
        return names.count - 1
      }
    } else {
      return nil
    }
    self.places = places.map { $0 ?? names.count }
    self.names = names + ["Not stated"]
  }

  func place(_ row: Int) -> Int { places[row] }
}
