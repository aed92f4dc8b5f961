import Cleaning
import EvaluationData
import Testing

private struct DateCase: Decodable {
  let text: String
  let dayFirst: String?
  let monthFirst: String?
}

private struct SerialCase: Decodable {
  let number: Int
  let date: String
}

private func reader(_ order: DateOrder) -> DateReader {
  DateReader(plainColumn, rule: DateRule(.stated(order)))
}

private let unambiguous = DateReader(plainColumn, rule: DateRule(.unambiguous))
private let dayFirst =
  "unreadable-date: expected a date such as 31/3/2024 (day first) or 2024-03-31"
private let monthFirst =
  "unreadable-date: expected a date such as 3/31/2024 (month first) or 2024-03-31"
private let anyOrder = "unreadable-date: expected a date such as 2024-03-31 or 31 March 2024"

struct DateReadingTests {
  @Test func `agrees with Python on every form and both orders`() throws {
    let cases = try referenceCases("dates", as: DateCase.self)
    #expect(cases.count > 400)
    for row in cases {
      let day = reader(.dayMonth).read(row.text)
      let month = reader(.monthDay).read(row.text)
      #expect(day.value?.description == row.dayFirst, "\(row.text)")
      #expect(month.value?.description == row.monthFirst, "\(row.text)")
      #expect(day.changed == (row.dayFirst == nil ? "unreadable > unreadable" : nil))
      let only =
        row.dayFirst == row.monthFirst || row.monthFirst == nil
        ? row.dayFirst : row.dayFirst == nil ? row.monthFirst : nil
      #expect(unambiguous.read(row.text).value?.description == only, "\(row.text)")
    }
  }

  @Test func `the quick way says what the careful one says, or nothing`() throws {
    let cases = try referenceCases("dates", as: DateCase.self)
    var quick = 0
    for row in cases {
      for reader in [reader(.dayMonth), reader(.monthDay), unambiguous] {
        guard let date = reader.quick(row.text) else { continue }
        quick += 1
        let careful = reader.read(row.text)
        #expect(careful.value == date && careful.change == nil && careful.problem == nil)
      }
    }
    #expect(quick > 300)
    #expect(unambiguous.quick("3/4/2024") == nil)
    #expect(unambiguous.quick("4/4/2024") == CalendarDate(year: 2024, month: 4, day: 4))
  }

  @Test func `every day of two centuries is read back from each form`() throws {
    let first = try #require(CalendarDate(year: 1900, month: 1, day: 1)).daysSince1970
    let last = try #require(CalendarDate(year: 2100, month: 12, day: 31)).daysSince1970
    let (dayReader, monthReader) = (reader(.dayMonth), reader(.monthDay))
    var misread: [String] = []
    for number in first...last {
      let date = CalendarDate(daysSince1970: number)
      let (year, month, day) = date.components
      let texts = [date.description, "\(year)/\(month)/\(day)"]
      misread += texts.filter { unambiguous.quick($0) != date }
      if dayReader.quick("\(day)/\(month)/\(year)") != date { misread.append("day \(date)") }
      if monthReader.quick("\(month).\(day).\(year)") != date { misread.append("month \(date)") }
      // The careful way is a hundred times slower without optimisation.
      guard number % 17 == 0 else { continue }
      let name = CalendarDate.monthNames[month - 1]
      let named = [
        date.spelledOut, "\(name) \(day), \(year)", "\(day)-\(name.prefix(3))-\(year)",
        "\(name.prefix(3).uppercased()) \(day) \(year)", "\(year)-\(name.prefix(3))-\(day)",
        "\(date)T23:59:59.999Z", "\(day) \(month) \(year)".replacing(" ", with: " / "),
      ]
      misread += named.filter { dayReader.read($0).value != date }
    }
    #expect(misread == [])
  }

