import CBoostMath

/// A distribution over an interval of numbers, with tails that keep their digits.
///
/// A tail is never one less the other: either is computed on its own, and its
/// logarithm stays right where the tail itself is too small for a number.
package protocol ContinuousDistribution: Sendable {
  /// Where values can lie.
  var support: ClosedRange<Double> { get }
  func density(_ x: Double) -> Double
  /// The probability of a value of `x` or below.
  func lowerTail(_ x: Double) -> Double
  /// The probability of a value above `x`.
  func upperTail(_ x: Double) -> Double
  /// The value that has probability `tail` below it, one half at most, unless a search
  /// ended early.
  func approximateLowerQuantile(_ tail: Double) -> Double
  /// The value that has probability `tail` above it, one half at most, unless a search ended
  /// early.
  func approximateUpperQuantile(_ tail: Double) -> Double
  /// The logarithm of a lower tail that is too small for a number.
  func logOfVanishingLowerTail(_ x: Double) -> Double
  /// The logarithm of an upper tail that is too small for a number.
  func logOfVanishingUpperTail(_ x: Double) -> Double
}

/// Tails below this have lost digits, or soon will.
private let smallestTail = 1e-290

extension ContinuousDistribution {
  /// The natural logarithm of the probability of `x` or below.
  package func logLowerTail(_ x: Double) -> Double {
    logTail(lowerTail(x), opposite: upperTail(x)) { logOfVanishingLowerTail(x) }
  }

  /// The natural logarithm of the probability above `x`.
  package func logUpperTail(_ x: Double) -> Double {
    logTail(upperTail(x), opposite: lowerTail(x)) { logOfVanishingUpperTail(x) }
  }

  private func logTail(
    _ tail: Double, opposite: Double, vanishing: () -> Double
  ) -> Double {
    if opposite < 0.5 { return c_log1p(-opposite) }
    return tail > smallestTail ? log(tail) : vanishing()
  }
}

extension ContinuousDistribution {
  /// The value that has probability `tail` below it.
  ///
  /// Above one half the tail on the other side is the smaller, and just as exact a number.
  package func lowerQuantile(_ tail: Double) -> Double {
    tail > 0.5 ? upperQuantileOfHalf(1 - tail) : lowerQuantileOfHalf(tail)
  }

  /// The value that has probability `tail` above it.
  package func upperQuantile(_ tail: Double) -> Double {
    tail > 0.5 ? lowerQuantileOfHalf(1 - tail) : upperQuantileOfHalf(tail)
  }

  // Boost's search ends early for some tails below 1e-100; then the range of numbers is
  // halved until the right one is found.
  private func lowerQuantileOfHalf(_ tail: Double) -> Double {
    let quantile = approximateLowerQuantile(tail)
    guard tail > 0, !(abs(lowerTail(quantile) / tail - 1) < 1e-11) else { return quantile }
    return smallest { logLowerTail($0) >= log(tail) }
  }

  private func upperQuantileOfHalf(_ tail: Double) -> Double {
    let quantile = approximateUpperQuantile(tail)
    guard tail > 0, !(abs(upperTail(quantile) / tail - 1) < 1e-11) else { return quantile }
    return smallest { logUpperTail($0) <= log(tail) }
  }

  private func smallest(where holds: (Double) -> Bool) -> Double {
    var low = max(support.lowerBound, -.greatestFiniteMagnitude).place
    var high = min(support.upperBound, .greatestFiniteMagnitude).place
    while low < high {
      let middle = (low & high) + ((low ^ high) >> 1)
      if holds(Double(place: middle)) { high = middle } else { low = middle + 1 }
    }
    return Double(place: low)
  }
}

/// The value of a continued fraction `first + a1 / (b1 + a2 / (b2 + …))`.
///
/// - Reference: Thompson & Barnett (1986), doi:10.1016/0021-9991(86)90046-X.
func continuedFraction(
  first: Double, term: (Int) -> (numerator: Double, denominator: Double)
) -> Double {
  let tiny = 1e-300
  var value = first == 0 ? tiny : first
  var (c, d) = (value, 0.0)
  for step in 1...10_000 {
    let (numerator, denominator) = term(step)
    d = denominator + numerator * d
    d = 1 / (d == 0 ? tiny : d)
    c = denominator + numerator / c
    if c == 0 { c = tiny }
    value *= c * d
    if abs(c * d - 1) < 1e-16 { break }
  }
  return value
}

/// The logarithm of the regularized upper incomplete gamma function, far out.
func logUpperGamma(shape: Double, _ x: Double) -> Double {
  guard x.isFinite else { return -.infinity }
  // Legendre's continued fraction, which is quick when x is well above the shape.
  let fraction = continuedFraction(first: x + 1 - shape) { step in
    let step = Double(step)
    return (-step * (step - shape), x + 2 * step + 1 - shape)
  }
  return shape * log(x) - x - c_log_gamma(shape) - log(fraction)
}

/// The logarithm of the regularized lower incomplete gamma function, near zero.
func logLowerGamma(shape: Double, _ x: Double) -> Double {
  guard x > 0 else { return -.infinity }
  var (term, sum, step) = (1.0, 1.0, shape)
  while term > sum * 1e-17 {
    step += 1
    term *= x / step
    sum += term
  }
  return shape * log(x) - x - c_log_gamma(shape + 1) + log(sum)
}

/// The logarithm of the regularized incomplete beta function, where it is small.
///
/// Takes the logarithms of `x` and of what it lacks to 1 as well: both may be known better
/// than their numbers.
func logIncompleteBeta(
  _ a: Double, _ b: Double, _ x: Double, logX: Double, logRest: Double
) -> Double {
  let fraction = continuedFraction(first: 1) { step in
    let m = Double(step / 2)
    let numerator =
      step.isMultiple(of: 2)
      ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    return (numerator, 1)
  }
  let logBeta = c_log_gamma(a) + c_log_gamma(b) - c_log_gamma(a + b)
  return a * logX + b * logRest - log(a) - logBeta - log(fraction)
}
