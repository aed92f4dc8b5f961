// Dates of birth, and other dates with their day, month and year.

/// A date as it stands in a text.
private struct DateMention {
  let range: Range<Int>
  /// The token behind it.
  let end: Int
  let hasDay: Bool
  let hasMonth: Bool
  /// The digits of its year; empty where there is none.
  let year: String

  var isFull: Bool { hasDay && hasMonth && year.count == 4 }
}

private let months: Set<String> = [
  "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
  "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct",
  "nov", "dec",
]

extension RedactionText {
  var dates: [FoundPart] {
    var found: [FoundPart] = []
    var place = 0
    while place < tokens.count {
      guard let date = date(at: place) else {
        place += 1
        continue
      }
      if isBirth(date, at: place) {
        found.append(FoundPart(.dateOfBirth, date.range))
      } else if date.isFull {
        found.append(FoundPart(.date, date.range))
      }
      place = date.end
    }
    return found
  }

  // MARK: Whether it is a date of birth

  private func isBirth(_ date: DateMention, at place: Int) -> Bool {
    let between: Set<String> = [
      "is", "was", "on", "in", ":", "-", "–", "=", "(", ".", "the", "date", "about",
    ]
    // "dob", "date of birth", "birthday", with little in between.
    var before = place - 1
    while before > place - 5, between.contains(token(before)?.folded ?? "") { before -= 1 }
    let isCalled =
      ["dob", "birthday", "birth", "birthdate"].contains(word(before))
      || word(before) == "b" && word(before - 2) == "o" && word(before - 4) == "d"
    if isCalled { return date.hasDay || date.hasMonth || !date.year.isEmpty }
    if ["dob", "birthday"].contains(word(date.end)) { return true }
    if ["is", "was"].contains(word(date.end)), ["my", "his", "her"].contains(word(date.end + 1)),
      ["dob", "birthday"].contains(word(date.end + 2))
    {
      return true
    }
    if word(before) == "born" { return true }
    // "born in Leeds on 3 May 1961".
    guard date.hasDay && date.hasMonth else { return false }
    return (1...6).contains { distance in
      word(place - distance) == "born"
        && (1..<distance).allSatisfy { ![".", "!", "?"].contains(token(place - $0)?.text ?? "") }
    }
  }

  // MARK: Reading dates

  private func date(at place: Int) -> DateMention? {
    numericDate(at: place) ?? dayFirst(at: place) ?? monthFirst(at: place) ?? yearAlone(at: place)
  }

  private func number(_ place: Int, upTo limit: Int) -> Int? {
    guard let token = token(place), token.kind == .digits, token.text.count <= 2,
      let number = Int(token.text), (1...limit).contains(number)
    else { return nil }
    return number
  }

  private func isYear(_ place: Int) -> Bool {
    guard let token = token(place), token.kind == .digits, token.text.count == 4 else {
      return false
    }
    return ("1900"..."2099").contains(token.text)
  }

  private func mention(
    _ places: ClosedRange<Int>, day: Bool, month: Bool, year: Int?
  ) -> DateMention {
    DateMention(
      range: tokens[places.lowerBound].range
        .lowerBound..<tokens[places.upperBound].range.upperBound,
      end: places.upperBound + 1, hasDay: day, hasMonth: month,
      year: year.flatMap { token($0)?.text } ?? "")
  }

  /// `12/03/1954`, `3.4.61`, `1954-03-12`.
  private func numericDate(at place: Int) -> DateMention? {
    guard let sign = token(place + 1)?.text, ["/", ".", "-"].contains(sign),
      token(place + 3)?.text == sign, let last = token(place + 4), last.kind == .digits,
      tokens[place].range.lowerBound + 2 * sign.unicodeScalars.count
        + (token(place)?.text.count ?? 0) + (token(place + 2)?.text.count ?? 0) + last.text.count
        == last.range.upperBound,
      token(place + 5)?.text != sign || token(place + 6)?.kind != .digits
    else { return nil }
    if isYear(place), number(place + 2, upTo: 12) != nil, number(place + 4, upTo: 31) != nil {
      return mention(place...(place + 4), day: true, month: true, year: place)
    }
    let isDayFirst = number(place, upTo: 31) != nil && number(place + 2, upTo: 12) != nil
    let isMonthFirst = number(place, upTo: 12) != nil && number(place + 2, upTo: 31) != nil
    guard isDayFirst || isMonthFirst, isYear(place + 4) || last.text.count == 2 else { return nil }
    return mention(place...(place + 4), day: true, month: true, year: place + 4)
  }

  private func isDay(_ place: Int) -> Bool {
    if number(place, upTo: 31) != nil { return true }
    guard let token = token(place), token.kind == .mixed else { return false }
    let digits = token.folded.prefix { $0.isNumber }
    return ["st", "nd", "rd", "th"].contains(token.folded.dropFirst(digits.count))
      && (Int(digits).map { (1...31).contains($0) } ?? false)
  }

  private func isMonth(_ place: Int) -> Bool { months.contains(word(place)) }

  /// `12 March 1954`, `3rd of May 1947`, `4 June`.
  private func dayFirst(at place: Int) -> DateMention? {
    guard isDay(place) else { return nil }
    var month = place + 1
    if word(month) == "of" { month += 1 }
    guard isMonth(month) else { return nil }
    var year = month + 1
    while year <= month + 2, [",", "."].contains(token(year)?.text ?? "") { year += 1 }
    return isYear(year)
      ? mention(place...year, day: true, month: true, year: year)
      : mention(place...month, day: true, month: true, year: nil)
  }

  /// `March 12, 1954`, `June 1962`.
  private func monthFirst(at place: Int) -> DateMention? {
    guard isMonth(place) else { return nil }
    if isYear(place + 1) {
      return mention(place...(place + 1), day: false, month: true, year: place + 1)
    }
    var day = place + 1
    if word(day) == "the" { day += 1 }
    guard isDay(day) else { return nil }
    let year = token(day + 1)?.text == "," ? day + 2 : day + 1
    return isYear(year)
      ? mention(place...year, day: true, month: true, year: year)
      : mention(place...day, day: true, month: true, year: nil)
  }

  private func yearAlone(at place: Int) -> DateMention? {
    guard isYear(place) else { return nil }
    return mention(place...place, day: false, month: false, year: place)
  }
}
