import Cleaning
import EvaluationData
import Testing

private let hours = ColumnSchema.Kind.category(
  levels: [
    Named("1-2", label: "1–2 hours"), Named("3-5", label: "3–5 hours"),
    Named("5-3", label: "Five to three"), Named("10-49", label: "10 to 49"), Named("more"),
  ], also: ["6/7": "more"])
private let list = "expected one of 1–2 hours, 3–5 hours, Five to three, 10 to 49, more"

struct ExcelDateTests {
  @Test(arguments: [
    ("2-Jan", "'1–2 hours'"), ("1-Feb", "'1–2 hours'"), ("02-JAN", "'1–2 hours'"),
    ("5-Mar", "'3–5 hours' or 'Five to three'"), ("Oct-49", "'10 to 49'"), ("7-Jun", "'more'"),
    ("2024-01-02", "'1–2 hours'"), ("01/02/2024", "'1–2 hours'"), ("2-Jan-24", "'1–2 hours'"),
  ])
  func `the level of which a spreadsheet made a date is named and not put`(
    text: String, levels: String
  ) async {
    let cleaned = await clean([text], as: hours)
    #expect(cleaned.levels == [.missing(.unreadable)])
    #expect(
      cleaned.messages == [
        "a.csv:2: column 'Answer': excel-date: \(list); a spreadsheet has made a date of the "
          + "answer, which was perhaps \(levels)"
      ])
    #expect(cleaned.ledger == ["2 Answer unreadable: \(text) > unreadable"])
  }

  @Test(arguments: ["9-Sep", "32-Jan", "Jan-2", "2-January", "2-Janu", "2-Jan-", "45294", "soon"])
  func `a date that no level can have become is an unknown level`(text: String) async {
    #expect(await clean([text], as: hours).problems.map(\.kind) == [.unknownLevel])
  }
}

struct ExcelErrorTests {
  @Test(arguments: [
    ("#REF!", "a formula in the spreadsheet refers to a cell that is gone"),
    (" #n/a ", "a lookup in the spreadsheet found nothing"),
    ("#VALUE!", "a formula in the spreadsheet was given a wrong kind of value"),
    ("#DIV/0!", "a formula in the spreadsheet divides by zero"),
    (
      "#NAME?",
      "the spreadsheet took the text for a formula, as it does with what begins with =, + or -"
    ), ("#NUM!", "a formula in the spreadsheet has no number as its result"),
    ("#NULL!", "a formula in the spreadsheet joins two areas that have no cell in common"),
    ("#SPILL!", "a formula in the spreadsheet failed"),
    ("########", "the column in the spreadsheet was too narrow to show the value"),
    ("###", "the column in the spreadsheet was too narrow to show the value"),
  ])
  func `a cell without a value is told by its cause in any column`(
    text: String, cause: String
  ) async {
    let reading: Reading<String>? = plainColumn.excelError(text)
    #expect(reading?.isUnreadable == true)
    #expect(reading?.message == "excel-error: expected a value; \(cause)")
    let level = await clean([text], as: hours)
    #expect(level.messages == ["a.csv:2: column 'Answer': excel-error: \(list); \(cause)"])
    let number = readNumberMessage(text)
    #expect(number == "excel-error: expected a number; \(cause)")
  }

  private func readNumberMessage(_ text: String) -> String? {
    NumberReader(
      plainColumn, isWhole: false, minimum: nil, maximum: nil, rule: .decimal(.point)
    ).read(text).message
  }

  @Test(arguments: ["#", "##", "#1", "N/A", "REF!", "# n/a please", "#hashtag", ""])
  func `other texts with a number sign are nobody's error`(text: String) {
    let reading: Reading<String>? = plainColumn.excelError(text)
    #expect(reading == nil)
  }

  @Test func `a level or a listed spelling may be called like an error`() async {
    let kind = ColumnSchema.Kind.category(levels: [Named("none")], also: ["#N/A": "none"])
    #expect(await clean(["#N/A"], as: kind).levels == [.value("none")])
  }

