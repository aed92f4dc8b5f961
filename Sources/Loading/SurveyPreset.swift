import EvaluationData

/// How a survey tool writes its exports: all that is known of it, as one value.
struct SurveyPreset: Sendable {
  let tool: SurveyTool
  /// Tried in this order; the first whose signs are there is the one.
  let layouts: [SurveyLayout]
  /// The columns that the tool fills of its own accord.
  var metadata: [MetadataRule] = []
  /// What a heading begins with that holds the marks for an answer.
  var pointsBeginnings: [String] = []
  /// Texts that stand for no answer, in columns of answers.
  var missingTexts: [String: MissingReason] = [:]
  /// In a file that holds this text, an empty cell was not asked.
  var askedMark: String?
  /// The order of dates where they do not tell it themselves.
  var dates: [DateHabit] = []
  /// What stands between several answers in one cell.
  var listSeparators: [String] = []
  var rows: [RowRule] = []

  /// The tools in the order in which their signs are looked for.
  static let all: [SurveyPreset] = [
    qualtrics, surveyMonkey, microsoftForms, smartSurvey, koboToolbox, odk, jisc, googleForms,
  ]
}

extension SurveyPreset {
  /// What the tool writes in columns of a role, as far as it is known.
  func habits(
    of role: Heading.Role, holdsSeveral: Bool, in form: FileForm, rows: Range<Int>
  ) -> ToolHabits? {
    let order = dates.first { $0.role == role && $0.holds(in: form) }?.order
    let texts = role == .answer ? missingTexts : [:]
    let separators = role == .answer && holdsSeveral ? listSeparators : []
    if texts.isEmpty, order == nil, separators.isEmpty { return nil }
    return ToolHabits(
      rows: rows, missingTexts: texts, dateOrder: order, listSeparators: separators)
  }
}

/// One of the forms that a tool's exports have.
struct SurveyLayout: Sendable {
  /// What a file shows by which the form is known, for people.
  let evidence: String
  /// All of them must be there.
  let signs: [SurveySign]
  /// Those that must be there where the pipeline says which tool it is.
  var leastSigns: [SurveySign]?
  var headings = HeadingRows.one
  var parts = PartRule.none
}

/// Which rows of headings there are, and what each of them gives.
struct HeadingRows: Sendable {
  /// How many there are.
  let count: Int
  /// The row, counted from 0, that names the answers.
  var answers = 0
  /// The row that names the columns of the tool itself.
  var metadata = 0
  /// Rows that hold further names.
  var also: [Int] = []
  /// The row of identifiers such as `{"ImportId":"QID1"}`.
  var importIds: Int?

  static let one = HeadingRows(count: 1)
}

/// By what a column of the tool itself is known.
enum MetadataRule: Sendable {
  /// Its heading, wherever it stands.
  case named(Set<String>)
  /// Its heading, as long as all columns to the left are such ones.
  case leading(Set<String>)
  /// How its heading begins.
  case beginning([String])
  /// Nothing stands below its heading where parts of questions are named.
  case withoutSecondRow
  /// Its identifier is no question's.
  case withoutQuestionId
  /// It stands to the left of the first heading with a number.
  case beforeNumbered
}

/// How the columns of one question are known to belong together.
enum PartRule: Sendable {
  case none
  /// The question spans columns whose second row names the parts; a word such as
  /// `Response` names none.
  case secondRow(silent: Set<String>)
  /// `Question - Part`, where the identifiers of the columns agree but for their end.
  case dashed
  /// `Question - Selected Choice - Part`, without identifiers.
  case selectedChoice
  /// `Question [Part]`.
  case bracketed
  /// `3.1. Part` belongs to `3. Question`.
  case numbered(QuestionNumber.Style)
  /// `question/part`, with a column `question` or columns of nothing but marks.
  case separated([Character])
}

/// The order in which a tool writes dates of digits.
struct DateHabit: Sendable {
  let role: Heading.Role
  let order: DateOrder
  /// Whether that holds only for years of two digits: other dates went through a spreadsheet,
  /// which writes them as its own country does.
  var onlyShortYears = false

  fileprivate func holds(in form: FileForm) -> Bool {
    guard onlyShortYears else { return true }
    let places = form.headings.indices.filter { form.headings[$0].role == role }
    let cells = form.head.dropFirst(form.shape.preambleRows + form.shape.headerRows).flatMap {
      record in
      places.filter { $0 < record.fields.count }.map { record.fields[$0] }
    }
    let stamps = cells.compactMap { Stamp(String(decoding: $0, as: UTF8.self)) }
    return !stamps.isEmpty && stamps.allSatisfy(\.hasShortYear)
  }
}

/// Rows that are no plain answer of a participant.
struct RowRule: Sendable {
  /// The names that the column may have that tells.
  let columns: Set<String>
  /// What it holds in such a row, in lower case.
  let texts: Set<String>
  let kind: ProblemKind
  /// What the rows should have been, in words.
  let expected: String
  /// Whether they are left out, each with a problem; else one problem tells how many there are.
  let isLeftOut: Bool
}
