import EvaluationData

extension ExampleFindings {
  static let codes = [
    ("listened-to", "Being listened to and taken seriously", 214),
    ("waiting", "Waiting for an appointment or for somebody to ring back", 187),
    ("staff-attitude", "Staff attitude", 160), ("information", "Clear information", 121),
    ("involvement", "Involvement in decisions", 98), ("access", "Getting in and around", 77),
    ("food", "Food", 61), ("peer", "Meeting other people with diabetes", 57),
    ("foot", "Foot care", 44), ("cost", "Cost of travel", 38),
    ("interpreter", "Interpreters and other languages", 29), ("respect", "Respect", 22),
    ("medicine", "Medicines", 16), ("privacy", "Privacy", 9),
    ("other", "Something else = other", 3),
  ].map { (Named($0.0, label: $0.1), $0.2) }

  static var coding: [Finding] {
    let text = Named("comment", label: "What could be better?")
    let service = Named("service", label: "Service")
    let services = (1...8).map {
      Named(
        "service-\($0)",
        label: $0 == 3 ? "Community podiatry and foot protection team" : "Clinic \($0)")
    }
    let overall = Scope(.coding, comments)
    var findings = overall.share(
      640, of: 802, indicator: Named("coded", label: "Responses with a code"), variable: text)
    // In the order of the code frame, which is not that of frequency.
    for (code, count) in codes.reversed() {
      findings += overall.share(count, of: 802, variable: text, level: code)
    }
    for group in services {
      let scope = Scope(.coding, comments, groupBy: service, group: group)
      for (code, count) in codes {
        findings += scope.share(count / 8, of: 100, variable: text, level: code)
      }
    }
    return findings
  }

  static var agreement: [Finding] {
    let scope = Scope(.agreement, comments)
    let coders = Named("coder-a-coder-b", label: "Coder A and Coder B")
    var findings: [Finding] = []
    for (place, code) in codes.enumerated() {
      let value = 0.94 - 0.03 * Double(place)
      for (statistic, method, base) in [
        (Statistic.precision, Method.wilson, 40 - place), (.recall, .wilson, 44 - place),
        (.f1, .f1Interval, 44 - place), (.kappa, .fleissCohenEveritt, 200),
      ] {
        let isKnown = place < 13 || statistic == .recall
        findings.append(
          scope.finding(
            statistic, method, isKnown ? value : nil, level: code.0,
            limits: isKnown ? limits(value, of: base) : nil, base: base,
            note: isKnown ? "" : "the rules never gave this code"))
      }
    }
    findings.append(
      scope.finding(
        .meanF1, .arithmetic, 0.781,
        indicator: Named("rules-coder-a", label: "Tagging rules and Coder A"),
        base: 200, note: "13 codes with at least 5 human uses"))
    for (place, code) in codes.enumerated() {
      let value = 0.97 - 0.02 * Double(place)
      findings.append(
        scope.finding(
          .percentAgreement, .wilson, value, indicator: coders, level: code.0,
          limits: limits(value, of: 200), base: 200))
      findings.append(
        scope.finding(
          .kappa, .fleissCohenEveritt, value - 0.2, indicator: coders, level: code.0,
          limits: limits(value - 0.2, of: 200), base: 200))
    }
    return findings
  }

  static var trend: [Finding] {
    let scope = Scope(.trend, comments)
    return (0..<30).flatMap { place -> [Finding] in
      let (year, month) = (2022 + (place + 4) / 12, (place + 4) % 12 + 1)
      let name = "\(year)-\(month < 10 ? "0" : "")\(month)"
      return scope.share(
        place == 11 ? 3 : 178 - place, of: 200,
        indicator: Named("positive", label: "Good or Very good"),
        variable: Named("rating", label: "How was our service?"), wave: Named(name))
    }
  }

  static var dataQuality: [Finding] {
    [members, comments, suggestions].enumerated().flatMap { place, source in
      let scope = Scope(.dataQuality, source)
      return [
        ("rows-loaded", "Rows in the files", 1203),
        ("rows-used", "Rows used, after repeats were left out", 1196),
      ]
      .map { name, label, count in
        scope.finding(
          .count, .counted, Double(count + place), indicator: Named(name, label: label),
          subject: .organisation, base: 1203 + place)
      }
    }
  }

