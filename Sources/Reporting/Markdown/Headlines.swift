import EvaluationData

/// What the findings say in short: whole sentences, at most six, made of their own numbers.
///
/// They say what is, never why: nothing here speaks of cause.
struct Headlines {
  private static let most = 6

  let sentences: [String]

  init(_ findings: [Finding]) {
    let overall = findings.filter { $0.group == nil }
    let book = FindingBook(overall)
    var gaps = book.gapSentences
    let others = [
      book.attendanceSentence, book.codeSentence, book.fixSentence, book.changeSentence,
      book.ratingSentence, book.trendSentence, book.agreementSentence,
    ].compactMap { $0 }
    gaps = Array(gaps.prefix(max(1, Headlines.most - others.count)))
    sentences = Array((gaps + others).prefix(Headlines.most))
  }
}

/// Findings about everybody, to look others up by.
private struct FindingBook {
  private let findings: [Finding]
  private var places: [String: [Int]] = [:]

  init(_ findings: [Finding]) {
    self.findings = findings
    for (index, finding) in findings.enumerated() {
      places[finding.cellID, default: []].append(index)
    }
  }

  /// Another statistic of the same people and the same thing.
  private func value(_ statistic: Statistic, beside finding: Finding) -> Double? {
    (places[finding.cellID] ?? []).lazy.map { findings[$0] }.first { $0.statistic == statistic }?
      .value
  }

  private func shown(_ measure: Measure, _ statistic: Statistic) -> [Finding] {
    findings.filter { $0.measure == measure && $0.statistic == statistic && $0.value != nil }
  }

  /// "41 of 58 members (71%, 58% to 81%)", as much of it as is known.
  private func phrase(_ finding: Finding, of noun: String) -> String? {
    guard let value = finding.value else { return nil }
    let style = NumberStyle(finding.statistic)
    let limits = finding.limits.map { style.text($0) }
    let count = self.value(.count, beside: finding)
    guard let count, let base = finding.base else {
      let aside = limits.map { " (\($0))" } ?? ""
      let base = finding.base.map { "\(counted($0)) " } ?? ""
      return "\(style.phrase(value))\(aside) of \(base)\(noun)"
    }
    let inside = [style.text(value), limits].compactMap { $0 }.joined(separator: ", ")
    return "\(NumberStyle.count.text(count)) of \(counted(base)) \(noun) (\(inside))"
  }

  /// The widest gaps, the clear ones first.
  var gapSentences: [String] {
    let gaps = shown(.representativeness, .gap)
    let told = gaps.enumerated().filter { $0.element.verdict == .clear }
      .sorted {
        (-abs($0.element.value ?? 0), $0.offset) < (-abs($1.element.value ?? 0), $1.offset)
      }
      .map(\.element)
    let sentences = told.compactMap(gapSentence)
    if !sentences.isEmpty { return Array(sentences.prefix(2)) }
    guard gaps.contains(where: { $0.verdict == .noneSeen || $0.verdict == .possible }) else {
      return []
    }
    return [
      "No group's share differs clearly from its share of the population; with few people, a gap "
        + "can go unseen."
    ]
  }

  private func gapSentence(_ gap: Finding) -> String? {
    let cell = places[gap.cellID] ?? []
    guard let level = gap.level, let variable = gap.variable,
      let share = cell.lazy.map({ findings[$0] }).first(where: { $0.statistic == .share }),
      let words = phrase(share, of: "people"),
      let target = value(.targetShare, beside: gap)
    else { return nil }
    let side = (gap.value ?? 0) < 0 ? "under-represented" : "over-represented"
    return
      "\(level.label) (\(inSentence(variable.label))): \(words) in “\(gap.source.label)”, against "
      + "\(NumberStyle.share.text(target)) of the population. This is a clear gap: the group is "
      + "\(side)."
  }

  var attendanceSentence: String? {
    guard let rate = shown(.engagement, .attendanceRate).first, let value = rate.value else {
      return nil
    }
    let limits = rate.limits.map { " (\(NumberStyle.share.text($0)))" } ?? ""
    let places = rate.base.map { "the \(counted($0)) places" } ?? "the places"
    return "Members took up \(NumberStyle.share.text(value))\(limits) of \(places) that they had "
      + "at meetings."
  }

  var codeSentence: String? {
    let shares = shown(.coding, .share).filter { $0.level != nil && $0.indicator == nil }
    guard let top = shares.max(by: { ($0.value ?? 0) < ($1.value ?? 0) }), let code = top.level,
      let words = phrase(top, of: "responses")
    else { return nil }
    return "What people spoke of most is “\(code.label)”: \(words) in “\(top.source.label)”."
  }

  var fixSentence: String? {
    guard let rate = shown(.feedbackLoop, .fixRate).first, let words = phrase(rate, of: "problems")
    else {
      return nil
    }
    return "\(words) that people raised were fixed, and those who raised them confirmed it."
  }

  var changeSentence: String? {
    let changes = shown(.outcomes, .meanChange)
    let rank: (Finding) -> Int = { $0.verdict == .clear ? 0 : $0.verdict == .possible ? 1 : 2 }
    guard let change = changes.min(by: { rank($0) < rank($1) }), let variable = change.variable,
      let value = change.value, let first = self.value(.baselineMean, beside: change),
      let second = self.value(.followUpMean, beside: change), let base = change.base
    else { return nil }
    let limits = change.limits.map { " (\(NumberStyle.change.text($0)))" } ?? ""
    let verdict =
      change.verdict.map { verdict in
        let article = verdict == .clear || verdict == .possible ? "a " : ""
        return ": \(article)\(inSentence(verdict.words(for: change)))"
      } ?? ""
    return "“\(variable.label)”: the mean was \(NumberStyle.score.text(first)) at first and "
      + "\(NumberStyle.score.text(second)) later among the \(plural(base, "person", "people")) who "
      + "answered both times, a difference of \(NumberStyle.change.text(value))\(limits)"
      + "\(verdict). The figures do not say what brought it about."
  }

  /// The latest month whose share is shown.
  var trendSentence: String? {
    guard let last = shown(.trend, .share).last(where: { $0.indicator != nil }),
      let month = last.wave, let indicator = last.indicator, let question = last.variable,
      let words = phrase(last, of: "answers")
    else { return nil }
    return "“\(indicator.label)” to “\(question.label)” in \(fullMonthName(month.label)), the last "
      + "month shown: \(words)."
  }

  var agreementSentence: String? {
    guard let mean = shown(.agreement, .meanF1).first, let value = mean.value,
      let comparison = mean.indicator
    else { return nil }
    return "\(comparison.label) agree with a mean F1 of \(NumberStyle.number.text(value)) (1 is "
      + "full agreement; \(mean.note))."
  }

  var ratingSentence: String? {
    let gaps = shown(.processQuality, .ratingGap).filter {
      !($0.indicator?.name.hasPrefix("stage-") ?? true)
    }
    guard let widest = gaps.max(by: { abs($0.value ?? 0) < abs($1.value ?? 0) }),
      let marker = widest.indicator, abs(widest.value ?? 0) > 0
    else { return nil }
    let ratings = findings.filter {
      $0.measure == .processQuality && $0.statistic == .rating && $0.indicator == marker
    }.compactMap { rating -> String? in
      guard let value = rating.value, let view = rating.level else { return nil }
      return "\(inSentence(view.label)) \(NumberStyle.number.text(value))"
    }
    guard ratings.count == 2 else { return nil }
    return "The two views of the process differ most on “\(marker.label)”: "
      + "\(ratings.joined(separator: ", ")) (yes is 1, partly 0.5, no 0)."
  }
}