  @Test(arguments: [
    "31st March 2024", "31 Mar 2024", "Mar 31 2024", "31-MAR-2024", "31MAR2024", "31 . 3 . 2024",
    "31. 3. 2024", "Sunday 31 March 2024", "Sun, 31/3/2024", "sun 31st of march, 2024",
    "31/3/2024, 14:05", "31/3/2024 2pm", "31/3/2024 2 p.m.", "3/31/2024 14:05:12",
    "2024/03/31 2:05:12 pm GMT+1", "2024-03-31T14:05:12+0100", "2024-03-31 14:05 BST",
    "2024-03-31 14:05:12,250 \u{2212}05:30", "31\u{A0}March\u{A0}2024", "2024\u{2009}03\u{2009}31",
    "Sun Mar 31 2024 14:05:12 GMT+0100 (British Summer Time)",
  ])
  func `a day is read in the forms of people and programs`(text: String) {
    let reading = unambiguous.read(text)
    #expect(reading.value?.description == "2024-03-31")
    #expect(reading.change == nil && reading.problem == nil)
  }

  @Test(arguments: [
    ("31/02/2024", "; there is no such day"), ("2023-02-29", "; there is no such day"),
    ("3/31/2024", "; day and month are in the other order"),
    ("31/3/24", ", with a year of four digits"),
    ("31 Mar 24", ", with a year of four digits"), ("March 2024", ", with its day"),
    ("Mar-2024", ", with its day"), ("3/2024", ", with its day"), ("2024-03", ", with its day"),
    ("5-Mar", ", with its year"), ("Mar-05", ", with its year"), ("5 March", ", with its year"),
    ("5 Mar 14:05", ", with its year"),
    ("Mon 31/3/2024", "; the weekday is that of another day"),
    ("45382", ", not the number by which Excel counts days"),
    ("45382.75", ", not the number by which Excel counts days"),
  ])
  func `what is wrong with a text that is nearly a date is said`(text: String, remark: String) {
    let reading = reader(.dayMonth).read(text)
    #expect(reading.isUnreadable)
    #expect(reading.message == dayFirst + remark)
  }

  @Test(arguments: [
    "tomorrow", "2024", "20240331", "4538", "453821", "31/3-2024", "1/2/3/2024", "//2024",
    "31/3/2024 to 2/4/2024", "31/3/2024 or later", "2024-03-31 25:00", "2024-03-31 14:60",
    "2024-03-31 14:05:60", "31/3/2024 13:05 pm", "31/3/2024 0:05 pm", "31/3/2024 14",
    "2024-03-31T", "2024-03-31Z", "31/3/2024 14:05 Mars", "31/3/2024 2 pmz",
    "31/3/2024 14:05 GMT (British Summer Time",
    "31/3/2024 14:05+99", "31 Marsh 2024",
    "Sund 31/3/2024", "99999999999999999999/1/2024", "31,3,2024", "3\u{661}/3/2024", "31/3/2024.",
    "-2024-03-31", "45382.", "45382,5", "31st/3/2024", "March 31", "1 2024", "31/3/20245",
  ])
  func `anything else is no date`(text: String) {
    let reading = reader(.dayMonth).read(text)
    #expect(reading.isUnreadable)
    #expect(reading.problem?.kind == .unreadableDate)
    #expect(reader(.dayMonth).quick(text) == nil)
  }

