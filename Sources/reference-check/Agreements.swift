import Statistics

/// Agreement between coders.
let agreements: Family = [
  "agreement.cohen_kappa": { reference in
    let table = try reference.crossTable()
    var results = Results()
    results["n"] = .count(table.reduce(0) { $0 + $1.reduce(0, +) })
    try results.addPercentAgreement(table)
    for weights in AgreementWeights.allCases {
      let name = weights == .unweighted ? "none" : weights.rawValue
      try results.add(["kappa", "ase", "ci95_low", "ci95_high"].map { "\($0)_\(name)" }) {
        let kappa = try CohensKappa(table: table, weights: weights)
        return [
          kappa.kappa.estimate, kappa.standardError, kappa.kappa.lower, kappa.kappa.upper,
        ]
      }
    }
    return results
  },
  "agreement.gwet_ac1_pabak": { reference in
    let table = try reference.crossTable()
    let ratings = try RatingTable(table: table)
    var results = Results()
    try results.addPercentAgreement(table)
    try results.add(["gwet_ac1", "gwet_ac1_se"]) {
      let coefficient = try GwetsCoefficient(ratings)
      return [coefficient.estimate, coefficient.standardError]
    }
    try results.add("gwet_ac2_quadratic") {
      try GwetsCoefficient(ratings, weights: .quadratic).estimate
    }
    try results.add(["pabak_brennan_prediger", "pabak_se"]) {
      let coefficient = try BrennanPredigerCoefficient(ratings)
      return [coefficient.estimate, coefficient.standardError]
    }
    try results.add("scott_pi") { try FleissKappa(ratings).estimate }
    try results.add("krippendorff_alpha_nominal") {
      try KrippendorffsAlpha(
        ratings: reference.complete([reference.text("rater1"), reference.text("rater2")])
          .transposed, scale: .nominal
      ).estimate
    }
    return results
  },
  "agreement.fleiss_kappa": { reference in
    let ratings = try reference.categoryNumbers()
    let complete = ratings.rows.filter { !$0.contains(nil) }
    var results: Results = ["units_complete": .count(complete.count)]
    let kappa = { () throws(SampleError) -> FleissKappa in
      try FleissKappa(RatingTable(ratings: complete, categoryCount: ratings.count))
    }
    try results.add(["fleiss_kappa_complete_cases", "z_null"]) {
      let kappa = try kappa()
      return [kappa.estimate, kappa.chanceTest?.statistic]
    }
    // The references take p from 1 less the lower tail, which leaves few digits of a small one.
    let pValue = (try? kappa())?.chanceTest?.pValue
    if pValue ?? 1 > 1e-6 { try results.add("p") { try kappa().chanceTest?.pValue } }
    return results
  },
  "agreement.gwet_ac1_multirater": { reference in
    let ratings = try reference.categoryNumbers()
    var results = Results()
    // With one category in the file, how many there were to choose from is not known.
    let table = try RatingTable(ratings: ratings.rows, categoryCount: max(2, ratings.count))
    try results.add("percent_agreement_pairwise") {
      try BrennanPredigerCoefficient(table).percentAgreement
    }
    try results.add("fleiss_kappa_with_missing") { try FleissKappa(table).estimate }
    guard ratings.count >= 2 else { return results }
    try results.add(["gwet_ac1", "gwet_ac1_se"]) {
      let coefficient = try GwetsCoefficient(table)
      return [coefficient.estimate, coefficient.standardError]
    }
    try results.add("brennan_prediger") { try BrennanPredigerCoefficient(table).estimate }
    return results
  },
  "agreement.krippendorff_alpha": { reference in
    let rows = try reference.rows()
    var results = Results()
    for scale in KrippendorffsAlpha.Scale.allCases {
      do {
        results["alpha_\(scale.rawValue)"] = .number(
          try KrippendorffsAlpha(ratings: rows, scale: scale).estimate)
      } catch SampleError.oneCategory {
        // Some references print 1 for 0/0, others nothing: there is nothing to compare.
        continue
      }
    }
    return results
  },
  "agreement.precision_recall_f1": { reference in
    let pairs = try reference.textPairs("truth", "predicted")
    let labels = Set(pairs.flatMap { [$0.0, $0.1] }).sorted(by: inOrder)
    let table = crossTable(pairs, labels)
    let agreement = try ClassificationAgreement(table: table, undefined: .zero)
    var results: Results = [
      "labels": labels.map { Double($0).map(ReferenceValue.number) ?? .text($0) }.referenceValue,
      "n": .count(agreement.count),
      "accuracy": .number(agreement.accuracy.estimate),
      "confusion_rows_truth": table.referenceValue,
      "support": agreement.categories.map(\.support).referenceValue,
      "balanced_accuracy": .number(agreement.balancedAccuracy),
      "precision_weighted": .number(agreement.weighted.precision),
      "recall_weighted": .number(agreement.weighted.recall),
      "f1_weighted": .number(agreement.weighted.f1),
    ]
    // The convention of these names: an undefined share counts as zero.
    for (name, share) in [
      ("precision", \ClassificationAgreement.Category.precision), ("recall", \.recall),
      ("f1", \.f1),
    ] {
      results[name] = agreement.categories.map { $0[keyPath: share]?.estimate ?? 0 }.referenceValue
      results["\(name)_micro"] = .number(agreement.accuracy.estimate)
    }
    results["mcc"] = agreement.matthewsCorrelation.map(ReferenceValue.number)
    results.addMacro(agreement, suffix: "")
    results.addMacro(
      try ClassificationAgreement(table: table, undefined: .leftOut),
      suffix: "_undefined_skipped")
    return results
  },
]

