import EvaluationData
import Testing
import TextCoding

@Suite struct OverlapTests {
  private static func found(
    _ overlap: CodeFrame.Overlap, _ patterns: [String], in text: String
  ) async throws -> [String] {
    var frame = Responses.frame(
      try patterns.enumerated().map { ("code-\($0)", [try Responses.rule([$1])]) })
    frame.overlap = overlap
    let coded = try await Responses.coded([text, "", text], by: frame)
    #expect(
      Responses.codes(coded)[2]
        == Set(coded.matches.filter { $0.row == 2 }.map(\.code)).sorted()
        .map { "code-\($0)" })
    return coded.matches.filter { $0.row == 2 }.map { match in
      "\(match.code) \(Responses.words(of: [match], in: text)[0])"
    }
  }

  @Test(arguments: [
    (["staff", "kind staff"], "kind staff, staff", ["1 kind staff", "0 staff"]),
    (
      ["kind staff", "staff were here", "kind"], "kind staff were here",
      ["2 kind", "1 staff were here"]
    ),
    (["a bee", "bee see", "see a cow"], "a bee see a cow", ["0 a bee", "2 see a cow"]),
    (["staff", "staff"], "staff", ["0 staff", "1 staff"]),
    (["aa bb", "bb cc"], "aa bb cc", ["0 aa bb", "1 bb cc"]),
    (["aa bb", "bb cc", "cc dd ee"], "aa bb cc dd ee", ["0 aa bb", "2 cc dd ee"]),
    (["ŵyr ŵyr", "aa ŵyr"], "aa ŵyr ŵyr", ["0 ŵyr ŵyr"]),
  ])
  func `with longest, a match goes that a longer one overlaps`(
    _ patterns: [String], _ text: String, _ found: [String]
  ) async throws {
    #expect(try await OverlapTests.found(.longest, patterns, in: text) == found)
  }

  @Test func `with all, every match counts`() async throws {
    #expect(
      try await OverlapTests.found(.all, ["staff", "kind staff"], in: "kind staff")
        == ["1 kind staff", "0 staff"])
  }
}
