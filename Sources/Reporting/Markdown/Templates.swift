import Mustache

// The layout of the Markdown files. All texts that go in are Markdown already, so nothing is
// escaped here.

let summaryTemplate = template(
  """
  {{% CONTENT_TYPE:TEXT}}
  # {{title}}

  {{#notice}}
  **{{.}}**

  {{/notice}}
  {{facts}}

  {{#hasHeadlines}}
  ## In short

  {{#headlines}}
  - {{.}}
  {{/headlines}}

  {{/hasHeadlines}}
  {{#sections}}
  ## {{title}}

  {{#tables}}
  ### {{title}}

  {{summary}}

  {{#figure}}
  ![{{alternative}}]({{path}})

  {{/figure}}
  {{#table}}
  {{.}}

  {{/table}}
  {{#hasNotes}}
  {{#notes}}
  - {{.}}
  {{/notes}}

  {{/hasNotes}}
  {{/tables}}
  {{#hasMore}}
  More in this part:

  {{#more}}
  - {{.}}
  {{/more}}

  {{/hasMore}}
  {{/sections}}
  {{#hasQuotes}}
  ## In people's words

  {{aboutQuotes}}

  {{#themes}}
  ### {{title}}

  {{#quotes}}
  > {{text}}
  >
  > — {{who}}

  {{/quotes}}
  {{/themes}}
  {{/hasQuotes}}
  {{#hasLimitations}}
  ## What the data can't say

  {{#limitations}}
  - {{.}}
  {{/limitations}}

  {{/hasLimitations}}
  ## Problems found in the data

  {{problems}}

  ## How to read this

  {{#reading}}
  - {{.}}
  {{/reading}}

  {{colophon}}

  """)

let funderSummaryTemplate = template(
  """
  {{% CONTENT_TYPE:TEXT}}
  # {{title}}: summary for funders

  {{#notice}}
  **{{.}}**

  {{/notice}}
  {{facts}}

  {{#hasHeadlines}}
  ## In short

  {{#headlines}}
  - {{.}}
  {{/headlines}}

  {{/hasHeadlines}}
  {{#hasKeyFigures}}
  ## Key figures

  {{keyFigures}}

  {{/hasKeyFigures}}
  {{#hasLimitations}}
  ## What the data can't say

  {{#limitations}}
  - {{.}}
  {{/limitations}}

  {{/hasLimitations}}
  ## Where to find more

  {{more}}

  {{colophon}}

  """)

private func template(_ text: String) -> MustacheTemplate {
  do {
    return try MustacheTemplate(string: text)
  } catch {
    preconditionFailure("a template of ours does not parse: \(error)")
  }
}
