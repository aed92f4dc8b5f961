import EvaluationData
import Reporting
import Testing

/// Codes in tables of two ways, from findings written down by hand.
@Suite struct CrossTableTests {
  private static let cards = Named("cards", label: "Cards")
  private static let text = Named("comment", label: "Comment")
  private static let site = Named("site", label: "Site")
  private static let codes = [
    Named("travel", label: "Travel"), Named("bus", label: "Bus"), Named("tea", label: "Tea"),
  ]

  private static func cell(
    _ code: Named, _ count: Int, of base: Int, group: Named? = nil, wave: Named? = nil,
    partOf: [String] = []
  ) -> [Finding] {
    [(Statistic.count, Double(count)), (.share, Double(count) / Double(base))].map {
      var finding = Finding(
        wave == nil ? .coding : .trend, source: cards, variable: text, level: code,
        groupBy: group.map { _ in site }, group: group, wave: wave, statistic: $0,
        method: $0 == .count ? .counted : .wilson, value: $1,
        limits: $0 == .share ? Finding.Limits(lower: 0.01, upper: 0.9, level: 0.95) : nil, n: base,
        base: base)
      finding.partOf = partOf
      return finding
    }
  }

  private static func difference(
    _ code: Named, _ group: Named, _ value: Double, _ verdict: Verdict
  ) -> Finding {
    Finding(
      .coding, source: cards, variable: text, level: code, groupBy: site, group: group,
      statistic: .difference, method: .newcombe, value: value, base: 10, verdict: verdict)
  }

  private func table(_ findings: [Finding], _ name: String) throws -> String {
    let scratch = try Scratch()
    _ = try writePublished(ExampleReport.report(findings: findings), into: scratch.path)
    return try scratch.text("tables/\(name).csv")
  }

