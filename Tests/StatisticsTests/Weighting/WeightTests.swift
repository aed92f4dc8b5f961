import Statistics
import Testing

@Suite struct WeightTests {
  @Test func `equal weights cost nothing`() throws {
    let weights = [0.3, 0.3, 0.3]
    let effect = try KishDesignEffect(weights: weights.span)
    #expect(effect.designEffect == 1 && effect.effectiveCount == 3)
    #expect(effect.squaredVariation == 0)
  }

  @Test func `the design effect is the count times the sum of squares over the squared sum`() throws
  {
    let weights = [1.0, 1, 2, 3, 5]
    let effect = try KishDesignEffect(weights: weights.span)
    #expect(effect.designEffect.isClose(to: 5 * 40.0 / 144))
    #expect(effect.effectiveCount.isClose(to: 144.0 / 40))
    let scaled = weights.map { 1e200 * $0 }
    #expect(try KishDesignEffect(weights: scaled.span).designEffect.isClose(to: 5 * 40.0 / 144))
  }

  @Test(arguments: TrimmedWeights.Redistribution.allCases)
  func `cutting keeps the sum`(_ redistribution: TrimmedWeights.Redistribution) throws {
    let weights = [1.0, 1, 2, 3, 13]
    let trimmed = try TrimmedWeights(weights, limit: 5, redistribution: redistribution)
    #expect(trimmed.weights.reduce(0, +).isClose(to: 20))
    #expect(trimmed.cut == [1, 1, 2, 3, 5])
    #expect(trimmed.cutCount == 1)
    let largest = try #require(trimmed.weights.max())
    #expect((largest > 5) == (redistribution == .proportionally))
  }

  @Test func `those raised above the limit are held there in turn`() throws {
    // 8 are cut off; 2 to each takes the fourth to 5 and leaves 1 too many, and so on.
    let trimmed = try TrimmedWeights([1, 1, 2, 4, 13], limit: 5)
    for (weight, expected) in zip(trimmed.weights, [3.0, 3, 5, 5, 5]) where expected == 5 {
      #expect(weight <= 5)
    }
    #expect(trimmed.weights.reduce(0, +).isClose(to: 21))
    #expect(trimmed.weights[0].isClose(to: trimmed.weights[1]))
    #expect((trimmed.weights[2] - trimmed.weights[0]).isClose(to: 1))
  }

  @Test func `weights below the limit stay as they are`() throws {
    for redistribution in TrimmedWeights.Redistribution.allCases {
      let trimmed = try TrimmedWeights([1, 2, 3], limit: 4, redistribution: redistribution)
      #expect(trimmed.weights == [1, 2, 3] && trimmed.cutCount == 0)
    }
  }

  @Test func `equal weights at the limit are not above it, whatever rounding does`() throws {
    let weight = 0.1 + 0.2
    let trimmed = try TrimmedWeights([weight, weight, weight], limit: 0.3)
    #expect(trimmed.cutCount == 0)
    #expect(trimmed.weights.allSatisfy { $0.isClose(to: 0.3) })
  }

  @Test func `a limit below the mean is refused`() {
    #expect(throws: SampleError.limitTooLow(limit: 1.5, mean: 2)) {
      try TrimmedWeights([1, 2, 3], limit: 1.5)
    }
    #expect(throws: SampleError.tooFewObservations(required: 1, found: 0)) {
      try TrimmedWeights([], limit: 1)
    }
    #expect(throws: SampleError.zeroTotal) { try TrimmedWeights([0, 0], limit: 1) }
  }

  @Test func `differences are in standard deviations of the side that is named`() throws {
    let sample = try WeightedSample([1, 2, 3, 4])
    let target = try WeightedSample([2, 4, 6, 8])
    let spread = 5.0 / 3
    for (divisor, variance) in [
      (AbsoluteStandardizedDifference.Divisor.sample, spread), (.target, 4 * spread),
      (.pooled, 2.5 * spread),
    ] {
      let difference = try AbsoluteStandardizedDifference(
        sample: sample, target: target, divisor: divisor)
      #expect(difference.value.isClose(to: 2.5 / variance.squareRoot()))
    }
  }

  @Test func `weights move the mean, and the spread only if asked to`() throws {
    // Squares of 1, 4, 0 and 1 with weights 1, 1, 5 and 3, over 10 - 36/10.
    let sample = try WeightedSample([2, 1, 3, 4], weights: [1, 1, 5, 3])
    let target = try WeightedSample([1, 1, 2, 4])
    #expect(sample.mean.isClose(to: 3))
    #expect(sample.variance.isClose(to: 8 / 6.4))
    func value(_ spread: AbsoluteStandardizedDifference.Spread) throws -> Double {
      try AbsoluteStandardizedDifference(
        sample: sample, target: target, divisor: .sample, spread: spread
      ).value
    }
    #expect(try value(.weighted).isClose(to: 1 / sample.variance.squareRoot()))
    #expect(try value(.unweighted).isClose(to: 1 / (5.0 / 3).squareRoot()))
    let binary = try AbsoluteStandardizedDifference(
      sample: WeightedSample([0, 1, 1, 1]), target: WeightedSample([0, 0, 1, 0]),
      spread: .ofShares)
    #expect(binary.value.isClose(to: 0.5 / (0.25 * 0.75).squareRoot()))
  }

  @Test func `samples without a spread are refused`() {
    #expect(throws: SampleError.zeroVariance) {
      try AbsoluteStandardizedDifference(
        sample: WeightedSample([1, 2]), target: WeightedSample([0.1, 0.1, 0.1]))
    }
    #expect(throws: SampleError.tooFewObservations(required: 2, found: 1)) {
      try WeightedSample([1])
    }
    #expect(throws: SampleError.zeroVariance) { try WeightedSample([1, 2], weights: [1, 0]) }
    #expect(throws: SampleError.unequalLengths(first: 2, second: 1)) {
      try WeightedSample([1, 2], weights: [1])
    }
  }

  @Test func `a response that is equally likely for all is representative`() throws {
    let equal = [0.3, 0.3, 0.3]
    let spread = [0.1, 0.3, 0.5, 0.7, 0.9]
    #expect(try RIndicator(propensities: equal.span).value == 1)
    #expect(try RIndicator(propensities: spread.span).value.isClose(to: 1 - 2 * 0.1.squareRoot()))
    let wrong = [0.1, 1.5]
    #expect(throws: SampleError.probabilityOutOfRange(1.5)) {
      try RIndicator(propensities: wrong.span)
    }
  }

  @Test func `the variation of weights divides by the count less one, the effect by the count`()
    throws
  {
    let weights = [1.0, 3]
    let effect = try KishDesignEffect(weights: weights.span)
    #expect(effect.squaredVariation == 0.5)
    #expect(effect.designEffect == 1.25)
    #expect(effect.effectiveCount == 1.6)
    let one = [2.0]
    #expect(try KishDesignEffect(weights: one.span).squaredVariation == nil)
  }
}
