import Statistics

// A span of a temporary array cannot be passed on, so tests pass the array itself.

extension DesignMatrix {
  mutating func add(_ values: [Double], named name: String) throws(SampleError) {
    try add(values.span, named: name)
  }
}

extension LeastSquares {
  init(_ design: DesignMatrix, outcome: [Double]) throws(SampleError) {
    try self.init(design, outcome: outcome.span)
  }
}

extension RandomInterceptModel {
  init(_ design: DesignMatrix, outcome: [Double], clusters: [Int]) throws(SampleError) {
    try self.init(design, outcome: outcome.span, clusters: clusters)
  }
}

extension ANCOVA {
  init(outcome: [Double], baseline: [Double], groups: Factor) throws(SampleError) {
    try self.init(outcome: outcome.span, baseline: baseline.span, groups: groups)
  }
}

extension SegmentedRegression {
  init(
    _ values: [Double], times: [Double], firstTimeAfter change: Double,
    errors: StandardErrors = .classical
  ) throws(SampleError) {
    try self.init(values.span, times: times.span, firstTimeAfter: change, errors: errors)
  }
}

extension SenSlope {
  init(_ values: [Double], times: [Double]) throws(SampleError) {
    try self.init(values.span, times: times.span)
  }
}

extension MannKendallTest {
  init(_ values: [Double]) throws(SampleError) { try self.init(values.span) }
}

extension PearsonCorrelation {
  init(_ first: [Double], _ second: [Double]) throws(SampleError) {
    try self.init(first.span, second.span)
  }
}
