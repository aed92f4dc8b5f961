/// A running sum that carries along what rounding takes off each addition.
///
/// - Reference: Neumaier (1974), doi:10.1002/zamm.19740540106.
struct CompensatedSum {
  private var rounded = 0.0
  private var remainder = 0.0

  var value: Double { rounded + remainder }

  static func += (sum: inout CompensatedSum, term: Double) {
    let total = sum.rounded + term
    sum.remainder +=
      abs(sum.rounded) >= abs(term)
      ? (sum.rounded - total) + term
      : (term - total) + sum.rounded
    sum.rounded = total
  }
}
