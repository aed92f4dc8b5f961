/// Where a function that never falls crosses zero, by halving the range.
///
/// Ends when the range is as narrow as numbers allow. Nil when the function
/// does not change sign over the range, or is not a number somewhere.
func root(
  from start: Double, to end: Double, of neverFalling: (Double) -> Double
) -> Double? {
  guard neverFalling(start) <= 0, neverFalling(end) >= 0 else { return nil }
  var (low, high) = (start, end)
  while high - low > 1e-16 * (end - start) {
    let middle = low + (high - low) / 2
    guard low < middle, middle < high else { break }
    let value = neverFalling(middle)
    guard !value.isNaN else { return nil }
    if value < 0 { low = middle } else { high = middle }
  }
  return low + (high - low) / 2
}
