import EvaluationData
import Loading
import Measures

/// The keys of `pipeline.yaml`.
let pipelineGrammar: [Key] = [
  Key("title", .text, required: true, "What the reports are called."),
  Key(
    "period",
    .map([
      Key("start", .date, required: true, "The first day."),
      Key("end", .date, required: true, "The last day; also the as-of date of the run."),
    ]), required: true,
    "The time that the reports speak of. Rows are not chosen by it: keep other periods out of the "
      + "data folder."),
  Key(
    "data_root", .text,
    "The folder of the exports, relative to the workspace; `data/<name>` when absent. It may "
      + "begin with an environment variable, as in `$COUNTIN_DATA/nhs-fft`."),
  Key(
    "data_hint", .text,
    "Where to get the exports; shown when they are not there."),
  Key(
    "sources", .dictionary(of: "source", .map(sourceKeys)), required: true,
    "The sets of CSV files, by the name that the rest of the file uses for them."),
  Key(
    "schema", .dictionary(of: "source", .map(schemaKeys)), required: true,
    "The columns of each source and the roles that they play."),
  Key("clean", .map(cleanKeys + checkKeys), "How rows are cleaned and checked."),
  Key(
    "coding", .list(.map(codingKeys)),
    "The free texts to be coded, each with its tagging rules."),
  Key("measures", .map(measureKeys), required: true, "What is measured."),
  Key(
    "disclosure",
    .map([
      Key(
        "suppress_below", .integer(atLeast: 2),
        "In `publish/`, counts of people from 1 to one below this are hidden; 5 when absent.")
    ]), "What may be shown to whom."),
  Key(
    "quotes", .oneOrMore(.map(quoteKeys)),
    "Which comments of people who agreed to be quoted reports may show."),
  Key(
    "framework", .map(frameworkKeys),
    "A framework matrix for the team: what each case said about each code, with room for "
      + "summaries."),
  Key("reports", .map(reportKeys), "What the reports say beside the figures."),
  Key(
    "seed", .integer(atLeast: 0),
    "From which simulated p-values and the choice of quotes derive; 1 when absent. The same seed "
      + "gives the same bytes."),
]

private let sourceKeys: [Key] = [
  Key("title", .text, required: true, "What people call it."),
  Key(
    "files", .oneOrMore(.text), required: true,
    "File names in the data folder; `*` stands for any letters. Files are read in the order of "
      + "their names. A name in braces, as in `cards-{site}.csv`, is a column: all rows of a file "
      + "have what stands there in its name."),
  Key(
    "delimiter", .choice(["comma", "semicolon", "tab", "pipe"]),
    "What separates the cells; found by looking when absent."),
  Key(
    "quote", .choice(["double", "single"]),
    "The sign round cells that hold a separator; found by looking when absent."),
  Key(
    "encoding", .choice(TextEncoding.allCases.map(\.rawValue)),
    "How letters are stored; found by looking when absent."),
  Key(
    "sheet_of", .text,
    "The files are filled sheets of `countin rules sample` for this coded source; they need no "
      + "block under `schema`. See [coding by people](coding-by-people.md)."),
  Key(
    "preset", .choice(PresetWords.all),
    "The survey tool that the files come from; found by looking when absent. With `none`, files "
      + "are read as if no tool were known."),
]

/// The words of `preset:`.
enum PresetWords {
  static let none = "none"
  static let all = SurveyTool.allCases.map(\.rawValue) + [none]
}

private let schemaKeys: [Key] = [
  Key("person", .text, "The column with the id of the person."),
  Key("site", .text, "The column with the site, a category."),
  Key("wave", .text, "The column with the wave, a category."),
  Key("free_text", .text, "The column with free text to be coded."),
  Key(
    "consent_to_quote", .text,
    "The column, of type boolean, that says whether the person may be quoted."),
  Key(
    "table_schema", .text,
    "A frictionless Table Schema or Data Package beside the pipeline file that describes the "
      + "columns, as `countin schema draft` writes it; see [drafting a schema](schema-draft.md)."),
  Key(
    "columns", .dictionary(of: "column", .map(columnKeys)),
    "The columns that are used, by the name that the rest of the file uses for them; needed "
      + "unless there is a `table_schema`, to which they are added or of which they change what "
      + "they name. Other columns of the exports are passed over."),
]

