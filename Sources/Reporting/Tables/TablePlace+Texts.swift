import EvaluationData

// The places of findings about texts, processes and data.
extension TablePlace {
  /// Answers to a closed question, such as whether people felt listened to.
  private init(answers finding: Finding, to question: Named) {
    self.init(
      table: Table(measure: finding.measure, parts: [finding.source, question]),
      title: "\(finding.source.label): \(question.label)",
      summary: "How often each answer was given, of those who answered.",
      heads: [Head(group: finding), Head(heading: "Answer", value: finding.level)],
      column: .value(finding.statistic, level: nil), figure: .bars(.share))
  }

  init(processQuality finding: Finding) {
    if finding.indicator == nil, let question = finding.variable {
      self.init(answers: finding, to: question)
      return
    }
    // Measures names the ratings of a whole stage so.
    let isStage = finding.indicator?.name.hasPrefix("stage-") ?? false
    let isRating = finding.statistic == .rating
    let stage = Head(heading: "Stage", value: finding.variable)
    self.init(
      table: Table(
        measure: finding.measure,
        parts: [finding.source, Named(isStage ? "stages" : "markers")]),
      title: isStage ? "Quality markers by stage" : "Quality markers one by one",
      summary: "How the organisation and the people involved rate the process: yes is 1, partly "
        + "0.5, no 0.",
      heads: isStage
        ? [stage] : [stage, Head(heading: "Quality marker", value: finding.indicator)],
      column: .value(finding.statistic, level: isRating ? finding.level : nil),
      heading: isRating ? finding.level.map { "Rating: \($0.label)" } : nil,
      figure: .ratings)
  }

  init(coding finding: Finding) {
    let variable = finding.variable ?? Named("all", label: finding.source.label)
    guard finding.indicator == nil else {
      self.init(
        table: Table(measure: finding.measure, parts: [Named("coverage")]),
        title: finding.indicator?.label ?? "",
        summary: "How many of the responses with a text carry at least one code.",
        heads: [
          Head(heading: "Source", value: finding.source),
          Head(heading: "Text", value: finding.variable), Head(group: finding),
        ],
        column: .value(finding.statistic, level: nil), isLast: true)
      return
    }
    let code = Head(heading: "Code", value: finding.level)
    var parts = [finding.source, variable]
    var title = "Codes in “\(variable.label)”"
    if let groupBy = finding.groupBy {
      parts += [Named("by"), groupBy]
      title += ", by \(inSentence(groupBy.label))"
    }
    let isOverall = finding.groupBy == nil
    self.init(
      table: Table(measure: finding.measure, parts: parts), title: title,
      summary: "How many of the responses with a text carry each code; one response may carry "
        + "several.",
      heads: isOverall ? [code] : [Head(group: finding), code],
      column: .value(finding.statistic, level: nil), figure: isOverall ? .bars(.share) : nil,
      isDetail: !isOverall, rankedBy: isOverall ? .count : nil,
      cross: isOverall ? nil : .attribute)
  }

  init(agreement finding: Finding) {
    guard finding.level != nil else {
      // The mean F1 stands among the other means.
      let statistic = finding.statistic == .meanF1 ? Statistic.f1 : finding.statistic
      // Measures names the agreement of two coders out of more so.
      if finding.variable?.name == "pair" {
        self.init(
          table: Table(measure: finding.measure, parts: [finding.source, Named("pairs")]),
          title: "Agreement, pair by pair",
          summary: "How well each two of the coders agree: who codes otherwise than the rest.",
          heads: [Head(heading: "Coders", value: finding.indicator)],
          column: .value(finding.statistic, level: nil), isLast: true, isDetail: true)
        return
      }
      let isOfRules = [.precision, .recall, .f1].contains(statistic)
      self.init(
        table: Table(
          measure: finding.measure,
          parts: [finding.source, Named(isOfRules ? "overall" : "overall-people")]),
        title: isOfRules ? "Rules and people, overall" : "Agreement overall",
        summary: isOfRules
          ? "How well the tagging rules agree with people, over all codes."
          : "How well people agree who coded the same responses, over all codes.",
        heads: [
          Head(heading: "Comparison", value: finding.indicator.map { Named($0.label) }),
          Head(heading: "Over", value: finding.variable),
        ],
        column: .value(statistic, level: nil), heading: statistic.label)
      return
    }
    let pair = finding.indicator ?? Named("rules", label: "Tagging rules and people")
    self.init(
      table: Table(measure: finding.measure, parts: [finding.source, pair]),
      title: "Agreement, code by code: \(pair.label)",
      summary: finding.indicator == nil
        ? "How well the tagging rules agree with people who coded the same responses."
        : "How well people agree who coded the same responses.",
      heads: [Head(heading: "Code", value: finding.level)],
      column: .value(finding.statistic, level: nil), isLast: true,
      isDetail: finding.indicator != nil)
  }

  init(trend finding: Finding) {
    let variable = finding.variable ?? finding.source
    var parts = [finding.source, variable]
    var title = "“\(variable.label)”"
    if let indicator = finding.indicator {
      parts.append(indicator)
      title = "\(indicator.label) in answer to \(title)"
    }
    self.init(
      table: Table(measure: finding.measure, parts: parts), title: "\(title), by month",
      summary: "The share of answers, month by month.",
      heads: [Head(group: finding), Head(heading: "Month", value: finding.wave)],
      column: .value(finding.statistic, level: nil), figure: .trend)
  }

  init(dataQuality finding: Finding) {
    guard let variable = finding.variable else {
      self.init(
        table: Table(measure: finding.measure, parts: [Named("rows")]),
        title: "Rows loaded and used",
        summary: "How many rows each source had, and how many were used.",
        heads: [Head(heading: "Source", value: finding.source)],
        column: .value(finding.statistic, level: finding.indicator),
        heading: finding.indicator?.label)
      return
    }
    // Measures names all reasons together so.
    let reason = finding.level?.name == "missing" ? nil : finding.level
    let isShare = finding.statistic == .share
    self.init(
      table: Table(measure: finding.measure, parts: [Named("missing")]),
      title: "Answers that are missing, by reason",
      summary: "How many rows hold no answer in each column, and why. Columns without gaps are "
        + "not listed.",
      heads: [
        Head(heading: "Source", value: finding.source), Head(heading: "Column", value: variable),
      ],
      column: .value(finding.statistic, level: reason),
      heading: reason?.label ?? (isShare ? "Share missing" : "Missing"), isLast: true,
      isDetail: true)
  }

  /// A place that suits any finding: one row for each thing that it is about.
  init(plain finding: Finding) {
    let topic = finding.indicator ?? finding.variable ?? finding.source
    self.init(
      table: Table(measure: finding.measure, parts: [finding.source, topic]), title: topic.label,
      summary: "\(topic.label).",
      heads: [
        Head(group: finding),
        Head(heading: finding.variable?.label ?? topic.label, value: finding.level),
        Head(heading: "Wave", value: finding.wave),
      ],
      column: .value(finding.statistic, level: nil))
  }
}
