/// How far the scores of several raters, or of repeated measurements, agree.
///
/// Six forms, by design and by what is used: the scores of one rater, or their mean. From
/// mean squares of an analysis of variance, and never cut off: a negative value says that
/// raters differ more within subjects than between. Exact for the forms of one-way and of
/// fixed raters when scores are normal; Satterthwaite's approximation for random raters.
/// Throws when there are fewer than two subjects or two raters, when rows differ in length,
/// when a score is not finite or too large to be squared, when all scores are the same, or
/// when the level is out of range. Assumes that every rater scored every subject.
///
/// - Reference: Shrout & Fleiss (1979), doi:10.1037/0033-2909.86.2.420; McGraw & Wong
///   (1996), doi:10.1037/1082-989X.1.1.30.
public struct IntraclassCorrelation: Sendable, Hashable, Codable {
  /// One of the six forms.
  public struct Form: Sendable, Hashable, Codable {
    public let estimate: Double
    /// Nil when a limit passes the point where no correlation gives it.
    public let interval: Interval?
    /// The test that subjects do not differ; nil when raters agree in full.
    public let test: FTest?
  }

  /// Whether subjects differ by more than the error.
  public struct FTest: Sendable, Hashable, Codable {
    public let statistic: Double
    public let numeratorDegreesOfFreedom: Double
    public let denominatorDegreesOfFreedom: Double
    public let pValue: Double
  }

  public let subjectCount: Int
  public let raterCount: Int
  /// ICC(1,1): each subject has other raters, drawn at random.
  public let oneWaySingle: Form
  /// ICC(1,k): the mean over raters of `oneWaySingle`.
  public let oneWayMean: Form
  /// ICC(2,1): the same raters for all, drawn at random; absolute agreement.
  public let randomRatersSingle: Form
  /// ICC(2,k): the mean over raters of `randomRatersSingle`.
  public let randomRatersMean: Form
  /// ICC(3,1): these raters only; consistency.
  public let fixedRatersSingle: Form
  /// ICC(3,k): the mean over raters of `fixedRatersSingle`.
  public let fixedRatersMean: Form

  /// Subjects in rows, raters in columns.
  public init(_ scores: [[Double]], level: Double = 0.95) throws(SampleError) {
    let tail = try ConfidenceLevel(level).tail
    let squares = try MeanSquares(scores)
    let raters = squares.raters
    subjectCount = scores.count
    raterCount = scores[0].count
    let oneWay = squares.oneWay(tail)
    let fixed = squares.fixedRaters(tail)
    let random = squares.randomRaters(tail)
    func form(_ limits: Limits, _ test: FTest?) -> Form {
      Form(estimate: limits.estimate, interval: limits.interval(level), test: test)
    }
    oneWaySingle = form(oneWay, squares.oneWayTest)
    oneWayMean = form(oneWay.steppedUp(raters), squares.oneWayTest)
    randomRatersSingle = form(random, squares.twoWayTest)
    randomRatersMean = form(random.steppedUp(raters), squares.twoWayTest)
    fixedRatersSingle = form(fixed, squares.twoWayTest)
    fixedRatersMean = form(fixed.steppedUp(raters), squares.twoWayTest)
  }
}

/// An estimate and its limits, before it is known whether they make an interval.
private struct Limits {
  let estimate: Double
  let lower: Double
  let upper: Double

  func interval(_ level: Double) -> Interval? {
    guard lower.isFinite, upper.isFinite, lower <= upper else { return nil }
    return Interval(estimate: estimate, lower: lower, upper: upper, level: level)
  }

  /// What becomes of correlations when so many raters are averaged, by Spearman and Brown.
  func steppedUp(_ raters: Double) -> Limits {
    func stepped(_ value: Double) -> Double {
      let base = 1 + (raters - 1) * value
      return base > 0 ? raters * value / base : -.infinity
    }
    let base = 1 + (raters - 1) * estimate
    return Limits(
      estimate: raters * estimate / base, lower: stepped(lower), upper: stepped(upper))
  }
}

private struct MeanSquares {
  let subjects: Double
  let raters: Double
  let between: Double
  let within: Double
  let ofRaters: Double
  let error: Double

