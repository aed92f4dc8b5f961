/// Estimates how far a statistic would scatter over samples like the one at hand.
///
/// Units are drawn with replacement, as many as there are, and the statistic is
/// computed anew for each draw. A unit is a value, a row, or a cluster of values
/// that belong together, such as the answers of one site. Each draw takes a stream
/// of the generator of its own, so that the replicates depend on the seed and the
/// number of the draw alone, not on how the draws are shared out over cores.
///
/// Throws when there are fewer than two units or two draws, when a value is not
/// finite, or when the statistic throws for the sample, for a draw, or for the
/// sample less one unit. Assumes units that are independent and drawn alike; small
/// samples make intervals that are too narrow.
///
/// - Reference: Efron (1979), doi:10.1214/aos/1176344552; for clusters Davison &
///   Hinkley (1997), doi:10.1017/CBO9780511802843, section 3.8.
public struct Bootstrap: Sendable, Hashable, Codable {
  /// How many units there are.
  public let count: Int
  /// The statistic of the sample itself.
  public let estimate: Double
  /// The statistic of each draw, in the order of the draws.
  public let replicates: [Double]
  /// The statistic without each unit in turn.
  public let leaveOneOut: [Double]

  /// A bootstrap whose replicates were computed elsewhere, such as in parts.
  public init(
    estimate: Double, replicates: [Double], leaveOneOut: [Double]
  ) throws(SampleError) {
    guard replicates.count >= 2 else {
      throw .tooFewObservations(required: 2, found: replicates.count)
    }
    guard leaveOneOut.count >= 2 else {
      throw .tooFewObservations(required: 2, found: leaveOneOut.count)
    }
    guard estimate.isFinite else { throw .nonFiniteValue(index: 0) }
    _ = try finiteValues(replicates.span)
    _ = try finiteValues(leaveOneOut.span)
    count = leaveOneOut.count
    self.estimate = estimate
    self.replicates = replicates
    self.leaveOneOut = leaveOneOut
  }

  /// The bootstrap of a statistic that is told the numbers of the units drawn.
  public init(
    unitCount: Int, draws: Int = 10_000, seed: UInt64,
    statistic: ([Int]) throws(SampleError) -> Double
  ) throws(SampleError) {
    try self.init(
      estimate: statistic(Array(0..<unitCount)),
      replicates: Self.replicates(
        unitCount: unitCount, draws: 0..<draws, seed: seed, statistic: statistic),
      leaveOneOut: leavingOneOut(unitCount, statistic))
  }

  /// The bootstrap of a statistic of single values.
  public init(
    _ values: Span<Double>, draws: Int = 10_000, seed: UInt64,
    statistic: (Span<Double>) throws(SampleError) -> Double
  ) throws(SampleError) {
    let values = try finiteValues(values)
    try self.init(unitCount: values.count, draws: draws, seed: seed) {
      indices throws(SampleError) in
      let drawn = indices.map { values[$0] }
      return try statistic(drawn.span)
    }
  }

  /// The bootstrap of a statistic over clusters, which are drawn whole.
  public init(
    clusters: [[Double]], draws: Int = 10_000, seed: UInt64,
    statistic: (Span<Double>) throws(SampleError) -> Double
  ) throws(SampleError) {
    for cluster in clusters { _ = try finiteValues(cluster.span) }
    try self.init(unitCount: clusters.count, draws: draws, seed: seed) {
      indices throws(SampleError) in
      let drawn = indices.flatMap { clusters[$0] }
      return try statistic(drawn.span)
    }
  }

  /// The bootstrap of a mean, such as the mean change of pairs.
  ///
  /// The same as with `mean` for a statistic, but for rounding, and much faster.
  public init(
    meanOf values: Span<Double>, draws: Int = 10_000, seed: UInt64
  ) throws(SampleError) {
    let means = try MeanDraws(values, seed: seed)
    try self.init(
      estimate: means.center, replicates: means.replicates(0..<max(0, draws)),
      leaveOneOut: means.leaveOneOut)
  }

  /// The bootstrap of a mean, its draws shared out over several tasks.
  ///
  /// The same, whatever the number of tasks.
  public init(
    meanOf values: [Double], draws: Int = 10_000, seed: UInt64, tasks: Int
  ) async throws(SampleError) {
    let means = try MeanDraws(values.span, seed: seed)
    let draws = max(0, draws)
    let width = max(1, (draws + max(1, tasks) - 1) / max(1, tasks))
    let parts = await withTaskGroup(of: (start: Int, replicates: [Double]).self) { group in
      for start in stride(from: 0, to: draws, by: width) {
        group.addTask { (start, means.replicates(start..<min(draws, start + width))) }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    try self.init(
      estimate: means.center,
      replicates: parts.sorted { $0.start < $1.start }.flatMap(\.replicates),
      leaveOneOut: means.leaveOneOut)
  }

  /// The bootstrap over draws that are given, as the numbers of the units in each.
  ///
  /// Throws when a draw names a unit that does not exist.
  public init(
    _ values: Span<Double>, drawn: [[Int]],
    statistic: (Span<Double>) throws(SampleError) -> Double
  ) throws(SampleError) {
    let values = try finiteValues(values)
    func statisticOfUnits(_ indices: [Int]) throws(SampleError) -> Double {
      for index in indices {
        guard values.indices.contains(index) else {
          throw .countOutOfRange(count: index, total: values.count)
        }
      }
      let drawn = indices.map { values[$0] }
      return try statistic(drawn.span)
    }
    var replicates: [Double] = []
    for indices in drawn { replicates.append(try statisticOfUnits(indices)) }
    try self.init(
      estimate: statisticOfUnits(Array(values.indices)), replicates: replicates,
      leaveOneOut: leavingOneOut(values.count, statisticOfUnits))
  }

  /// The statistic of some of the draws, so that several tasks can share them.
  public static func replicates(
    unitCount: Int, draws: Range<Int>, seed: UInt64,
    statistic: ([Int]) throws(SampleError) -> Double
  ) throws(SampleError) -> [Double] {
    let generator = try IndexDraws(count: unitCount, seed: seed)
    var indices = [Int](repeating: 0, count: unitCount)
    var replicates: [Double] = []
    replicates.reserveCapacity(draws.count)
    for draw in draws {
      generator.fill(&indices, draw: draw)
      replicates.append(try statistic(indices))
    }
    return replicates
  }
}

/// The means of draws from a sample.
private struct MeanDraws: Sendable {
  let center: Double
  /// Counted from the mean, so that sums of large values lose no digits.
  private let deviations: [Double]
  private let generator: IndexDraws

  init(_ values: Span<Double>, seed: UInt64) throws(SampleError) {
    let values = try finiteValues(values)
    generator = try IndexDraws(count: values.count, seed: seed)
    let center = try mean(values.span)
    deviations = values.map { $0 - center }
    self.center = center
  }

  func replicates(_ draws: Range<Int>) -> [Double] {
    let size = Double(deviations.count)
    return draws.map { center + generator.sum(of: deviations, draw: $0) / size }
  }

  var leaveOneOut: [Double] {
    let others = Double(deviations.count - 1)
    return deviations.map { center - $0 / others }
  }
}

/// The statistic without each unit in turn.
private func leavingOneOut(
  _ count: Int, _ statistic: ([Int]) throws(SampleError) -> Double
) throws(SampleError) -> [Double] {
  var indices = Array(1..<max(1, count))
  var results: [Double] = []
  results.reserveCapacity(count)
  for left in 0..<count {
    results.append(try statistic(indices))
    if left < indices.count { indices[left] = left }
  }
  return results
}
