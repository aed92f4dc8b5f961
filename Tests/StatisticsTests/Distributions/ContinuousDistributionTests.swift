import Statistics
import Testing

@Suite struct ContinuousDistributionTests {
  static let distributions: [any ContinuousDistribution] = [
    Normal(mean: 2, standardDeviation: 0.5), StudentT(degreesOfFreedom: 2.7),
    StudentT(degreesOfFreedom: 1), ChiSquared(degreesOfFreedom: 5),
    FisherF(numeratorDegrees: 3, denominatorDegrees: 9.5), Gamma(shape: 0.7, scale: 3),
    Beta(alpha: 2, beta: 5), Beta(alpha: 0.4, beta: 0.4),
  ]
  static let tails = [1e-300, 1e-120, 1e-20, 1e-6, 0.025, 0.5, 0.9, 0.999]

  @Test(arguments: distributions.indices, tails)
  func `a quantile has the tail that it was asked for`(_ index: Int, _ tail: Double) {
    let distribution = Self.distributions[index]
    let low = distribution.lowerQuantile(tail)
    if low > 1e-300 || low < -1e-300 {
      #expect(distribution.logLowerTail(low).isClose(to: logarithm(tail), relative: 1e-9))
    }
    let high = distribution.upperQuantile(tail)
    // The numbers next to 1 are too far apart for a tail beside it.
    if high < 1 - 1e-4 || high > 1 {
      #expect(distribution.logUpperTail(high).isClose(to: logarithm(tail), relative: 1e-9))
    }
  }

  @Test(arguments: distributions.indices)
  func `the two tails add up to one, and rise and fall`(_ index: Int) {
    let distribution = Self.distributions[index]
    let points = [0.05, 0.2, 0.4, 0.6, 0.8].map { distribution.lowerQuantile($0) }
    for (point, tail) in zip(points, [0.05, 0.2, 0.4, 0.6, 0.8]) {
      #expect(distribution.lowerTail(point).isClose(to: tail, relative: 1e-10))
      #expect((distribution.lowerTail(point) + distribution.upperTail(point)).isClose(to: 1))
    }
    #expect(points == points.sorted())
  }

  @Test func `a spread far below the resolution of its mean still has quantiles`() {
    let distribution = Normal(mean: 5, standardDeviation: 1e-8)
    for tail in Self.tails where tail > 1e-20 {
      let low = distribution.lowerQuantile(tail)
      let high = distribution.upperQuantile(tail)
      #expect(distribution.lowerTail(low) >= tail * (1 - 1e-6))
      #expect(distribution.lowerTail(low.nextDown) <= tail * (1 + 1e-6))
      #expect(distribution.upperTail(high) <= tail * (1 + 1e-6))
      #expect(distribution.upperTail(high.nextDown) >= tail * (1 - 1e-6))
    }
    #expect(distribution.logUpperTail(1e300) == -.infinity)
  }

  @Test func `the logarithm goes on smoothly where the tail is no number any more`() {
    let distribution = Normal(mean: 0, standardDeviation: 1)
    // Beyond 38 standard deviations; the slope is near minus the distance.
    let logs = [36.0, 37, 38, 39, 40].map { distribution.logUpperTail($0) }
    let steps = zip(logs, logs.dropFirst()).map { $1 - $0 }
    for (step, next) in zip(steps, steps.dropFirst()) {
      #expect((next - step).isClose(to: -1, relative: 0.002))
    }
  }

  private func logarithm(_ x: Double) -> Double {
    // The exponential distribution knows: its tail beyond x is e to the minus x.
    -Gamma(shape: 1, scale: 1).upperQuantile(x)
  }
}
