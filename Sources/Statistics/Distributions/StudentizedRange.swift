/// The range of so many independent normal values, over an independent estimate of their
/// standard deviation.
///
/// The upper tail is integrated as it stands, never taken as one less the lower one, by the
/// trapezoid rule, which for such smooth functions gains digits as fast as it gains steps.
///
/// - Reference: Copenhaver & Holland (1988), doi:10.1080/00949658808811082.
package struct StudentizedRange: Sendable {
  package let groups: Int
  package let degreesOfFreedom: Double

  package init(groups: Int, degreesOfFreedom: Double) {
    self.groups = groups
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The probability of a range above `q`.
  package func upperTail(_ q: Double) -> Double {
    guard q > 0 else { return 1 }
    // Over the logarithm of the estimate, whose density falls off fast to the right and
    // like the power of the degrees of freedom to the left.
    let half = degreesOfFreedom / 2
    let logConstant = log(2) + half * log(half) - logGamma(half)
    func logDensity(_ u: Double) -> Double {
      logConstant + degreesOfFreedom * u - half * exp(2 * u)
    }
    let step = min(0.1, 0.3 / degreesOfFreedom.squareRoot())
    var sum = 0.0
    for direction in [-1.0, 1.0] {
      var place = direction < 0 ? 0.0 : step
      while true {
        let density = logDensity(direction * place)
        guard density > -745 else { break }
        let term = exp(density) * rangeUpperTail(q * exp(direction * place))
        sum += term
        if place > 1, term <= 1e-18 * sum { break }
        place += step
      }
    }
    return min(1, sum * step)
  }

  /// The range that has probability `tail` above it, nil when it is not found.
  package func upperQuantile(_ tail: Double) -> Double? {
    var end = 4.0
    while upperTail(end) > tail {
      end *= 2
      guard end < 1e6 else { return nil }
    }
    return falsePosition(from: 0, to: end) { log(tail) - log(upperTail($0)) }
  }

  /// The probability that the range of normal values exceeds `width`.
  ///
  /// Over the place of the largest value: the others lie below it, but not all within the
  /// width. That is a difference of two powers, written as a sum so that no digit is lost.
  private func rangeUpperTail(_ width: Double) -> Double {
    let step = 0.25
    let others = groups - 1
    var sum = 0.0
    for place in Int((-9 / step).rounded())...Int(((width + 9) / step).rounded(.up)) {
      let z = Double(place) * step
      let below = Normal.upperTail(-z)
      let beyond = Normal.upperTail(width - z)
      let within = max(0, below - beyond)
      var (power, terms) = (1.0, 0.0)
      for _ in 0..<others {
        terms = terms * below + power
        power *= within
      }
      sum += Normal.density(z) * beyond * terms
    }
    return min(1, Double(groups) * sum * step)
  }
}

/// Where an increasing function crosses zero, by the Illinois variant of false position.
private func falsePosition(
  from start: Double, to end: Double, of function: (Double) -> Double
) -> Double? {
  var (low, high) = (start, end)
  var (lowValue, highValue) = (function(low), function(high))
  var side = 0
  for _ in 0..<200 {
    let middle = (low * highValue - high * lowValue) / (highValue - lowValue)
    let value = function(middle)
    guard value.isFinite else { return nil }
    if value == 0 || high - low < 1e-13 * high { return middle }
    if value < 0 {
      low = middle
      lowValue = value
      if side == -1 { highValue /= 2 }
      side = -1
    } else {
      high = middle
      highValue = value
      if side == 1 { lowValue /= 2 }
      side = 1
    }
    if abs(value) < 1e-14 { return middle }
  }
  return nil
}
