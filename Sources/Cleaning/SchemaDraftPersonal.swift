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
