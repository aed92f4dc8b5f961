import EvaluationData
import Testing
import TextCoding

@Suite struct LargeInputTests {
  @Test func `a response of one megabyte is coded to its end`() async throws {
    let sentence = "The staff were not so kind and we waited. "
    let count = 1_048_576 / sentence.utf8.count
    let text = String(repeating: sentence, count: count) + "kind"
    let frame = Responses.frame([
      ("kind", [try Responses.rule(["kind"], unless: ["not <2> kind"])]),
      ("wait", [try Responses.rule(["wait*"], unless: ["never waited"])]),
    ])
    let coded = try await Responses.coded([text], by: frame)
    #expect(coded.matches.count { $0.code == 1 } == count)
    let end = text.utf8.count
    #expect(coded.matches.filter { $0.code == 0 }.map(\.start) == [end - 4])
    #expect(coded.matches.last?.end == end)
  }

  @Test func `five thousand rules are told apart`() async throws {
    let frame = Responses.frame(
      try (0..<5000).map { ("code-\($0)", [try Responses.rule(["topic\($0) <2> matters"])]) })
    let texts = [0, 17, 2500, 4999].map { "Here topic\($0) really matters" }
    let coded = try await Responses.coded(texts, by: frame, width: 2)
    #expect(Responses.codes(coded) == [["code-0"], ["code-17"], ["code-2500"], ["code-4999"]])
  }
}
