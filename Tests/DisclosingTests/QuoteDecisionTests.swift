import Disclosing
import EvaluationData
import Testing

/// What people decide on quotes, and what becomes of it in the next run.
@Suite struct QuoteDecisionTests {
  private typealias Card = FeedbackCards.Card

  private static let club = FeedbackCards(
    (0..<8).map { Card("M\($0)", "east", "The tea was number \($0) for us.") })

  private func offered(_ club: FeedbackCards = club) -> [QuoteToCheck] {
    club.chosen(show: ["site"]).value.toCheck
  }

  private func decided(_ decisions: [QuoteDecision], _ club: FeedbackCards = club)
    -> Checked<ChosenQuotes>
  {
    var club = club
    club.decisions = decisions
    return club.chosen(show: ["site"])
  }

  private func decision(_ quote: QuoteToCheck, _ word: String, instead: String = "")
    -> QuoteDecision
  {
    FeedbackCards.decision(quote, word, instead: instead)
  }

  @Test(arguments: ["yes", "Yes", " YES ", "y"])
  func `an accepted quote is published word for word`(_ word: String) {
    let offered = offered()
    let result = decided([decision(offered[0], word)])
    #expect(result.problems.isEmpty)
    #expect(
      result.value.quotes == [
        Quote(
          id: "Q1", source: Named("cards", label: "Cards"), code: FeedbackCards.codes[0],
          text: offered[0].text, attributes: "East", isChecked: true)
      ])
    #expect(result.value.toCheck.map(\.isUsed) == [true, false])
    #expect(Set(result.value.toCheck.map(\.text)) == Set(offered.map(\.text)))
  }

  @Test(arguments: ["yes", ""])
  func `another text is used in its place`(_ word: String) {
    let result = decided([decision(offered()[0], word, instead: "The tea  was late.")])
    #expect(result.value.quotes.map(\.text) == ["The tea was late."])
    #expect(result.value.toCheck[0].useInstead == "The tea was late.")
  }

  @Test func `a refused quote is never used, and another is offered`() {
    let first = offered()
    let result = decided([decision(first[0], "no")])
    #expect(result.value.quotes.isEmpty && result.problems.isEmpty)
    #expect(result.value.toCheck.count == 3)
    let open = result.value.toCheck.filter { $0.decision == .open }
    #expect(open.count == 2 && !open.contains { $0.text == first[0].text })
    #expect(result.value.toCheck.first { $0.decision == .no }?.id == "Q1")
    #expect(open.map(\.id).allSatisfy { $0 != "Q1" })
  }

  @Test func `a row refused for one code is not offered for another`() {
    var club = FeedbackCards([
      Card("M0", "east", "Good tea and books, all in all.", ["tea", "books"])
    ])
    let quote = offered(club)[0]
    club.decisions = [decision(quote, "no")]
    #expect(club.chosen(show: ["site"]).value.toCheck.map(\.decision) == [.no])
  }

  @Test func `a row without a decision keeps its number and stays offered`() {
    var listed = offered()
    listed.swapAt(0, 1)
    let result = decided([FeedbackCards.decision(listed[0], "", line: 2)])
    #expect(Set(result.value.toCheck.map(\.text)) == Set(listed.map(\.text)))
    #expect(result.value.toCheck.first { $0.text == listed[0].text }?.id == listed[0].id)
  }

  @Test func `no more are published than are wanted`() {
    var club = QuoteDecisionTests.club
    let all = club.chosen(perCode: 8, show: ["site"]).value.toCheck
    club.decisions = all.map { decision($0, "yes") }
    let result = club.chosen(perCode: 2, show: ["site"])
    #expect(result.value.quotes.count == 2)
    #expect(result.value.toCheck.count == 8)
    #expect(result.value.toCheck.allSatisfy { $0.decision == .yes })
  }

  @Test func `a changed comment makes the decision stale`() {
    var club = QuoteDecisionTests.club
    let quote = offered()[0]
    club.cards[quote.address.line - 2].text = "The tea was something else for us."
    let result = decided([decision(quote, "yes")], club)
    #expect(result.value.quotes.isEmpty)
    #expect(
      result.problems.map(\.description) == [
        "decisions/quotes.csv:2: column 'quote': stale-decision: expected the quote as it stands in "
          + "quotes-to-check.csv now"
      ])
  }

  @Test func `a name that is redacted since makes the decision stale`() {
    var club = FeedbackCards([Card("M0", "east", "Ottoline brought the tea again.")])
    let quote = offered(club)[0]
    club.names = ["Ottoline"]
    let result = decided([decision(quote, "yes")], club)
    #expect(result.value.quotes.isEmpty)
    #expect(result.problems.map(\.kind) == [.staleDecision])
    #expect(result.value.toCheck.map(\.text) == ["[name] brought the tea again."])
  }

  @Test func `who is gone, or no longer agrees, is not quoted`() {
    let quote = offered()[0]
    let expected =
      "decisions/quotes.csv:2: column 'quote': stale-decision: expected a comment that is there, "
      + "has this code, and whose writer agrees to be quoted"
    var gone = QuoteDecisionTests.club
    gone.cards.remove(at: quote.address.line - 2)
    var refused = QuoteDecisionTests.club
    refused.members[quote.address.line - 2].isQuotable = "no"
    var recoded = QuoteDecisionTests.club
    recoded.cards[quote.address.line - 2].codes = []
    for (club, isPlaceFilled) in [(gone, true), (refused, false), (recoded, false)] {
      let result = decided([decision(quote, "yes")], club)
      #expect(result.value.quotes.isEmpty)
      #expect(!result.value.toCheck.contains { $0.text == quote.text })
      // After the last row of the export there is nothing; before, another comment has its place.
      if !isPlaceFilled { #expect(result.problems.map(\.description) == [expected]) }
      #expect(result.problems.map(\.kind) == [.staleDecision])
    }
  }

  @Test func `a row that has moved is found by its words`() {
    var club = QuoteDecisionTests.club
    let quote = offered()[0]
    club.cards.insert(Card("M7", "east", "A new card that says nothing.", []), at: 0)
    let result = decided([decision(quote, "yes")], club)
    #expect(result.problems.isEmpty)
    #expect(result.value.quotes.map(\.text) == [quote.text])
    #expect(result.value.toCheck.first(where: \.isUsed)?.address.line == quote.address.line + 1)
  }

  @Test func `words that stand in two other places are nobody's in particular`() {
    var club = QuoteDecisionTests.club
    let quote = offered()[0]
    let place = quote.address.line - 2
    club.cards.append(club.cards[place])
    club.cards.append(club.cards[place])
    club.cards[place].text = "Something else about tea today."
    let result = decided([decision(quote, "yes")], club)
    #expect(result.value.quotes.isEmpty)
    #expect(result.problems.map(\.kind) == [.staleDecision])
  }

  @Test func `other attributes than those that were checked make it stale`() {
    var club = QuoteDecisionTests.club
    let quote = offered()[0]
    club.cards[quote.address.line - 2].site = "west"
    #expect(
      decided([decision(quote, "yes")], club).problems.map(\.description) == [
        "decisions/quotes.csv:2: column 'attributes': stale-decision: expected the attributes as "
          + "they stand in quotes-to-check.csv now"
      ])
  }

  @Test func `a no that fits nothing any more is no problem`() {
    var club = QuoteDecisionTests.club
    let quote = offered()[0]
    club.cards[quote.address.line - 2].text = "The tea was something else for us."
    #expect(decided([decision(quote, "no")], club).problems.isEmpty)
  }

  @Test func `words that are no decision are told`() {
    let quote = offered()[0]
    for decision in [decision(quote, "perhaps"), decision(quote, "no", instead: "Better so.")] {
      let result = decided([decision])
      #expect(result.value.quotes.isEmpty)
      #expect(
        result.problems.map(\.description) == [
          "decisions/quotes.csv:2: column 'decision': stale-decision: expected yes, no or nothing; "
            + "with no, nothing in 'use_instead'"
        ])
    }
  }

  @Test func `two answers for one quote cancel each other`() {
    let quote = offered()[0]
    let result = decided([
      decision(quote, "yes"), FeedbackCards.decision(quote, "no", line: 3),
    ])
    #expect(result.value.quotes.isEmpty)
    #expect(
      result.problems.map(\.description) == [
        "decisions/quotes.csv:3: column 'decision': contradicting-decisions: expected the answer "
          + "that line 2 gives for the same quote"
      ])
    #expect(result.value.toCheck.first { $0.text == quote.text }?.decision == .open)
    #expect(decided([decision(quote, "yes"), decision(quote, "yes")]).value.quotes.count == 1)
  }

  @Test func `an unknown code or source is told`() {
    let quote = offered()[0]
    let unknown = decided([FeedbackCards.decision(quote, "yes", code: "teas")])
    #expect(
      unknown.problems.map(\.description) == [
        "decisions/quotes.csv:2: column 'code': stale-decision: expected a code of the tagging "
          + "rules; the nearest is 'tea'"
      ])
    let decision = QuoteDecision(
      line: 4, cells: ["Q1", "letters", "x.csv", "2", "tea", quote.text, "East", "yes", ""])
    #expect(
      decided([decision]).problems.map(\.description) == [
        "decisions/quotes.csv:4: column 'source': stale-decision: expected a source of which the "
          + "pipeline wants quotes"
      ])
  }

  @Test func `numbers are never given twice`() {
    let quotes = offered()
    let first = FeedbackCards.decision(quotes[0], "yes", line: 2)
    let cells = [
      "Q1", "cards", "cards.csv", String(quotes[1].address.line), "tea", quotes[1].text, "East",
      "no", "",
    ]
    let result = decided([first, QuoteDecision(line: 3, cells: cells)])
    let ids = result.value.toCheck.map(\.id)
    #expect(Set(ids).count == ids.count)
  }
}
