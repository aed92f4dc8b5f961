import EvaluationData
import Statistics

/// How often each code was given at each level of one attribute, and how that differs from
/// all other responses.
struct CodesByAttribute {
  private let attribute: AttributeColumn
  /// A level, or that none is known, with its counts; levels of nobody are among them.
  private let groups: [(name: Named, counts: CodeCounts)]
  private let all: CodeCounts

  static let notStated = Named("not-stated", label: "Not stated")

  /// Behind the counts of the levels stand those of the responses without one.
  init(_ attribute: AttributeColumn, _ counts: [CodeCounts], all: CodeCounts) {
    self.attribute = attribute
    self.all = all
    var groups = zip(attribute.levels, counts).map { (name: $0, counts: $1) }
    if let rest = counts.last, rest.responses > 0 { groups.append((Self.notStated, rest)) }
    self.groups = groups
  }

  private var levelCount: Int { attribute.levels.count }

  func findings(_ everybody: Scope, _ outline: CodeOutline) -> [Finding] {
    let differences = differences(everybody, outline)
    return groups.indices.flatMap { group in
      let scope = scope(everybody, group)
      return outline.order.flatMap { code in
        groups[group].counts.findings(of: code, scope, outline)
          + (differences[Place(group: group, code: code)].map { [$0] } ?? [])
      }
    }
  }

  private func scope(_ everybody: Scope, _ group: Int) -> Scope {
    Scope(
      everybody.measure, everybody.source, everybody.thresholds, groupBy: attribute.name,
      group: groups[group].name)
  }

  // MARK: Differences

  private struct Place: Hashable {
    let group: Int
    let code: Int
  }

  private struct Comparison {
    let effect: Interval
    let p: Double?
    /// Of the smaller side.
    let base: Int
  }

  /// Of each level from all other responses; p-values are adjusted over the codes and levels.
  private func differences(_ everybody: Scope, _ outline: CodeOutline) -> [Place: Finding] {
    var comparisons: [(place: Place, comparison: Comparison)] = []
    for group in groups.indices.prefix(levelCount) {
      for code in outline.order {
        if let comparison = comparison(group, code, everybody.thresholds) {
          comparisons.append((Place(group: group, code: code), comparison))
        }
      }
    }
    let adjusted = adjustedPValues(of: comparisons)
    var findings: [Place: Finding] = [:]
    for (place, comparison) in comparisons {
      let scope = scope(everybody, place.group)
      let adjustedP = comparison.p == nil ? nil : adjusted[place]
      var finding = scope.finding(
        .difference, .newcombe, value: comparison.effect.estimate, variable: outline.variable,
        level: outline.codes[place.code], interval: comparison.effect,
        n: groups[place.group].counts.responses, base: groups[place.group].counts.responses,
        p: comparison.p, adjustedP: adjustedP,
        verdict: everybody.thresholds.verdict(
          p: comparison.p, adjustedP: adjustedP, size: abs(comparison.effect.estimate),
          base: comparison.base, interval: comparison.effect))
      finding.derivedFrom = [outline.cell(place.code, in: everybody)]
      findings[place] = finding
    }
    return findings
  }

  private func comparison(
    _ group: Int, _ code: Int, _ thresholds: Thresholds
  ) -> Comparison? {
    let own = groups[group].counts
    let base = min(own.responses, all.responses - own.responses)
    guard
      let compared = TwoShares(
        own.counts[code], of: own.responses, against: all.counts[code] - own.counts[code],
        of: all.responses - own.responses)
    else { return nil }
    return Comparison(
      effect: compared.effect, p: base < thresholds.testBase ? nil : compared.p, base: base)
  }

  /// Adjusts by Holm's method.
  ///
  /// Where two levels make up everybody, each is the rest of the other, and their tests are one.
  private func adjustedPValues(
    of comparisons: [(place: Place, comparison: Comparison)]
  ) -> [Place: Double] {
    let tested = comparisons.filter { $0.comparison.p != nil }
    let filled = groups.indices.filter { groups[$0].counts.responses > 0 }
    let first = filled.count == 2 ? filled.first : nil
    let family = tested.filter { first == nil || $0.place.group == first }
    let pValues = family.compactMap(\.comparison.p)
    guard let adjusted = try? Statistics.adjustedPValues(pValues, by: .holm) else { return [:] }
    var results: [Place: Double] = [:]
    for (test, p) in zip(family, adjusted) {
      results[test.place] = p
      guard first != nil else { continue }
      for group in filled { results[Place(group: group, code: test.place.code)] = p }
    }
    return results
  }
}

/// Two shares of separate responses beside each other.
struct TwoShares {
  /// The first less the second, with Newcombe's interval.
  let effect: Interval
  /// Nil where nobody or everybody has what is counted: there is nothing to test.
  let p: Double?

  /// Nil where one of the two has nobody.
  init?(_ count: Int, of base: Int, against other: Int, of otherBase: Int) {
    guard
      let effect = try? NewcombeInterval(
        successes: count, trials: base, otherSuccesses: other, otherTrials: otherBase
      ).interval
    else { return nil }
    self.effect = effect
    let (total, size) = (count + other, base + otherBase)
    let fewest = Double(min(total, size - total)) * Double(min(base, otherBase)) / Double(size)
    guard total > 0, total < size else {
      p = nil
      return
    }
    p =
      fewest < 5
      ? try? FisherExactTest(
        successes: count, trials: base, otherSuccesses: other, otherTrials: otherBase
      ).pValue
      : try? TwoProportionsTest(
        successes: count, trials: base, otherSuccesses: other, otherTrials: otherBase
      ).pValue
  }
}
