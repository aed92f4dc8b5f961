/// The simplest patterns of a Table Schema as the parts of a form, in the words of `form:`.
///
/// Only what means the same in both is followed: letters as they stand, `\d` and `[0-9]`,
/// `[A-Z]` and `.`, each with or without a number of times, between `^` and `$`.
struct TableSchemaPattern {
  struct Part {
    /// A key of `form:`.
    let key: String
    let value: String
  }

  let parts: [Part]

  init?(_ pattern: String) {
    guard pattern.hasPrefix("^"), pattern.hasSuffix("$"), !pattern.hasSuffix("\\$") else {
      return nil
    }
    var rest = pattern.dropFirst().dropLast()
    var parts: [Part] = []
    var literal = ""
    func endLiteral() {
      if !literal.isEmpty { parts.append(Part(key: "text", value: literal)) }
      literal = ""
    }
    while !rest.isEmpty {
      guard let atom = TableSchemaPattern.atom(&rest) else { return nil }
      let times = TableSchemaPattern.times(&rest)
      switch (atom, times) {
      case (_, .wrong): return nil
      case (.letter(let letter), .once): literal.append(letter)
      case (.letter, .words): return nil
      case (.kind(let key), let times):
        endLiteral()
        let words = if case .words(let words) = times { words } else { "1" }
        parts.append(Part(key: key, value: words))
      }
    }
    endLiteral()
    if parts.isEmpty { return nil }
    self.parts = parts
  }

  private enum Atom {
    case letter(Character)
    case kind(String)
  }

  private enum Times {
    case once
    case words(String)
    case wrong
  }

  private static func atom(_ rest: inout Substring) -> Atom? {
    for (beginning, key) in [
      ("\\d", "digits"), ("[0-9]", "digits"), ("[A-Z]", "capitals"), (".", "any"),
    ] where rest.hasPrefix(beginning) {
      rest.removeFirst(beginning.count)
      return .kind(key)
    }
    guard let letter = rest.popFirst() else { return nil }
    guard letter == "\\" else {
      return "[](){}*+?|^$".contains(letter) ? nil : .letter(letter)
    }
    // An escaped sign stands for itself, an escaped letter for something else.
    guard let escaped = rest.popFirst(), !escaped.isLetter, !escaped.isNumber else { return nil }
    return .letter(escaped)
  }

  private static func times(_ rest: inout Substring) -> Times {
    switch rest.first {
    case "+":
      rest.removeFirst()
      return isLazy(rest) ? .wrong : .words("1 or more")
    case "*":
      rest.removeFirst()
      return isLazy(rest) ? .wrong : .words("0 or more")
    case "?":
      rest.removeFirst()
      return isLazy(rest) ? .wrong : .words("0 to 1")
    case "{":
      guard let end = rest.firstIndex(of: "}") else { return .wrong }
      let numbers = rest[rest.index(after: rest.startIndex)..<end]
        .split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      rest = rest[rest.index(after: end)...]
      switch (numbers.count, Int(numbers[0]), numbers.count > 1 ? Int(numbers[1]) : nil) {
      case (1, let number?, _): return .words("\(number)")
      case (2, let low?, let high?): return .words("\(low) to \(high)")
      case (2, let low?, nil) where numbers[1].isEmpty: return .words("\(low) or more")
      default: return .wrong
      }
    default: return .once
    }
  }

  /// `+?` means something else than `+`.
  private static func isLazy(_ rest: Substring) -> Bool {
    rest.first.map { "+?*".contains($0) } ?? false
  }
}
