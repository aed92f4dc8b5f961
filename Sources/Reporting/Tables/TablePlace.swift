import EvaluationData

/// Where a finding stands: in which table, in which row, in which column.
struct TablePlace: Hashable {
  /// Which table: the measure and whatever else tells its tables apart.
  struct Table: Hashable {
    let measure: Measure
    let parts: [Named]
  }

  /// One thing that a row is about, under its heading.
  struct Head: Hashable {
    let heading: String
    let value: Named?
    /// Whether "All" is what an empty value means.
    var isGroup = false
  }

  let table: Table
  let title: String
  let summary: String
  let heads: [Head]
  let column: ColumnRole
  /// The heading of the column, where the statistic's own label would not do.
  var heading: String?
  var figure: FigureKind?
  /// Whether the table stands behind the others of its measure.
  var isLast = false
  /// Whether the Markdown summary names the table without showing it.
  var isDetail = false
  /// The statistic by which rows are in order, the highest first; as they were found where nil.
  var rankedBy: Statistic?
  /// The same findings as a table of two ways, which stands before it.
  var cross: CrossKind?
}

extension TablePlace {
  /// Nil where the finding is shown in no table and found in `findings.csv` only.
  init?(_ finding: Finding) {
    switch finding.measure {
    case .representativeness: self.init(representativeness: finding)
    case .engagement: self.init(engagement: finding)
    case .feedbackLoop:
      if finding.group == nil {
        self.init(feedback: finding)
      } else {
        self.init(feedbackByGroup: finding)
      }
    case .outcomes: self.init(outcomes: finding)
    case .processQuality: self.init(processQuality: finding)
    case .coding:
      if finding.excludesOtherLevels {
        self.init(tone: finding)
      } else if finding.indicator != nil, finding.level != nil {
        self.init(pair: finding)
      } else {
        self.init(coding: finding)
      }
    case .agreement: self.init(agreement: finding)
    case .trend:
      if finding.level == nil { self.init(trend: finding) } else { self.init(codeTrend: finding) }
    case .dataQuality: self.init(dataQuality: finding)
    case .ladders, .theoryOfChange, .cost: self.init(plain: finding)
    }
  }

  private init(representativeness finding: Finding) {
    let source = finding.source
    let variable = finding.variable ?? Named("all", label: "All")
    guard let level = finding.level else {
      self.init(
        table: Table(measure: finding.measure, parts: [source, Named("overall")]),
        title: "\(source.label): fit to the population",
        summary: "How far the make-up of the group as a whole is from that of the population, for "
          + "each characteristic.",
        heads: [Head(heading: "Characteristic", value: variable), Head(group: finding)],
        column: .value(finding.statistic, level: nil), isLast: true)
      return
    }
    self.init(
      table: Table(measure: finding.measure, parts: [source, variable]),
      title: "\(source.label) by \(inSentence(variable.label))",
      summary: "Each group's share of the people involved, beside its share of the population.",
      heads: [Head(group: finding), Head(heading: variable.label, value: level)],
      column: .value(finding.statistic, level: nil), figure: .shareAgainstTarget)
  }

  private init(engagement finding: Finding) {
    let indicator = finding.indicator ?? Named("all", label: finding.measure.title)
    // Few levels, each with its own meaning, read best side by side.
    let isSideBySide = ["meeting-size", "retention"].contains(indicator.name)
    let level = isSideBySide ? finding.level : nil
    var heads = [Head(group: finding)]
    if !isSideBySide { heads.append(Head(heading: indicator.label, value: finding.level)) }
    self.init(
      table: Table(measure: finding.measure, parts: [finding.source, indicator]),
      title: indicator.label,
      summary: Self.engagementSummaries[indicator.name] ?? "\(indicator.label).",
      heads: heads,
      column: .value(finding.statistic, level: level), heading: level?.label,
      figure: indicator.name == "attendance" ? .bars(.attendanceRate) : nil)
  }

