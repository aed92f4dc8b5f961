import Statistics
import Testing

@Suite struct MomentsTallyTests {
  /// Samples to be cut anywhere: near zero, far from it, and of mixed size.
  static let samples: [[Double]] = [
    [1, 2, 4, 4.5, 9, -3, 0.125],
    (0..<60).map { 1e9 + Double($0 * $0 % 17) / 8 },
    (0..<40).map { Double($0 % 7) * ($0.isMultiple(of: 3) ? -1e6 : 1e-3) },
  ]

  @Test(arguments: samples)
  func `pieces merge into the whole, wherever it is cut`(_ sample: [Double]) throws {
    let whole = try Moments(sample.span)
    for first in 0...sample.count {
      for second in first...sample.count {
        var tally = MomentsTally()
        for range in [0..<first, first..<second, second..<sample.count] {
          let piece = Array(sample[range])
          try tally.merge(MomentsTally(piece.span))
        }
        let merged = try tally.moments()
        #expect(merged.count == whole.count)
        #expect(merged.mean.isClose(to: whole.mean))
        #expect(merged.variance.isClose(to: whole.variance))
      }
    }
  }

  @Test func `the order of two pieces does not matter`() throws {
    let (a, b) = ([1.0, 2, 4], [8.0, 16.5])
    var (forward, backward) = (try MomentsTally(a.span), try MomentsTally(b.span))
    try forward.merge(MomentsTally(b.span))
    try backward.merge(MomentsTally(a.span))
    #expect(try forward.moments().variance.isClose(to: backward.moments().variance))
    #expect(try forward.moments().mean.isClose(to: backward.moments().mean))
  }

  @Test func `nothing, and one value, have no moments`() throws {
    let value = [2.0]
    #expect(throws: SampleError.tooFewObservations(required: 2, found: 0)) {
      try MomentsTally().moments()
    }
    #expect(throws: SampleError.tooFewObservations(required: 2, found: 1)) {
      try MomentsTally(value.span).moments()
    }
  }

  @Test func `pieces too far apart are refused`() throws {
    let (low, high) = ([-1e200], [1e200])
    var tally = try MomentsTally(low.span)
    let other = try MomentsTally(high.span)
    #expect(throws: SampleError.overflow) { try tally.merge(other) }
  }
}
