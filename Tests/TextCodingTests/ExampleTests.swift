import EvaluationData
import TextCoding
import Testing

@Suite struct ExampleTests {
  private static func code(
    _ name: String, _ rules: [TaggingRule], match: [String] = [], noMatch: [String] = [],
    parent: Int? = nil
  ) -> Code {
    var code = Code(name: Named(name), definition: "", rules: rules)
    code.examples.match = match
    code.examples.noMatch = noMatch
    code.parent = parent
    return code
  }

  @Test func `each example says what the rules of its code find`() throws {
    let frame = CodeFrame(codes: [
      ExampleTests.code(
        "bus", [try Responses.rule(["bus*"], unless: ["bus pass"])],
        match: ["Two buses", "My bus pass"], noMatch: ["The minibus", "A bus"]),
      ExampleTests.code("tea", [try Responses.rule(["tea"])]),
    ])
    let results = try testExamples(of: frame)
    #expect(results.map(\.isAsExpected) == [true, false, true, false])
    #expect(results.map(\.kind) == [.match, .match, .noMatch, .noMatch])
    #expect(results.map(\.index) == [0, 1, 0, 1])
    #expect(results[3].matches == [Match(row: 3, code: 0, rule: 0, start: 2, end: 5)])
  }

  @Test func `what another code finds says nothing`() throws {
    let frame = CodeFrame(codes: [
      ExampleTests.code("bus", [try Responses.rule(["bus"])], noMatch: ["tea"]),
      ExampleTests.code("tea", [try Responses.rule(["tea"])], match: ["tea"]),
    ])
    #expect(try testExamples(of: frame).allSatisfy(\.isAsExpected))
  }

  @Test func `a code has what the codes below it find`() throws {
    let frame = CodeFrame(codes: [
      ExampleTests.code("travel", [], match: ["by bus"], noMatch: ["tea"]),
      ExampleTests.code("road", [], parent: 0),
      ExampleTests.code("bus", [try Responses.rule(["bus"])], parent: 1),
    ])
    #expect(try testExamples(of: frame).allSatisfy(\.isAsExpected))
  }

  @Test func `what a rule asks of the row counts as given`() throws {
    let condition = TaggingRule.Condition(column: "site", levels: ["north"])
    let frame = CodeFrame(codes: [
      ExampleTests.code(
        "bus", [try Responses.rule(["bus"], conditions: [condition])], match: ["bus"])
    ])
    #expect(try testExamples(of: frame).map(\.isAsExpected) == [true])
  }

  @Test func `a frame without examples is not compiled`() throws {
    let frame = CodeFrame(codes: [ExampleTests.code("bus", [try Responses.rule(["bus"])])])
    #expect(try testExamples(of: frame).isEmpty)
  }
}
