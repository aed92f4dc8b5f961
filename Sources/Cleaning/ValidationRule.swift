package import EvaluationData

/// One thing that the rows of a source should keep to.
package struct ValidationRule: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// Each cell of a column passes a test.
    case cells(RuleColumn, CellTest)
    /// Where all clauses hold, so does the last.
    case condition(when: [Clause], then: Clause)
    /// No two rows have the same values in all of these columns.
    ///
    /// The first row of each value passes, the later ones fail. White space at
    /// both ends of a text does not count, its case does.
    case unique([RuleColumn])
    /// The second date is later than the first, or the same day where that is allowed.
    case dateOrder(first: RuleColumn, second: RuleColumn, allowsSameDay: Bool)
    /// The source has as many rows as expected, repeated ones left out.
    case rowCount(NumberRange)
    /// Some date lies in the so many days up to the as-of date.
    ///
    /// Later dates do not count: a mistyped year would make any data fresh.
    case freshness(RuleColumn, maximumAgeInDays: Int)
  }

  package let name: Named
  package let kind: Kind
  package let thresholds: ValidationThresholds

  package init(
    _ name: Named, _ kind: Kind, thresholds: ValidationThresholds = .default
  ) throws(ValidationRuleError) {
    switch kind {
    case .unique(let columns) where columns.isEmpty: throw .noColumns
    case .unique(let columns) where Set(columns.map(\.name)).count < columns.count:
      throw .columnTwice
    case .condition(let when, _) where when.isEmpty: throw .noCondition
    case .dateOrder(let first, let second, _) where first.name == second.name: throw .columnTwice
    case .freshness(_, let days) where days < 0: throw .negativeAge(days)
    default: break
    }
    guard !ValidationRule.clauses(of: kind).contains(where: \.hasNoLevels) else {
      throw .noLevels
    }
    self.name = name
    self.kind = kind
    self.thresholds = thresholds
  }

  private static func clauses(of kind: Kind) -> [Clause] {
    switch kind {
    case .cells(let column, let test): [Clause(column, test)]
    case .condition(let when, let then): when + [then]
    case .unique, .dateOrder, .rowCount, .freshness: []
    }
  }

  /// Throws when the rule speaks of columns or levels that are not there.
  package func fits(_ shape: TableShape) throws(ColumnFault) {
    switch kind {
    case .cells(let column, let test): try Clause(column, test).fits(shape)
    case .condition(let when, let then):
      for clause in when { try clause.fits(shape) }
      try then.fits(shape)
    case .unique(let columns): for column in columns { _ = try shape.column(column) }
    case .dateOrder(let first, let second, _):
      try shape.require(first, .date)
      try shape.require(second, .date)
    case .rowCount: break
    case .freshness(let column, _): try shape.require(column, .date)
    }
  }
}

/// The rules of one source.
package struct SourceValidation: Sendable, Hashable {
  package let source: String
  package let rules: [ValidationRule]
  /// What messages about the source as a whole call its files; its name when nil.
  package let files: String?

  package init(source: String, rules: [ValidationRule], files: String? = nil) {
    self.source = source
    self.rules = rules
    self.files = files
  }
}

/// A column and what its cell must be.
package struct Clause: Sendable, Hashable {
  package let column: RuleColumn
  package let test: CellTest

  package init(_ column: RuleColumn, _ test: CellTest) {
    self.column = column
    self.test = test
  }

  var hasNoLevels: Bool {
    switch test {
    case .levels(let levels), .includes(let levels), .excludes(let levels): levels.isEmpty
    case .present, .absent, .numbers, .dates, .form: false
    }
  }

  package func fits(_ shape: TableShape) throws(ColumnFault) {
    switch test {
    case .present, .absent: _ = try shape.column(column)
    case .numbers: try shape.require(column, .number)
    case .dates: try shape.require(column, .date)
    case .levels(let levels): try shape.require(levels, of: column, .category)
    case .includes(let choices), .excludes(let choices):
      try shape.require(choices, of: column, .choices)
    case .form: try shape.require(column, .text)
    }
  }
}

