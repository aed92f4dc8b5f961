package import EvaluationData

/// A cell that somebody corrected after the export, to be corrected again in each run.
///
/// Without a line it is about every cell of the column in a file that has the text, and
/// without a file too about those of the whole source, also in exports to come.
///
/// It holds as long as the export has the text that was corrected; no name is asked
/// for, since the row itself is somebody's answer.
package struct Correction: DecisionFileRow {
  package static let file = "decisions/corrections.csv"
  package static let header = ["source", "file", "line", "column", "before", "after", "reason"]

  /// Its line in the file of corrections; 0 when it does not come from there.
  package let line: Int
  /// The file of corrections, relative to the data root.
  package var origin = Correction.file
  package let source: String
  package let cellFile: String
  /// The line of the cell as it is written, for it may be no number.
  package let cellLine: String
  /// The heading of the column, or the name that the pipeline gives it.
  package let column: String
  package let before: String
  package let after: String
  package let reason: String

  package init(_ row: DecisionRow) {
    line = row.line
    source = row[0]
    cellFile = row[1]
    cellLine = row[2]
    column = row[3]
    before = row[4]
    after = row[5]
    reason = row[6]
  }

  package var cells: [String] { [source, cellFile, cellLine, column, before, after, reason] }

  /// What puts a change of the ledger in place again.
  package init(repeating entry: LedgerEntry) {
    self.init(entry, before: entry.before, after: entry.after)
  }

  /// What takes a change of the ledger back.
  ///
  /// Changes of one cell are taken back in the reverse of their order.
  package init(undoing entry: LedgerEntry) {
    self.init(entry, before: entry.after, after: entry.before)
  }

  private init(_ entry: LedgerEntry, before: String, after: String) {
    self.init(
      DecisionRow(
        line: 0,
        cells: [
          entry.source, entry.address.file, String(entry.address.line),
          entry.address.column ?? "", before, after, entry.rule.rawValue,
        ]))
  }

  /// Whether it is about every row of a file or source.
  fileprivate var isWide: Bool { cellLine.trimmingWhiteSpace.isEmpty }

  /// The place of the cell, so that a problem goes where its row goes.
  fileprivate var address: CellAddress {
    CellAddress(
      file: cellFile.trimmingWhiteSpace, line: Int(cellLine.trimmingWhiteSpace) ?? 0,
      column: column.trimmingWhiteSpace)
  }

  fileprivate func refused(_ expected: String, value: String? = nil) -> Problem {
    let own = CellAddress(file: origin, line: line, column: nil)
    return Problem(
      .staleCorrection, at: cellFile.trimmingWhiteSpace.isEmpty ? own : address,
      expected: "\(expected), as line \(line) of \(origin) says", value: value)
  }
}

/// The sources with their corrections made, and a ledger entry for each.
package struct CorrectedSources: Sendable {
  package let tables: [SourceTable]
  /// In the order of the corrections.
  package let ledger: [LedgerEntry]
}

/// Puts corrections in place, one after another, on the texts as they were exported.
///
/// A correction whose cell no longer has the text that was corrected is refused and is
/// a problem of that cell: the export may have been corrected since, or its lines moved.
/// A cell may be corrected several times. Taking the ledger back in reverse, with
/// `Correction(undoing:)`, gives the exported texts.
package func correct(
  _ sources: [SourceTable], by corrections: [Correction]
) -> Checked<CorrectedSources> {
  var work = sources.map { source in
    CorrectionWork(source, corrections.filter { $0.source.trimmingWhiteSpace == source.name })
  }
  var ledger: [LedgerEntry] = []
  var problems: [Problem] = []
  for correction in corrections {
    let name = correction.source.trimmingWhiteSpace
    guard let place = sources.firstIndex(where: { $0.name == name }) else {
      let near = nearestName(to: name, among: sources.map(\.name))
      let hint = near.map { " (the nearest is '\($0)')" } ?? ""
      problems.append(correction.refused("a source of the pipeline" + hint))
      continue
    }
    switch work[place].apply(correction) {
    case .changed(let entries): ledger += entries
    case .refused(let problem): problems.append(problem)
    }
  }
  return Checked(
    CorrectedSources(tables: work.map(\.corrected), ledger: ledger), problems: problems)
}

