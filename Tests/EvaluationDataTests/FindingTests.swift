import EvaluationData
import Statistics
import Testing

@Suite struct FindingTests {
  private static let members = Named("members", label: "Members")

  private static func finding(
    _ statistic: Statistic = .gap, variable: String = "ethnicity", level: String? = "asian",
    group: String? = nil, wave: String? = nil, value: Double? = 0.25, n: Int? = 20
  ) -> Finding {
    Finding(
      .representativeness, source: members, variable: Named(variable),
      level: level.map { Named($0) }, groupBy: group.map { _ in Named("site") },
      group: group.map { Named($0) }, wave: wave.map { Named($0) }, statistic: statistic,
      method: .exactBinomial, value: value,
      limits: Finding.Limits(lower: 0.1, upper: 0.4, level: 0.95), n: n, base: 40, p: 0.01,
      adjustedP: 0.02, verdict: .clear, note: "a note")
  }

  @Test func `the id is built from its parts in a fixed order`() {
    #expect(Self.finding().id == "representativeness/members/ethnicity/asian/gap")
    #expect(
      Self.finding(group: "North Mersey", wave: "2010-03").id
        == "representativeness/members/ethnicity/asian/site=north-mersey/2010-03/gap")
    let both = Finding(
      .agreement, source: Self.members, indicator: Named("coder_a-coder_b"),
      variable: Named("Stage"), statistic: .percentAgreement, method: .wilson, value: 1)
    #expect(both.id == "agreement/members/coder-a-coder-b/percent-agreement")
    let neither = Finding(
      .dataQuality, source: Self.members, statistic: .count, method: .counted, value: 1)
    #expect(neither.id == "data-quality/members/all/count")
  }

  @Test func `findings with the same slug are numbered in their order`() {
    let findings = Finding.identified([
      Self.finding(level: "A+"), Self.finding(level: "A-"), Self.finding(level: "B"),
      Self.finding(level: "a"),
    ])
    #expect(
      findings.map(\.id) == [
        "representativeness/members/ethnicity/a/gap",
        "representativeness/members/ethnicity/a-2/gap",
        "representativeness/members/ethnicity/b/gap",
        "representativeness/members/ethnicity/a-3/gap",
      ])
    #expect(findings.map(\.level?.name) == ["A+", "A-", "B", "a"])
  }

  @Test func `a finding without a value says that it is not available`() {
    #expect(Self.finding(value: nil).status == .notAvailable)
    #expect(Self.finding(value: 0).status == nil)
  }

  @Test func `a hidden finding keeps what it is about and no number but the base`() {
    let shown = Self.finding()
    let hidden = shown.hidden(.suppressed, note: "hidden")
    #expect(hidden.id == shown.id)
    #expect(hidden.value == nil && hidden.limits == nil && hidden.n == nil)
    #expect(hidden.p == nil && hidden.adjustedP == nil && hidden.verdict == nil)
    #expect(hidden.status == .suppressed)
    #expect(hidden.note == "hidden")
    #expect(hidden.base == 40)
    #expect(hidden.withoutBase().base == nil)
  }

  @Test func `numbers are rounded when the finding is made`() {
    #expect(Self.finding(value: 1.0 / 3).value == 0.333333333)
    let limits = Finding.Limits(
      Interval(estimate: 0.5, lower: 1.0 / 3, upper: 2.0 / 3, level: 0.95))
    #expect(limits == Finding.Limits(lower: 0.333333333, upper: 0.666666667, level: 0.95))
  }

  @Test(
    arguments: [
      (1.0 / 3, 0.333333333), (-2.0 / 3, -0.666666667), (123_456_789.4, 123_456_789),
      (1_234_567_894.9, 1_234_567_890), (0.999999999_6, 1), (99_999_999.96, 100_000_000),
      (2.000000004, 2), (0.0, 0), (13.333333333333334, 13.3333333), (1e-9, 1e-9),
    ] as [(Double, Double)])
  func `nine significant digits are kept`(_ value: Double, _ rounded: Double) {
    #expect(Finding.rounded(value) == rounded)
  }

  @Test func `rounding moves a number by at most half a unit of the ninth digit, and once`() {
    var generator = SplitMix64(seed: 20)
    for _ in 0..<20_000 {
      // From 1e-13 to 1e12: what shares, p-values, days and counts can be.
      var value = 1 + generator.nextUniform() * 9
      for _ in 0..<Int(generator.nextUniform() * 13) {
        value *= generator.next() % 2 == 0 ? 10 : 0.1
      }
      if generator.next() % 2 == 0 { value = -value }
      let rounded = Finding.rounded(value)
      #expect(abs(rounded - value) <= 5e-9 * abs(value))
      #expect(Finding.rounded(rounded) == rounded)
    }
  }

  @Test func `rounded numbers are written with at most nine digits`() {
    var generator = SplitMix64(seed: 21)
    for _ in 0..<20_000 {
      let text = Finding.rounded(generator.nextUniform()).shortest
      let mantissa = text.split(separator: "e")[0]
      let digits = mantissa.filter(\.isNumber).drop { $0 == "0" }
      #expect(digits.count <= 9, "\(text)")
    }
  }

  @Test(
    arguments: [
      (1.0, "1"), (0, "0"), (-0.0, "0"), (-3, "-3"), (0.1, "0.1"), (13.3333333, "13.3333333"),
      (1e14, "100000000000000"), (1e16, "1e+16"), (1e-7, "1e-07"),
    ] as [(Double, String)])
  func `the shortest text reads back as the same number`(_ number: Double, _ text: String) {
    #expect(number.shortest == text)
    #expect(Double(number.shortest) == number)
  }
}
