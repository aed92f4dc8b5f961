import Statistics
import Testing

@Suite struct InequalityTests {
  struct GiniCase: NamedCase {
    let name: String
    let values: [Double]
    let weights: [Double]
    let gini: Double
    let standardError: Double
  }

  @Test(arguments: try referenceCases("weighted-gini", as: GiniCase.self))
  func `the weighted Gini agrees with all pairs and numerical derivatives`(
    _ reference: GiniCase
  ) throws {
    let gini = try GiniCoefficient(reference.values.span, weights: reference.weights.span)
    #expect(gini.value.isClose(to: reference.gini))
    #expect(try #require(gini.standardError).isClose(to: reference.standardError, relative: 1e-8))
    let interval = try #require(gini.interval)
    #expect(interval.lower >= 0 && interval.upper <= 1 && interval.lower < gini.value)
  }

  @Test func `a weight of three is three people`() throws {
    let (values, weights, repeated) = ([2.0, 5, 9], [3.0, 1, 2], [2.0, 2, 2, 5, 9, 9])
    let weighted = try GiniCoefficient(values.span, weights: weights.span)
    let plain = try GiniCoefficient(repeated.span)
    #expect(weighted.value.isClose(to: plain.value))
    #expect(try #require(plain.corrected).isClose(to: plain.value * 6 / 5))
  }

  struct Case: NamedCase {
    let name: String
    let values: [Double]
    let t: Double
    let l: Double?
    let hoover: Double
    let variation: Double
    let aversions: [Double]
    let atkinson: [Double]
  }

