import EvaluationData
import Foundation
import Reporting
import Testing

@Suite struct FixItWorkbookTests {
  private func workbook(_ owners: [FixItOwner], in scratch: Scratch) throws -> String {
    let written = try writeFixIt(ExampleFixIt.list(owners), into: scratch.path)
    #expect(written == Artifact(path: "fix-it.xlsx"))
    return "\(scratch.path)/fix-it.xlsx"
  }

  private func workbook(_ items: [FixItItem], in scratch: Scratch) throws -> String {
    try workbook([FixItOwner(ExampleFixIt.cards, items: items)], in: scratch)
  }

  @Test func `the sheets, their rules and every text are as they were reviewed`() throws {
    let scratch = try Scratch()
    let book = try workbook(ExampleFixIt.owners, in: scratch)
    try expectGolden(
      lines(try part("xl/worksheets/sheet1.xml", of: book)), "fix-it-guide.xml")
    try expectGolden(
      lines(try part("xl/worksheets/sheet2.xml", of: book)), "fix-it-sheet.xml")
    try expectGolden(lines(try part("xl/tables/table2.xml", of: book)), "fix-it-table.xml")
    try expectGolden(lines(try part("xl/styles.xml", of: book)), "fix-it-styles.xml")
    try expectGolden(lines(try part("xl/sharedStrings.xml", of: book)), "fix-it-strings.xml")
    try expectGolden(lines(try part("xl/workbook.xml", of: book)), "fix-it-workbook.xml")
  }

  @Test func `where there is nothing to mend there is no file`() throws {
    let scratch = try Scratch()
    let owner = FixItOwner(ExampleFixIt.cards, items: [])
    #expect(try writeFixIt(ExampleFixIt.list([owner]), into: scratch.path) == nil)
    #expect(try contents(of: scratch.path).isEmpty)
  }

  @Test func `an owner without problems has no sheet`() throws {
    let scratch = try Scratch()
    let book = try workbook(
      [FixItOwner(ExampleFixIt.members, items: [])] + ExampleFixIt.owners.prefix(1), in: scratch)
    #expect(try sheetNames(book) == ["How to use", "Feedback cards all sites", "Lists"])
  }

  @Test func `the same problems give the same bytes, in whatever order they come`() throws {
    let scratch = try Scratch()
    let book = try workbook(ExampleFixIt.owners, in: scratch)
    let first = try Data(contentsOf: URL(fileURLWithPath: book))
    // The entries of a zip file count seconds in twos.
    Thread.sleep(forTimeInterval: 2.1)
    let turned = ExampleFixIt.owners.map { FixItOwner($0.owner, items: $0.items.reversed()) }
    _ = try workbook(turned, in: scratch)
    #expect(try Data(contentsOf: URL(fileURLWithPath: book)) == first)
  }

  @Test func `sheet names are short, allowed and differ`() throws {
    let scratch = try Scratch()
    let labels = [
      "Feedback cards of the northern and the southern sites", "history", "Lists",
      "Feedback cards of the northern and the eastern sites", "a/b [c]", "How to use",
    ]
    let owners = labels.map { label in
      FixItOwner(
        Named("s", label: label),
        items: [ExampleFixIt.answer("x", line: 2, allowed: ["a, b"])])
    }
    #expect(
      try sheetNames(workbook(owners, in: scratch)) == [
        "How to use", "Feedback cards of the northern", "History sheet", "Lists",
        "Feedback cards of the 2", "a b c", "How to use 2", "Lists 2",
      ])
  }

  @Test func `a text that a spreadsheet would run is written as a text`() throws {
    let scratch = try Scratch()
    let book = try workbook([ExampleFixIt.answer("=1+1", line: 2)], in: scratch)
    #expect(try cells(ofSheet: 2, in: book)[1][5] == "=1+1")
    #expect(try part("xl/worksheets/sheet2.xml", of: book).contains("<f>") == false)
  }

  @Test func `a short list stands in the rule, and a rule serves rows below each other`() throws {
    let scratch = try Scratch()
    let book = try workbook(
      [
        ExampleFixIt.answer("a", line: 2), ExampleFixIt.answer("b", line: 3),
        ExampleFixIt.answer("c", line: 4, allowed: []), ExampleFixIt.answer("d", line: 5),
      ], in: scratch)
    let sheet = try part("xl/worksheets/sheet2.xml", of: book)
    #expect(rules(sheet) == [["J2:J3", "\"Yes,Partly,No\""], ["J5", "\"Yes,Partly,No\""]])
    #expect(try sheetNames(book).contains("Lists") == false)
  }

  @Test(arguments: [
    // 255 characters with their commas, and one more.
    (["a" + String(repeating: "x", count: 126), String(repeating: "y", count: 127)], true),
    (["a" + String(repeating: "x", count: 127), String(repeating: "y", count: 127)], false),
    (["Fulham, west"], false), (["say \"yes\""], false), ([" Yes"], false),
  ])
  func `a list that Excel does not take in a rule stands on a hidden sheet`(
    _ allowed: [String], _ isInRule: Bool
  ) throws {
    let scratch = try Scratch()
    let book = try workbook(
      [ExampleFixIt.answer("a", line: 2, allowed: allowed)], in: scratch)
    let rule = rules(try part("xl/worksheets/sheet2.xml", of: book))
    guard !isInRule else {
      #expect(rule == [["J2", "\"\(allowed.joined(separator: ","))\""]])
      return
    }
    #expect(rule == [["J2", "'Lists'!$A$2:$A$\(allowed.count + 1)"]])
    #expect(
      try cells(ofSheet: 3, in: book) == [["cards: Did you feel listened to?"]]
        + allowed.map { [$0] })
    #expect(
      try part("xl/workbook.xml", of: book).contains(
        "name=\"Lists\" sheetId=\"3\" state=\"hidden\""))
  }

  @Test func `a sheet shows 20,000 entries and says how many there are`() throws {
    let scratch = try Scratch()
    let book = try workbook(
      (1...20_001).map { ExampleFixIt.answer("text \($0)", line: $0, allowed: []) }, in: scratch)
    let rows = try cells(ofSheet: 2, in: book)
    #expect(rows.contains { $0.contains("text 20000") })
    let note =
      "This sheet shows the first 20,000 of 20,001 entries. Mend these and run again: the next "
      + "will be shown."
    #expect(rows.dropFirst(20_001) == [[], [note]])
    let guide = try cells(ofSheet: 1, in: book)
    #expect(guide.contains(["Feedback cards all sites: \(note)"]))
    #expect(guide.last == ["Feedback cards: all sites", "20001", "20001"])
  }

  // MARK: What a workbook holds

  private func sheetNames(_ book: String) throws -> [String] {
    try part("xl/workbook.xml", of: book).components(separatedBy: "<sheet name=\"").dropFirst()
      .map { String($0.prefix { $0 != "\"" }) }
  }

  /// The cells of each drop-down and where its list is.
  private func rules(_ sheet: String) -> [[String]] {
    sheet.components(separatedBy: "<dataValidation ").dropFirst().map { rule in
      let cells = rule.components(separatedBy: "sqref=\"").dropFirst().first ?? ""
      let list = rule.components(separatedBy: "<formula1>").dropFirst().first ?? ""
      return [String(cells.prefix { $0 != "\"" }), String(list.prefix { $0 != "<" })]
    }
  }

  /// One element a line, so that a difference can be read.
  private func lines(_ xml: String) -> String { xml.replacing("><", with: ">\n<") }
}
