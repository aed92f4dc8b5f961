import EvaluationData

// The places of findings about codes in pairs, in tone and over time.
extension TablePlace {
  /// Two codes in one response.
  init?(pair finding: Finding) {
    // The share of all responses stands in `findings.csv`; pairs that never stand together, or
    // that are hidden, would fill the list, and are told by the matrix.
    guard finding.statistic != .share, finding.value != 0, finding.status != .suppressed else {
      return nil
    }
    let variable = finding.variable ?? finding.source
    self.init(
      table: Table(
        measure: finding.measure, parts: [finding.source, variable, Named("together")]),
      title: "Codes that stand together in “\(variable.label)”",
      summary: "How many responses carry both of two codes, which part that is of those with "
        + "either, and how many times as many as by chance.",
      heads: [
        Head(heading: "Code", value: finding.level),
        Head(heading: "Together with", value: finding.indicator),
      ],
      column: .value(finding.statistic, level: nil), rankedBy: .jaccard, cross: .pairs)
  }

  /// The severity or sentiment of responses.
  init(tone finding: Finding) {
    let scale = finding.variable ?? finding.source
    let isOverall = finding.derivedFrom.isEmpty
    let heading = Head(heading: scale.label, value: finding.level)
    self.init(
      table: Table(
        measure: finding.measure,
        parts: [finding.source, scale] + (isOverall ? [] : [Named("by-code")])),
      title: isOverall ? "\(scale.label) of what was said" : "\(scale.label), code by code",
      summary: scale.name == "severity"
        ? "How grave what was said is, by the gravest that a response holds."
        : "Whether what was said is praise or blame; a response may hold both.",
      heads: isOverall ? [heading] : [Head(heading: "Code", value: finding.indicator), heading],
      column: .value(finding.statistic, level: nil), figure: isOverall ? .bars(.share) : nil,
      isDetail: !isOverall, cross: isOverall ? nil : .tones)
  }

  /// A code from period to period.
  init(codeTrend finding: Finding) {
    let variable = finding.variable ?? finding.source
    self.init(
      table: Table(measure: finding.measure, parts: [finding.source, variable, Named("codes")]),
      title: "Codes in “\(variable.label)” over time",
      summary: "The share of each code from period to period, how it changed, and whether more "
        + "than chance is at work.",
      heads: [
        Head(heading: "Code", value: finding.level), Head(heading: "Period", value: finding.wave),
      ],
      column: .value(finding.statistic, level: nil), isDetail: true, cross: .periods)
  }
}
