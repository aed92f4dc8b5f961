import EvaluationData
import Foundation
import Reporting
import Testing

@Suite struct MarkdownTests {
  @Test func `the summaries of a small report are as they were reviewed`() throws {
    let scratch = try Scratch()
    _ = try writePublished(
      ExampleReport.report(findings: SmallFindings.findings()), into: scratch.path)
    try expectGolden(try scratch.text("summary.md"), "summary.md")
    try expectGolden(try scratch.text("funder-summary.md"), "funder-summary.md")
  }

  @Test func `the summary in short has a sentence for each measure, at most six`() throws {
    let scratch = try Scratch()
    _ = try writePublished(ExampleReport.report(), into: scratch.path)
    let summary = try scratch.text("summary.md")
    let short = summary.components(separatedBy: "## In short\n\n")[1]
      .components(separatedBy: "\n\n")[0]
    #expect(
      short == """
        - 65 and over (age group): 27 of 58 people (47%, 34% to 59%) in “Members”, against \
        20% of the population. This is a clear gap: the group is over-represented.
        - Members took up 71% (66% to 75%) of the 412 places that they had at meetings.
        - What people spoke of most is “Being listened to and taken seriously”: 214 of 802 \
        responses (27%, 24% to 30%) in “Comment cards”.
        - 18 of 72 problems (25%, 16% to 36%) that people raised were fixed, and those who raised \
        them confirmed it.
        - “I feel confident to speak up in meetings”: the mean was 3.10 at first and 3.80 later \
        among the 34 people who answered both times, a difference of +0.70 (+0.30 to +1.10): a \
        clear change. The figures do not say what brought it about.
        - The two views of the process differ most on “We have talked through what we mean by \
        involvement and settled the principles together.”: organisation 1.00, people involved \
        0.50 (yes is 1, partly 0.5, no 0).
        """)
  }

  @Test func `labels are taken literally, whatever Markdown would make of them`() throws {
    let scratch = try Scratch()
    let findings = ["Mind & body", "AT&T; a|b", "*very* [good](x)", "two\nlines", "<b>"].flatMap {
      ExampleFindings.Scope(.coding, Named("s", label: "S")).share(
        9, of: 20, variable: Named("v", label: "V"), level: Named($0))
    }
    _ = try writePublished(ExampleReport.report(findings: findings), into: scratch.path)
    let labels = try scratch.text("summary.md").components(separatedBy: "\n")
      .filter { $0.hasSuffix(" | 9 | 45% (26% to 66%) | 20 |") }
      .map { String($0.dropFirst(2).dropLast(30)) }
    #expect(
      labels == [
        #"Mind & body"#, #"AT\&T; a\|b"#, #"\*very\* \[good\](x)"#, "two lines", #"\<b\>"#,
      ])
  }

  @Test func `every file that the summaries point to was written`() throws {
    let scratch = try Scratch()
    let written = Set(
      try writePublished(ExampleReport.report(), into: scratch.path).map(\.path))
    for name in ["summary.md", "funder-summary.md"] {
      let targets = try scratch.text(name).matches(of: /\]\(([^)]+)\)/).map { String($0.1) }
      #expect(!targets.isEmpty)
      for target in targets { #expect(written.contains(target), "\(name): \(target)") }
    }
  }

  @Test func `no table is wider than eight columns, and every row has as many cells as its head`()
    throws
  {
    let scratch = try Scratch()
    _ = try writePublished(ExampleReport.report(), into: scratch.path)
    var width = 0
    for line in try scratch.text("summary.md").components(separatedBy: "\n") {
      guard line.hasPrefix("|") else {
        width = 0
        continue
      }
      let cells = line.replacing("\\|", with: "").split(separator: "|").count
      if width == 0 { width = cells }
      #expect(cells == width && cells <= 8, "\(line)")
    }
  }

  @Test func `a report without findings, problems or names is still a report`() throws {
    let scratch = try Scratch()
    let day = CalendarDate(daysSince1970: 20_000)
    let report = Report(
      title: "Empty", organisation: nil, contact: nil, notice: nil, pipeline: "p", version: "1",
      start: day, end: day, audience: .publish, threshold: 5, findings: [], problemCounts: [],
      files: [], limitations: [], quotes: [], timestamp: 1)
    let written = try writePublished(report, into: scratch.path)
    #expect(
      written.map(\.path) == [
        "funder-return.xlsx", "summary.md", "funder-summary.md", "findings.csv",
      ])
    #expect(try scratch.text("summary.md").contains("No problems were found."))
  }
}
