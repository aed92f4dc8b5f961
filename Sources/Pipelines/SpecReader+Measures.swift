import Cleaning
import EvaluationData
import Measures

extension SpecReader {
  mutating func readMeasures() {
    guard let root = document.root["measures"] else { return }
    for node in root["representativeness"]?.items ?? [] {
      if let part = representativeness(node) { spec.measures.representativeness.append(part) }
    }
    if let node = root["engagement"] { spec.measures.engagement = engagement(node) }
    if let node = root["feedback_loop"] { spec.measures.feedbackLoop = feedbackLoop(node) }
    for node in root["outcomes"]?.items ?? [] {
      if let part = outcomes(node) { spec.measures.outcomes.append(part) }
    }
    if let node = root["process_quality"] { spec.measures.processQuality = processQuality(node) }
    for node in root["frequencies"]?.items ?? [] {
      if let part = frequencies(node) { spec.measures.frequencies.append(part) }
    }
    for node in root["coding"]?.items ?? [] {
      if let part = codeFrequencies(node) { spec.measures.coding.append(part) }
    }
    for node in root["agreement"]?.items ?? [] {
      if let part = agreement(node) { spec.measures.agreement.append(part) }
    }
    for node in root["trend"]?.items ?? [] {
      if let part = trend(node) { spec.measures.trend.append(part) }
    }
    if let node = root["thresholds"] {
      var thresholds = Thresholds()
      thresholds.testBase = node.integer("test_base") ?? thresholds.testBase
      thresholds.shareBase = node.integer("share_base") ?? thresholds.shareBase
      thresholds.practicalGap = node.number("practical_gap") ?? thresholds.practicalGap
      spec.measures.thresholds = thresholds
    }
  }

  private mutating func role(
    _ role: PipelineSpec.Role, of source: PipelineSpec.Source, at node: SpecNode
  ) -> String? {
    guard let column = source.roles[role] else {
      add("the source '\(source.name.name)' has no '\(role.rawValue)' under 'schema'", at: node)
      return nil
    }
    return column
  }

  // MARK: The measures

  private mutating func representativeness(_ node: SpecNode) -> RepresentativenessSpec? {
    guard let source = source(node), let margins = node["margins"],
      let population = self.source(margins)
    else { return nil }
    var leftOut: [String: Set<String>] = [:]
    for (variable, names) in node["leave_out"]?.entries ?? [] {
      guard let column = column(variable, .category, of: source) else { continue }
      leftOut[column] = levels(names, of: column, source)
    }
    let variables = node["variables"]?.items ?? []
    guard let variable = column(margins["variable"], .text, of: population),
      let level = column(margins["level"], .text, of: population),
      let people = column(margins["people"], .number, of: population)
    else { return nil }
    return RepresentativenessSpec(
      source: source.name.name,
      variables: variables.compactMap { column($0, .category, of: source) }, leftOut: leftOut,
      by: column(node["by"], .category, of: source),
      margins: MarginSpec(
        source: population.name.name, variable: variable, level: level, people: people,
        group: column(margins["group"], .category, of: population)))
  }

  private mutating func engagement(_ node: SpecNode) -> EngagementSpec? {
    guard let members = node["members"], let source = source(members),
      let person = role(.person, of: source, at: members),
      let joined = column(members["joined"], .date, of: source),
      let left = column(members["left"], .date, of: source)
    else { return nil }
    var range: ClosedRange<Int>?
    if let size = node["meeting_size"], let from = size.integer("from"), let to = size.integer("to")
    {
      if from <= to { range = from...to } else { add("'from' is above 'to'", at: size) }
    }
    return EngagementSpec(
      members: EngagementSpec.Members(
        source: source.name.name, person: person, joined: joined, left: left,
        by: column(members["by"], .category, of: source)),
      meetings: node["meetings"].flatMap { meetings($0) },
      attendance: node["attendance"].flatMap { attendance($0) }, meetingSize: range,
      retentionDays: node["retention_days"]?.items.compactMap { Int($0.text) } ?? [],
      seats: node["seats"].flatMap { seats($0) })
  }

  private mutating func meetings(_ node: SpecNode) -> EngagementSpec.Meetings? {
    guard let source = source(node), let meeting = column(node["meeting"], .text, of: source),
      let date = column(node["date"], .date, of: source)
    else { return nil }
    return EngagementSpec.Meetings(
      source: source.name.name, meeting: meeting, date: date,
      by: column(node["by"], .category, of: source))
  }

  private mutating func attendance(_ node: SpecNode) -> EngagementSpec.Attendance? {
    guard let source = source(node), let person = role(.person, of: source, at: node),
      let meeting = column(node["meeting"], .text, of: source),
      let attended = column(node["attended"], .category, of: source)
    else { return nil }
    return EngagementSpec.Attendance(
      source: source.name.name, meeting: meeting, person: person, attended: attended,
      present: levels(node["present"], of: attended, source))
  }

  private mutating func seats(_ node: SpecNode) -> EngagementSpec.Seats? {
    guard let source = source(node), let group = column(node["group"], .category, of: source)
    else { return nil }
    return EngagementSpec.Seats(
      source: source.name.name, group: group, minimum: node.integer("minimum") ?? 2)
  }

