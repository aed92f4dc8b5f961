import EvaluationData
import Loading
import Testing

private func reading(of text: String) async throws -> (rows: [[String]], kinds: [String]) {
  let inspected = try await inspect(.inMemory(text), width: 2)
  let table = inspected.table
  let rows = (0..<table.rowCount).map { row in table.columns.map { $0[row] } }
  return ([table.columns.map(\.name)] + rows, inspected.problems.map(\.kind.rawValue))
}

struct WrappedLinesTests {
  @Test(arguments: [
    "\"id,name,n\"\n\"1,a,5\"\n\"2,b,6\"\n", "\"id;name;n\"\r\n\"1;a;5\"\r\n\"2;b;6\"",
    "\"id,\"\"name\"\",n\"\n\"1,\"\"a\"\",5\"\n\"2,b,6\"\n",
  ])
  func `quotation marks round each line are taken off`(text: String) async throws {
    let reading = try await reading(of: text)
    #expect(reading.rows == [["id", "name", "n"], ["1", "a", "5"], ["2", "b", "6"]])
    #expect(reading.kinds == ["mended-row"])
  }

  @Test(arguments: [
    "\"comment\"\n\"kind, warm\"\n\"late, cold\"\n",
    "\"name, town\"\n\"Ann, Leeds\"\n\"Bob, York\"\n", "\"a,b\"\n\"c,d,e\"\n",
    "\"id\",\"n\"\n\"1\",\"2\"\n", "\"id,name\"\n1,a\n", "\"a,b\nc,d\"\n\"e,f\"\n",
  ])
  func `quotation marks round texts of one column stay what they are`(
    text: String
  ) async throws {
    let reading = try await reading(of: text)
    #expect(!reading.kinds.contains("mended-row"))
  }
}
