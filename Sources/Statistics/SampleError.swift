/// Why a statistic has no result for a sample.
///
/// Indices count from zero, messages from one.
public enum SampleError: Error, Hashable, Sendable {
  /// The sample is smaller than the statistic needs.
  case tooFewObservations(required: Int, found: Int)
  /// A value is infinite or not a number.
  case nonFiniteValue(index: Int)
  /// A value is negative where only amounts and durations make sense.
  case negativeValue(index: Int)
  /// A weight is negative.
  case negativeWeight(index: Int)
  /// The values are all the same, or differ only by rounding.
  case zeroVariance
  /// The two samples of a paired statistic differ in length.
  case unequalLengths(first: Int, second: Int)
  /// Every pair holds the same value twice.
  case noDifferences
  /// A count is negative or exceeds its total.
  case countOutOfRange(count: Int, total: Int)
  /// A count of a table is negative.
  case negativeCount(index: Int)
  /// The classification has fewer categories than the statistic needs.
  case tooFewCategories(required: Int, found: Int)
  /// Only one category was ever used.
  case oneCategory
  /// A category that was observed has an expected share of zero.
  case impossibleCategory(index: Int)
  /// A cell of a table is empty, so that a ratio would be zero, infinite or 0/0.
  case emptyCell
  /// A row of a table has another number of columns than the first.
  case tableNotRectangular(row: Int, expected: Int, found: Int)
  /// A row of a square table has the wrong number of columns.
  case tableNotSquare(row: Int, expected: Int, found: Int)
  /// All values of one group lie above those of the other.
  case separatedGroups
  /// A correlation lies outside -1...1.
  case correlationOutOfRange(Double)
  /// A column of a model is a combination of those before it, or all zeros.
  case dependentColumn(index: Int)
  /// Only one of two outcomes occurs.
  case oneOutcome
  /// A model has no term of that name.
  case noSuchTerm(String)
  /// A model fits its observations without error, so that nothing tells its uncertainty.
  case perfectFit
  /// An observation alone decides its fitted value.
  case fullLeverage(index: Int)
  /// The columns of a model tell the two outcomes apart without error, or nearly so.
  case separation
  /// A probability lies outside 0...1.
  case probabilityOutOfRange(Double)
  /// Expected shares do not add up to one.
  case sharesDoNotSumToOne(sum: Double)
  /// A confidence level does not lie between 0 and 1.
  case levelOutOfRange(Double)
  /// The amounts add up to zero, so that shares of them do not exist.
  case zeroTotal
  /// No event was observed, only censored times.
  case noEvents
  /// No event happened while two groups were being observed.
  case noOverlap
  /// The values are too large for their sums or squares to be represented.
  case overflow
  /// An iteration ended without a result that may be reported.
  case didNotConverge
}

extension SampleError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .tooFewObservations(let required, let found):
      "too few observations: at least \(required) needed, \(found) found"
    case .nonFiniteValue(let index):
      "value \(index + 1) is infinite or not a number"
    case .negativeValue(let index):
      "value \(index + 1) is negative"
    case .negativeWeight(let index):
      "weight \(index + 1) is negative"
    case .zeroVariance:
      "the values do not vary, so nothing can be compared with their spread"
    case .unequalLengths(let first, let second):
      "the samples must be of equal length: the first has \(first) values, the second \(second)"
    case .noDifferences:
      "no pair differs, so there is no change to test"
    case .countOutOfRange(let count, let total):
      "the count \(count) does not lie between 0 and the total \(total)"
    case .negativeCount(let index):
      "count \(index + 1) is negative"
    case .tooFewCategories(let required, let found):
      "too few categories: at least \(required) needed, \(found) found"
    case .oneCategory:
      "only one category was used, so agreement beyond chance is undefined"
    case .impossibleCategory(let index):
      "category \(index + 1) was observed although its expected share is zero"
    case .emptyCell:
      "a cell of the table is empty, so the ratio cannot be estimated"
    case .tableNotRectangular(let row, let expected, let found):
      "row \(row + 1) of the table has \(found) columns; the first has \(expected)"
    case .tableNotSquare(let row, let expected, let found):
      "row \(row + 1) of the table has \(found) columns; a square table needs \(expected)"
    case .separatedGroups:
      "all values of one group lie above those of the other, so their spread is unknown"
    case .correlationOutOfRange(let correlation):
      "the correlation \(correlation) does not lie between -1 and 1"
    case .dependentColumn(let index):
      "column \(index + 1) of the model follows from the columns before it; leave it out"
    case .oneOutcome:
      "only one of the two outcomes occurs, so nothing can tell them apart"
    case .noSuchTerm(let name):
      "the model has no term '\(name)'"
    case .perfectFit:
      "the model fits without error, so there is nothing to estimate its uncertainty from"
    case .fullLeverage(let index):
      "observation \(index + 1) alone decides its fitted value, so its error is unknown"
    case .separation:
      "the model tells the two outcomes apart without error, so its estimates are infinite"
    case .probabilityOutOfRange(let probability):
      "the probability \(probability) does not lie between 0 and 1"
    case .sharesDoNotSumToOne(let sum):
      "the expected shares add up to \(sum), not to 1"
    case .levelOutOfRange(let level):
      "the confidence level \(level) does not lie between 0 and 1"
    case .zeroTotal:
      "the amounts add up to zero, so there are no shares"
    case .noEvents:
      "no event was observed"
    case .noOverlap:
      "no event happened while two groups were under observation"
    case .overflow:
      "the values are too large to be added or squared"
    case .didNotConverge:
      "the iteration did not converge"
    }
  }
}
