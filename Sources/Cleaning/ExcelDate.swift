import EvaluationData

/// A date into which a spreadsheet may have turned another text: `3-5` becomes `5-Mar`.
struct ExcelDate {
  /// The two numbers that may have stood there, the likelier order first.
  let originals: [[Int]]

  /// Reads `5-Mar` and `Mar-49`, as a spreadsheet writes dates without a year or without a day.
  init?(_ letters: ArraySlice<UInt8>) {
    let parts = letters.split(separator: 0x2D, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    if let day = Self.number(parts[0]), let month = dateMonth(parts[1]), parts[1].count == 3,
      (1...31).contains(day)
    {
      originals = [[month, day], [day, month]]
    } else if let month = dateMonth(parts[0]), parts[0].count == 3, parts[1].count == 2,
      let year = Self.number(parts[1])
    {
      originals = [[month, year], [year, month], [month, 1900 + year], [month, 2000 + year]]
    } else {
      return nil
    }
  }

  /// A whole date, in any form in which dates are read.
  private init?(whole letters: ArraySlice<UInt8>) {
    switch DateText(letters).form {
    case .day(_, let month, let day): originals = [[month, day], [day, month]]
    case .numbers(let first, let second, _): originals = [[first, second], [second, first]]
    default: return nil
    }
  }

  private static func number(_ letters: ArraySlice<UInt8>) -> Int? {
    guard (1...2).contains(letters.count), letters.allSatisfy(isDigit) else { return nil }
    return letters.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
  }

  /// The labels of the levels that may have become this date, in the order of the levels.
  static func originals(
    of text: String, among levels: [Named], also: [String: String]
  ) -> [String] {
    let letters = plainLetters(text)
    guard let date = ExcelDate(letters) ?? ExcelDate(whole: letters) else { return [] }
    return levels.filter { level in
      let spellings = [level.name, level.label] + also.filter { $0.value == level.name }.map(\.key)
      return spellings.contains { date.originals.contains(numbers(in: $0)) }
    }.map(\.label)
  }

  private static func numbers(in text: String) -> [Int] {
    text.utf8.split { !isDigit($0) }.map { digits in
      // No part of a date has more than four digits.
      digits.count > 4 ? -1 : digits.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
    }
  }
}
