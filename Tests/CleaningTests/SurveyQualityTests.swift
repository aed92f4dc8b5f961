import Cleaning
import EvaluationData
import Testing

private let items = ["q1", "q2", "q3", "q4", "q5", "q6"].map { column($0) }

/// A row is written as one digit an item, a space for no answer.
private func answers(_ rows: [String], asLevels: Bool = false) -> Table {
  let columns = items.indices.map { item in
    let digits = rows.map { row in Array(row)[item] }
    let cells: Cells =
      asLevels
      ? .category(["1", "2", "3", "4", "5"], digits.map { $0 == " " ? "skipped" : String($0) })
      : .numbers(digits.map { $0.wholeNumberValue.map(Double.init) })
    return (items[item].name, cells)
  }
  return table(columns)
}

private func report(_ rules: SurveyQualityRules, _ table: Table) throws -> SurveyQualityReport {
  try surveyQuality(of: table, by: rules, asOf: asOf)
}

struct SurveyQualityTests {
  @Test(arguments: [true, false])
  func `the same answer to every item is flagged`(asLevels: Bool) throws {
    let table = answers(["333333", "333334", "1 1111", "22   2", "      "], asLevels: asLevels)
    let grid = try AnswerGrid(Named("confidence", label: "Confidence"), items: items)
    let report = try report(SurveyQualityRules(grids: [grid]), table)
    let expected = "straight-lining: expected different answers to the 6 items of 'Confidence'"
    #expect(
      report.problems.map(\.description) == [
        "members.csv:2: column 'Q1': \(expected)", "members.csv:4: column 'Q1': \(expected)",
      ])
    #expect(report.results.map(\.checked) == [3])
    #expect(report.flaggedRows == 2)
  }

  @Test func `an answer that was not the first one is compared too`() throws {
    let grid = try AnswerGrid(Named("g"), items: items)
    let report = try report(SurveyQualityRules(grids: [grid]), answers([" 22222", " 22223"]))
    #expect(report.results.map(\.rows) == [[0]])
  }

  @Test func `reversed items must be answered alike as they stand`() throws {
    // A careful answer turns round with the wording; whoever left one kind out tells nothing.
    let table = answers(["555555", "555511", "5555 5", "55555 "])
    let grid = try AnswerGrid(
      Named("g", label: "Grid"), items: items, reversed: ["q5", "q6"])
    let report = try report(SurveyQualityRules(grids: [grid]), table)
    #expect(report.results.map(\.rows) == [[0, 2, 3]])
    #expect(
      report.problems[0].description
        == "members.csv:2: column 'Q1': straight-lining: expected different answers to the 6 items "
        + "of 'Grid', some worded the other way round")
    let last = try AnswerGrid(Named("g"), items: items, reversed: ["q6"])
    let other = try surveyQuality(
      of: table, by: SurveyQualityRules(grids: [last]), asOf: asOf)
    #expect(other.results.map(\.checked) == [3])
    #expect(other.results.map(\.rows) == [[0, 2]])
    let most = try AnswerGrid(Named("g"), items: items, reversed: ["q2", "q3", "q4", "q5", "q6"])
    let without = try surveyQuality(
      of: answers([" 55555", "5 5555"]), by: SurveyQualityRules(grids: [most]), asOf: asOf)
    #expect(without.results.map(\.rows) == [[1]])
  }

  @Test func `the order of the items does not matter`() throws {
    let table = answers(["333333", "3 3333", "121212", "444445"])
    let forward = try AnswerGrid(Named("g"), items: items)
    let backward = try AnswerGrid(Named("g"), items: items.reversed())
    let rows = try [forward, backward].map { grid in
      try report(SurveyQualityRules(grids: [grid]), table).results[0].rows
    }
    #expect(rows == [[0, 1], [0, 1]])
  }

  @Test func `a fraction of the median and a shortest duration are both floors`() throws {
    let durations: [Double?] = [100, 100, 100, 100, 100, 100, 100, 49.9, 50, 20, nil]
    let table = table([("seconds", .numbers(durations))])
    func problems(_ fraction: Double?, _ minimum: Double?) throws -> [String] {
      let limit = try SpeedLimit(
        Named("s"), duration: column("seconds"), fractionOfMedian: fraction, minimum: minimum)
      let result = try report(SurveyQualityRules(speedLimits: [limit]), table).results[0]
      #expect(result.checked == 10)
      return result.problems.map(\.description)
    }
    let half = "speeding: expected a duration of at least 0.5 of the median"
    #expect(
      try problems(0.5, nil) == [
        "members.csv:9: column 'SECONDS': \(half)", "members.csv:11: column 'SECONDS': \(half)",
      ])
    #expect(
      try problems(nil, 30) == [
        "members.csv:11: column 'SECONDS': speeding: expected a duration of at least 30"
      ])
    let both = "speeding: expected a duration of at least 50 and at least 0.1 of the median"
    #expect(
      try problems(0.1, 50) == [
        "members.csv:9: column 'SECONDS': \(both)", "members.csv:11: column 'SECONDS': \(both)",
      ])
  }

  @Test(arguments: [9, 10])
  func `a median of few durations is not used`(count: Int) throws {
    let durations = (1..<count).map { _ in 100.0 as Double? } + [1]
    let limit = try SpeedLimit(Named("s"), duration: column("d"), fractionOfMedian: 0.5)
    let result = try report(
      SurveyQualityRules(speedLimits: [limit]), table([("d", .numbers(durations))])
    ).results[0]
    #expect(result.checked == (count < 10 ? 0 : 10))
    #expect(result.rows == (count < 10 ? [] : [9]))
  }

  @Test func `the median is the middle of the values in order`() throws {
    // The smallest duration that is let pass tells the median.
    func isBelowHalf(_ value: Double, of others: [Double]) throws -> Bool {
      let limit = try SpeedLimit(Named("s"), duration: column("d"), fractionOfMedian: 0.5)
      let table = table([("d", .numbers((others + [value]).map { $0 }))])
      return try report(SurveyQualityRules(speedLimits: [limit]), table)
        .results[0].rows.contains(others.count)
    }
    // With the value itself: the middle two of ten are 40 and 60, so half is 25.
    let others: [Double] = [1e300, 60, 40, 90, 40, 30, 70, 60, 35]
    #expect(try isBelowHalf(24.9, of: others))
    #expect(try !isBelowHalf(25, of: others))
    // Of eleven the middle one is 60: 30 is half.
    #expect(try isBelowHalf(29.9, of: others + [60]))
    #expect(try !isBelowHalf(30, of: others + [60]))
    // Numbers below zero stand first in order: the middle two are 40 and 60.
    let damaged: [Double] = [-8, -7, -60, 40, 60, 90, 100, 100, 100]
    #expect(try isBelowHalf(24.9, of: damaged))
    #expect(try !isBelowHalf(25, of: damaged))
    #expect(try isBelowHalf(-1, of: [-8, -7, -60, -50, -20, -40, -30, -10, -5]))
  }

  @Test func `two answers that exclude each other are flagged`() throws {
    let columns = table([
      ("came", .category(["yes", "no"], ["no", "no", "yes", "skipped", "no"])),
      (
        "rating",
        .numbers([
          .value(4), .missing(.skipped), .value(4), .value(4), .missing(.unreadable),
        ])
      ),
    ])
    let pair = try Contradiction(
      Named("rated"), Clause(column("came"), .levels([Named("no", label: "No")])),
      Clause(column("rating"), .present))
    let report = try report(SurveyQualityRules(contradictions: [pair]), columns)
    #expect(
      report.problems.map(\.description) == [
        "members.csv:2: column 'RATING': contradictory-answers: expected at most one of these: "
          + "'CAME' is No; 'RATING' is filled in"
      ])
    #expect(report.results.map(\.checked) == [3])
  }

  @Test func `a row with several flags counts once and keeps its reasons`() throws {
    let columns = answers(["333333", "123451", "333333"]).columns.map { ($0.name.name, $0.cells) }
    let table = table(columns + [("minutes", .numbers([1, 1, 9]))])
    let rules = SurveyQualityRules(
      grids: [try AnswerGrid(Named("grid"), items: items)],
      speedLimits: [try SpeedLimit(Named("speed"), duration: column("minutes"), minimum: 2)])
    let report = try report(rules, table)
    #expect(report.flaggedRows == 3)
    #expect(
      (0..<3).map { report.flags(of: $0).map(\.name) } == [["grid", "speed"], ["speed"], ["grid"]])
    #expect(report.results.map(\.kind) == [.straightLining, .speeding])
    #expect(table.rowCount == 3)
  }
}

