import EvaluationData
import Loading
import Testing

/// A table and one of the many ways to write it as CSV.
private struct RandomTable {
  let delimiter: UInt8
  let cells: [[String]]
  let text: String

  var headings: [String] { cells[0] }

  init(seed: Int, rows: Int, longCells: Bool = false) {
    var random = Seeded(seed)
    delimiter = [0x2C, 0x3B, 0x09, 0x7C].randomElement(using: &random) ?? 0x2C
    let separator = String(UnicodeScalar(delimiter))
    let columns = Int.random(in: 2...5, using: &random)
    var cells = [(0..<columns).map { "Question \($0)" }]
    var text = ""
    for row in 0...rows {
      if row > 0 {
        // A row of blank cells or with one cell may be none of the data.
        cells.append(
          (0..<columns).map { column in
            (column == 0 || column == columns - 1 ? "r" : "")
              + RandomTable.cell(longCells, using: &random)
          })
      }
      let written = cells[row].map { RandomTable.written($0, separator, using: &random) }
      text += written.joined(separator: separator)
      if row == rows, Bool.random(using: &random) { break }
      text += RandomTable.lineEnding(using: &random)
      if Int.random(in: 0..<10, using: &random) == 0 {
        text += RandomTable.lineEnding(using: &random)
      }
    }
    self.cells = cells
    self.text = text
  }

