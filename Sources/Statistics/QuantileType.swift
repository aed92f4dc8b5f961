/// A way of reading a quantile off a sample.
///
/// Types 1 to 3 give a value of the sample (2: or the middle of two), types 4 to 9
/// interpolate between neighbours. Type 7 is the default of R, NumPy and Excel and of this
/// library; type 6 is that of SPSS and Minitab, type 2 that of SAS, and type 8 is the one
/// that Hyndman and Fan recommend.
///
/// - Reference: Hyndman & Fan (1996), doi:10.1080/00031305.1996.10473566.
public enum QuantileType: Int, Sendable, Hashable, Codable, CaseIterable {
  case type1 = 1
  case type2
  case type3
  case type4
  case type5
  case type6
  case type7
  case type8
  case type9

  /// The place in the ascending sample, counted from one, that a probability stands for.
  func place(_ probability: Double, of count: Int) -> Double {
    let size = Double(count)
    return switch self {
    case .type1, .type2, .type4: size * probability
    case .type3: size * probability - 0.5
    case .type5: size * probability + 0.5
    case .type6: (size + 1) * probability
    case .type7: (size - 1) * probability + 1
    case .type8: (size + 1 / 3) * probability + 1 / 3
    case .type9: (size + 1 / 4) * probability + 3 / 8
    }
  }

  /// How much of the next value goes into the quantile at a place this far past a value.
  func weight(of fraction: Double, isEven: Bool) -> Double {
    switch self {
    case .type1: fraction > 0 ? 1 : 0
    case .type2: fraction > 0 ? 1 : 0.5
    case .type3: fraction == 0 && isEven ? 0 : 1
    default: fraction
    }
  }
}
