import Disclosing
import EvaluationData
import Testing

@Suite struct QuotesTests {
  private typealias Card = FeedbackCards.Card

  private func texts(_ quotes: [QuoteToCheck]) -> [String] { quotes.map(\.text) }

  /// So many cards about tea, of different people, half of them of each site.
  private func cards(_ count: Int) -> FeedbackCards {
    FeedbackCards(
      (0..<count).map {
        Card("M\($0)", $0 % 2 == 0 ? "east" : "west", "The tea was number \($0) for us.")
      })
  }

  // MARK: Who may be quoted

  @Test func `only people with a yes are offered`() {
    var club = cards(5)
    club.members = [
      ("M0", "older", "yes"), ("M1", "older", "no"), ("M2", "older", nil), ("M3", "older", "yes"),
    ]
    club.cards.append(Card(nil, "east", "The tea is nobody's card."))
    let offered = club.chosen(perCode: 9).value.toCheck
    #expect(Set(offered.map(\.address.line)) == [2, 5])
    #expect(offered.allSatisfy { $0.decision == .open && !$0.isUsed })
  }

  @Test func `where cards ask, the card decides, and a no in the register forbids all the same`() {
    var club = cards(4)
    club.ownConsent = ["yes", "no", "yes", nil]
    club.members = [("M0", nil, "no"), ("M1", nil, "yes"), ("M2", nil, nil), ("M3", nil, "yes")]
    #expect(club.chosen(perCode: 9).value.toCheck.map(\.address.line) == [4])
  }

  @Test func `one no of a person listed twice forbids`() {
    var club = cards(2)
    club.members = [("M0", nil, "yes"), ("M0", nil, "no"), ("M1", nil, "yes"), ("M1", nil, nil)]
    #expect(club.chosen(perCode: 9).value.toCheck.map(\.address.line) == [3])
  }

  // MARK: What is offered

  @Test func `no code gets more than it should, and no card is quoted twice`() {
    let club = FeedbackCards(
      (0..<12).map { Card("M\($0)", nil, "Good tea and books, number \($0).", ["tea", "books"]) })
    let offered = club.chosen(perCode: 3).value.toCheck
    #expect(offered.count { $0.code.name == "tea" } == 3)
    #expect(offered.count { $0.code.name == "books" } == 3)
    #expect(Set(offered.map(\.address)).count == 6)
    #expect(offered.map(\.id) == (1...6).map { "Q\($0)" })
  }

  @Test func `a rare code gets the one card that it has`() {
    var club = cards(1)
    club.cards[0].codes = ["tea", "books"]
    for number in 0..<9 {
      club.cards.append(Card("N\(number)", nil, "More tea for all of us \(number)."))
    }
    club.members += (0..<9).map { ("N\($0)", "older", "yes") }
    for seed in 1...8 {
      club.seed = UInt64(seed)
      let offered = club.chosen(perCode: 1).value.toCheck
      #expect(offered.map(\.code.name) == ["tea", "books"])
      #expect(offered[1].address.line == 2)
    }
  }

  @Test func `quotes are spread over the groups, whatever the seed`() {
    var club = cards(0)
    for number in 0..<40 {
      club.cards.append(
        Card("M\(number)", number < 36 ? "east" : "west", "Tea, number \(number), was fine."))
    }
    club.members = (0..<40).map { ("M\($0)", $0 % 2 == 0 ? "younger" : "older", "yes") }
    var choices: Set<[Int]> = []
    for seed in 1...12 {
      club.seed = UInt64(seed)
      let offered = club.chosen(perCode: 4, balance: ["site", "band"]).value.toCheck
      let lines = offered.map { $0.address.line - 2 }
      #expect(lines.count { $0 >= 36 } == 2)
      #expect(lines.count { $0 % 2 == 0 } == 2)
      choices.insert(lines)
    }
    #expect(choices.count > 6)
  }

  @Test func `over codes with a quote each, groups are spread as well`() {
    let club = FeedbackCards(
      (0..<20).map {
        Card(
          "M\($0)", $0 < 18 ? "east" : "west", "On tea and books \($0) I have said it.",
          $0 % 2 == 0 ? ["tea"] : ["books"])
      })
    let offered = club.chosen(perCode: 1, balance: ["site"]).value.toCheck
    #expect(offered.count { $0.address.line >= 20 } == 1)
  }

  @Test func `one person speaks again only when all others have spoken`() {
    var club = FeedbackCards(
      (0..<10).map { Card($0 < 8 ? "loud" : "quiet\($0)", nil, "My remark on tea, number \($0).") })
    for seed in 1...6 {
      club.seed = UInt64(seed)
      let people = club.chosen(perCode: 3).value.toCheck.map {
        club.cards[$0.address.line - 2].person
      }
      #expect(people.count { $0 == "loud" } == 1)
    }
  }

  @Test func `the choice does not hang on the order of the rows`() {
    let club = cards(30)
    var turned = club
    turned.cards.reverse()
    let one = club.chosen(perCode: 3, balance: ["site"]).value.toCheck
    let other = turned.chosen(perCode: 3, balance: ["site"]).value.toCheck
    #expect(Set(texts(one)) == Set(texts(other)))
  }

  @Test func `only codes that are asked for are quoted`() {
    let club = FeedbackCards(
      (0..<6).map { Card("M\($0)", nil, "Tea and books again \($0).", ["tea", "books"]) })
    #expect(Set(club.chosen(codes: ["books"]).value.toCheck.map(\.code.name)) == ["books"])
  }

