import EvaluationData

extension ValidationRule.Kind {
  /// The rule as a sentence about the source, such as "'Minutes' is a number from 0 to 600".
  package var words: String {
    switch self {
    case .cells(let column, let test): return Clause(column, test).words
    case .condition(let when, let then):
      return "\(then.words) where \(when.map(\.words).joined(separator: " and "))"
    case .unique(let columns):
      let headers = columns.map { "'\($0.header)'" }.joined(separator: " and ")
      return "one row for each value of \(headers)"
    case .dateOrder(let first, let second, let allowsSameDay):
      return "'\(second.header)' is \(allowsSameDay ? "on or after" : "after") '\(first.header)'"
    case .rowCount(let range): return "a number of rows \(range.words)"
    case .freshness(let column, let days):
      return "'\(column.header)' has a day in the \(days) days before \(asOfWords)"
    }
  }
}

extension Clause {
  /// The clause without a date that only a run knows.
  package var words: String { words(asOf: nil) }
}

/// The as-of date, where nobody knows it yet.
let asOfWords = "the as-of date"
