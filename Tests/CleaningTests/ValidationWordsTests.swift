import Cleaning
import EvaluationData
import Testing

struct ValidationWordsTests {
  private static let yes = Named("yes", label: "Yes")
  private static let no = Named("no", label: "No")

  private static func kinds() throws -> [(ValidationRule.Kind, String)] {
    [
      (
        .cells(column("minutes"), .numbers(try NumberRange(minimum: 0, maximum: 600))),
        "'MINUTES' is a number from 0 to 600"
      ),
      (.cells(column("left"), .absent), "'LEFT' is empty"),
      (
        .cells(column("left"), .dates(try DateRange(latest: .asOf))),
        "'LEFT' is a day on or before the as-of date"
      ),
      (
        .cells(column("left"), .dates(try DateRange(earliest: .day(day("2010-01-01"))))),
        "'LEFT' is a day on or after 2010-01-01"
      ),
      (
        .condition(
          when: [Clause(column("came"), .levels([yes, no])), Clause(column("id"), .present)],
          then: Clause(column("minutes"), .present)),
        "'MINUTES' is filled in where 'CAME' is Yes or No and 'ID' is filled in"
      ),
      (.unique([column("id"), column("day")]), "one row for each value of 'ID' and 'DAY'"),
      (
        .dateOrder(first: column("joined"), second: column("left"), allowsSameDay: true),
        "'LEFT' is on or after 'JOINED'"
      ),
      (
        .dateOrder(first: column("joined"), second: column("left"), allowsSameDay: false),
        "'LEFT' is after 'JOINED'"
      ),
      (.rowCount(try NumberRange(minimum: 5)), "a number of rows of at least 5"),
      (
        .freshness(column("on"), maximumAgeInDays: 30),
        "'ON' has a day in the 30 days before the as-of date"
      ),
    ]
  }

  @Test func `each kind of rule is a sentence`() throws {
    for (kind, words) in try Self.kinds() { #expect(kind.words == words) }
  }
}
