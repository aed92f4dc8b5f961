import Cleaning
import EvaluationData
import Testing

private func derived(
  _ kind: DerivedColumn.Kind, of columns: [(name: String, cells: Cells)]
) throws -> (cells: [String], messages: [String]) {
  let result = try derive(table(columns), [DerivedColumn(Named("new"), kind)], asOf: asOf)
  return (
    result.value.column("new")?.cells.shown ?? [], result.problems.map(\.description)
  )
}

private let ages = try? NumberBands([
  .init(Named("young"), from: 18, below: 35), .init(Named("old"), from: 35, below: 65),
])

struct DerivedBandTests {
  @Test func `a band holds its lower edge and not its upper one`() throws {
    let bands = try #require(ages)
    let (cells, messages) = try derived(
      .band(of: column("age"), bands),
      of: [("age", .numbers([18, 34.999, 35, 64.9, 17.9, 65, nil]))])
    #expect(
      cells == [
        "young", "young", "old", "old", "[unreadable]", "[unreadable]", "[skipped]",
      ])
    let expected = "out-of-range: expected a number of at least 18 and below 65"
    #expect(
      messages == [
        "members.csv:6: column 'AGE': \(expected)", "members.csv:7: column 'AGE': \(expected)",
      ])
  }

  @Test func `the outermost bands may be open`() throws {
    let bands = try NumberBands([
      .init(Named("low"), below: 0), .init(Named("middle"), from: 0, below: 1),
      .init(Named("high"), from: 1),
    ])
    let (cells, messages) = try derived(
      .band(of: column("n"), bands), of: [("n", .numbers([-1e300, -0.0, 0.5, 1, 1e300]))])
    #expect(cells == ["low", "middle", "middle", "high", "high"])
    #expect(messages == [])
    let above = try NumberBands([.init(Named("adult"), from: 18)])
    #expect(
      try derived(.band(of: column("n"), above), of: [("n", .numbers([17]))]).messages == [
        "members.csv:2: column 'N': out-of-range: expected a number of at least 18"
      ])
  }

  @Test func `every reason why a number is missing is carried on`() throws {
    let cells = MissingReason.allCases.map { Cell<Double>.missing($0) }
    let bands = try #require(ages)
    let (derivedCells, messages) = try derived(
      .band(of: column("n"), bands), of: [("n", .numbers(cells))])
    #expect(derivedCells == MissingReason.allCases.map { "[\($0.rawValue)]" })
    #expect(messages == [])
  }

  @Test func `bands with a gap, an overlap or no inside are refused`() {
    func refuses(_ bands: [NumberBands.Band], _ words: String) {
      do {
        _ = try NumberBands(bands)
        Issue.record("the bands were accepted")
      } catch { #expect(error.description == words) }
    }
    let (a, b) = (Named("a"), Named("b"))
    refuses([], "give at least one level")
    refuses(
      (0..<1001).map { .init(Named("\($0)"), from: Double($0), below: Double($0 + 1)) },
      "1001 levels are too many: at most 1000 can be told apart")
    refuses([.init(a, from: 0, below: 1), .init(a, from: 1)], "level 'a' stands twice")
    refuses([.init(a, from: .nan)], "the edges of 'a' are numbers")
    refuses([.init(a, from: 2, below: 2)], "nothing lies in 'a', from 2 and below 2")
    refuses(
      [.init(a, from: 0), .init(b, from: 1)],
      "'a' has an open end beside another level: only the first may lack its lower edge and the "
        + "last its upper one")
    refuses(
      [.init(a, from: 0, below: 1), .init(b, below: 2)],
      "'b' has an open end beside another level: only the first may lack its lower edge and the "
        + "last its upper one")
    refuses(
      [.init(a, from: 18, below: 34), .init(b, from: 35)],
      "between 'a', below 34, and 'b', from 35, is a gap: each begins where the one before it ends"
    )
    refuses(
      [.init(a, from: 18, below: 36), .init(b, from: 35)],
      "'a', below 36, and 'b', from 35, overlap or are out of order: each begins where the one "
        + "before it ends")
  }
}

struct DerivedWaveTests {
  private let waves = try? DateWaves([
    .init(Named("before", label: "Before"), last: day("2010-03-31")),
    .init(Named("mid", label: "Mid"), first: day("2010-06-01"), last: day("2010-06-30")),
  ])

