// E-mail addresses, links and handles.

extension RedactionText {
  var contacts: [FoundPart] {
    var found: [FoundPart] = []
    var place = 0
    while place < scalars.count {
      if let part = email(at: place) ?? link(at: place) ?? handle(at: place) {
        found.append(part)
        place = part.range.upperBound
      } else {
        place += 1
      }
    }
    return found + namedHandles
  }

  // MARK: E-mail

  private func isBeginning(_ place: Int) -> Bool {
    guard let before = scalar(place - 1) else { return true }
    return !before.isLetterOrDigit && !"._%+-@/".unicodeScalars.contains(before)
  }

  private func email(at place: Int) -> FoundPart? {
    guard scalars[place].isLetterOrDigit, isBeginning(place) else { return nil }
    var end = place
    while let next = scalar(end), next.isLetterOrDigit || "._%+-".unicodeScalars.contains(next) {
      end += 1
    }
    if scalar(end) == "@", let domain = domain(from: end + 1, needsKnownEnding: false) {
      return FoundPart(.email, place..<domain)
    }
    return spelledEmail(from: place, localEnd: end)
  }

  /// An address that its writer has spelled to hide it: `kim (at) example.com`, or
  /// `kim at example dot com`.
  private func spelledEmail(from place: Int, localEnd: Int) -> FoundPart? {
    guard let at = passing(["(at)", "[at]", "{at}", "at"], from: localEnd) else { return nil }
    let isMarked = scalars[localEnd..<at].contains { "([{".unicodeScalars.contains($0) }
    var end = at
    var hasDot = false
    var hasSpelledDot = false
    while true {
      var next = end
      while let letter = scalar(next), letter.isLetterOrDigit || letter == "-" { next += 1 }
      guard next > end else { return nil }
      end = next
      if scalar(end) == ".", scalar(end + 1)?.isLetterOrDigit == true {
        end += 1
        hasDot = true
      } else if let dot = passing(["(dot)", "[dot]", "dot"], from: end) {
        end = dot
        hasSpelledDot = true
      } else {
        break
      }
    }
    // "met at example.com" names a place: there, the words of a hidden address are wanted.
    return isMarked && hasDot || hasSpelledDot ? FoundPart(.email, place..<end) : nil
  }

  /// Where a text begins that follows one of these words with blanks round it.
  private func passing(_ words: [String], from place: Int) -> Int? {
    var start = place
    while scalar(start) == " " { start += 1 }
    for word in words {
      let letters = Array(word.unicodeScalars)
      let end = start + letters.count
      guard end < scalars.count,
        folded(String(String.UnicodeScalarView(scalars[start..<end]))) == word
      else { continue }
      let isBare = letters[0].isLetterOrDigit
      if isBare, start == place || scalar(end) != " " { continue }
      var next = end
      while scalar(next) == " " { next += 1 }
      return next
    }
    return nil
  }

  /// The end of a domain that begins here; nil where there is none.
  private func domain(from place: Int, needsKnownEnding: Bool) -> Int? {
    var labels: [String] = []
    var end = place
    var lastEnd: Int?
    while true {
      var next = end
      while let letter = scalar(next), letter.isLetterOrDigit || letter == "-" { next += 1 }
      guard next > end else { break }
      labels.append(folded(String(String.UnicodeScalarView(scalars[end..<next]))))
      if labels.count > 1, !needsKnownEnding || RedactionText.isDomain(labels) { lastEnd = next }
      guard scalar(next) == "." else { break }
      end = next + 1
    }
    return lastEnd
  }

  // MARK: Links

  private static let endings: Set<String> = [
    "com", "org", "net", "uk", "eu", "scot", "wales", "cymru", "london", "ie",
  ]
  private static let secondLevels: Set<String> = [
    "co", "org", "nhs", "gov", "ac", "me", "ltd", "sch",
  ]
  private static let shortLinks: Set<String> = [
    "bit.ly", "t.co", "youtu.be", "linktr.ee", "goo.gl", "fb.me", "wa.me", "t.me", "instagr.am",
    "discord.gg", "buff.ly", "ow.ly", "lnkd.in", "forms.gle",
  ]

