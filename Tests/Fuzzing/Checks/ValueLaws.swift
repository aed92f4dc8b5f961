import Cleaning
import EvaluationData

/// Reads any texts as cells of a type, and stops the process where a law of cleaning is broken.
///
/// The first byte chooses the type; the other lines are the cells. Every cell is a value or
/// missing for a reason, a number is finite and within its limits, a date that was read is
/// read again from its ISO form, every change has its place, and the two ways in which a column
/// is kept, each text once or each cell, give the same.
package func checkValues(_ bytes: [UInt8]) async {
  guard let first = bytes.first else { return }
  let kind = kinds[Int(first) % kinds.count]
  let cells = bytes.dropFirst().split(separator: 0x0A, omittingEmptySubsequences: false)
    .prefix(500).map { String(decoding: $0, as: UTF8.self) }
  let once = await cleaned(cells, as: kind, storage: distinct(cells))
  let each = await cleaned(cells, as: kind, storage: .each(TextColumn(cells)))
  precondition(once.shown == each.shown, "the way of keeping texts decides how they are read")
  precondition(once.problems == each.problems, "the way of keeping texts decides what is told")
  precondition(once.shown.count == cells.count, "a cell was lost")
  for entry in once.ledger {
    precondition(
      (2..<(cells.count + 2)).contains(entry.address.line), "a change without a place")
  }
  await checkReadAgain(once, as: kind)
}

private let kinds: [ColumnSchema.Kind] = [
  .number(isWhole: false, minimum: nil, maximum: nil),
  .number(isWhole: true, minimum: -1000, maximum: 1_000_000),
  .number(isWhole: false, minimum: nil, maximum: nil, decimal: .comma),
  .date(nil), .date(.dayMonth), .date(.monthDay),
  .boolean(recodes: ["ja": true]), .id, .postcode(allowsOutward: true), .nhsNumber,
  .localAuthority, .text,
  .category(levels: [Named("f", label: "Female"), Named("m", label: "Male")], also: [:]),
]

private struct Cleaned {
  var shown: [String] = []
  var problems: [String] = []
  var ledger: [LedgerEntry] = []
}

private func cleaned(
  _ cells: [String], as kind: ColumnSchema.Kind, storage: SourceColumn.Storage
) async -> Cleaned {
  var addresses = RowAddresses()
  addresses.begin(file: "fuzzed.csv")
  for row in cells.indices { addresses.append(line: row + 2) }
  let source = SourceTable(
    name: "fuzzed", columns: [SourceColumn(name: "cell", header: "Cell", storage: storage)],
    addresses: addresses, files: [])
  let schema = ColumnSchema(
    name: Named("cell", label: "Cell"), header: "Cell", kind: kind, isRequired: false,
    missingTexts: ColumnSchema.usualMissingTexts)
  let result = await clean(
    source, to: SourceSchema(source: Named("fuzzed"), columns: [schema], key: []), width: 2)
  return Cleaned(
    shown: (0..<cells.count).map { shown(result.value.table.columns[0].cells, $0, kind) },
    problems: result.problems.map(\.description), ledger: Array(result.value.ledger))
}

/// A cell in words that can be read again.
private func shown(_ cells: Cells, _ row: Int, _ kind: ColumnSchema.Kind) -> String {
  switch cells {
  case .text(let texts): text(texts[row]) { $0 }
  case .number(let numbers):
    text(numbers[row]) { number in
      precondition(number.isFinite, "a number that is none")
      if case .number(let isWhole, let minimum, let maximum, _) = kind {
        precondition(!isWhole || number == number.rounded(), "a whole number that is not")
        precondition(number >= minimum ?? number && number <= maximum ?? number, "out of limits")
      }
      return "\(number)"
    }
  case .date(let dates): text(dates[row]) { "\($0)" }
  case .category(let levels): text(levels[row]) { levels.levels[$0].label }
  case .choices: ""
  }
}

private func text<Value>(_ cell: Cell<Value>, _ value: (Value) -> String) -> String {
  switch cell {
  case .value(let found): value(found)
  case .missing(let reason): missingMark + reason.rawValue
  }
}

/// Begins what stands for a missing cell.
private let missingMark = "\u{1}missing: "

/// What was read stands for itself.
private func checkReadAgain(_ once: Cleaned, as kind: ColumnSchema.Kind) async {
  guard case .date = kind else { return }
  let days = once.shown.filter { !$0.hasPrefix(missingMark) }
  let again = await cleaned(days, as: kind, storage: distinct(days))
  precondition(again.shown == days, "a date that is another when it is read again")
}

private func distinct(_ texts: [String]) -> SourceColumn.Storage {
  var known: [[UInt8]: UInt16] = [:]
  var kept: [String] = []
  let codes = texts.map { text in
    let bytes = Array(text.utf8)
    if let code = known[bytes] { return code }
    let code = UInt16(kept.count)
    kept.append(text)
    known[bytes] = code
    return code
  }
  return .distinct(codes: codes, texts: TextColumn(kept))
}
