import EvaluationData

/// What people said, as it may be shown to anybody.
func quotesSection(_ quotes: [Quote]) -> SheetSection? {
  guard !quotes.isEmpty else { return nil }
  return SheetSection(
    title: "Quotes", summary: "What some people wrote, about each theme.",
    remarks: quoteSentences(quotes), tableName: "quotes",
    headings: [
      ("Theme", nil), ("What was said", nil), ("Who", nil), ("Source", nil), ("Quote", nil),
    ],
    rows: quotes.map { quote in
      [
        .words(quote.code.label), .words(quote.text),
        .words(quote.attributes.isEmpty ? "not shown" : quote.attributes),
        .words(quote.source.label), .words(quote.id),
      ]
    }, widths: [1: 90])
}

/// All quotes that are offered or were decided on, with the places where they stand.
func quotesToCheckSection(_ quotes: [QuoteToCheck]) -> SheetSection? {
  guard !quotes.isEmpty else { return nil }
  return SheetSection(
    title: "Quotes",
    summary: "What people wrote who agreed to be quoted: redacted, with its place, and what was "
      + "decided.",
    remarks: ["To decide, use quotes-to-check.csv."], tableName: "quotes",
    headings: [
      ("Theme", nil), ("What was said", nil), ("Who", nil), ("People like that", .count),
      ("Decision", nil), ("Text to use instead", nil), ("In publish", nil), ("Source", nil),
      ("File", nil), ("Line", .count), ("Quote", nil),
    ],
    rows: quotes.map { quote in
      [
        .words(quote.code.label), .words(quote.text), words(quote.attributes),
        quote.sharedBy.map { .number(Double($0), .count) }
          ?? .words(Status.notApplicable.rawValue),
        .words(quote.decision == .open ? "not yet" : quote.decision.rawValue),
        words(quote.useInstead), .words(quote.isUsed ? "yes" : "no"),
        .words(quote.source.label), .words(quote.address.file),
        .number(Double(quote.address.line), .count), .words(quote.id),
      ]
    }, widths: [1: 70, 5: 40])
}

private func words(_ text: String) -> FlatTable.Cell {
  .words(text.isEmpty ? Status.notApplicable.rawValue : text)
}
