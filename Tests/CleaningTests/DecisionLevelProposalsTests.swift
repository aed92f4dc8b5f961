import Cleaning
import EvaluationData
import Testing

private let genders = ColumnSchema.Kind.category(
  levels: [
    Named("female", label: "Female"), Named("male", label: "Male"),
    Named("other", label: "In another way"),
  ], also: ["woman": "female"])
private let ages = ColumnSchema.Kind.category(
  levels: ["Under 18", "18–24", "25–34", "65 and over"].map { Named($0) }, also: [:])

private func proposals(
  _ texts: [String], as kind: ColumnSchema.Kind = genders, keepsEachText: Bool = false,
  notAsked: [String: [Range<Int>]] = [:]
) -> [LevelProposal] {
  proposedLevels(
    in: source([("answer", texts)], keepsEachText: keepsEachText, notAsked: notAsked),
    schema: SourceSchema(
      source: Named("members"), columns: [.column("answer", kind)], key: []))
}

/// The level proposed for one text.
private func proposal(_ text: String, as kind: ColumnSchema.Kind = genders) -> String? {
  proposals([text], as: kind).first?.level
}

struct DecisionLevelProposalsTests {
  @Test(arguments: [true, false])
  func `near misses are proposed once, in order of row, with their number`(keepsEachText: Bool) {
    let found = proposals(
      ["Mlae", "Female", " femlae", "quite another", "FEMLAE.", "N/A", "", "mlae", "Femlae"],
      keepsEachText: keepsEachText)
    #expect(
      found == [
        LevelProposal(source: "members", column: "answer", text: "Mlae", level: "male", rows: 2),
        LevelProposal(
          source: "members", column: "answer", text: "femlae", level: "female", rows: 3),
      ])
  }

  @Test(arguments: [
    ("Femlae", "female"), ("Femal", "female"), ("Wimman", "female"), ("In anothr wya", "other"),
    ("Maile", "male"),
  ])
  func `the nearest of names, labels and listed spellings is proposed`(
    _ text: String, _ level: String
  ) {
    #expect(proposal(text) == level)
  }

  @Test(arguments: ["Fmle", "man", "Robert", "x", "mxxe", "In no way", "?"])
  func `what is far from every level, or as near to another, is not`(_ text: String) {
    #expect(proposal(text) == nil)
  }

  @Test func `one letter in three may differ`() {
    let levels = ColumnSchema.Kind.category(levels: [Named("abcdefghi")], also: [:])
    #expect(proposal("abcdefxyz", as: levels) == "abcdefghi")
    #expect(proposal("abcdewxyz", as: levels) == nil)
    // Of two letters one may.
    let short = ColumnSchema.Kind.category(levels: [Named("ab")], also: [:])
    #expect(proposal("ax", as: short) == "ab")
    #expect(proposal("xy", as: short) == nil)
  }

  @Test func `another level must be two letters farther away`() {
    func levels(_ names: String...) -> ColumnSchema.Kind {
      .category(levels: names.map { Named($0) }, also: [:])
    }
    #expect(proposal("abcdeX", as: levels("abcdef", "abcdYZ")) == nil)
    #expect(proposal("abcdeX", as: levels("abcdef", "abcWYZ")) == "abcdef")
    #expect(proposal("abcdeX", as: levels("abcdef", "abcdeg")) == nil)
  }

  @Test(arguments: ["18–25", "17–24", "64 and over", "Under 81", "18–42"])
  func `a number is no misspelling of another`(_ text: String) {
    #expect(proposal(text, as: ages) == nil)
  }

  @Test func `the words beside a number may be misspelt`() {
    #expect(proposal("Undre 18", as: ages) == "Under 18")
    #expect(proposal("65 and ovr", as: ages) == "65 and over")
  }

  @Test func `nothing is proposed for rows that were not asked and for damaged texts`() {
    #expect(proposals(["Femlae", "Femlae"], notAsked: ["answer": [0..<1]]).map(\.rows) == [1])
    #expect(proposals(["Femlae"], notAsked: ["answer": [0..<1]]) == [])
    let mark = String(decoding: SourceTable.damageMark, as: UTF8.self)
    #expect(proposals(["Fem\(mark)le"]) == [])
  }

  @Test func `other kinds of columns and spreadsheet errors are left alone`() {
    #expect(proposals(["Femlae"], as: .text) == [])
    let near = ColumnSchema.Kind.category(
      levels: ["3-5", "Reff", "5 Mars"].map { Named($0) }, also: [:])
    #expect(proposals(["ref", "5 Mar s"], as: near).map(\.level) == ["Reff", "5 Mars"])
    #expect(proposals(["#REF!", "#N/A", "5-Mar"], as: near) == [])
  }

  @Test func `what was accepted is not proposed again`() {
    let schema = SourceSchema(
      source: Named("members"), columns: [.column("answer", genders)], key: [])
    let texts = source([("answer", ["Femlae", "Mlae"])])
    let first = proposedLevels(in: texts, schema: schema)
    #expect(first.map(\.text) == ["Femlae", "Mlae"])
    let rows = merged([], with: first).map { row in
      LevelDecision(DecisionRow(line: 2, cells: Array(row.cells.prefix(4)) + ["Asha", ""]))
    }
    let accepted = acceptedLevels(rows, for: [schema])
    #expect(accepted.problems == [])
    #expect(proposedLevels(in: texts, schema: schema.accepting(accepted.value)) == [])
  }
}
