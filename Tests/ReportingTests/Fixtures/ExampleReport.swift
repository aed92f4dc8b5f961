import EvaluationData
import Reporting

enum ExampleReport {
  static let quotes = [
    Quote(
      id: "Q3", source: ExampleFindings.comments, code: ExampleFindings.codes[0].0,
      text: "They wrote down what [name] said * and came back to it the next month.",
      attributes: "Lincolnshire, 65–74", isChecked: true),
    Quote(
      id: "Q4", source: ExampleFindings.comments, code: ExampleFindings.codes[0].0,
      text: "=Nobody listened to us.", attributes: "", isChecked: true),
  ]

  static func report(
    _ audience: Audience = .publish, findings: [Finding] = ExampleFindings.all,
    title: String = "Local diabetes care: involvement, July to September 2009",
    quotes: [Quote] = quotes
  ) -> Report {
    let day = { (month: Int, day: Int) in
      CalendarDate(year: 2009, month: month, day: day) ?? CalendarDate(daysSince1970: 0)
    }
    return Report(
      title: title, organisation: "Diabetes Together", contact: "involvement@example.org",
      notice: "All data in this report are synthetic.", pipeline: "local-diabetes-care",
      version: "0.1.0", start: day(7, 1), end: day(9, 30), audience: audience, threshold: 5,
      findings: findings,
      problemCounts: [
        ProblemCount(kind: .unreadableDate, source: ExampleFindings.suggestions, count: 12),
        ProblemCount(kind: .unknownLevel, source: ExampleFindings.members, count: 3),
      ],
      files: [
        LoadedFile(
          path: "members-lincolnshire.csv", byteCount: 20_481, encoding: "UTF-8", delimiter: ",",
          headerLine: 2, rows: 1203),
        LoadedFile(
          path: "members-north-mersey.csv", byteCount: 1_204_813, encoding: "UTF-16",
          delimiter: "\t",
          headerLine: 1, rows: 98_120),
      ],
      limitations: [
        "17 of 51 people with a first questionnaire have no second one; those who stayed may differ "
          + "from those who left.",
        "There is no comparison group, so a change over time cannot be put down to the programme.",
      ],
      quotes: quotes, timestamp: 1_254_268_800)
  }

  /// A comment that a spreadsheet would run, with two codes found in it.
  static var coded: (table: Table, text: CodedText) {
    var addresses = RowAddresses()
    addresses.begin(file: "cards.csv")
    addresses.append(line: 4)
    let comment = "né =took, \"notes\""
    let cells = TextCells(
      texts: TextColumn([comment]), reasons: MissingReasons(presentRows: 1))
    let codes = [Named("listened-to"), Named("-information")]
    return (
      Table(
        name: Named("cards"), columns: [Column(name: Named("comment"), cells: .text(cells))],
        addresses: addresses, loadedRows: 1),
      CodedText(
        source: "cards", column: "comment", codes: ChoiceColumn(choices: codes),
        matches: [
          Match(row: 0, code: 0, rule: 1, start: 4, end: 18),
          Match(row: 0, code: 1, rule: 0, start: 0, end: 3),
        ])
    )
  }

  static var detail: InternalDetail {
    let address = CellAddress(file: "members-lincolnshire.csv", line: 17, column: "joined")
    return InternalDetail(
      problems: [
        Problem(
          .unreadableDate, at: address, expected: "a date such as 31/03/2009", value: "31.13.24"),
        Problem(.noRows, at: CellAddress(file: "empty.csv"), expected: "at least one row"),
      ],
      ledgers: [
        CleaningLedger(
          source: "members",
          leftOut: [
            LedgerEntry(
              source: "members", address: address, before: "N/A", after: "not-asked",
              rule: .missingText)
          ], columns: [], addresses: RowAddresses())
      ],
      quotesToCheck: [
        QuoteToCheck(
          id: "Q7", source: Named("cards"), address: CellAddress(file: "cards.csv", line: 9),
          code: ExampleFindings.codes[0].0, text: "- nobody noticed us",
          attributes: "Lincolnshire, 65–74", sharedBy: 3, decision: .yes,
          useInstead: "Nobody noticed us.", isUsed: true),
        QuoteToCheck(
          id: "Q8", source: Named("cards"), address: CellAddress(file: "cards.csv", line: 11),
          code: ExampleFindings.codes[3].0, text: "It was fine, mostly.", attributes: "",
          sharedBy: nil, decision: .open, useInstead: "", isUsed: false),
      ])
  }
}