  @Test func `a wave holds its first and its last day`() throws {
    let waves = try #require(waves)
    let days = [
      "1999-01-01", "2010-03-31", "2010-04-01", "2010-06-01", "2010-06-30", "2010-07-01",
      "dont-know",
    ]
    let (cells, messages) = try derived(
      .wave(of: column("d"), waves), of: [("d", .dates(days))])
    #expect(
      cells == [
        "before", "before", "[unreadable]", "mid", "mid", "[unreadable]", "[dont-know]",
      ])
    let expected =
      "outside-waves: expected a day of Before (on or before 2010-03-31) or Mid (from 2010-06-01 "
      + "to 2010-06-30)"
    #expect(
      messages == [
        "members.csv:4: column 'D': \(expected)", "members.csv:7: column 'D': \(expected)",
      ])
  }

  @Test func `waves that overlap or have no day are refused`() {
    func refuses(_ waves: [DateWaves.Wave], _ words: String) {
      do {
        _ = try DateWaves(waves)
        Issue.record("the waves were accepted")
      } catch { #expect(error.description == words) }
    }
    let (a, b) = (Named("a"), Named("b"))
    let (first, last) = (day("2010-01-01"), day("2010-01-31"))
    refuses([], "give at least one level")
    refuses([.init(a), .init(a)], "level 'a' stands twice")
    refuses(
      [.init(a, first: last, last: first)], "no day lies in 'a', from 2010-01-31 to 2010-01-01")
    refuses(
      [.init(a, first: first), .init(b, first: last)],
      "'a' has an open end beside another level: only the first may lack its lower edge and the "
        + "last its upper one")
    refuses(
      [.init(a, first: first, last: last), .init(b, first: last)],
      "'a', to 2010-01-31, and 'b', from 2010-01-31, overlap or are out of order: each begins "
        + "after the last day of the one before it")
  }
}

struct DerivedDurationTests {
  @Test(arguments: [
    ("2000-04-30", "11"), ("2000-05-01", "10"), ("2011-04-30", "0"), ("2000-02-29", "11"),
    ("not-applicable", "[not-applicable]"),
  ])
  func `an age counts birthdays up to the as-of date`(born: String, age: String) throws {
    let cells = try derived(.age(born: column("b"), on: .asOf), of: [("b", .dates([born]))]).cells
    #expect(cells == [age.first == "[" ? age : age + ".0"])
  }

  @Test(arguments: [("2001-02-28", "0.0"), ("2001-03-01", "1.0"), ("2004-02-29", "4.0")])
  func `who was born on 29 February is a year older on 1 March`(on: String, age: String) throws {
    let cells = try derived(
      .age(born: column("b"), on: .day(day(on))), of: [("b", .dates(["2000-02-29"]))]
    ).cells
    #expect(cells == [age])
  }

  @Test(arguments: [
    (TimeUnit.days, "2010-01-31", "2010-03-01", 29), (.weeks, "2010-01-01", "2010-01-14", 1),
    (.weeks, "2010-01-01", "2010-01-15", 2), (.months, "2010-01-31", "2010-02-28", 0),
    (.months, "2010-01-31", "2010-03-01", 1), (.months, "2010-01-15", "2011-01-14", 11),
    (.months, "2010-01-15", "2011-01-15", 12), (.years, "2010-01-15", "2011-01-14", 0),
    (.years, "2010-01-15", "2012-01-15", 2), (.days, "2010-01-01", "2010-01-01", 0),
  ])
  func `a duration counts whole units`(
    unit: TimeUnit, first: String, last: String, count: Double
  ) throws {
    let cells = try derived(
      .duration(from: column("a"), to: .column(column("b")), in: unit),
      of: [("a", .dates([first])), ("b", .dates([last]))]
    ).cells
    #expect(cells == ["\(count)"])
  }

  @Test(arguments: TimeUnit.allCases)
  func `a duration never shrinks from day to day`(unit: TimeUnit) throws {
    let start = day("2000-02-29")
    let ends = (0..<1500).map { CalendarDate(daysSince1970: start.daysSince1970 + $0).description }
    let result = try derive(
      table([("a", .dates(ends.map { _ in "2000-02-29" })), ("b", .dates(ends))]),
      [
        DerivedColumn(
          Named("new"), .duration(from: column("a"), to: .column(column("b")), in: unit))
      ],
      asOf: asOf)
    let counts = result.value.number("new")?.values ?? []
    #expect(counts.count == 1500)
    #expect(counts == counts.sorted())
    #expect(zip(counts, counts.dropFirst()).allSatisfy { $1 - $0 <= 1 })
  }

