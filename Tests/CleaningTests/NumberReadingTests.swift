import Cleaning
import EvaluationData
import Testing

private struct NumberCase: Decodable {
  let text: String
  let mark: String
  let value: Double
}

private func reader(_ rule: NumberRule, isWhole: Bool = false) -> NumberReader {
  NumberReader(plainColumn, isWhole: isWhole, minimum: nil, maximum: nil, rule: rule)
}

private let point = reader(.decimal(.point))
private let comma = reader(.decimal(.comma))
private let unambiguous = reader(.unambiguous)

struct NumberReadingTests {
  @Test func `agrees with Python on numbers printed in each convention`() throws {
    let cases = try referenceCases("numbers", as: NumberCase.self)
    #expect(cases.count == 400)
    for row in cases {
      let own = row.mark == "point" ? point : comma
      #expect(own.read(row.text).value == row.value, "\(row.text)")
      // Without a rule a number is read rightly or not at all.
      let other = unambiguous.read(row.text)
      #expect(other.value == row.value || other.problem?.kind == .ambiguousNumber, "\(row.text)")
    }
  }

  @Test func `the quick way says what the careful one says, or nothing`() throws {
    var quick = 0
    let texts = try referenceCases("numbers", as: NumberCase.self).map(\.text)
    for text in texts + ["7", "-7.25", "007", "0.1", "123456789012345", "12345.6789012345"] {
      for reader in [point, comma, unambiguous, reader(.decimal(.point), isWhole: true)] {
        guard let number = reader.quick(text) else { continue }
        quick += 1
        let careful = reader.read(text)
        #expect(careful.value == number && careful.change == nil && careful.problem == nil)
      }
    }
    #expect(quick > 40)
    #expect(point.quick("0.1") == 0.1 && point.quick("1.005") == 1.005)
    for text in ["", "-", ".", ".5", "5.", "1e5", "1,000", " 7", "1.2.3", "1234567890123456"] {
      #expect(point.quick(text) == nil)
    }
    #expect(comma.quick("1.234") == nil && unambiguous.quick("1.234") == nil)
  }

  @Test(
    arguments: [
      ("1,234", 1234, 1.234), ("1.234", 1.234, 1234), ("12,345,678", 12_345_678, nil),
      ("12.345.678", nil, 12_345_678), ("1,234.5", 1234.5, nil), ("1.234,5", nil, 1234.5),
      ("1,5", nil, 1.5), ("1.5", 1.5, nil), ("0,123", nil, 0.123), ("0.123", 0.123, nil),
      ("1 234", 1234, 1234), ("1 234,5", nil, 1234.5), ("1'234.5", 1234.5, nil),
      ("1\u{2019}234", 1234, 1234), ("5.", 5, 5), ("1234,567", nil, 1234.567),
      ("1,23,456", nil, nil),
      ("1,234,", nil, nil), ("1 23", nil, nil), ("1.234 567", nil, nil), ("1,5e3", nil, 1500),
      ("1,000e3", nil, 1000),
    ] as [(String, Double?, Double?)])
  func `a mark before decimals or between thousands is read as the column's rule says`(
    text: String, withPoint: Double?, withComma: Double?
  ) {
    #expect(point.read(text).value == withPoint)
    #expect(comma.read(text).value == withComma)
    let only =
      withPoint == withComma || withComma == nil ? withPoint : withPoint == nil ? withComma : nil
    #expect(unambiguous.read(text).value == only)
  }

  @Test(arguments: [
    ("\u{2212}5", -5, "-5"), ("+5", 5, "5"), ("5-", -5, "-5"), ("(5)", -5, "-5"),
    ("(£1,234.50)", -1234.5, "-1234.5"), ("£-5", -5, "-5"), ("-£5", -5, "-5"), ("5 €", 5, "5"),
    ("GBP 1,000", 1000, "1000"), ("5gbp", 5, "5"), ("45%", 45, "45"), ("-0.5 %", -0.5, "-0.5"),
    ("1.5e3", 1500, "1500"), ("1E+05", 100_000, "100000"), ("2.5E-3", 0.0025, "0.0025"),
    ("1\u{202F}234", 1234, "1234"), ("1\u{2009}234", 1234, "1234"),
  ])
  func `signs, currencies, percent signs and exponents are read and stand in the ledger`(
    text: String, expected: Double, after: String
  ) {
    let reading = point.read(text)
    #expect(reading.value == expected)
    #expect(reading.changed == "number-format > \(after)")
    #expect(reading.problem == nil)
  }