  private static func isDomain(_ labels: [String]) -> Bool {
    guard let last = labels.last, labels[0].count > 1 || labels.count > 2 else { return false }
    if shortLinks.contains(labels.joined(separator: ".")) { return true }
    guard endings.contains(last) else { return false }
    return last != "uk" || labels.count > 2 && secondLevels.contains(labels[labels.count - 2])
  }

  private func link(at place: Int) -> FoundPart? {
    guard isBeginning(place), scalars[place].isLetterOrDigit else { return nil }
    for beginning in ["http://", "https://", "www."] where begins(with: beginning, at: place) {
      let end = endOfPath(from: place + beginning.unicodeScalars.count)
      return end > place + beginning.unicodeScalars.count ? FoundPart(.link, place..<end) : nil
    }
    guard var end = domain(from: place, needsKnownEnding: true) else { return nil }
    let domain = folded(String(String.UnicodeScalarView(scalars[place..<end])))
    if scalar(end) == "/" {
      end = endOfPath(from: end)
    } else if RedactionText.shortLinks.contains(domain) || scalar(end)?.isLetterOrDigit == true {
      return nil
    }
    return FoundPart(.link, place..<end)
  }

  private func begins(with text: String, at place: Int) -> Bool {
    let letters = Array(text.unicodeScalars)
    guard place + letters.count <= scalars.count else { return false }
    return letters.indices.allSatisfy {
      scalars[place + $0].properties.lowercaseMapping == String(letters[$0])
    }
  }

  /// A link ends at a blank; the stop of the sentence is not part of it.
  private func endOfPath(from place: Int) -> Int {
    var end = place
    while let next = scalar(end), !next.properties.isWhitespace,
      !"<>\"“”".unicodeScalars.contains(next)
    { end += 1 }
    while end > place, ".,;:!?)]}'’".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
    return end
  }

  // MARK: Handles

  private func handle(at place: Int) -> FoundPart? {
    guard scalars[place] == "@", isBeginning(place), let first = scalar(place + 1),
      first.isASCII, first.properties.isAlphabetic || first == "_"
    else { return nil }
    var end = place + 1
    while let next = scalar(end), next.isASCII, next.isLetterOrDigit || next == "_" || next == "." {
      end += 1
    }
    while scalars[end - 1] == "." { end -= 1 }
    let word = folded(String(String.UnicodeScalarView(scalars[(place + 1)..<end])))
    guard end - place > 2, !ordinaryWords.contains(word) else { return nil }
    return FoundPart(.handle, place..<end)
  }

  private static let networks: Set<String> = [
    "insta", "instagram", "twitter", "tiktok", "snapchat", "snap", "facebook", "fb", "handle",
    "username", "skype", "linkedin",
  ]

  /// `my insta is jane_doe91`: a name that no word is, behind the name of a network.
  private var namedHandles: [FoundPart] {
    var found: [FoundPart] = []
    for place in tokens.indices where RedactionText.networks.contains(word(place)) {
      var next = place + 1
      while next <= place + 3,
        ["is", ":", "-", "name", "handle", "as", "me", "at"]
          .contains(token(next)?.folded ?? "")
      { next += 1 }
      guard let start = token(next)?.range.lowerBound else { continue }
      var end = start
      while let scalar = scalar(end), scalar.isLetterOrDigit || scalar == "_" || scalar == "." {
        end += 1
      }
      while end > start, scalars[end - 1] == "." { end -= 1 }
      let name = scalars[start..<end]
      if name.count > 3, name.contains(where: \.properties.isAlphabetic),
        name.contains(where: { $0 == "_" || $0 == "." || $0.isDigit })
      {
        found.append(FoundPart(.handle, start..<end))
      }
    }
    return found
  }
}
