import EvaluationData
import Testing
import TextCoding

@Suite struct NegationTests {
  private static func found(
    _ pattern: String, _ negated: Negated, in text: String, unless: [String] = []
  ) async throws -> [String] {
    var frame = Responses.frame([
      ("theme", [try Responses.rule([pattern], unless: unless, negated: negated)])
    ])
    frame.negation.negators = try ["not", "never", "*n't", "far from"].map { try Pattern($0) }
    frame.negation.ends = try ["but", "only"].map { try Pattern($0) }
    frame.negation.window = 2
    let coded = try await Responses.coded([text], by: frame)
    return Responses.words(of: coded.matches, in: text)
  }

  /// A pattern, a text, what is found of it when denied, and what when not.
  @Test(arguments: [
    ("kind", "Kind, not kind", ["kind"], ["Kind"]),
    ("kind", "not so kind", ["kind"], []),
    ("kind", "not so very kind", [], ["kind"]),
    ("kind", "not. Kind", [], ["Kind"]),
    ("kind", "kind, not", [], ["kind"]),
    ("kind", "They weren’t kind, DON'T be kind", ["kind", "kind"], []),
    ("kind", "They were far from kind; far so kind", ["kind"], ["kind"]),
    ("kind", "not but kind", [], ["kind"]),
    ("kind", "but not kind", ["kind"], []),
    ("kind", "not only kind", [], ["kind"]),
    ("kind", "not never but kind", [], ["kind"]),
    ("kind", "never but not kind", ["kind"], []),
    ("felt <2> heard", "felt not heard", ["felt not heard"], []),
    ("felt <2> heard", "felt far from heard", ["felt far from heard"], []),
    ("felt <2> heard", "I never felt heard", ["felt heard"], []),
    ("not heard", "not heard", [], ["not heard"]),
    ("not heard", "never not heard", ["not heard"], []),
    ("felt (not|un*) heard", "felt not heard", [], ["felt not heard"]),
    ("no* heard", "not heard", [], ["not heard"]),
    ("far <3> heard", "far from heard", ["far from heard"], []),
    ("far from <1> heard", "far from not heard", [], ["far from not heard"]),
    (
      "kind <~2> staff", "staff not kind. Never staff so kind",
      [
        "staff not kind", "staff so kind",
      ], []
    ),
  ])
  func `a negator before a match, or in a gap of it, denies it`(
    _ pattern: String, _ text: String, _ denied: [String], _ stated: [String]
  ) async throws {
    #expect(try await NegationTests.found(pattern, .only, in: text) == denied)
    #expect(try await NegationTests.found(pattern, .drop, in: text) == stated)
    #expect(
      Set(try await NegationTests.found(pattern, .ignore, in: text)) == Set(denied + stated))
  }

  @Test func `what an exception takes away stays away`() async throws {
    let text = "not kind of them, not kind"
    #expect(
      try await NegationTests.found("kind", .only, in: text, unless: ["kind of"]) == ["kind"])
  }

  @Test func `rules side by side each have their way`() async throws {
    var frame = Responses.frame([
      ("kind", [try Responses.rule(["kind"], negated: .drop)]),
      ("unkind", [try Responses.rule(["kind"], negated: .only), try Responses.rule(["rude"])]),
      ("manner", [try Responses.rule(["kind", "rude"])]),
    ])
    frame.negation.negators = [try Pattern("not")]
    let coded = try await Responses.coded(
      ["kind", "not kind", "not rude", "", "Not kind. Kind"], by: frame)
    #expect(
      Responses.codes(coded) == [
        ["kind", "manner"], ["unkind", "manner"], ["unkind", "manner"], [],
        ["kind", "unkind", "manner"],
      ])
  }

  @Test func `without negators nothing is denied`() async throws {
    var frame = Responses.frame([("kind", [try Responses.rule(["kind"], negated: .drop)])])
    #expect(Responses.codes(try await Responses.coded(["not kind"], by: frame)) == [["kind"]])
    frame.codes[0].rules[0].negated = .only
    #expect(Responses.codes(try await Responses.coded(["not kind"], by: frame)) == [[]])
  }
}
