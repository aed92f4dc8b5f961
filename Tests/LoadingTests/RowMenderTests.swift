import EvaluationData
import Loading
import Testing

private let heading = "day,time,n,code,note\n"
private let regular = [
  ["01/02/2026", "10:00", "5", "AB-12", "warm"], ["02/02/2026", "10:15", "6", "AB-13", "kind"],
  ["03/02/2026", "10:30", "7", "AB-14", "calm"], ["04/02/2026", "10:45", "8", "AB-15", "fair"],
]

/// What becomes of one row among regular ones, and what is said of it.
private func reading(of row: String) async throws -> (cells: [String], messages: [String]) {
  let rows = regular.map { $0.joined(separator: ",") + "\n" }
  let text = heading + rows[0] + rows[1] + row + "\n" + rows[2] + rows[3]
  let inspected = try await inspect(.inMemory(text), width: 2)
  let table = inspected.table
  let read = (0..<table.rowCount).map { row in table.columns.map { $0[row] } }
  // The others are read as they stand, whatever is done about this one.
  #expect(Array(read.prefix(2) + read.suffix(2)) == regular)
  return (read[2], inspected.problems.map(\.description))
}

private func message(_ wording: String) -> [String] {
  ["a.csv:4: mended-row: expected 5 cells; \(wording)"]
}

struct RowMenderTests {
  private let right = ["05/02/2026", "11:00", "9", "AB-16", "near, by"]

  @Test(arguments: [
    "05/02/2026,11:00,,9,AB-16,\"near, by\"", ",05/02/2026,11:00,9,AB-16,\"near, by\"",
  ])
  func `an empty cell too many is left out`(row: String) async throws {
    let reading = try await reading(of: row)
    #expect(reading.cells == right)
    #expect(reading.messages == message("an empty cell too many was left out"))
  }

