// Numbers of phones and records.

/// A row of groups of digits with single signs between them, such as `020 7946 0958`.
private struct DigitGroups {
  /// The digits of each group; a letter O among digits is a nought.
  private(set) var groups: [String] = []
  /// Where each group ends.
  private(set) var ends: [Int] = []
  let start: Int
  let hasPlus: Bool

  /// Reads the groups that begin at a place; nil where there is no number, or its middle.
  init?(_ text: RedactionText, at place: Int) {
    guard let first = text.scalar(place),
      first.isDigit || first == "+" || first == "(" || first == "o"
        || first == "O"
    else { return nil }
    if let before = text.scalar(place - 1) {
      if before.isLetterOrDigit || "£$€@#/_".unicodeScalars.contains(before) { return nil }
      // The middle of a number with a decimal point or a mark for thousands.
      if ".,".unicodeScalars.contains(before), text.scalar(place - 2)?.isDigit == true {
        return nil
      }
    }
    start = place
    hasPlus = first == "+"
    var next = place
    if first == "+" || first == "(" { next += 1 }
    if first == "(", text.scalar(next) == "+" { next += 1 }
    while true {
      var group = ""
      var end = next
      while let scalar = text.scalar(end),
        scalar.isDigit
          || (scalar == "o" || scalar == "O") && DigitGroups.isAmongDigits(text, end)
      {
        group += scalar.isDigit ? String(scalar) : "0"
        end += 1
      }
      guard !group.isEmpty else { break }
      groups.append(group)
      ends.append(end)
      guard let gap = DigitGroups.gap(text, from: end) else { break }
      next = gap
    }
    guard !groups.isEmpty else { return nil }
    // "3rd", "12kg": the last group is part of a word.
    if text.scalar(ends[ends.count - 1])?.properties.isAlphabetic == true { removeLast() }
    guard !groups.isEmpty else { return nil }
  }

  private mutating func removeLast() {
    groups.removeLast()
    ends.removeLast()
  }

  /// Whether a letter O stands in a run of letters O and digits that has digits.
  private static func isAmongDigits(_ text: RedactionText, _ place: Int) -> Bool {
    func isPart(_ scalar: Unicode.Scalar) -> Bool {
      scalar.isDigit || scalar == "o" || scalar == "O"
    }
    var low = place
    var high = place
    while let before = text.scalar(low - 1), before.isLetterOrDigit {
      guard isPart(before) else { return false }
      low -= 1
    }
    while let next = text.scalar(high + 1), next.isLetterOrDigit {
      guard isPart(next) else { return false }
      high += 1
    }
    return text.scalars[low...high].count(where: \.isDigit) >= 3
  }

  /// Where the next group begins behind a blank, a hyphen, a point or a bracket.
  private static func gap(_ text: RedactionText, from place: Int) -> Int? {
    var end = place
    while let scalar = text.scalar(end), end - place < 3,
      " -.()\u{A0}\u{2011}\u{2013}".unicodeScalars.contains(scalar)
    { end += 1 }
    guard end > place, let next = text.scalar(end), next.isLetterOrDigit else { return nil }
    return end
  }

  /// The digits of the first groups.
  func digits(_ count: Int) -> String { groups.prefix(count).joined() }

  /// The range up to the end of a group.
  func range(_ count: Int) -> Range<Int> { start..<ends[count - 1] }
}

extension RedactionText {
  var phones: [FoundPart] {
    var found: [FoundPart] = []
    var place = 0
    while place < scalars.count {
      if let groups = DigitGroups(self, at: place), let part = phone(groups) {
        found.append(part)
        place = part.range.upperBound
      } else {
        place += 1
      }
    }
    return found + extensions
  }

  private func phone(_ groups: DigitGroups) -> FoundPart? {
    for count in stride(from: groups.groups.count, through: 1, by: -1) {
      let digits = groups.digits(count)
      guard Set(digits).count > 1 else { continue }
      if isPhone(digits, groups) { return FoundPart(.phone, groups.range(count)) }
    }
    return nationalNumber(groups)
  }

  private func isPhone(_ digits: String, _ groups: DigitGroups) -> Bool {
    if groups.hasPlus { return (9...15).contains(digits.count) }
    if digits.hasPrefix("0044") { return (13...15).contains(digits.count) }
    if digits.hasPrefix("00") { return (11...15).contains(digits.count) }
    // Times and dates have shorter groups than the code of an area.
    let first = groups.groups[0].count
    return digits.hasPrefix("0") && (10...11).contains(digits.count)
      && (first >= 3 || groups.groups.allSatisfy { $0.count == 1 })
  }

  /// A number without its area's code, where the words before it say that it is a phone's.
  private func nationalNumber(_ groups: DigitGroups) -> FoundPart? {
    let known: Set<String> = ["116123"]
    let direct: Set<String> = ["on", "at", "is", ":", "me", "number", "no", "to", "us", "."]
    let verbs: Set<String> = [
      "ring", "call", "phone", "text", "tel", "telephone", "mobile", "mob", "landline", "whatsapp",
      "dial", "fax",
    ]
    guard let place = tokens.firstIndex(where: { $0.range.contains(groups.start) }),
      let before = token(place - 1)?.folded
    else { return nil }
    let hasVerb = (1...4).contains { verbs.contains(word(place - $0)) }
    let isNumber = before == "is" && word(place - 2) == "number" && word(place - 3) == "my"
    guard isNumber || hasVerb && (direct.contains(before) || verbs.contains(before)) else {
      return nil
    }
    for count in stride(from: groups.groups.count, through: 1, by: -1) {
      let digits = groups.digits(count)
      if (6...11).contains(digits.count), !known.contains(digits) {
        return FoundPart(.phone, groups.range(count))
      }
    }
    return nil
  }

