import EvaluationData
import Loading

extension InputFile {
  /// A file that is in memory only, read whole or in pieces of these sizes in turn.
  static func inMemory(
    _ bytes: [UInt8], path: String = "a.csv", pieces: [Int] = []
  ) -> InputFile {
    unsafe InputFile(path: path, byteCount: bytes.count) { memory, offset in
      let most = pieces.isEmpty ? memory.count : pieces[offset % pieces.count]
      let piece = bytes[offset...].prefix(min(most, memory.count))
      unsafe memory.copyBytes(from: piece)
      return piece.count
    }
  }

  static func inMemory(_ text: String, path: String = "a.csv", pieces: [Int] = []) -> InputFile {
    inMemory(Array(text.utf8), path: path, pieces: pieces)
  }
}

extension RequestedColumn {
  /// A column whose name in the schema is its heading in lower case.
  static func headed(_ heading: String, isOptional: Bool = false) -> RequestedColumn {
    RequestedColumn(
      name: heading.lowercased(), headers: [heading], isOptional: isOptional,
      isMostlyUnique: false)
  }
}

/// Loads files as the source `members`, with columns named by their headings in lower case.
func load(
  _ files: [InputFile], headings: [String], delimiter: UInt8? = nil, encoding: TextEncoding? = nil
) async throws(LoadError) -> Checked<SourceTable> {
  try await load(
    files,
    as: LoadRequest(
      source: "members", columns: headings.map { .headed($0) }, delimiter: delimiter,
      encoding: encoding), width: 2)
}

func load(_ text: String, headings: [String]) async throws(LoadError) -> Checked<SourceTable> {
  try await load([.inMemory(text)], headings: headings)
}

extension Checked<SourceTable> {
  /// The messages of the problems, in order.
  var messages: [String] { problems.map(\.description) }

  var rows: [[String]] {
    (0..<value.rowCount).map { row in value.columns.map { $0[row] } }
  }

  var lines: [Int] { (0..<value.rowCount).map(value.addresses.line) }

  func texts(_ column: String) -> [String]? {
    value.column(column).map { column in (0..<column.count).map { column[$0] } }
  }
}

/// Random numbers that are the same on every run (xorshift64*).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return state &* 0x2545_F491_4F6C_DD1D
  }
}
