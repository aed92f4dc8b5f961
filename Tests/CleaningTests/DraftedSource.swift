import Cleaning
import EvaluationData

/// A column of a source to be drafted: its heading and its texts, nil in the rows of files
/// that do not have it.
struct DraftedSourceColumn {
  let heading: String
  let texts: [String?]

  init(_ heading: String, _ texts: [String?]) {
    self.heading = heading
    self.texts = texts
  }
}

/// A draft of columns whose rows stand in files of so many rows each.
func draft(
  _ columns: [DraftedSourceColumn], files: [Int]? = nil, levelRows: Int = 5,
  keepsEachText: Bool = false
) -> SchemaDraft {
  let rows = columns.first?.texts.count ?? 0
  var addresses = RowAddresses()
  var ranges: [Range<Int>] = []
  var loaded: [LoadedFile] = []
  for (index, count) in (files ?? [rows]).enumerated() {
    let path = "\(["a", "b", "c", "d"][index]).csv"
    addresses.begin(file: path)
    ranges.append(addresses.count..<(addresses.count + count))
    for row in 0..<count { addresses.append(line: row + 2) }
    loaded.append(
      LoadedFile(
        path: path, byteCount: 0, encoding: "UTF-8", delimiter: "comma", headerLine: 1, rows: count)
    )
  }
  let source = SourceTable(
    name: "draft",
    columns: columns.map { column in
      SourceColumn(
        name: column.heading, header: column.heading,
        storage: storage(column.texts.map { $0 ?? "" }, keepsEachText),
        notAsked: ranges.filter { range in
          !range.isEmpty && range.allSatisfy { column.texts[$0] == nil }
        })
    }, addresses: addresses, files: loaded)
  return draftSchema(of: source, levelRows: levelRows)
}

private func storage(_ texts: [String], _ keepsEachText: Bool) -> SourceColumn.Storage {
  if keepsEachText { return .each(TextColumn(texts)) }
  var known: [String: UInt16] = [:]
  var distinct: [String] = []
  let codes = texts.map { text in
    if let code = known[text] { return code }
    known[text] = UInt16(distinct.count)
    distinct.append(text)
    return UInt16(distinct.count - 1)
  }
  return .distinct(codes: codes, texts: TextColumn(distinct))
}

/// The draft of a single column.
func draftedColumn(
  _ heading: String = "Answer", _ texts: [String], levelRows: Int = 5, keepsEachText: Bool = false
) -> DraftedColumn {
  draft(
    [DraftedSourceColumn(heading, texts)], levelRows: levelRows, keepsEachText: keepsEachText
  ).columns[0]
}

/// Each text so many times, one after another.
func repeated(_ counts: (String, Int)...) -> [String] {
  counts.flatMap { text, count in [String](repeating: text, count: count) }
}

extension DraftedKind {
  /// The levels or choices by their texts.
  var levelTexts: [String] {
    switch self {
    case .category(let levels), .choices(let levels, _): levels.map(\.text)
    default: []
    }
  }
}
