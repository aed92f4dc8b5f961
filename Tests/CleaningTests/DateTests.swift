import Cleaning
import EvaluationData
import Testing

private let dayFirst =
  "a.csv:2: column 'Answer': unreadable-date: expected a date such as 31/3/2024 (day first) "
  + "or 2024-03-31"
private let monthFirst =
  "a.csv:2: column 'Answer': unreadable-date: expected a date such as 3/31/2024 (month first) "
  + "or 2024-03-31"

struct DateTests {
  @Test(arguments: DateOrder.allCases)
  func `ISO dates are read under each order`(order: DateOrder) async {
    let cleaned = await clean(["2024-03-04", " 2024-02-29 "], as: .date(order))
    #expect(cleaned.dates == [.value("2024-03-04"), .value("2024-02-29")])
    #expect(cleaned.ledger == [])
    #expect(cleaned.messages == [])
  }

  @Test(arguments: ["3/4/2024", "03/04/2024", "3.4.2024", "03-04-2024", "3/4/2024 09:30"])
  func `the order that the pipeline states decides`(text: String) async {
    #expect(await clean([text], as: .date(.dayMonth)).dates == [.value("2024-04-03")])
    #expect(await clean([text], as: .date(.monthDay)).dates == [.value("2024-03-04")])
  }

  @Test func `a date that exists under the other order only is not read`() async {
    let day = await clean(["03/31/2024"], as: .date(.dayMonth))
    #expect(day.dates == [.missing(.unreadable)])
    #expect(day.messages == [dayFirst + "; day and month are in the other order"])
    #expect(day.ledger == ["2 Answer unreadable: 03/31/2024 > unreadable"])
    let month = await clean(["31/03/2024"], as: .date(.monthDay))
    #expect(month.dates == [.missing(.unreadable)])
    #expect(month.messages == [monthFirst + "; day and month are in the other order"])
  }

  @Test(arguments: [
    "2024-03-31T23:59:00Z", "2024-03-31 09:30", "2024-03-31T09:30:00+01:00",
    "31/03/2024 9:30 PM", "31/03/2024  09:30:15.250", "31/03/2024\u{A0}09:30",
    "2024/03/31 9:30:15 PM GMT+1", "2024/03/31 9:30:15 AM EST", "2024-03-31T09:30:15.123Z",
    "2024-03-31T09:30:15.000+00:00",
  ])
  func `a time of day behind the date is passed over`(text: String) async {
    let cleaned = await clean([text], as: .date(.dayMonth))
    #expect(cleaned.dates == [.value("2024-03-31")])
    #expect(cleaned.messages == [])
  }

  @Test(arguments: [
    "31/02/2024", "29/02/2023", "2023-02-29", "2024-13-01", "0/1/2024", "1/0/2024",
    "1/2/0000", "1/2/20245", "March 2024", "2024", "20240331",
    "3/2024", "1/2/3/2024", "//2024", "tomorrow", "31/03/2024 to 02/04/2024",
    "31/03/2024 or later", "2024-03-31 - 2024-04-02", "99999999999999999999/1/2024",
  ])
  func `anything else cannot be read`(text: String) async {
    let cleaned = await clean([text], as: .date(.dayMonth))
    #expect(cleaned.dates == [.missing(.unreadable)])
    #expect(cleaned.messages.map { $0.hasPrefix(dayFirst) } == [true])
    #expect(cleaned.problems.map(\.value) == [text])
  }
}
