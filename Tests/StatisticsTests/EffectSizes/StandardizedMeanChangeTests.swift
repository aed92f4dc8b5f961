import Statistics
import Testing

@Suite struct StandardizedMeanChangeTests {
  struct Case: NamedCase {
    let name: String
    let first: [Double]
    let second: [Double]
    let uncorrected: Double
    let estimate: Double
    let lower: Double
    let upper: Double
  }

  @Test(arguments: try referenceCases("standardized-mean-change", as: Case.self))
  func `limits invert the noncentral t distribution`(_ reference: Case) throws {
    let change = try StandardizedMeanChange(reference.first.span, reference.second.span)
    #expect(change.count == reference.first.count)
    #expect(change.uncorrected.isClose(to: reference.uncorrected))
    #expect(change.interval.estimate.isClose(to: reference.estimate))
    #expect(change.interval.lower.isClose(to: reference.lower))
    #expect(change.interval.upper.isClose(to: reference.upper))
  }

  @Test func `zero is left out exactly when the paired t-test rejects`() throws {
    let first = [3.0, 5, 2, 4, 4, 6, 3, 5]
    for step in -20...20 {
      let second = [4, 6, 2, 5, 6, 6, 5, 5].map { $0 + Double(step) / 8 }
      let interval = try StandardizedMeanChange(first.span, second.span).interval
      let test = try PairedTTest(first.span, second.span)
      #expect((interval.lower > 0 || interval.upper < 0) == (test.pValue < 0.05))
    }
  }

  @Test func `swapping the measurements flips the sign, scaling does nothing`() throws {
    let (a, b) = ([1.0, 2, 4, 3], [2.0, 5, 9, 3])
    let (scaledA, scaledB) = (a.map { $0 * 16 }, b.map { $0 * 16 })
    let forward = try StandardizedMeanChange(a.span, b.span).interval
    let backward = try StandardizedMeanChange(b.span, a.span).interval
    let scaled = try StandardizedMeanChange(scaledA.span, scaledB.span).interval
    #expect(forward.estimate == -backward.estimate)
    #expect(forward.lower == -backward.upper)
    #expect(forward == scaled)
  }

  @Test func `names its convention`() {
    #expect(
      StandardizedMeanChange.convention
        == "change divided by the mean of the two standard deviations (d_av), "
        + "with Hedges' exact correction")
  }

  @Test func `pairs without a standardized change are refused`() {
    let (two, a, shifted) = ([1.0, 2], [1.0, 2, 4], [3.0, 4, 6])
    #expect(throws: SampleError.tooFewObservations(required: 3, found: 2)) {
      try StandardizedMeanChange(two.span, two.span)
    }
    #expect(throws: SampleError.zeroVariance) {
      try StandardizedMeanChange(a.span, shifted.span)
    }
    let almost = [3.0, 4, 6.0001]
    #expect(throws: SampleError.didNotConverge) {
      try StandardizedMeanChange(a.span, almost.span)
    }
    #expect(throws: SampleError.unequalLengths(first: 2, second: 3)) {
      try StandardizedMeanChange(two.span, a.span)
    }
  }
}
