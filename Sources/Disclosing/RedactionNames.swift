// Names of people.

/// Names that somebody listed, in words as texts are compared by.
struct NameList: Sendable {
  /// By its first word; the longest first.
  private(set) var wholes: [String: [[String]]] = [:]
  /// Every word of a name that may stand for it alone.
  private(set) var parts: Set<String> = []

  init(_ names: [String]) {
    for name in names {
      let words = RedactionText(name).tokens.filter(\.isWord).map(\.folded)
        .filter { !NameWords.titles.contains($0) }
      guard let first = words.first else { continue }
      wholes[first, default: []].append(words)
      parts.formUnion(words.filter { $0.count > 1 && !NameWords.particles.contains($0) })
    }
    for first in wholes.keys { wholes[first]?.sort { $1.count < $0.count } }
  }
}

extension RedactionText {
  func names(_ list: NameList) -> [FoundPart] {
    var found: [FoundPart] = []
    var place = 0
    var lastEnd = -1
    while place < tokens.count {
      let isBehindName =
        lastEnd >= 0 && lastEnd == place - 1 && ["and", "&", ","].contains(tokens[lastEnd].folded)
        && (tokens[lastEnd].text != "," || isInList(place))
      if let end = name(at: place, list, isBehindName: isBehindName) {
        found.append(
          FoundPart(.name, tokens[place].range.lowerBound..<tokens[end - 1].range.upperBound))
        place = end
        lastEnd = end
      } else {
        place += 1
      }
    }
    return found
  }

  /// The token behind a name that begins here; nil where none begins.
  private func name(at place: Int, _ list: NameList, isBehindName: Bool) -> Int? {
    guard tokens[place].isWord else { return nil }
    if let end = listed(at: place, list) { return extended(end) }
    if let end = titled(at: place) ?? related(at: place) ?? introduced(at: place) { return end }
    if let end = given(at: place) { return end }
    // "Nathan and Bukola", "Keri, Sarah and Jo", "Drs Shah and Miller".
    guard isBehindName || isBeforeGiven(place) || isSpokenOf(place), !hasIdleCapitals,
      isNameLike(place), !isFacility(place)
    else { return nil }
    return extended(place + 1)
  }

  /// Whether the words around say that a person is meant: "thanks to Asmita", "worked with Neale",
  /// "Abbi, my therapist".
  private func isSpokenOf(_ place: Int) -> Bool {
    let next = token(place + 1)?.text == "," ? place + 2 : place + 1
    // "Sadly my father" begins with no name.
    if ["my", "our", "the"].contains(word(next)), !word(place).hasSuffix("ly"),
      (1...2).contains(where: { distance in
        let person = word(next + distance)
        return NameWords.relatives.contains(person) || NameWords.callings.contains(person)
      })
    {
      return true
    }
    let before = word(place - 1)
    if NameWords.thanking.contains(before) { return true }
    if ["to", "you"].contains(before) { return NameWords.thanking.contains(word(place - 2)) }
    return before == "with" && NameWords.companies.contains(word(place - 2))
  }

  /// Whether a further comma or an "and" follows, as between the names of a list.
  private func isInList(_ place: Int) -> Bool {
    [",", "and", "&"].contains(token(place + 1)?.folded ?? "")
  }

  private func isBeforeGiven(_ place: Int) -> Bool {
    ["and", "&"].contains(token(place + 1)?.folded ?? "") && isPlainlyGiven(place + 2)
      && tokens[place + 2].isCapitalised
  }

  // MARK: Names that were listed

  private func listed(at place: Int, _ list: NameList) -> Int? {
    for words in list.wholes[word(place)] ?? [] where words.count > 1 {
      if words.indices.allSatisfy({ word(place + $0) == words[$0] }) { return place + words.count }
    }
    guard list.parts.contains(word(place)) else { return nil }
    // A name that is a word, too, needs its capital in the middle of a sentence.
    let isWord =
      ordinaryWords.contains(word(place)) || ambiguousGivenNames.contains(word(place))
      || wordySurnames.contains(word(place)) || word(place).count < 3
    if !isWord { return place + 1 }
    return tokens[place].isCapitalised && !hasIdleCapitals && !beginsSentence(place)
      && !isFacility(place) ? place + 1 : nil
  }

  // MARK: Names by what stands before them