  private static func lineEnding(using random: inout Seeded) -> String {
    ["\n", "\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
  }

  private static func cell(_ isLong: Bool, using random: inout Seeded) -> String {
    let pieces = [
      "a", "bc", "é", "🙂", " ", "\t", ",", ";", "|", "\"", "\"\"", "\n", "\r\n", "\r", "x y",
    ]
    let counts = isLong ? [0, 1, 60, 90, 900] : [0, 1, 1, 2, 3, 8]
    let count = counts.randomElement(using: &random) ?? 0
    return (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }

  private static func written(
    _ cell: String, _ separator: String, using random: inout Seeded
  ) -> String {
    let blanks: [UInt8] = [0x20, 0x09]
    let needsQuotes =
      cell.utf8.contains { [0x22, 0x0A, 0x0D].contains($0) } || cell.contains(separator)
      || cell.utf8.first.map(blanks.contains) == true
      || cell.utf8.last.map(blanks.contains) == true
    guard needsQuotes || Bool.random(using: &random) else { return cell }
    let doubled = cell.utf8.flatMap { $0 == 0x22 ? [$0, $0] : [$0] }
    return "\"\(String(decoding: doubled, as: UTF8.self))\""
  }
}

/// A row as the test's own reader sees it.
private struct Row: Equatable {
  let cells: [String]
  let line: Int
}

/// Reads CSV by the letter of RFC 4180: slow, short, and without a line of the loader's.
private func rowsByTheBook(_ text: String, delimiter: UInt8) -> [Row] {
  let bytes = Array(text.utf8)
  let (quote, feed, carriageReturn): (UInt8, UInt8, UInt8) = (0x22, 0x0A, 0x0D)
  var rows: [Row] = []
  var index = 0
  var line = 1
  while index < bytes.count {
    let start = index
    var cells: [String] = []
    while true {
      var cell: [UInt8] = []
      if index < bytes.count, bytes[index] == quote {
        index += 1
        while bytes[index] != quote || index + 1 < bytes.count && bytes[index + 1] == quote {
          if bytes[index] == quote { index += 1 }
          cell.append(bytes[index])
          index += 1
        }
        index += 1
      } else {
        while index < bytes.count, ![delimiter, feed, carriageReturn].contains(bytes[index]) {
          cell.append(bytes[index])
          index += 1
        }
      }
      cells.append(String(decoding: cell, as: UTF8.self))
      guard index < bytes.count, bytes[index] == delimiter else { break }
      index += 1
    }
    if index > start { rows.append(Row(cells: cells, line: line)) }
    let isPair =
      index + 1 < bytes.count && bytes[index] == carriageReturn && bytes[index + 1] == feed
    index += isPair ? 2 : 1
    let taken = bytes[start..<min(index, bytes.count)]
    line += taken.indices.count {
      taken[$0] == feed && ($0 == start || taken[$0 - 1] != carriageReturn)
        || taken[$0] == carriageReturn
    }
  }
  return rows
}

struct CSVParserTests {
  @Test(arguments: 0..<150)
  func `a table is read back however it is written`(seed: Int) async throws {
    let table = RandomTable(seed: seed, rows: seed % 40)
    let expected = rowsByTheBook(table.text, delimiter: table.delimiter)
    #expect(expected.map(\.cells) == table.cells)
    let file = InputFile.inMemory(table.text)
    let loaded = try await load([file], headings: table.headings)
    #expect(loaded.rows == Array(table.cells.dropFirst()))
    #expect(loaded.lines == expected.dropFirst().map(\.line))
    #expect(loaded.problems.map(\.kind) == (table.cells.count == 1 ? [.noRows] : []))
  }

  @Test(arguments: 0..<60)
  func `the size of the pieces that a file is read in does not matter`(seed: Int) async throws {
    let table = RandomTable(seed: 1000 + seed, rows: 30)
    let expected = rowsByTheBook(table.text, delimiter: table.delimiter)
    let pieces = [[1], [2, 1], [1, 2, 3, 4, 5, 6, 7], [7, 3]][seed % 4]
    let file = InputFile.inMemory(table.text, pieces: pieces)
    let loaded = try await load([file], headings: table.headings)
    #expect(loaded.rows == Array(table.cells.dropFirst()))
    #expect(loaded.lines == expected.dropFirst().map(\.line))
    #expect(loaded.problems == [])
  }

  @Test(arguments: 0..<3)
  func `rows across the borders of blocks are read whole`(seed: Int) async throws {
    let table = RandomTable(seed: 2000 + seed, rows: 2000, longCells: true)
    #expect(table.text.utf8.count > 1 << 20)
    let expected = rowsByTheBook(table.text, delimiter: table.delimiter)
    let loaded = try await load([.inMemory(table.text)], headings: table.headings)
    #expect(loaded.rows == Array(table.cells.dropFirst()))
    #expect(loaded.lines == expected.dropFirst().map(\.line))
    #expect(loaded.problems == [])
  }

  @Test func `one cell may be larger than a block`() async throws {
    let long = String(repeating: "long, \"winding\"\nanswer ", count: 120_000) + "."
    let quoted = long.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"")
    let loaded = try await load(
      "Id,Comment\n1,\"\(quoted)\"\n2,short\n", headings: ["Id", "Comment"])
    #expect(loaded.rows == [["1", long], ["2", "short"]])
    #expect(loaded.lines == [2, 120_003])
  }

  @Test(arguments: 0..<400)
  func `no muddle of quotation marks and line endings stops or splits the reading`(seed: Int)
    async throws
  {
    var random = Seeded(5000 + seed)
    let letters: [UInt8] = [0x22, 0x22, 0x22, 0x0A, 0x0D, 0x20, 0x09, 0x2C, 0x2C, 0x61, 0x62]
    let muddle = (0..<Int.random(in: 1...120, using: &random)).map { _ in
      letters.randomElement(using: &random) ?? 0x61
    }
    let bytes = Array("Id,Comment\n".utf8) + muddle
    let whole = try await load([.inMemory(bytes)], headings: ["Id", "Comment"])
    let pieces = try await load([.inMemory(bytes, pieces: [1, 3])], headings: ["Id", "Comment"])
    #expect(whole.rows == pieces.rows)
    #expect(whole.lines == pieces.lines)
    #expect(whole.messages == pieces.messages)
    // Every row has a line of its own, and none lies outside the file.
    let breaks = bytes.indices.count {
      bytes[$0] == 0x0D || bytes[$0] == 0x0A && bytes[$0 - 1] != 0x0D
    }
    #expect(zip(whole.lines, whole.lines.dropFirst()).allSatisfy { $0 < $1 })
    #expect(whole.lines.allSatisfy { (2...(breaks + 1)).contains($0) })
    // Nothing but quotation marks, delimiters and white space gets lost without a word.
    let kept = whole.rows.joined().joined().utf8.filter { $0 == 0x61 || $0 == 0x62 }.count
    let lost = whole.problems.contains {
      [.longRow, .footerRow, .secondTable].contains($0.kind)
    }
    #expect(lost || kept == muddle.filter { $0 == 0x61 || $0 == 0x62 }.count)
  }
}
