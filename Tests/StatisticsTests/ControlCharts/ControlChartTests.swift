import Statistics
import Testing

@Suite struct ControlChartTests {
  private func signals(_ values: [Double]) throws -> [ControlSignal?] {
    try XmRChart(values.span).points.map(\.signal)
  }

  @Test func `limits are the mean and 2.66 mean moving ranges`() throws {
    let values = [10.0, 12, 9, 11, 13]
    let chart = try XmRChart(values.span)
    #expect(chart.mean == 11 && chart.meanMovingRange == 2.25)
    #expect(chart.upperLimit.isClose(to: 11 + 2.66 * 2.25))
    #expect(chart.lowerLimit.isClose(to: 11 - 2.66 * 2.25))
    #expect(chart.movingRangeLimit.isClose(to: 3.267 * 2.25))
    #expect(chart.points.allSatisfy { $0.signal == nil })
  }

  @Test func `a value beyond a limit is told with its side`() throws {
    let values = [10.0, 11, 10, 11, 10, 30, 10, 11, 10, 11, 10, 11]
    let found = try signals(values)
    #expect(found[5] == ControlSignal(cause: .outsideLimits, isUpward: true))
    #expect(found.indices.allSatisfy { found[$0] == nil || $0 == 5 })
    let below = try signals(values.map { -$0 })
    #expect(below[5] == ControlSignal(cause: .outsideLimits, isUpward: false))
  }

  @Test func `screening leaves out the jumps to and from an outlier`() throws {
    let values = [10.0, 11, 10, 11, 10, 30, 10, 11, 10, 11, 10, 11, 10, 11]
    let plain = try XmRChart(values.span)
    let screened = try XmRChart(values.span, screening: true)
    #expect(plain.screenedCount == 0 && screened.screenedCount == 2)
    #expect(screened.upperLimit.isClose(to: screened.mean + 2.66))
    #expect(screened.meanMovingRange == plain.meanMovingRange)
  }

  @Test func `seven values on a side are a shift, six are not`() throws {
    let noise = [4.0, -9, 6, -8, 9, -7]
    let seven = noise + [1, 3, 2, 3, 1, 2, 3, -9, 9, -8, 2, -1]
    let chart = try XmRChart(seven.span)
    #expect(chart.points.map(\.isPartOfShift) == seven.indices.map { (6...12).contains($0) })
    #expect(chart.points[8].signal == ControlSignal(cause: .shift, isUpward: true))
    let six = noise + [1, 3, 2, 3, 1, 2, -9, 9, -8, 2, -1]
    #expect(try XmRChart(six.span).points.allSatisfy { !$0.isPartOfShift })
  }

  @Test func `a value on the mean breaks a shift`() throws {
    let values = [1.0, 2, 1, 0, 2, 1, 2, 1, -10]
    let chart = try XmRChart(values.span)
    #expect(chart.mean == 0 && chart.points[3].side == 0)
    #expect(chart.points.allSatisfy { !$0.isPartOfShift })
  }

  @Test func `seven rising or falling values are a trend, a tie breaks it`() throws {
    let rising = [5.0, 6, 5, 7, 8, 9, 10, 11, 12, 11.5, 8, 7, 9, 8]
    let chart = try XmRChart(rising.span)
    #expect(chart.points.map(\.isPartOfTrend) == rising.indices.map { (2...8).contains($0) })
    #expect(chart.points[5].signal == ControlSignal(cause: .trend, isUpward: true))
    var tied = rising
    tied[6] = 9
    #expect(try XmRChart(tied.span).points.allSatisfy { !$0.isPartOfTrend })
    #expect(try signals(rising.map { -$0 })[5] == ControlSignal(cause: .trend, isUpward: false))
  }

  @Test func `two of three near a limit count on one side only`() throws {
    let sameSide = [10.0, 10, 11, 12, 10, 9, 10, 15, 12, 15, 10, 9, 11, 11, 10, 10]
    let found = try XmRChart(sameSide.span).points
    #expect(found.indices.filter { found[$0].isPartOfTwoOfThree } == [7, 9])
    #expect(found[7].signal == ControlSignal(cause: .twoOfThree, isUpward: true))
    var crossing = sameSide
    crossing[8] = 9
    let points = try XmRChart(crossing.span).points
    #expect(points.allSatisfy { !$0.isPartOfTwoOfThree })
  }

