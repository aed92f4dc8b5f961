import CBoostMath

func log(_ x: Double) -> Double { c_log(x) }

/// The logarithm of `1 + x`, right also where `x` is tiny.
func log1p(_ x: Double) -> Double { c_log1p(x) }

func exp(_ x: Double) -> Double { c_exp(x) }

/// One less than the exponential of `x`, right also where `x` is tiny.
func expm1(_ x: Double) -> Double { c_expm1(x) }

func pow(_ base: Double, _ exponent: Double) -> Double { c_pow(base, exponent) }

func sin(_ x: Double) -> Double { c_sin(x) }

func cos(_ x: Double) -> Double { c_cos(x) }

func arcsin(_ x: Double) -> Double { c_asin(x) }

/// The logarithm of the gamma function, for arguments above zero.
func logGamma(_ x: Double) -> Double { c_log_gamma(x) }

/// The gamma function of `x` divided by that of `x + delta`.
func gammaDeltaRatio(_ x: Double, _ delta: Double) -> Double { boost_gamma_delta_ratio(x, delta) }

extension Double {
  /// The nearest number with so many significant digits.
  ///
  /// Two numbers that differ only by the rounding of binary arithmetic become
  /// equal, so that 1.3 - 1 and 0.3 are a tie.
  func rounded(toSignificantDigits digits: Int) -> Double {
    guard self != 0, isFinite else { return self }
    let exponent = digits - 1 - Int(c_log10(magnitude).rounded(.down))
    // Powers of ten are exact up to 22: divide by them rather than multiply by
    // their inexact reciprocals.
    guard exponent <= 300 else { return self }
    let scale = c_pow(10, Double(abs(exponent)))
    return exponent >= 0
      ? (self * scale).rounded() / scale
      : (self / scale).rounded() * scale
  }
}

extension Double {
  /// The place of a finite number among all numbers, 0 for zero.
  var place: Int {
    let magnitude = Int(self.magnitude.bitPattern)
    return sign == .minus ? -magnitude : magnitude
  }

  init(place: Int) {
    let magnitude = Double(bitPattern: UInt64(place.magnitude))
    self = place < 0 ? -magnitude : magnitude
  }
}
