import EvaluationData
import Loading
import Testing

private func rows(of text: String) async throws -> [[String]] {
  let table = try await inspect(.inMemory(text), width: 2).table
  return (0..<table.rowCount).map { row in table.columns.map { $0[row] } }
}

struct OuterSpacesTests {
  @Test func `spaces at the ends of some cells are part of them`() async throws {
    #expect(
      try await rows(of: "id,comment,n\n1, late,3\n2,kind ,4\n3,fair,5\n 4,\tfar,6 \n")
        == [
          ["1", " late", "3"], ["2", "kind ", "4"], ["3", "fair", "5"], [" 4", "\tfar", "6 "],
        ])
  }

  @Test(arguments: [
    "id, comment, n\n1, late, 3\n2, kind, 4\n",
    "id ,comment,n\n1  ,late,3\n2  ,kind,4\n",
    "id|comment| n\n1|late|  3\n2|kind| 44\n",
  ])
  func `spaces with which a column is laid out are not`(text: String) async throws {
    #expect(try await rows(of: text).map { $0[1] } == ["late", "kind"])
    #expect(try await rows(of: text).joined().allSatisfy { !$0.contains(" ") })
  }

  @Test func `spaces round quotes are no part of the cell, nor a cell`() async throws {
    #expect(
      try await rows(of: "id,comment,n\n1,\"a, b\" ,3\n2, \"c\",4\n3,d ,5\n4,e,6\n")
        == [["1", "a, b", "3"], ["2", "c", "4"], ["3", "d ", "5"], ["4", "e", "6"]])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `a line of spaces is no row`(end: String) async throws {
    let text = ["id,comment", "1,a ", "  ", "2,b", "\t ", "3,c", " "].joined(separator: end)
    #expect(try await rows(of: text) == [["1", "a "], ["2", "b"], ["3", "c"]])
    #expect(try await rows(of: "  \(end) \(end)" + text + end).count == 3)
  }

  @Test func `a pipeline reads cells without the spaces at their ends`() async throws {
    let loaded = try await load("id,comment\n1, late\n2,kind \n3,fair\n", headings: ["comment"])
    #expect(loaded.rows == [["late"], ["kind"], ["fair"]])
  }
}
