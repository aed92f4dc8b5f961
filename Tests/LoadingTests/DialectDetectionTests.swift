import Loading
import Testing

struct DialectDetectionTests {
  @Test(arguments: [
    (",", "comma"), (";", "semicolon"), ("\t", "tab"), ("|", "pipe"), ("^", "caret"),
    ("~", "tilde"), (":", "colon"), (" ", "space"), ("\u{1F}", "0x1F"),
  ])
  func `each delimiter is found without knowing the headings`(delimiter: String, name: String) {
    let rows = [["site", "visits", "score"], ["north", "12", "3.5"], ["south", "7", "4.25"]]
    let text = rows.map { $0.joined(separator: delimiter) + "\n" }.joined()
    #expect(DetectedDialect.name(of: detect(text).delimiter) == name)
  }

  @Test(arguments: [
    // Decimal commas in every cell, and in none of the headings.
    ("before;after;change\n1,5;2,25;0,75\n3,5;4,5;1,0\n", ";"),
    // Lists with a separator of their own.
    ("id,choices\n1,3|4|5\n2,1|2\n3,2|5|6|7\n", ","),
    ("id;choices\n1;2,4,6\n2;1,3,5\n3;2,3,4\n", ";"),
    // Sentences with more commas than there are tabs.
    ("who\tsaid\nAnn\tgood, kind, patient, and calm\nBob\tslow, late, loud\n", "\t"),
    // Dates and times hold what separates cells elsewhere.
    ("2024-01-02 10:15:00,open\n2024-01-03 11:20:30,shut\n", ","),
    // A table inside a quoted cell.
    ("id,remark\n1,\"see\na|b|c\n1|2|3\n4|5|6\n7|8|9\n\"\n2,none at all\n", ","),
    // Two separators on end are no part of a time.
    ("1::1193::5::978300760\n1::661::3::978302109\n2::914::3::978301968\n", ":"),
    // Headings stand alone between a title and a note.
    ("Bookings for June\nmember,site,meetings\nNo records found\n", ","),
    // Objects with commas of their own.
    ("\"{\"\"a\"\": 1, \"\"b\"\": 2}\";7\n\"{\"\"a\"\": 3, \"\"b\"\": 4}\";8\n", ";"),
  ])
  func `the delimiter is told from its rivals`(text: String, delimiter: Character) {
    #expect(detect(text).delimiter == delimiter.asciiValue)
  }

  @Test(arguments: [
    "answer\nyes\nno\nyes\n", "when\n2024-01-02\n2024-02-03\n", "at\n10:15\n11:20\n",
    "link\nhttps://example.org/a/b\nhttps://example.org/c/d\n",
    "remark\nThe staff were kind\nToo long a wait\nI would come again\n",
    "name of the plant\nred field poppy seed\ntall blue corn flower\n",
    "remark\n\"kind, quick\"\n\"slow; loud\"\n\"so, so\"\n",
    "{\"a\":1,\"b\":2}\n{\"a\":3,\"b\":4}\n",
  ])
  func `one column is not split`(text: String) {
    #expect(detect(text).delimiter == nil)
  }

  @Test func `rows of uneven length leave the delimiter as it is`() {
    let text = "id,a,b,c\n1,4\n2,5,6\n3\n4,7,8,9\n5,1\n6,2,2\n"
    #expect(detect(text).delimiter == 0x2C)
  }

  @Test func `title rows and notes with other punctuation do not decide`() {
    let text = """
      Members, by group; first wave
      Printed: Monday, 10:15

      group;n;share
      young;12;0,4
      middle;15;0,5
      old;18;0,6
      oldest;3;0,1

      Source: own count, all rights reserved

      """
    #expect(detect(text).delimiter == 0x3B)
  }

  @Test(arguments: [
    ("a,b\n\"x, y\",1\n", "\"" as Character?, DetectedDialect.Escape.none),
    ("a,b\n'x, y',1\n'z',2\n", "'", .none),
    ("a,b\n\"say \"\"hi\"\", then go\",1\n", "\"", .doubled),
    ("a,b\n\"say \\\"hi\\\", then go\",1\n", "\"", .backslash),
    ("a,b\nx\\,y,1\nz,2\nv\\,w,3\n", nil, .backslash),
    ("a,b\ndon't,1\n'twas,2\nwon't,3\n", nil, .none),
    ("a,b\nx,1\n", nil, .none),
  ])
  func `the quotation mark and its escape are told`(
    text: String, quote: Character?, escape: DetectedDialect.Escape
  ) {
    let dialect = detect(text)
    #expect(dialect.delimiter == 0x2C)
    #expect(dialect.quote == quote?.asciiValue)
    #expect(dialect.escape == escape)
  }

  @Test func `one word in apostrophes does not make them quotation marks`() {
    let rows = (1...20).map { "\($0),\($0 == 7 ? "'fine'" : "fine")\n" }.joined()
    #expect(detect("id,word\n" + rows).quote == nil)
  }

  @Test(arguments: [
    ("a,b\n1,2\n", DetectedDialect.LineEnding.lineFeed), ("a,b\r\n1,2\r\n", .both),
    ("a,b\r1,2\r", .carriageReturn), ("a,b\r\n1,2\n", .mixed), ("a,b", .none),
    ("a,b\r\n\"1\n1\",2\r\n", .both),
  ])
  func `line endings are told, and those in quotes do not count`(
    text: String, ending: DetectedDialect.LineEnding
  ) {
    #expect(detect(text).lineEnding == ending)
  }

