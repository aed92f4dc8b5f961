import Cleaning
import EvaluationData
import Testing

/// A row of the file.
func peopleDecision(
  _ first: String, _ second: String, _ decision: String, by name: String = "Asha", line: Int = 2
) -> PeopleDecision {
  PeopleDecision(
    DecisionRow(line: line, cells: [first, second, "same e-mail", decision, name, "2024-05-01"]))
}

/// Rows from line 2 on, each of two ids with `=` or `!` between them.
private func decisions(_ rows: String...) -> [PeopleDecision] {
  rows.enumerated().map { place, row in
    let ids = row.split { $0 == "=" || $0 == "!" }.map(String.init)
    return peopleDecision(
      ids[0], ids[1], row.contains("=") ? "same" : "different", line: place + 2)
  }
}

struct PeopleDecisionsTests {
  @Test func `the second id is read as the first`() {
    let answers = PeopleAnswers.reading(decisions("a=b", " c = d ", "e!f"))
    #expect(answers.problems == [])
    #expect(answers.value.keptIDs == ["b": "a", "d": "c"])
    #expect(answers.value.groups == [["a", "b"], ["c", "d"]])
    #expect(answers.value.isDecided("f", " e"))
    #expect(!answers.value.isDecided("a", "c"))
    #expect(!answers.value.isDecided("a", "unknown"))
  }

  @Test(arguments: [
    decisions("a=b", "b=c", "c=d"), decisions("c=d", "b=c", "a=b"), decisions("b=c", "a=b", "c=d"),
    decisions("a=b", "a=c", "a=d", "b=a"), decisions("a=d", "a=b", "b=c", "b=d", "d=c"),
  ])
  func `a chain is one person, under the id that no row reads as another`(
    _ rows: [PeopleDecision]
  ) {
    let answers = PeopleAnswers.reading(rows)
    #expect(answers.problems == [])
    #expect(answers.value.keptIDs == ["b": "a", "c": "a", "d": "a"])
    #expect(answers.value.groups.map(\.first) == ["a"])
    #expect(answers.value.isDecided("b", "d"))
  }

  @Test func `contradictions are told, and nobody of them is merged`() {
    let answers = PeopleAnswers.reading(decisions("a=b", "x=y", "b=c", "a!c"))
    #expect(
      answers.problems.map(\.description) == [
        "decisions/people.csv:5: column 'decision': contradicting-decisions: expected the same as "
          + "the rows by which the two are one person, on lines 2, 4"
      ])
    #expect(answers.value.keptIDs == ["y": "x"])
    #expect(answers.value.isDecided("a", "c"))
    let short = PeopleAnswers.reading(decisions("a!b", "b=a"))
    #expect(
      short.problems.map(\.description) == [
        "decisions/people.csv:2: column 'decision': contradicting-decisions: expected the same as "
          + "the rows by which the two are one person, on line 3"
      ])
    #expect(short.value.keptIDs == [:])
  }

  @Test func `what two decisions say together is decided`() {
    let answers = PeopleAnswers.reading(decisions("a=b", "b!c", "c=d")).value
    #expect(answers.isDecided("a", "d"))
    #expect(!answers.isDecided("a", "e"))
  }

  @Test(arguments: [
    (
      peopleDecision("a", " a ", "same"),
      "column 'second_id': stale-decision: expected two different ids"
    ),
    (
      peopleDecision("a", " ", "same"),
      "column 'second_id': stale-decision: expected two different ids"
    ),
    (
      peopleDecision("a", "b", "maybe"),
      "column 'decision': stale-decision: expected the word 'same' or 'different'"
    ),
    (
      peopleDecision("a", "b", ""),
      "column 'decision': stale-decision: expected the word 'same' or 'different'"
    ),
  ])
  func `a row that says nothing is told`(_ row: PeopleDecision, _ message: String) {
    let answers = PeopleAnswers.reading([row])
    #expect(answers.problems.map(\.description) == ["decisions/people.csv:2: " + message])
    #expect(answers.value.keptIDs == [:])
    #expect(!answers.value.isDecided("a", "b"))
  }

  @Test func `nothing counts that nobody accepted`() {
    let answers = PeopleAnswers.reading([
      peopleDecision("a", "b", "same", by: " "), peopleDecision("a", "b", "", by: ""),
    ])
    #expect(answers.problems == [])
    #expect(answers.value.keptIDs == [:])
    #expect(!answers.value.isDecided("a", "b"))
  }

  @Test func `who withdraws withdraws under every id`() {
    let answers = PeopleAnswers.reading(decisions("a=b", "b=c", "a!c", "x=y", "p!q")).value
    #expect(answers.allIDs(of: [" c", "y", "p", "z"]) == [" c", "y", "p", "z", "a", "b", "x"])
    #expect(answers.allIDs(of: []) == [])
  }

  @Test func `an edited file survives the next run, and only news are added`() {
    let rows = decisions("b=a", "c!d") + [peopleDecision("e", "f", "", by: "")]
    let proposals = [("a", "b"), ("f", "e"), ("a", "z")].map {
      PersonProposal(firstID: $0, secondID: $1, evidence: [.email, .postcode])
    }
    let file = merged(rows, with: proposals)
    #expect(Array(file.prefix(3)) == rows)
    #expect(
      file.dropFirst(3).map(\.cells)
        == [["a", "z", "same e-mail; same postcode and similar name", "", "", ""]])
    #expect(merged(file, with: proposals) == file)
  }

  @Test func `a row is written as it was read`() {
    let cells = [" a", "b ", "seen", " Same", "Asha ", "1/5/2024"]
    #expect(PeopleDecision(DecisionRow(line: 9, cells: cells)).cells == cells)
    #expect(PeopleDecision.header.count == 6)
  }
}
