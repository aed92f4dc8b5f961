import Statistics

/// A formula in R's notation: `y ~ a + b`, `y ~ a*b + (1|id)`.
struct ModelFormula {
  let outcome: String
  /// The names of the terms in order; an interaction is `a:b`.
  let terms: [String]
  /// What stands behind the bar of a random intercept.
  let cluster: String?

  init(_ text: String) throws {
    let sides = text.filter { $0 != " " }.split(separator: "~", maxSplits: 1)
    guard sides.count == 2 else { throw CaseError.notUnderstood(text) }
    outcome = String(sides[0])
    var (main, interactions): ([String], [String]) = ([], [])
    var cluster: String?
    for part in sides[1].split(separator: "+") {
      if part.hasPrefix("(1|"), part.hasSuffix(")") {
        cluster = String(part.dropFirst(3).dropLast())
        continue
      }
      let crossed = part.split(separator: "*").map(String.init)
      if crossed.count == 2 { interactions.append(crossed.joined(separator: ":")) }
      guard crossed.count <= 2 else { throw CaseError.notUnderstood(text) }
      for name in crossed {
        if name.contains(":") {
          interactions.append(name)
        } else if name != "1", !main.contains(name) {
          main.append(name)
        }
      }
    }
    // R puts interactions behind all main terms.
    terms = main + interactions
    self.cluster = cluster
  }
}

/// A model of a case: the rows in which nothing is missing.
struct CaseModel {
  let formula: ModelFormula
  let design: DesignMatrix
  let outcome: [Double]
  fileprivate let rows: [Int]

  /// The labels of the rows that are in the model, as numbers.
  func labels(_ labels: [String?]) -> [Int] {
    let kept = rows.map { labels[$0] ?? "" }
    return Factor(kept).codes
  }
}

extension ReferenceCase {
  func model() throws -> CaseModel {
    let formula = try ModelFormula(text("formula"))
    let mains = formula.terms.filter { !$0.contains(":") }
    let named = [formula.outcome] + mains + (formula.cluster.map { [$0] } ?? [])
    let cells = try named.map { try table.texts($0).map { $0 == "NA" ? nil : $0 } }
    let rows = try (0..<table.rowCount).filter { row in cells.allSatisfy { $0[row] != nil } }
    let outcome = try rows.map { row in
      guard let number = cells[0][row].flatMap(Double.init) else {
        throw CaseError.noColumn(formula.outcome)
      }
      return number
    }
    var design = DesignMatrix(count: rows.count)
    for (place, name) in mains.enumerated() {
      let column = rows.compactMap { cells[place + 1][$0] }
      let numbers = column.compactMap { Double($0) }
      if numbers.count == column.count {
        try design.add(numbers.span, named: name)
      } else {
        try design.add(Factor(column), named: name)
      }
    }
    for interaction in formula.terms where interaction.contains(":") {
      let parts = interaction.split(separator: ":").map(String.init)
      guard parts.count == 2 else { throw CaseError.notUnderstood(interaction) }
      try design.addInteraction(of: parts[0], with: parts[1])
    }
    return CaseModel(formula: formula, design: design, outcome: outcome, rows: rows)
  }

  /// Some numbers and one label of the rows in which none of them is missing.
  func completeRows(
    _ names: [String], _ label: String
  ) throws -> (numbers: [[Double]], labels: [String]) {
    let columns = try names.map { try column($0) }
    let labels = try texts(ofColumn: label)
    let rows = labels.indices.filter { row in
      labels[row] != nil && columns.allSatisfy { $0[row] != nil }
    }
    return (
      columns.map { column in rows.compactMap { column[$0] } }, rows.compactMap { labels[$0] }
    )
  }
}
