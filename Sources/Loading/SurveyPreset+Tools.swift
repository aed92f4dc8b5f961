import EvaluationData

extension SurveyPreset {
  /// A question spans its parts, which a second row names.
  static let surveyMonkey = SurveyPreset(
    tool: .surveyMonkey,
    layouts: [
      SurveyLayout(
        evidence: "it begins with Respondent ID, and a second row names the parts of questions",
        signs: [
          .begins([["respondent id", "respondentid"]]),
          .namesParts(
            row: 1, own: surveyMonkeyColumns, ofReply: surveyMonkeyReplyColumns,
            words: surveyMonkeyWords),
        ],
        leastSigns: [.beginsEmpty(row: 1)],
        headings: HeadingRows(count: 2),
        parts: .secondRow(silent: surveyMonkeyWords)),
      SurveyLayout(
        evidence: "it begins with Respondent ID and has other headings of SurveyMonkey",
        signs: [
          .begins([["respondent id", "respondentid"]]),
          .has(surveyMonkeyReplyColumns, atLeast: 1),
        ], leastSigns: []),
    ],
    metadata: [.withoutSecondRow, .leading(surveyMonkeyColumns)],
    dates: [DateHabit(role: .metadata, order: .monthDay)],
    listSeparators: [", "])

  private static let surveyMonkeyColumns: Set = [
    "respondent id", "respondentid", "collector id", "collectorid", "collector", "start date",
    "startdate", "end date", "enddate", "date created", "date modified", "ip address",
    "email address", "first name", "last name", "custom data 1", "custom data", "custom value",
  ]

  /// Those of them that are filled for every answer.
  private static let surveyMonkeyReplyColumns: Set = [
    "collector id", "collectorid", "collector", "start date", "startdate", "end date", "enddate",
    "date created", "date modified",
  ]

  /// What stands below a question that has one answer.
  private static let surveyMonkeyWords: Set = [
    "response", "open-ended response", "réponse", "réponse ouverte", "antwort",
    "offene antwort", "freitextantwort", "respuesta", "respuesta abierta", "resposta",
    "resposta aberta", "risposta", "risposta aperta", "antwoord", "open antwoord",
  ]

  static let microsoftForms = SurveyPreset(
    tool: .microsoftForms,
    layouts: [
      SurveyLayout(
        evidence: "it begins with ID, Start time, Completion time",
        signs: [.begins([["id"], startTimes, completionTimes])], leastSigns: []),
      SurveyLayout(
        evidence: "it begins with Start time, Completion time, Email",
        signs: [
          .begins([startTimes, completionTimes, ["email", "e-mail", "name"]])
        ]),
    ],
    metadata: [
      .leading(
        startTimes.union(completionTimes).union([
          "id", "email", "name", "language", "total points", "quiz feedback",
          "grade posted time", "last modified time", "e-mail", "uhrzeit der letzten änderung",
          "adresse de messagerie", "nom", "correo electrónico", "nombre", "naam", "nome",
          "posta elettronica",
        ]))
    ],
    pointsBeginnings: ["points - ", "feedback - "],
    dates: [DateHabit(role: .metadata, order: .monthDay, onlyShortYears: true)],
    listSeparators: [";"])

  private static let startTimes: Set = [
    "start time", "startzeit", "heure de début", "hora de inicio", "begintijd", "hora de início",
    "ora di inizio",
  ]
  private static let completionTimes: Set = [
    "completion time", "fertigstellungszeit", "heure de fin", "hora de finalización",
    "tijd van voltooien", "hora de conclusão", "ora di completamento",
  ]

  static let smartSurvey = SurveyPreset(
    tool: .smartSurvey,
    layouts: [
      SurveyLayout(
        evidence: "it begins with UserID and UserNo",
        signs: [
          .begins([["userid", "user id"], ["userno", "user no"]]),
          .has(["started", "ended", "tracking link", "unique id", "ip address"], atLeast: 2),
        ], leastSigns: [], parts: .numbered(.dottedWithQ))
    ],
    metadata: [.beforeNumbered],
    missingTexts: ["-": .skipped],
    dates: [DateHabit(role: .metadata, order: .dayMonth)],
    listSeparators: [";", ","])

