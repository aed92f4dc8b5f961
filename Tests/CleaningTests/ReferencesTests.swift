import Cleaning
import EvaluationData
import Testing

private func table(_ name: String, ids: [String]) async -> Table {
  let cleaned = await clean(
    source([("id", ids)], keepsEachText: true),
    to: SourceSchema(
      source: Named(name, label: name.uppercased()), columns: [.column("id", .id)], key: []),
    width: 1)
  return cleaned.value.table
}

private let reference = Reference(
  source: "visits", column: "id", target: "members", targetColumn: "id", header: "Member id")

struct ReferencesTests {
  @Test func `an id that is not listed is a problem`() async {
    let problems = checkReferences(
      [reference],
      in: [await table("members", ids: ["a", "b"]), await table("visits", ids: ["b", "c", "a"])])
    #expect(
      problems.map(\.description) == [
        "a.csv:3: column 'Member id': unknown-reference: expected an id that is listed in "
          + "'MEMBERS'"
      ])
    #expect(problems.map(\.value) == ["c"])
  }

  @Test func `blank ids refer to nothing and blank space does not count`() async {
    let problems = checkReferences(
      [reference],
      in: [
        await table("members", ids: ["a ", ""]),
        await table("visits", ids: ["", "N/A", " a", "a\u{A0}"]),
      ])
    #expect(problems == [])
  }

  @Test func `an id is not folded`() async {
    let problems = checkReferences(
      [reference],
      in: [await table("members", ids: ["A-1"]), await table("visits", ids: ["a-1", "A1"])])
    #expect(problems.map(\.address.line) == [2, 3])
  }

  @Test func `references to a source that is not there are passed over`() async {
    #expect(checkReferences([reference], in: [await table("visits", ids: ["a"])]) == [])
    #expect(checkReferences([reference], in: [await table("members", ids: ["a"])]) == [])
  }
}