let columnKeys: [Key] = [
  Key(
    "header", .oneOrMore(.text),
    "Its heading in the exports, or all headings that occur; the column's name when absent. One "
      + "that ends in `…` stands for any heading that begins so."),
  Key("label", .text, "What reports call it; the first heading when absent."),
  Key(
    "type",
    .choice([
      "text", "id", "category", "boolean", "integer", "number", "date", "multi-select",
      "postcode", "nhs-number", "local-authority",
    ]), "What its cells hold; needed unless the `table_schema` says it."),
  Key("required", .truth, "Whether an empty cell is a problem."),
  Key("optional", .truth, "Whether files may lack the column."),
  Key(
    "levels", .dictionary(of: "level", .text),
    "For a category: each level's name and the text that stands for it. Case, spaces and "
      + "punctuation do not matter."),
  Key(
    "levels_from", .text,
    "For a category: a tagging-rules file whose codes are the levels, as where each row holds one "
      + "code that somebody gave."),
  Key(
    "also", .dictionary(of: "spelling", .text),
    "For a category or boolean: further spellings, each with the name of its level (`yes` or "
      + "`no`)."),
  Key(
    "from_file", .dictionary(of: "file", .text),
    "For a category that no export carries: each file and the level of all its rows."),
  Key("minimum", .number, "For a number: the lowest that is possible."),
  Key("maximum", .number, "For a number: the highest that is possible."),
  Key(
    "dates", .choice(DateOrderWords.all),
    "For a date: whether the day or the month comes first. When absent, all dates of a file "
      + "tell; where they do not, those that can be read in two ways are reported. ISO dates and "
      + "months in words are always read."),
  Key(
    "decimal", .choice(DecimalWords.all),
    "For a number: the mark before decimals. When absent, all numbers of a file tell; a point "
      + "where they do not."),
  Key("outward", .truth, "For a postcode: whether its first half alone will do."),
  Key(
    "missing", .dictionary(of: "text", .choice(MissingReason.allCases.map(\.rawValue))),
    "Texts that stand for no answer, with the reason. The usual ones (N/A, prefer not to say, "
      + "don't know …) are known for every type but free text."),
  Key(
    "empty", .choice(MissingReason.allCases.map(\.rawValue)),
    "Why a cell is empty; `skipped` when absent. A day of leaving is `not-applicable` to whoever "
      + "has not left."),
  Key(
    "choices", .dictionary(of: "choice", .oneOrMore(.text)),
    "For a multi-select: each choice's name and the text that stands for it, or several texts. A "
      + "file may have all choices in one cell or a column for each, headed by the question and "
      + "the choice."),
  Key(
    "choices_from", .text,
    "For a multi-select: a tagging-rules file whose codes are the choices. An empty cell then says "
      + "that no code applies, unless `empty` is stated."),
  Key(
    "one_hot", .dictionary(of: "heading", .text),
    "For a multi-select whose columns are headed otherwise: each heading and the choice's name."),
  Key(
    "separator", .text,
    "For a multi-select in one cell: what stands between the choices; found by looking when "
      + "absent."),
  Key(
    "other", .oneOrMore(.text),
    "For a multi-select: the text of the choice that stands for an answer in one's own words. It "
      + "adds the choice `other`; what is no choice counts as it."),
  Key(
    "other_text", .text,
    "For a multi-select: a text column to hold those answers. Declare it under `columns:` to give "
      + "the heading under which a tool writes them."),
  Key(
    "refers_to", .text,
    "For an id: the source and column where it must be listed, as in `members.member_id`."),
]

/// The orders of `dates:`.
enum DateOrderWords {
  static let all = ["day-month", "month-day"]
}

/// The marks of `decimal:`.
enum DecimalWords {
  static let all = ["point", "comma"]
}

