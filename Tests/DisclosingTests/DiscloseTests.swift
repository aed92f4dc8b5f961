import Disclosing
import EvaluationData
import Testing

@Suite struct DiscloseTests {
  private static func shown(
    _ counts: [[Int]], threshold: Int = 5, measure: Measure = .representativeness
  ) -> Shown {
    shown(Tabulation(counts, measure: measure).findings, threshold: threshold)
  }

  private static func shown(_ findings: [Finding], threshold: Int = 5) -> Shown {
    let disclosed = disclose(findings, under: SuppressionPolicy(threshold: threshold))
    return Shown((disclosed.findings, disclosed.hiddenCount))
  }

  @Test func `the internal audience sees everything`() {
    let findings = Tabulation([[1, 2, 0], [3, 4, 100]]).findings
    let disclosed = disclose(findings, under: .showEverything)
    #expect(disclosed.findings == findings)
    #expect(disclosed.hiddenCount == 0)
  }

  @Test func `a hidden finding keeps no number but the base, and says why`() throws {
    let shown = Self.shown([[2, 8, 30]])
    let hidden = shown.all.filter { $0.status == .suppressed }
    #expect(hidden.count == shown.hiddenCount)
    #expect(Set(hidden.map(\.statistic)) == [.count, .share, .gap, .dissimilarity, .fit])
    for finding in hidden {
      #expect(finding.value == nil && finding.limits == nil && finding.n == nil)
      #expect(finding.p == nil && finding.adjustedP == nil && finding.verdict == nil)
      #expect(finding.note == "hidden to protect small groups (fewer than 5)")
    }
    #expect(shown.all.map(\.id) == Tabulation([[2, 8, 30]]).findings.map(\.id))
  }

  @Test(arguments: [(0, true), (1, false), (4, false), (5, true), (6, true)])
  func `counts from 1 to 4 are hidden, a true 0 is shown`(_ count: Int, _ isShown: Bool) {
    let shown = Self.shown([[count, 20, 30, 40]], measure: .coding)
    let finding = shown("coding/members/ethnicity/level-0/count")
    #expect((finding?.value != nil) == isShown)
    let share = shown("coding/members/ethnicity/level-0/share")
    #expect((share?.value != nil) == isShown)
  }

