import Cleaning
import EvaluationData
import Testing

/// Twenty texts of which each is another.
private func numbered(_ text: (Int) -> String) -> [String] { (1...20).map(text) }

@Suite struct SchemaDraftTests {
  // MARK: Types

  @Test func `words for yes and no are a boolean, with the words as they are written`() {
    let column = draftedColumn("Member", repeated(("Yes", 9), ("no", 4), ("No", 6), ("", 2)))
    #expect(column.kind == .boolean(yes: ["Yes"], no: ["No", "no"]))
    #expect(column.seen == "Yes or no: 19 of 21 cells are filled, 3 different")
    #expect(column.reason == "nothing but words for yes and no")
    #expect(column.checks.isEmpty)
  }

  @Test func `a few other words beside yes and no are told`() {
    let column = draftedColumn("Member", repeated(("Yes", 60), ("No", 50), ("perhaps", 3)))
    #expect(column.kind == .boolean(yes: ["Yes"], no: ["No"]))
    #expect(column.checks == ["3 cells are neither yes nor no. They will be reported."])
  }

  @Test func `many other words beside yes and no make a category`() {
    let column = draftedColumn("Member", repeated(("Yes", 9), ("No", 6), ("Partly", 5)))
    #expect(column.kind.levelTexts == ["Yes", "Partly", "No"])
  }

  @Test func `a tick and empty cells are a boolean that asks what empty cells mean`() {
    let column = draftedColumn("Came", repeated(("1", 4), ("", 9)))
    #expect(column.kind == .boolean(yes: ["1"], no: []))
    #expect(column.checks == ["Does an empty cell mean no? It is read as no answer."])
  }