  @Test func `values that do not vary have no signals`() throws {
    for screening in [false, true] {
      let values = [7.0, 7, 7, 7, 7, 7, 7, 7]
      let chart = try XmRChart(values.span, screening: screening)
      #expect(chart.lowerLimit == 7 && chart.upperLimit == 7)
      #expect(chart.points.allSatisfy { $0.signal == nil })
    }
  }

  @Test func `turning the values over turns the signals over`() throws {
    var generator = SplitMix64(seed: 7)
    for _ in 0..<50 {
      let values = (0..<30).map { _ in Double(Int.random(in: 0...9, using: &generator)) }
      let (up, down) = (try signals(values), try signals(values.map { 100 - $0 }))
      for (signal, other) in zip(up, down) {
        #expect(signal?.cause == other?.cause)
        if let signal, let other { #expect(signal.isUpward != other.isUpward) }
      }
    }
  }

  @Test func `limits of shares follow the size of each period and stay within 0 and 1`() throws {
    let chart = try PChart(counts: [12, 15, 8, 0], totals: [100, 120, 80, 4])
    let center = 35.0 / 304
    #expect(chart.center.isClose(to: center))
    let reach = 3 * (center * (1 - center) / 100).squareRoot()
    #expect(chart.points[0].lowerLimit.isClose(to: center - reach))
    #expect(chart.points[0].upperLimit.isClose(to: center + reach))
    #expect(chart.points[3].lowerLimit == 0)
    #expect(chart.points.allSatisfy { !$0.isOutsideLimits })
    let high = try PChart(counts: [5, 5, 5, 60], totals: [100, 100, 100, 100])
    #expect(high.points.map(\.isOutsideLimits) == [true, true, true, true])
  }

  /// Montgomery (2013), Introduction to Statistical Quality Control, table 9.2.
  static let montgomery: [[Double]] = [
    [9.45, 0, 0.05], [7.99, 0, 1.56], [9.29, 0, 1.77], [11.66, 1.16, 0], [12.16, 2.82, 0],
    [10.18, 2.5, 0], [8.04, 0.04, 1.46], [11.46, 1, 0], [9.2, 0, 0.3], [10.34, 0, 0],
    [9.03, 0, 0.47], [11.47, 0.97, 0], [10.51, 0.98, 0], [9.4, 0, 0.1], [10.08, 0, 0],
    [9.37, 0, 0.13], [10.62, 0.12, 0], [10.31, 0, 0], [8.52, 0, 0.98], [10.84, 0.34, 0],
    [10.9, 0.74, 0], [9.33, 0, 0.17], [12.29, 1.79, 0], [11.5, 2.79, 0], [10.6, 2.89, 0],
    [11.08, 3.47, 0], [10.38, 3.35, 0], [11.62, 4.47, 0], [11.31, 5.28, 0], [10.52, 5.3, 0],
  ]

  @Test func `sums of deviations agree with the printed table`() throws {
    let values = Self.montgomery.map { $0[0] }
    let chart = try CUSUMChart(values.span, target: 10, standardDeviation: 1)
    for (point, row) in zip(chart.points, Self.montgomery) {
      #expect(abs(point.upperSum - row[1]) < 0.0051)
      #expect(abs(point.lowerSum + row[2]) < 0.0051)
    }
    #expect(chart.points.indices.filter { chart.points[$0].isAbove } == [28, 29])
    #expect(chart.points.allSatisfy { !$0.isBelow })
  }

  @Test func `without a target deviations are from the mean, in mean moving ranges`() throws {
    let values = [10.0, 12, 9, 11, 13]
    let chart = try CUSUMChart(values.span)
    #expect(chart.center == 11)
    #expect(chart.standardDeviation.isClose(to: 2.25 / 1.128))
    #expect(chart.points[0].lowerSum.isClose(to: -1 / (2.25 / 1.128) + 0.5))
  }

  @Test func `charts without a spread are refused`() {
    let (one, same, bad): ([Double], [Double], [Double]) = ([3], [3, 3, 3], [1, .nan])
    #expect(throws: SampleError.tooFewObservations(required: 2, found: 1)) {
      try XmRChart(one.span)
    }
    #expect(throws: SampleError.nonFiniteValue(index: 1)) { try XmRChart(bad.span) }
    #expect(throws: SampleError.zeroVariance) { try CUSUMChart(same.span) }
    #expect(throws: SampleError.negativeValue(index: 0)) { try CUSUMChart(same.span, shift: 0) }
    #expect(throws: SampleError.countOutOfRange(count: 3, total: 2)) {
      try PChart(counts: [3], totals: [2])
    }
    #expect(throws: SampleError.tooFewObservations(required: 1, found: 0)) {
      try PChart(counts: [], totals: [])
    }
  }

  @Test func `a sum on its interval is no signal`() throws {
    let values = [1.5, 0, 0.5, -1.5, -1.5]
    let chart = try CUSUMChart(
      values.span, target: 0, standardDeviation: 1, shift: 1, decisionInterval: 1)
    let (up, down): ([Double], [Double]) = ([1, 0.5, 0.5, 0, 0], [0, 0, 0, -1, -2])
    #expect(chart.points.map(\.upperSum) == up)
    #expect(chart.points.map(\.lowerSum) == down)
    #expect(chart.points.map(\.isAbove) == [false, false, false, false, false])
    #expect(chart.points.map(\.isBelow) == [false, false, false, false, true])
  }

  @Test func `limits of shares stop at nobody and everybody`() throws {
    let high = try PChart(counts: [9, 10, 8], totals: [10, 10, 10])
    #expect(high.points.allSatisfy { $0.upperLimit == 1 && !$0.isOutsideLimits })
    let low = try PChart(counts: [1, 0, 2], totals: [10, 10, 10])
    #expect(low.points.allSatisfy { $0.lowerLimit == 0 && !$0.isOutsideLimits })
  }

  @Test func `near a limit is beyond two thirds of the way, two of three on one side`() throws {
    // The mean is near 0, the limits near 6: two thirds of the way are near 4.
    let calm = (0..<24).map { $0.isMultiple(of: 2) ? 1.0 : -1 }
    let ending = [3.5, 0.5, 4.5, 0.5, -4.5, -4, -1, -0.5, 1, -1]
    let values = calm + ending
    let chart = try XmRChart(values.span)
    let near = values.indices.filter { chart.points[$0].isNearLimit }
    #expect(near.map { values[$0] } == [4.5, -4.5])
    // One near point of three is no signal, and neither are two on different sides.
    #expect(!chart.points.contains { $0.isPartOfTwoOfThree })
    let worse = calm + [0.5, 4.5, 4.6, 0.5, -1, -0.5, 1, -1, -0.5, 0.5]
    let flagged = try XmRChart(worse.span).points.filter(\.isPartOfTwoOfThree)
    #expect(flagged.map(\.value) == [4.5, 4.6])
    #expect(flagged.allSatisfy { $0.signal == ControlSignal(cause: .twoOfThree, isUpward: true) })
  }

  @Test func `the turn of two trends belongs to the first`() throws {
    let rise: [Double] = [0, 1, 2, 3, 4, 5, 6]
    let fall: [Double] = [5, 4, 3, 2, 1, 0]
    let wide = (0..<16).map { $0.isMultiple(of: 2) ? 20.0 : -14 }
    let values = rise + fall + wide
    let signals = try XmRChart(values.span).points.map(\.signal)
    let upward = signals.prefix(7).map { $0 == ControlSignal(cause: .trend, isUpward: true) }
    #expect(upward == [true, true, true, true, true, true, true])
    let downward = signals[7..<13].map { $0 == ControlSignal(cause: .trend, isUpward: false) }
    #expect(downward == [true, true, true, true, true, true])
  }
}
