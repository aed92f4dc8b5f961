/// Tests whether groups differ in how long they go on without the event.
///
/// `groups` names the group of each time by a number. Approximate, with the
/// hypergeometric variance. `weighting` says which times count how much. Not a
/// `HypothesisTest`: three groups have no single effect. Two groups have a hazard ratio.
/// Throws when the lists differ in length, when there are fewer than two groups, when a
/// time is negative or not finite, when there is no event, or when none happened while two
/// groups were under observation. Assumes independent people, and that censoring has nothing
/// to do with the event or the group.
///
/// - Reference: Mantel (1966), Cancer Chemotherapy Reports 50, 163–170; Peto & Peto (1972), doi:10.2307/2344317.
public struct LogRankTest: Sendable, Hashable, Codable {
  public static let name = "Log-rank test"

  /// How much the differences at each time count.
  public enum Weighting: String, Sendable, Hashable, Codable, CaseIterable {
    /// All alike: finds hazards that differ by the same factor throughout.
    case logRank
    /// By the share that still goes on: finds differences that come early.
    case petoPeto
  }

  /// One of the groups compared.
  public struct Group: Sendable, Hashable, Codable {
    public let label: Int
    public let count: Int
    public let observedEvents: Int
    /// The events to be expected if groups did not differ.
    public let expectedEvents: Double
  }

  /// The groups in the order of their labels.
  public let groups: [Group]
  public let weighting: Weighting
  public let statistic: Double
  public let degreesOfFreedom: Double
  public let pValue: Double
  /// How often the event happens in the first of two groups for once in the second.
  ///
  /// Peto's one-step estimate; nil unless there are two groups and all times count alike,
  /// and when the groups are so uneven that it runs out of range.
  ///
  /// - Reference: Yusuf et al. (1985), doi:10.1016/S0033-0620(85)80003-7.
  public let hazardRatio: Interval?

  public init(
    times: Span<Double>, events: [Bool], groups: [Int], weighting: Weighting = .logRank,
    level: Double = 0.95
  ) throws(SampleError) {
    let quantile = try ConfidenceLevel(level).normalQuantile
    let tally = try Tally(times, events, groups, weighting)
    // A group that was never at risk with an event says nothing.
    let informative = tally.expected.indices.filter { tally.expected[$0] > 0 }
    guard informative.count >= 2 else { throw .noOverlap }
    let kept = informative.dropLast()
    let distances = kept.map { tally.distance(of: $0) }
    let covariance = kept.map { row in kept.map { tally.covariance[row][$0] } }
    guard let factor = CholeskyFactor(covariance) else { throw .noOverlap }
    let statistic = factor.forward(distances).reduce(0) { $0 + $1 * $1 }
    self.weighting = weighting
    self.statistic = statistic
    degreesOfFreedom = Double(kept.count)
    pValue = ChiSquared(degreesOfFreedom: degreesOfFreedom).upperTail(statistic)
    self.groups = tally.labels.indices.map {
      Group(
        label: tally.labels[$0], count: tally.counts[$0], observedEvents: tally.observed[$0],
        expectedEvents: tally.expected[$0])
    }
    guard tally.labels.count == 2, weighting == .logRank else {
      hazardRatio = nil
      return
    }
    let logarithm = distances[0] / covariance[0][0]
    let margin = quantile / covariance[0][0].squareRoot()
    let ratio = Interval(
      estimate: exp(logarithm), lower: exp(logarithm - margin), upper: exp(logarithm + margin),
      level: level)
    hazardRatio = ratio.lower > 0 && ratio.upper.isFinite ? ratio : nil
  }

  /// Observed and expected events by group, summed over the times of events.
  private struct Tally {
    let labels: [Int]
    let counts: [Int]
    var observed: [Int]
    var expected: [Double]
    /// Observed less expected events, weighted.
    var distances: [Double]
    var covariance: [[Double]]

    init(
      _ times: Span<Double>, _ events: [Bool], _ groups: [Int], _ weighting: Weighting
    ) throws(SampleError) {
      guard times.count == groups.count else {
        throw .unequalLengths(first: times.count, second: groups.count)
      }
      let labels = Array(Set(groups)).sorted()
      guard labels.count >= 2 else {
        throw .tooFewCategories(required: 2, found: labels.count)
      }
      let moments = try eventTimes(times, events)
      guard moments.contains(where: { $0.events > 0 }) else { throw .noEvents }
      let values = try amounts(times)
      let places = Dictionary(uniqueKeysWithValues: zip(labels, labels.indices))
      let group = groups.map { places[$0] ?? 0 }
      let order = values.indices.sorted { values[$0] < values[$1] }
      var atRisk = labels.map { label in groups.count { $0 == label } }
      self.labels = labels
      counts = atRisk
      observed = labels.map { _ in 0 }
      expected = labels.map { _ in 0 }
      distances = expected
      covariance = labels.map { _ in labels.map { _ in 0 } }

      var next = 0
      var survival = 1.0
      for moment in moments {
        let weight = weighting == .petoPeto ? survival : 1
        add(moment, atRisk: atRisk, weight: weight)
        let total = Double(atRisk.reduce(0, +))
        survival *= (total - Double(moment.events)) / total
        for index in order[next..<(next + moment.events + moment.censored)] {
          atRisk[group[index]] -= 1
          if events[index] {
            observed[group[index]] += 1
            distances[group[index]] += weight
          }
        }
        next += moment.events + moment.censored
      }
    }

    /// Observed less expected events; zero where it is nothing but rounding.
    func distance(of group: Int) -> Double {
      abs(distances[group]) > 1e-14 * Double(observed[group]) ? distances[group] : 0
    }

    private mutating func add(_ moment: EventTime, atRisk: [Int], weight: Double) {
      let total = Double(atRisk.reduce(0, +))
      let shares = atRisk.map { Double($0) / total }
      let events = Double(moment.events)
      let spread = total > 1 ? events * (total - events) / (total - 1) : 0
      for row in shares.indices {
        expected[row] += events * shares[row]
        distances[row] -= weight * events * shares[row]
        for column in shares.indices {
          covariance[row][column] +=
            weight * weight * spread * shares[row] * ((row == column ? 1 : 0) - shares[column])
        }
      }
    }
  }
}
