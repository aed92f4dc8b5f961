import EvaluationData

/// Findings as a run makes them, with labels as long and groups as small as they get.
///
/// The numbers are invented; only their shape matters here.
enum ExampleFindings {
  static let members = Named("members", label: "Members")
  static let suggestions = Named("suggestions", label: "Suggestions")
  static let questionnaires = Named("questionnaires", label: "Questionnaires")
  static let markers = Named("markers", label: "Quality markers")
  static let comments = Named("comments", label: "Comment cards")
  static let site = Named("site", label: "Site")
  static let sites = [
    Named("hammersmith-fulham", label: "Hammersmith & Fulham"),
    Named("lincolnshire", label: "Lincolnshire"), Named("north-mersey", label: "North Mersey"),
  ]

  static var all: [Finding] {
    Finding.identified(
      representativeness + engagement + coding + feedbackLoop + processQuality + outcomes + trend
        + agreement + dataQuality)
  }

  /// Wilson's interval, near enough for an example.
  static func limits(_ share: Double, of base: Int) -> Finding.Limits {
    let (n, z) = (Double(base), 1.959964)
    let middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    let spread =
      z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    return Finding.Limits(lower: middle - spread, upper: middle + spread, level: 0.95)
  }

  struct Scope {
    let measure: Measure
    let source: Named
    var group: Named?
    var groupBy: Named?

    init(_ measure: Measure, _ source: Named, groupBy: Named? = nil, group: Named? = nil) {
      self.measure = measure
      self.source = source
      self.groupBy = group == nil ? nil : groupBy
      self.group = group
    }

    func finding(
      _ statistic: Statistic, _ method: Method, _ value: Double?, indicator: Named? = nil,
      variable: Named? = nil, level: Named? = nil, wave: Named? = nil,
      subject: Finding.Subject = .people, limits: Finding.Limits? = nil, base: Int? = nil,
      p: Double? = nil, adjustedP: Double? = nil, verdict: Verdict? = nil, note: String = ""
    ) -> Finding {
      Finding(
        measure, source: source, indicator: indicator, variable: variable, level: level,
        groupBy: groupBy, group: group, wave: wave, statistic: statistic, method: method,
        subject: subject, value: value, limits: limits, n: base, base: base, p: p,
        adjustedP: adjustedP, verdict: verdict, note: note)
    }

    /// A count and its share; hidden together where the count is from 1 to 4.
    func share(
      _ count: Int, of base: Int, _ statistic: Statistic = .share, indicator: Named? = nil,
      variable: Named? = nil, level: Named? = nil, wave: Named? = nil, note: String = ""
    ) -> [Finding] {
      let value = Double(count) / Double(base)
      let findings = [
        finding(
          .count, .counted, Double(count), indicator: indicator, variable: variable, level: level,
          wave: wave, base: base),
        finding(
          statistic, .wilson, value, indicator: indicator, variable: variable, level: level,
          wave: wave, limits: limits(value, of: base), base: base, note: note),
      ]
      return (1...4).contains(count) ? findings.map { $0.hidden(.suppressed, note: "") } : findings
    }
  }

  // MARK: Who is in the room

  static var representativeness: [Finding] {
    let ethnicity = Named("ethnicity", label: "Ethnic group")
    let age = Named("age", label: "Age group")
    return composition(
      ethnicity,
      [
        ("asian", "Asian, Asian British or Asian Welsh", 6, 0.189, Verdict.clear),
        ("black", "Black, Black British, Black Welsh, Caribbean or African", 9, 0.12, .noneSeen),
        ("mixed", "Mixed or multiple ethnic groups", 3, 0.05, .noneSeen),
        ("white", "White", 40, 0.62, .possible),
        ("other", "Another ethnic group", 0, 0.021, .noneSeen),
      ])
      + composition(
        age,
        [
          ("18-34", "18 to 34", 2, 0.31, .clear), ("35-49", "35 to 49", 9, 0.27, .possible),
          ("50-64", "50 to 64", 20, 0.22, .possible), ("65", "65 and over", 27, 0.2, .clear),
        ])
  }

  private static func composition(
    _ variable: Named, _ levels: [(String, String, Int, Double, Verdict)]
  ) -> [Finding] {
    var findings: [Finding] = []
    for (place, group) in ([nil] + sites).enumerated() {
      let scope = Scope(.representativeness, members, groupBy: site, group: group)
      let counts = levels.map { place == 0 ? $0.2 : ($0.2 + place - 1) / 3 }
      let base = counts.reduce(0, +)
      for (count, level) in zip(counts, levels) {
        let name = Named(level.0, label: level.1)
        let share = Double(count) / Double(base)
        let around = limits(share, of: base)
        let isTested = base >= 20
        let own = scope.share(count, of: base, variable: variable, level: name)
        let compared = [
          scope.finding(
            .gap, .exactBinomial, share - level.3, variable: variable, level: name,
            limits: Finding.Limits(
              lower: around.lower - level.3, upper: around.upper - level.3, level: 0.95),
            base: base, p: isTested ? 0.0004 : nil, adjustedP: isTested ? 0.0016 : nil,
            verdict: isTested ? level.4 : .tooFew),
          scope.finding(
            .ratio, .arithmetic, share / level.3, variable: variable, level: name, base: base),
        ]
        let isHidden = (1...4).contains(count)
        findings += own
        findings.append(
          scope.finding(
            .targetShare, .published, level.3, variable: variable, level: name,
            subject: .organisation))
        findings += isHidden ? compared.map { $0.hidden(.suppressed, note: "") } : compared
      }
      findings += scope.share(
        5, of: base + 5, variable: variable, level: Named("not-stated", label: "Not stated"),
        note: "of everybody; the other rows are shares of those who stated it")
      findings.append(
        scope.finding(.dissimilarity, .arithmetic, 0.231, variable: variable, base: base))
      if base >= 20 {
        findings.append(
          scope.finding(
            .fit, .exactMultinomial, 0.00002, variable: variable, base: base, p: 0.00002,
            adjustedP: 0.00002, verdict: .clear))
      }
    }
    return findings
  }

