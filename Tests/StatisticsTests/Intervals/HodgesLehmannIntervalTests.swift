import Statistics
import Testing

@Suite struct HodgesLehmannIntervalTests {
  @Test(arguments: [2, 3, 6, 7, 20])
  func `finds the same averages as sorting all of them`(_ count: Int) throws {
    var generator = SplitMix64(seed: UInt64(count))
    for _ in 0..<50 {
      let changes = (0..<count).map { _ in Double(Int(generator.nextUniform() * 11) - 5) / 4 }
      var averages: [Double] = []
      for first in changes.indices {
        for second in first..<count { averages.append((changes[first] + changes[second]) / 2) }
      }
      averages.sort()
      let (low, high) = (averages[(averages.count - 1) / 2], averages[averages.count / 2])
      let interval = try HodgesLehmannInterval(changes.span).interval
      #expect(interval.estimate == (low + high) / 2)
      #expect(averages.contains(interval.lower) && averages.contains(interval.upper))
    }
  }

  @Test func `a shift moves the interval along, a change of sign turns it round`() throws {
    let changes = [0.5, -1, 2, 2, 3.5, 4, 0, 1, 1.5]
    let shifted = changes.map { $0 + 8 }
    let turned = changes.map { -$0 }
    let interval = try HodgesLehmannInterval(changes.span).interval
    let moved = try HodgesLehmannInterval(shifted.span).interval
    let mirrored = try HodgesLehmannInterval(turned.span).interval
    #expect(moved.estimate == interval.estimate + 8)
    #expect(moved.lower == interval.lower + 8 && moved.upper == interval.upper + 8)
    #expect(mirrored.lower == -interval.upper && mirrored.upper == -interval.lower)
  }

  @Test func `five changes reach 93.75 %, and say so`() throws {
    let changes = [1.0, 2, 4, 8, 16]
    let interval = try HodgesLehmannInterval(changes.span).interval
    #expect(interval.level == 0.9375)
    #expect(interval.lower == 1 && interval.upper == 16)
    let six = changes + [32]
    #expect(try HodgesLehmannInterval(six.span).interval.level == 0.95)
  }

  @Test func `more than two hundred changes use the normal distribution`() throws {
    let changes = (1...201).map { Double($0) }
    let many = try HodgesLehmannInterval(changes.span)
    #expect(many.method == .approximate)
    #expect(many.interval.estimate == 101)
    let fewer = Array(changes.dropLast())
    let exact = try HodgesLehmannInterval(fewer.span)
    #expect(exact.method == .exact)
    // Next to each other the two methods differ by no more than a few averages.
    #expect(abs((many.interval.lower - 101) - (exact.interval.lower - 100.5)) <= 0.5)
  }

  @Test func `values near the largest number do not overflow`() throws {
    let changes = [1.5e308, 1.6e308, 1.7e308]
    #expect(try HodgesLehmannInterval(changes.span).interval.estimate == 1.6e308)
  }

  @Test func `one change is refused`() {
    let changes = [1.0]
    #expect(throws: SampleError.tooFewObservations(required: 2, found: 1)) {
      try HodgesLehmannInterval(changes.span)
    }
  }
}
