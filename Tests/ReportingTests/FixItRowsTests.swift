import EvaluationData
import Reporting
import Testing

@Suite struct FixItRowsTests {
  /// The rows below the headings of the only owner's sheet.
  private func rows(_ items: [FixItItem]) throws -> [[String]] {
    let scratch = try Scratch()
    _ = try writeFixIt(
      ExampleFixIt.list([FixItOwner(ExampleFixIt.cards, items: items)]), into: scratch.path)
    return Array(try cells(ofSheet: 2, in: "\(scratch.path)/fix-it.xlsx").dropFirst())
  }

  /// Place, count and text: all but the explanations.
  private func brief(_ items: [FixItItem]) throws -> [String] {
    try rows(items).map { ($0 + ["", ""]).prefix(6).joined(separator: "|") }
  }

  @Test func `a row says where, what, why and how`() throws {
    #expect(
      try rows([ExampleFixIt.answer("Yess", line: 12)]) == [
        [
          "cards", "cards.csv", "12", "Did you feel listened to?", "1 row", "Yess",
          "one of Yes, Partly, No", "The answer is missing from the figures.",
          "Correct the answer in the system it came from, or list this spelling under also: in "
            + "the pipeline. Until then it counts as could-not-be-read.",
        ]
      ])
  }

  @Test func `sixty thousand equal problems are one row`() throws {
    let items = (1...60_000).map { ExampleFixIt.answer("Yess", line: 60_002 - $0) }
    #expect(
      try brief(items) == [
        "cards|||Did you feel listened to?|60,000 rows. The first: cards.csv: lines 2, 3, 4, 5, 6"
          + "|Yess"
      ])
  }

  @Test func `a few equal problems are one row with all their places`() throws {
    let items = [
      ExampleFixIt.answer("Yess", file: "b.csv", line: 3),
      ExampleFixIt.answer("Yess", file: "a.csv", line: 9),
      ExampleFixIt.answer("Yess", file: "a.csv", line: 9),
      ExampleFixIt.answer("Yess", file: "a.csv", line: 10),
    ]
    #expect(
      try brief(items) == [
        "cards|||Did you feel listened to?|3 rows. a.csv: lines 9, 10; b.csv: line 3|Yess"
      ])
  }

  @Test func `rows stand in the order of file, line and column`() throws {
    let items = [("b.csv", 2, "A"), ("a.csv", 10, "A"), ("a.csv", 9, "B"), ("a.csv", 9, "A")]
    #expect(
      try brief(
        items.map { file, line, column in
          ExampleFixIt.item(
            .outOfRange, file: file, line: line, column: column, value: "\(file)\(line)\(column)")
        }) == [
          "cards|a.csv|9|A|1 row|a.csv9A", "cards|a.csv|9|B|1 row|a.csv9B",
          "cards|a.csv|10|A|1 row|a.csv10A", "cards|b.csv|2|A|1 row|b.csv2A",
        ])
  }

  @Test func `the same text in another column, or expected otherwise, is another row`() throws {
    let items = [
      ExampleFixIt.answer("x", line: 2),
      ExampleFixIt.item(.unknownLevel, line: 2, column: "Site", value: "x"),
      ExampleFixIt.item(
        .unknownLevel, line: 3, column: "Site", expected: "another answer", value: "x"),
    ]
    #expect(try rows(items).count == 3)
  }

  @Test func `cells that each need their own value are listed, up to a hundred`() throws {
    let blank = (2...131).map {
      ExampleFixIt.item(.missingRequired, line: $0, column: "Id", expected: "an id", value: "")
    }
    let found = try brief(blank)
    #expect(found.count == 101)
    #expect(found[0] == "cards|cards.csv|2|Id|1 row|")
    #expect(found[99] == "cards|cards.csv|101|Id|1 row|")
    #expect(
      found[100]
        == "cards|||Id|30 more rows. The first: cards.csv: lines 102, 103, 104, 105, 106|")
    #expect(
      try rows(blank)[100].suffix(3) == [
        "As in the rows of this kind above", "The answer is missing from the figures.",
        "Fill the cell in, or remove the row. Only the first 100 are listed one by one: mend "
          + "those and run again, or mend all in the system that they come from.",
      ])
  }

  @Test func `one cell beyond the hundred keeps its place in words`() throws {
    let blank = (1...101).map {
      ExampleFixIt.item(.missingRequired, line: $0, column: "Id", expected: "an id", value: "")
    }
    #expect(try brief(blank).last == "cards|||Id|1 more row. cards.csv: line 101|")
  }

  @Test func `what no value can mend says so, and has no place for a value`() throws {
    let scratch = try Scratch()
    let items = [
      ExampleFixIt.item(.noRows, file: "a.csv", expected: "rows below the headings"),
      ExampleFixIt.item(.noRows, file: "b.csv", expected: "rows below the headings"),
      ExampleFixIt.item(.shortRow, line: 4, expected: "5 cells, found 3"),
      ExampleFixIt.item(
        .duplicateRecord, line: 5, column: "Id", expected: "one row for it", value: "7",
        allowed: ["1"]),
      ExampleFixIt.item(.unreadableDate, file: "d.csv", column: "Joined", value: "1/2/2009"),
    ]
    _ = try writeFixIt(
      ExampleFixIt.list([FixItOwner(ExampleFixIt.cards, items: items)]), into: scratch.path)
    let book = "\(scratch.path)/fix-it.xlsx"
    let rows = try cells(ofSheet: 2, in: book).dropFirst()
    #expect(rows.map { $0[4] } == ["2 files. a.csv; b.csv", "1 row", "1 row", "The whole file"])
    #expect(rows.allSatisfy { $0[8].hasSuffix(" This cannot be mended in this sheet.") })
    let sheet = try part("xl/worksheets/sheet2.xml", of: book)
    #expect(!sheet.contains("dataValidation"))
    // The format of the cells to be filled in is not even made.
    #expect(!(try part("xl/styles.xml", of: book)).contains("locked=\"0\""))
  }

  @Test func `a whole file is not a line`() throws {
    let items = [ExampleFixIt.item(.noRows, file: "a.csv", expected: "rows below the headings")]
    #expect(try brief(items) == ["cards|a.csv|||The whole file|"])
  }

  @Test func `nothing can be typed into a derived column, nor against straight-lining`() throws {
    let place = CellAddress(file: "cards.csv", line: 7, column: "Age")
    func item(_ kind: ProblemKind, isDerived: Bool) -> FixItItem {
      FixItItem(
        source: ExampleFixIt.cards, problem: Problem(kind, at: place, expected: "x", value: "12"),
        allowed: ["Yes"], isDerived: isDerived, why: "y")
    }
    let remedies = try [
      item(.implausibleValue, isDerived: true), item(.straightLining, isDerived: false),
      item(.speeding, isDerived: false),
    ].map { try #require(try rows([$0]).first?.last) }
    #expect(remedies.allSatisfy { $0.hasSuffix("This cannot be mended in this sheet.") })
    let typed = try #require(try rows([item(.implausibleValue, isDerived: false)]).first?.last)
    #expect(!typed.contains("This cannot be mended"))
  }
}
