import Statistics
import Testing

@Suite struct CorrelationTests {
  struct Case: NamedCase {
    let name: String
    let first: [Double]
    let second: [Double]
    let pearson: Double
    let statistic: Double
    let pValue: Double
    let lower: Double
    let upper: Double
    let spearman: Double
    let spearmanPValue: Double
    let spearmanContinuity: Double
    let spearmanExact: Double?
    let kendall: Double
    let kendallPValue: Double
    let kendallContinuity: Double
    let kendallExact: Double?
  }

  @Test(arguments: try referenceCases("correlations", as: Case.self))
  func `Pearson's agrees with R`(_ reference: Case) throws {
    let correlation = try PearsonCorrelation(reference.first.span, reference.second.span)
    let test = try correlation.test()
    let interval = try correlation.interval()
    let tolerance = reference.name == "large offset" ? 1e-8 : 1e-11
    #expect(correlation.coefficient.isClose(to: reference.pearson, relative: tolerance))
    #expect(test.statistic.isClose(to: reference.statistic, relative: tolerance))
    #expect(test.pValue.isClose(to: reference.pValue, relative: 10 * tolerance))
    #expect(interval.lower.isClose(to: reference.lower, relative: tolerance))
    #expect(interval.upper.isClose(to: reference.upper, relative: tolerance))
  }

  @Test(arguments: try referenceCases("correlations", as: Case.self))
  func `Spearman's agrees with R`(_ reference: Case) throws {
    let correlation = try SpearmanCorrelation(reference.first.span, reference.second.span)
    #expect(correlation.coefficient.isClose(to: reference.spearman))
    #expect(try correlation.test().pValue.isClose(to: reference.spearmanPValue, relative: 1e-11))
    #expect(
      try correlation.test(continuity: true).pValue.isClose(
        to: reference.spearmanContinuity, relative: 1e-11))
    let reported = try correlation.pValue()
    #expect(reported.method == (reference.first.count <= 9 ? .exact : .approximate))
    guard let exact = reference.spearmanExact else { return }
    #expect(reported.value.isClose(to: exact))
  }

  @Test(arguments: try referenceCases("correlations", as: Case.self))
  func `Kendall's agrees with R`(_ reference: Case) throws {
    let correlation = try KendallCorrelation(reference.first.span, reference.second.span)
    #expect(correlation.coefficient.isClose(to: reference.kendall))
    #expect(try correlation.normalPValue().isClose(to: reference.kendallPValue, relative: 1e-11))
    #expect(
      try correlation.normalPValue(continuity: true).isClose(
        to: reference.kendallContinuity, relative: 1e-11))
    guard let exact = reference.kendallExact else { return }
    #expect(try correlation.pValue().value.isClose(to: exact, relative: 1e-10))
    #expect(try correlation.pValue().method == .exact)
  }

  @Test func `swapping the measures changes nothing, turning one over the sign`() throws {
    let (x, y) = ([1.0, 2, 2, 5, 4, 7], [3.0, 1, 4, 4, 6, 5])
    let turned = y.map { -$0 }
    #expect(
      try PearsonCorrelation(x.span, y.span).coefficient
        == PearsonCorrelation(y.span, x.span).coefficient)
    #expect(
      try PearsonCorrelation(x.span, turned.span).coefficient
        == -PearsonCorrelation(x.span, y.span).coefficient)
    #expect(
      try KendallCorrelation(x.span, turned.span).coefficient
        == -KendallCorrelation(y.span, x.span).coefficient)
    #expect(
      try SpearmanCorrelation(x.span, turned.span).pValue(alternative: .less).value
        == SpearmanCorrelation(y.span, x.span).pValue(alternative: .greater).value)
  }

  @Test func `a straight line has an infinite statistic and itself for limits`() throws {
    let (x, y) = ([0.1, 0.2, 0.3, 0.4, 0.7], [1.3, 1.6, 1.9, 2.2, 3.1])
    let correlation = try PearsonCorrelation(x.span, y.span)
    #expect(correlation.coefficient == 1)
    #expect(try correlation.test().statistic == .infinity)
    #expect(try correlation.test().pValue == 0)
    #expect(try correlation.test(alternative: .less).pValue == 1)
    #expect(try correlation.interval().lower == 1)
  }

  @Test func `a yes-or-no measure is coded as 0 and 1`() throws {
    let values = [3.0, 5, 4, 8, 9]
    let coded = [0.0, 0, 1, 1, 1]
    #expect(
      try PearsonCorrelation([false, false, true, true, true], values.span)
        == PearsonCorrelation(coded.span, values.span))
  }

  @Test func `Kendall's count is that of all pairs`() throws {
    let x = [3.0, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5]
    let y = [2.0, 7, 1, 8, 2, 8, 1, 8, 2, 8, 4]
    var score = 0
    for later in x.indices {
      for earlier in 0..<later {
        let product = (x[later] - x[earlier]) * (y[later] - y[earlier])
        score += product > 0 ? 1 : (product < 0 ? -1 : 0)
      }
    }
    #expect(try KendallScore(x.span, y.span).score == score)
  }

  @Test func `the error of Kendall's coefficient follows from the weight of pairs`() throws {
    // The delta method by its definition: how τ-b changes when one pair counts a little more.
    let (x, y) = ([1.0, 2, 2, 3, 5, 4, 5, 1], [2.0, 1, 3, 3, 4, 5, 5, 1])
    func tau(_ weights: [Double]) -> Double {
      var (score, first, second) = (0.0, 0.0, 0.0)
      for one in x.indices {
        for other in x.indices {
          let weight = weights[one] * weights[other]
          let signs = ((x[one] - x[other]).signum, (y[one] - y[other]).signum)
          score += weight * signs.0 * signs.1
          first += weight * abs(signs.0)
          second += weight * abs(signs.1)
        }
      }
      return score / (first * second).squareRoot()
    }
    let even = [Double](repeating: 1 / Double(x.count), count: x.count)
    let slopes = x.indices.map { place in
      var (more, less) = (even, even)
      more[place] += 1e-5
      less[place] -= 1e-5
      return (tau(more) - tau(less)) / 2e-5
    }
    let center = slopes.reduce(0, +) / Double(slopes.count)
    let variance = slopes.reduce(0) { $0 + ($1 - center) * ($1 - center) } / Double(slopes.count)
    let expected = (variance / Double(slopes.count)).squareRoot()
    let correlation = try KendallCorrelation(x.span, y.span)
    #expect(correlation.standardError.isClose(to: expected, relative: 1e-8))
  }

  @Test func `pairs that say nothing are refused`() throws {
    let (flat, x, two) = ([2.0, 2, 2], [1.0, 2, 3], [1.0, 4])
    #expect(throws: SampleError.zeroVariance) { try PearsonCorrelation(flat.span, x.span) }
    #expect(throws: SampleError.zeroVariance) { try SpearmanCorrelation(x.span, flat.span) }
    #expect(throws: SampleError.zeroVariance) { try KendallCorrelation(x.span, flat.span) }
    #expect(throws: SampleError.unequalLengths(first: 3, second: 2)) {
      try PearsonCorrelation(x.span, two.span)
    }
    let pair = try PearsonCorrelation(two, [5, 6])
    #expect(throws: SampleError.tooFewObservations(required: 3, found: 2)) { try pair.test() }
    let triple = try PearsonCorrelation(x, [5, 6, 9])
    #expect(throws: SampleError.tooFewObservations(required: 4, found: 3)) {
      try triple.interval()
    }
    #expect(throws: SampleError.correlationOutOfRange(1.2)) {
      try FisherInterval(coefficient: 1.2, count: 10)
    }
  }
}

