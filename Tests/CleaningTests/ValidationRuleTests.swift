import Cleaning
import EvaluationData
import Testing

struct ValidationThresholdTests {
  @Test(arguments: [
    (0, 100, ValidationLevel.passed), (1, 100, .note), (4, 100, .note), (5, 100, .warning),
    (6, 100, .warning), (7, 100, .stop), (7, 101, .warning), (0, 0, .passed),
  ])
  func `a level is reached by the very number`(
    failed: Int, checked: Int, level: ValidationLevel
  ) throws {
    // 0.07 * 100 is more than 7 in binary.
    let thresholds = try ValidationThresholds(
      note: .count(1), warning: .count(5), stop: .share(0.07))
    #expect(thresholds.level(failed: failed, of: checked) == level)
  }

  @Test func `every share of a hundred is reached by as many failures`() throws {
    for percent in 1...100 {
      let share = Double(percent) / 100
      let thresholds = try ValidationThresholds(note: .share(share))
      #expect(thresholds.level(failed: percent, of: 100) == .note)
      #expect(thresholds.level(failed: percent - 1, of: 100) == .passed)
    }
  }

  @Test func `more failures never reach less`() throws {
    let thresholds = try ValidationThresholds(
      note: .share(0.02), warning: .count(3), stop: .share(0.5))
    let levels = (0...20).map { thresholds.level(failed: $0, of: 20) }
    #expect(levels == levels.sorted())
    #expect(Set(levels).count == 4)
  }

  @Test func `limits that are always or never reached are refused`() {
    #expect(throws: ValidationRuleError.countBelowOne(0)) {
      try ValidationThresholds(note: .count(0))
    }
    for share in [0, -0.5, 1.5, .nan, .infinity] {
      #expect(throws: ValidationRuleError.self) { try ValidationThresholds(stop: .share(share)) }
    }
    #expect(throws: ValidationRuleError.thresholdsBackwards) {
      try ValidationThresholds(note: .count(5), warning: .share(0.1), stop: .count(4))
    }
    #expect(throws: ValidationRuleError.thresholdsBackwards) {
      try ValidationThresholds(warning: .share(0.2), stop: .share(0.1))
    }
  }
}

struct ValidationRuleTests {
  @Test func `a rule that says nothing or contradicts itself is refused`() throws {
    #expect(throws: ValidationRuleError.noBounds) { try NumberRange() }
    #expect(throws: ValidationRuleError.boundNotFinite) { try NumberRange(minimum: .nan) }
    #expect(throws: ValidationRuleError.boundsBackwards("5", "1")) {
      try NumberRange(minimum: 5, maximum: 1)
    }
    #expect(throws: ValidationRuleError.noBounds) { try DateRange() }
    #expect(throws: ValidationRuleError.boundsBackwards("2011-04-30", "2011-04-29")) {
      try DateRange(earliest: .day(asOf), latest: .day(day("2011-04-29")))
    }
    let filled = Clause(column("a"), .present)
    for (kind, error): (ValidationRule.Kind, ValidationRuleError) in [
      (.unique([]), .noColumns), (.unique([column("a"), column("a")]), .columnTwice),
      (.condition(when: [], then: filled), .noCondition),
      (.dateOrder(first: column("a"), second: column("a"), allowsSameDay: true), .columnTwice),
      (.freshness(column("a"), maximumAgeInDays: -1), .negativeAge(-1)),
      (.cells(column("a"), .levels([])), .noLevels),
      (.condition(when: [Clause(column("a"), .includes([]))], then: filled), .noLevels),
      (.condition(when: [filled], then: Clause(column("a"), .excludes([]))), .noLevels),
    ] {
      #expect(throws: error) { try ValidationRule(Named("r"), kind) }
    }
  }

  @Test(arguments: [
    (ValidationRuleError.noBounds, "a range needs a lowest or a highest value"),
    (.boundNotFinite, "the bounds of a range are numbers"),
    (.boundsBackwards("5", "1"), "no value is from 5 to 1: the lowest stands first"),
    (.noColumns, "name at least one column"),
    (.columnTwice, "the same column stands twice in the rule"),
    (.noCondition, "say when the rule applies"),
    (.negativeAge(-1), "data cannot be at most -1 days old: give 0 or more"),
    (.noLevels, "name at least one level"),
    (.emptyForm, "a form needs at least one part, and each part at least one letter"),
    (
      .runBackwards(atLeast: 4, atMost: 2),
      "no part has from 4 to 2 letters: the smaller number, 0 or more, stands first"
    ),
    (
      .formTooLong(64),
      "a form of 64 letters is too long: at most 63 can be told one by one; use a part without a "
        + "largest length"
    ),
    (.countBelowOne(0), "a threshold of 0 rows is always reached: give 1 or more"),
    (.shareOutside(1.5), "a threshold is a share above 0 and up to 1, such as 0.05: found 1.5"),
    (
      .thresholdsBackwards,
      "the threshold for a note must not be above that for a warning, nor that above stop"
    ),
  ])
  func `each fault of a rule has its words`(_ error: ValidationRuleError, words: String) {
    #expect(error.description == words)
  }
}