  init(_ scores: [[Double]]) throws(SampleError) {
    guard scores.count >= 2 else {
      throw .tooFewObservations(required: 2, found: scores.count)
    }
    let columns = scores[0].count
    guard columns >= 2 else { throw .tooFewRaters(required: 2, found: columns) }
    for row in scores where row.count != columns {
      throw .unequalLengths(first: columns, second: row.count)
    }
    let all = scores.flatMap { $0 }
    let middle = try mean(all.span)
    let centred = scores.map { $0.map { $0 - middle } }
    let (rows, size) = (Double(scores.count), Double(columns))
    let subjectMeans = centred.map { $0.reduce(0, +) / size }
    let raterMeans = (0..<columns).map { column in
      centred.reduce(0) { $0 + $1[column] } / rows
    }
    var (within, error) = (CompensatedSum(), CompensatedSum())
    for (row, own) in zip(centred, subjectMeans) {
      for (value, rater) in zip(row, raterMeans) {
        within += (value - own) * (value - own)
        error += (value - own - rater) * (value - own - rater)
      }
    }
    let largest = all.reduce(0) { max($0, abs($1)) }
    let scale = largest * largest * rows * size
    // A deviation may be three times as large as a score.
    guard (9 * scale).isFinite else { throw .overflow }
    // What rounding of the means leaves of differences that are none.
    let noise = 1e-28 * scale
    func cleaned(_ sum: Double) -> Double { sum > noise ? sum : 0 }
    subjects = rows
    raters = size
    let betweenSquares = cleaned(size * subjectMeans.reduce(0) { $0 + $1 * $1 })
    between = betweenSquares / (rows - 1)
    self.within = cleaned(within.value) / (rows * (size - 1))
    ofRaters = cleaned(rows * raterMeans.reduce(0) { $0 + $1 * $1 }) / (size - 1)
    self.error = cleaned(error.value) / ((rows - 1) * (size - 1))
    guard between > 0 || self.within > 0 else { throw .zeroVariance }
  }

  var oneWayTest: IntraclassCorrelation.FTest? {
    test(within, subjects - 1, subjects * (raters - 1))
  }

  var twoWayTest: IntraclassCorrelation.FTest? {
    test(error, subjects - 1, (subjects - 1) * (raters - 1))
  }

  private func test(
    _ error: Double, _ numerator: Double, _ denominator: Double
  ) -> IntraclassCorrelation.FTest? {
    guard error > 0 else { return nil }
    let statistic = between / error
    return IntraclassCorrelation.FTest(
      statistic: statistic, numeratorDegreesOfFreedom: numerator,
      denominatorDegreesOfFreedom: denominator,
      pValue: FisherF(numeratorDegrees: numerator, denominatorDegrees: denominator).upperTail(
        statistic))
  }

  func oneWay(_ tail: Double) -> Limits {
    limits(within, subjects - 1, subjects * (raters - 1), tail)
  }

  func fixedRaters(_ tail: Double) -> Limits {
    limits(error, subjects - 1, (subjects - 1) * (raters - 1), tail)
  }

  private func limits(
    _ error: Double, _ numerator: Double, _ denominator: Double, _ tail: Double
  ) -> Limits {
    func correlation(_ between: Double, _ error: Double) -> Double {
      (between - error) / (between + (raters - 1) * error)
    }
    let high = FisherF(numeratorDegrees: numerator, denominatorDegrees: denominator).upperQuantile(
      tail)
    let low = FisherF(numeratorDegrees: denominator, denominatorDegrees: numerator).upperQuantile(
      tail)
    return Limits(
      estimate: correlation(between, error), lower: correlation(between / high, error),
      upper: correlation(between * low, error))
  }

  func randomRaters(_ tail: Double) -> Limits {
    let estimate =
      (between - error)
      / (between + (raters - 1) * error + raters * (ofRaters - error) / subjects)
    let rest = 1 + (raters - 1) * estimate
    let ofError = (subjects * rest - raters * estimate) * error
    let sum = raters * estimate * ofRaters + ofError
    let degrees =
      (raters - 1) * (subjects - 1) * sum * sum
      / ((subjects - 1) * raters * raters * estimate * estimate * ofRaters * ofRaters
        + ofError * ofError)
    guard error > 0 || ofRaters > 0 else { return Limits(estimate: 1, lower: 1, upper: 1) }
    let high = FisherF(numeratorDegrees: subjects - 1, denominatorDegrees: degrees).upperQuantile(
      tail)
    let low = FisherF(numeratorDegrees: degrees, denominatorDegrees: subjects - 1).upperQuantile(
      tail)
    let spread = raters * ofRaters + (raters * subjects - raters - subjects) * error
    return Limits(
      estimate: estimate,
      lower: subjects * (between - high * error) / (high * spread + subjects * between),
      upper: subjects * (low * between - error) / (spread + subjects * low * between))
  }
}
