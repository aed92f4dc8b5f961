import EvaluationData

/// What coders differ on, response by response, with what was settled.
func disagreementSection(_ disagreements: [Disagreement]) -> SheetSection? {
  guard !disagreements.isEmpty else { return nil }
  return SheetSection(
    title: "Disagreements",
    summary: "Codes that some coders gave to a response and others did not, and what was settled.",
    remarks: ["To settle them, use adjudication.csv."], tableName: "disagreements",
    headings: [
      ("Code", nil), ("What was said", nil), ("Given by", nil), ("Not given by", nil),
      ("Decision", nil), ("Note", nil), ("Source", nil), ("Response", nil), ("File", nil),
      ("Line", .count),
    ],
    rows: disagreements.map { one in
      [
        .words(one.code.label), words(one.text),
        .words(one.givenBy.map(\.label).joined(separator: "; ")),
        .words(one.notGivenBy.map(\.label).joined(separator: "; ")),
        .words(one.decision == .open ? "not yet" : one.decision.rawValue), words(one.note),
        .words(one.source.label), .words(one.response), .words(one.address.file),
        .number(Double(one.address.line), .count),
      ]
    }, widths: [1: 70, 5: 40])
}

private func words(_ text: String) -> FlatTable.Cell {
  .words(text.isEmpty ? Status.notApplicable.rawValue : text)
}
