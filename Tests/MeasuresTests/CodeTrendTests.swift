import EvaluationData
import Measures
import Testing

@Suite struct CodeTrendTests {
  private static func findings(
    _ trend: CodeTrendSpec, _ column: Column, _ codes: [[String]],
    asOf: CalendarDate = Tables.day(3000)
  ) -> Findings {
    let table = Tables.table(
      "cards", [Tables.text("comment", codes.map { _ in "a" }), column])
    var spec = MeasureSpec()
    var frequencies = CodeFrequencySpec(source: "cards", text: "comment", by: [])
    frequencies.trend = trend
    spec.coding = [frequencies]
    let coded = CodedText(
      source: "cards", column: "comment", codes: Tables.choices(["tea"], codes), matches: [])
    return Findings(spec, [table], coded: [coded], asOf: asOf)
  }

  private static func waves(_ shares: [(count: Int, of: Int)]) -> Findings {
    let names = shares.indices.map { "w\($0)" }
    let rows = shares.enumerated().flatMap { index, share in
      (0..<share.of).map { (wave: names[index], codes: $0 < share.count ? ["tea"] : []) }
    }
    return findings(
      .waves(column: "wave"), Tables.category("wave", names, rows.map { $0.wave }),
      rows.map { $0.codes })
  }

  @Test func `months without a response stay in the row of time`() throws {
    let found = Self.findings(
      .dates(column: "on", every: .month), Tables.date("on", [0, 3, 62, 70, nil, 5000]),
      [["tea"], [], ["tea"], ["tea"], ["tea"], []])
    let january = try found("trend/cards/comment/tea/2010-01/share")
    #expect(january.value == 0.5 && january.base == 2)
    #expect(try found("trend/cards/comment/tea/2010-02/share").base == 0)
    #expect(try found.value("trend/cards/comment/tea/2010-02/share") == nil)
    #expect(try found.value("trend/cards/comment/tea/2010-03/count") == 2)
    // Without a date, and after the as-of date.
    let rest = try found("trend/cards/comment/tea/not-stated/count")
    #expect(rest.value == 1 && rest.base == 2)
    #expect(rest.wave?.label == "Not stated")
  }

  @Test func `the period before is the last that has a response`() throws {
    let found = Self.findings(
      .dates(column: "on", every: .month), Tables.date("on", [0, 3, 62, 70, 95]),
      [["tea"], [], ["tea"], ["tea"], []])
    #expect(try found.value("trend/cards/comment/tea/2010-03/change-from-previous") == 0.5)
    #expect(try found.value("trend/cards/comment/tea/2010-04/change-from-previous") == -1)
    #expect(try found.value("trend/cards/comment/tea/2010-04/change-from-first") == -0.5)
    #expect(!found.has("trend/cards/comment/tea/2010-02/change-from-first"))
    let change = try found("trend/cards/comment/tea/2010-04/change-from-previous")
    #expect(change.derivedFrom == ["trend/cards/comment/tea/2010-03"])
    #expect(change.verdict == .tooFew)
  }

  @Test func `quarters and years have names of their own`() throws {
    let days = Tables.date("on", [0, 89, 90, 364, 365])
    let codes = [[String]](repeating: ["tea"], count: 5)
    let quarters = Self.findings(.dates(column: "on", every: .quarter), days, codes)
    #expect(try quarters.value("trend/cards/comment/tea/2010-q1/count") == 2)
    #expect(try quarters.value("trend/cards/comment/tea/2010-q4/count") == 1)
    let name = try quarters("trend/cards/comment/tea/2011-q1/count").wave
    #expect(name?.label == "2011, quarter 1")
    let years = Self.findings(.dates(column: "on", every: .year), days, codes)
    #expect(try years.value("trend/cards/comment/tea/2010/count") == 4)
  }

  /// Newcombe's limits as R 4.2.2 gives them from Wilson's.
  @Test func `waves follow one another in the order of the schema`() throws {
    let found = Self.waves([(9, 30), (15, 20)])
    let change = try found("trend/cards/comment/tea/w1/change-from-first")
    #expect(change.value == Finding.rounded(0.45) && change.verdict == nil)
    #expect(change.limits?.isClose(0.167538583877, 0.642002821367) == true)
    #expect(!found.has("trend/cards/comment/tea/w0/change-from-first"))
  }

  @Test func `eight periods make a control chart`() throws {
    #expect(
      !Self.waves([(Int, Int)](repeating: (5, 50), count: 7)).all.contains {
        $0.statistic == .processMean
      })
    let found = Self.waves([(Int, Int)](repeating: (5, 50), count: 7) + [(20, 50)])
    let last = try found("trend/cards/comment/tea/w7/process-mean")
    // 55 of 400, and three standard errors of 50 on either side.
    #expect(last.value == 0.1375 && last.limits?.level == 0.9973)
    let reach = 3 * (0.1375 * 0.8625 / 50).squareRoot()
    #expect(last.limits?.upper == Finding.rounded(0.1375 + reach) && last.limits?.lower == 0)
    #expect(last.note == "above what chance gives")
    let first = try found("trend/cards/comment/tea/w0/process-mean")
    #expect(first.note == "one of seven or more periods in a row below the mean")
    #expect(first.derivedFrom.count == 9)
  }

  @Test func `the periods add up to the use of the code`() throws {
    let found = Self.waves([(9, 30), (15, 20), (0, 4)])
    let periods = found.all.filter { $0.measure == .trend && $0.statistic == .count }
    #expect(
      try found.value("coding/cards/comment/tea/count") == periods.compactMap(\.value).reduce(0, +))
    #expect(
      try found("coding/cards/comment/tea/count").base == periods.compactMap(\.base).reduce(0, +))
  }
}
