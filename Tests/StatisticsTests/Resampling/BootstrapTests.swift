import Statistics
import Testing

@Suite struct BootstrapTests {
  struct Case: NamedCase {
    let name: String
    let values: [Double]
    let drawn: [[Int]]
    let estimate: Double
    let standardError: Double
    let percentile: [Double]
    let basic: [Double]
    let corrected: [Double]

    func statistic(_ sample: Span<Double>) throws(SampleError) -> Double {
      switch name {
      case "mean": try mean(sample)
      case "median": try median(sample)
      default: try deviation(sample)
      }
    }
  }

  @Test(arguments: try referenceCases("bootstrap", as: Case.self))
  func `the intervals of given draws agree with SciPy`(_ reference: Case) throws {
    let bootstrap = try Bootstrap(
      reference.values.span, drawn: reference.drawn, statistic: reference.statistic)
    #expect(bootstrap.estimate.isClose(to: reference.estimate))
    #expect(try bootstrap.standardError.isClose(to: reference.standardError))
    for (interval, expected) in [
      (try bootstrap.percentileInterval(level: 0.9), reference.percentile),
      (try bootstrap.basicInterval(level: 0.9), reference.basic),
      (try bootstrap.correctedInterval(level: 0.9), reference.corrected),
    ] {
      #expect(interval.lower.isClose(to: expected[0], relative: 1e-10))
      #expect(interval.upper.isClose(to: expected[1], relative: 1e-10))
      #expect(interval.level == 0.9)
    }
  }

  private let values = [3.1, 4.7, 2.2, 8.9, 5.0, 4.4, 6.1, 3.3]

  @Test func `the same seed gives the same draws, another seed others`() throws {
    func replicates(_ seed: UInt64) throws -> [Double] {
      try Bootstrap(values.span, draws: 50, seed: seed, statistic: median).replicates
    }
    #expect(try replicates(1) == replicates(1))
    #expect(try replicates(1) != replicates(2))
  }

  @Test func `parts of the draws, in any order, are the whole`() throws {
    let whole = try Bootstrap(values.span, draws: 60, seed: 9, statistic: median).replicates
    func part(_ draws: Range<Int>) throws -> [Double] {
      try Bootstrap.replicates(unitCount: values.count, draws: draws, seed: 9) {
        indices throws(SampleError) in
        let drawn = indices.map { values[$0] }
        return try median(drawn.span)
      }
    }
    let late = try part(25..<60)
    #expect(try part(0..<25) + late == whole)
  }

  @Test func `the quick way for means gives the same`() throws {
    let quick = try Bootstrap(meanOf: values.span, draws: 200, seed: 4)
    let plain = try Bootstrap(values.span, draws: 200, seed: 4, statistic: mean)
    for (one, other) in zip(
      quick.replicates + quick.leaveOneOut, plain.replicates + plain.leaveOneOut)
    {
      #expect(one.isClose(to: other))
    }
  }

  @Test(arguments: [1, 2, 3, 7, 500])
  func `the number of tasks changes nothing`(tasks: Int) async throws {
    let shared = try await Bootstrap(meanOf: values, draws: 200, seed: 4, tasks: tasks)
    #expect(shared == (try Bootstrap(meanOf: values.span, draws: 200, seed: 4)))
  }