  @Test func `an error in place of several choices is told too`() async {
    let kind = ColumnSchema.Kind.joined([Named("bus"), Named("train")], separator: ";")
    #expect(
      await clean(["#REF!"], as: kind).messages == [
        "a.csv:2: column 'Answer': excel-error: expected one of bus, train; a formula in the "
          + "spreadsheet refers to a cell that is gone"
      ])
  }
}

struct ExcelIdTests {
  private func evidence(_ texts: [String], rows: [Int]? = nil) -> ExcelIdEvidence {
    ExcelIdEvidence(of: TextColumn(texts), rows: rows)
  }

  private func ordinary(_ reader: ExcelIdReader, _ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return reader.isOrdinary(bytes.span)
  }

  @Test func `ids are counted by their length`() {
    let counts = evidence(["012", "123", "12", "A12", ""], rows: [3, 2, 4, 8, 16])
    #expect(counts.rowsOfLength == [3: 5, 2: 4])
    #expect(counts.rowsWithZeroOfLength == [3: 3])
    #expect(counts.other == 8)
  }

  @Test(
    arguments: [
      // Some ids still have their zeros.
      ((10...18).map { "0\($0)" } + ["19", "20"], 3),
      // Nearly all are long.
      ((0..<9).map { "1234567\($0)" } + ["1234567"], 8),
      // A numbering from 1 on.
      ((1...999).map(String.init), nil),
      // All are whole.
      ((10...30).map { "0\($0)" }, nil),
      // Two lengths of their own.
      ((0..<9).map { "0\($0)" } + (100...110).map(String.init), nil),
      // The short ones have zeros too.
      ((10...30).map { "0\($0)" } + ["01"], nil),
      // Too few to tell.
      (["011", "012", "13"], nil),
      // Mostly letters.
      ((10...30).map { "0\($0)" } + ["11"] + (0..<9).map { "A\($0)" }, nil),
    ] as [([String], Int?)])
  func `the whole length is told by most ids, or not at all`(ids: [String], length: Int?) {
    #expect(evidence(ids).wholeLength == length)
  }

  @Test func `an id that is too short is kept and a problem`() {
    let reader = ExcelIdReader(plainColumn, wholeLength: 6)
    let reading = reader.read("1234")
    #expect(reading.value == "1234" && reading.change == nil)
    #expect(
      reading.message
        == "lost-zeros: expected an id of 6 digits, as most have; a spreadsheet may have dropped "
        + "its zeros")
    #expect(!ordinary(reader, "1234"))
    for text in ["012345", "1234567", "A12"] {
      #expect(ordinary(reader, text))
      #expect(reader.read(text).value == text && reader.read(text).problem == nil)
    }
    #expect(ExcelIdReader(plainColumn, wholeLength: nil).read("1").problem == nil)
  }

  @Test(arguments: ["1E+05", "1.23457E+11", "1,23457e+11"])
  func `an id that was rounded is missing`(text: String) {
    let reader = ExcelIdReader(plainColumn, wholeLength: nil)
    #expect(reader.read(text).isUnreadable)
    #expect(
      reader.read(text).message
        == "lost-digits: expected an id with all its digits; a spreadsheet has rounded it to a "
        + "power of ten")
    #expect(!ordinary(reader, text))
  }

  @Test(arguments: ["1E5", "E+05", "12E+05", "1.E+05", "1E+5", "1E+0005", "1E-05", "AE+05"])
  func `an id with an E of its own is kept`(text: String) {
    #expect(ExcelIdReader(plainColumn, wholeLength: nil).read(text).value == text)
  }

  @Test func `missing answers and failed formulas are no ids`() {
    let column = ColumnSchema.column("answer", .id, missing: ["x99": .notAsked, "na": .dontKnow])
    let reader = ExcelIdReader(column, wholeLength: nil)
    for text in ["99", "#REF!"] { #expect(ordinary(reader, text) == (text == "99")) }
    #expect(ordinary(reader, "X98"))
    #expect(reader.read("X99").cell == .missing(.notAsked))
    #expect(reader.read("#REF!").problem?.kind == .excelError)
  }
}
