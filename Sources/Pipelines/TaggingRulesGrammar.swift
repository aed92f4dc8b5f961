import EvaluationData
import TextCoding

/// The keys of a tagging-rules file.
let taggingRulesGrammar: [Key] = [
  Key("title", .text, "What the code frame is called."),
  Key("language", .text, "The language of the rules, such as en."),
  Key(
    "language_column", .text,
    "The category column that says in which language a response is: rules then look only at "
      + "responses in their language, and at those whose language is not known."),
  Key(
    "spellings", .list(.list(.text)),
    "Lists of spellings of one word; a pattern with one of them finds all. With '*' at the end, "
      + "of all words that begin so."),
  Key("negators", .oneOrMore(.text), "Patterns that deny what follows, such as not."),
  Key(
    "negation_window", .integer(atLeast: 1),
    "How many words before a match a negator may stand; 3 when absent."),
  Key(
    "negation_ends", .oneOrMore(.text),
    "Patterns behind which a negator no longer counts, such as but."),
  Key(
    "overlap", .choice(CodeFrame.Overlap.allCases.map(\.rawValue)),
    "Which matches count where several share words: all, which holds when absent, or the longest."),
  Key(
    "codes", .dictionary(of: "code", .map(codeKeys)), required: true, "The codes, by their names."),
  Key(
    "rules",
    .list(
      .map([Key("code", .text, required: true, "The code that the rule gives.")] + ruleKeys)),
    "Further rules, each with the name of its code."),
]

private let codeKeys: [Key] = [
  Key("label", .text, required: true, "What reports call it."),
  Key("parent", .text, "The code that it is a part of."),
  Key("definition", .text, "When it is to be given, in a sentence."),
  Key("include", .oneOrMore(.text), "What it is to be given for, for people who code by hand."),
  Key("exclude", .oneOrMore(.text), "What it is not to be given for."),
  Key("colour", .text, "Its colour, as \"#1f77b4\", in quotation marks."),
  Key(
    "links",
    .map([
      Key("outcomes", .oneOrMore(.text), "Families of outcomes."),
      Key("themes", .oneOrMore(.text), "Themes of the programme."),
    ]), "What the code has to do with."),
  Key(
    "examples",
    .map([
      Key("match", .oneOrMore(.text), "Texts that must get the code."),
      Key("no_match", .oneOrMore(.text), "Texts that must not get the code."),
    ]), "Texts that are held against the rules before every run."),
  Key("rules", .list(.map(ruleKeys)), "Its tagging rules; one of them gives the code."),
]

private let ruleKeys: [Key] = [
  Key("match", .oneOrMore(.text), "Patterns; one of them gives the code."),
  Key(
    "regex", .oneOrMore(.text),
    "Regular expressions; one of them gives the code, too. A rule has patterns, or these, or both."),
  Key(
    "unless", .oneOrMore(.text),
    "Patterns; a match that overlaps one of them does not count."),
  Key(
    "when", .dictionary(of: "column", .oneOrMore(.text)),
    "Category columns with the levels under which the rule applies."),
  Key(
    "negated", .text,
    "What becomes of a match that is denied: ignore (it counts all the same, which holds when "
      + "absent), drop, only (no others count), or as and the name of the code that it then gets."),
  Key("language", .text, "The language of the patterns, where it is not that of the file."),
  Key(
    "severity", .choice(Severity.allCases.map(\.rawValue)),
    "How grave it is what the rule finds; a response is as grave as its gravest match."),
  Key(
    "sentiment", .choice(Sentiment.allCases.map(\.rawValue)),
    "Whether what the rule finds is praise or blame."),
]