struct ValidationFitTests {
  private let members = table([
    ("age", .numbers([1])), ("came", .category(["yes", "no"], ["yes"])), ("id", .texts(["a"])),
    ("joined", .dates(["2010-01-01"])), ("likes", .choices(["tea", "cake"], [[]])),
  ])

  @Test(arguments: [
    (
      ValidationRule.Kind.cells(column("agee"), .present),
      "source 'members' has no column 'agee'; the nearest is 'age'"
    ),
    (
      .cells(column("xyz"), .form(digits)), "source 'members' has no column 'xyz'"
    ),
    (
      .cells(column("age"), .levels([Named("yes")])),
      "column 'age' is of type number; the rule needs type category"
    ),
    (
      .cells(column("came"), .levels([Named("yees")])),
      "'yees' is no level of column 'came'; the nearest is 'yes'"
    ),
    (
      .cells(column("likes"), .includes([Named("tee")])),
      "'tee' is no level of column 'likes'; the nearest is 'tea'"
    ),
    (
      .cells(column("likes"), .levels([Named("tea")])),
      "column 'likes' is of type multi-select; the rule needs type category"
    ),
    (
      .condition(
        when: [Clause(column("joined"), .form(digits))], then: Clause(column("id"), .present)),
      "column 'joined' is of type date; the rule needs type text"
    ),
    (
      .condition(when: [Clause(column("id"), .present)], then: Clause(column("idd"), .present)),
      "source 'members' has no column 'idd'; the nearest is 'id'"
    ),
    (
      .dateOrder(first: column("joined"), second: column("age"), allowsSameDay: true),
      "column 'age' is of type number; the rule needs type date"
    ),
    (.unique([column("ids")]), "source 'members' has no column 'ids'; the nearest is 'id'"),
    (
      .freshness(column("id"), maximumAgeInDays: 1),
      "column 'id' is of type text; the rule needs type date"
    ),
  ])
  func `a rule that does not fit its source is refused before any row is looked at`(
    kind: ValidationRule.Kind, message: String
  ) throws {
    let rule = try ValidationRule(Named("r"), kind)
    do {
      _ = try validate(
        [members], by: [SourceValidation(source: "members", rules: [rule])], asOf: asOf)
      Issue.record("the rule was accepted")
    } catch { #expect("\(error)" == message) }
  }

  @Test func `a source that is not there is refused, and the nearest named`() {
    #expect(throws: ColumnFault.unknownSource("member", nearest: "members")) {
      try validate([members], by: [SourceValidation(source: "member", rules: [])], asOf: asOf)
    }
    #expect(
      ColumnFault.unknownSource("member", nearest: "members").description
        == "there is no source 'member'; the nearest is 'members'")
  }
}

private let digits = {
  guard let form = try? TextForm([.run(.digits, atLeast: 1, atMost: nil)]) else {
    preconditionFailure("the form is right")
  }
  return form
}()
