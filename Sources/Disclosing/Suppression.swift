import EvaluationData

/// Decides which cells are hidden; a cell is all findings about the same people.
struct Suppression {
  private struct CellState {
    var count: Int?
    var base: Int?
    var isHidden = false
    var isBaseHidden = false

    mutating func hideWithBase() {
      isHidden = true
      isBaseHidden = true
    }
  }

  private let threshold: Int
  let findings: [Finding]
  private var cells: [String: CellState] = [:]

  init(_ findings: [Finding], threshold: Int) {
    self.findings = findings
    self.threshold = threshold
    for finding in findings where finding.subject == .people {
      var state = cells[finding.cellID] ?? CellState()
      if let count = Suppression.numerator(finding) { state.count = count }
      if let base = finding.base { state.base = base }
      cells[finding.cellID] = state
    }
  }

  func hides(_ finding: Finding) -> Bool {
    finding.subject == .people && (isHidden(finding.cellID) || betraysHidden(finding))
  }

  /// Whether a cell is hidden without which the value could not be worked out.
  private func betraysHidden(_ finding: Finding) -> Bool {
    finding.derivedFrom.contains { isHidden($0) }
  }

  /// Whether the base of a hidden finding must go too.
  ///
  /// Those who did not answer are in no other base: beside the others, theirs
  /// would tell how many they are. The base of an overlap is worked out from both codes and
  /// what is hidden, and that of a part is a count of the whole.
  func hidesBase(_ finding: Finding) -> Bool {
    if finding.statistic == .jaccard || betraysHidden(finding) { return true }
    if let level = finding.level?.name, level == "not-stated" || level == "not-followed-up" {
      return true
    }
    return isBaseHidden(finding.cellID)
  }

  private func isSmall(_ count: Int?) -> Bool {
    guard let count else { return false }
    return count > 0 && count < threshold
  }

  /// The number of people behind a count or a share.
  private static func numerator(_ finding: Finding) -> Int? {
    guard let value = finding.value else { return nil }
    switch finding.statistic.unit {
    case .count: return Int(value)
    case .share:
      // A Kaplan–Meier estimate is no share of its base.
      guard finding.method == .wilson || finding.statistic == .prevalence, let base = finding.base
      else { return nil }
      return Int((value * Double(base)).rounded())
    case .points, .days, .score, .number: return nil
    }
  }

  /// Hides every cell that rests on too few people, or leaves too few on the other side.
  mutating func hideSmall() {
    for finding in findings where finding.subject == .people {
      let rest = Suppression.numerator(finding).flatMap { count in
        finding.base.map { $0 - count }
      }
      let isHidden =
        isSmall(Suppression.numerator(finding)) || isSmall(rest) || isSmall(finding.base)
        || (finding.statistic != .count && isSmall(finding.n)) || leavesFewWithNeither(finding)
      if isHidden { cells[finding.cellID]?.isHidden = true }
      if isSmall(finding.base) { cells[finding.cellID]?.isBaseHidden = true }
    }
  }

  /// Whether too few are outside two codes whose overlap it is.
  private func leavesFewWithNeither(_ finding: Finding) -> Bool {
    guard finding.statistic == .jaccard, let either = finding.base,
      let all = finding.derivedFrom.first.flatMap({ cells[$0]?.base })
    else { return false }
    return isSmall(all - either)
  }

