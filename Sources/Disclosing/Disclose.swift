package import EvaluationData

/// What an audience may see.
package struct SuppressionPolicy: Sendable, Hashable {
  /// Counts of people from 1 to one below this are hidden; nil hides nothing.
  package let threshold: Int?

  package init(threshold: Int?) { self.threshold = threshold }

  package static let showEverything = SuppressionPolicy(threshold: nil)
}

/// The findings that an audience may see, in the same order.
package struct DisclosedFindings: Sendable {
  package let findings: [Finding]
  /// How many findings are hidden.
  package let hiddenCount: Int
}

/// Hides small numbers of people, and what would give them away.
///
/// First every number that rests on too few people, or that leaves too few on
/// the other side. Then, wherever a single hidden number or base could be found by
/// subtraction from a total, the next smallest beside it.
package func disclose(
  _ findings: [Finding], under policy: SuppressionPolicy
) -> DisclosedFindings {
  guard let threshold = policy.threshold else {
    return DisclosedFindings(findings: findings, hiddenCount: 0)
  }
  var suppression = Suppression(findings, threshold: threshold)
  suppression.hideSmall()
  suppression.hideComplements()
  let note = "hidden to protect small groups (fewer than \(threshold))"
  var hiddenCount = 0
  let shown = findings.map { finding -> Finding in
    guard suppression.hides(finding) else { return finding }
    hiddenCount += 1
    let hidden = finding.hidden(.suppressed, note: note)
    return suppression.hidesBase(finding) ? hidden.withoutBase() : hidden
  }
  return DisclosedFindings(findings: shown, hiddenCount: hiddenCount)
}