  @Test(arguments: [
    "05/02/202611:00,9,AB-16,\"near, by\"", "05/02/2026,11:009,AB-16,\"near, by\"",
    "05/02/2026,11:00,9AB-16,\"near, by\"", "05/02/2026,11:00,\"9\"\"AB-16\",\"near, by\"",
  ])
  func `cells without a separator between them are parted`(row: String) async throws {
    let reading = try await reading(of: row)
    #expect(reading.cells == right)
    #expect(
      reading.messages == message("two cells without a separator between them were parted"))
  }

  @Test func `a separator in a text without quotes is part of it`() async throws {
    let reading = try await reading(of: "05/02/2026,11:00,9,AB-16,near, by")
    #expect(reading.cells == right)
    #expect(reading.messages == message("a separator inside a text was taken for a part of it"))
  }

  @Test(arguments: [
    (";", "semicolon"), ("\t", "tab"), ("|", "pipe"), (" ", "space"),
  ])
  func `a row with another separator is read with it`(
    separator: String, name: String
  ) async throws {
    let row = ["05/02/2026", "11:00", "9", "AB-16", "\"near, by\""].joined(separator: separator)
    let reading = try await reading(of: row)
    #expect(reading.cells == right)
    #expect(reading.messages == message("its cells are parted by another sign (\(name))"))
  }

  @Test func `words are put together where spaces part the cells`() async throws {
    let reading = try await reading(of: "05/02/2026 11:00 9 AB-16 near  the sea")
    #expect(reading.cells == ["05/02/2026", "11:00", "9", "AB-16", "near  the sea"])
  }

  @Test(arguments: [
    (
      "\"05/02/2026,11:00,9,AB-16,\"near, by\"",
      ["\"05/02/2026", "11:00", "9", "AB-16", "near, by"]
    ),
    (
      "05/02/2026,11:00,\"9,AB-16,\"near, by\"",
      ["05/02/2026", "11:00", "\"9", "AB-16", "near, by"]
    ),
  ])
  func `a quotation mark that joins cells is a letter`(
    row: String, cells: [String]
  ) async throws {
    let reading = try await reading(of: row)
    #expect(reading.cells == cells)
    #expect(
      reading.messages
        == message("a quotation mark that opens no cell was taken for a letter"))
  }

  @Test func `a row in quotation marks as a whole is read without`() async throws {
    let reading = try await reading(of: "\"05/02/2026,11:00,9,AB-16,\"\"near, by\"\"\"")
    #expect(reading.cells == right)
    #expect(reading.messages == message("the quotation marks round the whole row were taken off"))
  }

  @Test(arguments: [
    // The last cells are missing: nothing stands in a wrong column.
    "05/02/2026,11:00,9,AB-16", "05/02/2026,11:00", "05/02/2026",
    // No way of reading goes with the columns.
    "05/02/2026,11:00,9,AB-16,near,by,7,x", "near,by", "a note on the day before",
  ])
  func `a row that goes with the columns in no other way stays as it is`(
    row: String
  ) async throws {
    let reading = try await reading(of: row)
    let cells = row.split(separator: ",").map(String.init)
    #expect(reading.cells == Array((cells + ["", "", "", ""]).prefix(5)))
    #expect(reading.messages.count == 1)
    #expect(reading.messages.allSatisfy { !$0.contains("mended-row") })
  }

  @Test func `of two texts none is given the separator`() async throws {
    let text = "id,good,bad\n1,warm,late\n2,kind,calm,loud\n3,fair,cold\n4,near,dark\n"
    let inspected = try await inspect(.inMemory(text), width: 2)
    #expect(
      inspected.problems.map(\.description) == [
        "a.csv:3: long-row: expected 3 cells, found 4"
      ])
  }

  @Test func `a space behind the separator tells to which of two texts it belongs`() async throws {
    let text = "id,good,bad\n1,warm,late\n2,kind, calm,loud\n3,fair,cold\n4,near,dark\n"
    let table = try await inspect(.inMemory(text), width: 2).table
    #expect(table.columns.map { $0[1] } == ["2", "kind, calm", "loud"])
  }

  @Test func `headings that a quotation mark joins are parted by the width of the rows`()
    async throws
  {
    let text = "id,\"name,\"town\",n\n1,a,b,5\n2,c,d,6\n3,e,f,7\n"
    let inspected = try await inspect(.inMemory(text), width: 2)
    #expect(inspected.table.columns.map(\.name) == ["id", "\"name", "town", "n"])
    #expect(
      inspected.problems.map(\.description) == [
        "a.csv:1: mended-row: expected 4 cells; a quotation mark that opens no cell was taken "
          + "for a letter"
      ])
  }

  @Test func `a run reads a mended row too`() async throws {
    let rows = regular.map { $0.joined(separator: ",") + "\n" }.joined()
    let loaded = try await load(
      heading + rows + "05/02/2026,,11:00,9,AB-16,late\n", headings: ["n", "note"])
    #expect(loaded.rows.last == ["9", "late"])
    #expect(loaded.messages.map { $0.contains("mended-row") } == [true])
  }

  @Test func `where all rows have cells too many nothing is put right`() async throws {
    let rows = (0..<30).map { "M\($0),Harbour,\($0)\n" }.joined()
    let inspected = try await inspect(.inMemory("site,n\n" + rows), width: 2)
    #expect(!inspected.problems.contains { $0.kind == .mendedRow })
  }

  @Test func `a row with hundreds of quotation marks out of place stays as it is`() async throws {
    let text = String(repeating: "a\",\"b\"\"c,", count: 400)
    let reading = try await reading(of: text)
    #expect(reading.messages.allSatisfy { !$0.contains("mended-row") })
  }

  @Test func `of very many columns and very long rows none is put right`() async throws {
    let columns = 20_000
    let names = (0..<columns).map { "c\($0)" }.joined(separator: ",")
    let row = Array(repeating: "7", count: columns)
    let rows = Array(repeating: row, count: 4) + [row + [""], Array(row.dropLast())]
    let wide = names + "\n" + rows.map { $0.joined(separator: ",") + "\n" }.joined()
    let inspected = try await inspect(.inMemory(wide), width: 2)
    #expect(inspected.problems.map(\.kind) == [.shortRow])

    let word = String(repeating: "so \"warm, ", count: 20_000)
    let long = heading + regular.map { $0.joined(separator: ",") + "\n" }.joined()
    let table = try await inspect(
      .inMemory(long + "05/02/2026,11:00,9,AB-16,\(word)\n"), width: 2)
    #expect(table.problems.map(\.kind) == [.longRow])
  }

  @Test func `where the file is cut for reading makes no difference`() async throws {
    let row = "01/02/2026,10:00,5,AB-12,warm\n"
    let count = (1 << 22) / row.utf8.count
    let text =
      heading + String(repeating: row, count: count / 2) + ",05/02/2026,11:00,9,AB-16,x\n"
      + String(repeating: row, count: count / 2) + "06/02/202611:00,9,AB-17,y\n"
    for width in [1, 3] {
      let inspected = try await inspect(.inMemory(text), width: width)
      let table = inspected.table
      #expect(table.columns.map { $0[count / 2] } == ["05/02/2026", "11:00", "9", "AB-16", "x"])
      #expect(table.columns.map { $0[table.rowCount - 1] }.last == "y")
      #expect(inspected.problems.map(\.kind) == [.mendedRow, .mendedRow])
    }
  }
}
