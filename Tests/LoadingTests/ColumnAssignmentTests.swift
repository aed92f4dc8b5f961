import Testing

@testable import Loading

private let question = "Which have you used? (tick all)"

private func part(
  _ kind: ChoicePart.Kind, _ texts: [String] = [], _ wordings: [String] = [question]
) -> RequestedColumn {
  RequestedColumn(
    name: texts.first ?? "used", headers: kind == .joined ? wordings : [], isOptional: false,
    isMostlyUnique: false,
    part: ChoicePart(kind, of: "used", wordings: wordings, texts: texts))
}

struct ColumnAssignmentTests {
  private func places(_ columns: [RequestedColumn], _ headings: [String]) -> [Int?] {
    ColumnAssignment(columns, to: headings.map { Heading($0) }.withDistinctNames()).places
  }

  @Test func `the strictest level that finds a column decides`() {
    #expect(places([.headed("Age?")], ["3. Age", "Age", "Age?"]) == [2])
    #expect(places([.headed("Age?")], ["3. Age", "Age", "Ages"]) == [1])
    #expect(places([.headed("Age?")], ["3. Age", "Ages"]) == [0])
  }

  @Test func `what one wording has found no other gets on a later level`() {
    #expect(places([.headed("Age"), .headed("Age?")], ["Age", "Town"]) == [0, nil])
    #expect(places([.headed("Age"), .headed("Age?")], ["Age?", "AGE"]) == [1, 0])
  }

  @Test func `several headings on one level are told and none is taken`() {
    let assignment = ColumnAssignment(
      [.headed("Being heard")],
      to: ["11.1.a. Being heard", "11.1.b. Being heard"].map { Heading($0) })
    #expect(assignment.places == [nil])
    #expect(assignment.ambiguous.map(\.places) == [[0, 1]])
    #expect(
      places([.headed("11.1.b. Being heard")], ["11.1.a. Being heard", "11.1.b. Being heard"]) == [
        1
      ])
  }

  @Test(arguments: ["Which have you used…", "which have you used ...", "Which have you u…"])
  func `a wording that ends in dots finds the heading that goes on`(wording: String) {
    #expect(
      places([.headed(wording)], ["Age", "4. Which have you used? (tick all)", "Town"]) == [1])
    #expect(places([.headed(wording)], ["Have you used it?"]) == [nil])
  }

  @Test func `a beginning that fits several headings finds none`() {
    let assignment = ColumnAssignment(
      [.headed("Which…")], to: ["Which bus?", "Which train?"].map { Heading($0) })
    #expect(assignment.ambiguous.map(\.places) == [[0, 1]])
  }

  @Test func `a heading that itself ends in dots goes before those that go on`() {
    #expect(places([.headed("Other…")], ["Other things", "Other..."]) == [1])
  }

  @Test func `titles and points are found by their full names only`() {
    let headings = [Heading("3. Age", role: .title), Heading("Age:", role: .points)]
    #expect(ColumnAssignment([.headed("Age")], to: headings).places == [nil])
    #expect(ColumnAssignment([.headed("age:")], to: headings).places == [1])
  }

  @Test(arguments: [
    "Which have you used? (tick all) - Bus", "Which have you used? (tick all) [Bus]",
    "Which have you used? (tick all)/Bus", "Which have you used? (tick all): bus",
    "Which have you used? (tick all).Bus", "Which have you used? (tick all)_BUS",
    "3. Which have you used? (tick all) - Bus", "WHICH have you used? (tick all)* - Bus.",
    "Which have you used? (tick all) - 2. Bus",
  ])
  func `the column of a choice is known by the question and the choice`(heading: String) {
    #expect(
      places([part(.joined), part(.choice, ["Bus", "bus"])], ["Bus", heading]) == [nil, 1])
  }

  @Test(arguments: [
    "Which have you used? (tick all) Bus", "Which have you used? (tick all) - Bus pass",
    "Which have you used? (tick all)", "Have you used - Bus", "Bus",
  ])
  func `what only looks like it is no column of the choice`(heading: String) {
    #expect(places([part(.choice, ["Bus", "bus"])], [heading]) == [nil])
  }

  @Test func `short codes are known by the question's code and the number of the choice`() {
    let columns = [part(.choice, ["Bus", "1"], ["Q2"]), part(.choice, ["Train", "2"], ["Q2"])]
    #expect(places(columns, ["Q1", "Q2_1", "Q2_2", "Q21", "Q20_1"]) == [1, 2])
    #expect(places(columns, ["Q2.1. Bus", "Q2.2. Train", "Q3.1. Bus"]) == [0, 1])
  }

  @Test func `headings that a tool has taken apart are used as they are`() {
    let headings = [
      Heading("Q7_4", question: "9. Which have you used? (tick all)", part: "BUS"),
      Heading("Q8_4", question: "Which do you like?", part: "Bus"),
    ]
    #expect(ColumnAssignment([part(.choice, ["Bus"])], to: headings).places == [0])
  }

  @Test func `the beginning of a question finds the columns of its choices, not one of them alone`()
  {
    let wordings = ["Which have you…"]
    let columns = [part(.joined, [], wordings), part(.choice, ["Bus"], wordings)]
    #expect(
      places(columns, ["Which have you used? - Bus", "Which have you used? - Train"]) == [nil, 0])
    #expect(places(columns, ["Which have you used?"]) == [0, nil])
  }

  @Test(arguments: [
    "Which have you used? (tick all) (choice=Bus)", "which have you used? (tick all)(choice=bus)",
  ])
  func `the choices of REDCap are known`(heading: String) {
    #expect(places([part(.joined), part(.choice, ["Bus"])], ["Bus", heading]) == [nil, 1])
    let wordings = ["Which have you…"]
    #expect(places([part(.choice, ["Bus"], wordings)], [heading]) == [0])
    #expect(places([part(.choice, ["Bus"])], ["Used? (choice=Bus)"]) == [nil])
  }

  private func act(_ kind: ChoicePart.Kind, _ texts: String...) -> RequestedColumn {
    part(kind, texts, ["act"])
  }

  @Test(arguments: [
    (["act/walk", "act/other", "act_other"], "other"),
    (["act___1", "act___99", "act_other"], "99"),
  ])
  func `beside the column of a choice, the one behind an underscore holds what people wrote`(
    headings: [String], other: String
  ) {
    let words = act(.otherText, "\(other) - Text")
    #expect(places([act(.other, other), words], headings) == [1, 2])
    #expect(places([words, act(.other, other)], headings) == [2, 1])
    // As a choice like any other, it has no words.
    #expect(places([act(.choice, other)], headings) == [1])
    // A column of its own may have them.
    #expect(places([act(.other, other), words, .headed("act_other")], headings) == [1, nil, 2])
  }

  @Test func `where underscores stand before all choices, they are choices`() {
    #expect(
      places([act(.choice, "1"), act(.other, "4"), act(.otherText, "4_TEXT")], ["act_1", "act_4"])
        == [0, 1, nil])
  }
}
