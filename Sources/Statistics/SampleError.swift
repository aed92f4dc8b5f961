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
  /// A rating is none of the categories on offer.
  case categoryOutOfRange(index: Int, category: Int, count: Int)
  /// A scale has fewer items than the statistic needs.
  case tooFewItems(required: Int, found: Int)
  /// Fewer raters scored the subjects than the statistic needs.
  case tooFewRaters(required: Int, found: Int)
  /// Items or covariates are combinations of each other.
  case singularMatrix
  /// A category of the population has nobody in the sample.
  case categoryWithoutSample(margin: Int, category: Int)
  /// A category of the sample has no total in the population.
  case categoryWithoutTotal(margin: Int, category: Int)
  /// The totals of two margins of one population differ.
  case totalsDiffer(first: Double, second: Double)
  /// Weights cannot be held below a multiple of their mean that is not above one.
  case capTooLow(Double)
  /// Weights cannot be cut below their mean and keep their sum.
  case limitTooLow(limit: Double, mean: Double)
  /// A stratum has a single unit, so that its spread is unknown.
  case singleUnit(stratum: Int)
  /// A time lies beyond what was observed.
  case beyondObservation(last: Double)
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
  /// A parameter of a distribution is no number that it can have.
  case parameterOutOfRange(String, Double)
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
    case .categoryOutOfRange(let index, let category, let count):
      "rating \(index + 1) is category \(category + 1), but there are \(count) categories"
    case .tooFewItems(let required, let found):
      "too few items: at least \(required) needed, \(found) found"
    case .tooFewRaters(let required, let found):
      "too few raters: at least \(required) needed, \(found) found"
    case .singularMatrix:
      "some columns can be computed from the others, so their shares cannot be told apart"
    case .categoryWithoutSample(let margin, let category):
      "category \(category + 1) of margin \(margin + 1) has a total but nobody in the sample"
    case .categoryWithoutTotal(let margin, let category):
      "category \(category + 1) of margin \(margin + 1) is in the sample but its total is zero"
    case .totalsDiffer(let first, let second):
      "the totals of two margins add up to \(first) and to \(second): they must be equal"
    case .capTooLow(let cap):
      "the cap is \(cap) times the mean weight; it must be above 1"
    case .limitTooLow(let limit, let mean):
      "the weights cannot be cut at \(limit) and keep their sum: their mean is \(mean)"
    case .singleUnit(let stratum):
      "stratum \(stratum + 1) has a single unit, so its spread is unknown"
    case .beyondObservation(let last):
      "nobody was observed beyond \(last), so nothing is known of later times"
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
    case .parameterOutOfRange(let name, let value):
      "\(name) is \(value), which a distribution cannot have"
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