  /// Hides a second cell wherever one alone could be found by subtraction.
  mutating func hideComplements() {
    let lines = partitions()
    let baseLines = basePartitions()
    let parts = nestedCells()
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for line in baseLines where hideBaseComplement(line) { hasChanged = true }
      for line in lines where hideComplement(line) { hasChanged = true }
      for part in parts where hidePart(part) { hasChanged = true }
      if hideMissingAnswers() { hasChanged = true }
    }
    hideSummaries()
  }

  /// Each cell whose people are all among those of another.
  private func nestedCells() -> [(part: String, whole: String)] {
    var seen: Set<String> = []
    return findings.flatMap { finding -> [(part: String, whole: String)] in
      guard finding.subject == .people, !finding.partOf.isEmpty,
        seen.insert(finding.cellID).inserted
      else { return [] }
      return finding.partOf.map { (finding.cellID, $0) }
    }
  }

  /// Hides a part where it leaves too few of its whole.
  private mutating func hidePart(_ cell: (part: String, whole: String)) -> Bool {
    guard !isHidden(cell.part), !isHidden(cell.whole), let part = cells[cell.part]?.count,
      let whole = cells[cell.whole]?.count, isSmall(whole - part)
    else { return false }
    cells[cell.part]?.isHidden = true
    return true
  }

  /// Hides how many answers are missing, or how many are not, where another table of the
  /// source hides the very number: both may count the same people.
  ///
  /// Where a decision is missing, a suggestion is open; to say how many lack one would tell
  /// the number of open ones that was hidden beside a small number.
  private mutating func hideMissingAnswers() -> Bool {
    var hidden: [String: Set<Int>] = [:]
    for finding in findings
    where finding.subject == .people && finding.measure != .dataQuality && finding.group == nil
      && isHidden(finding.cellID)
    {
      if let count = cells[finding.cellID]?.count, count > 0 {
        hidden[finding.source.slug, default: []].insert(count)
      }
    }
    var hasChanged = false
    for finding in findings where finding.subject == .people && finding.measure == .dataQuality {
      guard let numbers = hidden[finding.source.slug], !isHidden(finding.cellID),
        let state = cells[finding.cellID], let count = state.count, let base = state.base,
        count > 0, numbers.contains(count) || numbers.contains(base - count)
      else { continue }
      cells[finding.cellID]?.isHidden = true
      hasChanged = true
    }
    return hasChanged
  }

  /// Cells that add up to a total; where `total` is nil it is the base of each.
  struct Line {
    let total: String?
    var parts: [String]
  }

  private mutating func hideComplement(_ line: Line) -> Bool {
    let hidden = line.parts.count { isHidden($0) }
    let isTotalHidden =
      line.total.map { isHidden($0) } ?? line.parts.allSatisfy { isBaseHidden($0) }
    guard isTotalHidden ? hidden == 0 : hidden == 1 else { return false }
    if let next = smallest(of: line.parts.filter { !isHidden($0) }, by: \.count) {
      cells[next]?.isHidden = true
    } else if let total = line.total {
      guard cells[total] != nil else { return false }
      cells[total]?.isHidden = true
    } else {
      // One part alone is its own base.
      for part in line.parts { cells[part]?.hideWithBase() }
    }
    return true
  }

  private mutating func hideBaseComplement(_ line: Line) -> Bool {
    let hidden = line.parts.count { isBaseHidden($0) }
    let isTotalHidden = line.total.map { isBaseHidden($0) } ?? false
    guard isTotalHidden ? hidden == 0 : hidden == 1 else { return false }
    if let next = smallest(of: line.parts.filter { !isBaseHidden($0) }, by: \.base) {
      cells[next]?.hideWithBase()
    } else {
      guard let total = line.total, cells[total] != nil else { return false }
      cells[total]?.hideWithBase()
    }
    return true
  }

  /// The next to hide: the smallest that is not zero, for a true 0 is best shown.
  private func smallest(of parts: [String], by number: KeyPath<CellState, Int?>) -> String? {
    func size(_ part: String) -> Int { cells[part]?[keyPath: number] ?? 0 }
    return parts.min { first, second in
      (size(first) == 0 ? 1 : 0, size(first), first)
        < (size(second) == 0 ? 1 : 0, size(second), second)
    }
  }

  private func isHidden(_ cell: String) -> Bool { cells[cell]?.isHidden ?? false }

  private func isBaseHidden(_ cell: String) -> Bool { cells[cell]?.isBaseHidden ?? false }

  /// The bases of the groups add up to that of everybody.
  private func basePartitions() -> [Line] {
    var lines: [String: Line] = [:]
    var order: [String] = []
    var seen: Set<String> = []
    for finding in findings where finding.subject == .people && finding.base != nil {
      guard let (total, key) = Suppression.sum(finding), seen.insert(finding.cellID).inserted
      else { continue }
      if lines[key] == nil {
        lines[key] = Line(total: total, parts: [])
        order.append(key)
      }
      lines[key]?.parts.append(finding.cellID)
    }
    return order.compactMap { lines[$0] } + agreementOverCodes()
  }

  /// The levels of a variable add up to its base; groups add up to everybody.
  private func partitions() -> [Line] {
    var lines: [String: Line] = [:]
    var order: [String] = []
    func add(_ cell: String, to key: String, total: String?) {
      if lines[key] == nil {
        lines[key] = Line(total: total, parts: [])
        order.append(key)
      }
      if lines[key]?.parts.contains(cell) == false { lines[key]?.parts.append(cell) }
    }
    for finding in findings where finding.subject == .people {
      guard cells[finding.cellID]?.count != nil else { continue }
      if let key = Suppression.exclusiveSet(finding) {
        add(finding.cellID, to: key, total: nil)
      }
      if let total = Suppression.allReasons(finding) {
        add(finding.cellID, to: "\(total)|reasons", total: total)
      }
      if let (total, key) = Suppression.sum(finding) {
        add(finding.cellID, to: key, total: total)
      }
    }
    return order.compactMap { lines[$0] }
  }

  /// The cell that a cell and others like it add up to, and what the others share with it: the
  /// groups of a category add up to everybody, and the periods of a code to its use.
  private static func sum(_ finding: Finding) -> (total: String, key: String)? {
    if let groupBy = finding.groupBy, finding.group != nil {
      let total = everybody(finding)
      return (total, "\(total)|\(groupBy.slug)")
    }
    guard finding.measure == .trend, finding.level != nil, finding.wave != nil else { return nil }
    let total = Finding(
      .coding, source: finding.source, variable: finding.variable, level: finding.level,
      statistic: .count, method: .counted, value: nil
    ).cellID
    return (total, "\(total)|periods")
  }

  /// The set of cells of which each person or thing is in exactly one.
  private static func exclusiveSet(_ finding: Finding) -> String? {
    let place = "\(finding.source.slug)|\(finding.group?.slug ?? "")|\(finding.groupBy?.slug ?? "")"
    switch finding.measure {
    case .representativeness, .processQuality:
      guard finding.indicator == nil, finding.level?.name != "not-stated" else { return nil }
      return finding.variable.map { "\(finding.measure.rawValue)|\($0.slug)|\(place)" }
    case .outcomes:
      let changes: [Statistic] = [.shareBetter, .shareSame, .shareWorse]
      guard changes.contains(finding.statistic) else { return nil }
      return finding.variable.map { "outcomes|\($0.slug)|\(place)" }
    case .feedbackLoop:
      let endings = [
        "fix-rate", "fixed-unconfirmed", "rejected-with-reason", "rejected-without-reason", "open",
      ]
      guard let indicator = finding.indicator, endings.contains(indicator.name) else {
        return nil
      }
      return "feedback-loop|\(place)"
    case .coding:
      guard finding.excludesOtherLevels, let indicator = finding.indicator else { return nil }
      return "coding|\(indicator.slug)|\(place)"
    default: return nil
    }
  }

  /// The cell that counts all missing answers of a column, beside one reason for them.
  private static func allReasons(_ finding: Finding) -> String? {
    guard finding.measure == .dataQuality, let variable = finding.variable,
      finding.level?.name != "missing"
    else { return nil }
    return Finding(
      finding.measure, source: finding.source, variable: variable, level: Named("missing"),
      statistic: .count, method: .counted, value: nil
    ).cellID
  }

  /// The cell id of the same finding for all groups together.
  private static func everybody(_ finding: Finding) -> String {
    Finding(
      finding.measure, source: finding.source, indicator: finding.indicator,
      variable: finding.variable, level: finding.level, wave: finding.wave,
      statistic: finding.statistic, method: finding.method, value: nil
    ).cellID
  }

  /// An index over all levels would help to work a hidden level out; so would the
  /// share of those who stayed where the number of those who left is hidden, and
  /// the age of what is open, whose base is how many are open.
  private mutating func hideSummaries() {
    var affected: Set<String> = []
    for finding in findings where finding.subject == .people && isHidden(finding.cellID) {
      if let key = Suppression.exclusiveSet(finding) { affected.insert(key) }
    }
    for finding in findings {
      if finding.measure == .representativeness, finding.level == nil,
        let key = Suppression.exclusiveSet(finding), affected.contains(key)
      {
        cells[finding.cellID]?.isHidden = true
      }
      if finding.statistic == .retention, isHidden(Suppression.leavers(finding)) {
        cells[finding.cellID]?.isHidden = true
      }
      if finding.indicator?.name == "age-of-open", isHidden(Suppression.open(finding)) {
        cells[finding.cellID]?.hideWithBase()
      }
    }
  }

  /// The cell that counts what is open, beside its age.
  private static func open(_ finding: Finding) -> String {
    Finding(
      finding.measure, source: finding.source, indicator: Named("open"),
      groupBy: finding.groupBy, group: finding.group, statistic: .count, method: .counted,
      value: nil
    ).cellID
  }

  /// The cell that counts who left, beside a share of those who stayed.
  private static func leavers(_ finding: Finding) -> String {
    Finding(
      finding.measure, source: finding.source, indicator: finding.indicator,
      level: Named("left"), groupBy: finding.groupBy, group: finding.group, statistic: .count,
      method: .counted, value: nil
    ).cellID
  }
}
