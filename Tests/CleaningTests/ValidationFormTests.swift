import Cleaning
import EvaluationData
import Testing

private func matches(_ form: TextForm, _ text: String) throws -> Bool {
  let rule = try ValidationRule(Named("r"), .cells(column("t"), .form(form)))
  let report = try validate(
    [table([("t", .texts([text]))])], by: [SourceValidation(source: "members", rules: [rule])],
    asOf: asOf)
  return report.results[0].failed == 0
}

struct ValidationFormTests {
  @Test(arguments: [
    ("A1", true), ("AB12", true), ("ABC1", false), ("A", false), ("1", false), ("A123", false),
    ("a1", false), ("A1x", false), ("xA1", false), ("", false), ("É1", false),
  ])
  func `a run holds as many letters of its kind as it says`(text: String, passes: Bool) throws {
    let form = try TextForm([
      .run(.capitals, atLeast: 1, atMost: 2), .run(.digits, atLeast: 1, atMost: 2),
    ])
    #expect(try matches(form, text) == passes)
  }

  @Test func `all readings are followed, not the first alone`() throws {
    // Greedy reading gives the first run both digits and leaves none.
    let form = try TextForm([
      .run(.digits, atLeast: 0, atMost: 2), .run(.lettersOrDigits, atLeast: 1, atMost: nil),
      .literal("9"),
    ])
    #expect(try matches(form, "99"))
    #expect(try matches(form, "1239"))
    #expect(try matches(form, "ab9c9"))
    #expect(try !matches(form, "9"))
    #expect(try !matches(form, "98"))
  }

  @Test(arguments: 0...12)
  func `counts are kept exactly`(count: Int) throws {
    let text = String(repeating: "7", count: count)
    let between = try TextForm([.run(.digits, atLeast: 3, atMost: 8)])
    #expect(try matches(between, text) == (3...8).contains(count))
    let open = try TextForm([.run(.digits, atLeast: 5, atMost: nil)])
    #expect(try matches(open, text) == (count >= 5))
    let any = try TextForm([.run(.digits, atLeast: 0, atMost: nil)])
    #expect(try matches(any, text))
    let two = try TextForm([
      .run(.digits, atLeast: 0, atMost: 4), .run(.digits, atLeast: 2, atMost: 4),
    ])
    #expect(try matches(two, text) == (2...8).contains(count))
  }

  @Test func `letters are those of any alphabet, and one of several forms is enough`() throws {
    let form = try TextForm(
      [.run(.letters, atLeast: 2, atMost: 2)], [.literal("né"), .run(.any, atLeast: 1, atMost: 1)])
    #expect(try matches(form, "éß"))
    #expect(try matches(form, "né★"))
    #expect(try !matches(form, "★★"))
    #expect(try !matches(form, "né★★"))
    #expect(try matches(form, "né"))
  }

  @Test func `the longest form that can be told works to its end`() throws {
    let form = try TextForm([.run(.digits, atLeast: 63, atMost: 63)])
    #expect(try matches(form, String(repeating: "1", count: 63)))
    #expect(try !matches(form, String(repeating: "1", count: 62)))
    #expect(try !matches(form, String(repeating: "1", count: 64)))
    let loose = try TextForm([.run(.digits, atLeast: 63, atMost: nil)])
    #expect(try matches(loose, String(repeating: "1", count: 64)))
    #expect(try !matches(loose, String(repeating: "1", count: 62)))
  }

  @Test func `a long text that almost fits takes no longer`() throws {
    // A backtracking matcher would try all ways to share the letters out.
    let form = try TextForm([
      .run(.letters, atLeast: 0, atMost: nil), .run(.letters, atLeast: 0, atMost: nil),
      .run(.letters, atLeast: 0, atMost: nil), .run(.letters, atLeast: 0, atMost: nil),
      .literal("!"),
    ])
    #expect(try !matches(form, String(repeating: "a", count: 100_000)))
  }

  @Test func `a form says in words what it asks`() throws {
    let form = try TextForm(
      [.literal("N"), .run(.digits, atLeast: 2, atMost: 2)],
      [.run(.lettersOrDigits, atLeast: 1, atMost: nil), .run(.any, atLeast: 0, atMost: 3)])
    let rule = try ValidationRule(Named("r"), .cells(column("t"), .form(form)))
    let report = try validate(
      [table([("t", .texts([""]))])], by: [SourceValidation(source: "members", rules: [rule])],
      asOf: asOf)
    #expect(
      report.problems.map(\.expected) == [
        "a text of the form 'N' then 2 digits, or 1 or more letters or digits then 0 to 3 "
          + "characters"
      ])
  }

  @Test func `a form without letters or of too many is refused`() {
    #expect(throws: ValidationRuleError.emptyForm) { try TextForm() }
    #expect(throws: ValidationRuleError.emptyForm) { try TextForm([]) }
    #expect(throws: ValidationRuleError.emptyForm) { try TextForm([.literal("")]) }
    #expect(throws: ValidationRuleError.emptyForm) {
      try TextForm([.run(.digits, atLeast: 0, atMost: 0)])
    }
    #expect(throws: ValidationRuleError.runBackwards(atLeast: 4, atMost: 2)) {
      try TextForm([.run(.digits, atLeast: 4, atMost: 2)])
    }
    #expect(throws: ValidationRuleError.runBackwards(atLeast: -1, atMost: 2)) {
      try TextForm([.run(.digits, atLeast: -1, atMost: 2)])
    }
    #expect(throws: ValidationRuleError.formTooLong(64)) {
      try TextForm([.literal("A"), .run(.digits, atLeast: 1, atMost: 63)])
    }
    #expect(throws: ValidationRuleError.formTooLong(.max)) {
      try TextForm([.literal("A"), .run(.digits, atLeast: 1, atMost: .max)])
    }
  }
}
