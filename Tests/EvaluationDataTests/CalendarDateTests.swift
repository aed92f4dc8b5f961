import EvaluationData
import Testing

@Suite struct CalendarDateTests {
  @Test(arguments: [
    (1900, 1, 1, -25_567), (1970, 1, 1, 0), (1999, 12, 31, 10_956), (2000, 2, 29, 11_016),
    (2000, 3, 1, 11_017), (2024, 2, 29, 19_782), (2038, 1, 19, 24_855), (2100, 12, 31, 47_846),
  ])
  func `known days have the number that GNU date gives`(
    _ year: Int, _ month: Int, _ day: Int, _ number: Int
  ) throws {
    let date = try #require(CalendarDate(year: year, month: month, day: day))
    #expect(date.daysSince1970 == number)
    #expect(CalendarDate(daysSince1970: number).components == (year, month, day))
  }

  @Test func `every day from 1900 to 2100 comes round and follows the day before`() throws {
    let first = try #require(CalendarDate(year: 1900, month: 1, day: 1))
    let last = try #require(CalendarDate(year: 2100, month: 12, day: 31))
    var (year, month, day) = (1900, 1, 1)
    for number in first.daysSince1970...last.daysSince1970 {
      let date = CalendarDate(daysSince1970: number)
      try #require(date.components == (year, month, day))
      try #require(CalendarDate(year: year, month: month, day: day) == date)
      try #require(CalendarDate(iso: date.description) == date)
      day += 1
      if CalendarDate(year: year, month: month, day: day) == nil { (month, day) = (month + 1, 1) }
      if month == 13 { (year, month) = (year + 1, 1) }
    }
    #expect((year, month, day) == (2101, 1, 1))
  }

  @Test(arguments: [
    (2023, 2, 29), (1900, 2, 29), (2024, 4, 31), (2024, 0, 1), (2024, 13, 1), (2024, 1, 0),
    (2024, 1, 32), (0, 1, 1), (10_000, 1, 1),
  ])
  func `a day that the calendar does not have is none`(_ year: Int, _ month: Int, _ day: Int) {
    #expect(CalendarDate(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: [
    "2024-3-31", "24-03-31", "2024/03/31", "2024-03-31 ", "2024-03-31T00:00", "2024-02-30",
    "+024-03-31", "", "--", "٢٠٢٤-٠٣-٣١",
  ])
  func `only a whole ISO date is read`(_ text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test func `a day is written for files, months and people`() throws {
    let date = try #require(CalendarDate(iso: "2009-10-01"))
    #expect(date.description == "2009-10-01")
    #expect(date.month == "2009-10")
    #expect(date.spelledOut == "1 October 2009")
    #expect(CalendarDate(year: 476, month: 9, day: 4)?.description == "0476-09-04")
  }

  @Test func `days are in order of time`() throws {
    let earlier = try #require(CalendarDate(iso: "1969-12-31"))
    let later = try #require(CalendarDate(iso: "1970-01-01"))
    #expect(earlier < later)
    #expect(!(later < earlier))
  }
}
