// MARK: What the verb does
//
// A report becomes tables once; every file is a view of the same tables.

/// Writes what may be shared into a folder that exists and is empty.
package func writePublished(
  _ report: Report, into folder: String
) throws(ReportError) -> [Artifact] {
  let tables = reportTables(report.findings)
  let figures = figures(of: tables)
  var output = OutputFolder(path: folder)
  try writeWorkbook(report, tables, detail: nil, to: output.place("funder-return.xlsx"))
  try output.write(
    summaryMarkdown(report, tables, figures), to: "summary.md")
  try output.write(funderSummaryMarkdown(report, tables), to: "funder-summary.md")
  try output.write(findingsCSV(report.findings), to: "findings.csv")
  try output.makeFolder("tables")
  for table in tables { try output.write(tableCSV(table), to: "tables/\(table.slug).csv") }
  try output.makeFolder("figures")
  for figure in figures { try output.write(figure.svg, to: figure.path) }
  return output.artifacts
}

/// Writes what the team alone may see into a folder that exists and is empty.
///
/// The long lists are apart, in `writeLists` and `writeMatches`, to be written beside it.
package func writeInternal(
  _ report: Report, detail: InternalDetail, into folder: String
) throws(ReportError) -> [Artifact] {
  let tables = reportTables(report.findings)
  var output = OutputFolder(path: folder)
  try writeWorkbook(report, tables, detail: detail, to: output.place("workbook.xlsx"))
  try output.write(findingsCSV(report.findings), to: "findings.csv")
  return output.artifacts
}

/// Writes the ledger, the problems, the quotes to check, what coders differ on and the checks, each
/// as long as it is.
package func writeLists(
  _ detail: InternalDetail, into folder: String
) throws(ReportError) -> [Artifact] {
  var output = OutputFolder(path: folder)
  var ledger = try CSVWriter(
    path: output.place("cleaning-ledger.csv"), header: CSVWriter.ledgerHeader)
  for part in detail.ledgers { try ledger.write(part) }
  try ledger.close()
  var problems = try CSVWriter(
    path: output.place("problems.csv"), header: CSVWriter.problemsHeader)
  for problem in detail.problems { try problems.write(problem) }
  try problems.close()
  if let quotesToCheck = detail.quotesToCheck {
    var quotes = try CSVWriter(
      path: output.place("quotes-to-check.csv"), header: CSVWriter.quotesHeader)
    for quote in quotesToCheck { try quotes.write(quote) }
    try quotes.close()
  }
  if let disagreements = detail.disagreements {
    var adjudication = try CSVWriter(
      path: output.place("adjudication.csv"), header: CSVWriter.adjudicationHeader)
    for disagreement in disagreements { try adjudication.write(disagreement) }
    try adjudication.close()
  }
  if !detail.checks.isEmpty {
    var checks = try CSVWriter(path: output.place("checks.csv"), header: CSVWriter.checksHeader)
    for check in detail.checks { try checks.write(check) }
    try checks.close()
  }
  return output.artifacts
}

/// The folder of one audience, and what was written into it so far.
private struct OutputFolder {
  let path: String
  private(set) var artifacts: [Artifact] = []

  init(path: String) { self.path = path }

  /// The full path of a file that is about to be written.
  mutating func place(_ name: String) -> String {
    artifacts.append(Artifact(path: name))
    return "\(path)/\(name)"
  }

  mutating func write(_ text: String, to name: String) throws(ReportError) {
    try writeText(text, to: place(name))
  }

  func makeFolder(_ name: String) throws(ReportError) {
    try Reporting.makeFolder("\(path)/\(name)")
  }
}