  @Test func `each order has its example`() {
    #expect(reader(.monthDay).read("soon").message == monthFirst)
    #expect(reader(.dayMonth).read("Sun 45382").message == dayFirst)
    #expect(unambiguous.read("soon").message == anyOrder)
    #expect(unambiguous.read("31/2/2024").message == anyOrder + "; there is no such day")
    #expect(
      unambiguous.read("Mon 31/3/2024").message == anyOrder + "; the weekday is that of another day"
    )
  }

  @Test func `what can be read in two ways is refused where no order is stated`() {
    let reading = unambiguous.read("3/4/2024")
    #expect(reading.isUnreadable)
    #expect(
      reading.message
        == "ambiguous-date: expected a date that can be read one way only, such as 2024-03-31, or "
        + "the order stated in the pipeline (`dates: day-month` or `dates: month-day`)")
    #expect(unambiguous.read("31/3/2024").value?.description == "2024-03-31")
    #expect(unambiguous.read("3/31/2024").value?.description == "2024-03-31")
    #expect(unambiguous.read("3/3/2024").value?.description == "2024-03-03")
  }

  @Test func `a weekday decides between two days`() {
    #expect(unambiguous.read("Tue 5/3/2024").value?.description == "2024-03-05")
    #expect(unambiguous.read("Friday, 5/3/2024").value?.description == "2024-05-03")
  }

  @Test func `texts for missing answers go before dates`() {
    let column = ColumnSchema.column(
      "answer", .text, missing: ["01 01 1900": .notAsked, "2099 12 31": .dontKnow])
    let reader = DateReader(column, rule: DateRule(.stated(.dayMonth)))
    #expect(reader.quick("01/01/1900") == nil)
    #expect(reader.read("01/01/1900").cell == .missing(.notAsked))
    #expect(reader.quick("2099-12-31") == nil)
    #expect(reader.read("2099-12-31").changed == "missing-text > dont-know")
    #expect(reader.quick("02/01/1900") != nil)
    #expect(reader.read(" \u{A0}").cell == .missing(.skipped))
  }

  @Test func `a formula that failed is told by its cause`() {
    let reading = reader(.dayMonth).read("#REF!")
    #expect(reading.isUnreadable)
    #expect(
      reading.message
        == "excel-error: expected a date such as 31/3/2024 (day first) or 2024-03-31; a formula in "
        + "the spreadsheet refers to a cell that is gone")
  }
}

struct ShortYearTests {
  private let reader = DateReader(
    plainColumn,
    rule: DateRule(
      .stated(.dayMonth), shortYearsUntil: CalendarDate(year: 2025, month: 3, day: 31)))

  @Test(arguments: [
    ("31/3/24", "2024-03-31"), ("31/3/25", "2025-03-31"), ("1/4/25", "1925-04-01"),
    ("31-Mar-99", "1999-03-31"), ("1.1.00", "2000-01-01"), ("29/2/00", "2000-02-29"),
    ("Mar 5, 24 8:05 AM", "2024-03-05"), ("Sun 31/3/24", "2024-03-31"),
  ])
  func `a short year is the latest that the rule allows, and stands in the ledger`(
    text: String, expected: String
  ) {
    let reading = reader.read(text)
    #expect(reading.value?.description == expected)
    #expect(reading.changed == "two-digit-year > \(expected)")
    #expect(reading.problem == nil)
    #expect(reader.quick(text) == nil)
  }

  @Test func `a day that its year does not have is refused`() {
    #expect(reader.read("29/2/23").message == dayFirst + "; there is no such day")
    #expect(reader.read("31/3/2024").changed == nil)
  }
}

struct ExcelSerialTests {
  private func reader(_ first: Int, _ last: Int) -> DateReader {
    DateReader(
      plainColumn,
      rule: DateRule(
        .unambiguous,
        serialDays: CalendarDate(daysSince1970: first)...CalendarDate(daysSince1970: last)))
  }

  @Test func `agrees with Python on the day of each number`() throws {
    let everyDay = reader(-30_000, 100_000)
    let cases = try referenceCases("excel-serials", as: SerialCase.self)
    #expect(cases.count > 20)
    for row in cases {
      let reading = everyDay.read("\(row.number)")
      #expect(reading.value?.description == row.date)
      #expect(reading.changed == "excel-serial-date > \(row.date)")
      #expect(everyDay.read("\(row.number).586944444448").value == reading.value)
    }
  }

  @Test func `a number that is read is a problem all the same`() {
    let days = reader(19_000, 20_000)
    let expected =
      "a date such as 2024-03-31 or 31 March 2024, not the number by which Excel counts days"
    #expect(days.read("45382").message == "excel-serial-date: expected " + expected)
    #expect(days.read("41000").isUnreadable)
    #expect(days.read("41000").message == "unreadable-date: expected " + expected)
  }
}
