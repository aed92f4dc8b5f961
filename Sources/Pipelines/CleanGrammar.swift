import Cleaning

/// The keys below `clean` by which tables get further columns and are held against rules.
let checkKeys: [Key] = [
  Key(
    "derived", .dictionary(of: "source", .dictionary(of: "column", .map(derivedKeys))),
    "Columns that are worked out from others, by source; each may use those above it. Rules, "
      + "measures and the roles `site` and `wave` use them like columns of the exports."),
  Key(
    "validation", .dictionary(of: "source", .list(.map(ruleKeys))),
    "Rules that the rows of a source should keep to. What fails is a problem; nothing is changed "
      + "or left out."),
  Key(
    "survey_quality", .dictionary(of: "source", .map(surveyQualityKeys)),
    "Signs that a questionnaire was not filled in with care. The answers stay."),
  Key(
    "people", .dictionary(of: "source", .map(peopleKeys)),
    "What tells that two ids may be one person's: pairs are proposed in `proposed-people.csv`, for "
      + "somebody to decide. Each source needs the role `person`."),
]

private let derivedKeys: [Key] = [
  Key("label", .text, "What reports call it; its name when absent."),
  Key("age_from", .text, "A date column, of birth. The column is the age in whole years."),
  Key(
    "at", .text,
    "With `age_from`: the day of that age, as a date column, a date, or `as-of`; `as-of` when "
      + "absent."),
  Key("days_from", .text, "A date column. The column is the number of days from it to `to`."),
  Key("weeks_from", .text, "The same in whole weeks."),
  Key("months_from", .text, "The same in whole months."),
  Key("years_from", .text, "The same in whole years."),
  Key("to", .text, "The end of that time: a date column, a date, or `as-of`."),
  Key(
    "ongoing", .truth,
    "With a date column in `to`: whether an empty end means that it still goes on, so that the "
      + "as-of date counts."),
  Key("bands_of", .text, "A number column. The column is the band in which the number lies."),
  Key(
    "starts", .list(.number),
    "With `bands_of`: the lowest number of each band. `[18, 35, 50]` makes 18–34, 35–49, and 50 or "
      + "over, named `18-34`, `35-49` and `50-or-over`."),
  Key(
    "below", .number,
    "With `starts`: the last band ends below this number; it has no end when absent."),
  Key(
    "bands",
    .dictionary(
      of: "band",
      .map([
        Key("label", .text, "What reports call it; its name when absent."),
        Key("from", .number, "Its lowest number; none for the first band when absent."),
        Key("below", .number, "The first number above it; none for the last band when absent."),
      ])),
    "With `bands_of`, in place of `starts`: bands with names of your own, the lowest first."),
  Key(
    "lookup", .text,
    "A text, id or category column. The column is what a CSV file says of it."),
  Key("in", .text, "With `lookup`: the CSV file, beside the pipeline file."),
  Key("key", .text, "With `lookup`: the heading of the file's column that is looked in."),
  Key("value", .text, "With `lookup`: the heading of the file's column that is taken."),
  Key(
    "fold", .truth,
    "With `lookup`: whether case, punctuation and spaces between words do not count."),
  Key(
    "type", .choice(LookupValueType.allCases.map(\.rawValue)),
    "With `lookup`: what is taken; `category` when absent, whose levels are the file's texts."),
  Key("wave_of", .text, "A date column. The column is the wave in which the day lies."),
  Key(
    "waves",
    .dictionary(
      of: "wave",
      .map([
        Key("label", .text, "What reports call it; its name when absent."),
        Key("from", .date, required: true, "Its first day."),
        Key("to", .date, "Its last day; when absent, the day before the next wave, if any."),
      ])), "With `wave_of`: the waves, the earliest first."),
]

private let partKeys: [Key] = [
  Key("text", .text, "Exactly this, case included."),
  Key("digits", .text, "So many digits: `4`, `1 to 3`, or `2 or more`."),
  Key("letters", .text, "So many letters of any alphabet."),
  Key("capitals", .text, "So many letters from A to Z."),
  Key("letters_or_digits", .text, "So many letters or digits."),
  Key("any", .text, "So many characters of any kind."),
]

