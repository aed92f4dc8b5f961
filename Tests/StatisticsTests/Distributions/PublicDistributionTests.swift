import Statistics
import Testing

@Suite struct PublicDistributionTests {
  @Test func `the table values of textbooks come out`() throws {
    #expect(try Distribution.normal().upperQuantile(0.025).isClose(to: 1.959963984540054))
    #expect(
      try Distribution.studentT(degreesOfFreedom: 10).upperQuantile(0.025)
        .isClose(to: 2.2281388519862747))
    #expect(
      try Distribution.chiSquared(degreesOfFreedom: 1).upperTail(3.841458820694124)
        .isClose(to: 0.05, relative: 1e-12))
    #expect(
      try Distribution.fisherF(numeratorDegrees: 2, denominatorDegrees: 12).lowerTail(3.8852938)
        .isClose(to: 0.95, relative: 1e-7))
    // With a shape of one the waiting time is exponential.
    #expect(
      try Distribution.gamma(shape: 1, scale: 2).upperTail(6).isClose(to: 0.049787068367863944))
    #expect(try Distribution.beta(alpha: 1, beta: 3).lowerTail(0.5).isClose(to: 0.875))
    let ten = try CountDistribution.binomial(trials: 10, probability: 0.5)
    #expect(ten.upperTail(atLeast: 9).isClose(to: 11.0 / 1024))
    #expect(try ten.lowerQuantile(0.5) == 5)
    #expect(try ten.upperQuantile(0.5) == 5)
    #expect(
      try CountDistribution.hypergeometric(marked: 4, unmarked: 6, drawn: 3).probability(of: 3)
        .isClose(to: 1.0 / 30))
    #expect(try CountDistribution.signedRank(ranks: [1, 2, 3]).lowerTail(1).isClose(to: 0.25))
    #expect(
      try CountDistribution.rankSum(ranks: [1, 2, 3, 4], groupSize: 2).upperTail(atLeast: 7)
        .isClose(to: 1.0 / 6))
  }

  @Test func `beyond the support there is nothing, at its ends the quantiles of 0 and 1`() throws {
    let share = try Distribution.beta(alpha: 2, beta: 3)
    #expect(share.support == 0...1)
    for x in [-2.0, 0] {
      #expect(share.lowerTail(x) == 0)
      #expect(share.upperTail(x) == 1)
      #expect(share.logLowerTail(x) == -.infinity)
      #expect(share.logUpperTail(x) == 0)
    }
    for x in [1.0, 7, .infinity] {
      #expect(share.lowerTail(x) == 1)
      #expect(share.upperTail(x) == 0)
      #expect(share.density(x) == 0)
    }
    #expect(try share.lowerQuantile(0) == 0)
    #expect(try share.lowerQuantile(1) == 1)
    #expect(try share.upperQuantile(0) == 1)
    #expect(try share.upperQuantile(1) == 0)
    let normal = try Distribution.normal(mean: 3, standardDeviation: 2)
    #expect(normal.density(.infinity) == 0)
    #expect(try normal.lowerQuantile(0) == -.infinity)
    #expect(normal.density(.nan).isNaN)
    #expect(normal.upperTail(.nan).isNaN)
  }

  @Test func `logarithms go on where tails end`() throws {
    // R 4.2.2: pnorm(-60, log.p = TRUE), pbinom(0, 5000, 0.3, log.p = TRUE).
    #expect(
      try Distribution.normal().logLowerTail(-60).isClose(to: -1805.0135606805, relative: 1e-12))
    #expect(
      try CountDistribution.binomial(trials: 5000, probability: 0.3).logLowerTail(0)
        .isClose(to: -1783.3747196937, relative: 1e-12))
  }

  @Test func `parameters out of range are named`() {
    #expect(throws: SampleError.parameterOutOfRange("the standard deviation", 0)) {
      try Distribution.normal(standardDeviation: 0)
    }
    #expect(throws: SampleError.parameterOutOfRange("the mean", .infinity)) {
      try Distribution.normal(mean: .infinity)
    }
    #expect(throws: SampleError.parameterOutOfRange("the number of degrees of freedom", -1)) {
      try Distribution.studentT(degreesOfFreedom: -1)
    }
    #expect(throws: SampleError.probabilityOutOfRange(1.5)) {
      try Distribution.chiSquared(degreesOfFreedom: 2).upperQuantile(1.5)
    }
    #expect(throws: SampleError.negativeCount(index: 0)) {
      try CountDistribution.binomial(trials: -1, probability: 0.5)
    }
    #expect(throws: SampleError.probabilityOutOfRange(2)) {
      try CountDistribution.binomial(trials: 1, probability: 2)
    }
    #expect(throws: SampleError.countOutOfRange(count: 9, total: 8)) {
      try CountDistribution.hypergeometric(marked: 3, unmarked: 5, drawn: 9)
    }
    #expect(throws: SampleError.countOutOfRange(count: 3, total: 2)) {
      try CountDistribution.rankSum(ranks: [1, 2], groupSize: 3)
    }
    #expect(throws: SampleError.negativeCount(index: 1)) {
      try CountDistribution.signedRank(ranks: [2, -2])
    }
  }
}
