/// The keys of a block under `agreement`.
let agreementKeys: [Key] = [
  Key("rules", .text, "The source that people coded; its rules are held against them."),
  Key(
    "id", .text,
    "With `rules`: its id column by which people's codes are found. When absent that of "
      + "`one_row_per`, or else file and line."),
  Key(
    "coders", .oneOrMore(.map(coderKeys)),
    "Who coded: a block for each column or source with people's codes."),
  Key("first", .map(codingSideKeys), "In place of `rules` and `coders`: one coding."),
  Key("second", .map(codingSideKeys), "With `first`: the coding that it is held against."),
  Key(
    "minimum_uses", .integer(atLeast: 1),
    "Codes that people gave less often do not enter the mean F1; 25 when absent."),
]

private let coderKeys: [Key] = [
  Key("people", .text, required: true, "The source with people's codes."),
  Key(
    "column", .text,
    "Its column of codes: a multi-select where a row has all codes of a response, whether in one "
      + "cell or in a column for each; a category where each row has one code. Needed unless the "
      + "source is a `sheet_of`."),
  Key(
    "coder", .text,
    "Its category column that says who coded; one person did when absent. Of a `sheet_of` it is "
      + "`{coder}` in the name of the file, or that name."),
  Key(
    "id", .text,
    "Its id column of the responses; needed unless it is the source of `rules` or a `sheet_of`."),
  Key(
    "without_row", .choice(WithoutRow.all),
    "What it means that a coder has no row for a response: `not-coded`, as when absent, or "
      + "`no-code` where all were read and only those with a code are listed."),
]

/// The words of `without_row:`.
enum WithoutRow {
  static let noCode = "no-code"
  static let all = ["not-coded", noCode]
}

private let codingSideKeys: [Key] = [
  Key("rules", .text, "The source that is coded by rules."),
  Key("people", .text, "The source with people's codes."),
  Key("column", .text, "With `people`: the multi-select column."),
  Key("id", .text, "The id column by which responses of two sources are matched."),
]
