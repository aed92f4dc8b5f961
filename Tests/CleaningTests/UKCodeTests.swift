import Cleaning
import EvaluationData
import Testing

private struct PostcodeCase: Decodable {
  let text: String
  let isValid: Bool
}

private struct NHSNumberCase: Decodable {
  let text: String
  let digits: String?
}

struct PostcodeTests {
  @Test func `agrees with the published pattern`() throws {
    let cases = try referenceCases("postcodes", as: PostcodeCase.self)
    #expect(cases.count(where: \.isValid) > 100)
    for row in cases {
      #expect((Postcode(row.text) != nil) == row.isValid, "\(row.text)")
      guard row.isValid else { continue }
      #expect(Postcode(row.text)?.description == row.text)
      #expect(readPostcode(row.text, schema: plainColumn).change == nil)
      let joined = row.text.lowercased().replacing(" ", with: "")
      #expect(readPostcode(joined, schema: plainColumn).changed == "code-format > \(row.text)")
    }
  }

  @Test(arguments: [
    ("SW1A", ", not its first half alone"), ("sw1a 1", ", not a part of one"),
    ("BFPO 61", ", not the number of a forces post office"),
    ("ZZ99 3VZ", ", not the code for people without an address"), ("SW1A 1AAA", ""),
    ("SW1A-1AA", ""), ("SWIA 1AA", ""), ("S\u{416}1A 1AA", ""), ("BFPO", ""), ("London", ""),
  ])
  func `what is no whole postcode is told by what it is`(text: String, remark: String) {
    let reading = readPostcode(text, schema: plainColumn)
    #expect(reading.isUnreadable)
    #expect(
      reading.message
        == "unreadable-postcode: expected a whole postcode such as SW1A 1AA" + remark)
  }

  @Test func `first halves are read where the column may have them`() {
    let reading = readPostcode(" sw1a ", allowsOutward: true, schema: plainColumn)
    #expect(reading.value == "SW1A" && reading.changed == "code-format > SW1A")
    #expect(readPostcode("SW1A", allowsOutward: true, schema: plainColumn).change == nil)
    #expect(readPostcode("SW1A 1", allowsOutward: true, schema: plainColumn).isUnreadable)
    #expect(Postcode.part("SW1A 1AA") == nil)
    #expect(Postcode("gir0aa")?.outward == "GIR")
    #expect(Postcode("SW1A 1AA")?.inward == "1AA")
  }

  @Test func `missing answers and failed formulas are no postcodes`() {
    #expect(readPostcode("N/A", schema: plainColumn).cell == .missing(.notApplicable))
    #expect(readPostcode("#REF!", schema: plainColumn).problem?.kind == .excelError)
  }
}

struct NHSNumberTests {
  @Test func `agrees with the definition of the check digit`() throws {
    let cases = try referenceCases("nhs-numbers", as: NHSNumberCase.self)
    #expect(cases.count(where: { $0.digits != nil }) > 100)
    for row in cases {
      let reading = readNHSNumber(row.text, schema: plainColumn)
      #expect(reading.value == row.digits, "\(row.text)")
      guard let digits = row.digits else { continue }
      #expect(reading.changed == (row.text == digits ? nil : "code-format > \(digits)"))
    }
  }

  @Test func `any one digit that is changed is found`() throws {
    let digits = Array("9434765919")
    for place in digits.indices {
      for digit in "0123456789" where digit != digits[place] {
        var changed = digits
        changed[place] = digit
        #expect(throws: NHSNumber.Fault.checkDigit) { try NHSNumber(String(changed)) }
      }
    }
  }

  @Test(
    arguments: [
      ("943476591", ""), ("94347659190", ""), ("943 476 591A", ""), ("-9434765919", ""), ("", nil),
      ("9434765918", " of which the last checks the others"),
      ("1111111111", ", not the same digit ten times"),
      ("0000000000", ", not the same digit ten times"),
    ] as [(String, String?)])
  func `what is no NHS number is told by its fault`(text: String, remark: String?) {
    let reading = readNHSNumber(text, schema: plainColumn)
    #expect(
      reading.message
        == remark.map { "unreadable-nhs-number: expected an NHS number of ten digits" + $0 })
    #expect(reading.value == nil)
  }

  @Test func `missing answers and failed formulas are no NHS numbers`() {
    #expect(readNHSNumber("N/A", schema: plainColumn).cell == .missing(.notApplicable))
    #expect(readNHSNumber("####", schema: plainColumn).problem?.kind == .excelError)
  }
}

struct LocalAuthorityTests {
  private let reader = LocalAuthorityReader(
    plainColumn, areas: LocalAuthorityReader.census2021)

  @Test func `each authority of the census is read by its name and its code`() {
    let areas = LocalAuthorityReader.census2021
    #expect(areas.count == 331)
    #expect(Set(areas.map(\.code)).count == 331)
    for (code, name) in areas {
      #expect(reader.read(name).value == code, "\(name)")
      #expect(reader.read(name).changed == "area-name > \(code)")
      #expect(reader.read(code).value == code && reader.read(code).change == nil)
    }
  }

  @Test(arguments: [
    ("hammersmith & fulham", "E09000013"),
    ("London Borough of Hammersmith and Fulham", "E09000013"),
    ("Bristol", "E06000023"), ("City of Bristol", "E06000023"), ("Hull City Council", nil),
    ("Kingston upon Hull", "E06000010"), ("St Helens", "E08000013"),
    ("Kings Lynn & West Norfolk", "E07000146"),
    ("King’s Lynn and West Norfolk", "E07000146"), ("Boston Borough Council", "E07000136"),
    ("Conwy County Borough Council", "W06000003"), ("Herefordshire", "E06000019"),
    ("City of London", "E09000001"), ("London", nil), ("city of london", "E09000001"),
    ("Lincoln County Council", nil), ("Lincoln City Council", "E07000138"), ("Cumberland", nil),
    ("Lincolnshire", nil), ("Boston", "E07000136"), ("E99000001", nil), ("Council", nil),
  ])
  func `titles do not count, and nothing is guessed`(text: String, code: String?) {
    let reading = reader.read(text)
    #expect(reading.value == code)
    if code == nil { #expect(reading.isUnreadable) }
  }

  @Test func `an unknown name is told with the nearest, and a code in small letters read`() {
    #expect(
      reader.read("Hamersmith and Fulham").message
        == "unknown-area: expected a local authority of the list, or its code; the nearest is "
        + "'Hammersmith and Fulham'")
    #expect(
      reader.read("Atlantis on the Sea Bed").message
        == "unknown-area: expected a local authority of the list, or its code")
    #expect(reader.read("e09000013").changed == "code-format > E09000013")
    #expect(reader.read("N/A").cell == .missing(.notApplicable))
    #expect(reader.read("#REF!").problem?.kind == .excelError)
  }

  @Test func `a name that two authorities share is refused`() {
    let reader = LocalAuthorityReader(
      plainColumn, areas: [("A1", "Ayton"), ("B1", "Ayton Borough"), ("C1", "Beeton")])
    #expect(reader.read("Ayton").isUnreadable)
    #expect(reader.read("Beeton").value == "C1")
  }
}