/// What may be asked of a cell.
private let clauseKeys: [Key] = [
  Key("column", .text, "A column of the source."),
  Key(
    "from", .text,
    "For a number or date column: the lowest number or first day that is right. A day may be "
      + "`as-of`."),
  Key("to", .text, "For a number or date column: the highest number or last day that is right."),
  Key("one_of", .oneOrMore(.text), "For a category column: the levels that are right."),
  Key("includes", .oneOrMore(.text), "For a multi-select: one of these choices is chosen."),
  Key("excludes", .oneOrMore(.text), "For a multi-select: none of these choices is chosen."),
  Key(
    "form", .list(.map(partKeys)),
    "For a text or id column: the parts of the text, one after another."),
  Key(
    "forms", .list(.told("form", .list(.map(partKeys)))),
    "For a text or id column: several forms; one is right."),
  Key("filled", .truth, "Whether there must be an answer (`true`) or must be none (`false`)."),
]

/// A clause where its keys were told already.
private let clause = Shape.told(
  "block with `column` and what must hold, as in `validation`", .map(clauseKeys))

private let ruleKeys: [Key] =
  [Key("name", .text, "What messages call the rule; it is put into words when absent.")]
  + clauseKeys + [
    Key(
      "when", .oneOrMore(clause),
      "With `then`: the rule applies to the rows in which all of this holds."),
    Key("then", clause, "With `when`: what must hold in those rows."),
    Key(
      "unique", .oneOrMore(.text),
      "Columns that together have a value of their own in each row."),
    Key("order", .list(.text), "Two date columns, the earlier first."),
    Key("same_day", .truth, "With `order`: whether both may be the same day; true when absent."),
    Key(
      "rows",
      .map([
        Key("from", .integer(atLeast: 0), "The fewest."),
        Key("to", .integer(atLeast: 0), "The most."),
      ]), "How many rows the source has, repeated ones left out."),
    Key(
      "newest", .text,
      "A date column of which some day lies in the `within_days` before the as-of date. Later days "
        + "do not count."),
    Key("within_days", .integer(atLeast: 0), "With `newest`: how old the newest may be."),
    Key(
      "note", .text,
      "From how many failing rows (`3`), or which share of the rows checked (`2%`), they are "
        + "problems; 1 when absent. A rule on the source as a whole fails once."),
    Key(
      "warn", .text, "From how many failing rows, or which share, the run warns and reports say so."
    ),
    Key(
      "stop", .text,
      "From how many failing rows, or which share, the run ends and leaves earlier outputs as they "
        + "are."),
  ]

private let surveyQualityKeys: [Key] = [
  Key(
    "straight_lining",
    .oneOrMore(
      .map([
        Key("name", .text, "What messages call the grid; it is put into words when absent."),
        Key(
          "items", .list(.text), required: true,
          "Five or more category or number columns with the same answers to choose from."),
        Key("reversed", .oneOrMore(.text), "The items that are worded the other way round."),
        Key(
          "answered", .integer(atLeast: AnswerGrid.fewestItems),
          "How many items a person must have answered; \(AnswerGrid.fewestItems) when absent."),
      ])), "Grids of items: the same answer to all of them is a sign."),
  Key(
    "speeding",
    .oneOrMore(
      .map([
        Key("name", .text, "What messages call the limit; it is put into words when absent."),
        Key("duration", .text, required: true, "The number column with the time taken."),
        Key("below", .number, "Less than this is a sign, in the unit of the column."),
        Key(
          "below_median", .number,
          "Less than this part of the median is a sign, such as 0.3; where there are at least "
            + "\(SpeedLimit.fewestDurations) times."),
      ])), "Questionnaires that were filled in very fast."),
  Key(
    "contradictions",
    .list(
      .map([
        Key("name", .text, "What messages call it; it is put into words when absent."),
        Key("first", clause, required: true, "One answer."),
        Key("second", clause, required: true, "The answer that does not go with it."),
      ])), "Pairs of answers of which at most one can be true."),
  Key(
    "flag",
    .map([
      Key("column", .text, required: true, "The name of the new column."),
      Key("label", .text, "What reports call it; its name when absent."),
    ]),
    "A new category column with the levels `yes`, for rows with a sign, and `no`, to compare them "
      + "in measures."),
]

private let peopleKeys: [Key] = [
  Key("names", .oneOrMore(.text), "The text columns with the parts of the name, in any order."),
  Key("born", .text, "The date column with the date of birth."),
  Key("email", .text, "The text column with the e-mail address."),
  Key("phone", .text, "The text column with the phone number."),
  Key("postcode", .text, "The postcode or text column with the postcode."),
]
