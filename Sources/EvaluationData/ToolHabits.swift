/// What a survey tool is known to write in a column of answers, for the rows of its file.
package struct ToolHabits: Sendable, Hashable {
  package let rows: Range<Int>
  /// Texts that stand for the lack of an answer, as they are written, even if nothing is.
  package let missingTexts: [String: MissingReason]
  /// The order of dates that do not tell it themselves.
  package let dateOrder: DateOrder?
  /// What it writes between several answers in one cell.
  package let listSeparators: [String]

  package init(
    rows: Range<Int>, missingTexts: [String: MissingReason], dateOrder: DateOrder?,
    listSeparators: [String] = []
  ) {
    self.rows = rows
    self.missingTexts = missingTexts
    self.dateOrder = dateOrder
    self.listSeparators = listSeparators
  }

  /// The same with one more text that stands for no answer.
  package func adding(_ reason: MissingReason, for text: String) -> ToolHabits {
    var texts = missingTexts
    texts[text] = reason
    return ToolHabits(
      rows: rows, missingTexts: texts, dateOrder: dateOrder, listSeparators: listSeparators)
  }

  func moved(to rows: Range<Int>) -> ToolHabits {
    ToolHabits(
      rows: rows, missingTexts: missingTexts, dateOrder: dateOrder, listSeparators: listSeparators)
  }
}
