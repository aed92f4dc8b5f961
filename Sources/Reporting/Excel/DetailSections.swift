import EvaluationData

/// How many rows of a long list a sheet shows; the CSV file beside it has them all.
private let shownRows = 5_000

/// The files that were read.
func filesSection(_ files: [LoadedFile]) -> SheetSection? {
  guard !files.isEmpty else { return nil }
  return SheetSection(
    title: "Files read", summary: "The exports from which everything was computed.",
    tableName: "files_read",
    headings: [
      ("File", nil), ("Rows", .count), ("Bytes", .count), ("Encoding", nil), ("Separator", nil),
      ("Heading in line", .count),
    ],
    rows: files.map { file in
      [
        .words(file.path), .number(Double(file.rows), .count),
        .number(Double(file.byteCount), .count), .words(file.encoding),
        .words(separatorName(file.delimiter)), .number(Double(file.headerLine), .count),
      ]
    })
}

private func separatorName(_ delimiter: String) -> String {
  switch delimiter {
  case ",": "comma"
  case ";": "semicolon"
  case "\t": "tab"
  case "|": "vertical bar"
  default: delimiter
  }
}

/// The lists that only the team may see.
func detailSections(_ detail: InternalDetail) -> [SheetSection] {
  var sections: [SheetSection] = []
  if !detail.checks.isEmpty { sections.append(checksSection(detail.checks)) }
  if !detail.problems.isEmpty {
    sections.append(
      SheetSection(
        title: "Problems", summary: "What is wrong in the exports, where, and how to mend it.",
        remarks: cutRemark(detail.problems.count, file: "problems.csv"), tableName: "problems",
        headings: [
          ("What is wrong", nil), ("File", nil), ("Line", .count), ("Column", nil),
          ("Expected", nil), ("What stands there", nil), ("What to do", nil),
        ],
        rows: detail.problems.prefix(shownRows).map { problem in
          [.words(problem.kind.title)] + place(problem.address)
            + [
              .words(problem.expected), words(problem.value), .words(problem.kind.remedy),
            ]
        }))
  }
  let changes = detail.ledgers.reduce(0) { $0 + $1.count }
  if changes > 0 {
    sections.append(
      SheetSection(
        title: "Cleaning ledger", summary: "Every change that cleaning made to a cell.",
        remarks: cutRemark(changes, file: "cleaning-ledger.csv"),
        tableName: "cleaning_ledger",
        headings: [
          ("Source", nil), ("File", nil), ("Line", .count), ("Column", nil), ("Before", nil),
          ("After", nil), ("Rule", nil),
        ],
        rows: detail.ledgers.lazy.joined().prefix(shownRows).map { entry in
          [.words(entry.source)] + place(entry.address)
            + [words(entry.before), words(entry.after), .words(entry.rule.rawValue)]
        }))
  }
  return sections
}

private func checksSection(_ checks: [CheckResult]) -> SheetSection {
  let none = FlatTable.Cell.words(Status.notApplicable.rawValue)
  return SheetSection(
    title: "Checks",
    summary: "The rules that the pipeline has for its data, and how often each failed.",
    tableName: "checks",
    headings: [
      ("Source", nil), ("Rule", nil), ("Rows checked", .count), ("Rows that fail", .count),
      ("Share", .share), ("Outcome", nil),
    ],
    rows: checks.map { check in
      let numbers: [FlatTable.Cell] =
        if let checked = check.checked {
          [
            .number(Double(checked), .count), .number(Double(check.failed), .count),
            checked == 0 ? none : .number(Double(check.failed) / Double(checked), .share),
          ]
        } else { [none, none, none] }
      return [.words(check.source.label), .words(sentenceCase(check.rule))] + numbers
        + [.words(sentenceCase(check.outcome.rawValue))]
    })
}

private func place(_ address: CellAddress) -> [FlatTable.Cell] {
  [
    .words(address.file),
    address.line == 0
      ? .words(Status.notApplicable.rawValue) : .number(Double(address.line), .count),
    words(address.column),
  ]
}

private func words(_ text: String?) -> FlatTable.Cell {
  guard let text, !text.isEmpty else { return .words(Status.notApplicable.rawValue) }
  return .words(text)
}

private func cutRemark(_ count: Int, file: String) -> [String] {
  guard count > shownRows else { return [] }
  return [
    "The first \(counted(shownRows)) of \(counted(count)) rows; all of them are in \(file)."
  ]
}