  @Test func `an end before the beginning is a problem, and nothing is worked out`() throws {
    let columns = [
      ("a", Cells.dates(["2011-05-01", "2011-05-01"])),
      ("b", Cells.dates(["2011-04-30", "skipped"])),
    ]
    func messages(_ moment: Moment) throws -> [String] {
      let result = try derived(.duration(from: column("a"), to: moment, in: .days), of: columns)
      #expect(result.cells[0] == "[unreadable]")
      return result.messages
    }
    let start = "column 'A': dates-out-of-order: expected a day on or before"
    #expect(try messages(.column(column("b"))) == ["members.csv:2: \(start) that in 'B'"])
    #expect(
      try messages(.asOf) == [
        "members.csv:2: \(start) 2011-04-30", "members.csv:3: \(start) 2011-04-30",
      ])
    #expect(
      try messages(.day(day("2011-04-29"))) == [
        "members.csv:2: \(start) 2011-04-29", "members.csv:3: \(start) 2011-04-29",
      ])
    let open = "that in 'B', or 2011-04-30 where there is none"
    #expect(
      try messages(.columnElseAsOf(column("b"))) == [
        "members.csv:2: \(start) \(open)", "members.csv:3: \(start) \(open)",
      ])
  }

  @Test func `the reason of the first missing date is carried on`() throws {
    let columns = [
      ("a", Cells.dates(["dont-know", "dont-know", "2010-01-01"])),
      ("b", Cells.dates(["not-asked", "2010-01-01", "unreadable"])),
    ]
    let cells = try derived(
      .duration(from: column("a"), to: .column(column("b")), in: .days), of: columns
    ).cells
    #expect(cells == ["[dont-know]", "[dont-know]", "[unreadable]"])
  }

  @Test func `what has no end goes on to the as-of date`() throws {
    let columns = [
      ("a", Cells.dates([String](repeating: "2011-04-01", count: 4))),
      ("b", Cells.dates(["2011-04-03", "skipped", "not-applicable", "unreadable"])),
    ]
    let cells = try derived(
      .duration(from: column("a"), to: .columnElseAsOf(column("b")), in: .days), of: columns
    ).cells
    #expect(cells == ["2.0", "29.0", "29.0", "[unreadable]"])
  }
}

struct DerivedTableTests {
  @Test func `a derived column may use those before it, and nothing else changes`() throws {
    let bands = try #require(ages)
    let members = table([("born", .dates(["1980-01-01", "2000-01-01", "skipped"]))])
    let columns = [
      DerivedColumn(Named("age"), .age(born: column("born"), on: .asOf)),
      DerivedColumn(Named("band"), .band(of: column("age"), bands)),
    ]
    let result = try derive(members, columns, asOf: asOf)
    #expect(result.value.columns.map(\.name.name) == ["born", "age", "band"])
    #expect(
      result.value.columns.map(\.cells.shown).dropFirst() == [
        ["31.0", "11.0", "[skipped]"], ["young", "[unreadable]", "[skipped]"],
      ])
    #expect(result.value.addresses.address(of: 2, column: nil).line == 4)
    #expect(result.value.loadedRows == members.loadedRows)
    #expect(result.problems.map(\.value) == ["11"])
    #expect(throws: ColumnFault.unknownColumn("age", source: "members", nearest: nil)) {
      try derive(members, columns.reversed(), asOf: asOf)
    }
  }

  @Test func `a shape with derived columns is that of the table with them`() throws {
    let bands = try #require(ages)
    let members = table([("n", .numbers([20])), ("d", .dates(["2010-01-01"]))])
    let columns = [
      DerivedColumn(Named("band"), .band(of: column("n"), bands)),
      DerivedColumn(Named("age"), .age(born: column("d"), on: .asOf)),
      DerivedColumn(
        Named("wave"), .wave(of: column("d"), try DateWaves([.init(Named("w"))]))),
    ]
    let shape = try TableShape(members).adding(columns, lookups: [])
    #expect(shape.columns == TableShape(try derive(members, columns, asOf: asOf).value).columns)
  }

  @Test func `a derived column that does not fit is refused`() throws {
    let bands = try #require(ages)
    let members = table([("age", .texts(["a"])), ("born", .dates(["2010-01-01"]))])
    func refuses(_ name: String, _ kind: DerivedColumn.Kind, _ words: String) {
      do {
        _ = try derive(members, [DerivedColumn(Named(name), kind)], asOf: asOf)
        Issue.record("the column was accepted")
      } catch { #expect(error.description == words) }
    }
    refuses("born", .age(born: column("born"), on: .asOf), "there is already a column 'born'")
    refuses(
      "band", .band(of: column("age"), bands),
      "column 'age' is of type text; the rule needs type number")
    refuses(
      "years", .age(born: column("born"), on: .column(column("age"))),
      "column 'age' is of type text; the rule needs type date")
    refuses(
      "ward",
      .lookup(
        key: column("born"),
        in: LookupColumn(source: "wards", key: column("k"), value: column("v"))),
      "column 'born' is of type date; the rule needs type text or category")
    refuses(
      "ward",
      .lookup(
        key: column("age"),
        in: LookupColumn(source: "wards", key: column("k"), value: column("v"))),
      "there is no source 'wards'")
  }
}
