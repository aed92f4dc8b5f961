import EvaluationData
import Pipelines
import Testing
import TextCoding

@Suite struct SingleCodeTests {
  /// Texts with the code that people gave them; the last three are kept back.
  private static let responses = [
    ("tea", "drinks"), ("tea", "drinks"), ("tea", "drinks"), ("tea", "travel"),
    ("cake", "drinks"), ("cake", "drinks"),
    ("bus", "travel"), ("bus", "travel"), ("bus", "travel"), ("bus", "travel"), ("bus", "drinks"),
    ("tea on the bus", "travel"), ("tea and cake on the bus", "drinks"), ("quiet", "travel"),
  ]

  private func singleCode(second: [Int: String] = [:]) async throws -> SingleCode? {
    var reasons = MissingReasons()
    var addresses = RowAddresses()
    addresses.begin(file: "comments.csv")
    let choices = [Named("drinks"), Named("travel")]
    var codes = ChoiceColumn(choices: choices)
    for (row, response) in SingleCodeTests.responses.enumerated() {
      reasons.append(nil)
      addresses.append(line: row + 2)
      let given = [response.1, second[row]]
      var bits: UInt64 = 0
      for (place, choice) in choices.enumerated() where given.contains(choice.name) {
        bits |= 1 << UInt64(place)
      }
      codes.append([bits])
    }
    let texts = TextCells(
      texts: TextColumn(SingleCodeTests.responses.map(\.0)), reasons: reasons)
    let table = Table(
      name: Named("comments"),
      columns: [Column(name: Named("comment"), cells: .text(texts))], addresses: addresses,
      loadedRows: texts.count)
    func code(_ name: String, _ patterns: [String]) throws -> Code {
      let rule = TaggingRule(match: try patterns.map { try Pattern($0) })
      return Code(name: Named(name), definition: "", rules: [rule])
    }
    return try await SingleCode(
      of: CodeFrame(codes: [try code("drinks", ["tea", "cake"]), try code("travel", ["bus"])]),
      from: CodedByPeople(
        table: table, text: "comment", codes: codes,
        groups: texts.texts.ends.map(String.init), attributes: []),
      learn: Array(0..<11), keep: [11, 12, 13], width: 1)
  }

  @Test func `of several codes the one counts that the terms make likeliest`() async throws {
    // By the responses learned from, tea is right in (3 + 5 × 5/6) / 9 = 0.796 of its
    // responses, cake in 0.881, bus in 0.8. So tea and bus make travel, tea, cake and bus drinks;
    // no term makes drinks, the most frequent.
    let single = try #require(try await singleCode())
    #expect(single.accuracy == 2.0 / 3)
    #expect(single.macroF1 == 2.0 / 3)
    #expect(single.majority == 1.0 / 3)
  }

  @Test func `where people gave two codes to a response, there is no single code`() async throws {
    #expect(try await singleCode(second: [4: "travel"]) == nil)
  }
}