extension Results {
  fileprivate mutating func addPercentAgreement(_ table: [[Int]]) throws {
    let agreed = table.indices.reduce(0) { $0 + table[$1][$1] }
    let count = table.reduce(0) { $0 + $1.reduce(0, +) }
    try add("percent_agreement") {
      try WilsonInterval(successes: agreed, trials: count).interval.estimate
    }
  }

  fileprivate mutating func addMacro(_ agreement: ClassificationAgreement, suffix: String) {
    self["precision_macro\(suffix)"] = (agreement.macro?.precision.estimate).referenceValue
    self["recall_macro\(suffix)"] = (agreement.macro?.recall.estimate).referenceValue
    self["f1_macro\(suffix)"] = (agreement.macro?.f1.estimate).referenceValue
  }
}

extension ReferenceCase {
  /// The columns named by two parameters, where neither is missing.
  fileprivate func textPairs(_ first: String, _ second: String) throws -> [(String, String)] {
    try zip(texts(ofColumn: text(first)), texts(ofColumn: text(second)))
      .compactMap { first, second in
        guard let first, let second else { return nil }
        return (first, second)
      }
  }

  /// How often two raters gave each pair of the categories that the case declares.
  fileprivate func crossTable() throws -> [[Int]] {
    let pairs = try textPairs("rater1", "rater2").map {
      (withoutFraction($0.0), withoutFraction($0.1))
    }
    let declared = has("categories") ? try texts("categories").map(withoutFraction) : nil
    return reference_check.crossTable(
      pairs, declared ?? Set(pairs.flatMap { [$0.0, $0.1] }).sorted(by: inOrder))
  }

  /// All columns as raters, with the categories that occur numbered in their order.
  fileprivate func categoryNumbers() throws -> (rows: [[Int?]], count: Int) {
    let table = try table
    let columns = try table.names.map { try table.texts($0) }
    let categories = Set(columns.joined().compactMap(\.self)).sorted(by: inOrder)
    let rows = (0..<table.rowCount).map { row in
      columns.map { column in column[row].flatMap { categories.firstIndex(of: $0) } }
    }
    return (rows, categories.count)
  }
}

/// Numbers by size, before words by letter.
func inOrder(_ first: String, _ second: String) -> Bool {
  switch (Double(first), Double(second)) {
  case (let first?, let second?): first < second
  case (.some, nil): true
  case (nil, .some): false
  case (nil, nil): first < second
  }
}

private func withoutFraction(_ text: String) -> String {
  Double(text).flatMap { Int(exactly: $0) }.map { "\($0)" } ?? text
}

private func crossTable(_ pairs: [(String, String)], _ categories: [String]) -> [[Int]] {
  var table = categories.map { _ in categories.map { _ in 0 } }
  let place = Dictionary(zip(categories, categories.indices)) { first, _ in first }
  for (first, second) in pairs {
    guard let row = place[first], let column = place[second] else { continue }
    table[row][column] += 1
  }
  return table
}

extension [[Double]] {
  fileprivate var transposed: [[Double?]] {
    guard let first else { return [] }
    return first.indices.map { row in map { $0[row] } }
  }
}
