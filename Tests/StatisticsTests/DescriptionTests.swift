import Statistics
import Testing

/// Laws of the shape of a sample, of weights and of quantiles.
@Suite struct DescriptionTests {
  let values = [0.01, 0.2, 0.5, 1.3, 8.75, 40.5, 3.25]

  @Test func `turning a sample round turns its skewness and keeps its kurtosis`() throws {
    let shape = try Shape(values.span)
    let turned = values.map { -3 * $0 + 100 }
    let mirrored = try Shape(turned.span)
    for convention in Shape.Convention.allCases {
      #expect(
        try shape.skewness(convention).isClose(to: -mirrored.skewness(convention), relative: 1e-10))
      #expect(
        try shape.excessKurtosis(convention)
          .isClose(to: mirrored.excessKurtosis(convention), relative: 1e-10))
    }
  }

  @Test func `a large offset costs a shape no digits`() throws {
    let near = (0..<60).map { Double($0 * $0 % 17) / 8 }
    let far = near.map { $0 + 1e9 }
    let (one, other) = (try Shape(near.span), try Shape(far.span))
    #expect(try one.skewness().isClose(to: other.skewness(), relative: 1e-12))
    #expect(try one.excessKurtosis().isClose(to: other.excessKurtosis(), relative: 1e-12))
  }

  @Test func `a shape needs enough values that vary`() throws {
    let (same, two, three) = ([2.5, 2.5, 2.5], [1.0, 2], [1.0, 2, 5])
    #expect(throws: SampleError.zeroVariance) { try Shape(same.span) }
    #expect(throws: SampleError.tooFewObservations(required: 3, found: 2)) {
      try Shape(two.span).skewness()
    }
    #expect(throws: SampleError.tooFewObservations(required: 4, found: 3)) {
      try Shape(three.span).excessKurtosis()
    }
  }

  @Test func `weights that are counts are values that stand more often`() throws {
    let (distinct, counts) = ([1.0, 2, 3], [4.0, 1, 5])
    let repeated = [1.0, 1, 1, 1, 2, 3, 3, 3, 3, 3]
    let weighted = try WeightedMoments(distinct.span, weights: counts.span)
    let plain = try Moments(repeated.span)
    #expect(weighted.mean.isClose(to: plain.mean))
    #expect(try weighted.variance(.frequency).isClose(to: plain.variance))
  }

  @Test func `equal weights are none, whatever their size`() throws {
    for weight in [0.001, 1, 70] {
      let weights = [Double](repeating: weight, count: values.count)
      let weighted = try WeightedMoments(values.span, weights: weights.span)
      let plain = try Moments(values.span)
      #expect(weighted.mean.isClose(to: plain.mean))
      #expect(try weighted.variance(.reliability).isClose(to: plain.variance))
      #expect(try weighted.variance(.rescaled).isClose(to: plain.variance))
      let sample = try SortedSample(values.span)
      for probability in [0.1, 0.25, 0.5, 0.8] {
        let quantile = try weightedQuantiles(values.span, weights: weights.span, [probability])
        #expect(try quantile == [sample.quantile(probability, type: .type1)])
      }
    }
  }

  @Test func `a large offset costs no digits`() throws {
    let (near, weights) = ([1.0, 2, 4, 4.5], [2.0, 1, 0.5, 1])
    let far = near.map { $0 + 1e9 }
    let (one, other) = (
      try WeightedMoments(near.span, weights: weights.span),
      try WeightedMoments(far.span, weights: weights.span)
    )
    #expect(try one.variance(.reliability).isClose(to: other.variance(.reliability)))
  }

  @Test func `weights that make no sense are refused`() {
    let (negative, none, short) = (
      [1.0, -1, 1, 1, 1, 1, 1], [Double](repeating: 0, count: 7), [1.0]
    )
    #expect(throws: SampleError.negativeWeight(index: 1)) {
      try WeightedMoments(values.span, weights: negative.span)
    }
    #expect(throws: SampleError.zeroTotal) {
      try WeightedMoments(values.span, weights: none.span)
    }
    #expect(throws: SampleError.unequalLengths(first: 7, second: 1)) {
      try weightedQuantiles(values.span, weights: short.span, [0.5])
    }
  }

  @Test func `all types of quantile lie between the extremes and rise`() throws {
    let sample = try SortedSample(values.span)
    for type in QuantileType.allCases {
      let quantiles = try stride(from: 0.0, through: 1, by: 1 / 64).map {
        try sample.quantile($0, type: type)
      }
      #expect(quantiles == quantiles.sorted())
      #expect(quantiles.allSatisfy { (sample.minimum...sample.maximum).contains($0) })
    }
  }

  @Test func `a trimmed mean runs from the mean to the median`() throws {
    let sample = try SortedSample(values.span)
    #expect(try sample.trimmedMean(0).isClose(to: mean(values.span)))
    #expect(try sample.trimmedMean(0.49) == sample.median)
    // One of seven at either end: the sum of the middle five over five.
    #expect(try sample.trimmedMean(0.2).isClose(to: 14.0 / 5))
    #expect(throws: SampleError.probabilityOutOfRange(0.5)) { try sample.trimmedMean(0.5) }
  }
}
