import Cleaning
import EvaluationData
import Testing

private func result(
  _ kind: ValidationRule.Kind, of table: Table, thresholds: ValidationThresholds = .default
) throws -> ValidationResult {
  let rule = try ValidationRule(Named("rule"), kind, thresholds: thresholds)
  let source = SourceValidation(source: table.name.name, rules: [rule])
  return try validate([table], by: [source], asOf: asOf).results[0]
}

private func messages(
  _ kind: ValidationRule.Kind, of columns: [(name: String, cells: Cells)]
) throws -> [String] {
  try result(kind, of: table(columns)).problems.map(\.description)
}

private let yes = Named("yes", label: "YES")

struct ValidationOfCellsTests {
  @Test func `a number outside its range fails, the bounds and missing numbers do not`() throws {
    let ages = table([("age", .numbers([18, 17.9, nil, 110, 111]))])
    let range = try NumberRange(minimum: 18, maximum: 110)
    let result = try result(.cells(column("age"), .numbers(range)), of: ages)
    #expect(
      result.problems.map(\.description) == [
        "members.csv:3: column 'AGE': implausible-value: expected a number from 18 to 110",
        "members.csv:6: column 'AGE': implausible-value: expected a number from 18 to 110",
      ])
    #expect(result.problems.map(\.value) == ["17.9", "111"])
    #expect(result.checked == 4)
    #expect(result.failed == 2)
    #expect(result.share == 0.5)
    #expect(result.level == .note)
  }

  @Test func `a range may be open at one end`() throws {
    let columns = [("n", Cells.numbers([-1, 11]))]
    #expect(
      try messages(.cells(column("n"), .numbers(NumberRange(minimum: 0))), of: columns) == [
        "members.csv:2: column 'N': implausible-value: expected a number of at least 0"
      ])
    #expect(
      try messages(.cells(column("n"), .numbers(NumberRange(maximum: 10.5))), of: columns) == [
        "members.csv:3: column 'N': implausible-value: expected a number of at most 10.5"
      ])
  }

  @Test func `a date range holds both its days and knows the as-of date`() throws {
    let columns = [
      ("d", Cells.dates(["2010-03-31", "2010-04-01", "2011-04-30", "2011-05-01", "skipped"]))
    ]
    let range = try DateRange(earliest: .day(day("2010-04-01")), latest: .asOf)
    let expected = "implausible-value: expected a day from 2010-04-01 to 2011-04-30"
    #expect(
      try messages(.cells(column("d"), .dates(range)), of: columns) == [
        "members.csv:2: column 'D': " + expected, "members.csv:5: column 'D': " + expected,
      ])
    #expect(
      try messages(.cells(column("d"), .dates(DateRange(latest: .asOf))), of: columns) == [
        "members.csv:5: column 'D': implausible-value: expected a day on or before 2011-04-30"
      ])
    let late = try DateRange(earliest: .day(day("2010-04-01")))
    #expect(
      try messages(.cells(column("d"), .dates(late)), of: columns) == [
        "members.csv:2: column 'D': implausible-value: expected a day on or after 2010-04-01"
      ])
  }

  @Test func `a level outside the set fails`() throws {
    let cells = Cells.category(["yes", "no", "perhaps"], ["yes", "perhaps", "skipped", "no"])
    let levels = CellTest.levels([yes, Named("no", label: "NO")])
    #expect(
      try messages(.cells(column("c"), levels), of: [("c", cells)]) == [
        "members.csv:3: column 'C': unexpected-level: expected one of YES, NO"
      ])
  }

  @Test func `choices may be asked for and ruled out`() throws {
    let columns = [("c", Cells.choices(["a", "b", "c"], [["a", "c"], [], nil, ["b"]]))]
    let ab = [Named("a", label: "A"), Named("b", label: "B")]
    #expect(
      try messages(.cells(column("c"), .includes(ab)), of: columns) == [
        "members.csv:3: column 'C': unexpected-level: expected a choice of A or B"
      ])
    #expect(
      try messages(.cells(column("c"), .excludes([ab[0]])), of: columns) == [
        "members.csv:2: column 'C': unexpected-level: expected no choice of A"
      ])
  }

  @Test func `a text of another form fails`() throws {
    let form = try TextForm([.literal("HF-"), .run(.digits, atLeast: 4, atMost: 4)])
    let columns = [("id", Cells.texts([" HF-0001\u{A0}", "HF-001", "hf-0001", nil]))]
    let expected = "unexpected-form: expected a text of the form 'HF-' then 4 digits"
    #expect(
      try messages(.cells(column("id"), .form(form)), of: columns) == [
        "members.csv:3: column 'ID': " + expected, "members.csv:4: column 'ID': " + expected,
      ])
  }

  @Test func `present and absent tell empty cells from answers without a value`() throws {
    let reasons = MissingReason.allCases.map { Cell<Double>.missing($0) }
    let columns = table([("n", .numbers(reasons + [.value(1)]))])
    // not-asked, skipped, prefer-not-to-say, dont-know, not-applicable, unreadable, 1
    let present = try result(.cells(column("n"), .present), of: columns)
    #expect(
      present.problems.map(\.description) == [
        "members.csv:3: column 'N': missing-required: expected a value",
        "members.csv:6: column 'N': missing-required: expected a value",
      ])
    #expect(present.checked == 5)
    let absent = try result(.cells(column("n"), .absent), of: columns)
    #expect(
      absent.problems.map(\.description) == [
        "members.csv:8: column 'N': condition-not-met: expected an empty cell"
      ])
    #expect(absent.checked == 3)
  }

  @Test func `a category is present as any other column is`() throws {
    let cells = Cells.category(["yes"], ["yes", "skipped", "prefer-not-to-say", "unreadable"])
    let present = try result(.cells(column("c"), .present), of: table([("c", cells)]))
    #expect(present.problems.map(\.address.line) == [3])
    #expect(present.checked == 3)
  }
}

