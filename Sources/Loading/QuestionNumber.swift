/// The number that a survey tool puts before a question or in place of it: `3.1.a. `, `Q2_4`.
struct QuestionNumber: Hashable {
  enum Style: Sendable, Hashable {
    /// `3.1.a. Text`
    case dotted
    /// `Q3.1. Text`
    case dottedWithQ
    /// `Q3_1_a` and no text.
    case code
  }

  /// `3`, `1` and `a` for the part `3.1.a`.
  let components: [String]

  private init(components: [String]) { self.components = components }

  /// The number that a heading begins with.
  init?(_ heading: String, style: Style) {
    var rest = heading[...]
    if style != .dotted {
      guard let letter = rest.popFirst(), letter == "Q" || letter == "q" else { return nil }
    }
    let mark: Character = style == .code ? "_" : "."
    var components: [String] = []
    while let component = QuestionNumber.component(rest, isFirst: components.isEmpty) {
      components.append(component)
      rest = rest.dropFirst(component.count)
      if rest.isEmpty { break }
      guard rest.first == mark else { return nil }
      rest = rest.dropFirst()
    }
    guard !components.isEmpty else { return nil }
    let isEnded = style == .code ? rest.isEmpty : rest.isEmpty || rest.first?.isWhitespace ?? false
    guard isEnded, style == .code || heading.contains(".") else { return nil }
    self.components = components
  }

  /// Digits, or behind others a letter or a small Roman number.
  private static func component(_ text: Substring, isFirst: Bool) -> String? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty { return digits.count <= 4 ? String(digits) : nil }
    let letters = text.prefix { $0.isASCII && $0.isLowercase }
    guard !isFirst, letters.count == 1 || !letters.isEmpty && letters.allSatisfy("ivx".contains)
    else { return nil }
    return String(letters)
  }

  /// The number of the question of which this is a part, from the nearest on.
  var parents: [QuestionNumber] {
    (1..<max(1, components.count)).reversed().map {
      QuestionNumber(components: Array(components.prefix($0)))
    }
  }

  /// Whether it is a part by its digits; `2.a` is a remark that belongs to `2`.
  func isNumberedPart(of parent: QuestionNumber) -> Bool {
    components.count > parent.components.count && components.starts(with: parent.components)
      && components[parent.components.count].allSatisfy(\.isNumber)
  }

  /// What stands behind the number.
  static func text(behind heading: String, style: Style) -> String {
    guard style != .code, QuestionNumber(heading, style: style) != nil,
      let space = heading.firstIndex(where: \.isWhitespace)
    else { return "" }
    return withoutOuterSpace(String(heading[space...]))
  }
}
