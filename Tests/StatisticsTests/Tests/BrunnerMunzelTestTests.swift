import Statistics
import Testing

@Suite struct BrunnerMunzelTestTests {
  struct Case: NamedCase {
    let name: String
    let first: [Double]
    let second: [Double]
    let statistic: Double
    let twoSided: Double
    let less: Double
    let greater: Double
  }

  @Test(arguments: try referenceCases("brunner-munzel-test", as: Case.self))
  func `agrees with SciPy`(_ reference: Case) throws {
    let test = try BrunnerMunzelTest(reference.first.span, reference.second.span)
    #expect(test.statistic.isClose(to: reference.statistic))
    #expect(test.pValue.isClose(to: reference.twoSided, relative: 1e-11))
    for (alternative, expected) in [
      (Alternative.less, reference.less), (.greater, reference.greater),
    ] {
      let oneSided = try BrunnerMunzelTest(
        reference.first.span, reference.second.span, alternative: alternative)
      #expect(oneSided.pValue.isClose(to: expected, relative: 1e-11))
    }
    // The effect is the share of pairs in which the first group is higher.
    var higher = 0.0
    for one in reference.first {
      for other in reference.second { higher += one > other ? 1 : (one == other ? 0.5 : 0) }
    }
    #expect(
      test.effect.estimate.isClose(
        to: higher / Double(reference.first.count * reference.second.count)))
  }

  @Test func `the published limits of its example are met`() throws {
    // Brunner & Munzel's data on pain, as printed in R's package brunnermunzel.
    let reference = try #require(
      referenceCases("brunner-munzel-test", as: Case.self).first { $0.name == "published" })
    let effect = try BrunnerMunzelTest(reference.second.span, reference.first.span).effect
    #expect(effect.estimate.isClose(to: 0.788961, relative: 1e-6))
    #expect(effect.lower.isClose(to: 0.5952169, relative: 1e-6))
    #expect(effect.upper.isClose(to: 0.9827052, relative: 1e-6))
  }

  @Test func `groups that do not overlap are refused`() {
    let (low, high, one) = ([1.0, 2, 3], [4.0, 5], [1.0])
    #expect(throws: SampleError.separatedGroups) { try BrunnerMunzelTest(low.span, high.span) }
    #expect(throws: SampleError.tooFewObservations(required: 2, found: 1)) {
      try BrunnerMunzelTest(low.span, one.span)
    }
  }
}