struct ValidationAcrossTests {
  @Test func `a condition speaks of the rows alone in which it holds`() throws {
    let columns = [
      ("came", Cells.category(["yes", "no"], ["no", "no", "yes", "skipped"])),
      ("why", Cells.texts(["ill", nil, nil, nil])),
    ]
    let no = Clause(column("came"), .levels([Named("no", label: "NO")]))
    let kind = ValidationRule.Kind.condition(when: [no], then: Clause(column("why"), .present))
    #expect(
      try messages(kind, of: columns) == [
        "members.csv:3: column 'WHY': condition-not-met: expected a value where 'CAME' is NO"
      ])
    #expect(try result(kind, of: table(columns)).checked == 2)
  }

  @Test func `all clauses of a condition must hold, and each has its words`() throws {
    let columns = [
      ("a", Cells.category(["yes", "no"], ["yes", "yes", "yes"])),
      ("n", Cells.numbers([3, 3, 9])), ("c", Cells.choices(["x", "y"], [["x"], ["y"], ["x"]])),
      ("t", Cells.texts(["filled", "filled", "filled"])), ("e", Cells.texts([nil, nil, nil])),
      ("then", Cells.category(["yes", "no"], ["no", "no", "no"])),
    ]
    let when = [
      Clause(column("a"), .levels([yes, Named("no", label: "NO")])),
      Clause(column("n"), .numbers(try NumberRange(minimum: 1, maximum: 5))),
      Clause(column("c"), .includes([Named("x", label: "X")])),
      Clause(column("c"), .excludes([Named("y", label: "Y")])),
      Clause(column("t"), .present), Clause(column("e"), .absent),
    ]
    let then = Clause(column("then"), .levels([yes]))
    #expect(
      try messages(.condition(when: when, then: then), of: columns) == [
        "members.csv:2: column 'THEN': condition-not-met: expected one of YES where 'A' is YES or "
          + "NO and 'N' is a number from 1 to 5 and 'C' includes X and 'C' includes none of Y "
          + "and 'T' is filled in and 'E' is empty"
      ])
  }

  @Test func `dates in the wrong order fail, and the same day where it is not allowed`() throws {
    let columns = [
      ("in", Cells.dates(["2010-01-02", "2010-01-02", "2010-01-02", "skipped"])),
      ("out", Cells.dates(["2010-01-01", "2010-01-02", "2010-01-03", "2010-01-01"])),
    ]
    let (first, second) = (column("in"), column("out"))
    #expect(
      try messages(.dateOrder(first: first, second: second, allowsSameDay: true), of: columns) == [
        "members.csv:2: column 'OUT': dates-out-of-order: expected a day on or after that in 'IN'"
      ])
    #expect(
      try messages(.dateOrder(first: first, second: second, allowsSameDay: false), of: columns)
        == [
          "members.csv:2: column 'OUT': dates-out-of-order: expected a day after that in 'IN'",
          "members.csv:3: column 'OUT': dates-out-of-order: expected a day after that in 'IN'",
        ])
  }

  @Test func `a value fails in each row but its first`() throws {
    let columns = [("id", Cells.texts(["a", " a", nil, "A", "b", "a\u{A0}", nil]))]
    let result = try result(.unique([column("id")]), of: table(columns))
    let expected = "repeated-value: expected one row for each value of 'ID'; the first is at "
    #expect(
      result.problems.map(\.description) == [
        "members.csv:3: column 'ID': \(expected)members.csv:2",
        "members.csv:7: column 'ID': \(expected)members.csv:2",
      ])
    #expect(result.problems.map(\.value) == [" a", "a\u{A0}"])
    #expect(result.checked == 5)
  }

  @Test(arguments: [
    ("t", Cells.texts(["a", "b", "a", nil])), ("n", .numbers([0, 1, -0.0, nil])),
    ("d", .dates(["2010-01-01", "2010-01-02", "2010-01-01", "skipped"])),
    ("c", .category(["yes", "no"], ["yes", "no", "yes", "skipped"])),
    ("m", .choices(["x", "y"], [["x"], [], ["x"], nil])),
  ])
  func `values of each type are told apart`(_ cells: (String, Cells)) throws {
    let result = try result(.unique([column(cells.0)]), of: table([cells]))
    #expect(result.problems.map(\.address.line) == [4])
    #expect(result.checked == 3)
  }

  @Test func `values of several columns count together`() throws {
    let columns = [
      ("id", Cells.texts(["a", "a", "a", "ab", nil])),
      ("wave", Cells.texts(["1b", "2", "1b", "1", "1"])),
    ]
    #expect(
      try messages(.unique([column("id"), column("wave")]), of: columns) == [
        "members.csv:4: column 'ID': repeated-value: expected one row for each value of 'ID' and "
          + "'WAVE'; the first is at members.csv:2"
      ])
  }
}

