import EvaluationData
import Measures
import Testing

@Suite struct DataQualityTests {
  /// Cells of a category: a level's place, or why there is none.
  private func category(_ name: String, _ cells: [Cell<Int>]) -> Column {
    var column = CategoryColumn(levels: [Named("yes"), Named("no")])
    for cell in cells { column.append(cell) }
    return Column(name: Named(name, label: "Was it \(name)?"), cells: .category(column))
  }

  private func found() -> Findings {
    let table = Tables.table(
      "cards",
      [
        category(
          "good",
          [
            .value(0), .missing(.notAsked), .missing(.skipped), .missing(.preferNotToSay),
            .missing(.dontKnow), .missing(.notApplicable), .missing(.unreadable),
            .missing(.skipped),
          ]),
        Tables.text("remark", ["a", nil, nil, "b", "c", "d", "e", "f"]),
        Tables.number("age", [1, 2, 3, 4, 5, 6, 7, nil]),
        Tables.date("on", [nil, nil, nil, 1, 2, 3, 4, 5]),
        Column(
          name: Named("ways"),
          cells: .choices(Tables.choices(["a"], [["a"], nil, [], [], [], [], [], []]))),
        Tables.text("id", (1...8).map(String.init)),
      ])
    return Findings(MeasureSpec(), [table])
  }

  @Test func `each reason is counted, with those that no row has`() throws {
    let found = found()
    let counts = try MissingReason.allCases.map { reason in
      try found.value("data-quality/cards/good/\(reason.rawValue)/count")
    }
    #expect(counts == [1, 2, 1, 1, 1, 1])
    #expect(try found("data-quality/cards/good/skipped/count").base == 8)
    #expect(try found("data-quality/cards/good/skipped/count").subject == .people)
    #expect(try found.value("data-quality/cards/age/skipped/count") == 1)
    #expect(try found.value("data-quality/cards/age/unreadable/count") == 0)
  }

  @Test func `all reasons together have a share of all rows, and no verdict`() throws {
    let found = found()
    #expect(try found.value("data-quality/cards/good/missing/count") == 7)
    let share = try found("data-quality/cards/good/missing/share")
    #expect(share.value == 0.875 && share.base == 8 && share.verdict == nil)
    #expect(share.level == Named("missing", label: "Missing"))
    #expect(share.variable == Named("good", label: "Was it good?"))
  }

  @Test func `every kind of column is looked at, and one without gaps is not told`() {
    let variables = found().all.filter { $0.level?.name == "missing" && $0.statistic == .count }
      .map { "\($0.variable?.name ?? ""): \($0.value ?? -1)" }
    #expect(variables == ["good: 7.0", "remark: 2.0", "age: 1.0", "on: 3.0", "ways: 1.0"])
  }
}