  // MARK: Taking part

  static var engagement: [Finding] {
    let attendance = Named("attendance", label: "Attendance")
    let size = Named("meeting-size", label: "People at a meeting")
    let retention = Named("retention", label: "Staying involved")
    let seats = Named(
      "decision-groups", label: "Decision groups with at least 2 people who use services")
    var findings: [Finding] = []
    for (place, group) in ([nil] + sites).enumerated() {
      let scope = Scope(
        .engagement, Named("meetings", label: "Meetings"), groupBy: site, group: group)
      let base = place == 0 ? 412 : 100 + 25 * place
      findings.append(
        scope.finding(
          .attendanceRate, .wilson, 0.71 - 0.04 * Double(place), indicator: attendance,
          limits: limits(0.71 - 0.04 * Double(place), of: base), base: base,
          note: "base: a place for each member at each meeting; one person's attendances hang "
            + "together, so the interval is somewhat too narrow"))
      findings.append(
        scope.finding(
          .count, .counted, place == 0 ? 24 : 8, indicator: size,
          level: Named("meetings", label: "Meetings held"), subject: .organisation,
          base: place == 0 ? 24 : 8))
      for (statistic, value) in [(Statistic.median, 12.5), (.minimum, 4), (.maximum, 19)] {
        findings.append(
          scope.finding(
            statistic, .quantileType7, value, indicator: size, base: place == 0 ? 24 : 8))
      }
      findings.append(
        scope.finding(
          .shareInRange, .wilson, 0.75, indicator: size, subject: .organisation,
          limits: limits(0.75, of: place == 0 ? 24 : 8), base: place == 0 ? 24 : 8,
          note: "from 8 to 15 people present"))
    }
    for (place, group) in ([nil] + sites).enumerated() {
      let scope = Scope(.engagement, members, groupBy: site, group: group)
      let base = place == 0 ? 63 : 21
      for (name, label, count) in [
        ("members", "Members", base), ("left", "Members who left", base / 3),
      ] {
        findings.append(
          scope.finding(
            .count, .counted, Double(count), indicator: retention,
            level: Named(name, label: label), base: base))
      }
      for (days, value) in [(180, 0.84), (365, 0.661)] {
        let isKnown = days == 180 || place != 2
        findings.append(
          scope.finding(
            .retention, .kaplanMeier, isKnown ? value : nil, indicator: retention,
            level: Named("after-\(days)-days", label: "Still a member after \(days) days"),
            limits: isKnown ? limits(value, of: base) : nil, base: base,
            note: isKnown ? "" : "nobody has been followed for so long"))
      }
    }
    let scope = Scope(.engagement, Named("seats", label: "Seats on groups"))
    findings.append(
      scope.finding(
        .share, .wilson, 5.0 / 8, indicator: seats, subject: .organisation,
        limits: limits(5.0 / 8, of: 8), base: 8))
    return findings
  }

  // MARK: What happened to what people said

  static var feedbackLoop: [Finding] {
    let theme = Named("theme", label: "Theme")
    let themes = [
      "Access and opening times", "Information in other languages", "Food", "Foot care",
      "Waiting for an appointment or for somebody to ring back",
    ].map { Named(Named.slug($0), label: $0) }
    return feedback(Scope(.feedbackLoop, suggestions), scale: 9)
      + themes.enumerated().flatMap { place, group in
        feedback(
          Scope(.feedbackLoop, suggestions, groupBy: theme, group: group), scale: 1 + place % 3)
      }
  }

  private static func feedback(_ scope: Scope, scale: Int) -> [Finding] {
    func part(_ name: String, _ label: String, _ count: Int, of base: Int) -> [Finding] {
      scope.share(count * scale, of: base * scale, indicator: Named(name, label: label))
    }
    func single(
      _ statistic: Statistic, _ name: String, _ label: String, _ value: Double?, base: Int,
      note: String = ""
    ) -> Finding {
      scope.finding(
        statistic, statistic == .count ? .counted : .quantileType7, value,
        indicator: Named(name, label: label), base: base, note: note)
    }
    var findings = [
      single(
        .count, "raised", "Suggestions and problems raised", Double(10 * scale), base: 10 * scale),
      single(.count, "identified", "Problems identified", Double(8 * scale), base: 10 * scale),
    ]
    findings += scope.share(
      2 * scale, of: 8 * scale, .fixRate,
      indicator: Named("fix-rate", label: "Fixed and confirmed (fix rate)"),
      note: "fixed to the satisfaction of those who raised it, of all problems identified")
    findings += part("fixed-unconfirmed", "Fixed, not confirmed", 1, of: 8)
    findings += part("rejected-with-reason", "Rejected with a reason", 2, of: 8)
    findings += part("rejected-without-reason", "Rejected without a reason", 0, of: 8)
    findings += part("open", "Still open", 3, of: 8)
    findings.append(
      single(.medianDays, "age-of-open", "Age of open problems", 143, base: 3 * scale))
    findings += part("decided", "Decided", 6, of: 10)
    findings += part("told", "People were told", 4, of: 10)
    findings.append(
      single(
        .medianDays, "days-to-decision", "Days until a decision", scale == 1 ? nil : 61.5,
        base: 10 * scale, note: scale == 1 ? "fewer than half have been decided" : ""))
    return findings
  }
}