  @Test func `a pipeline may set another threshold`() {
    #expect(
      Self.shown([[9, 30, 40, 50]], threshold: 10).counts(nil, levels: 4) == [nil, nil, 40, 50])
    #expect(Self.shown([[9, 30, 40, 50]], threshold: 5).hiddenCount == 0)
  }

  @Test func `a number that leaves too few on the other side is hidden`() {
    let shown = Self.shown([[97, 3]], measure: .coding)
    #expect(shown("coding/members/ethnicity/level-0/share")?.status == .suppressed)
    let all = Self.shown([[100, 0]], measure: .coding)
    #expect(all("coding/members/ethnicity/level-0/share")?.value == 1)
  }

  @Test func `a hidden level gets the next smallest beside it`() {
    #expect(Self.shown([[2, 8, 30, 9]]).counts(nil, levels: 4) == [nil, nil, 30, 9])
    #expect(Self.shown([[2, 0, 30, 9]]).counts(nil, levels: 4) == [nil, 0, 30, nil])
  }

  @Test func `two hidden levels need no third`() {
    #expect(Self.shown([[2, 3, 30, 9]]).counts(nil, levels: 4) == [nil, nil, 30, 9])
  }

  @Test func `where nothing else is left a zero is hidden too`() {
    let shown = Self.shown([[3, 10], [20, 0]])
    #expect(shown.counts(1, levels: 2) == [nil, nil])
  }

  @Test func `hiding goes on in groups and levels until nothing follows`() {
    // 3 in group 0 hides 8 beside it; each then hides another group's number.
    let shown = Self.shown([[3, 8, 40], [30, 20, 50], [35, 45, 60]])
    #expect(shown.counts(0, levels: 3) == [nil, nil, 40])
    #expect(shown.counts(1, levels: 3) == [nil, nil, 50])
    #expect(shown.counts(2, levels: 3) == [35, 45, 60])
    #expect(shown.counts(nil, levels: 3) == [68, 73, 150])
  }

  @Test func `a group of too few takes the next smallest with it, bases too`() {
    let shown = Self.shown([[2, 1], [20, 30], [9, 8]])
    for group in [0, 2] {
      let parts = shown.all.filter { $0.group == Named("group-\(group)") }
      #expect(parts.allSatisfy { $0.value == nil && $0.n == nil && $0.base == nil })
    }
    #expect(shown.counts(1, levels: 2) == [20, 30])
    #expect(shown.counts(nil, levels: 2) == [31, 39])
  }

  @Test func `an index over levels goes where a level is hidden, elsewhere it stays`() {
    let shown = Self.shown([[2, 3, 40], [30, 20, 50], [35, 25, 60], [70, 80, 90]])
    let id = "representativeness/members/ethnicity"
    for statistic in ["dissimilarity", "fit"] {
      #expect(shown("\(id)/site=group-0/\(statistic)")?.status == .suppressed)
      #expect(shown("\(id)/site=group-3/\(statistic)")?.value != nil)
      #expect(shown("\(id)/\(statistic)")?.value != nil)
    }
  }

  // MARK: Other findings

  private static func finding(
    _ measure: Measure, _ statistic: Statistic, _ method: Method, _ value: Double?,
    indicator: String? = nil, variable: String? = nil, level: String? = nil,
    subject: Finding.Subject = .people, n: Int? = nil, base: Int? = nil
  ) -> Finding {
    Finding(
      measure, source: Named("source"), indicator: indicator.map { Named($0) },
      variable: variable.map { Named($0) }, level: level.map { Named($0) }, statistic: statistic,
      method: method, subject: subject, value: value, n: n, base: base)
  }

  @Test func `facts of the organisation stay, however small`() {
    let findings = [
      Self.finding(
        .engagement, .count, .counted, 3, indicator: "meetings", subject: .organisation, n: 3,
        base: 3),
      Self.finding(
        .engagement, .share, .wilson, 0.5, indicator: "groups", subject: .organisation, n: 2,
        base: 2),
    ]
    let shown = Self.shown(findings)
    #expect(shown.all == findings)
    #expect(shown.hiddenCount == 0)
  }

  @Test func `a published target stays beside a hidden level`() {
    let target = Finding(
      .representativeness, source: Tabulation.source, variable: Tabulation.variable,
      level: Named("level-0"), statistic: .targetShare, method: .published,
      subject: .organisation, value: 0.1)
    let shown = Self.shown(Tabulation([[2, 8, 30]]).findings + [target])
    #expect(shown("representativeness/members/ethnicity/level-0/count")?.value == nil)
    #expect(shown("representativeness/members/ethnicity/level-0/target-share")?.value == 0.1)
  }

  @Test(arguments: [Statistic.mean, .medianDays, .netScore, .meanChange])
  func `any number that rests on fewer than five is hidden with its base`(_ statistic: Statistic) {
    let few = Self.shown([
      Self.finding(.outcomes, statistic, .arithmetic, 2.5, variable: "a", n: 4, base: 4)
    ])
    #expect(few.all[0].value == nil && few.all[0].base == nil)
    let part = Self.shown([
      Self.finding(.outcomes, statistic, .arithmetic, 2.5, variable: "a", n: 4, base: 40)
    ])
    #expect(part.all[0].value == nil && part.all[0].base == 40)
    let enough = Self.shown([
      Self.finding(.outcomes, statistic, .arithmetic, 2.5, variable: "a", n: 5, base: 5)
    ])
    #expect(enough.all[0].value == 2.5)
  }

  @Test func `a finding without a value does not tell its n either`() {
    let shown = Self.shown([
      Self.finding(
        .outcomes, .attrition, .wilson, 0.1, variable: "a", level: "lost", n: 10, base: 10),
      Self.finding(
        .outcomes, .attritionDifference, .welch, nil, variable: "a", level: "lost", n: 1, base: 10),
    ])
    #expect(shown.all.allSatisfy { $0.n == nil && $0.status == .suppressed })
    #expect(shown.hiddenCount == 2)
  }

  @Test(arguments: ["not-stated", "not-followed-up"])
  func `those who did not answer are hidden with their base`(_ level: String) {
    let shown = Self.shown([
      Self.finding(.outcomes, .count, .counted, 2, variable: "a", level: level, n: 22, base: 22)
    ])
    #expect(shown.all[0].base == nil)
  }

  @Test func `better, the same and worse add up, so none is hidden alone`() {
    let parts: [(Statistic, String, Double)] = [
      (.shareBetter, "better", 20), (.shareSame, "same", 7), (.shareWorse, "worse", 3),
    ]
    let shown = Self.shown(
      parts.flatMap { statistic, level, count in
        [
          Self.finding(.outcomes, .count, .counted, count, variable: "a", level: level, base: 30),
          Self.finding(
            .outcomes, statistic, .wilson, count / 30, variable: "a", level: level, base: 30),
        ]
      })
    #expect(shown.all.map { $0.value != nil } == [true, true, false, false, false, false])
  }

  @Test func `the endings of problems add up, so none is hidden alone`() {
    let endings: [(String, Double)] = [
      ("fix-rate", 20), ("fixed-unconfirmed", 9), ("rejected-with-reason", 0),
      ("rejected-without-reason", 2), ("open", 8), ("told", 6),
    ]
    let shown = Self.shown(
      endings.map { name, count in
        Self.finding(.feedbackLoop, .count, .counted, count, indicator: name, base: 39)
      })
    #expect(shown.all.map { $0.value != nil } == [true, true, true, false, false, true])
  }

  @Test(arguments: [(2.0, false), (6, true)])
  func `the share who stayed is hidden where the number who left is`(
    _ left: Double, _ isShown: Bool
  ) {
    let shown = Self.shown([
      Self.finding(
        .engagement, .count, .counted, left, indicator: "retention", level: "left", n: 30, base: 30),
      Self.finding(
        .engagement, .retention, .kaplanMeier, 1 - left / 30, indicator: "retention",
        level: "after-90-days", n: 30, base: 30),
    ])
    #expect((shown.all[1].value != nil) == isShown)
  }

  @Test(arguments: [(3.0, false), (8.0, true)])
  func `the age of what is open goes where its number is hidden, with its base`(
    _ open: Double, _ isShown: Bool
  ) {
    let shown = Self.shown([
      Self.finding(
        .feedbackLoop, .count, .counted, open, indicator: "open", n: 30, base: 30),
      Self.finding(
        .feedbackLoop, .medianDays, .quantileType7, 90, indicator: "age-of-open", n: 9, base: 9),
    ])
    #expect((shown.all[1].value != nil) == isShown)
    #expect((shown.all[1].base != nil) == isShown)
  }
}
