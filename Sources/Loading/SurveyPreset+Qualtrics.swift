import EvaluationData

extension SurveyPreset {
  /// Three rows of headings; some people delete the third, and programs the second too.
  ///
  /// The second row is translated for the columns of Qualtrics itself, so these keep the first.
  static let qualtrics = SurveyPreset(
    tool: .qualtrics,
    layouts: [
      SurveyLayout(
        evidence: "its third row of headings holds import ids",
        signs: [.importIds(row: 2)],
        headings: HeadingRows(count: 3, answers: 1, also: [0], importIds: 2), parts: .dashed),
      SurveyLayout(
        evidence: "its second row of headings holds import ids",
        signs: [.importIds(row: 1), .has(ownColumns, atLeast: 2)],
        headings: HeadingRows(count: 2, importIds: 1), parts: .dashed),
      SurveyLayout(
        evidence: "it has the headings V1 and ResponseID of exports before 2017",
        signs: [
          .begins([["v1"]]), .rowHas(1, ["responseid", "responseset"], atLeast: 2),
        ],
        headings: HeadingRows(count: 2, answers: 1, metadata: 1, also: [0]), parts: .dashed),
      SurveyLayout(
        evidence: "its columns are called as Qualtrics does, and a row of question texts follows",
        signs: [.has(ownColumns, atLeast: 5), .words(row: 1, under: numberColumns)],
        headings: HeadingRows(count: 2, answers: 1, also: [0]), parts: .dashed),
      SurveyLayout(
        evidence: "its columns are called as Qualtrics does",
        signs: [.has(ownColumns, atLeast: 5)], parts: .none),
      SurveyLayout(
        evidence: "its columns are titled as Qualtrics does in English, and have no short names",
        signs: [.has(ownTitles, atLeast: 5)], parts: .selectedChoice),
    ],
    metadata: [
      .withoutQuestionId, .named(ownColumns.union(legacyColumns).union(ownTitles)),
    ],
    missingTexts: ["-99": .skipped], askedMark: "-99",
    listSeparators: [","],
    rows: [
      RowRule(
        columns: ["status", "response type"],
        // The numbers are sums of 1 preview, 2 test, 4 imported, 8 spam, 16 offline, 32 employees.
        texts: [
          "survey preview", "survey test", "offline survey preview", "synthetic", "1", "2", "17",
          "256",
        ], kind: .testResponse,
        expected: "answers of participants", isLeftOut: true),
      RowRule(
        columns: ["status", "response type"],
        texts: [
          "spam", "survey preview spam", "imported spam", "ex spam", "8", "9", "12", "40",
        ], kind: .spamResponse,
        expected: "answers of participants", isLeftOut: true),
      RowRule(
        columns: ["distributionchannel", "distribution channel"], texts: ["preview"],
        kind: .testResponse, expected: "answers of participants", isLeftOut: true),
      RowRule(
        columns: ["finished"], texts: ["false", "0"], kind: .unfinishedResponse,
        expected: "answers that were sent off", isLeftOut: false),
    ])

  /// Below these stand dates and numbers.
  private static let numberColumns: Set = [
    "startdate", "enddate", "recordeddate", "progress", "duration (in seconds)",
  ]

  private static let ownColumns: Set<String> = numberColumns.union([
    "status", "ipaddress", "finished", "responseid", "recipientlastname", "recipientfirstname",
    "recipientemail", "externalreference", "externaldatareference", "locationlatitude",
    "locationlongitude", "distributionchannel", "userlanguage",
  ])

  /// The English titles of its columns, in the second row of headings.
  private static let ownTitles: Set = [
    "start date", "end date", "response type", "ip address", "progress", "duration (in seconds)",
    "finished", "recorded date", "response id", "recipient last name", "recipient first name",
    "recipient email", "external data reference", "location latitude", "location longitude",
    "distribution channel", "user language",
  ]

  private static let legacyColumns: Set = [
    "responseset", "name", "emailaddress", "locationaccuracy",
  ]
}