/// The corrections of one source while they are being made.
private struct CorrectionWork {
  enum Outcome {
    /// No entry where the new text is the old one.
    case changed([LedgerEntry])
    case refused(Problem)
  }

  private let source: SourceTable
  /// The rows that corrections name, by file and line.
  private var rows: [CellAddress: Int] = [:]
  /// For each column the new texts by row.
  private var texts: [[Int: String]]

  init(_ source: SourceTable, _ corrections: [Correction]) {
    self.source = source
    texts = [[Int: String]](repeating: [:], count: source.columns.count)
    let lines = Set(corrections.map(\.address.line))
    guard !lines.isEmpty else { return }
    for row in 0..<source.rowCount where lines.contains(source.addresses.line(of: row)) {
      rows[source.addresses.address(of: row, column: nil)] = row
    }
  }

  mutating func apply(_ correction: Correction) -> Outcome {
    let address = correction.address
    let name = address.column ?? ""
    var columns = source.columns.indices.filter { source.columns[$0].header == name }
    if columns.isEmpty {
      columns = source.columns.indices.filter { source.columns[$0].name == name }
    }
    guard columns.count == 1, let place = columns.first else {
      return .refused(correction.refused("one column of that name"))
    }
    if correction.isWide { return applyWidely(correction, to: place) }
    guard let row = rows[CellAddress(file: address.file, line: address.line)] else {
      return .refused(correction.refused("a row that stands in the exports"))
    }
    guard !source.columns[place].isNotAsked(row) else {
      return .refused(correction.refused("a file that has the column"))
    }
    let present = text(row, place).withDamageShown
    guard present.isSameText(as: correction.before.withDamageShown) else {
      let isMade = present.isSameText(as: correction.after.withDamageShown)
      let expected =
        isMade
        ? "the text before the correction, not the one after it" : "the text before the correction"
      return .refused(correction.refused(expected, value: present))
    }
    return .changed(replace(row, place, by: correction))
  }

  /// Corrects every cell that has the text; that there is none this time is no problem.
  private mutating func applyWidely(_ correction: Correction, to place: Int) -> Outcome {
    let file = correction.address.file
    guard file.isEmpty || source.addresses.hasRows(of: file) else {
      return .refused(correction.refused("a file of the source"))
    }
    let before = correction.before.withDamageShown
    var entries: [LedgerEntry] = []
    for row in 0..<source.rowCount
    where text(row, place).withDamageShown.isSameText(as: before)
      && !source.columns[place].isNotAsked(row)
      && (file.isEmpty || source.addresses.file(of: row) == file)
    {
      entries += replace(row, place, by: correction)
    }
    return .changed(entries)
  }

  /// The text of a cell as the corrections so far have left it.
  private func text(_ row: Int, _ place: Int) -> String {
    texts[place][row] ?? source.columns[place][row]
  }

  private mutating func replace(
    _ row: Int, _ place: Int, by correction: Correction
  ) -> [LedgerEntry] {
    if correction.before.isSameText(as: correction.after) { return [] }
    let column = source.columns[place]
    let entry = LedgerEntry(
      source: source.name, address: source.addresses.address(of: row, column: column.header),
      before: text(row, place).withDamageShown, after: correction.after, rule: .correction)
    texts[place][row] = source.isDamaged ? correction.after.withDamageMarked : correction.after
    return [entry]
  }

  var corrected: SourceTable {
    guard texts.contains(where: { !$0.isEmpty }) else { return source }
    return source.with(
      source.columns.indices.map { place in
        source.columns[place].replacing(
          texts[place].sorted { $0.key < $1.key }.map { (row: $0.key, text: $0.value) })
      })
  }
}

extension RowAddresses {
  fileprivate func hasRows(of file: String) -> Bool {
    (0..<count).contains { self.file(of: $0) == file }
  }
}