private let cleanKeys: [Key] = [
  Key(
    "one_row_per", .dictionary(of: "source", .oneOrMore(.text)),
    "The columns that tell one record from another; of repeated rows the first is kept."),
  Key(
    "stop_above", .number,
    "The run stops, leaving earlier outputs as they are, when more than this share of the rows "
      + "has a problem; never when absent."),
]

private let codingKeys: [Key] = [
  Key("source", .text, required: true, "The source; its free_text column is coded."),
  Key("rules", .text, required: true, "The tagging-rules file, beside the pipeline file."),
]

private let reportKeys: [Key] = [
  Key("organisation", .text, "Who publishes the reports."),
  Key("contact", .text, "Whom readers may ask."),
  Key("notice", .text, "A sentence that stands at the top of every report."),
  Key("limitations", .list(.text), "Sentences on what the data cannot say."),
]

private let measureKeys: [Key] = [
  Key(
    "representativeness",
    .list(
      .map([
        Key("source", .text, required: true, "The source with one row a person."),
        Key(
          "variables", .list(.text), required: true,
          "The category columns to compare with the population."),
        Key(
          "leave_out", .dictionary(of: "variable", .oneOrMore(.text)),
          "Levels that the population figures do not cover."),
        Key("by", .text, "A category column; each of its levels is also reported alone."),
        Key(
          "margins",
          .map([
            Key("source", .text, required: true, "The source with the population figures."),
            Key("variable", .text, required: true, "Its column that names the variable."),
            Key("level", .text, required: true, "Its column that names the level."),
            Key("people", .text, required: true, "Its column with the number of people."),
            Key("group", .text, "Its category column that names the level of `by`."),
          ]), required: true, "Where the population figures are."),
      ])), "Who is in the room, against published population figures."),
  Key("engagement", .map(engagementKeys), "Attendance, retention and seats."),
  Key("feedback_loop", .map(feedbackLoopKeys), "What became of what people said."),
  Key(
    "outcomes",
    .list(
      .map([
        Key(
          "source", .text, required: true,
          "The source, with the roles person and wave, one row a person and wave."),
        Key("baseline", .text, required: true, "The level of the wave before."),
        Key("follow_up", .text, required: true, "The level of the wave after."),
        Key("variables", .list(.text), required: true, "The number columns to compare."),
        Key(
          "meaningful_change", .number,
          "The smallest change that counts as better or worse; 1 when absent."),
        Key("by", .text, "A category column; each of its levels is also reported alone."),
        Key("net_score", .text, "A 0–10 column whose net score is reported for each wave."),
      ])), "Change between two waves, within people."),
  Key(
    "process_quality",
    .map([
      Key("source", .text, required: true, "The source with one row a marker and answer."),
      Key("marker", .text, required: true, "The category column with the marker."),
      Key("stage", .text, required: true, "The category column with the stage."),
      Key("answered_by", .text, required: true, "The category column that says who answered."),
      Key("organisation", .text, required: true, "Its level for the organisation."),
      Key("people", .text, required: true, "Its level for the people involved."),
      Key("answer", .text, required: true, "The category column with the answer."),
      Key(
        "worth", .dictionary(of: "level", .number), required: true,
        "What each answer counts, from 0 to 1; a level that is not named does not count."),
    ]), "Quality markers, as the organisation and the people involved see them."),
  Key(
    "frequencies",
    .list(
      .map([
        Key("source", .text, required: true, "The source."),
        Key("variables", .list(.text), required: true, "The category columns."),
        Key("by", .text, "A category column; each of its levels is also reported alone."),
      ])), "How often each answer to a closed question was given."),
  Key(
    "coding",
    .list(
      .map([
        Key("source", .text, required: true, "A source that is coded."),
        Key(
          "by", .oneOrMore(.text),
          "Category columns; each level is also reported alone and compared with the rest. A "
            + "column of the register of people is written with its source, as in "
            + "`members.gender`."),
        Key(
          "co_occurrence", .truth,
          "Whether to report how often each two codes stand together; false when absent."),
        Key("trend", .map(codeTrendKeys), "How often each code was given from time to time."),
      ])), "How often each code was given."),
  Key(
    "agreement", .list(.map(agreementKeys)),
    "How well people who coded the same responses agree, and rules with them."),
  Key(
    "trend",
    .list(
      .map([
        Key("source", .text, required: true, "The source."),
        Key("date", .text, required: true, "The date column."),
        Key("variable", .text, required: true, "The category column."),
        Key("levels", .oneOrMore(.text), required: true, "The levels that count."),
      ])), "A share, month by month."),
  Key(
    "thresholds",
    .map([
      Key("test_base", .integer(atLeast: 2), "Fewer cases are not tested; 10 when absent."),
      Key(
        "share_base", .integer(atLeast: 1),
        "A share of fewer cases is marked as too few; 5 when absent."),
      Key(
        "practical_gap", .number,
        "A gap of this size is called possible even where it is uncertain; 0.1 when absent."),
    ]), "From which size on a difference may be spoken of."),
]