/// From which number to which, both included.
package struct NumberRange: Sendable, Hashable {
  package let minimum: Double?
  package let maximum: Double?

  package init(minimum: Double? = nil, maximum: Double? = nil) throws(ValidationRuleError) {
    guard minimum != nil || maximum != nil else { throw .noBounds }
    for bound in [minimum, maximum].compactMap(\.self) where !bound.isFinite {
      throw .boundNotFinite
    }
    if let minimum, let maximum, minimum > maximum {
      throw .boundsBackwards(minimum.shortest, maximum.shortest)
    }
    self.minimum = minimum
    self.maximum = maximum
  }

  func contains(_ number: Double) -> Bool {
    number >= minimum ?? -.infinity && number <= maximum ?? .infinity
  }

  /// The range in words, such as "from 1 to 5".
  var words: String {
    switch (minimum, maximum) {
    case (let low?, let high?): "from \(low.shortest) to \(high.shortest)"
    case (let low?, nil): "of at least \(low.shortest)"
    default: "of at most \((maximum ?? 0).shortest)"
    }
  }
}

/// From which day to which, both included.
package struct DateRange: Sendable, Hashable {
  package enum Bound: Sendable, Hashable {
    case day(CalendarDate)
    case asOf

    func day(asOf: CalendarDate) -> CalendarDate {
      switch self {
      case .day(let day): day
      case .asOf: asOf
      }
    }

    fileprivate func words(asOf: CalendarDate?) -> String {
      switch self {
      case .day(let day): day.description
      case .asOf: asOf?.description ?? asOfWords
      }
    }
  }

  package let earliest: Bound?
  package let latest: Bound?

  package init(earliest: Bound? = nil, latest: Bound? = nil) throws(ValidationRuleError) {
    guard earliest != nil || latest != nil else { throw .noBounds }
    if case .day(let first) = earliest, case .day(let last) = latest, first > last {
      throw .boundsBackwards(first.description, last.description)
    }
    self.earliest = earliest
    self.latest = latest
  }

  /// The range in words, such as "on or after 2010-04-01".
  func words(asOf: CalendarDate?) -> String {
    switch (earliest?.words(asOf: asOf), latest?.words(asOf: asOf)) {
    case (let first?, let last?): "from \(first) to \(last)"
    case (let first?, nil): "on or after \(first)"
    case (nil, let last?): "on or before \(last)"
    case (nil, nil): "on any day"
    }
  }
}

/// Why a validation rule cannot be.
package enum ValidationRuleError: Error, Sendable, Hashable {
  case noBounds
  case boundNotFinite
  case boundsBackwards(String, String)
  case noColumns
  case columnTwice
  case noCondition
  case negativeAge(Int)
  case noLevels
  case emptyForm
  case runBackwards(atLeast: Int, atMost: Int)
  case formTooLong(Int)
  case countBelowOne(Int)
  case shareOutside(Double)
  case thresholdsBackwards
}

extension ValidationRuleError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noBounds: "a range needs a lowest or a highest value"
    case .boundNotFinite: "the bounds of a range are numbers"
    case .boundsBackwards(let low, let high):
      "no value is from \(low) to \(high): the lowest stands first"
    case .noColumns: "name at least one column"
    case .columnTwice: "the same column stands twice in the rule"
    case .noCondition: "say when the rule applies"
    case .negativeAge(let days): "data cannot be at most \(days) days old: give 0 or more"
    case .noLevels: "name at least one level"
    case .emptyForm: "a form needs at least one part, and each part at least one letter"
    case .runBackwards(let low, let high):
      "no part has from \(low) to \(high) letters: the smaller number, 0 or more, stands first"
    case .formTooLong(let length):
      "a form of \(length) letters is too long: at most \(FormMatcher.maximumLength) can be told "
        + "one by one; use a part without a largest length"
    case .countBelowOne(let count): "a threshold of \(count) rows is always reached: give 1 or more"
    case .shareOutside(let share):
      "a threshold is a share above 0 and up to 1, such as 0.05: found \(share.shortest)"
    case .thresholdsBackwards:
      "the threshold for a note must not be above that for a warning, nor that above stop"
    }
  }
}
