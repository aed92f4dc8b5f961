import EvaluationData
import Reporting
import Testing

@Suite struct CheckResultTests {
  private static let members = Named("members", label: "Member register")

  private static let checks = [
    CheckResult(
      source: members, rule: "'Left' is on or after 'Joined'", checked: 1_200, failed: 3,
      outcome: .warned),
    CheckResult(source: members, rule: "=one row", checked: 1, failed: 1, outcome: .noted),
    CheckResult(
      source: members, rule: "a number of rows of at least 5", checked: nil, failed: 1,
      outcome: .noted),
    CheckResult(source: members, rule: "'ID' is filled in", checked: 0, failed: 0, outcome: .kept),
    CheckResult(
      source: members, rule: "speeding: Minutes", checked: 40, failed: 1, outcome: .flagged),
    CheckResult(
      source: members, rule: "'Age' is a number of at least 18", checked: 40, failed: 2,
      outcome: .passedOver),
  ]

  private static let detail = InternalDetail(
    problems: [], ledgers: [], quotesToCheck: [], checks: checks)

  @Test func `a check is told in a sentence`() {
    #expect(
      Self.checks.map(\.description) == [
        "Member register: 'Left' is on or after 'Joined': 3 of 1,200 rows fail",
        "Member register: =one row: 1 of 1 row fails",
        "Member register: a number of rows of at least 5: fails",
        "Member register: 'ID' is filled in: kept",
        "Member register: speeding: Minutes: 1 of 40 rows flagged",
        "Member register: 'Age' is a number of at least 18: 2 of 40 rows fail",
      ])
  }

  @Test func `checks are listed in a file, and no file is written without any`() throws {
    let scratch = try Scratch()
    let written = try writeLists(Self.detail, into: scratch.path)
    #expect(written.last?.path == "checks.csv")
    #expect(
      try scratch.text("checks.csv")
        == """
        source,rule,rows_checked,rows_failed,outcome
        members,''Left' is on or after 'Joined',1200,3,warned
        members,'=one row,1,1,noted
        members,a number of rows of at least 5,,,noted
        members,''ID' is filled in,0,0,kept
        members,speeding: Minutes,40,1,flagged
        members,''Age' is a number of at least 18,40,2,passed over

        """.replacing("''", with: "'"))
    let none = try writeLists(
      InternalDetail(problems: [], ledgers: [], quotesToCheck: []), into: scratch.path)
    #expect(!none.map(\.path).contains("checks.csv"))
  }

  @Test func `checks have a sheet in the team's workbook`() throws {
    let scratch = try Scratch()
    _ = try writeInternal(
      ExampleReport.report(.internal, findings: []), detail: Self.detail, into: scratch.path)
    let rows = try cells(ofSheet: 5, in: "\(scratch.path)/workbook.xlsx")
    let heading = try #require(rows.firstIndex { $0.first == "Source" })
    #expect(
      rows[heading] == ["Source", "Rule", "Rows checked", "Rows that fail", "Share", "Outcome"])
    #expect(
      rows[heading + 1] == [
        "Member register", "'Left' is on or after 'Joined'", "1200", "3", "0.0025", "Warned",
      ])
    #expect(
      rows[heading + 3] == [
        "Member register", "A number of rows of at least 5", "[z]", "[z]", "[z]", "Noted",
      ])
    #expect(
      rows[heading + 4] == ["Member register", "'ID' is filled in", "0", "0", "[z]", "Kept"])
  }
}
