import EvaluationData

/// Which rows each rule is for, looked up in the table once.
struct RuleConditions: ~Copyable, Sendable {
  struct Condition {
    /// The first of its column's `levels`.
    let firstRow: Int
    /// Its part of `isAllowed`, by level.
    let levels: Range<Int>
    let allowsMissing: Bool
  }

  /// By rule: its part of `conditions`.
  private var conditionsOfRule = FlatList<Range<Int>>()
  private var conditions = FlatList<Condition>()
  private var isAllowed = FlatList<Bool>()
  /// The columns that conditions name, one after another.
  private var levels = FlatList<UInt16>()

  init(_ rules: [TaggingRule], table: Table) {
    var firstRows: [String: Int] = [:]
    for rule in rules {
      let first = conditions.count
      for condition in rule.conditions {
        guard let column = table.category(condition.column) else {
          preconditionFailure("the pipeline was checked: \(condition.column) is a category")
        }
        let firstRow = firstRows[condition.column] ?? levels.count
        if firstRows.updateValue(firstRow, forKey: condition.column) == nil {
          for code in column.codes { levels.append(code) }
        }
        let firstLevel = isAllowed.count
        for level in column.levels { isAllowed.append(condition.levels.contains(level.name)) }
        conditions.append(
          Condition(
            firstRow: firstRow, levels: firstLevel..<isAllowed.count,
            allowsMissing: condition.allowsMissing))
      }
      conditionsOfRule.append(first..<conditions.count)
    }
  }

  /// Whether a row meets all conditions of a rule.
  func hold(for rule: Int, row: Int) -> Bool {
    for index in conditionsOfRule[rule] {
      let condition = conditions[index]
      let level = Int(levels[condition.firstRow + row])
      if level >= condition.levels.count {
        if !condition.allowsMissing { return false }
      } else if !isAllowed[condition.levels.lowerBound + level] {
        return false
      }
    }
    return true
  }
}
