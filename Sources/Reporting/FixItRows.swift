import EvaluationData

/// One row of an owner's sheet: one problem, or all problems of the same text.
struct FixItRow {
  let source: String
  /// The place of the cell; nil where the row speaks of several.
  let place: (file: String, line: Int)?
  let column: String
  /// How many rows of the exports it speaks of, and where the first of them are.
  let rows: String
  let found: String
  let expected: String
  let why: String
  let remedy: String
  let allowed: [String]
  /// Whether a value can be typed that mends it.
  let isMendable: Bool
}

/// Rows of one kind that must be mended one by one are listed up to this number.
private let listedOneByOne = 100

/// The problems as rows, in the order of file, line and column.
///
/// A text that is wrong wherever it stands is one row, in the place of the first.
func fixItRows(_ items: [FixItItem]) -> [FixItRow] {
  var groups: [ProblemGroup] = []
  var places: [GroupKey: Int] = [:]
  var listed: [GroupKey.Column: Int] = [:]
  for index in items.indices.sorted(by: { isEarlier(items[$0], items[$1]) }) {
    let item = items[index]
    let column = GroupKey.Column(item)
    var key = GroupKey(column: column, sameness: Sameness(item.problem))
    if places[key] == nil, item.problem.mending != .text {
      if listed[column, default: 0] >= listedOneByOne {
        key = GroupKey(column: column, sameness: .rest)
      } else {
        listed[column, default: 0] += 1
      }
    }
    if let place = places[key] {
      groups[place].add(item.problem.address)
    } else {
      places[key] = groups.count
      groups.append(ProblemGroup(item, isRest: key.sameness == .rest))
    }
  }
  return groups.map(\.row)
}

private func isEarlier(_ first: FixItItem, _ second: FixItItem) -> Bool {
  let (one, other) = (first.problem.address, second.problem.address)
  if one.file != other.file { return one.file < other.file }
  if one.line != other.line { return one.line < other.line }
  let (column, otherColumn) = (one.column ?? "", other.column ?? "")
  if column != otherColumn { return column < otherColumn }
  let (kind, otherKind) = (first.problem.kind.rawValue, second.problem.kind.rawValue)
  if kind != otherKind { return kind < otherKind }
  return (first.problem.expected, first.problem.value ?? "")
    < (second.problem.expected, second.problem.value ?? "")
}

/// What a typed value can mend.
private enum Mending {
  /// Every cell of the column with this text.
  case text
  /// This cell; the same text may have to become another elsewhere.
  case cell
  /// Nothing: it needs a new export, or a decision about whole rows.
  case nothing
}

extension Problem {
  fileprivate var mending: Mending {
    switch kind {
    case .duplicateRecord, .straightLining, .speeding: return .nothing
    default: break
    }
    guard address.line > 0, address.column != nil else { return .nothing }
    if kind == .missingRequired { return .cell }
    guard let value, !value.isEmpty else { return .nothing }
    switch kind {
    case .unknownLevel, .unreadableDate, .unreadableNumber, .ambiguousDate, .ambiguousNumber,
      .excelSerialDate, .excelDate, .unreadablePostcode, .unreadableNHSNumber, .unknownArea,
      .outOfRange, .unknownReference, .unknownMargin:
      return .text
    default: return .cell
    }
  }
}

/// What makes two problems of a column the same.
private enum Sameness: Hashable {
  case text(expected: String, value: String?)
  case cell(file: String, line: Int)
  /// Further ones that are counted, not listed.
  case rest

  init(_ problem: Problem) {
    self =
      problem.mending == .cell
      ? .cell(file: problem.address.file, line: problem.address.line)
      : .text(expected: problem.expected, value: problem.value)
  }
}

private struct GroupKey: Hashable {
  struct Column: Hashable {
    let source: String
    let column: String?
    let kind: ProblemKind

    init(_ item: FixItItem) {
      source = item.source.name
      column = item.problem.address.column
      kind = item.problem.kind
    }
  }

  let column: Column
  let sameness: Sameness
}

private struct ProblemGroup {
  private static let shownLines = 5

  private let first: FixItItem
  private let isRest: Bool
  private var count = 1
  private var last: CellAddress
  private var firstLines: [(file: String, lines: [Int])] = []
  private var shown = 0

  init(_ item: FixItItem, isRest: Bool) {
    first = item
    self.isRest = isRest
    last = item.problem.address
    show(last)
  }

  /// Addresses come in order, so that a row that is told twice counts once.
  mutating func add(_ address: CellAddress) {
    guard address != last else { return }
    last = address
    count += 1
    show(address)
  }

  private mutating func show(_ address: CellAddress) {
    guard shown < ProblemGroup.shownLines else { return }
    shown += 1
    if firstLines.last?.file == address.file {
      firstLines[firstLines.count - 1].lines.append(address.line)
    } else {
      firstLines.append((address.file, [address.line]))
    }
  }

  private var rows: String {
    let address = first.problem.address
    if count == 1, !isRest { return address.line == 0 ? "The whole file" : "1 row" }
    let places = firstLines.map { file, lines in
      lines == [0]
        ? file
        : "\(file): \(lines.count == 1 ? "line" : "lines") "
          + lines.map(String.init).joined(separator: ", ")
    }.joined(separator: "; ")
    let noun = address.line == 0 ? "file" : "row"
    let begin = plural(count, isRest ? "more \(noun)" : noun)
    return count > shown ? "\(begin). The first: \(places)" : "\(begin). \(places)"
  }

  var row: FixItRow {
    let problem = first.problem
    let isMendable = problem.mending != .nothing && !isRest && !first.isDerived
    // The marks around words of the pipeline file mean nothing in a workbook.
    var remedy = String(problem.kind.remedy.filter { $0 != "`" })
    if isRest {
      remedy +=
        " Only the first \(listedOneByOne) are listed one by one: mend those and run again, or "
        + "mend all in the system that they come from."
    } else if !isMendable {
      remedy += " This cannot be mended in this sheet."
    }
    let isOnePlace = count == 1
    return FixItRow(
      source: first.source.name,
      place: isOnePlace && !isRest ? (problem.address.file, problem.address.line) : nil,
      column: problem.address.column ?? "", rows: rows,
      found: isRest ? "" : problem.value ?? "",
      expected: isRest ? "As in the rows of this kind above" : problem.expected, why: first.why,
      remedy: remedy, allowed: isMendable ? first.allowed : [], isMendable: isMendable)
  }
}
