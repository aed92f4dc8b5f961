/// Something by which the export of a survey tool is known.
enum SurveySign: Sendable {
  /// The first headings, each one of several spellings.
  case begins([Set<String>])
  /// So many of these headings stand anywhere in the first row.
  case has(Set<String>, atLeast: Int)
  /// So many of these headings stand anywhere in a row.
  case rowHas(Int, Set<String>, atLeast: Int)
  /// The first cell of a row is empty.
  case beginsEmpty(row: Int)
  /// Under the tool's own headings at the left a row is empty; further on it has one of these
  /// words, or a heading at the left says when or how an answer came in.
  case namesParts(row: Int, own: Set<String>, ofReply: Set<String>, words: Set<String>)
  /// Nearly all cells of a row hold identifiers such as `{"ImportId":"QID1"}`.
  case importIds(row: Int)
  /// Below headings of numbers and dates, a row holds words instead.
  case words(row: Int, under: Set<String>)
  /// All filled cells of a row begin with `#`, as tags of the Humanitarian Exchange Language do.
  case tags(row: Int)
  /// So great a share of the headings, of which there are at least two, is numbered.
  case numbered(QuestionNumber.Style, share: Double)
  /// A heading is numbered.
  case anyNumbered(QuestionNumber.Style)
  /// A heading ends or is written like a question.
  case anyQuestion
  /// A heading asks for an answer of one's own in the tool's words.
  case asksForOther
  /// Every cell of the first column is a day with a time of day; with its zone, if so said.
  case stamps(withZone: Bool)
}

/// The first records of a file as the signs of survey tools are looked for.
struct SurveyHead {
  private let records: ArraySlice<ShapeRecord>
  /// The first row without the differences that do not count.
  let headings: [String]

  init(_ records: ArraySlice<ShapeRecord>) {
    self.records = records
    headings = SurveyHead.folded(records.first)
  }

  func shows(_ sign: SurveySign) -> Bool {
    switch sign {
    case .begins(let spellings):
      headings.count >= spellings.count
        && zip(headings, spellings).allSatisfy { $1.contains($0) }
    case .has(let names, let least):
      Set(headings).intersection(names).count >= least
    case .rowHas(let row, let names, let least):
      Set(SurveyHead.folded(record(row))).intersection(names).count >= least
    case .beginsEmpty(let row): record(row).map { text($0, 0).isEmpty } ?? false
    case .namesParts(let row, let own, let ofReply, let words):
      namesParts(row, own: own, ofReply: ofReply, words: words)
    case .importIds(let row): holdsImportIds(row)
    case .words(let row, let names): holdsWords(row, under: names)
    case .tags(let row): holdsTags(row)
    case .numbered(let style, let share): isNumbered(style, share: share)
    case .anyNumbered(let style):
      headings.contains { QuestionNumber($0, style: style) != nil }
    case .anyQuestion: headings.contains(where: SurveyHead.isQuestion)
    case .asksForOther:
      headings.contains { $0.contains("if you selected ") && $0.contains(", please specify") }
    case .stamps(let withZone): holdsStamps(withZone: withZone)
    }
  }

  private func record(_ row: Int) -> ShapeRecord? { records.dropFirst(row).first }

  private func text(_ record: ShapeRecord, _ column: Int) -> String {
    guard column < record.fields.count else { return "" }
    return withoutOuterSpace(String(decoding: record.fields[column], as: UTF8.self))
  }

  private static func folded(_ record: ShapeRecord?) -> [String] {
    record?.fields.map { foldedSpaces(plainHeading($0)).lowercased() } ?? []
  }

  private func namesParts(
    _ row: Int, own: Set<String>, ofReply: Set<String>, words: Set<String>
  ) -> Bool {
    guard let record = record(row) else { return false }
    let leading = headings.prefix { own.contains($0) }
    guard leading.indices.allSatisfy({ text(record, $0).isEmpty }) else { return false }
    return leading.contains(where: ofReply.contains)
      || SurveyHead.folded(record).contains(where: words.contains)
  }

  private func holdsImportIds(_ row: Int) -> Bool {
    guard let fields = record(row)?.fields else { return false }
    let filled = fields.count { !$0.isEmpty }
    let ids = fields.count { importId(in: $0) != nil }
    return ids > 0 && ids * 5 >= filled * 4
  }

  private func holdsWords(_ row: Int, under names: Set<String>) -> Bool {
    guard let record = record(row) else { return false }
    let cells = headings.indices.filter { names.contains(headings[$0]) }
      .map { text(record, $0) }.filter { !$0.isEmpty }
    return !cells.isEmpty && !cells.contains { $0.contains { $0.isNumber } }
  }

  private func holdsTags(_ row: Int) -> Bool {
    let cells = record(row)?.fields.filter { !$0.isEmpty } ?? []
    return !cells.isEmpty && cells.allSatisfy { $0.first == UInt8(ascii: "#") }
  }

  private func isNumbered(_ style: QuestionNumber.Style, share: Double) -> Bool {
    let filled = headings.filter { !$0.isEmpty }
    let numbered = filled.count { QuestionNumber($0, style: style) != nil }
    return numbered >= 2 && Double(numbered) >= share * Double(filled.count)
  }

  /// Whether a heading is more than the name of a column.
  private static func isQuestion(_ heading: String) -> Bool {
    heading.contains("?") || heading.hasSuffix("]") || heading.hasSuffix(":")
      || heading.split(separator: " ").count >= 4 || heading == "email address"
      || heading == "username"
  }

  private func holdsStamps(withZone: Bool) -> Bool {
    // Nobody has answered yet.
    if records.count == 1, !withZone { return true }
    let stamps = records.dropFirst().prefix(20).map { text($0, 0) }.filter { !$0.isEmpty }
    return !stamps.isEmpty
      && stamps.allSatisfy { Stamp($0).map { !withZone || $0.hasZone } ?? false }
  }
}

/// A day and a time of day as forms write them: `02/03/2026 09:14:05`,
/// `2026/03/02 9:14:05 AM GMT+1`.
struct Stamp {
  /// Whether the year is written with two digits.
  let hasShortYear: Bool
  let hasZone: Bool

  init?(_ text: String) {
    let parts = text.split { $0.isWhitespace || $0 == "," }
    guard parts.count >= 2 else { return nil }
    let numbers = parts[0].split(omittingEmptySubsequences: false) { "/.-".contains($0) }
    guard numbers.count == 3, numbers.allSatisfy({ Stamp.isNumber($0, upTo: 4) }) else {
      return nil
    }
    let time = parts[1].split(omittingEmptySubsequences: false) { ":.".contains($0) }
    guard time.count == 2 || time.count == 3, time.allSatisfy({ Stamp.isNumber($0, upTo: 2) })
    else { return nil }
    hasShortYear = numbers.allSatisfy { $0.count <= 2 }
    let rest = parts.dropFirst(2).map { $0.lowercased().filter { $0 != "." } }
    let zones = rest.filter { $0 != "am" && $0 != "pm" }
    guard rest.count - zones.count <= 1, zones.count <= 1,
      zones.allSatisfy({ $0.first?.isLetter ?? false })
    else { return nil }
    hasZone = !zones.isEmpty
  }

  private static func isNumber(_ text: Substring, upTo digits: Int) -> Bool {
    (1...digits).contains(text.count) && text.allSatisfy { $0.isASCII && $0.isNumber }
  }
}
