import Disclosing
import EvaluationData
import Testing

/// What a figure over all codes would tell about a code that is hidden.
@Suite struct AgreementDisclosureTests {
  private static let source = Named("cards")
  private static let pair = Named("a-b", label: "A and B")

  private static func code(_ name: String, _ statistic: Statistic, base: Int) -> Finding {
    Finding(
      .agreement, source: source, indicator: statistic == .percentAgreement ? pair : nil,
      level: Named(name), statistic: statistic,
      method: .wilson, value: 0.5, n: base, base: base)
  }

  private static func total(_ comparison: Named, _ statistic: Statistic, base: Int) -> Finding {
    Finding(
      .agreement, source: source,
      indicator: Named("\(comparison.name)-all-decisions", label: comparison.label),
      variable: Named("all-decisions"), statistic: statistic, method: .jackknife, value: 0.5,
      n: 40, base: base)
  }

  private static func hidden(_ findings: [Finding]) -> [String] {
    disclose(findings, under: SuppressionPolicy(threshold: 5)).findings
      .filter { $0.status == .suppressed }.map { $0.level?.name ?? "all" }
  }

  @Test(arguments: [Statistic.precision, .percentAgreement])
  func `beside a hidden code another is hidden, so that the figure over all does not tell it`(
    _ statistic: Statistic
  ) {
    let comparison =
      statistic == .precision ? Named("rules-a", label: "Tagging rules and A") : Self.pair
    let codes = [4, 20, 30].enumerated().map {
      Self.code("c\($0.offset)", statistic, base: $0.element)
    }
    let all = codes + [Self.total(comparison, statistic, base: 54)]
    #expect(Self.hidden(all) == ["c0", "c1"])
    #expect(Self.hidden(Array(all.dropFirst())).isEmpty)
    #expect(Self.hidden(codes) == ["c0"])
  }

  @Test func `where there is one code, what is taken over all goes with it`() {
    let all = [
      Self.code("c", .precision, base: 4),
      Self.total(Named("rules-a", label: "Tagging rules and A"), .precision, base: 8),
    ]
    #expect(Self.hidden(all) == ["c", "all"])
  }
}
