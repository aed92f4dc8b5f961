import EvaluationData
import Testing
import TextCoding

@Suite struct ExpressionTests {
  static func rule(_ expressions: [String], unless: [String] = []) throws -> TaggingRule {
    var rule = try Responses.rule([], unless: unless)
    rule.expressions = try expressions.map { try Expression($0) }
    return rule
  }

  private static func found(
    _ expression: String, in text: String, unless: [String] = []
  ) async throws -> [String] {
    let frame = Responses.frame([("theme", [try rule([expression], unless: unless)])])
    return Responses.words(of: try await Responses.coded([text], by: frame).matches, in: text)
  }

  @Test(arguments: [
    (
      "wait(ed|ing)? [0-9]+ (hour|minute)s?", "Waiting 20 minutes, waited 1 hour",
      ["Waiting 20 minutes", "waited 1 hour"]
    ),
    ("£\\d+", "Paid £25 and £3.50", ["£25", "£3"]),
    ("£\\d+(\\.\\d\\d)?", "Paid £3.50", ["£3.50"]),
    ("\\d{1,2}/\\d{1,2}/\\d{4}", "on 3/11/2024, not 3/11/20245", ["3/11/2024"]),
    ("!!+", "So late!!! Really!", ["!!!"]),
    ("\\w+ing", "listening and talking to Meeting2", ["listening", "talking"]),
    ("un\\w*", "unkind, sunk, UNDER", ["unkind", "UNDER"]),
    ("a.c", "abc a\nc a c", ["abc", "a c"]),
    ("[^a]b", "ab cb b", ["cb", " b"]),
    ("(?:so )+good", "so so good", ["so so good"]),
    ("^good|good$", "Good food, good", ["Good", "good"]),
    ("^good|good$", "good.", ["good"]),
    ("good$", "good\n", []),
    ("[a-c]+", "abcd cab", ["cab"]),
    ("a|ab|abc", "abc", ["abc"]),
    ("tea\\.", "tea. tea", ["tea."]),
    ("x{2}|y{2,}|z{1,2}", "x xx yyyy zz zzz", ["xx", "yyyy", "zz"]),
  ])
  func `the leftmost and longest is found, in whole words`(
    _ expression: String, _ text: String, _ found: [String]
  ) async throws {
    #expect(try await ExpressionTests.found(expression, in: text) == found)
  }

  @Test(arguments: [
    ("café", "CAFÉ café cafe", ["CAFÉ", "café"]),
    ("caf[é]s?", "cafe\u{301} CAFE\u{301}S", ["cafe\u{301}", "CAFE\u{301}S"]),
    ("cafe\u{301}", "café, cafe", ["café"]),
    ("[à-ý]t\\w", "ÉTé", ["ÉTé"]),
    ("\\w+yr", "Fy ŴYR, hŵyr, yr", ["ŴYR", "hŵyr"]),
    ("don't \\w+", "Don’t know, don't care", ["Don’t know", "don't care"]),
    ("say “\\w+”", "say \"no\", say „yes“", ["say \"no\"", "say „yes“"]),
    ("مست\\w+", "في مستشفى كبير", ["مستشفى"]),
    ("good.staff", "good😀staff good staff", ["good😀staff", "good staff"]),
    ("😀+", "😀😀 😁", ["😀😀"]),
    ("\\d+", "٣٤ 56", ["٣٤", "56"]),
    ("a\\sb", "a\u{A0}b a\tb", ["a\u{A0}b", "a\tb"]),
    ("[^\\w\\s]", "é 😀 م", ["😀"]),
  ])
  func `letters of any script are compared one by one and without case`(
    _ expression: String, _ text: String, _ found: [String]
  ) async throws {
    #expect(try await ExpressionTests.found(expression, in: text) == found)
  }