struct SurveyQualityRuleTests {
  @Test func `rules that can say nothing are refused`() {
    #expect(throws: SurveyQualityRuleError.tooFewItems(4)) {
      try AnswerGrid(Named("g"), items: Array(items.prefix(4)))
    }
    #expect(throws: SurveyQualityRuleError.tooFewItems(3)) {
      try AnswerGrid(Named("g"), items: items, answered: 3)
    }
    #expect(throws: SurveyQualityRuleError.moreThanItems(7, of: 6)) {
      try AnswerGrid(Named("g"), items: items, answered: 7)
    }
    #expect(throws: SurveyQualityRuleError.itemTwice) {
      try AnswerGrid(Named("g"), items: items + [items[0]])
    }
    #expect(throws: SurveyQualityRuleError.reversedIsNoItem("q7")) {
      try AnswerGrid(Named("g"), items: items, reversed: ["q1", "q7", "q8"])
    }
    #expect(throws: SurveyQualityRuleError.allReversed) {
      try AnswerGrid(Named("g"), items: items, reversed: Set(items.map(\.name)))
    }
    #expect(throws: SurveyQualityRuleError.noSpeedLimit) {
      try SpeedLimit(Named("s"), duration: column("d"))
    }
    #expect(throws: SurveyQualityRuleError.fractionOutside(1)) {
      try SpeedLimit(Named("s"), duration: column("d"), fractionOfMedian: 1)
    }
    #expect(throws: SurveyQualityRuleError.minimumOutside(0)) {
      try SpeedLimit(Named("s"), duration: column("d"), minimum: 0)
    }
    #expect(throws: SurveyQualityRuleError.noLevels) {
      try Contradiction(
        Named("c"), Clause(column("a"), .levels([])), Clause(column("b"), .present))
    }
  }

  @Test(arguments: [
    (
      SurveyQualityRuleError.tooFewItems(4),
      "the same answer to 4 items says little: a grid needs at least 5"
    ),
    (.moreThanItems(7, of: 6), "nobody can answer 7 items of a grid of 6"),
    (.itemTwice, "the same item stands twice in the grid"),
    (.reversedIsNoItem("q7"), "'q7' is no item of the grid"),
    (.allReversed, "not all items can be worded the other way round: leave 'reversed' out"),
    (.noSpeedLimit, "give a fraction of the median or a shortest duration"),
    (.fractionOutside(1), "a fraction of the median lies between 0 and 1: found 1"),
    (.noLevels, "name at least one level"),
    (.minimumOutside(0), "the shortest duration is a number above 0: found 0"),
  ])
  func `each fault has its words`(_ error: SurveyQualityRuleError, words: String) {
    #expect(error.description == words)
  }

  @Test func `items of different levels or types are refused`() throws {
    let five = (1...5).map { column("q\($0)") }
    let grid = SurveyQualityRules(grids: [try AnswerGrid(Named("g"), items: five)])
    func columns(_ last: Cells, _ first: Cells) -> Table {
      table(five.map { ($0.name, $0.name == "q5" ? last : first) })
    }
    let levels = Cells.category(["a", "b"], ["a"])
    #expect(throws: ColumnFault.differentLevels("q1", "q5")) {
      try report(grid, columns(.category(["b", "a"], ["a"]), levels))
    }
    #expect(throws: ColumnFault.wrongType(column: "q5", found: .number, needed: [.category])) {
      try report(grid, columns(.numbers([1]), levels))
    }
    #expect(
      throws: ColumnFault.wrongType(column: "q1", found: .text, needed: [.category, .number])
    ) { try report(grid, columns(levels, .texts(["a"]))) }
    let speed = SurveyQualityRules(
      speedLimits: [try SpeedLimit(Named("s"), duration: column("q1"), minimum: 1)])
    #expect(throws: ColumnFault.wrongType(column: "q1", found: .category, needed: [.number])) {
      try report(speed, columns(levels, levels))
    }
    let pair = try Contradiction(
      Named("p"), Clause(column("q1"), .present), Clause(column("q9"), .present))
    #expect(throws: ColumnFault.unknownColumn("q9", source: "members", nearest: "q1")) {
      try report(SurveyQualityRules(contradictions: [pair]), columns(levels, levels))
    }
    #expect(
      ColumnFault.differentLevels("q1", "q5").description
        == "columns 'q1' and 'q5' have different levels, so that no answers are the same")
    #expect(
      ColumnFault.wrongType(column: "q1", found: .text, needed: [.category, .number]).description
        == "column 'q1' is of type text; the rule needs type category or number")
  }
}