  private static let engagementSummaries = [
    "attendance": "Attendances as a share of the meetings that members could attend.",
    "meeting-size": "How many meetings were held, and how many people were present.",
    "retention": "How many members there are, how many left, and how many stayed how long.",
    "decision-groups": "On how many decision-making groups enough members sit.",
    "ways-in": "How members came to be involved.",
  ]

  private init(feedback finding: Finding) {
    let isTime = finding.statistic == .medianDays
    // The fix rate is a share among the others: what became of problems.
    let statistic = finding.statistic == .fixRate ? Statistic.share : finding.statistic
    let part = isTime ? "time" : "outcome"
    self.init(
      table: Table(measure: finding.measure, parts: [finding.source, Named(part)]),
      title: isTime ? "How long it takes" : "What happened next",
      summary: isTime
        ? "How old open problems are, and how long a decision takes."
        : "What was raised, and what became of it: never the fix rate alone.",
      heads: [Head(heading: isTime ? "Time" : "What happened", value: finding.indicator)],
      column: .value(statistic, level: nil), heading: statistic.label,
      figure: isTime ? nil : .bars(.share))
  }

  private init?(feedbackByGroup finding: Finding) {
    // One row for each group; of the shares only the fix rate, with its interval.
    guard finding.statistic != .share, let groupBy = finding.groupBy else { return nil }
    let isRate = finding.statistic == .fixRate
    let label = finding.indicator?.label ?? finding.statistic.label
    let isTime = finding.statistic == .medianDays
    self.init(
      table: Table(measure: finding.measure, parts: [finding.source, Named("by"), groupBy]),
      title: "What happened next, by \(inSentence(groupBy.label))",
      summary: "What was raised in each group, and what became of it.",
      heads: [Head(group: finding)],
      column: .value(finding.statistic, level: isRate ? nil : finding.indicator),
      heading: isRate ? nil : isTime ? "\(label) (median days)" : label)
  }

  private init(outcomes finding: Finding) {
    let name: String
    let title: String
    let summary: String
    switch finding.statistic {
    case .baselineMean, .followUpMean, .meanChange:
      (name, title) = ("change", "Change from baseline to follow-up")
      summary = "Average answers of the people who answered both times, and the change between."
    case .medianChange, .standardizedChange:
      (name, title) = ("size-of-change", "Size of the change")
      summary =
        "The change measured in two other ways: against how much answers vary, and by ranks."
    case .netScore:
      (name, title) = ("net-score", "Net score")
      summary = "Percentage answering 9 or 10 less percentage answering 0 to 6, each time."
    default:
      let isMissing = finding.level?.name == "not-followed-up"
      (name, title) =
        isMissing
        ? ("not-followed-up", "Who was not followed up")
        : ("better-worse", "How many changed for better or worse")
      summary =
        isMissing
        ? "People with a first answer and no second, and whether they started elsewhere."
        : "How many people moved up, stayed or moved down."
    }
    let isCount = finding.statistic == .count && name == "better-worse"
    self.init(
      table: Table(measure: finding.measure, parts: [finding.source, Named(name)]),
      title: title, summary: summary,
      heads: [
        Head(group: finding), Head(heading: "Question", value: finding.variable),
        Head(heading: "Wave", value: finding.wave),
      ],
      column: .value(finding.statistic, level: isCount ? finding.level : nil),
      heading: isCount ? finding.level.map { "\($0.label): number" } : nil,
      figure: name == "change" ? .change : nil, isDetail: name == "size-of-change")
  }
}

extension TablePlace.Head {
  /// The group that a finding speaks of.
  init(group finding: Finding) {
    self.init(
      heading: finding.groupBy?.label ?? "", value: finding.group, isGroup: true)
  }
}

/// A label inside a sentence: "Age group" becomes "age group", "NHS trust" stays.
func inSentence(_ label: String) -> String {
  let letters = label.prefix(2)
  guard letters.count == 2, let second = letters.last, second.isLowercase || second == " " else {
    return label
  }
  return label.prefix(1).lowercased() + label.dropFirst()
}