  @Test func `one number in all cells is a number`() {
    #expect(
      draftedColumn("Visits", repeated(("1", 9))).kind
        == .number(DraftedNumber(isWhole: true, decimal: nil, group: nil, isBare: true)))
  }

  private static let numbers: [([String], Bool, DecimalMark?, String?, Bool)] = [
    (["12", "7", "0", "3"], true, nil, nil, true),
    (["12.5", "7", "0.25"], false, DecimalMark.point, nil, true),
    (["12,5", "7,25", "1.000,5"], false, .comma, ".", true),
    (["1,200", "7", "3,400"], true, nil, ",", true),
    (["£12", "£7.50"], false, .point, nil, false), (["45 %", "50 %"], true, nil, nil, false),
  ]

  @Test(arguments: numbers)
  func `numbers are told with the way in which they are written`(
    _ texts: [String], _ isWhole: Bool, _ decimal: DecimalMark?, _ group: String?, _ isBare: Bool
  ) {
    #expect(
      draftedColumn("Sum", texts).kind
        == .number(DraftedNumber(isWhole: isWhole, decimal: decimal, group: group, isBare: isBare)))
  }

  @Test func `cells that are no numbers are counted, up to a tenth of them`() {
    let column = draftedColumn("Sum", numbered { "\($0 * 7)" } + ["about 3", "many"])
    #expect(column.reason == "20 of 22 cells are numbers")
    #expect(column.checks == ["2 cells are no numbers. They will be reported."])
    #expect(draftedColumn("Sum", numbered { "\($0 * 7)" } + ["a", "b", "c"]).kind == .text)
  }

  @Test func `the ends of a range are exact only where enough rows have them`() {
    #expect(
      draftedColumn("Score", repeated(("1", 5), ("3", 7), ("5", 6))).seen
        == "A whole number: all 18 cells are filled, 3 different, from 1 to 5")
    #expect(
      draftedColumn("Age", numbered { "\(17 + $0 * 3)" }).seen
        == "A whole number: all 20 cells are filled, all different, from 20 to 80")
    #expect(
      draftedColumn("Sum", numbered { "\(-1432 + $0 * 100)" }).seen.hasSuffix("from -2000 to 600"))
  }

  @Test func `numbers of a scale ask for its ends`() {
    let column = draftedColumn("Score", repeated(("1", 5), ("3", 7), ("5", 6)))
    #expect(
      column.checks == [
        "Is it a scale? Then add its ends: `constraints: {minimum: 1, maximum: 5}`. If the numbers "
          + "stand for words, make it a category."
      ])
  }

  @Test(arguments: [
    (["-99", "1", "2", "5"], "-99"), (["999", "12", "31", "40"], "999"), (["-1", "0", "7"], "-1"),
  ])
  func `a number that may stand for no answer is asked about`(_ texts: [String], _ code: String) {
    #expect(
      draftedColumn("Score", texts).checks.first
        == "Does \(code) stand for no answer? Then add \"\(code)\" to `missingValues`.")
  }

  @Test(arguments: [["99", "98", "97"], ["-3", "4", "5"], ["1", "2", "3"]])
  func `numbers that stand for themselves are not asked about`(_ texts: [String]) {
    #expect(!draftedColumn("Score", texts).checks.contains { $0.hasPrefix("Does") })
  }

  @Test func `years are told by their heading`() {
    let column = draftedColumn("Year joined", repeated(("2019", 6), ("2021", 7)))
    #expect(column.kind == .year)
    #expect(draftedColumn("Salary", ["2019", "2021"]).kind != .year)
  }

  private static let dates: [([String], String?, DateOrder?, Bool)] = [
    (["31/3/2024", "4/5/2024"], "%d/%m/%Y", DateOrder.dayMonth, false),
    (["3/31/2024 9:05", "4/5/2024 14:30"], "%m/%d/%Y %H:%M", .monthDay, true),
    (["3/31/24 9:05:00 AM", "4/5/24 2:30:00 PM"], "%m/%d/%y %I:%M:%S %p", .monthDay, true),
    (["2024-03-31", "2024-04-05"], "%Y-%m-%d", nil, false),
    (["2024-03-31T10:00:00", "2024-04-05T11:30:00"], "%Y-%m-%dT%H:%M:%S", nil, true),
    (["31 March 2024", "5 May 2024"], "%d %B %Y", nil, false),
    (["31-Mar-24", "5-May-24"], "%d-%b-%y", nil, false),
    (["2024-03-31", "31/3/2024"], nil, .dayMonth, false),
    (["2024/11/30 10:39:41 PM GMT+1", "2024/11/29 9:39:41 AM GMT+1"], nil, nil, true),
    (["3/4/2024", "5/6/2024"], nil, nil, false),
  ]

  @Test(arguments: dates)
  func `dates are told with the pattern that all share`(
    _ texts: [String], _ pattern: String?, _ order: DateOrder?, _ hasTime: Bool
  ) {
    #expect(
      draftedColumn("Seen on", texts).kind
        == .date(DraftedDate(pattern: pattern, order: order, hasTime: hasTime)))
  }

  @Test func `dates of which none tells the order are asked about`() {
    #expect(
      draftedColumn("Seen on", ["3/4/2024", "5/6/2024"]).checks == [
        "All dates can be read in two ways. Write `format: \"%d/%m/%Y\"` if the day comes first, "
          + "`format: \"%m/%d/%Y\"` if the month does."
      ])
  }

  @Test func `the order of dates is heard file by file`() {
    func column(_ texts: [String]) -> DraftedColumn {
      draft([DraftedSourceColumn("Seen on", texts)], files: [2, 2]).columns[0]
    }
    let told = column(["31/3/2024", "1/3/2024", "3/4/2024", "5/6/2024"])
    #expect(
      told.kind == .date(DraftedDate(pattern: "%d/%m/%Y", order: .dayMonth, hasTime: false)))
    #expect(
      told.checks == [
        "Is the day first in b.csv, too? The dates there can be read in two ways."
      ])
    let mixed = column(["31/3/2024", "1/3/2024", "3/31/2024", "5/6/2024"])
    #expect(mixed.kind == .date(DraftedDate(pattern: nil, order: nil, hasTime: false)))
    #expect(
      mixed.checks == ["Some dates have the day first, others the month: look at a.csv, b.csv."])
  }

  @Test func `dates are told by months, from the first to the last`() {
    #expect(
      draftedColumn("Seen on", ["2024-03-31", "2023-11-05", "2025-01-02"]).seen
        == "A date: all 3 cells are filled, all different, from 2023-11 to 2025-01")
  }

  @Test func `codes of the United Kingdom are told by their form`() {
    #expect(
      draftedColumn("Where", ["SW1A 1AA", "m1 1ae", "B33 8TH"]).kind
        == .postcode(allowsOutward: false))
    #expect(
      draftedColumn("Postcode", ["SW1A 1AA", "M1", "B33"]).kind == .postcode(allowsOutward: true))
    // Rooms, not postcodes.
    #expect(draftedColumn("Room", ["M1", "B33", "B2"]).kind != .postcode(allowsOutward: true))
    #expect(
      draftedColumn("NHS number", ["943 476 5919", "9434765870"]).kind == .nhsNumber)
    #expect(
      draftedColumn("Council", ["Leeds City Council", "Bath and North East Somerset"]).kind
        == .localAuthority)
    #expect(draftedColumn("Name of the hall", ["Leeds", "Bath"]).kind != .localAuthority)
  }

  private static let ids: [(String, [String])] = [
    ("Member ID", ["7", "12", "31"]), ("ResponseID", ["R_3a", "R_4b"]),
    ("Comment ID", ["ward 3 - 17", "ward 3 - 18"]), ("uuid", ["a-b", "c-d"]),
    ("Account", (1...9).map { "100000000\($0)" }), ("Phone tree", (1...30).map { "00\($0)" }),
    ("Key", (1...20).map { "f81d4fae-7dec-11d0-a765-00a0c91e6b\($0 + 10)" }),
    ("Case", (1...20).map { "AB-\($0)" }),
  ]

  @Test(arguments: ids)
  func `ids are told by their heading or their form`(_ heading: String, _ texts: [String]) {
    #expect(draftedColumn(heading, texts).kind == .id)
  }

  @Test func `an id that stands twice in few rows asks whether that may be`() {
    let column = draftedColumn("Member ID", numbered { "M\($0)" } + ["M3"])
    #expect(
      column.checks == [
        "1 row with the id of an earlier row. If there should be one row for each, write "
          + "`primaryKey: […]` with the name at the end of this file: of repeated rows the first "
          + "is kept."
      ])
    #expect(!column.isUnique)
  }

  @Test func `long texts that differ are free text, short ones text`() {
    let texts = numbered { "I liked meeting number \($0) very much" }
    #expect(draftedColumn("Why?", texts).kind == .freeText)
    #expect(
      draftedColumn("Job", numbered { "Baker of\(String(repeating: "a", count: $0))" }).kind
        == .text)
  }

  @Test func `a column without an answer is told to be empty`() {
    let column = draftedColumn("Notes", ["", " ", ""])
    #expect(column.kind == .nothing)
    #expect(column.seen == "Empty: none of 3 cells is filled")
  }

  // MARK: Missing answers

  @Test func `texts for no answer are no levels, and are listed as they are written`() {
    let column = draftedColumn(
      "Age", repeated(("18-34", 6), ("35-64", 5), ("Prefer not to say", 2), ("N/A", 1)))
    #expect(column.kind.levelTexts == ["18-34", "35-64"])
    #expect(column.filled == 11)
    #expect(
      column.missing == [
        DraftedMissing(text: "Prefer not to say", reason: .preferNotToSay, rows: 2),
        DraftedMissing(text: "N/A", reason: .notApplicable, rows: 1),
      ])
  }

  @Test func `in free text all that was written is an answer`() {
    let texts = numbered { "I liked meeting number \($0) very much" } + ["not sure"]
    let column = draftedColumn("Why?", texts)
    #expect(column.filled == 21)
    #expect(column.missing.isEmpty)
  }

  @Test func `errors of a spreadsheet are told and are no answers`() {
    let column = draftedColumn("Sum", ["1", "2", "#REF!", "#N/A"])
    #expect(column.filled == 2)
    #expect(
      column.checks.last == "2 cells hold an error of a spreadsheet, such as #N/A or #REF!.")
  }

  // MARK: Many rows

  @Test func `columns of very many texts are told as others are`() {
    let days = (1...28).map { "\($0)/3/2024" }
    #expect(
      draftedColumn("Day", days, keepsEachText: true).kind
        == .date(DraftedDate(pattern: "%d/%m/%Y", order: .dayMonth, hasTime: false)))
    let ids = draftedColumn("Member ID", numbered { "M\($0)" }, keepsEachText: true)
    #expect(ids.kind == .id)
    #expect(ids.isUnique)
    let numbers = draftedColumn("Sum", numbered { "\($0),5" }, keepsEachText: true)
    #expect(
      numbers.kind
        == .number(DraftedNumber(isWhole: false, decimal: .comma, group: nil, isBare: true)))
    #expect(
      draftedColumn("Sum", ["1", "", "1", "N/A"], keepsEachText: true).seen
        == "A whole number: 2 of 4 cells are filled, more than 65000 different, from 1 to 1")
  }
}
