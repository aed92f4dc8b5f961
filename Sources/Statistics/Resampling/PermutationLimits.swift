/// The shifts at which single rearrangements of a sample begin to count as extreme.
///
/// Whether a rearrangement is as extreme as the sample when a shift is taken off
/// depends on that shift crossing one number, its threshold. All p-values, and the
/// interval that inverts them, follow from the thresholds in order.
///
/// - Reference: Hartigan (1969), doi:10.1080/01621459.1969.10501057.
struct PermutationLimits {
  /// The thresholds of the rearrangements that change anything, ascending.
  private let thresholds: [Double]
  /// How many rearrangements leave the sample as it is, the sample itself included.
  private let unchanged: Int

  init(thresholds: [Double], unchanged: Int) {
    self.thresholds = thresholds.sorted()
    self.unchanged = unchanged
  }

  /// How many rearrangements there are, the sample itself included.
  var count: Int { thresholds.count + unchanged }

  /// The share of rearrangements as extreme as the sample, if `shift` is the truth.
  func pValue(_ alternative: Alternative, shift: Double = 0) -> Double {
    let above = share(thresholds.count { $0 <= shift })
    let below = share(thresholds.count { $0 >= shift })
    return switch alternative {
    case .greater: above
    case .less: below
    case .twoSided: min(1, 2 * min(above, below))
    }
  }

  /// The shifts that the two-sided test does not reject, and the level they hold.
  ///
  /// Too few rearrangements cannot reach the level: the limits are then the outermost
  /// thresholds. Nil when nothing can be rearranged.
  func limits(_ confidence: ConfidenceLevel) -> (lower: Double, upper: Double, level: Double)? {
    guard let first = thresholds.first, let last = thresholds.last else { return nil }
    // A shift beyond so many thresholds from either end is still rejected.
    let allowed = Int((confidence.tail * Double(count)).rounded(.down)) - unchanged
    guard allowed >= 0 else { return (first, last, 1 - 2 * share(0)) }
    let place = min(allowed, (thresholds.count - 1) / 2)
    return (thresholds[place], thresholds[thresholds.count - 1 - place], confidence.level)
  }

  private func share(_ extreme: Int) -> Double {
    Double(extreme + unchanged) / Double(count)
  }
}
