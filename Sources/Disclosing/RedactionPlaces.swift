// Postcodes and addresses.

extension RedactionText {
  var postcodes: [FoundPart] {
    var found: [FoundPart] = []
    for place in tokens.indices {
      if let part = postcode(at: place) ?? calledPostcode(at: place) { found.append(part) }
    }
    return found
  }

  /// A whole postcode, as one word or two.
  private func postcode(at place: Int) -> FoundPart? {
    guard let first = token(place), first.kind == .mixed || first.kind == .word else { return nil }
    let letters = first.text
    if (5...7).contains(letters.count), first.kind == .mixed, isPostcode(letters) {
      return FoundPart(.postcode, first.range)
    }
    guard let second = token(place + 1), second.kind == .mixed, second.text.count == 3,
      followsDirectly(place + 1), isPostcode(letters + second.text),
      !isMeasure(second.text)
    else { return nil }
    return FoundPart(.postcode, first.range.lowerBound..<second.range.upperBound)
  }

  /// The first half alone, where it is called a postcode.
  private func calledPostcode(at place: Int) -> FoundPart? {
    let isCalled =
      word(place) == "postcode" || word(place) == "code" && word(place - 1) == "post"
    guard isCalled else { return nil }
    var next = place + 1
    while next <= place + 2, ["is", ":", "was"].contains(token(next)?.folded ?? "") { next += 1 }
    guard let code = token(next), code.kind == .mixed, code.text.count <= 4,
      isPostcode(code.text + "1AA")
    else { return nil }
    return FoundPart(.postcode, code.range)
  }

  /// An ordinal or a number with its unit, such as `1st` or `2hr`: no half of a postcode.
  private func isMeasure(_ text: String) -> Bool {
    let unit = String(text.suffix(2))
    let units: Set<String> = [
      "st", "nd", "rd", "th", "hr", "wk", "yr", "ft", "lb", "pt", "gb", "tb", "pp", "ps", "ts",
      "nt",
    ]
    return units.contains(unit)
  }

  private func isPostcode(_ text: String) -> Bool {
    let letters = Array(text.uppercased().unicodeScalars)
    guard letters.count >= 5, letters.allSatisfy(\.isASCII) else { return false }
    let (outward, inward) = (letters.dropLast(3), Array(letters.suffix(3)))
    guard inward[0].isDigit, inward[1...].allSatisfy({ isLetter($0, butNot: "CIKMOV") }) else {
      return false
    }
    let area = outward.prefix { !$0.isDigit }
    let district = Array(outward.dropFirst(area.count))
    guard postcodeAreas.contains(String(String.UnicodeScalarView(area))),
      let first = district.first,
      first.isDigit
    else { return false }
    return switch district.count {
    case 1: true
    case 2: district[1].isDigit || isLetter(district[1], butNot: "CIOQZ")
    default: false
    }
  }

  private func isLetter(_ scalar: Unicode.Scalar, butNot excluded: String) -> Bool {
    ("A"..."Z").contains(scalar) && !excluded.unicodeScalars.contains(scalar)
  }

  // MARK: Addresses

  private static let streets: Set<String> = [
    "road", "rd", "street", "avenue", "ave", "lane", "close", "drive", "crescent", "terrace",
    "gardens", "grove", "way", "walk", "mews", "square", "row", "court", "place",
  ]
  /// What has numbers of its own, so that the number before a street is not a house's.
  private static let numbered: Set<String> = [
    "ward", "room", "bay", "bed", "floor", "unit", "clinic", "level", "gate", "platform", "bus",
    "page", "item", "the", "junction",
  ]

  /// The number of a house and its street.
  var addresses: [FoundPart] {
    tokens.indices.compactMap { place in
      guard let number = token(place), number.kind == .digits || number.kind == .mixed,
        isHouseNumber(number.text), !RedactionText.numbered.contains(word(place - 1))
      else { return nil }
      let isCalled = ["at", "is", "address", ":"].contains(token(place - 1)?.folded ?? "")
      var next = place + 1
      while next <= place + 5, let token = token(next),
        followsDirectly(next) || [".", "'s", "’s"].contains(token.text)
      {
        if next > place + 1, RedactionText.streets.contains(token.folded) {
          return FoundPart(.address, number.range.lowerBound..<token.range.upperBound)
        }
        guard token.isCapitalised || token.kind == .sign || isCalled && token.isWord else { break }
        next += 1
      }
      return nil
    }
  }

  private func isHouseNumber(_ text: String) -> Bool {
    let digits = text.unicodeScalars.prefix(while: \.isDigit).count
    let rest = text.unicodeScalars.dropFirst(digits)
    return (1...4).contains(digits) && rest.count <= 1 && rest.allSatisfy(\.properties.isAlphabetic)
  }
}

/// The letters with which the postcodes of the United Kingdom begin.
private let postcodeAreas = Set(
  """
  AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC \
  EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS \
  LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP \
  SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE
  """.split(separator: " ").map(String.init))