  static let koboToolbox = SurveyPreset(
    tool: .koboToolbox,
    layouts: [
      SurveyLayout(
        evidence: "it has columns such as _uuid and _submission_time, and a row of HXL tags",
        signs: [.has(koboColumns, atLeast: 2), .tags(row: 1)],
        headings: HeadingRows(count: 2, also: [1]), parts: .separated(koboSeparators)),
      SurveyLayout(
        evidence: "it has columns such as _uuid and _submission_time",
        signs: [.has(koboColumns, atLeast: 2)], leastSigns: [],
        parts: .separated(koboSeparators)),
    ],
    metadata: [
      .named([
        "start", "end", "today", "deviceid", "username", "simserial", "subscriberid",
        "phonenumber", "phone_number", "audit", "formhub/uuid",
      ]), .beginning(["_", "meta/"]),
    ],
    missingTexts: ["n/a": .notAsked],
    listSeparators: [" "],
    rows: [
      RowRule(
        columns: ["_validation_status"],
        texts: ["not approved", "validation_status_not_approved"], kind: .rejectedResponse,
        expected: "answers that no reviewer has rejected", isLeftOut: false)
    ])

  private static let koboColumns: Set = [
    "_uuid", "_submission_time", "_validation_status", "_submitted_by", "_submission__uuid",
  ]

  private static let koboSeparators: [Character] = ["/", ".", ":"]

  static let odk = SurveyPreset(
    tool: .odk,
    layouts: [
      SurveyLayout(
        evidence: "it has the columns SubmissionDate and KEY",
        signs: [
          .has(["submissiondate", "key"], atLeast: 2), .has(odkColumns, atLeast: 1),
        ], leastSigns: [], parts: .separated(["/"]))
    ],
    metadata: [
      .named(
        odkColumns.union([
          "submissiondate", "key", "start", "end", "today", "deviceid", "status", "edits",
          "formversion",
        ])),
      .beginning(["meta-", "meta:"]),
    ],
    listSeparators: [" "],
    rows: [
      RowRule(
        columns: ["reviewstate"], texts: ["rejected"], kind: .rejectedResponse,
        expected: "answers that no reviewer has rejected", isLeftOut: false)
    ])

  private static let odkColumns: Set = [
    "submitterid", "submittername", "attachmentspresent", "attachmentsexpected", "reviewstate",
    "meta-instanceid", "meta:instanceid",
  ]

  static let jisc = SurveyPreset(
    tool: .jisc,
    layouts: [
      SurveyLayout(
        evidence: "it begins with Unique Response Number, and its questions are numbered",
        signs: [.begins([["unique response number"]]), .anyNumbered(.dotted)],
        leastSigns: [.anyNumbered(.dotted)], parts: .numbered(.dotted)),
      SurveyLayout(
        evidence: "its questions are numbered and ask for an own answer as Jisc does",
        signs: [.numbered(.dotted, share: 0.8), .asksForOther], parts: .numbered(.dotted)),
      SurveyLayout(
        evidence: "it begins with URN, and its questions are called Q1, Q2_1, Q2_a",
        signs: [.begins([["urn"]]), .numbered(.code, share: 0.6)], leastSigns: [],
        parts: .numbered(.code)),
    ],
    metadata: [.named(["unique response number", "urn", "completiondate", "completion date"])],
    dates: [DateHabit(role: .answer, order: .dayMonth)],
    listSeparators: [","])

  static let googleForms = SurveyPreset(
    tool: .googleForms,
    layouts: [
      SurveyLayout(
        evidence: "it begins with a timestamp that names its time zone",
        signs: [.begins([timestamps]), .stamps(withZone: true)], leastSigns: [],
        parts: .bracketed),
      SurveyLayout(
        evidence: "it begins with a timestamp, and its headings are questions",
        signs: [.begins([timestamps]), .stamps(withZone: false), .anyQuestion],
        parts: .bracketed),
    ],
    metadata: [.leading(timestamps.union(["username", "email address", "score"]))],
    listSeparators: [";", ", "])

  private static let timestamps: Set = [
    "timestamp", "zeitstempel", "horodateur", "marca temporal", "tijdstempel",
    "informazioni cronologiche", "carimbo de data/hora", "sygnatura czasowa", "tidsstämpel",
    "tidsstempel", "tidsmerke", "aikaleima", "stamp amser",
  ]
}
