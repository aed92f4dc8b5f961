import Statistics
import Testing

@Suite struct DistributionTests {
  struct Case: NamedCase {
    let name: String
    let distribution: String
    let parameters: [Double]
    let value: Double
    let upperTail: Double
  }

  @Test(arguments: try referenceCases("distributions", as: Case.self))
  func `tails and quantiles agree with 40-digit arithmetic`(_ reference: Case) throws {
    let (parameters, value) = (reference.parameters, reference.value)
    let result: Double? =
      switch reference.distribution {
      case "normal": Normal.upperTail(value)
      case "normalQuantile": Normal.upperQuantile(value)
      case "studentT": StudentT(degreesOfFreedom: parameters[0]).upperTail(value)
      case "studentTQuantile": StudentT(degreesOfFreedom: parameters[0]).upperQuantile(value)
      case "chiSquared": ChiSquared(degreesOfFreedom: parameters[0]).upperTail(value)
      case "betaQuantile": Beta(alpha: parameters[0], beta: parameters[1]).lowerQuantile(value)
      case "binomial":
        Binomial(trials: Int(parameters[0]), probability: parameters[1])
          .upperTail(atLeast: Int(value))
      default: nil
      }
    #expect(try #require(result).isClose(to: reference.upperTail))
  }

  @Test func `upper and lower tails meet`() {
    let binomial = Binomial(trials: 9, probability: 0.3)
    for successes in 0...9 {
      let below = binomial.lowerTail(successes - 1)
      #expect((below + binomial.upperTail(atLeast: successes)).isClose(to: 1))
    }
    let t = NoncentralT(degreesOfFreedom: 5, noncentrality: 1.5)
    #expect((t.lowerTail(2) + t.upperTail(2)).isClose(to: 1))
    let chiSquared = NoncentralChiSquared(degreesOfFreedom: 4, noncentrality: 3)
    #expect((chiSquared.lowerTail(6) + chiSquared.upperTail(6)).isClose(to: 1))
  }

  @Test func `an argument that Boost throws for gives no number instead of a crash`() {
    let t = NoncentralT(degreesOfFreedom: 9, noncentrality: 5e7)
    #expect(t.upperTail(1e8).isNaN)
  }

  @Test func `a beta quantile taken from above is the mirrored one from below`() {
    let (beta, mirrored) = (Beta(alpha: 3, beta: 8), Beta(alpha: 8, beta: 3))
    #expect(beta.upperQuantile(0.025).isClose(to: 1 - mirrored.lowerQuantile(0.025)))
  }

  @Test func `the signed-rank distribution is the count of all sign patterns`() {
    let ranks = [2, 5, 5, 8, 10, 13, 13]
    let reference = SignedRank(ranks: ranks)
    let sums = (0..<(1 << ranks.count)).map { signs in
      ranks.indices.reduce(0) { signs & (1 << $1) != 0 ? $0 + ranks[$1] : $0 }
    }
    for sum in -1...57 {
      let below = Double(sums.count { $0 <= sum }) / Double(sums.count)
      let above = Double(sums.count { $0 >= sum }) / Double(sums.count)
      #expect(reference.lowerTail(sum) == below)
      #expect(reference.upperTail(atLeast: sum) == above)
    }
  }

  @Test func `multinomial draws are reproducible and follow the probabilities`() {
    let multinomial = Multinomial(count: 12, probabilities: [0.5, 0.3, 0.2])
    var (first, second) = (SplitMix64(seed: 3), SplitMix64(seed: 3))
    var totals = [0, 0, 0]
    for _ in 0..<20_000 {
      let outcome = multinomial.draw(using: &first)
      #expect(outcome == multinomial.draw(using: &second))
      #expect(outcome.reduce(0, +) == 12)
      for category in totals.indices { totals[category] += outcome[category] }
    }
    for (total, probability) in zip(totals, [0.5, 0.3, 0.2]) {
      let expected = 240_000 * probability
      #expect(abs(Double(total) - expected) < 5 * (expected * (1 - probability)).squareRoot())
    }
  }
}
