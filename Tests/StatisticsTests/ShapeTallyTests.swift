import Statistics
import Testing

@Suite struct ShapeTallyTests {
  static let samples: [[Double]] = [
    [1, 2, 4, 4.5, 9, -3, 0.125],
    (0..<60).map { 1e9 + Double($0 * $0 % 17) / 8 },
    (0..<40).map { Double($0 % 7) * ($0.isMultiple(of: 3) ? -1e6 : 1e-3) },
  ]

  @Test(arguments: samples)
  func `pieces merge into the shape of the whole, wherever it is cut`(
    _ sample: [Double]
  ) throws {
    let whole = try Shape(sample.span)
    for first in stride(from: 0, through: sample.count, by: 3) {
      for second in stride(from: first, through: sample.count, by: 2) {
        var tally = ShapeTally()
        for range in [0..<first, first..<second, second..<sample.count] {
          let piece = Array(sample[range])
          try tally.merge(ShapeTally(piece.span))
        }
        let merged = try tally.shape()
        #expect(merged.count == whole.count)
        #expect(tally.count == whole.count)
        #expect(try merged.skewness().isClose(to: whole.skewness(), relative: 1e-9))
        #expect(try merged.excessKurtosis().isClose(to: whole.excessKurtosis(), relative: 1e-9))
        #expect(try tally.moments().variance.isClose(to: Moments(sample.span).variance))
      }
    }
  }

  @Test func `the order of two pieces does not matter`() throws {
    let (a, b) = ([1.0, 2, 4, 8], [8.0, 16.5, -3])
    var (forward, backward) = (try ShapeTally(a.span), try ShapeTally(b.span))
    try forward.merge(ShapeTally(b.span))
    try backward.merge(ShapeTally(a.span))
    #expect(try forward.shape().skewness().isClose(to: backward.shape().skewness()))
    #expect(try forward.shape().excessKurtosis().isClose(to: backward.shape().excessKurtosis()))
  }

  @Test func `what has no shape is refused`() throws {
    let (one, same, far, near) = ([2.0], [2.5, 2.5, 2.5], [1e100], [0.0])
    #expect(throws: SampleError.tooFewObservations(required: 2, found: 1)) {
      try ShapeTally(one.span).shape()
    }
    #expect(throws: SampleError.zeroVariance) { try ShapeTally(same.span).shape() }
    var tally = try ShapeTally(far.span)
    let other = try ShapeTally(near.span)
    #expect(throws: SampleError.overflow) { try tally.merge(other) }
    let wide = [1e100, -1e100]
    #expect(throws: SampleError.overflow) { try ShapeTally(wide.span) }
  }
}
