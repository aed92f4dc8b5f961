/// Walks over the letters of a date.
struct DateScanner {
  private let letters: ArraySlice<UInt8>
  var place: Int

  init(_ letters: ArraySlice<UInt8>) {
    self.letters = letters
    place = letters.startIndex
  }

  var isAtEnd: Bool { place == letters.endIndex }
  var peekIsDigit: Bool { peek.map(isDigit) ?? false }
  var isColon: Bool { peek == 0x3A }

  private var peek: UInt8? { isAtEnd ? nil : letters[place] }

  mutating func accept(_ letter: UInt8) -> Bool {
    guard peek == letter else { return false }
    place += 1
    return true
  }

  /// Passes over a word, where no letter follows it.
  mutating func accept(word: String) -> Bool {
    let count = word.utf8.count
    let end = place + count
    guard end <= letters.endIndex, end == letters.endIndex || !isLetter(letters[end]),
      word.utf8.elementsEqual(letters[place..<end])
    else { return false }
    place = end
    return true
  }

  @discardableResult
  mutating func spaces() -> Bool {
    let start = place
    while accept(PlainLetter.space) {}
    return place > start
  }

  /// All digits that stand here, when there are not too many.
  mutating func number(upTo most: Int = 8) -> (value: Int, digits: Int)? {
    let digits = letters[place...].prefix(while: isDigit)
    guard (1...most).contains(digits.count) else { return nil }
    place += digits.count
    return (digits.reduce(0) { $0 &* 10 &+ Int($1 &- 0x30) }, digits.count)
  }

  /// What stands between two parts of a date: a mark with or without spaces, or spaces.
  mutating func separator() -> UInt8? {
    let start = place
    spaces()
    if let letter = peek, letter == 0x2F || letter == 0x2E || letter == 0x2D || letter == 0x2C {
      place += 1
      spaces()
      return letter
    }
    return place > start ? PlainLetter.space : nil
  }

  /// The letters behind 1st, 2nd, 3rd and 4th.
  mutating func ordinal() -> Bool {
    accept(word: "st") || accept(word: "nd") || accept(word: "rd") || accept(word: "th")
  }

  /// A month by its English name or the three letters of it.
  mutating func month() -> Int? {
    let word = letters[place...].prefix(while: isLetter)
    guard let month = dateMonth(word) else { return nil }
    place += word.count
    // "Sept." may have its full stop.
    if word.count < 5, peek == 0x2E, letters[place...].dropFirst().first == PlainLetter.space {
      place += 1
    }
    return month
  }

  /// A weekday with what parts it from the date; Monday is 0.
  mutating func weekday() -> Int? {
    let word = letters[place...].prefix(while: isLetter)
    guard word.count >= 3 else { return nil }
    guard let day = DateScanner.weekdays.firstIndex(where: { $0.starts(with: word) }) else {
      return nil
    }
    // Of "Tues" and "Thurs" more letters may stand, of "Mond" not.
    guard
      [3, DateScanner.weekdays[day].count].contains(word.count)
        || word.elementsEqual("tues".utf8) || word.elementsEqual("thur".utf8)
        || word.elementsEqual("thurs".utf8)
    else { return nil }
    place += word.count
    _ = separator()
    return day
  }

  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ].map { Array($0.utf8) }

  /// Whether a time of day with its zone stands from here to the end.
  mutating func isTimeToTheEnd() -> Bool {
    guard beginsTime(), let hour = number(upTo: 2)?.value else { return false }
    var hasMinutes = false
    if accept(0x3A) {
      guard sixtieth() else { return false }
      hasMinutes = true
      if accept(0x3A) {
        guard sixtieth() else { return false }
        if accept(0x2E) || accept(0x2C), number(upTo: 12) == nil { return false }
      }
    }
    let start = place
    spaces()
    if isHalfOfDay() {
      guard (1...12).contains(hour) else { return false }
    } else {
      place = start
      guard hasMinutes, hour <= 23 else { return false }
    }
    return isAtEnd || isZoneToTheEnd()
  }

  /// A "T", spaces, a comma, or the word "at".
  private mutating func beginsTime() -> Bool {
    if accept(0x74) { return true }
    let hasComma = accept(0x2C)
    guard spaces() || hasComma else { return false }
    if accept(word: "at") { spaces() }
    return true
  }

  private mutating func sixtieth() -> Bool {
    guard let part = number(upTo: 2) else { return false }
    return part.digits == 2 && part.value <= 59
  }

  private mutating func isHalfOfDay() -> Bool {
    let start = place
    guard accept(0x61) || accept(0x70) else { return false }
    let hasStops = accept(0x2E)
    guard accept(0x6D), !hasStops || accept(0x2E), peek.map(isLetter) != true else {
      place = start
      return false
    }
    return true
  }

  /// As forms write them behind a time of day.
  private static let zones = [
    "gmt", "utc", "bst", "ist", "wet", "west", "cet", "cest", "eet", "eest", "msk", "mez", "mesz",
    "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "akst", "akdt", "hst", "ast", "adt",
    "nst", "ndt", "brt", "art", "wat", "cat", "sast", "eat", "pkt", "sgt", "hkt", "jst", "awst",
    "acst", "acdt", "aest", "aedt", "nzst", "nzdt",
  ]

  private mutating func isZoneToTheEnd() -> Bool {
    spaces()
    if accept(0x7A) { return isAtEnd }
    let isNamed = DateScanner.zones.contains { accept(word: $0) }
    if accept(0x2B) || accept(0x2D) || accept(PlainLetter.minusSign) {
      guard let offset = number(upTo: 4) else { return false }
      if accept(0x3A), number(upTo: 2) == nil { return false }
      guard offset.value <= (offset.digits > 2 ? 1400 : 14) else { return false }
    } else if !isNamed {
      return false
    }
    if isAtEnd { return true }
    // JavaScript adds the zone's name in brackets.
    return spaces() && accept(0x28) && letters.last == 0x29
  }
}

/// The month of which a word is the English name, or the first three letters, or "sept".
func dateMonth(_ word: ArraySlice<UInt8>) -> Int? {
  guard word.count >= 3 else { return nil }
  guard let place = lowerCaseMonths.firstIndex(where: { $0.starts(with: word) }),
    word.count == 3 || word.count == lowerCaseMonths[place].count || word.elementsEqual("sept".utf8)
  else { return nil }
  return place + 1
}

private let lowerCaseMonths = [
  "january", "february", "march", "april", "may", "june", "july", "august", "september",
  "october", "november", "december",
].map { Array($0.utf8) }
