import EvaluationData

/// Reads a cell in the column of one choice: whether the choice was made.
struct TickReader {
  private let schema: ColumnSchema
  private let label: String
  private let texts: Set<String>
  /// Whether any other text is an answer in the person's own words.
  private let takesOwnWords: Bool
  /// In a column of its own a cross means that the choice was made.
  private let answers: BooleanReader

  init(_ schema: ColumnSchema, _ question: MultiSelect, choice: Int) {
    self.schema = schema
    label = question.choices[choice].label
    // A number that the tool gives the choice is no text of a cell: 0 means not chosen.
    texts = Set(question.texts(of: choice).filter { Double($0) == nil }.map(foldedLevel))
    takesOwnWords = question.otherIndex == choice
    answers = BooleanReader(schema, crossMeansYes: true)
  }

  func read(_ text: String) -> Reading<Bool> {
    let trimmed = text.trimmingWhiteSpace
    if let cause = ExcelError(trimmed) { return schema.unreadable(cause, instead: expected) }
    if let isChosen = tick(trimmed) { return Reading(cell: .value(isChosen)) }
    let folded = foldedLevel(trimmed)
    if folded.isEmpty { return Reading(cell: .missing(schema.blankReason)) }
    // What Qualtrics writes for a choice that was shown and not made.
    if let reason = schema.missingTexts[folded] ?? (folded == "-99" ? .skipped : nil) {
      return Reading(cell: .missing(reason))
    }
    guard !takesOwnWords else { return Reading(cell: .value(true)) }
    return Reading(cell: .value(true), problem: (.unexpectedTick, expected))
  }

  private func tick(_ trimmed: String) -> Bool? {
    if !trimmed.isEmpty, texts.contains(foldedLevel(trimmed)) { return true }
    return answers.read(trimmed).cell.value
  }

  /// The text of a cell that is neither a tick nor the lack of one.
  func ownWords(_ text: String) -> String? {
    let trimmed = text.trimmingWhiteSpace
    return tick(trimmed) == nil && schema.holdsWords(trimmed) ? trimmed : nil
  }

  private var expected: String { "1 or '\(label)' where it was chosen, and 0 or nothing where not" }
}

extension ColumnSchema {
  /// Why a column of a choice is blank; that an answer is required is told of the whole row.
  fileprivate var blankReason: MissingReason {
    let reading: Reading<Bool>? = missing("")
    return reading?.cell.missingReason ?? .skipped
  }

  /// Whether a text says something in words.
  func holdsWords(_ text: String) -> Bool {
    let folded = foldedLevel(text)
    return !folded.isEmpty && folded != "-99" && missingTexts[folded] == nil
      && ExcelError(text.trimmingWhiteSpace) == nil
  }
}
