/// What becomes of a rule's failures.
package enum ValidationLevel: String, Sendable, Hashable, CaseIterable, Comparable {
  case passed
  case note
  case warning
  /// The run should end, leaving earlier outputs as they are.
  case stop

  private var rank: Int {
    switch self {
    case .passed: 0
    case .note: 1
    case .warning: 2
    case .stop: 3
    }
  }

  package static func < (first: ValidationLevel, second: ValidationLevel) -> Bool {
    first.rank < second.rank
  }
}

/// From how many failures on a rule is a note, a warning, or a reason to stop.
package struct ValidationThresholds: Sendable, Hashable {
  /// A count of failures or a share of what was checked; reached by this very number.
  package enum Limit: Sendable, Hashable {
    case count(Int)
    case share(Double)

    func isReached(_ failed: Int, of checked: Int) -> Bool {
      guard failed > 0 else { return false }
      return switch self {
      case .count(let count): failed >= count
      // A quotient is rounded once, as 0.07 is: 7 of 100 reach it. A product is not.
      case .share(let share): Double(failed) / Double(checked) >= share
      }
    }
  }

  /// Each failure is a note, and none is more.
  package static let `default` = ValidationThresholds()

  package let note: Limit
  package let warning: Limit?
  package let stop: Limit?

  private init() {
    (note, warning, stop) = (.count(1), nil, nil)
  }

  /// Throws for a limit that is always or never reached, and for one below the milder one.
  ///
  /// The first failure is a note when nothing else is said.
  package init(
    note: Limit? = nil, warning: Limit? = nil, stop: Limit? = nil
  ) throws(ValidationRuleError) {
    var earlier: [Limit] = []
    for limit in [note, warning, stop].compactMap(\.self) {
      switch limit {
      case .count(let count) where count < 1: throw .countBelowOne(count)
      case .share(let share) where !(share > 0 && share <= 1): throw .shareOutside(share)
      default: break
      }
      for milder in earlier {
        switch (milder, limit) {
        case (.count(let low), .count(let high)) where low > high: throw .thresholdsBackwards
        case (.share(let low), .share(let high)) where low > high: throw .thresholdsBackwards
        default: break
        }
      }
      earlier.append(limit)
    }
    self.note = note ?? .count(1)
    self.warning = warning
    self.stop = stop
  }

  /// The gravest level that so many failures reach.
  package func level(failed: Int, of checked: Int) -> ValidationLevel {
    if let stop, stop.isReached(failed, of: checked) { return .stop }
    if let warning, warning.isReached(failed, of: checked) { return .warning }
    return note.isReached(failed, of: checked) ? .note : .passed
  }
}