  private mutating func feedbackLoop(_ node: SpecNode) -> FeedbackLoopSpec? {
    guard let source = source(node), let kind = column(node["kind"], .category, of: source),
      let raisedOn = column(node["raised_on"], .date, of: source),
      let decision = column(node["decision"], .category, of: source),
      let decidedOn = column(node["decided_on"], .date, of: source),
      let changedOn = column(node["changed_on"], .date, of: source),
      let reason = column(node["reason"], .text, of: source),
      let toldOn = column(node["told_on"], .date, of: source),
      let solved = column(node["solved"], .category, of: source)
    else { return nil }
    return FeedbackLoopSpec(
      source: source.name.name, kind: kind, problems: levels(node["problems"], of: kind, source),
      raisedOn: raisedOn, decision: decision,
      rejected: levels(node["rejected"], of: decision, source), decidedOn: decidedOn,
      changedOn: changedOn, reason: reason, toldOn: toldOn, solved: solved,
      solvedYes: levels(node["solved_yes"], of: solved, source),
      by: node["by"]?.items.compactMap { column($0, .category, of: source) } ?? [])
  }

  private mutating func outcomes(_ node: SpecNode) -> OutcomesSpec? {
    guard let source = source(node), let person = role(.person, of: source, at: node),
      let wave = role(.wave, of: source, at: node)
    else { return nil }
    return OutcomesSpec(
      source: source.name.name, person: person, wave: wave,
      baseline: levels(node["baseline"], of: wave, source).first ?? "",
      followUp: levels(node["follow_up"], of: wave, source).first ?? "",
      variables: node["variables"]?.items.compactMap { column($0, .number, of: source) } ?? [],
      meaningfulChange: node.number("meaningful_change") ?? 1,
      by: column(node["by"], .category, of: source),
      netScore: column(node["net_score"], .number, of: source))
  }

  private mutating func processQuality(_ node: SpecNode) -> ProcessQualitySpec? {
    guard let source = source(node), let marker = column(node["marker"], .category, of: source),
      let stage = column(node["stage"], .category, of: source),
      let answeredBy = column(node["answered_by"], .category, of: source),
      let answer = column(node["answer"], .category, of: source)
    else { return nil }
    var worth: [String: Double] = [:]
    for (level, number) in node["worth"]?.entries ?? [] {
      for name in levels(level, of: answer, source) { worth[name] = Double(number.text) }
    }
    return ProcessQualitySpec(
      source: source.name.name, marker: marker, stage: stage, answeredBy: answeredBy,
      organisation: levels(node["organisation"], of: answeredBy, source).first ?? "",
      people: levels(node["people"], of: answeredBy, source).first ?? "", answer: answer,
      worth: worth)
  }

  private mutating func frequencies(_ node: SpecNode) -> FrequencySpec? {
    guard let source = source(node) else { return nil }
    return FrequencySpec(
      source: source.name.name,
      variables: node["variables"]?.items.compactMap { column($0, .category, of: source) } ?? [],
      by: column(node["by"], .category, of: source))
  }

  private mutating func codeFrequencies(_ node: SpecNode) -> CodeFrequencySpec? {
    guard let source = source(node), let coding = coding(node, "source") else { return nil }
    var frequencies = CodeFrequencySpec(
      source: source.name.name, text: coding.column,
      by: node["by"]?.items.compactMap { attribute($0, of: source) } ?? [])
    frequencies.coOccurrence = node.text("co_occurrence") == "true"
    if let trend = node["trend"] { frequencies.trend = codeTrend(trend, of: source) }
    return frequencies
  }

  private mutating func codeTrend(
    _ node: SpecNode, of source: PipelineSpec.Source
  ) -> CodeTrendSpec? {
    guard (node["date"] == nil) != (node["wave"] == nil) else {
      add("a trend of codes has either a 'date' or a 'wave'", at: node)
      return nil
    }
    if let wave = node["wave"] {
      if let every = node["every"] { add("'every' means nothing beside 'wave'", at: every) }
      return column(wave, .category, of: source).map { .waves(column: $0) }
    }
    let every = node.text("every").flatMap(CodeTrendSpec.Step.init) ?? .month
    return column(node["date"], .date, of: source).map { .dates(column: $0, every: every) }
  }

  mutating func coding(_ node: SpecNode, _ key: String) -> PipelineSpec.Coding? {
    guard let name = node[key] else { return nil }
    guard let coding = spec.coding.first(where: { $0.source == name.text }) else {
      refuse(name, "coded source", known: spec.coding.map(\.source))
      return nil
    }
    return coding
  }

  private mutating func trend(_ node: SpecNode) -> TrendSpec? {
    guard let source = source(node), let date = column(node["date"], .date, of: source),
      let variable = column(node["variable"], .category, of: source)
    else { return nil }
    return TrendSpec(
      source: source.name.name, date: date, variable: variable,
      levels: levels(node["levels"], of: variable, source))
  }
}