struct ValidationOfSourcesTests {
  @Test func `a source of too few rows is a problem of its file`() throws {
    let three = table([("n", .numbers([1, 2, 3]))])
    let kind = ValidationRule.Kind.rowCount(try NumberRange(minimum: 100))
    #expect(
      try result(kind, of: three).problems.map(\.description) == [
        "members.csv: unexpected-row-count: expected a number of rows of at least 100, found 3"
      ])
    #expect(try result(.rowCount(NumberRange(minimum: 3, maximum: 3)), of: three).failed == 0)
  }

  @Test(arguments: [["a.csv", "b.csv"], []])
  func `a source of several files or none is named itself`(_ files: [String]) throws {
    let rows = table([("n", .numbers(files.map { _ in 1 }))], files: files)
    let result = try result(.rowCount(NumberRange(minimum: 9)), of: rows)
    #expect(result.problems.map(\.address) == [CellAddress(file: "members")])
    #expect(result.checked == 1)
  }

  @Test(arguments: [
    (["2011-03-31", "2010-01-01"], 30, false), (["2011-03-31"], 29, true),
    // A mistyped year makes nothing fresh.
    (["2010-01-01", "2111-04-01"], 30, true), (["skipped"], 30, true), ([], 30, true),
    (["2011-04-30"], 0, false),
  ])
  func `data are fresh by the newest day up to the as-of date`(
    days: [String], maximumAge: Int, isStale: Bool
  ) throws {
    let dates = table([("d", .dates(days))])
    let kind = ValidationRule.Kind.freshness(column("d"), maximumAgeInDays: maximumAge)
    #expect(try result(kind, of: dates).failed == (isStale ? 1 : 0))
  }

  @Test func `stale data are told by their file`() throws {
    let result = try result(
      .freshness(column("d"), maximumAgeInDays: 30), of: table([("d", .dates(["2010-01-01"]))]))
    #expect(
      result.problems.map(\.description) == [
        "members.csv: column 'D': stale-data: expected a day in the 30 days before 2011-04-30, or "
          + "that day"
      ])
    #expect(result.problems.map(\.value) == ["2010-01-01"])
  }

  @Test func `a report tells the gravest level and the problems that are not tolerated`() throws {
    let numbers = table([("n", .numbers([1, 2, 3, 4]))])
    func rule(_ maximum: Double, _ thresholds: ValidationThresholds) throws -> ValidationRule {
      try ValidationRule(
        Named("to \(maximum)"), .cells(column("n"), .numbers(NumberRange(maximum: maximum))),
        thresholds: thresholds)
    }
    let tolerant = try ValidationThresholds(note: .share(0.5))
    let rules = [
      try rule(3, tolerant), try rule(2, tolerant),
      try rule(3, ValidationThresholds(warning: .count(1))),
    ]
    let report = try validate(
      [numbers], by: [SourceValidation(source: "members", rules: rules)], asOf: asOf)
    #expect(report.results.map(\.level) == [.passed, .note, .warning])
    #expect(report.results.map(\.failed) == [1, 2, 1])
    #expect(report.level == .warning)
    #expect(report.problems.map(\.address.line) == [4, 5, 5])
    #expect(try validate([numbers], by: [], asOf: asOf).level == .passed)
  }

  @Test func `no message carries the text of a cell`() throws {
    let columns = [("id", Cells.texts(["Jane", "Jane"]))]
    let form = try TextForm([.run(.digits, atLeast: 1, atMost: nil)])
    let all =
      try messages(.unique([column("id")]), of: columns)
      + messages(.cells(column("id"), .form(form)), of: columns)
      + messages(.cells(column("id"), .absent), of: columns)
    #expect(all.count == 5)
    #expect(!all.contains { $0.contains("Jane") })
  }

  @Test func `a rule on several files speaks of them as it is told to`() throws {
    let table = table([("x", .numbers([1, 2, 3]))], files: ["a.csv", "b.csv"])
    let rule = try ValidationRule(Named("rows"), .rowCount(NumberRange(minimum: 5)))
    let report = try validate(
      [table], by: [SourceValidation(source: "members", rules: [rule], files: "*.csv")],
      asOf: asOf)
    #expect(report.problems.map(\.address) == [CellAddress(file: "*.csv")])
  }
}
