import EvaluationData
import Loading
import Testing

private func load(
  _ texts: [String], isMostlyUnique: Bool = false
) async throws -> SourceColumn {
  let column = RequestedColumn(
    name: "id", headers: ["Id"], isOptional: false, isMostlyUnique: isMostlyUnique)
  let text = "Id,Row\n" + texts.enumerated().map { "\($1),\($0)\n" }.joined()
  let loaded = try await load(
    [.inMemory(text)], as: LoadRequest(source: "members", columns: [column]), width: 2)
  return try #require(loaded.value.column("id"))
}

private func texts(_ column: SourceColumn) -> [String] {
  (0..<column.count).map { column[$0] }
}

/// The distinct texts that the column keeps; nil when it keeps the text of each row.
private func distinctTexts(_ column: SourceColumn) -> [String]? {
  guard case .distinct(_, let texts) = column.storage else { return nil }
  return (0..<texts.count).map { texts[$0] }
}

struct ColumnBuilderTests {
  @Test func `each distinct text is kept once, the empty one first`() async throws {
    let column = try await load(["b", "a", "b", "b", "", "é", "a", ""])
    #expect(texts(column) == ["b", "a", "b", "b", "", "é", "a", ""])
    #expect(distinctTexts(column) == ["", "b", "a", "é"])
  }

  @Test func `texts that begin alike are told apart`() async throws {
    let long = String(repeating: "very good ", count: 20)
    let all = ["\(long)a", "\(long)b", long + "a", "very good", "very goo", "very good a"]
    let column = try await load(all.map { "\"\($0)\"" })
    #expect(texts(column) == all)
    #expect(distinctTexts(column)?.count == 6)
  }

  @Test func `a column of mostly different texts keeps the text of each row`() async throws {
    let column = try await load(["b", "a", "b"], isMostlyUnique: true)
    #expect(texts(column) == ["b", "a", "b"])
    #expect(distinctTexts(column) == nil)
  }

  @Test func `a column with 65,534 distinct texts still keeps each once`() async throws {
    let all = (0..<65_534).map { "t\($0)" } + ["t0", "t65533", "t1"]
    let column = try await load(all)
    #expect(texts(column) == all)
    #expect(distinctTexts(column)?.count == 65_535)
  }

  @Test func `a column with more distinct texts keeps the text of each row`() async throws {
    let first = (0..<40_000).flatMap { ["t\($0)", "again"] }
    let all = first + (0..<30_000).map { "u\($0)" } + ["t0", "again", "", "u29999"]
    let column = try await load(all)
    #expect(texts(column) == all)
    #expect(distinctTexts(column) == nil)
  }
}