  @Test(arguments: ["sep=;\n", "SEP=;\r\n", "\"sep=;\"\n", "\u{FEFF}sep=;\n"])
  func `a first line may state the delimiter`(line: String) {
    let dialect = detect(line + "a,b;c\n1,2;3\n4,5;6\n")
    #expect(dialect.delimiter == 0x3B)
    #expect(dialect.hasSeparatorLine)
    #expect(dialect.evidence == .separatorLine)
  }

  @Test func `a heading that begins like a separator line is a heading`() {
    let dialect = detect("sep=total,n\n1,2\n")
    #expect(dialect.delimiter == 0x2C)
    #expect(!dialect.hasSeparatorLine)
  }

  @Test func `what the pipeline states is not overruled`() {
    let fixed = FixedDialect(delimiter: 0x3B, quote: 0x27)
    let dialect = detect("a,b\n1,2\n3,4\n", fixed: fixed)
    #expect(dialect.delimiter == 0x3B)
    #expect(dialect.quote == 0x27)
    #expect(dialect.evidence == .stated)
    // The line is no part of the table even then.
    let second = detect("sep=;\na,b\n", fixed: FixedDialect(delimiter: 0x2C))
    #expect(second.delimiter == 0x2C)
    #expect(second.hasSeparatorLine)
  }

  @Test(arguments: [
    (DetectedDialect.Evidence.stated, "the pipeline states it"),
    (.separatorLine, "the first line of the file states it"),
    (.widths(cells: 9, agreeing: 98, records: 100), "98 of the first 100 records have 9 cells"),
    (.oneColumn(records: 7), "nothing splits the first 7 records alike"),
    (.noText, "there is no text to tell from"),
  ])
  func `the evidence reads in plain words`(evidence: DetectedDialect.Evidence, text: String) {
    #expect("\(evidence)" == text)
  }

  @Test(arguments: [nil as UInt8?, 0x22])
  func `a file without text has no dialect`(quote: UInt8?) {
    for text in ["", "\n\n", "\u{FEFF}"] {
      let dialect = detect(text, fixed: FixedDialect(quote: quote))
      #expect(dialect.delimiter == nil)
      #expect(dialect.evidence == .noText)
    }
  }

  @Test func `the place where the head is cut does not matter`() {
    let row = "12;\"warm, dry\";3,5;north\n"
    let bytes = Array(("id;felt;score;site\n" + String(repeating: row, count: 60)).utf8)
    for cut in 600..<650 {
      let dialect = detectedDialect(of: Array(bytes[..<cut]), isWholeFile: false)
      #expect(dialect.delimiter == 0x3B)
      #expect(dialect.quote == 0x22)
    }
  }

  @Test func `a long answer that the head cuts does not count as rows`() {
    let rows = (1...12).map { "\($0);fine\n" }.joined()
    let answer = String(repeating: "well, yes\n", count: 500)
    let dialect = detectedDialect(
      of: Array(("id;remark\n" + rows + "13;\"" + answer).utf8), isWholeFile: false)
    #expect(dialect.delimiter == 0x3B)
  }

  @Test func `a row of twenty thousand cells is read`() {
    let heading = (1...20_000).map { "item\($0)" }.joined(separator: ";")
    let row = (1...20_000).map { "\($0 % 5)" }.joined(separator: ";")
    #expect(detect(heading + "\n" + row + "\n" + row + "\n").delimiter == 0x3B)
  }

  @Test(arguments: ["\"", "a,\"", "\"a\n", ",\"\n", "'", "\\\"", "a,\"b\"c\n", "\0,\"\0", "\r\n\""])
  func `quotation marks that never close take linear time`(unit: String) {
    let clock = ContinuousClock()
    func time(_ count: Int) -> Duration {
      let bytes = Array(String(repeating: unit, count: count / unit.utf8.count).utf8)
      return clock.measure { _ = detectedDialect(of: bytes, isWholeFile: false) }
    }
    // Sixteen times the bytes; quadratic would be 256 times the time.
    #expect(time(1 << 16) < time(1 << 12) * 100 + .milliseconds(50))
  }

  @Test func `no bytes whatever stop the detection`() {
    let alphabet: [UInt8] = [
      0x00, 0x09, 0x0A, 0x0D, 0x20, 0x22, 0x27, 0x2C, 0x2E, 0x31, 0x3B, 0x5C, 0x61, 0x7C, 0x7B,
      0x28, 0x29, 0xC2, 0xA3, 0xE2, 0xFF, 0x2D, 0x3A, 0x65, 0x25,
    ]
    var state: UInt64 = 42
    for length in 0..<1500 {
      let bytes = (0..<(length % 150)).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return alphabet[Int(state >> 33) % alphabet.count]
      }
      for isWhole in [true, false] {
        let first = detectedDialect(of: bytes, isWholeFile: isWhole)
        #expect(first == detectedDialect(of: bytes, isWholeFile: isWhole))
      }
    }
  }

  private func detect(_ text: String, fixed: FixedDialect = FixedDialect()) -> DetectedDialect {
    detectedDialect(of: Array(text.utf8), isWholeFile: true, fixed: fixed)
  }
}
