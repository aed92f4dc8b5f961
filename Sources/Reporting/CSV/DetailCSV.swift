import EvaluationData

// The files that hold cells of people's answers: internal only.

extension CSVWriter {
  static let problemsHeader = [
    "kind", "file", "line", "column", "expected", "remedy", "value",
  ]
  static let ledgerHeader = [
    "source", "file", "line", "column", "before", "after", "rule",
  ]
  static let quotesHeader = [
    "quote_id", "source", "file", "line", "code", "about", "quote", "attributes", "shared_by",
    "decision", "use_instead",
  ]

  static let adjudicationHeader = [
    "source", "response", "file", "line", "text", "code", "about", "given_by", "not_given_by",
    "decision", "note",
  ]

  static let checksHeader = ["source", "rule", "rows_checked", "rows_failed", "outcome"]

  mutating func write(_ check: CheckResult) throws(ReportError) {
    append(check.source.name)
    append(forPeople: check.rule)
    // A rule on the source as a whole checks no rows.
    if let checked = check.checked {
      append(checked)
      append(check.failed)
    } else {
      append("")
      append("")
    }
    append(check.outcome.rawValue)
    try endRow()
  }

  mutating func write(_ problem: Problem) throws(ReportError) {
    append(problem.kind.rawValue)
    append(problem.address)
    append(forPeople: problem.expected)
    append(problem.kind.remedy)
    append(forPeople: problem.value ?? "")
    try endRow()
  }

  mutating func write(_ ledger: CleaningLedger) throws(ReportError) {
    for entry in ledger.leftOut { try write(entry) }
    var files = FileCells(ledger.addresses)
    let source = CSVRows.cells(forPeople: [ledger.source])
    for column in ledger.columns {
      // A change may stand in a million rows: its cells are made once.
      let heading = CSVRows.cells(forPeople: [column.header])
      let changes = column.changes.map {
        CSVRows.cells(forPeople: [$0.before, $0.after, $0.rule.rawValue])
      }
      for index in 0..<column.count {
        let (row, change) = column.place(index)
        append(ready: source)
        append(ready: files.cell(of: row))
        append(ledger.addresses.line(of: row))
        append(ready: heading)
        append(ready: changes[change])
        try endRow()
      }
    }
  }

  private mutating func write(_ entry: LedgerEntry) throws(ReportError) {
    append(forPeople: entry.source)
    append(entry.address)
    append(forPeople: entry.before)
    append(forPeople: entry.after)
    append(entry.rule.rawValue)
    try endRow()
  }

  mutating func write(_ quote: QuoteToCheck) throws(ReportError) {
    append(quote.id)
    append(forPeople: quote.source.name)
    append(forPeople: quote.address.file)
    append(quote.address.line)
    append(forPeople: quote.code.name)
    append(forPeople: quote.code.label)
    append(forPeople: quote.text)
    append(forPeople: quote.attributes)
    if let people = quote.sharedBy { append(people) } else { append("") }
    append(quote.decision.rawValue)
    append(forPeople: quote.useInstead)
    try endRow()
  }

  mutating func write(_ disagreement: Disagreement) throws(ReportError) {
    append(forPeople: disagreement.source.name)
    append(forPeople: disagreement.response)
    append(forPeople: disagreement.address.file)
    append(disagreement.address.line)
    append(forPeople: disagreement.text)
    append(forPeople: disagreement.code.name)
    append(forPeople: disagreement.code.label)
    append(forPeople: disagreement.givenBy.map(\.label).joined(separator: "; "))
    append(forPeople: disagreement.notGivenBy.map(\.label).joined(separator: "; "))
    append(disagreement.decision.rawValue)
    append(forPeople: disagreement.note)
    try endRow()
  }

  private mutating func append(_ address: CellAddress) {
    append(forPeople: address.file)
    // Line 0 speaks of the file as a whole.
    if address.line == 0 { append("") } else { append(address.line) }
    append(forPeople: address.column ?? "")
  }
}
