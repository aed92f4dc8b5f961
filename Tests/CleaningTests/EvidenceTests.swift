import Cleaning
import EvaluationData
import Testing

/// Two files of two rows and three of a second, under one column.
private func twoFiles(_ first: [String], _ second: [String], keepsEachText: Bool) -> SourceTable {
  var addresses = RowAddresses()
  addresses.begin(file: "a.csv")
  for row in first.indices { addresses.append(line: row + 2) }
  addresses.begin(file: "b.csv")
  for row in second.indices { addresses.append(line: row + 2) }
  let column = source([("answer", first + second)], keepsEachText: keepsEachText).columns
  return SourceTable(name: "members", columns: column, addresses: addresses, files: [])
}

struct EvidenceTests {
  @Test(arguments: [true, false])
  func `each file tells the order of its own dates`(keepsEachText: Bool) async {
    let files = twoFiles(
      ["31/3/2024", "1/2/2024"], ["3/31/2024", "1/2/2024", ""], keepsEachText: keepsEachText)
    let cleaned = await clean(files, [.column("answer", .date(nil))])
    #expect(
      cleaned.dates == [
        .value("2024-03-31"), .value("2024-02-01"), .value("2024-03-31"), .value("2024-01-02"),
        .missing(.skipped),
      ])
    #expect(cleaned.messages == [])
  }

  @Test(arguments: [true, false])
  func `a file with dates in both orders is reported with counts`(keepsEachText: Bool) async {
    let texts = ["31/3/2024", "3/31/2024", "1/2/2024", "1/2/2024", "2024-05-06", "4/4/2024"]
    let mix =
      "a.csv: column 'Answer': mixed-dates: expected dates in one order; 1 can only be day first, "
      + "1 only month first, and 2 either"
    let told = await clean(texts, as: .date(nil), keepsEachText: keepsEachText)
    #expect(
      told.dates == [
        .value("2024-03-31"), .value("2024-03-31"), .missing(.unreadable), .missing(.unreadable),
        .value("2024-05-06"), .value("2024-04-04"),
      ])
    #expect(told.messages.first == mix)
    #expect(told.problems.map(\.kind) == [.mixedDates, .ambiguousDate, .ambiguousDate])
    // The order that the pipeline states covers those that can be read in two ways.
    let stated = await clean(texts, as: .date(.dayMonth), keepsEachText: keepsEachText)
    #expect(
      stated.dates[1...3] == [.missing(.unreadable), .value("2024-02-01"), .value("2024-02-01")])
    #expect(stated.messages.first == mix)
    #expect(stated.problems.map(\.kind) == [.mixedDates, .unreadableDate])
  }

  @Test(arguments: [true, false])
  func `each file tells the mark before its decimals`(keepsEachText: Bool) async {
    let files = twoFiles(
      ["1,5", "1.234"], ["1.5", "1,234", "7"], keepsEachText: keepsEachText)
    let number = ColumnSchema.Kind.number(isWhole: false, minimum: nil, maximum: nil)
    let cleaned = await clean(files, [.column("answer", number)])
    #expect(cleaned.numbers == [.value(1.5), .value(1234), .value(1.5), .value(1234), .value(7)])
    #expect(cleaned.ledger.count == 3)
  }

  @Test(arguments: [true, false])
  func `a column of crosses and blanks says yes with them`(keepsEachText: Bool) async {
    let boolean = ColumnSchema.Kind.boolean(recodes: ["oes": true])
    let crosses = await clean(["x", "", "X"], as: boolean, keepsEachText: keepsEachText)
    #expect(crosses.levels == [.value("yes"), .missing(.skipped), .value("yes")])
    let mixed = await clean(["x", "no", "oes"], as: boolean, keepsEachText: keepsEachText)
    #expect(mixed.levels == [.missing(.unreadable), .value("no"), .value("yes")])
  }

  @Test(arguments: [true, false])
  func `ids that a spreadsheet damaged are told`(keepsEachText: Bool) async {
    let ids = (1...30).map { "00012345\($0 + 10)" } + ["1.23457E+11", "12345", "AB-12", "#REF!"]
    let cleaned = await clean(ids, as: .id, keepsEachText: keepsEachText)
    #expect(cleaned.texts[0] == .value("0001234511"))
    #expect(
      Array(cleaned.texts.suffix(4)) == [
        .missing(.unreadable), .value("12345"), .value("AB-12"), .missing(.unreadable),
      ])
    #expect(cleaned.problems.map(\.kind) == [.lostDigits, .lostZeros, .excelError])
  }

  @Test(arguments: [true, false])
  func `free text keeps its letters but for a spreadsheet's errors`(keepsEachText: Bool) async {
    let cleaned = await clean(
      ["#VALUE!", "#1 for me", "1E+05 thanks", "########"], as: .text, missing: [:],
      keepsEachText: keepsEachText)
    #expect(
      cleaned.texts == [
        .missing(.unreadable), .value("#1 for me"), .value("1E+05 thanks"), .missing(.unreadable),
      ])
  }

  @Test func `UK codes take the form in which they are published`() async {
    let cleaned = await clean(
      source([
        ("home", ["m1 1ae", "M1", "ZZ99 3VZ"]), ("nhs", ["943 476 5919", "9434765918", ""]),
        ("area", ["City of Bristol", "E06000023", "London"]),
      ]),
      [
        .column("home", .postcode(allowsOutward: true)), .column("nhs", .nhsNumber),
        .column("area", .localAuthority),
      ])
    let texts = ["home", "nhs", "area"].map { name in
      (0..<3).map { cleaned.value.table.text(name)?[$0] }
    }
    #expect(texts[0] == [.value("M1 1AE"), .value("M1"), .missing(.unreadable)])
    #expect(texts[1] == [.value("9434765919"), .missing(.unreadable), .missing(.skipped)])
    #expect(texts[2] == [.value("E06000023"), .value("E06000023"), .missing(.unreadable)])
    #expect(
      cleaned.problems.map(\.kind) == [.unreadablePostcode, .unreadableNHSNumber, .unknownArea])
  }
}
