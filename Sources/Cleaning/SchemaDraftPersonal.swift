import EvaluationData

/// Tells texts that identify people by their form.
enum PersonalForm {
  static func isEmail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { return false }
    return parts[1].contains(".") && !text.contains { $0.isWhitespace }
  }

  /// Ten to fifteen digits, with the marks between them that people use.
  static func isPhone(_ text: String) -> Bool {
    let digits = text.filter(\.isNumber).count
    return (10...15).contains(digits)
      && text.allSatisfy { $0.isNumber || "+-() ./".contains($0) }
      && (text.hasPrefix("0") || text.hasPrefix("+") || text.hasPrefix("(") || text.hasPrefix("44"))
  }

  static func isInternetAddress(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count == 4 { return parts.allSatisfy { UInt8($0) != nil } }
    return text.split(separator: ":", omittingEmptySubsequences: false).count >= 4
      && text.allSatisfy { $0.isHexDigit || $0 == ":" }
  }

  /// A word of digits, or of letters and digits, as postcodes of any country are.
  static func isCode(_ text: String) -> Bool {
    (3...10).contains(text.count) && text.contains(where: \.isNumber)
      && text.allSatisfy { $0.isLetter || $0.isNumber || " -".contains($0) }
  }

  /// Digits with marks between them, at least six.
  static func isNumberToCall(_ text: String) -> Bool {
    text.count(where: \.isNumber) >= 6 && text.allSatisfy { $0.isNumber || "+-() ./".contains($0) }
  }

  /// A place on a map as forms write it, `51.5 -0.12 0 0` or `51.5, -0.12`, or a line of such.
  static func isPosition(_ text: String) -> Bool {
    let points = text.split(separator: ";").filter { !$0.allSatisfy(\.isWhitespace) }
    return !points.isEmpty && points.allSatisfy { isPoint(String($0)) }
  }

  private static func isPoint(_ text: String) -> Bool {
    var plain = text.trimmingWhiteSpace.lowercased()
    if plain.hasPrefix("point") { plain = String(plain.dropFirst(5)) }
    plain = plain.filter { !"[]()".contains($0) }
    let parts = plain.split { $0 == "," || $0.isWhitespace }
    let numbers = parts.compactMap { Double($0) }
    guard (2...4).contains(parts.count), numbers.count == parts.count,
      parts.allSatisfy({ $0.allSatisfy { $0.isASCII && ($0.isNumber || "+-.".contains($0)) } })
    else { return false }
    let isPlace = numbers[0...1].allSatisfy { abs($0) <= 180 }
    return isPlace && parts[0].contains(".") && (parts.count == 4 || parts[1].contains("."))
  }

  /// One to three words of letters, each written large, as names are.
  static func mayBeName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return (1...3).contains(words.count)
      && words.allSatisfy { word in
        word.first?.isUppercase ?? false
          && word.allSatisfy { $0.isLetter || "-'’.".contains($0) }
      }
  }

  /// A given name alone, or before another name that is written large.
  static func isName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard (1...3).contains(words.count), words.allSatisfy({ $0.first?.isUppercase ?? false }),
      words.allSatisfy({ $0.allSatisfy { $0.isLetter || "-'’.".contains($0) } }),
      let first = words.first
    else { return false }
    let titles = ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "cllr"]
    let plain = first.lowercased().filter(\.isLetter)
    if titles.contains(plain) { return words.count > 1 }
    return nicknameGroups[plain] != nil
  }

  /// Whether a text may be shown when many rows have it.
  static func isShowable(_ text: String) -> Bool {
    guard text.count <= 200, !text.contains("@"), !text.contains("://"), !isPhone(text) else {
      return false
    }
    var run = 0
    for letter in text {
      run = letter.isNumber ? run + 1 : 0
      if run > 6 { return false }
    }
    return text.unicodeScalars.allSatisfy {
      $0.value >= 0x20 && $0.value != SourceTable.damagedLetter
    }
  }
}
