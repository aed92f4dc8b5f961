/// A wording of a heading as the pipeline gives it.
struct WantedHeading: Sendable {
  let text: String
  let folded: FoldedHeading
  /// The wording before its `…`: headings may go on behind it.
  let beginning: FoldedHeading?

  init(_ text: String) {
    self.text = text
    folded = FoldedHeading(text)
    let plain = foldedHeading(text)
    let start = plain.hasSuffix("...") ? String(plain.dropLast(3)) : ""
    let isBlank = start.allSatisfy { $0 == " " }
    beginning = isBlank ? nil : FoldedHeading(start)
  }

  /// Whether a heading begins with the wording, on a level.
  func begins(_ heading: FoldedHeading, _ level: HeadingFold) -> Bool {
    guard let beginning else { return false }
    return heading.key(level, isNumbered: beginning.hasNumber).hasPrefix(
      beginning.key(level, isNumbered: beginning.hasNumber))
  }
}

/// The wording of a multi-select's question, to know the headings of its parts by.
///
/// Tools write `Question - Choice`, `Question [Choice]`, `Question/Choice`, `Question: Choice`,
/// `Question.Choice`, `Question (choice=Choice)`, `q2___1`, `Q2_1` and `Q2.1. Choice`.
struct QuestionWording: Sendable {
  private let plain: String
  private let hasNumber: Bool
  private let isBeginning: Bool
  private let folded: FoldedHeading

  init(_ text: String) {
    let wanted = WantedHeading(text)
    let known = wanted.beginning ?? wanted.folded
    folded = wanted.folded
    hasNumber = known.hasNumber
    isBeginning = wanted.beginning != nil
    let whole = known.key(.letters, isNumbered: true)
    plain = String(withoutEnding(whole[...]))
  }

  /// What may stand behind the question in a heading, as the text of a choice.
  func parts(of heading: Heading) -> Set<String> {
    var parts: Set<String> = []
    if let question = heading.question, let part = heading.part, isSame(question) {
      parts.insert(choiceKey(part))
    }
    for name in [heading.name] + heading.alsoNames {
      let whole = foldedHeading(name)
      parts.formUnion(partsOfPlain(whole))
      if !hasNumber { parts.formUnion(partsOfPlain(withoutNumber(whole))) }
    }
    return parts
  }

  /// Whether nothing but one `_` stands between the question and what is behind it, as in
  /// `act_other` for `act`.
  func isUnderscored(_ heading: Heading) -> Bool {
    let whole = foldedHeading(heading.name)
    let rest = whole.dropFirst(plain.count)
    return !plain.isEmpty && whole.hasPrefix(plain) && rest.hasPrefix("_")
      && !rest.hasPrefix("__")
  }

  private func isSame(_ question: String) -> Bool {
    let other = FoldedHeading(question)
    return other.key(.spaces, isNumbered: folded.hasNumber)
      == folded.key(.spaces, isNumbered: folded.hasNumber)
  }

  private func partsOfPlain(_ heading: String) -> Set<String> {
    guard !plain.isEmpty, heading.hasPrefix(plain) else { return [] }
    var rest = heading.dropFirst(plain.count)
    var parts: Set<String> = []
    if rest.last == ")", let sign = rest.ranges(of: "(choice=").last,
      isBeginning || rest[..<sign.lowerBound].allSatisfy(jointSigns.contains)
    {
      return [String(withoutEnding(rest[sign.upperBound...].dropLast()))]
    }
    while !rest.isEmpty {
      let signs = rest.prefix { jointSigns.contains($0) }
      rest = rest[signs.endIndex...]
      if signs.contains(where: { partSigns.contains($0) }), !rest.isEmpty {
        let part = signs.contains("[") && rest.last == "]" ? rest.dropLast() : rest
        parts.insert(String(withoutEnding(part)))
        parts.insert(String(withoutEnding(withoutNumber(String(part))[...])))
      }
      guard isBeginning else { break }
      rest = rest.drop { !jointSigns.contains($0) }
    }
    return parts
  }
}

/// Signs that may stand between a question and a choice.
private let jointSigns: Set<Character> = [
  " ", "?", "!", "*", "-", "/", ".", ":", "[", "_",
]
/// One of them must.
private let partSigns: Set<Character> = ["-", "/", ".", ":", "[", "_"]

/// The text of a choice as it is compared.
func choiceKey(_ text: String) -> String { String(withoutEnding(foldedHeading(text)[...])) }