  @Test(arguments: [2, 9, 4096, 4097])
  func `every unit is as likely to be drawn, few or many`(count: Int) throws {
    let draws = 400_000 / count
    var hits = [Int](repeating: 0, count: count)
    _ = try Bootstrap.replicates(unitCount: count, draws: 0..<draws, seed: 6) { indices in
      for index in indices { hits[index] += 1 }
      return 0
    }
    // Pearson's statistic of so many classes, within five standard deviations of its mean.
    let expected = Double(draws)
    let statistic = hits.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) }
    let degrees = Double(count - 1)
    #expect(abs(statistic / expected - degrees) < 5 * (2 * degrees).squareRoot() + 5)
  }

  @Test func `units that fewer words lead to are not drawn less often`() throws {
    // Of the 65,536 words of 16 bits, 22 lead to most of 3,000 units, and 21 to 464 of them.
    // Without a correction these would come up in 14.87 % of draws, not in 15.47 %.
    let words = (0...3000).map { ($0 * 65_536 + 2999) / 3000 }
    let isRare = (0..<3000).map { words[$0 + 1] - words[$0] == 21 }
    #expect(isRare.count { $0 } == 464)
    var (rare, all) = (0, 0)
    _ = try Bootstrap.replicates(unitCount: 3000, draws: 0..<133, seed: 6) { indices in
      rare += indices.count { isRare[$0] }
      all += indices.count
      return 0
    }
    #expect(abs(Double(rare) / Double(all) - 464.0 / 3000) < 0.002)
  }

  @Test func `many draws of a mean scatter as theory says`() throws {
    let bootstrap = try Bootstrap(meanOf: values.span, draws: 40_000, seed: 2)
    // The scatter over all samples that can be drawn, not over those that were.
    let moments = try Moments(values.span)
    let size = Double(values.count)
    let expected = (moments.variance * (size - 1) / size / size).squareRoot()
    #expect(try bootstrap.standardError.isClose(to: expected, relative: 0.02))
    #expect(try abs(bootstrap.bias) < 4 * expected / 200)
  }

  @Test func `clusters of one value are values`() throws {
    let single = try Bootstrap(
      clusters: values.map { [$0] }, draws: 80, seed: 3, statistic: median)
    let plain = try Bootstrap(values.span, draws: 80, seed: 3, statistic: median)
    #expect(single == plain)
  }

  @Test func `clusters are drawn whole`() throws {
    let bootstrap = try Bootstrap(
      clusters: [[1, 1, 1], [2], [4, 4]], draws: 100, seed: 3
    ) { sample throws(SampleError) in Double(sample.count) }
    let possible = Set((0...3).flatMap { a in (0...(3 - a)).map { 3 * a + $0 + 2 * (3 - a - $0) } })
    #expect(bootstrap.replicates.allSatisfy { possible.contains(Int($0)) })
    #expect(bootstrap.leaveOneOut == [3, 5, 4])
    #expect(bootstrap.count == 3)
  }

  @Test func `an interval of a symmetric statistic is turned over with the sample`() throws {
    let turned = values.map { -$0 }
    let interval = try Bootstrap(meanOf: values.span, draws: 500, seed: 8).correctedInterval()
    let mirrored = try Bootstrap(meanOf: turned.span, draws: 500, seed: 8).correctedInterval()
    #expect(interval.lower.isClose(to: -mirrored.upper, relative: 1e-9))
    #expect(interval.upper.isClose(to: -mirrored.lower, relative: 1e-9))
  }

  @Test func `what cannot be drawn or corrected is refused`() throws {
    let (one, flat) = ([1.0], [2.0, 2, 2])
    #expect(throws: SampleError.tooFewObservations(required: 2, found: 1)) {
      try Bootstrap(meanOf: one.span, seed: 1)
    }
    #expect(throws: SampleError.tooFewObservations(required: 2, found: 1)) {
      try Bootstrap(meanOf: values.span, draws: 1, seed: 1)
    }
    let still = try Bootstrap(meanOf: flat.span, draws: 100, seed: 1)
    #expect(throws: SampleError.zeroVariance) { try still.correctedInterval() }
    #expect(throws: SampleError.zeroVariance) { try still.normalInterval() }
    #expect(throws: SampleError.levelOutOfRange(0)) { try still.percentileInterval(level: 0) }
    #expect(throws: SampleError.countOutOfRange(count: 8, total: 8)) {
      try Bootstrap(values.span, drawn: [[0, 8]], statistic: mean)
    }
    #expect(throws: SampleError.zeroTotal) {
      try Bootstrap(values.span, draws: 10, seed: 1) {
        _ throws(SampleError) in throw SampleError.zeroTotal
      }
    }
  }
}

private func deviation(_ sample: Span<Double>) throws(SampleError) -> Double {
  try Moments(sample).standardDeviation
}