  private func titled(at place: Int) -> Int? {
    let hasPoint = token(place - 1)?.text == "."
    let before = hasPoint ? place - 2 : place - 1
    guard let title = token(before), title.isWord, isOnOneLine(before, place) else { return nil }
    let isPlain = NameWords.plainTitles.contains(title.folded)
    let isTitle = isPlain || NameWords.titles.contains(title.folded) && title.isCapitalised
    if isTitle, title.folded == "ms" || title.folded == "miss" {
      // "MS" is an illness, "miss" a verb.
      guard title.text == "Ms" || title.text == "Miss", isNameLike(place) else { return nil }
      return extended(initialled(place))
    }
    if isTitle {
      if isInitial(place) || isNameLike(place, butNot: neverSurnames) || leadsToName(place) {
        return extended(initialled(place))
      }
      guard isPlain, !hasPoint, word(before - 1) != "the", tokens[place].text.count > 1,
        !ordinaryWords.contains(word(place)),
        tokens[place].text == tokens[place].folded || hasIdleCapitals
      else { return nil }
      return place + 1
    }
    guard NameWords.callings.contains(title.folded), !hasPoint else { return nil }
    guard isNameLike(place), !isFacility(place) else { return nil }
    return extended(place + 1)
  }

  /// `my daughter Emily`, `my social worker is called Dave`, `the chair, Deborah,`.
  private func related(at place: Int) -> Int? {
    guard isNameLike(place) else { return nil }
    var before = place - 1
    if ["called", "named"].contains(word(before)) {
      before -= 1
      if ["is", "was"].contains(word(before)) { before -= 1 }
      if word(before) == "who" { before -= 1 }
      let person = word(before)
      return NameWords.relatives.contains(person) || NameWords.persons.contains(person)
        || NameWords.callings.contains(person)
        ? extended(place + 1) : nil
    }
    let isApart = [",", "("].contains(token(before)?.text ?? "")
    if isApart { before -= 1 }
    guard NameWords.relatives.contains(word(before)), isOnOneLine(before, place) else { return nil }
    if isApart {
      let next = token(place + 1)?.text ?? ","
      guard [",", ")", "."].contains(next) || isGiven(place) else { return nil }
      return extended(place + 1)
    }
    // "my support worker Dave", not "the worker Council".
    let isOwned = (1...3).contains {
      ["my", "our", "his", "her", "their", "your", "me"].contains(word(before - $0))
    }
    guard isOwned || isGiven(place) else { return nil }
    return extended(place + 1)
  }

  /// `my name is Rashida Begum`, `Regards, Ken`, `Hi Steve`.
  private func introduced(at place: Int) -> Int? {
    let before = word(place - 1)
    let isBehindComma = token(place - 1)?.text == ","
    if ["is", "was", "'s"].contains(token(place - 1)?.folded ?? ""), word(place - 2) == "name" {
      let isCapital = isNameLike(place)
      guard isCapital || !ordinaryWords.contains(word(place)) else { return nil }
      return extended(place + 1)
    }
    if ["regards", "sincerely", "faithfully"].contains(isBehindComma ? word(place - 2) : before),
      isNameLike(place) || ambiguousGivenNames.contains(word(place)) && tokens[place].isCapitalised
    {
      return extended(place + 1)
    }
    guard ambiguousGivenNames.contains(word(place)), tokens[place].isCapitalised, !hasIdleCapitals
    else { return nil }
    return ["hi", "hello", "dear", "hey", "thanks", "cheers"].contains(before)
      ? extended(place + 1) : nil
  }

  // MARK: Given names

  private func isGiven(_ place: Int) -> Bool {
    givenNames.contains(word(place)) || ambiguousGivenNames.contains(word(place))
  }

  /// A given name that is no word, however it is written; also with the s of a possessive.
  ///
  /// Three small letters may be a slip ("ben" for been), three capitals an abbreviation.
  private func isPlainlyGiven(_ place: Int) -> Bool {
    guard let token = token(place), token.isWord else { return false }
    let isPlural =
      token.folded.hasSuffix("s") && token.isCapitalised && token.text.count > 5
      && givenNames.contains(String(token.folded.dropLast()))
    guard givenNames.contains(token.folded) || isPlural else { return false }
    if token.text.count > 3 {
      return token.isCapitalised || !["the", "a", "an"].contains(word(place - 1))
    }
    return token.isCapitalised && (!token.isShouted || hasIdleCapitals)
  }

