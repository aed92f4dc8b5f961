package import EvaluationData

/// Reads answers of yes or no, ticks and crosses included.
package struct BooleanReader {
  private let schema: ColumnSchema
  private let recodes: [String: Bool]
  private let foldedRecodes: [String: Bool]
  private let crossMeansYes: Bool

  /// Texts that `recodes` holds are read as it says, before all others.
  ///
  /// Of recodes that fold alike and mean different things, only the exact texts count.
  package init(_ schema: ColumnSchema, recodes: [String: Bool] = [:], crossMeansYes: Bool = false) {
    self.schema = schema
    self.recodes = recodes
    self.crossMeansYes = crossMeansYes
    var folded: [String: Bool?] = [:]
    for (text, answer) in recodes {
      let key = foldedLevel(text)
      if key.isEmpty { continue }
      folded[key] = folded[key].map { $0 == answer ? answer : nil } ?? answer
    }
    foldedRecodes = folded.compactMapValues { $0 }
  }

  package func read(_ text: String) -> Reading<Bool> {
    let trimmed = text.trimmingWhiteSpace
    let folded = foldedLevel(trimmed)
    if let answer = recodes[trimmed] ?? foldedRecodes[folded] { return reading(answer, .levelAlso) }
    if let cause = ExcelError(trimmed) {
      return schema.unreadable(cause, instead: BooleanReader.expected)
    }
    if let answer = BooleanMark(trimmed) {
      switch answer {
      case .tick: return reading(true, .booleanSpelling)
      case .ballotCross: return reading(false, .booleanSpelling)
      case .cross where crossMeansYes: return reading(true, .booleanSpelling)
      case .cross:
        return schema.unreadable(
          .unknownLevel, expected: BooleanReader.expected + "; a cross may mean either")
      }
    }
    if let answer = BooleanReader.words[folded] {
      guard folded == "yes" || folded == "no" else { return reading(answer, .booleanSpelling) }
      let isUsual = ["Yes", "No", "yes", "no"].contains(trimmed)
      return reading(answer, isUsual ? nil : .levelSpelling)
    }
    return schema.missing(text)
      ?? schema.unreadable(.unknownLevel, expected: BooleanReader.expected)
  }

  /// Reads the same as a level of a list of two: `yes` first, then `no`.
  package func readLevel(_ text: String) -> Reading<Int> {
    let reading = read(text)
    let cell: Cell<Int> =
      switch reading.cell {
      case .value(let answer): .value(answer ? 0 : 1)
      case .missing(let reason): .missing(reason)
      }
    return Reading(cell: cell, change: reading.change, problem: reading.problem)
  }

  private func reading(_ answer: Bool, _ rule: CleaningRule?) -> Reading<Bool> {
    Reading(cell: .value(answer), change: rule.map { ($0, answer ? "Yes" : "No") })
  }

  private static let expected = "yes or no"

  /// What programs and people write, folded.
  ///
  /// No Welsh: "Na" is no, and elsewhere n/a; a pipeline recodes both "Ie" and "Na".
  private static let words: [String: Bool] = [
    "yes": true, "y": true, "true": true, "t": true, "on": true, "1": true, "1 0": true,
    "checked": true, "ticked": true, "selected": true,
    "no": false, "n": false, "false": false, "f": false, "off": false, "0": false, "0 0": false,
    "unchecked": false, "unticked": false, "not checked": false, "not ticked": false,
    "not selected": false, "unselected": false,
  ]
}

/// A tick or a cross.
private enum BooleanMark {
  case tick
  /// The letter x and what looks like it: on paper forms it often means yes.
  case cross
  /// A sign that is made to say no.
  case ballotCross

  init?(_ text: String) {
    // Signs that are shown in colour may have a selector behind them.
    let scalars = text.unicodeScalars.filter { $0.value != 0xFE0F && $0.value != 0xFE0E }
    guard scalars.count == 1, let sign = scalars.first else { return nil }
    switch sign.value {
    case 0x2713, 0x2714, 0x2705, 0x2611, 0x221A, 0x1F5F8, 0x1F5F9: self = .tick
    case 0x2717, 0x2718, 0x274C, 0x2610: self = .ballotCross
    case 0x58, 0x78, 0xD7, 0x2612, 0x2715, 0x2716: self = .cross
    default: return nil
    }
  }
}

/// What the answers of a column tell about the meaning of a cross in it.
package struct BooleanEvidence: Sendable, Hashable {
  /// The rows of a letter x or of a sign like it.
  package private(set) var crosses = 0
  /// The rows of any other text that is read as yes or no.
  package private(set) var otherAnswers = 0
  /// The rows of texts that are not empty and none of these.
  package private(set) var other = 0

  /// Looks at each text of a range once, or at all; `rows` holds how many rows carry each.
  package init(of texts: TextColumn, in range: Range<Int>? = nil, rows: [Int]? = nil) {
    let reader = BooleanReader(
      ColumnSchema(
        name: Named("answer"), header: "", kind: .text, isRequired: false, missingTexts: [:]))
    for index in range ?? 0..<texts.count {
      let text = texts[index].trimmingWhiteSpace
      let count = rows?[index] ?? 1
      if text.isEmpty || count == 0 { continue }
      if BooleanMark(text) == .cross {
        crosses += count
      } else if reader.read(text).cell.value != nil {
        otherAnswers += count
      } else {
        other += count
      }
    }
  }

  /// Whether a cross stands for yes: there are crosses and blanks, and nothing else.
  package var crossMeansYes: Bool { crosses > 0 && otherAnswers == 0 && other == 0 }
}