  @Test func `codes stand beside groups, with the base and in words where they differ`() throws {
    let (north, south) = (Named("north", label: "North"), Named("south", label: "South"))
    let all = ["coding/cards/comment/travel"]
    var findings =
      Self.cell(Self.codes[0], 12, of: 40) + Self.cell(Self.codes[1], 9, of: 40, partOf: all)
    findings += Self.cell(Self.codes[0], 10, of: 20, group: north)
    findings.append(Self.difference(Self.codes[0], north, 0.4, .clear))
    findings += Self.cell(Self.codes[1], 8, of: 20, group: north)
    findings.append(Self.difference(Self.codes[1], north, 0.1, .tooFew))
    findings += Self.cell(Self.codes[0], 2, of: 20, group: south).map {
      $0.hidden(.suppressed, note: "")
    }
    findings.append(Self.difference(Self.codes[0], south, -0.4, .possible))
    #expect(
      try table(findings, "coding-cards-comment-by-site-table") == """
        Code,All (0 to 1),North (0 to 1),South (0 to 1),All: number,North: number,South: number,\
        Where it differs from the rest
        Base: responses with a text,n = 40,n = 20,n = 20,40,20,20,[z]
        Travel,0.3,0.5,[c],12,10,[c],Clearly more: North. Possibly less: South.
        Bus,0.225,0.4,[z],9,8,[z],Too few to say

        """)
  }

  @Test func `a part stands to the right of its whole on a sheet, not in a file`() throws {
    let north = Named("north", label: "North")
    let findings =
      Self.cell(Self.codes[0], 12, of: 40)
      + Self.cell(Self.codes[1], 9, of: 40, partOf: ["coding/cards/comment/travel"])
      + Self.cell(Self.codes[0], 10, of: 20, group: north)
    let scratch = try Scratch()
    _ = try writePublished(ExampleReport.report(findings: findings), into: scratch.path)
    let strings = try part("xl/sharedStrings.xml", of: "\(scratch.path)/funder-return.xlsx")
    #expect(strings.contains("<t xml:space=\"preserve\">   Bus</t>"))
    #expect(!strings.contains("   Travel"))
  }

  @Test func `pairs make a matrix of both halves, and a list of those that stand together`() throws
  {
    func pair(_ first: Int, _ second: Int, _ count: Int) -> [Finding] {
      let cells = [first, second].map { "coding/cards/comment/\(Self.codes[$0].name)" }
      let other = Self.codes[second]
      let values: [(Statistic, Method, Double)] = [
        (.count, .counted, Double(count)), (.share, .wilson, Double(count) / 40),
        (.jaccard, .wilson, Double(count) / 20), (.lift, .logLift, Double(count) / 2),
      ]
      return values.map { statistic, method, value in
        var finding = Finding(
          .coding, source: Self.cards,
          indicator: Named("comment-with-\(other.name)", label: other.label), variable: Self.text,
          level: Self.codes[first], statistic: statistic, method: method, value: value,
          base: statistic == .jaccard ? 20 : 40)
        finding.derivedFrom = cells
        return finding
      }
    }
    let findings =
      Self.codes.enumerated().flatMap { Self.cell($1, 20 - $0, of: 40) } + pair(0, 2, 0)
      + pair(1, 2, 6)
    #expect(
      try table(findings, "coding-cards-comment-together-matrix") == """
        Code,Travel,Bus,Tea
        Travel,20,[z],0
        Bus,[z],19,6
        Tea,0,6,18

        """)
    #expect(
      try table(findings, "coding-cards-comment-together") == """
        Code,Together with,Number,Overlap (0 to 1),Lift,Base: overlap,Base: lift
        Bus,Tea,6,0.3,3,20,40

        """)
  }

  @Test func `periods run down, codes stand side by side`() throws {
    let waves = ["2024-01", "2024-02"].map { Named($0) }
    let findings =
      Self.cell(Self.codes[0], 5, of: 10, wave: waves[0])
      + Self.cell(Self.codes[0], 8, of: 10, wave: waves[1])
      + Self.cell(Self.codes[2], 9, of: 10, wave: waves[0])
      + Self.cell(Self.codes[2], 2, of: 10, wave: waves[1]).map {
        $0.hidden(.suppressed, note: "")
      }
    #expect(
      try table(findings, "trend-cards-comment-codes-table") == """
        Period,Responses,Travel (0 to 1),Tea (0 to 1)
        2024-01,10,0.5,0.9
        2024-02,10,0.8,[c]

        """)
    let scratch = try Scratch()
    _ = try writePublished(ExampleReport.report(findings: findings), into: scratch.path)
    let figure = try scratch.text("figures/trend-cards-comment-codes-table.svg")
    #expect(figure.contains(">Travel</text>") && figure.contains(">[c]</text>"))
    #expect(figure.contains("In the last: Travel: 80%."))
    #expect(XMLCheck.isWellFormed(figure))
  }

  @Test func `severities stand side by side, code by code`() throws {
    func levels(_ indicator: Named, of base: Int, _ counts: [Int], whole: [String]) -> [Finding] {
      zip(["high", "low"], counts).flatMap { name, count in
        [(Statistic.count, Double(count)), (.share, Double(count) / Double(base))].map {
          var finding = Finding(
            .coding, source: Self.cards, indicator: indicator,
            variable: Named("severity", label: "Severity"),
            level: Named(name, label: name.uppercased()), statistic: $0, method: .counted,
            value: $1, n: base, base: base)
          finding.excludesOtherLevels = true
          finding.derivedFrom = whole
          return finding
        }
      }
    }
    let findings =
      levels(Named("comment-severity", label: "All responses"), of: 40, [10, 30], whole: [])
      + levels(
        Named("bus-severity", label: "Bus"), of: 20, [5, 15], whole: ["coding/cards/comment/bus"])
    #expect(
      try table(findings, "coding-cards-severity") == """
        Severity,Number,Share (0 to 1),Base
        HIGH,10,0.25,40
        LOW,30,0.75,40

        """)
    #expect(
      try table(findings, "coding-cards-severity-by-code-table") == """
        Code,HIGH (0 to 1),LOW (0 to 1),HIGH: number,LOW: number,Base
        Bus,0.25,0.75,5,15,20

        """)
  }
}