  @Test func `exceptions, conditions and negation hold for expressions, too`() async throws {
    #expect(
      try await ExpressionTests.found("\\w+ bus", in: "the bus; late bus", unless: ["late bus"])
        == ["the bus"])
    var rule = try ExpressionTests.rule(["£\\d+"])
    rule.negated = .drop
    rule.conditions = [TaggingRule.Condition(column: "site", levels: ["north"])]
    var frame = Responses.frame([("money", [rule])])
    frame.negation.negators = [try Pattern("not")]
    let coded = try await code(
      Responses.table(
        ["£5", "not £5", "£5", "not at all or only £5", "not!! £"],
        site: [.value(0), .value(0), .value(1), .value(0), .value(0)]),
      column: "comment", by: frame, width: 1)
    #expect(Responses.codes(coded) == [["money"], [], [], ["money"], []])
  }

  @Test func `patterns and expressions of one rule stand in one list`() async throws {
    var rule = try Responses.rule(["late"])
    rule.expressions = [try Expression("\\d+ min\\w*"), try Expression("late")]
    let coded = try await Responses.coded(
      ["", "late by 5 mins", nil, "!!"], by: Responses.frame([("a", [rule])]))
    #expect(
      coded.matches == [
        Match(row: 1, code: 0, rule: 0, start: 0, end: 4),
        Match(row: 1, code: 0, rule: 0, start: 8, end: 14),
      ])
  }

  @Test(arguments: [
    "(a+)+$", "(a|aa)+b", "(\\w+\\s?)*x", "(.*a){12}", "(a?){20}a{20}",
  ])
  func `no expression hangs`(_ expression: String) async throws {
    let text = String(repeating: "a", count: 20_000)
    let frame = Responses.frame([("a", [try ExpressionTests.rule([expression])])])
    _ = try await Responses.coded([text], by: frame)
  }

  @Test(arguments: [
    ("", 0, "the expression is empty"),
    ("a(b", 1, "'(' is never closed"),
    ("a)b", 1, "')' may not stand here; write '\\)' for the sign itself"),
    ("é[ab", 1, "'[' is never closed"),
    ("a^b", 1, "'^' may not stand here; write '\\^' for the sign itself"),
    ("a]", 1, "']' may not stand here; write '\\]' for the sign itself"),
    ("a[]", 1, "'[]' holds no letter"),
    ("[a[b]]", 2, "'[' may not stand here; write '\\[' for the sign itself"),
    ("*a", 0, "there is nothing to repeat before this sign"),
    ("b*", 0, "the expression finds the empty text; something in it must always be there"),
    ("a?|bc", 0, "the expression finds the empty text; something in it must always be there"),
    ("^$", 0, "the expression finds the empty text; something in it must always be there"),
    ("", 0, "the expression is empty"),
    ("a|+", 2, "there is nothing to repeat before this sign"),
    ("^*", 1, "there is nothing to repeat before this sign"),
    (
      "a+?", 2,
      "one sign of repetition is enough: an expression always takes as much as it can"
    ),
    ("a{2,1}", 1, "a repetition is written {n}, {n,} or {n,m}, with numbers up to 1000"),
    ("a{x}", 1, "a repetition is written {n}, {n,} or {n,m}, with numbers up to 1000"),
    ("a{2", 1, "'{' is never closed"),
    ("[z-a]", 1, "a range goes from a lower to a higher letter, over 200 at most"),
    ("[\\w-z]", 1, "a range goes from a lower to a higher letter, over 200 at most"),
    ("good\\b", 4, "'\\b' is not needed: an expression finds whole words; leave it out"),
    (
      "\\pL", 0,
      "'\\p' is not known; known are \\w \\W \\d \\D \\s \\S \\t \\n, and \\ before a sign"
    ),
    (
      "(a)\\1", 3,
      "'\\1' is not known; known are \\w \\W \\d \\D \\s \\S \\t \\n, and \\ before a sign"
    ),
    ("(?=a)b", 0, "groups are written ( ) or (?: ); others are not known"),
    ("a\\", 1, "'\\' may not stand here; write '\\\\' for the sign itself"),
    (
      "a(\\w{1,100}x){1,100}", 1,
      "the expression is too large: repeat less, or write several expressions"
    ),
  ])
  func `an expression that cannot be read is refused in words`(
    _ text: String, _ offset: Int, _ message: String
  ) {
    do throws(ExpressionError) {
      _ = try Expression(text)
      Issue.record("\(text) was accepted")
    } catch {
      #expect(error.offset == offset)
      #expect(error.description == message)
    }
  }

  @Test(arguments: [
    (
      ["a", "[\u{4e00}-\u{4ea0}]"], 1,
      "all expressions of a file may name 124 letters beyond a to z at most"
    )
  ])
  func `an expression that the engine cannot use is refused in words`(
    _ texts: [String], _ index: Int, _ message: String
  ) throws {
    let expressions = try texts.map { try Expression($0) }
    do throws(RefusedExpression) {
      try check(expressions)
      Issue.record("\(texts) were accepted")
    } catch {
      #expect(error.index == index)
      #expect(error.kind.description == message)
    }
  }

  @Test(arguments: 1...40)
  func `expressions find what a naive matcher finds`(_ seed: Int) async throws {
    var language = RandomExpressions(seed: UInt64(seed))
    let texts = (0..<30).map { _ in language.text() }
    let expressions = (0..<40).map { _ in language.expression() }
    let frame = Responses.frame(
      try expressions.enumerated().map { ("code-\($0)", [try ExpressionTests.rule([$1.text])]) })
    let byRow = Dictionary(grouping: try await Responses.coded(texts, by: frame).matches, by: \.row)
    for (row, text) in texts.enumerated() {
      let words = NaiveWord.words(of: text)
      let expected = expressions.enumerated().flatMap { code, expression in
        expression.matches(in: text, words).map {
          Match(row: row, code: code, rule: 0, start: $0.lowerBound, end: $0.upperBound)
        }
      }
      let found = byRow[row] ?? []
      if Set(found) != Set(expected) || found.count != expected.count {
        let codes = Set(Set(found).symmetricDifference(expected).map(\.code))
        Issue.record("\(text.debugDescription) by \(codes.map { expressions[$0].text })")
      }
    }
  }
}
