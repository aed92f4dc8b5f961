/// The keys below `quotes`.
let quoteKeys: [Key] = [
  Key(
    "source", .text, required: true,
    "A source that is coded. It, or the register of its people, has `consent_to_quote`."),
  Key("per_code", .integer(atLeast: 1), "How many quotes each code gets at most; 2 when absent."),
  Key("codes", .oneOrMore(.text), "The codes that are quoted; all when absent."),
  Key(
    "balance", .oneOrMore(.text),
    "Category columns over whose levels quotes are spread, such as the site and the tone. A column "
      + "of the register of people is written with its source, as in `members.gender`."),
  Key(
    "show", .oneOrMore(.text),
    "Category columns whose labels stand beside a quote, written in the same way. Left out of "
      + "`publish/` where fewer people share them than `suppress_below`."),
  Key(
    "must_be_checked", .truth,
    "Whether only quotes are published that somebody accepted in `decisions/quotes.csv`; true when "
      + "absent."),
  Key(
    "redact_names", .text,
    "A CSV file in the data folder with a column `name`: names that are never shown."),
]