  @Test(
    arguments: [
      ("3-5", ", not a range"), ("3–5", ", not a range"), ("3 to 5", ", not a range"),
      ("5-3", ", not a range"), ("3 or 4", ", one alone"), ("7/10", ", one alone"),
      ("3, 4", ", one alone"), ("1 and 2 and 3", ", one alone"),
      (">5", ", not a limit such as \"more than\""), ("5+", ", not a limit such as \"more than\""),
      ("at least 5", ", not a limit such as \"more than\""),
      ("10 or more", ", not a limit such as \"more than\""),
      ("approx 10", ", not one that is about right"), ("~10", ", not one that is about right"),
      ("c. 10", ", not one that is about right"), ("10ish", ", not one that is about right"),
      ("5 stars", ", without words or units"), ("10k", ", without words or units"),
      ("45p", ", without words or units"), ("eight", ""), (".", ""), ("-", ""), ("(5", ""),
      ("--5", ""), ("- 5", ""), ("- 5%", ""), ("- £5", ""), ("(-5)", ""), ("£5%", ""), ("£$5", ""),
      ("1.2.3", ""), ("", nil),
      ("1e", ", without words or units"), ("1e999", ""), ("٣", ""),
      ("12,34,567", ""), ("1,234.5,678", ""), ("12345678901234567890123456", ""),
    ] as [(String, String?)])
  func `what is no number is told by what it is`(text: String, remark: String?) {
    #expect(point.read(text).message == remark.map { "unreadable-number: expected a number" + $0 })
    #expect(point.quick(text) == nil)
  }

  @Test func `a number under the other mark only is refused, and the mark named`() {
    #expect(
      point.read("1,5").message
        == "unreadable-number: expected a number, with a point before its decimals")
    #expect(
      comma.read("1.5").message
        == "unreadable-number: expected a number, with a comma before its decimals")
    #expect(point.read("1,5").isUnreadable)
  }

  @Test func `a number of two meanings is refused where the column has both kinds`() {
    #expect(unambiguous.read("1,234").isUnreadable)
    #expect(
      unambiguous.read("1,234").message
        == "ambiguous-number: expected a number; whether its mark stands before decimals or "
        + "thousands is not known, for the column has numbers of both kinds")
  }

  @Test(arguments: ["5-Mar", "05-Mar", "Mar-05"])
  func `a number of which a spreadsheet made a date is told`(text: String) {
    #expect(point.read(text).isUnreadable)
    #expect(
      point.read(text).message
        == "excel-date: expected a number; a spreadsheet has probably made a date of it")
  }

  @Test func `whole numbers may have zeros behind the mark`() {
    let whole = reader(.decimal(.comma), isWhole: true)
    #expect(whole.read("3,0").value == 3)
    #expect(whole.read("3,5").message == "unreadable-number: expected a whole number")
    #expect(reader(.decimal(.point), isWhole: true).quick("3.0") == 3)
    #expect(reader(.decimal(.point), isWhole: true).quick("3.5") == nil)
  }

  @Test func `texts for missing answers go before numbers`() {
    let column = ColumnSchema.column(
      "answer", .text, missing: ["-99": .notAsked, "9 9": .dontKnow, "88": .notApplicable])
    let reader = NumberReader(
      column, isWhole: false, minimum: 0, maximum: nil, rule: .decimal(.point))
    #expect(reader.quick("-99") == nil)
    #expect(reader.read("-99").cell == .missing(.notAsked))
    #expect(reader.quick("9.9") == nil && reader.read("9.9").cell == .missing(.dontKnow))
    #expect(reader.quick("88") == nil && reader.read("88").cell == .missing(.notApplicable))
    #expect(reader.read("£88").cell == .missing(.notApplicable))
    #expect(reader.quick("99") == 99)
    #expect(reader.quick("-1") == nil)
    #expect(reader.read("-1").message == "out-of-range: expected a number of at least 0")
  }
}

struct NumberEvidenceTests {
  private func evidence(_ texts: [String], rows: [Int]? = nil) -> NumberEvidence {
    NumberEvidence(of: TextColumn(texts), rows: rows)
  }

  @Test func `each kind of text is counted with its rows`() {
    let counts = evidence(
      ["1.5", "1,5", "1,234", "1.234", "12", "1 234", "", "x", "0.125", "1234.567"],
      rows: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512])
    #expect(counts.pointOnly == 1 + 256 + 512)
    #expect(counts.commaOnly == 2)
    #expect(counts.either == 4 + 8)
    #expect(counts.same == 16 + 32)
    #expect(counts.other == 64 + 128)
    #expect(evidence(["1.5", "2.5"]).pointOnly == 2)
    let last = NumberEvidence(of: TextColumn(["1.5", "1,5"]), in: 1..<2)
    #expect(last.verdict == .decimal(.comma))
  }

  @Test(arguments: [
    (["1.5", "1,234"], NumberEvidence.Verdict.decimal(.point), NumberRule.decimal(.point)),
    (["1,5", "1.234"], .decimal(.comma), .decimal(.comma)),
    (["1,5", "1.5"], .mixed, .unambiguous), (["1,234"], .undecided, .decimal(.point)),
    (["7", "x"], .notNeeded, .decimal(.point)),
  ])
  func `the verdict and the rule follow from the counts`(
    texts: [String], verdict: NumberEvidence.Verdict, rule: NumberRule
  ) {
    #expect(evidence(texts).verdict == verdict)
    #expect(evidence(texts).rule(stated: nil) == rule)
    #expect(evidence(texts).rule(stated: .comma) == .decimal(.comma))
  }
}
