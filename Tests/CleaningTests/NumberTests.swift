import Cleaning
import EvaluationData
import Testing

private let number = ColumnSchema.Kind.number(isWhole: false, minimum: nil, maximum: nil)
private let score = ColumnSchema.Kind.number(isWhole: true, minimum: 0, maximum: 10)

struct NumberTests {
  @Test(arguments: [
    ("7", 7), (" 7 ", 7), ("-7", -7), ("7.0", 7), ("0.25", 0.25), (".5", 0.5), ("007", 7),
    ("0.30000000000000004", 0.30000000000000004), ("-12.333333333333334", -12.333333333333334),
    ("123456789012345", 123_456_789_012_345),
  ])
  func `plain numbers are read without a change`(text: String, expected: Double) async {
    let cleaned = await clean([text], as: number)
    #expect(cleaned.numbers == [.value(expected)])
    #expect(cleaned.ledger == [])
    #expect(cleaned.messages == [])
  }

  @Test(arguments: [
    ("1,234", 1234, "1234"), ("12,345,678", 12_345_678, "12345678"),
    ("1,234.5", 1234.5, "1234.5"), ("-123,456", -123_456, "-123456"), ("£5", 5, "5"),
    ("£1,234.50", 1234.5, "1234.5"), ("$ 7", 7, "7"), ("€0.5", 0.5, "0.5"), ("45%", 45, "45"),
    ("45 %", 45, "45"), ("1,234\u{A0}%", 1234, "1234"),
  ])
  func `separators, currencies and percent signs are read and stand in the ledger`(
    text: String, expected: Double, after: String
  ) async {
    let cleaned = await clean([text], as: number)
    #expect(cleaned.numbers == [.value(expected)])
    #expect(cleaned.ledger == ["2 Answer number-format: \(text) > \(after)"])
    #expect(cleaned.messages == [])
  }

  @Test(arguments: [
    "eight", "7/10", "7 or 8", "5-3", "5,5", "1,23", "1,2345", "12,34,567", ",123", "1,",
    "1.5,000", "1,234.5,678", "-,234", "1.2.3", "--5", "+", "-", ".", "٣", "5 stars", "nan",
    "inf", "0x10", "12345678901234567890123456",
  ])
  func `anything else cannot be read`(text: String) async {
    let cleaned = await clean(
      [text], as: .number(isWhole: false, minimum: nil, maximum: nil, decimal: .point))
    #expect(cleaned.numbers == [.missing(.unreadable)])
    // What is said of each kind stands in `NumberReadingTests`.
    let message = "a.csv:2: column 'Answer': unreadable-number: expected a number"
    #expect(cleaned.messages.map { $0.hasPrefix(message) } == [true])
    #expect(cleaned.ledger == ["2 Answer unreadable: \(text) > unreadable"])
    #expect(cleaned.problems.map(\.value) == [text])
  }

  @Test func `a whole number may be written with a point and no other decimals than 0`() async {
    let cleaned = await clean(["7.0", "7.5"], as: score)
    #expect(cleaned.numbers == [.value(7), .missing(.unreadable)])
    #expect(
      cleaned.messages == [
        "a.csv:3: column 'Answer': unreadable-number: expected a whole number from 0 to 10"
      ])
  }

  @Test func `a number outside its scale is missing and a problem`() async {
    let cleaned = await clean(["0", "10", "-1", "11", "1,100"], as: score)
    #expect(
      cleaned.numbers
        == [.value(0), .value(10)] + Array(repeating: .missing(.unreadable), count: 3))
    #expect(
      cleaned.messages
        == (4...6).map {
          "a.csv:\($0): column 'Answer': out-of-range: expected a whole number from 0 to 10"
        })
    #expect(
      cleaned.ledger == [
        "4 Answer out-of-range: -1 > unreadable", "5 Answer out-of-range: 11 > unreadable",
        "6 Answer out-of-range: 1,100 > unreadable",
      ])
  }

  @Test func `one end of the scale may be open`() async {
    #expect(
      await clean(["-1"], as: .number(isWhole: false, minimum: 0.5, maximum: nil)).messages
        == ["a.csv:2: column 'Answer': out-of-range: expected a number of at least 0.5"])
    #expect(
      await clean(["8"], as: .number(isWhole: true, minimum: nil, maximum: 7)).messages
        == ["a.csv:2: column 'Answer': out-of-range: expected a whole number of at most 7"])
  }
}
