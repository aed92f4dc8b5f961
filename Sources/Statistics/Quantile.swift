/// The value below which a share of the sample lies, interpolated.
///
/// Interpolates linearly between the two nearest order statistics: type 7 of
/// Hyndman and Fan, the default of R, NumPy and Excel. Throws when there is no
/// value, when one is not finite, or when the probability lies outside 0...1.
///
/// - Reference: Hyndman & Fan (1996), doi:10.1080/00031305.1996.10473566.
public func quantile(_ values: Span<Double>, _ probability: Double) throws(SampleError) -> Double {
  try SortedSample(values).quantile(probability)
}

/// The value with as many values below it as above it: the quantile at one half.
///
/// Throws when there is no value, or when one is not finite.
public func median(_ values: Span<Double>) throws(SampleError) -> Double {
  try SortedSample(values).quantile(0.5)
}
