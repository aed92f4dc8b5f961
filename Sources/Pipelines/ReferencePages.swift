import EvaluationData

/// The reference page of `pipeline.yaml`, written from the grammar that the validator uses.
package var pipelineReferencePage: String {
  """
  # The pipeline file

  `pipeline.yaml` says which exports a pipeline reads, what their columns mean, what is measured and
  what is reported. This page is written from the same declaration that checks the file; do not edit
  it by hand. A machine-readable form is [pipeline.schema.json](pipeline.schema.json).

  Indent with spaces, two for each step. Words such as `yes` and `no` need quotation marks where they
  are names. Whatever is not listed here is refused, with the line and the nearest known name.

  \(lines(pipelineGrammar, depth: 0))

  # The tagging-rules file

  Beside the pipeline file; several pipelines may have one each. Its machine-readable form is
  [tags.schema.json](tags.schema.json). How patterns are written is on [its own page](tagging-rules.md).

  \(lines(taggingRulesGrammar, depth: 0))

  """
}

private func lines(_ keys: [Key], depth: Int) -> String {
  keys.map { key in
    let indent = String(repeating: "  ", count: depth)
    let need = key.isRequired ? "required, " : ""
    let line = "\(indent)* `\(key.name)` (\(need)\(kind(key.shape))): \(key.meaning)"
    guard let inner = innerKeys(key.shape) else { return line }
    return line + "\n" + lines(inner, depth: depth + 1)
  }.joined(separator: "\n")
}

private func kind(_ shape: Shape) -> String {
  switch shape {
  case .text: "text"
  case .integer: "whole number"
  case .number: "number"
  case .truth: "true or false"
  case .date: "date"
  case .choice(let words): "one of " + words.map { "`\($0)`" }.joined(separator: ", ")
  case .list(let item): "list of \(several(item))"
  case .oneOrMore(let item): "\(kind(item)), or a list"
  case .map: "block"
  case .dictionary(let meaning, .map): "block with a block for each \(meaning)"
  case .dictionary(let meaning, .choice(let words)):
    "block with, for each \(meaning), one of " + words.map { "`\($0)`" }.joined(separator: ", ")
  case .dictionary(let meaning, .dictionary(let inner, .map)):
    "block with a block for each \(meaning), in it one for each \(inner)"
  case .told(let words, _): words
  case .dictionary(let meaning, let value): "block with one \(kind(value)) for each \(meaning)"
  }
}

private func several(_ shape: Shape) -> String {
  switch shape {
  case .list(let item): "lists of \(several(item))"
  case .map: "blocks"
  default: "\(kind(shape))s"
  }
}

private func innerKeys(_ shape: Shape) -> [Key]? {
  switch shape {
  case .map(let keys): keys
  case .list(let item), .oneOrMore(let item), .dictionary(_, let item): innerKeys(item)
  default: nil
  }
}

/// The reference page of `findings.csv`, written from the closed lists of its words.
package var findingsReferencePage: String {
  """
  # findings.csv

  Everything that CountIn reports is a finding: one number with all that is needed to read it. The
  workbooks, summaries and figures are views of the same list. This page is written from the lists
  that the program uses; do not edit it by hand.

  The file is UTF-8 with a heading row, sorted by `id`. An absent number is empty.

  | column | meaning |
  | --- | --- |
  | `id` | unique name: measure, source, variable or indicator, level, group, wave and statistic |
  | `measure` | what the finding belongs to, from the list below |
  | `indicator` `source` `variable` `level` | what was counted or computed |
  | `group_by` `group` | the group that it speaks of; empty for everybody |
  | `wave` | baseline, follow-up or the month |
  | `statistic` | what the value is, from the list below |
  | `value` | the number; shares are from 0 to 1; at most 9 significant digits |
  | `ci_low` `ci_high` `ci_level` | the interval and how sure it is |
  | `n` | the number of valid cases behind the value |
  | `base` | the denominator |
  | `method` | how it was computed, from the list below |
  | `p` `p_adjusted` | the test's p-value, and the same adjusted within its family by Holm's method |
  | `verdict` | what may be said of a difference, from the list below |
  | `status` | why there is no value, or how far to trust it, from the list below |
  | `note` | a sentence |

  ## Measures

  \(table("measure", Measure.allCases.map { ($0.rawValue, $0.title) }))

  ## Statistics

  \(table("statistic", Statistic.allCases.map { ($0.rawValue, $0.meaning) }))

  ## Methods

  \(table("method", Method.allCases.map { ($0.rawValue, $0.meaning) }))

  ## Verdicts

  \(table("verdict", Verdict.allCases.map { ($0.rawValue, $0.meaning) }))

  ## Status

  \(table("status", Status.allCases.map { ($0.rawValue, $0.meaning) }))

  # problems.csv

  \(table("kind", ProblemKind.allCases.map { ($0.rawValue, "\($0.title). \($0.remedy)") }))

  # cleaning-ledger.csv

  \(table("rule", CleaningRule.allCases.map { ($0.rawValue, $0.meaning) }))

  """
}

private func table(_ heading: String, _ rows: [(String, String)]) -> String {
  (["| \(heading) | meaning |", "| --- | --- |"] + rows.map { "| `\($0.0)` | \($0.1) |" })
    .joined(separator: "\n")
}