  /// Two given names with a hyphen, such as Jean-Paul.
  private func isCompound(_ place: Int) -> Bool {
    let parts = word(place).split(separator: "-").map(String.init)
    return parts.count > 1 && tokens[place].isCapitalised
      && parts.allSatisfy {
        givenNames.contains($0) || ambiguousGivenNames.contains($0) && !months.contains($0)
      }
  }

  private func given(at place: Int) -> Int? {
    guard !isFacility(place), !NameWords.crowns.contains(word(place - 1)),
      !(token(place - 1)?.text == "." && NameWords.crowns.contains(word(place - 2)))
    else { return nil }
    if isPlainlyGiven(place) || isCompound(place) { return extended(place + 1) }
    guard ambiguousGivenNames.contains(word(place)), tokens[place].isCapitalised, !hasIdleCapitals,
      !tokens[place].isShouted, !months.contains(word(place)),
      !["the", "a", "an", "in", "every", "this"].contains(word(place - 1)),
      !beginsSentence(place) || isDoing(place)
    else { return nil }
    return extended(place + 1)
  }

  /// Whether a sentence begins with the name and goes on as of a person: "Ruby was kind".
  private func isDoing(_ place: Int) -> Bool {
    let next = word(place + 1)
    if NameWords.deeds.contains(next) { return true }
    return ["was", "is", "has"].contains(next) && !ordinaryWords.contains(word(place))
      && !NameWords.virtues.contains(word(place))
  }

  private var months: Set<String> { ["april", "may", "june", "august", "jan", "jun"] }

  /// Whether the name is that of a place, such as "Florence Nightingale ward".
  private func isFacility(_ place: Int) -> Bool {
    if token(place + 1)?.kind == .digits, followsDirectly(place + 1) { return true }
    return (1...2).contains { distance in
      NameWords.facilities.contains(word(place + distance))
        && (1..<distance).allSatisfy { tokens[place + $0].isCapitalised }
        || distance == 1 && NameWords.facilities.contains(word(place + 2))
          && token(place + 1)?.text == "'s"
    }
  }

  // MARK: How far a name goes

  private func isOnOneLine(_ first: Int, _ last: Int) -> Bool {
    guard let start = token(first)?.range.upperBound, let end = token(last)?.range.lowerBound else {
      return false
    }
    return !scalars[start..<end].contains(where: \.isLineEnd)
  }

  /// A capital that is no word of the language, no abbreviation and not all there is.
  private func isNameLike(_ place: Int, butNot words: Set<String> = ordinaryWords) -> Bool {
    let words = hasIdleCapitals ? ordinaryWords : words
    guard let token = token(place), token.isCapitalised, token.text.count > 1,
      !words.contains(token.folded), !NameWords.titles.contains(token.folded),
      !NameWords.callings.contains(token.folded)
    else { return false }
    if hasIdleCapitals { return true }
    return !token.isShouted || token.text.count > 4 || isGiven(place)
  }

  /// Whether this is the first of the small words in front of a name, as in "van der Berg".
  private func leadsToName(_ place: Int) -> Bool {
    guard NameWords.particles.contains(word(place)) else { return false }
    return isNameLike(place + 1)
      || NameWords.particles.contains(word(place + 1)) && isNameLike(place + 2)
  }

  private func isInitial(_ place: Int) -> Bool {
    guard let token = token(place) else { return false }
    return token.isCapitalised && token.text.count == 1 && token.text != "I"
  }

  /// The token behind the first word of a name and the initials before it.
  private func initialled(_ place: Int) -> Int {
    var end = place + 1
    guard isInitial(place) else { return end }
    if token(end)?.text == ".", isNameLike(end + 1) || isInitial(end + 1) { end += 1 }
    while isInitial(end) {
      end += 1
      if token(end)?.text == ".", isNameLike(end + 1) { end += 1 }
    }
    return end
  }

  /// The token behind the further words of a name.
  private func extended(_ end: Int) -> Int {
    var end = end
    for _ in 0..<3 {
      guard followsDirectly(end) else { break }
      if leadsToName(end) {
        end += 1
      } else if isInitial(end), word(end) != "a" {
        end += 1
      } else if isNameLike(end, butNot: neverSurnames), !NameWords.facilities.contains(word(end)) {
        end += 1
      } else {
        break
      }
    }
    return end
  }
}
