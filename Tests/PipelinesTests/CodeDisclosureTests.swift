import Disclosing
import EvaluationData
import Measures
import Statistics
import Testing

/// Whether hidden numbers of codes can be worked out.
///
/// By group, in pairs, over time and by severity, as they are measured and then disclosed.
@Suite struct CodeDisclosureTests {
  /// Some cards with `bus` as a part of `travel`, `tea`, a site, a wave and severities.
  private static func findings(seed: UInt64) -> [Finding] {
    var generator = SplitMix64(seed: seed)
    func draw(_ share: Double) -> Bool { generator.nextUniform() < share }
    let rows = [25, 60, 150][Int(seed % 3)]
    let rare = [0.05, 0.15, 0.5][Int(seed / 3 % 3)]
    var codes: [[String]] = []
    var sites: [String?] = []
    var waves: [String?] = []
    var matches: [Match] = []
    for row in 0..<rows {
      var own: [String] = []
      for (code, name) in ["travel", "bus", "tea"].enumerated() where draw(rare) {
        own.append(name)
        matches.append(Match(row: row, code: code, rule: draw(0.5) ? 0 : 1, start: 0, end: 1))
      }
      codes.append(own)
      sites.append(draw(0.05) ? nil : draw(0.2) ? "north" : draw(0.5) ? "south" : "east")
      waves.append(draw(0.04) ? nil : draw(0.3) ? "one" : draw(0.5) ? "two" : "three")
    }
    var addresses = RowAddresses()
    addresses.begin(file: "cards.csv")
    for row in 0..<rows { addresses.append(line: row + 2) }
    let table = Table(
      name: Named("cards"),
      columns: [
        category("site", ["north", "south", "east"], sites),
        category("wave", ["one", "two", "three"], waves),
      ], addresses: addresses, loadedRows: rows)
    var column = ChoiceColumn(choices: ["travel", "bus", "tea"].map { Named($0) })
    for own in codes {
      let word = own.reduce(UInt64(0)) { $0 | 1 << UInt64(column.index(of: $1) ?? 0) }
      column.append([word])
    }
    var coded = CodedText(source: "cards", column: "comment", codes: column, matches: matches)
    coded.parents = [nil, 0, nil]
    coded.tones = [[RuleTone]](
      repeating: [RuleTone(severity: .low), RuleTone(severity: .high)], count: 3)
    var frequencies = CodeFrequencySpec(
      source: "cards", text: "comment", by: [Attribute(source: "cards", column: "site")])
    frequencies.coOccurrence = true
    frequencies.trend = .waves(column: "wave")
    var spec = MeasureSpec()
    spec.coding = [frequencies]
    return measure(
      MeasureInput(
        tables: [table], coded: [coded], asOf: CalendarDate(daysSince1970: 0), seed: 1), as: spec
    ).findings.filter { $0.measure != .dataQuality }
  }

  private static func category(_ name: String, _ levels: [String], _ values: [String?]) -> Column {
    var cells = CategoryColumn(levels: levels.map { Named($0) })
    for value in values {
      cells.append(
        value.flatMap { levels.firstIndex(of: $0) }.map { .value($0) }
          ?? .missing(.skipped))
    }
    return Column(name: Named(name), cells: .category(cells))
  }

  private static func shown(_ findings: [Finding]) -> [Finding] {
    disclose(findings, under: SuppressionPolicy(threshold: 5)).findings
  }

  @Test(arguments: 1...60)
  func `no small number of people follows from what is shown`(_ seed: Int) {
    let findings = Self.findings(seed: UInt64(seed))
    var attacker = CodeAttacker(Self.shown(findings), of: findings)
    attacker.solve()
    #expect(attacker.small.isEmpty, "\(attacker.small)")
  }

  @Test func `the attacker solves what is not protected`() {
    var found = 0
    for seed in 1...9 {
      let findings = Self.findings(seed: UInt64(seed))
      let open = findings.map { finding -> Finding in
        guard finding.statistic == .count, let value = finding.value, (1...4).contains(value)
        else { return finding }
        return finding.hidden(.suppressed, note: "")
      }
      var attacker = CodeAttacker(open, of: findings)
      attacker.solve()
      found += attacker.small.count
    }
    #expect(found > 50)
  }

  @Test func `what is large is shown`() {
    let shown = Self.shown(Self.findings(seed: 8))
    #expect(shown.count { $0.statistic == .difference && $0.value != nil } > 0)
    #expect(shown.count { $0.statistic == .jaccard && $0.value != nil } > 0)
    #expect(shown.count { $0.statistic == .changeFromFirst && $0.value != nil } > 0)
  }
}

