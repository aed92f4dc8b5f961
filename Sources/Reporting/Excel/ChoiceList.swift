/// The texts that a cell's drop-down offers.
enum ChoiceList {
  case texts([String])
  /// A formula that names the cells that hold them.
  case cells(formula: String)

  /// How many characters Excel takes in a list that is written into the rule itself.
  private static let limit = 255

  /// Whether Excel takes the texts as they are; others must stand in cells.
  ///
  /// In the rule they are joined by commas, and Excel trims them.
  static func canHold(_ texts: [String]) -> Bool {
    let length = texts.reduce(texts.count - 1) { $0 + $1.utf16.count }
    return length <= limit
      && texts.allSatisfy { text in
        !text.isEmpty && text.first != " " && text.last != " " && workbookText(text) == text
          && !text.contains { $0 == "," || $0 == "\"" || $0 == "\t" || $0.isNewline }
      }
  }
}

/// A hidden sheet with the lists that Excel does not take in a rule; made when first needed.
struct ListsSheet {
  private var sheet: Workbook.Sheet?
  private var known: [[String]: ChoiceList] = [:]
  private var columns = 0

  init() {}

  /// The texts as a list, written to a column of their own where they must be.
  mutating func list(
    _ texts: [String], heading: String, _ book: inout Workbook
  ) -> ChoiceList {
    if ChoiceList.canHold(texts) { return .texts(texts) }
    if let list = known[texts] { return list }
    let sheet = sheet ?? book.addSheet("Lists")
    if self.sheet == nil { book.hide(sheet) }
    self.sheet = sheet
    let column = columns
    columns += 1
    book.write(heading, row: 0, column: column, as: .plainHeading, on: sheet)
    for (index, text) in texts.enumerated() {
      book.write(text, row: index + 1, column: column, as: .words, on: sheet)
    }
    book.setWidth(40, column: column, on: sheet)
    let letters = columnLetters(column)
    let list = ChoiceList.cells(
      formula: "='\(sheet.name)'!$\(letters)$2:$\(letters)$\(texts.count + 1)")
    known[texts] = list
    return list
  }
}

/// A column, counted from 0, as Excel names it: A, Z, AA.
func columnLetters(_ column: Int) -> String {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
  var letters = ""
  var rest = column + 1
  while rest > 0 {
    letters = String(alphabet[(rest - 1) % 26]) + letters
    rest = (rest - 1) / 26
  }
  return letters
}
