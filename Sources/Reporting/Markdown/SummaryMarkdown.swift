import EvaluationData
import Mustache

/// The report as a trustee reads it in a few minutes.
func summaryMarkdown(
  _ report: Report, _ tables: [ReportTable], _ figures: [Figure]
) -> String {
  var measures: [Measure] = []
  for table in tables where !measures.contains(table.measure) { measures.append(table.measure) }
  let sections = measures.map { measure -> [String: Any] in
    let own = tables.filter { $0.measure == measure }
    let more = own.filter(\.isDetail).map { table in
      "\(markdown(table.title)): [\(plural(table.rows.count, "row"))](tables/\(table.slug).csv)"
    }
    return [
      "title": measure.title, "hasMore": !more.isEmpty, "more": more,
      "tables": own.filter { !$0.isDetail }.map { table in
        tableContext(table, figure: figures.first { $0.slug == table.slug })
      },
    ]
  }
  var context = commonContext(report)
  context["sections"] = sections
  context["hasQuotes"] = !report.quotes.isEmpty
  context["aboutQuotes"] = quoteSentences(report.quotes).joined(separator: " ")
  context["themes"] = themes(report.quotes)
  context["limitations"] = report.limitations.map(markdown)
  context["problems"] = problemsText(report.problemCounts)
  context["reading"] = readingSentences(report)
  return summaryTemplate.render(context)
}

/// The quotes under the themes for which they stand, each with those who may be told about it.
private func themes(_ quotes: [Quote]) -> [[String: Any]] {
  var themes: [(code: Named, quotes: [Quote])] = []
  for quote in quotes {
    if themes.last?.code != quote.code { themes.append((quote.code, [])) }
    themes[themes.count - 1].quotes.append(quote)
  }
  let hasOneSource = Set(quotes.map(\.source)).count == 1
  return themes.map { theme in
    let quotes = theme.quotes.map { quote in
      [
        "text": markdownParagraph(quote.text),
        "who": markdown(who(quote, hasOneSource: hasOneSource)),
      ]
    }
    return ["title": markdown(theme.code.label), "quotes": quotes]
  }
}

/// Such as "North Mersey, 65–74 (Q3)".
private func who(_ quote: Quote, hasOneSource: Bool) -> String {
  let known = [quote.attributes, hasOneSource ? "" : quote.source.label].filter { !$0.isEmpty }
  return known.isEmpty ? quote.id : "\(known.joined(separator: "; ")) (\(quote.id))"
}

/// One page for a funder: the same findings, fewer of them.
func funderSummaryMarkdown(_ report: Report, _ tables: [ReportTable]) -> String {
  var context = commonContext(report)
  let figures = keyFigures(report.findings)
  context["hasKeyFigures"] = figures != nil
  context["keyFigures"] = figures ?? ""
  context["limitations"] = report.limitations.prefix(4).map(markdown)
  context["more"] =
    "\(tables.count == 1 ? "The table" : "All \(counted(tables.count)) tables") with bases, intervals and notes: "
    + "[funder-return.xlsx](funder-return.xlsx). With figures and more explanation: "
    + "[summary.md](summary.md). Every number with its method: [findings.csv](findings.csv)."
  return funderSummaryTemplate.render(context)
}

private func commonContext(_ report: Report) -> [String: Any] {
  let headlines = Headlines(report.findings).sentences.map(markdown)
  var facts = [report.organisation.map { "\(markdown($0)). " } ?? ""]
  facts.append("Period: \(report.period). ")
  facts.append(report.audienceSentence)
  var context: [String: Any] = [
    "title": markdown(report.title), "facts": facts.joined(),
    "hasHeadlines": !headlines.isEmpty, "headlines": headlines,
    "hasLimitations": !report.limitations.isEmpty,
  ]
  if let notice = report.notice { context["notice"] = markdown(notice) }
  let contact = report.contact.map { " Contact: \(markdown($0))." } ?? ""
  let rows = report.files.reduce(0) { $0 + $1.rows }
  let read =
    report.files.isEmpty
    ? "" : " Read: \(plural(report.files.count, "file")) with \(plural(rows, "row"))."
  context["colophon"] = "\(markdown(report.madeWith))\(read)\(contact)"
  return context
}