/// Somebody who works hidden counts of codes out of every number that is shown.
private struct CodeAttacker {
  /// By cell.
  private var counts: [String: Int] = [:]
  private var bases: [String: Int] = [:]
  private let findings: [Finding]
  /// The cells that add up to another.
  private var sums: [(parts: Set<String>, total: String)] = []

  /// `all` tells which cells there are, which everybody can see.
  init(_ shown: [Finding], of all: [Finding]) {
    findings = shown
    var lines: [String: Set<String>] = [:]
    var tones: [String: Set<String>] = [:]
    for finding in all {
      guard let level = finding.level else { continue }
      let code = "coding/cards/comment/\(level.slug)"
      if finding.group != nil { lines["\(code)|site", default: []].insert(finding.cellID) }
      if finding.measure == .trend { lines["\(code)|wave", default: []].insert(finding.cellID) }
      if finding.excludesOtherLevels, let whole = finding.derivedFrom.first {
        tones[whole, default: []].insert(finding.cellID)
      }
    }
    for (key, parts) in lines {
      sums.append((parts, key.split(separator: "|").first.map(String.init) ?? ""))
    }
    for (whole, parts) in tones { sums.append((parts, whole)) }
    for finding in shown { read(finding) }
  }

  private mutating func read(_ finding: Finding) {
    let cell = finding.cellID
    if let base = finding.base, finding.statistic != .jaccard { bases[cell] = base }
    guard let value = finding.value else { return }
    switch finding.statistic {
    case .count: counts[cell] = Int(value)
    case .share, .jaccard:
      counts[cell] = finding.base.map { Int((value * Double($0)).rounded()) }
    default: break
    }
  }

  mutating func solve() {
    var known = -1
    while known != counts.count + bases.count {
      known = counts.count + bases.count
      for sum in sums {
        counts = CodeAttacker.solved(counts, sum)
        // The levels of a severity have one base, and add up to it.
        if let total = bases[sum.parts.first ?? ""],
          sum.parts.contains(where: { $0.contains("severity") })
        {
          counts[sum.total] = total
        } else if !sum.parts.contains(where: { $0.contains("severity") }) {
          bases = CodeAttacker.solved(bases, sum)
        }
      }
      for finding in findings { derive(finding) }
    }
  }

  private static func solved(
    _ known: [String: Int], _ sum: (parts: Set<String>, total: String)
  ) -> [String: Int] {
    var known = known
    let unknown = sum.parts.filter { known[$0] == nil }
    let rest = sum.parts.compactMap { known[$0] }.reduce(0, +)
    if unknown.isEmpty {
      known[sum.total] = known[sum.total] ?? rest
    } else if unknown.count == 1, let total = known[sum.total], let part = unknown.first {
      known[part] = total - rest
    }
    return known
  }

  /// What follows from numbers that compare two cells.
  private mutating func derive(_ finding: Finding) {
    guard let value = finding.value, let own = counts[finding.cellID] else { return }
    let share = bases[finding.cellID].map { Double(own) / Double($0) } ?? 0
    switch finding.statistic {
    case .difference:
      guard let total = finding.derivedFrom.first, let all = bases[total],
        let base = bases[finding.cellID]
      else { return }
      counts[total] = own + Int(((share - value) * Double(all - base)).rounded())
    case .changeFromFirst, .changeFromPrevious:
      guard let other = finding.derivedFrom.first, let base = bases[other] else { return }
      counts[other] = Int(((share - value) * Double(base)).rounded())
    case .lift:
      let codes = finding.derivedFrom
      guard let all = finding.base, value > 0 else { return }
      for (one, other) in [(codes[0], codes[1]), (codes[1], codes[0])] {
        guard let count = counts[one], count > 0 else { continue }
        counts[other] = Int((Double(own * all) / (value * Double(count))).rounded())
      }
    case .jaccard:
      let codes = finding.derivedFrom
      guard let either = finding.base, let one = counts[codes[0]] else { return }
      counts[codes[1]] = either + own - one
    default: break
    }
  }

  /// Numbers of people from 1 to 4 that are known: with something, without it, or with the
  /// whole of which they do not have the part.
  var small: [String] {
    var small: [String] = []
    func look(_ number: Int?, _ what: String) {
      if let number, (1...4).contains(number) { small.append("\(what): \(number)") }
    }
    for finding in findings where finding.statistic == .count {
      let cell = finding.cellID
      look(counts[cell], cell)
      look(bases[cell], "base of \(cell)")
      guard let own = counts[cell] else { continue }
      if let base = bases[cell] { look(base - own, "not \(cell)") }
      for whole in finding.partOf {
        if let all = counts[whole] { look(all - own, "\(whole) without \(cell)") }
      }
    }
    return small
  }
}
