import Statistics
import Testing

@Suite struct QuantileTests {
  struct Case: NamedCase {
    let name: String
    let values: [Double]
    let probabilities: [Double]
    let quantiles: [Double]
    let median: Double
  }

  @Test(arguments: try referenceCases("quantile", as: Case.self))
  func `agrees with R's type 7`(_ reference: Case) throws {
    let sample = try SortedSample(reference.values.span)
    for (probability, expected) in zip(reference.probabilities, reference.quantiles) {
      #expect(try sample.quantile(probability).isClose(to: expected))
      #expect(try quantile(reference.values.span, probability).isClose(to: expected))
    }
    #expect(sample.median.isClose(to: reference.median))
    #expect(try median(reference.values.span) == sample.median)
    #expect(sample.minimum == reference.values.min())
    #expect(sample.maximum == reference.values.max())
    #expect(sample.count == reference.values.count)
  }

  @Test func `never leaves the sample and never falls`() throws {
    let values = [0.1, 0.1, 0.1, 7, 2, 2, -3]
    let sample = try SortedSample(values.span)
    let quantiles = try (0...1000).map { try sample.quantile(Double($0) / 1000) }
    #expect(quantiles == quantiles.sorted())
    #expect(quantiles.first == -3 && quantiles.last == 7)
  }

  @Test(arguments: [-0.01, 1.01, Double.nan])
  func `a probability out of range is refused`(_ probability: Double) {
    let values = [1.0, 2]
    #expect(throws: SampleError.self) { try quantile(values.span, probability) }
  }

  @Test func `no value, or one that is not finite, is refused`() {
    let (none, bad): ([Double], [Double]) = ([], [1, .nan])
    #expect(throws: SampleError.tooFewObservations(required: 1, found: 0)) {
      try median(none.span)
    }
    #expect(throws: SampleError.nonFiniteValue(index: 1)) { try median(bad.span) }
  }
}
