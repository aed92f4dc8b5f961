import Disclosing
import EvaluationData
import Testing

@Suite struct MissingAnswersTests {
  private static let rows = 300

  private static func finding(_ level: String, _ statistic: Statistic, _ value: Double) -> Finding {
    Finding(
      .dataQuality, source: Named("cards"), variable: Named("rating"), level: Named(level),
      statistic: statistic, method: statistic == .count ? .counted : .wilson, value: value,
      n: rows, base: rows)
  }

  /// What is shown of so many missing for each reason, all together first; nil is hidden.
  private func shown(_ counts: [Int]) -> [Int?] {
    let all = counts.reduce(0, +)
    let findings =
      [
        Self.finding("missing", .count, Double(all)),
        Self.finding("missing", .share, Double(all) / Double(Self.rows)),
      ]
      + zip(MissingReason.allCases, counts).map { reason, count in
        Self.finding(reason.rawValue, .count, Double(count))
      }
    let disclosed = disclose(findings, under: SuppressionPolicy(threshold: 5)).findings
    #expect((disclosed[0].value == nil) == (disclosed[1].value == nil))
    return ([disclosed[0]] + disclosed.dropFirst(2)).map { $0.value.map { Int($0) } }
  }

  @Test func `large numbers and true zeros are shown`() {
    #expect(shown([0, 12, 0, 7, 0, 30]) == [49, 0, 12, 0, 7, 0, 30])
  }

  @Test func `a small number takes the next with it, for all together are known`() {
    #expect(shown([0, 12, 0, 2, 0, 30]) == [44, 0, nil, 0, nil, 0, 30])
    #expect(shown([0, 2, 0, 0, 0, 30]) == [32, 0, nil, 0, 0, 0, nil])
    #expect(shown([3, 2, 0, 0, 0, 30]) == [35, nil, nil, 0, 0, 0, 30])
  }

  @Test func `one small number alone is hidden with the sum`() {
    #expect(shown([0, 3, 0, 0, 0, 0]) == [nil, 0, nil, 0, 0, 0, 0])
  }

  @Test func `where too few answered, a reason goes with the sum`() {
    #expect(shown([0, 200, 0, 98, 0, 0]) == [nil, 0, 200, 0, nil, 0, 0])
  }

  /// Endings of problems, of which one small number hides another; both together are known.
  private func shownWith(missing: Int, open: Int) -> Int? {
    let endings = ["open": open, "fix-rate": 30, "rejected-with-reason": 2].sorted {
      $0.key < $1.key
    }
    let findings =
      endings.map { name, count in
        Finding(
          .feedbackLoop, source: Named("cards"), indicator: Named(name), statistic: .count,
          method: .counted, value: Double(count), n: 40, base: 40)
      } + [
        Self.finding("missing", .count, Double(missing)),
        Self.finding("skipped", .count, Double(missing)),
      ]
    let disclosed = disclose(findings, under: SuppressionPolicy(threshold: 5)).findings
    #expect(disclosed.filter { $0.measure == .feedbackLoop }.count { $0.value == nil } == 2)
    #expect((disclosed[3].value == nil) == (disclosed[4].value == nil))
    return disclosed[3].value.map { Int($0) }
  }

  @Test func `a number that another table hides is hidden here too`() {
    #expect(shownWith(missing: 8, open: 8) == nil)
    #expect(shownWith(missing: Self.rows - 8, open: 8) == nil)
    #expect(shownWith(missing: 9, open: 8) == 9)
  }
}