  @Test func `names are redacted before anybody sees the quote`() {
    var club = FeedbackCards([
      Card("M0", nil, "Dr Quill and Ottoline made the tea; ring 07700 900123.")
    ])
    club.names = ["Ottoline"]
    #expect(
      texts(club.chosen().value.toCheck) == ["Dr [name] and [name] made the tea; ring [phone]."])
  }

  // MARK: Attributes

  @Test func `attributes that few people share are a problem, and not published`() {
    var club = cards(7)
    for index in club.members.indices {
      club.members[index].band = index == 0 ? "younger" : "older"
    }
    club.threshold = 3
    let chosen = club.chosen(perCode: 7, show: ["site", "band"], mustBeChecked: false)
    // East: M0 alone is younger; M2, M4 and M6 are older. West: M1, M3 and M5.
    #expect(chosen.value.toCheck[0].attributes == "East, Younger")
    #expect(chosen.value.toCheck.map(\.sharedBy) == [1, 3, 3, 3, 3, 3, 3])
    #expect(
      chosen.value.quotes.map(\.attributes) == [
        "", "West, Older", "East, Older", "West, Older", "East, Older", "West, Older",
        "East, Older",
      ])
    #expect(
      chosen.problems.map(\.description) == [
        "cards.csv:2: rare-attributes: expected at least 3 people in 'Cards' with the same 'site' "
          + "and 'band'"
      ])
  }

  @Test func `people are counted, not cards`() {
    var club = FeedbackCards(
      (0..<8).map { Card("M\($0 % 2)", "east", "Tea for the \($0)th time, thanks.") })
    club.threshold = 3
    let chosen = club.chosen(perCode: 1, show: ["site"], mustBeChecked: false)
    #expect(chosen.value.toCheck[0].sharedBy == 2)
    #expect(chosen.value.quotes[0].attributes.isEmpty)
  }

  @Test func `without an answer nothing stands beside the quote, and nothing is rare`() {
    var club = FeedbackCards([Card("M0", nil, "Just the one tea for me.")])
    club.threshold = 9
    let chosen = club.chosen(show: ["site"])
    #expect(chosen.value.toCheck.map(\.attributes) == [""])
    #expect(chosen.value.toCheck.map(\.sharedBy) == [nil])
    #expect(chosen.problems.isEmpty)
  }

  // MARK: Length

  @Test func `fewer than four words are no quote, redacted ones not counted`() {
    let club = FeedbackCards([
      Card("M0", nil, "Good tea."), Card("M1", nil, "Thanks Dr Smith, tea"),
      Card("M2", nil, "Tea - very - nice"),
      Card("M3", nil, "Tea was really nice"),
    ])
    #expect(texts(club.chosen(perCode: 9).value.toCheck) == ["Tea was really nice"])
  }

  @Test func `eighty words stay whole, more are cut at a sentence's end`() throws {
    func words(_ count: Int) -> String { (1...count).map { "w\($0)" }.joined(separator: " ") }
    let whole = "The tea. " + words(77) + " end."
    let long = "The tea is fine. " + words(60) + " stop. And then " + words(30) + " end."
    let club = FeedbackCards([Card("M0", nil, whole), Card("M1", nil, long)])
    let offered = texts(club.chosen().value.toCheck)
    #expect(offered == [whole, "The tea is fine. " + words(60) + " stop. …"])
  }

  @Test func `the words that the code is about are in what is shown`() {
    let filler = (1...9).map { "Sentence \($0) has exactly these nine words in it." }.joined(
      separator: " ")
    let club = FeedbackCards([Card("M0", nil, filler + " Now the tea was cold. " + filler)])
    let offered = texts(club.chosen().value.toCheck)
    #expect(offered.count == 1)
    #expect(offered[0].hasPrefix("… Now the tea was cold. Sentence 1"))
    #expect(offered[0].hasSuffix("in it. …"))
    #expect(offered[0].split(separator: " ").count <= 82)
  }

  @Test func `a sentence without an end is cut between words`() {
    let text = (1...200).map { $0 == 150 ? "tea" : "w\($0)" }.joined(separator: " ")
    let offered = texts(FeedbackCards([Card("M0", nil, text)]).chosen().value.toCheck)
    #expect(offered[0].hasPrefix("… w110 ") && offered[0].hasSuffix(" w189 …"))
    #expect(offered[0].contains(" tea "))
  }

  @Test func `a title's point ends no sentence, and a redacted name is not cut`() {
    let lead = (1...76).map { "w\($0)" }.joined(separator: " ")
    let text = "Tea first. \(lead) to Dr. Mary Ann Smith and all. Last sentence here."
    let offered = texts(FeedbackCards([Card("M0", nil, text)]).chosen().value.toCheck)
    #expect(offered == ["Tea first. …"])
  }

  @Test func `a stop apart from its word ends the sentence`() {
    func words(_ count: Int) -> String { (1...count).map { "w\($0)" }.joined(separator: " ") }
    let text = "Tea \(words(50)) . More \(words(50)) !"
    let offered = texts(FeedbackCards([Card("M0", nil, text)]).chosen().value.toCheck)
    #expect(offered == ["Tea \(words(50)) . …"])
  }

  @Test func `line breaks and blanks become single blanks`() {
    let club = FeedbackCards([Card("M0", nil, "  Tea\r\n\r\nwas   late,\tand cold. ")])
    #expect(texts(club.chosen().value.toCheck) == ["Tea was late, and cold."])
  }

  @Test func `what need not be checked is published as it is`() {
    let chosen = cards(4).chosen(mustBeChecked: false).value
    #expect(chosen.quotes.count == 2)
    #expect(chosen.quotes.map(\.text) == chosen.toCheck.map(\.text))
    #expect(chosen.quotes.allSatisfy { !$0.isChecked })
  }
}
