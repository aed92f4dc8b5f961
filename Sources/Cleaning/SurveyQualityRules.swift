package import EvaluationData

/// Items that were asked in one grid with the same answers to choose from.
package struct AnswerGrid: Sendable, Hashable {
  /// Fewer same answers are no sign of anything.
  package static let fewestItems = 5

  package let name: Named
  package let items: [RuleColumn]
  /// The items worded the other way round, whose answers stand as they were given.
  package let reversed: Set<String>
  /// How many items a person must have answered to be looked at.
  package let answered: Int

  package init(
    _ name: Named, items: [RuleColumn], reversed: Set<String> = [], answered: Int = fewestItems
  ) throws(SurveyQualityRuleError) {
    guard items.count >= AnswerGrid.fewestItems, answered >= AnswerGrid.fewestItems else {
      throw .tooFewItems(min(items.count, answered))
    }
    guard answered <= items.count else { throw .moreThanItems(answered, of: items.count) }
    let names = Set(items.map(\.name))
    guard names.count == items.count else { throw .itemTwice }
    if let stranger = reversed.subtracting(names).min() { throw .reversedIsNoItem(stranger) }
    guard reversed.count < items.count else { throw .allReversed }
    self.name = name
    self.items = items
    self.reversed = reversed
    self.answered = answered
  }
}

/// How fast is too fast to have read the questions.
package struct SpeedLimit: Sendable, Hashable {
  /// A median of fewer durations tells little; the fraction is then not applied.
  package static let fewestDurations = 10

  package let name: Named
  /// A number column, in whatever unit.
  package let duration: RuleColumn
  /// Durations below this fraction of the median are too short.
  package let fractionOfMedian: Double?
  /// Durations below this are too short, in the unit of the column.
  package let minimum: Double?

  /// - Reference: Greszki, Meyer and Schoen (2015), doi:10.1093/poq/nfu058, on
  ///   fractions of the median.
  package init(
    _ name: Named, duration: RuleColumn, fractionOfMedian: Double? = nil, minimum: Double? = nil
  ) throws(SurveyQualityRuleError) {
    guard fractionOfMedian != nil || minimum != nil else { throw .noSpeedLimit }
    if let fractionOfMedian, !(fractionOfMedian > 0 && fractionOfMedian < 1) {
      throw .fractionOutside(fractionOfMedian)
    }
    if let minimum, !(minimum > 0 && minimum.isFinite) { throw .minimumOutside(minimum) }
    self.name = name
    self.duration = duration
    self.fractionOfMedian = fractionOfMedian
    self.minimum = minimum
  }
}

/// Two answers of which at most one can be true of a person.
package struct Contradiction: Sendable, Hashable {
  package let name: Named
  package let first: Clause
  package let second: Clause

  package init(
    _ name: Named, _ first: Clause, _ second: Clause
  ) throws(SurveyQualityRuleError) {
    guard !first.hasNoLevels, !second.hasNoLevels else { throw .noLevels }
    self.name = name
    self.first = first
    self.second = second
  }
}

/// Which rows of a questionnaire call for a second look.
package struct SurveyQualityRules: Sendable, Hashable {
  package let grids: [AnswerGrid]
  package let speedLimits: [SpeedLimit]
  package let contradictions: [Contradiction]

  package init(
    grids: [AnswerGrid] = [], speedLimits: [SpeedLimit] = [],
    contradictions: [Contradiction] = []
  ) {
    self.grids = grids
    self.speedLimits = speedLimits
    self.contradictions = contradictions
  }

  /// Throws when a rule speaks of columns or levels that are not there.
  package func fits(_ shape: TableShape) throws(ColumnFault) {
    for grid in grids {
      let first = try shape.require(grid.items[0], .category, .number)
      for item in grid.items {
        let column = try shape.require(item, first.type)
        guard column.levels == first.levels else {
          throw .differentLevels(first.name, item.name)
        }
      }
    }
    for limit in speedLimits { try shape.require(limit.duration, .number) }
    for contradiction in contradictions {
      try contradiction.first.fits(shape)
      try contradiction.second.fits(shape)
    }
  }
}

/// Why a rule on the quality of answers cannot be.
package enum SurveyQualityRuleError: Error, Sendable, Hashable {
  case tooFewItems(Int)
  case moreThanItems(Int, of: Int)
  case itemTwice
  case reversedIsNoItem(String)
  case allReversed
  case noSpeedLimit
  case fractionOutside(Double)
  case minimumOutside(Double)
  case noLevels
}

extension SurveyQualityRuleError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .tooFewItems(let count):
      "the same answer to \(count) items says little: a grid needs at least "
        + "\(AnswerGrid.fewestItems)"
    case .moreThanItems(let answered, let count):
      "nobody can answer \(answered) items of a grid of \(count)"
    case .itemTwice: "the same item stands twice in the grid"
    case .reversedIsNoItem(let name): "'\(name)' is no item of the grid"
    case .allReversed:
      "not all items can be worded the other way round: leave 'reversed' out"
    case .noSpeedLimit: "give a fraction of the median or a shortest duration"
    case .fractionOutside(let fraction):
      "a fraction of the median lies between 0 and 1: found \(fraction.shortest)"
    case .minimumOutside(let minimum):
      "the shortest duration is a number above 0: found \(minimum.shortest)"
    case .noLevels: "name at least one level"
    }
  }
}