  static var processQuality: [Finding] {
    let scope = Scope(.processQuality, markers)
    let planning = Named("planning", label: "Planning")
    let taking = Named("taking-part", label: "Taking part")
    let rows = [
      (Named("stage-planning", label: "All markers: Planning"), planning, 0.75, 0.42),
      (Named("stage-taking-part", label: "All markers: Taking part"), taking, 0.625, 0.55),
      (
        Named(
          "o-plan-1",
          label:
            "We have talked through what we mean by involvement and settled the principles together."
        ),
        planning, 1, 0.5
      ),
      (
        Named("o-plan-2", label: "Why people are involved is agreed and in writing."), planning,
        0.83, 0.33
      ),
      (
        Named(
          "o-plan-4",
          label: "The timetable leaves room for people to think and to change a decision."),
        planning, 0.5, 0.5
      ),
      (
        Named(
          "o-part-1",
          label: "Recruitment tries to reach a mix like the one of the people who use the service."),
        taking, 0.67, 0.17
      ),
    ]
    return rows.flatMap { marker, stage, first, second -> [Finding] in
      let views = [("organisation", "Organisation", first), ("people", "People involved", second)]
      return views.map { name, label, value in
        scope.finding(
          .rating, .arithmetic, value, indicator: marker, variable: stage,
          level: Named(name, label: label), subject: .organisation, base: 3)
      } + [
        scope.finding(
          .ratingGap, .arithmetic, first - second, indicator: marker, variable: stage,
          subject: .organisation, base: 6)
      ]
    }
  }

  static var outcomes: [Finding] {
    let variables = [
      ("confidence", "I feel confident to speak up in meetings", 0.7, Verdict.clear),
      ("say", "I have a say in decisions about my own care", 0.31, .possible),
      ("wellbeing", "Overall, how satisfied are you with your life nowadays?", -0.08, .noneSeen),
    ]
    return ([nil] + sites).enumerated().flatMap { place, group -> [Finding] in
      let scope = Scope(.outcomes, questionnaires, groupBy: site, group: group)
      let pairs = place == 0 ? 34 : 9 + place
      return variables.flatMap { name, label, change, verdict in
        outcome(
          scope, Named(name, label: label), change, place == 0 ? verdict : .tooFew, pairs: pairs)
      } + netScore(scope, pairs)
    }
  }

  private static func outcome(
    _ scope: Scope, _ variable: Named, _ change: Double, _ verdict: Verdict, pairs: Int
  ) -> [Finding] {
    func around(_ value: Double, _ spread: Double) -> Finding.Limits {
      Finding.Limits(lower: value - spread, upper: value + spread, level: 0.95)
    }
    let isTested = verdict != .tooFew
    var findings = [
      scope.finding(
        .baselineMean, .tInterval, 3.1, variable: variable, limits: around(3.1, 0.3), base: pairs),
      scope.finding(
        .followUpMean, .tInterval, 3.1 + change, variable: variable,
        limits: around(3.1 + change, 0.3), base: pairs),
      scope.finding(
        .meanChange, .pairedT, change, variable: variable, limits: around(change, 0.4),
        base: pairs, p: isTested ? 0.0123 : nil, adjustedP: isTested ? 0.0369 : nil,
        verdict: verdict, note: "self-report"),
      scope.finding(
        .standardizedChange, .hedgesAverage, change / 1.1, variable: variable,
        limits: around(change / 1.1, 0.4), base: pairs),
    ]
    if isTested {
      findings.append(
        scope.finding(
          .medianChange, .signedRankExact, change, variable: variable, limits: around(change, 0.5),
          base: pairs, p: 0.02, adjustedP: 0.06, verdict: .possible))
    }
    for (statistic, name, label, count) in [
      (Statistic.shareBetter, "better", "Better", pairs / 2),
      (.shareSame, "same", "The same", pairs - pairs / 2 - pairs / 5),
      (.shareWorse, "worse", "Worse", pairs / 5),
    ] {
      findings += scope.share(
        count, of: pairs, statistic, variable: variable, level: Named(name, label: label),
        note: "a change of at least 1")
    }
    let missing = Named("not-followed-up", label: "Not followed up")
    findings += scope.share(
      pairs / 2, of: pairs + pairs / 2, .attrition, variable: variable, level: missing)
    findings.append(
      scope.finding(
        .attritionDifference, .welch, -0.21, variable: variable, level: missing,
        limits: around(-0.21, 0.6), base: pairs + pairs / 2))
    return findings
  }

  private static func netScore(_ scope: Scope, _ pairs: Int) -> [Finding] {
    [("baseline", "Baseline", -12.0), ("follow-up", "Follow-up", 18)].map { name, label, value in
      scope.finding(
        .netScore, .adjustedWald, value,
        variable: Named("recommend", label: "Would you recommend the group?"),
        wave: Named(name, label: label),
        limits: Finding.Limits(lower: value - 21, upper: value + 20, level: 0.95), base: pairs,
        note: "from -100 to 100")
    }
  }
}
