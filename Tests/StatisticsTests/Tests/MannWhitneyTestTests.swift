import Statistics
import Testing

@Suite struct MannWhitneyTestTests {
  let first = [3.5, 8, 1.25, 9.75, 4, 4]
  let second = [2, 12.5, 7, 4, 11, 15, 6.5]

  @Test func `swapping the groups mirrors everything`() throws {
    for method in [TestMethod.exact, .approximate] {
      let test = try MannWhitneyTest(first.span, second.span, method: method, alternative: .less)
      let mirrored = try MannWhitneyTest(
        second.span, first.span, method: method, alternative: .greater)
      #expect(test.pValue.isClose(to: mirrored.pValue))
      #expect(test.statistic == mirrored.oppositeStatistic)
      #expect(test.effect.lower == -mirrored.effect.upper)
    }
  }

  @Test func `neither order nor scale nor a shift of all changes the p-value`() throws {
    let test = try MannWhitneyTest(first.span, second.span)
    let (turned, scaled) = (Array(first.reversed()), second.map { 8 * $0 - 3 })
    let changed = turned.map { 8 * $0 - 3 }
    let other = try MannWhitneyTest(changed.span, scaled.span)
    #expect(other.pValue == test.pValue)
    #expect(other.effect.estimate.isClose(to: 8 * test.effect.estimate))
  }

  @Test func `the shift's interval excludes zero when the exact test rejects`() throws {
    // Without ties, for every shift: the two answer the same question.
    let (a, b) = ([1.2, 3.1, 4.7, 6.4, 7.9], [2.3, 3.8, 5.2, 8.6, 9.1, 10.4])
    for step in -60...60 {
      let moved = b.map { $0 + Double(step) / 7.13 }
      let test = try MannWhitneyTest(a.span, moved.span)
      let interval = test.effect
      #expect((interval.lower > 0 || interval.upper < 0) == (test.pValue <= 0.05))
    }
  }

  @Test func `binary arithmetic breaks no ties`() throws {
    let (a, b) = ([0.1 + 0.2, 1.0], [0.3, 2.0])
    let plain = ([0.3, 1.0], [0.3, 2.0])
    let test = try MannWhitneyTest(a.span, b.span)
    #expect(test.statistic == 1.5)
    #expect(try test.pValue == MannWhitneyTest(plain.0.span, plain.1.span).pValue)
  }

  @Test func `more than a hundred values take the normal form, near the exact one`() throws {
    let many = (0..<60).map { Double(($0 * 37) % 61) }
    let others = (0..<45).map { Double(($0 * 29) % 53) + 6.5 }
    let test = try MannWhitneyTest(many.span, others.span)
    #expect(test.method == .approximate)
    let exact = try MannWhitneyTest(many.span, others.span, method: .exact)
    #expect(exact.method == .exact)
    #expect(abs(test.pValue - exact.pValue) < 0.005)
  }

  @Test func `what cannot be tested says why`() {
    #expect(throws: SampleError.tooFewObservations(required: 1, found: 0)) {
      try MannWhitneyTest([Double]().span, second.span)
    }
    let same = [4.0, 4, 4]
    #expect(throws: SampleError.zeroVariance) {
      try MannWhitneyTest(same.span, same.span, method: .approximate)
    }
  }
}
