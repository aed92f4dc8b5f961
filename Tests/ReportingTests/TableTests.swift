import EvaluationData
import Reporting
import Testing

@Suite struct TableTests {
  private func table(_ name: String, _ findings: [Finding]) throws -> String {
    let scratch = try Scratch()
    _ = try writePublished(ExampleReport.report(findings: findings), into: scratch.path)
    return try scratch.text("tables/\(name).csv")
  }

  @Test func `statistics become columns, and hidden cells bear their mark`() throws {
    #expect(
      try table("representativeness-members-gender", SmallFindings.findings()) == """
        Gender,Number,Share (0 to 1),Share: lower 95% limit (0 to 1),\
        Share: upper 95% limit (0 to 1),Share of the population (0 to 1),Gap (percentage points),\
        Gap: lower 95% limit,Gap: upper 95% limit,"Gap: p, adjusted",Base,In words
        Women,41,0.706896552,0.579684651,0.808571982,0.51,19.6896552,6.9684651,29.8571982,\
        0.00291,58,Clear gap
        "Men | others, ""all"" men",[c],[c],[c],[c],0.49,[c],[c],[c],[c],58,[c]

        """)
  }

  @Test func `many levels in many groups make rows, not columns`() throws {
    let text = try table("coding-comments-comment-by-service", ExampleFindings.all)
    let lines = text.split(separator: "\n")
    #expect(lines.count == 1 + 15 * 8)
    #expect(
      lines[0] == """
        Service,Code,Number,Share (0 to 1),Share: lower 95% limit (0 to 1),\
        Share: upper 95% limit (0 to 1),Base
        """)
  }

  @Test func `codes stand in the order of frequency, hidden ones last`() throws {
    let text = try table("coding-comments-comment", ExampleFindings.all)
    let codes = text.split(separator: "\n").dropFirst().map { String($0.prefix { $0 != "," }) }
    #expect(codes.first == "Being listened to and taken seriously")
    #expect(codes.last == "Something else = other")
  }

  @Test func `what became of problems stands together, the fix rate among the shares`() throws {
    let text = try table("feedback-loop-suggestions-outcome", ExampleFindings.all)
    let lines = text.split(separator: "\n")
    #expect(lines[0].hasPrefix("What happened,Number,Share (0 to 1),"))
    #expect(lines[1].hasPrefix("Suggestions and problems raised,90,[z],[z],[z],"))
    #expect(lines[3].hasPrefix("Fixed and confirmed (fix rate),18,0.25,"))
  }

  @Test func `statistics with other bases have columns of bases of their own`() throws {
    let text = try table("agreement-comments-rules", ExampleFindings.all)
    let head = text.split(separator: "\n")[0]
    #expect(head.hasSuffix("Base: precision,\"Base: recall, F1\",Base: kappa"))
  }

  @Test func `a label that a spreadsheet would run gets an apostrophe`() throws {
    let findings = ExampleFindings.Scope(.coding, Named("s", label: "S")).share(
      9, of: 20, variable: Named("v", label: "V"), level: Named("l", label: "=HYPERLINK()"))
    #expect(try table("coding-s-v", findings).contains("\n'=HYPERLINK(),9,0.45,"))
  }

  @Test func `a value with a mark keeps both`() throws {
    let finding = Finding(
      .cost, source: Named("s", label: "S"), variable: Named("v", label: "V"),
      level: Named("l", label: "L"), statistic: .share, method: .wilson, value: 0.2, n: 7, base: 7,
      status: .unreliable)
    #expect(
      try table("cost-s-v", [finding]) == "V,Share (0 to 1),Base,Marks\nL,0.2,7,Share [u]\n")
  }

  @Test func `answers that are missing stand in one table, a column for each reason`() throws {
    let joined = Named("joined", label: "Joined")
    func finding(_ source: String, _ level: String, _ label: String, _ count: Int?) -> Finding {
      let finding = Finding(
        .dataQuality, source: Named(source, label: source.uppercased()), variable: joined,
        level: Named(level, label: label), statistic: .count, method: .counted,
        value: Double(count ?? 2), n: 75, base: 75)
      return count == nil ? finding.hidden(.suppressed, note: "hidden") : finding
    }
    let findings = [
      finding("members", "missing", "Missing", 9),
      Finding(
        .dataQuality, source: Named("members", label: "MEMBERS"), variable: joined,
        level: Named("missing", label: "Missing"), statistic: .share, method: .wilson,
        value: 0.12, limits: Finding.Limits(lower: 0.0645, upper: 0.213, level: 0.95), n: 75,
        base: 75),
      finding("members", "skipped", "Left blank", 9), finding("members", "unreadable", "Unread", 0),
      finding("meetings", "missing", "Missing", nil),
      finding("meetings", "skipped", "Left blank", nil),
      finding("meetings", "unreadable", "Unread", 0),
    ]
    #expect(
      try table("data-quality-missing", findings) == """
        Source,Column,Missing,Share missing (0 to 1),Share missing: lower 95% limit (0 to 1),\
        Share missing: upper 95% limit (0 to 1),Left blank,Unread,Base
        MEMBERS,Joined,9,0.12,0.0645,0.213,9,0,75
        MEETINGS,Joined,[c],[z],[z],[z],[c],0,[c]

        """)
  }
}