extension Double {
  fileprivate var signum: Double { self > 0 ? 1 : (self < 0 ? -1 : 0) }
}

@Suite struct PartialCorrelationTests {
  @Test func `one control follows the formula of three correlations`() throws {
    let (x, y, z) = ([1.0, 2, 4, 3, 6, 5], [2.0, 1, 5, 4, 4, 7], [1.0, 3, 2, 5, 4, 6])
    let xy = try PearsonCorrelation(x.span, y.span).coefficient
    let xz = try PearsonCorrelation(x.span, z.span).coefficient
    let yz = try PearsonCorrelation(y.span, z.span).coefficient
    let expected = (xy - xz * yz) / ((1 - xz * xz) * (1 - yz * yz)).squareRoot()
    let partial = try PartialCorrelation(x.span, y.span, controls: [z])
    #expect(partial.interval.estimate.isClose(to: expected))
    #expect(partial.test.degreesOfFreedom == 3)
  }

  @Test func `its test is that of the coefficient in a linear model`() throws {
    let (x, y) = ([1.0, 2, 4, 3, 6, 5, 8], [2.0, 1, 5, 4, 4, 7, 6])
    let controls = [[1.0, 3, 2, 5, 4, 6, 1], [0.0, 1, 1, 0, 1, 0, 0]]
    var design = DesignMatrix(count: 7)
    try design.add(x.span, named: "x")
    try design.add(controls[0], named: "a")
    try design.add(controls[1], named: "b")
    let coefficient = try LeastSquares(design, outcome: y.span).coefficients()[1]
    let partial = try PartialCorrelation(x.span, y.span, controls: controls)
    #expect(partial.test.statistic.isClose(to: coefficient.statistic, relative: 1e-11))
    #expect(partial.test.pValue.isClose(to: coefficient.pValue, relative: 1e-11))
  }

  @Test func `without controls it is Pearson's`() throws {
    let (x, y) = ([1.0, 2, 4, 3, 6], [2.0, 1, 5, 4, 4])
    let partial = try PartialCorrelation(x.span, y.span, controls: [])
    let pearson = try PearsonCorrelation(x.span, y.span)
    #expect(partial.interval.estimate.isClose(to: pearson.coefficient))
    #expect(partial.interval.lower.isClose(to: try pearson.interval().lower, relative: 1e-11))
  }

  @Test func `a measure that follows from the controls is refused`() {
    let (x, y) = ([1.0, 2, 4, 3, 6, 9], [2.0, 1, 5, 4, 4, 3])
    #expect(throws: SampleError.zeroVariance) {
      try PartialCorrelation(x.span, y.span, controls: [x.map { 2 * $0 + 1 }])
    }
    #expect(throws: SampleError.tooFewObservations(required: 8, found: 6)) {
      try PartialCorrelation(x.span, y.span, controls: [x, x, x, x])
    }
  }
}