  @Test(arguments: try referenceCases("inequality", as: Case.self))
  func `indices agree with their definitions`(_ reference: Case) throws {
    let theil = try TheilIndex(reference.values.span)
    #expect(theil.t.isClose(to: reference.t))
    if let l = reference.l {
      #expect(try #require(theil.l).isClose(to: l))
    } else {
      #expect(theil.l == nil)
    }
    #expect(try HooverIndex(reference.values.span).value.isClose(to: reference.hoover))
    #expect(
      try CoefficientOfVariation(reference.values.span).value.isClose(to: reference.variation))
    for (aversion, expected) in zip(reference.aversions, reference.atkinson) {
      #expect(
        try AtkinsonIndex(reference.values.span, aversion: aversion).value
          .isClose(to: expected, relative: 1e-11))
    }
  }

  @Test func `all indices ignore the unit and are zero when all have the same`() throws {
    let (values, scaled, same) = ([3.0, 8, 1, 4], [3e-9, 8e-9, 1e-9, 4e-9], [0.7, 0.7, 0.7])
    #expect(try TheilIndex(values.span).t.isClose(to: TheilIndex(scaled.span).t))
    #expect(try HooverIndex(values.span).value.isClose(to: HooverIndex(scaled.span).value))
    #expect(try TheilIndex(same.span).t < 1e-15)
    #expect(try HooverIndex(same.span).value < 1e-15)
    #expect(try AtkinsonIndex(same.span).value < 1e-15)
    #expect(try CoefficientOfVariation(same.span).value < 1e-15)
    #expect(try GiniCoefficient(same.span).interval == nil)
  }

  struct DiversityCase: NamedCase {
    let name: String
    let counts: [Int]
    let richness: Int
    let shannon: Double
    let blau: Double
    let inverseSimpson: Double
    let unbiasedSimpson: Double
    let evenness: Double
    let evennessOfUsed: Double
  }

  @Test(arguments: try referenceCases("diversity", as: DiversityCase.self))
  func `diversity agrees with R's vegan`(_ reference: DiversityCase) throws {
    let diversity = try Diversity(counts: reference.counts)
    #expect(diversity.richness == reference.richness)
    #expect(diversity.shannon.isClose(to: reference.shannon))
    #expect(diversity.blau.isClose(to: reference.blau))
    #expect(diversity.inverseSimpson.isClose(to: reference.inverseSimpson))
    // R takes this one from differences of logarithms.
    #expect(
      try #require(diversity.unbiasedSimpson)
        .isClose(to: reference.unbiasedSimpson, relative: 1e-8))
    #expect(try #require(diversity.evenness).isClose(to: reference.evenness))
    #expect(try #require(diversity.evennessOfUsed).isClose(to: reference.evennessOfUsed))
    let most = 1 - 1 / Double(reference.counts.count)
    #expect(try #require(diversity.normalizedBlau).isClose(to: reference.blau / most))
  }

  @Test func `one category has no evenness among those used`() throws {
    let diversity = try Diversity(counts: [0, 5])
    #expect(diversity.shannon == 0 && diversity.blau == 0 && diversity.evenness == 0)
    #expect(diversity.evennessOfUsed == nil)
    let only = try Diversity(counts: [1])
    #expect(only.evenness == nil && only.normalizedBlau == nil && only.unbiasedSimpson == nil)
  }

  struct DivergenceCase: NamedCase {
    let name: String
    let group: [Double]
    let reference: [Double]
    let kullbackLeibler: Double
    let jensenShannonBits: Double
  }

  @Test(arguments: try referenceCases("divergence", as: DivergenceCase.self))
  func `divergences agree with their definitions`(_ reference: DivergenceCase) throws {
    let divergence = try KullbackLeiblerDivergence(
      reference.group, reference: reference.reference)
    #expect(divergence.value.isClose(to: reference.kullbackLeibler))
    let between = try JensenShannonDivergence(reference.group, reference.reference)
    #expect(between.bits.isClose(to: reference.jensenShannonBits))
    let turned = try JensenShannonDivergence(reference.reference, reference.group)
    #expect(turned.bits.isClose(to: between.bits))
  }

  @Test func `nothing in common is one bit apart, and has no divergence`() throws {
    #expect(try JensenShannonDivergence([1, 0], [0, 3]).bits == 1)
    #expect(throws: SampleError.impossibleCategory(index: 0)) {
      try KullbackLeiblerDivergence([1, 0], reference: [0, 3])
    }
  }

  @Test func `amounts without an index are refused`() {
    let (none, zeros, negative): ([Double], [Double], [Double]) = ([], [0, 0], [1, -1])
    #expect(throws: SampleError.tooFewObservations(required: 1, found: 0)) {
      try TheilIndex(none.span)
    }
    #expect(throws: SampleError.zeroTotal) { try HooverIndex(zeros.span) }
    #expect(throws: SampleError.negativeValue(index: 1)) { try AtkinsonIndex(negative.span) }
    #expect(throws: SampleError.negativeValue(index: 0)) {
      try AtkinsonIndex(negative.span, aversion: -1)
    }
    #expect(throws: SampleError.tooFewObservations(required: 2, found: 0)) {
      try CoefficientOfVariation(none.span)
    }
    #expect(throws: SampleError.zeroTotal) {
      try GiniCoefficient(zeros.span, weights: zeros.span)
    }
    #expect(throws: SampleError.tooFewObservations(required: 1, found: 0)) {
      try Diversity(counts: [0, 0])
    }
  }

  @Test func `what nobody has on either side is no difference`() throws {
    #expect(try KullbackLeiblerDivergence([1, 0, 1], reference: [1, 0, 1]).value == 0)
    #expect(throws: SampleError.impossibleCategory(index: 1)) {
      try KullbackLeiblerDivergence([1, 1, 1], reference: [1, 0, 1])
    }
  }

  @Test func `indices stay within their range whatever the rounding`() throws {
    for count in 2...60 {
      let same = [Double](repeating: 0.1 * Double(count), count: count)
      let weights = (1...count).map { 0.1 * Double($0) }
      #expect(try TheilIndex(same.span).t >= 0)
      #expect(try GiniCoefficient(same.span, weights: weights.span).value >= 0)
      let apart = (0..<(2 * count)).map { $0 < count ? 0.1 * Double($0 + 1) : 0 }
      let bits = try JensenShannonDivergence(apart, apart.reversed()).bits
      #expect(bits <= 1 && bits > 0.999999999)
    }
  }
}
