import EvaluationData
import Statistics

/// How often each two codes stand together in one response.
///
/// Codes of which one is a part of the other are no pair: they always do.
func codePairs(
  _ codes: ChoiceColumn, all: CodeCounts, _ scope: Scope, _ outline: CodeOutline
) -> [Finding] {
  let pairs = CodePairs(codes, all: all, outline)
  let compared = pairs.places.map { pairs.shares($0, scope.thresholds) }
  let adjusted = (try? adjustedPValues(compared.compactMap(\.self), by: .holm)) ?? []
  var rest = adjusted[...]
  return zip(pairs.places, compared).flatMap { place, p in
    pairs.findings(place, scope, p: p, adjustedP: p == nil ? nil : rest.popFirst())
  }
}

/// The counts of pairs of codes.
private struct CodePairs {
  struct Place: Hashable {
    let first: Int
    let second: Int
  }

  let places: [Place]
  private let all: CodeCounts
  private let outline: CodeOutline
  /// By first and second code, in the order of the frame.
  private let both: [Int]

  init(_ codes: ChoiceColumn, all: CodeCounts, _ outline: CodeOutline) {
    self.all = all
    self.outline = outline
    let width = codes.choices.count
    var both = [Int](repeating: 0, count: width * width)
    var own: [Int] = []
    for row in 0..<codes.count where !codes.isMissing(row) {
      own.removeAll(keepingCapacity: true)
      codes.forEachChoice(of: row) { own.append($0) }
      for (place, first) in own.enumerated() {
        for second in own[(place + 1)...] { both[first * width + second] += 1 }
      }
    }
    self.both = both
    let order = outline.order
    places = order.indices.flatMap { first in
      order[(first + 1)...].compactMap { second in
        outline.areNested(order[first], second)
          ? nil : Place(first: order[first], second: second)
      }
    }
  }

  private func count(_ place: Place) -> Int {
    both[min(place.first, place.second) * all.counts.count + max(place.first, place.second)]
  }

  /// The p-value of the two codes' association; nil where there is nothing to test.
  func shares(_ place: Place, _ thresholds: Thresholds) -> Double? {
    let first = all.counts[place.first]
    let both = count(place)
    guard all.responses >= thresholds.testBase else { return nil }
    return TwoShares(
      both, of: first, against: all.counts[place.second] - both, of: all.responses - first)?.p
  }

  func findings(_ place: Place, _ scope: Scope, p: Double?, adjustedP: Double?) -> [Finding] {
    let both = count(place)
    let (first, second) = (all.counts[place.first], all.counts[place.second])
    let other = outline.codes[place.second]
    let indicator = Named(
      "\(outline.variable.name)-with-\(other.name)", label: other.label)
    var findings = scope.countAndShare(
      both, of: all.responses, indicator: indicator, variable: outline.variable,
      level: outline.codes[place.first])
    if first + second > both {
      findings.append(
        scope.share(
          both, of: first + second - both, statistic: .jaccard, indicator: indicator,
          variable: outline.variable, level: outline.codes[place.first]))
    }
    if let lift = lift(both, first, second) {
      findings.append(
        scope.finding(
          .lift, .logLift, value: lift.estimate, indicator: indicator,
          variable: outline.variable, level: outline.codes[place.first],
          interval: lift.interval, n: all.responses, base: all.responses, p: p,
          adjustedP: adjustedP,
          verdict: scope.thresholds.verdict(
            p: p, adjustedP: adjustedP, size: 0, base: all.responses)))
    }
    return findings.map { finding in
      var finding = finding
      finding.partOf = [place.first, place.second].map { outline.cell($0, in: scope) }
      finding.partOf += wholes(of: place, scope)
      finding.derivedFrom = [place.first, place.second].map { outline.cell($0, in: scope) }
      return finding
    }
  }

  /// Without limits where no response has both.
  private func lift(
    _ both: Int, _ first: Int, _ second: Int
  ) -> (estimate: Double, interval: Interval?)? {
    guard first > 0, second > 0 else { return nil }
    guard both > 0 else { return (0, nil) }
    let lift = try? Lift(both: both, first: first, second: second, total: all.responses)
    return lift.map { ($0.interval.estimate, $0.interval) }
  }

  /// The pairs with the code that one of the two is a part of.
  private func wholes(of place: Place, _ scope: Scope) -> [String] {
    let pairs = [
      outline.parent(of: place.first).map { ($0, place.second) },
      outline.parent(of: place.second).map { (place.first, $0) },
    ]
    return pairs.compactMap { $0 }.compactMap { first, second in
      let known = places.first {
        ($0.first == first && $0.second == second) || ($0.first == second && $0.second == first)
      }
      return known.map { place in
        scope.finding(
          .count, .counted, value: nil,
          indicator: Named(
            "\(outline.variable.name)-with-\(outline.codes[place.second].name)"),
          level: outline.codes[place.first]
        ).cellID
      }
    }
  }
}