  private var extensions: [FoundPart] {
    tokens.indices.compactMap { place in
      guard ["ext", "extn", "extension"].contains(word(place)) else { return nil }
      let next = [".", ":"].contains(token(place + 1)?.text ?? "") ? place + 2 : place + 1
      guard let number = token(next), number.kind == .digits, (3...6).contains(number.text.count)
      else { return nil }
      return FoundPart(.phone, number.range)
    }
  }
}

// MARK: Numbers of records

extension RedactionText {
  var recordNumbers: [FoundPart] { calledNHSNumbers + otherRecordNumbers + plainNHSNumbers }

  /// Ten digits behind the words for them, also where somebody mistyped one.
  private var calledNHSNumbers: [FoundPart] {
    tokens.indices.compactMap { place in
      guard ["nhs", "chi"].contains(word(place)) else { return nil }
      let words: Set<String> = ["number", "no", "num", "nr", "is", "was", ":", ".", "#", "-", "="]
      var next = place + 1
      while next <= place + 4, words.contains(token(next)?.folded ?? "") { next += 1 }
      guard let start = token(next)?.range.lowerBound, let part = tenDigits(at: start) else {
        return nil
      }
      return next > place + 1 || part.isGrouped ? FoundPart(.nhsNumber, part.range) : nil
    }
  }

  /// Ten digits of which the last checks the others, without any word for them.
  private var plainNHSNumbers: [FoundPart] {
    tokens.compactMap { token in
      guard token.kind == .digits, let part = tenDigits(at: token.range.lowerBound),
        !part.digits.hasPrefix("0"), isNHSNumber(part.digits)
      else { return nil }
      return FoundPart(.nhsNumber, part.range)
    }
  }

  /// Ten digits, not all the same, in one group or as 3, 3 and 4.
  private func tenDigits(
    at place: Int
  ) -> (digits: String, range: Range<Int>, isGrouped: Bool)? {
    guard let groups = DigitGroups(self, at: place) else { return nil }
    let sizes = groups.groups.map(\.count)
    let count = sizes.first == 10 ? 1 : sizes.starts(with: [3, 3, 4]) ? 3 : 0
    guard count > 0 else { return nil }
    let digits = groups.digits(count)
    guard Set(digits).count > 1 else { return nil }
    return (digits, groups.range(count), count == 3)
  }

  /// - Reference: NHS Data Dictionary, "NHS number", modulus 11 algorithm.
  private func isNHSNumber(_ digits: String) -> Bool {
    let numbers = digits.compactMap(\.wholeNumberValue)
    let sum = zip(numbers, stride(from: 10, through: 2, by: -1)).reduce(0) { $0 + $1.0 * $1.1 }
    return (11 - sum % 11) % 11 == numbers[9]
  }

  private static let records: Set<String> = [
    "hospital", "patient", "case", "member", "membership", "policy", "claim", "customer", "account",
    "ref", "reference", "mrn", "ni", "insurance", "registration", "complaint", "incident", "staff",
    "employee", "passport", "licence", "ticket", "client", "record",
  ]
  private static let numberWords: Set<String> = [
    "number", "no", "num", "nr", "id", "ref", "reference", "#", ".", ":", "is", "was", "code",
  ]

  /// A number with four digits or more behind the words for one: `hospital number A123456`.
  private var otherRecordNumbers: [FoundPart] {
    var found = insuranceNumbers
    for place in tokens.indices where RedactionText.records.contains(word(place)) {
      var next = place + 1
      while next <= place + 5, RedactionText.numberWords.contains(token(next)?.folded ?? "") {
        next += 1
      }
      let isNamed = next > place + 1 || ["ref", "reference", "mrn"].contains(word(place))
      guard isNamed, let first = token(next), first.kind != .sign else { continue }
      var end = first.range.lowerBound
      while let scalar = scalar(end), scalar.isLetterOrDigit || "/-".unicodeScalars.contains(scalar)
      { end += 1 }
      let id = scalars[first.range.lowerBound..<end]
      if id.count(where: \.isDigit) >= 4 {
        found.append(FoundPart(.number, first.range.lowerBound..<end))
      }
    }
    return found
  }

  /// `QQ 12 34 56 C`.
  private var insuranceNumbers: [FoundPart] {
    tokens.indices.compactMap { place in
      guard let first = token(place), first.text.unicodeScalars.count >= 2,
        first.text.unicodeScalars.prefix(2).allSatisfy({ ("A"..."Z").contains($0) })
      else { return nil }
      var letters = String.UnicodeScalarView()
      var end = first.range.lowerBound
      while let scalar = scalar(end), letters.count < 9 {
        if scalar.isLetterOrDigit {
          letters.append(scalar)
        } else if scalar != " " {
          break
        }
        end += 1
      }
      let code = Array(letters)
      guard code.count == 9, code[2..<8].allSatisfy(\.isDigit), ("A"..."D").contains(code[8]),
        scalar(end)?.isLetterOrDigit != true
      else { return nil }
      return FoundPart(.number, first.range.lowerBound..<end)
    }
  }
}
