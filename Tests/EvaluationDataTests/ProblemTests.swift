import EvaluationData
import Testing

@Suite struct ProblemTests {
  @Test func `a problem of a cell names file, line and column`() {
    let address = CellAddress(file: "members-hf.csv", line: 17, column: "Joined")
    let problem = Problem(
      .unreadableDate, at: address, expected: "a date such as 31/03/2010", value: "31.13.24")
    #expect(
      problem.description
        == "members-hf.csv:17: column 'Joined': unreadable-date: expected a date such as 31/03/2010"
    )
  }

  @Test func `a problem of a row has no column, one of a file no line`() {
    let row = Problem(
      .shortRow, at: CellAddress(file: "a.csv", line: 3), expected: "12 cells, found 11")
    #expect(row.description == "a.csv:3: short-row: expected 12 cells, found 11")
    let file = Problem(.noRows, at: CellAddress(file: "a.csv"), expected: "rows")
    #expect(file.description == "a.csv: no-rows: expected rows")
  }

  @Test func `the text of the cell stays out of the message`() {
    let problem = Problem(
      .unknownLevel, at: CellAddress(file: "a.csv", line: 2, column: "Gender"),
      expected: "one of Female, Male", value: "Jane Doe")
    #expect(!problem.description.contains("Jane"))
    #expect(problem.value == "Jane Doe")
  }

  @Test func `the kinds keep their slugs`() {
    #expect(
      ProblemKind.allCases.map(\.rawValue) == [
        "undecodable-bytes", "twice-encoded", "nul-byte", "unclosed-quote", "stray-quote",
        "quote-as-letter", "byte-order-mark", "repeated-header",
        "blank-row", "footer-row", "doubtful-row", "second-headings", "second-table",
        "test-response", "spam-response", "unfinished-response", "rejected-response",
        "wrong-preset", "short-row", "long-row", "mended-row", "no-headings", "no-rows",
        "empty-file", "unread-file", "repeated-file", "changed-heading", "column-absent",
        "unused-heading", "unknown-level", "unknown-choice", "unexpected-tick", "choices-differ",
        "unreadable-date", "unreadable-number", "mixed-dates", "ambiguous-date",
        "ambiguous-number", "excel-serial-date", "excel-date", "excel-error", "lost-digits",
        "lost-zeros", "unreadable-postcode", "unreadable-nhs-number", "unknown-area",
        "out-of-range",
        "missing-required", "duplicate-record", "conflicting-record", "unknown-reference",
        "implausible-value", "unexpected-level", "unexpected-form", "repeated-value",
        "dates-out-of-order", "condition-not-met", "unexpected-row-count", "stale-data",
        "straight-lining", "speeding", "contradictory-answers", "outside-waves",
        "unknown-margin", "missing-margin",
        "stale-decision", "unknown-withdrawal", "contradicting-decisions", "shared-by-many",
        "stale-correction", "rare-attributes", "unknown-response", "changed-response",
        "unclear-coding", "partly-coded", "unknown-code", "stale-summary",
      ])
  }

  @Test(arguments: ProblemKind.allCases)
  func `each kind has a title of its own and a remedy in sentences`(_ kind: ProblemKind) {
    #expect(ProblemKind.allCases.count { $0.title == kind.title } == 1)
    #expect(kind.remedy.hasSuffix("."))
    #expect(!kind.title.hasSuffix("."))
  }
}
