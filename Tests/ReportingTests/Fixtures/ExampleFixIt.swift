import EvaluationData
import Reporting

enum ExampleFixIt {
  static let members = Named("members", label: "Members' register")
  static let cards = Named("cards", label: "Feedback cards: all sites")
  static let answers = ["Yes", "Partly", "No"]

  static func list(_ owners: [FixItOwner] = owners) -> FixItList {
    FixItList(
      title: "Local diabetes care: involvement", organisation: "Diabetes Together",
      contact: "involvement@example.org", notice: "All data in this report are synthetic.",
      pipeline: "local-diabetes-care",
      asOf: CalendarDate(year: 2009, month: 9, day: 30) ?? CalendarDate(daysSince1970: 0),
      owners: owners, timestamp: 1_254_268_800)
  }

  static func item(
    _ kind: ProblemKind, _ source: Named = cards, file: String = "cards.csv", line: Int = 0,
    column: String? = nil, expected: String = "one of Yes, Partly, No", value: String? = nil,
    allowed: [String] = [], why: String = "The answer is missing from the figures."
  ) -> FixItItem {
    FixItItem(
      source: source,
      problem: Problem(
        kind, at: CellAddress(file: file, line: line, column: column), expected: expected,
        value: value),
      allowed: allowed, why: why)
  }

  /// An answer that is in no list.
  static func answer(
    _ text: String, file: String = "cards.csv", line: Int, allowed: [String] = answers
  ) -> FixItItem {
    item(
      .unknownLevel, file: file, line: line, column: "Did you feel listened to?", value: text,
      allowed: allowed)
  }

  static let sites = [
    "Lincolnshire", "North Mersey", "Hammersmith, Fulham and the west of the city",
  ]

  static var owners: [FixItOwner] {
    [
      FixItOwner(
        cards,
        items: [
          answer("Yess", file: "cards.csv", line: 12),
          answer("Yess", file: "cards-june.csv", line: 4),
          answer("yes and no", line: 9),
          item(
            .missingRequired, line: 3, column: "Site", expected: "a text", value: "",
            allowed: sites, why: "The card counts for no site."),
          item(
            .shortRow, line: 17, expected: "5 cells, found 3", why: "An answer may be lost."),
        ]),
      FixItOwner(
        members,
        items: [
          item(
            .unreadableDate, members, file: "members-lincolnshire.csv", line: 1204,
            column: "Joined", expected: "a date such as 31/3/2024 (day first) or 2024-03-31",
            value: "31.13.24", why: "Nobody knows for how long this person has been a member."),
          item(
            .duplicateRecord, members, file: "members-lincolnshire.csv", line: 30,
            column: "Member ID",
            expected: "one row for it; the first is at members-lincolnshire.csv:15",
            value: "LI-012", why: "One person would count as two."),
          item(
            .noRows, members, file: "members-empty.csv", expected: "rows below the headings",
            why: "The people of a site may be missing."),
        ]),
    ]
  }
}
