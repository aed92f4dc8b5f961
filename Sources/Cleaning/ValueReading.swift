package import EvaluationData

/// What was read into one text, with what that changed.
package struct Reading<Value: Sendable & Hashable> {
  package let cell: Cell<Value>
  /// The rule that changed the text, and what it became.
  package var change: (rule: CleaningRule, after: String)?
  package var problem: (kind: ProblemKind, expected: String)?
}

extension ColumnSchema {
  /// Reads what every kind of column shares: the texts that stand for no answer.
  func missing<Value>(_ text: String) -> Reading<Value>? {
    let trimmed = text.trimmingWhiteSpace
    if trimmed.isEmpty {
      guard isRequired else { return Reading(cell: .missing(emptyReason)) }
      return Reading(
        cell: .missing(.skipped), problem: (.missingRequired, "a value, for it is required"))
    }
    guard let reason = missingTexts[foldedLevel(trimmed)] else { return nil }
    return Reading(cell: .missing(reason), change: (.missingText, reason.rawValue))
  }

  func unreadable<Value>(_ kind: ProblemKind, expected: String) -> Reading<Value> {
    Reading(
      cell: .missing(.unreadable),
      change: (kind == .outOfRange ? .outOfRange : .unreadable, MissingReason.unreadable.rawValue),
      problem: (kind, expected))
  }
}

/// Tells quickly that a text does not stand for a missing answer, as nearly none does.
struct QuickMissingTexts {
  /// Those that look like plain numbers or dates, such as "-99".
  private let folded: [[UInt8]]
  /// The first letters and digits of them all; nil when one begins with another letter.
  private let beginnings: Set<UInt8>?

  init(_ schema: ColumnSchema) {
    let first = schema.missingTexts.keys.compactMap { text in text.utf8.first { $0 != 0x2D } }
    beginnings = first.contains { $0 >= 0x80 } ? nil : Set(first)
    folded = schema.missingTexts.keys.map { Array($0.utf8) }.filter { text in
      text.allSatisfy { isDigit($0) || $0 == 0x20 || $0 == 0x2D }
    }
  }

  /// Whether `ColumnSchema.missing` must be asked about a text.
  func mayContain(_ letters: ArraySlice<UInt8>) -> Bool {
    guard let beginnings else { return true }
    for letter in letters {
      if isDigit(letter) || isLetter(letter) { return beginnings.contains(letter) }
      if letter == PlainLetter.other { return true }
    }
    return true
  }

  /// Whether a text of digits and single marks folds to one of them, as `foldedLevel` does.
  func contains(_ text: Span<UInt8>) -> Bool {
    if folded.isEmpty { return false }
    return folded.contains { known in
      guard known.count == text.count else { return false }
      return known.indices.allSatisfy { place in
        known[place] == text[place] || known[place] == 0x20 && !isDigit(text[place])
      }
    }
  }
}

/// The letters that the careful readings work on: lower-case ASCII, one byte each.
enum PlainLetter {
  static let space: UInt8 = 0x20
  static let pound: UInt8 = 0x80
  static let euro: UInt8 = 0x81
  static let minusSign: UInt8 = 0x82
  /// A dash longer than a hyphen.
  static let dash: UInt8 = 0x83
  /// Any letter that neither a number nor a date has.
  static let other: UInt8 = 0xFF
}

/// The letters of a text without white space at both ends.
///
/// White space of each kind becomes a space, the typographic apostrophe a plain one.
func plainLetters(_ text: String) -> ArraySlice<UInt8> {
  var letters: [UInt8] = []
  letters.reserveCapacity(text.utf8.count)
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x41...0x5A: letters.append(UInt8(scalar.value) | 0x20)
    case 0x09...0x0D: letters.append(PlainLetter.space)
    case 0x20...0x7E: letters.append(UInt8(scalar.value))
    case 0xA3: letters.append(PlainLetter.pound)
    case 0x20AC: letters.append(PlainLetter.euro)
    case 0x2212: letters.append(PlainLetter.minusSign)
    case 0x2013, 0x2014: letters.append(PlainLetter.dash)
    case 0x2019: letters.append(0x27)
    default:
      letters.append(scalar.properties.isWhitespace ? PlainLetter.space : PlainLetter.other)
    }
  }
  return trimmed(letters[...])
}

/// Without spaces at both ends.
func trimmed(_ letters: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  var letters = letters
  while letters.first == PlainLetter.space { letters.removeFirst() }
  while letters.last == PlainLetter.space { letters.removeLast() }
  return letters
}

func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

/// Whether the byte is one of `a` to `z`.
func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

extension StringProtocol {
  /// Without white space at both ends, no-break spaces included.
  package var trimmingWhiteSpace: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