private let codeTrendKeys: [Key] = [
  Key("date", .text, "The date column that says when something was said; or `wave`."),
  Key(
    "every", .choice(CodeTrendSpec.Step.allCases.map(\.rawValue)),
    "With `date`: how long a period is; month when absent."),
  Key("wave", .text, "The category column whose levels are the periods, in their order."),
]

private let engagementKeys: [Key] = [
  Key(
    "members",
    .map([
      Key("source", .text, required: true, "The register, with the role person."),
      Key("joined", .text, required: true, "Its date column."),
      Key("left", .text, required: true, "Its date column, empty while they are members."),
      Key("by", .text, "A category column; each of its levels is also reported alone."),
    ]), required: true, "The register of members."),
  Key(
    "meetings",
    .map([
      Key("source", .text, required: true, "The source with one row a meeting."),
      Key("meeting", .text, required: true, "Its id column."),
      Key("date", .text, required: true, "Its date column."),
      Key("by", .text, "The category column that `members` is grouped by, too."),
    ]), "The meetings."),
  Key(
    "attendance",
    .map([
      Key("source", .text, required: true, "The source, with the role person."),
      Key("meeting", .text, required: true, "Its column with the meeting's id."),
      Key("attended", .text, required: true, "Its category column."),
      Key("present", .oneOrMore(.text), required: true, "The levels that mean present."),
    ]), "Who came to which meeting."),
  Key(
    "meeting_size",
    .map([
      Key("from", .integer(atLeast: 0), required: true, "The fewest people aimed for."),
      Key("to", .integer(atLeast: 0), required: true, "The most people aimed for."),
    ]), "How many people a meeting aims for."),
  Key(
    "retention_days", .list(.integer(atLeast: 1)), "After how many days retention is reported."),
  Key(
    "seats",
    .map([
      Key("source", .text, required: true, "The source with one row a seat."),
      Key("group", .text, required: true, "The category column with the decision group."),
      Key("minimum", .integer(atLeast: 1), "How many seats a group should have; 2 when absent."),
    ]), "Seats on decision-making groups."),
]

private let feedbackLoopKeys: [Key] = [
  Key("source", .text, required: true, "The ledger of suggestions, one row each."),
  Key("kind", .text, required: true, "The category column with the kind."),
  Key("problems", .oneOrMore(.text), required: true, "Its levels that are problems."),
  Key("raised_on", .text, required: true, "The date column."),
  Key("decision", .text, required: true, "The category column with the decision."),
  Key("rejected", .oneOrMore(.text), required: true, "Its levels that mean rejected."),
  Key("decided_on", .text, required: true, "The date column."),
  Key("changed_on", .text, required: true, "The date column of the change."),
  Key("reason", .text, required: true, "The text column with the reason for a rejection."),
  Key("told_on", .text, required: true, "The date column on which people were told."),
  Key(
    "solved", .text, required: true,
    "The category column: did it solve the problem for those who raised it?"),
  Key("solved_yes", .oneOrMore(.text), required: true, "Its levels that mean yes."),
  Key("by", .oneOrMore(.text), "Category columns; each level is also reported alone."),
]