private func tableContext(_ table: ReportTable, figure: Figure?) -> [String: Any] {
  var context: [String: Any] = [
    "title": markdown(table.title), "summary": markdown(table.summary),
  ]
  if let figure {
    context["figure"] = ["alternative": markdown(figure.alternative), "path": figure.path]
  }
  let shown = MarkdownTable(table)
  context["table"] = shown.text
  context["hasNotes"] = !shown.notes.isEmpty
  context["notes"] = shown.notes
  return context
}

private func problemsText(_ counts: [ProblemCount]) -> String {
  guard !counts.isEmpty else { return "No problems were found." }
  let rows = counts.map { count in
    "| \(markdown(count.kind.title)) | \(markdown(count.source.label)) | \(counted(count.count)) | "
      + "\(count.kind.remedy) |"
  }
  return
    (["| What is wrong | Source | How often | What to do |", "| :--- | :--- | ---: | :--- |"]
    + rows).joined(separator: "\n")
}

private func readingSentences(_ report: Report) -> [String] {
  let findings = report.findings
  var sentences = [
    "**Base**: the number of people or things that a share is a share of. A share without its "
      + "base says little."
  ]
  if let level = findings.lazy.compactMap({ $0.limits?.level }).first {
    let confidence = NumberStyle.share.text(level)
    sentences.append(
      "**Interval**, such as 52% to 73%: the range in which the true value most probably lies "
        + "(\(confidence) interval). The fewer people, the wider.")
  }
  let verdicts = Set(findings.compactMap(\.verdict))
  for verdict in Verdict.allCases where verdicts.contains(verdict) {
    sentences.append("**\(verdict.generalWords)**: \(inSentence(verdict.meaning))")
  }
  sentences += agreementSentences(findings).map { "**\($0.term)**: \(inSentence($0.meaning))" }
  let statuses = Set(findings.compactMap(\.status)).union([.notApplicable])
  for status in Status.allCases where statuses.contains(status) {
    sentences.append("**\(status.rawValue)**: \(inSentence(status.meaning))")
  }
  return sentences
}

/// The few figures that a funder compares, as a table; nil where there are none.
private func keyFigures(_ findings: [Finding]) -> String? {
  let overall = findings.filter { $0.group == nil && $0.value != nil }
  func chosen(
    _ measure: Measure, _ statistic: Statistic, _ most: Int,
    _ isIn: (Finding) -> Bool = { _ in true }
  ) -> ArraySlice<Finding> {
    overall.filter { $0.measure == measure && $0.statistic == statistic && isIn($0) }.prefix(most)
  }
  let rows =
    chosen(.representativeness, .gap, 5) { $0.verdict == .clear }
    + chosen(.engagement, .attendanceRate, 1) + chosen(.engagement, .retention, 2)
    + chosen(.feedbackLoop, .fixRate, 1) + chosen(.outcomes, .meanChange, 5)
    + chosen(.outcomes, .netScore, 2)
  guard !rows.isEmpty else { return nil }
  let lines = rows.map { finding in
    let style = NumberStyle(finding.statistic)
    let value = finding.value.map { style.phrase($0) } ?? ""
    let limits = finding.limits.map { " (\(style.text($0)))" } ?? ""
    let about = [finding.variable?.label, finding.level?.label, finding.wave?.label]
      .compactMap { $0 }
    let name = finding.statistic.label + (about.isEmpty ? "" : ": \(about.joined(separator: ", "))")
    let words = finding.verdict.map { $0.words(for: finding) } ?? "No comparison"
    return "| \(markdown(finding.measure.title)) | \(markdown(name)) | \(value)\(limits) | "
      + "\(finding.base.map(counted) ?? "") | \(words) |"
  }
  return
    ([
      "| Area | Figure | Value (interval) | Base | In words |",
      "| :--- | :--- | ---: | ---: | :--- |",
    ] + lines).joined(separator: "\n")
}
