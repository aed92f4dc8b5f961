import EvaluationData

// The tables of two ways, kind by kind.
extension CrossTable {
  typealias Built = (columns: [ReportColumn], rows: [ReportRow])

  /// Everybody first, then each level: shares, then numbers, and in words which levels differ.
  static func byAttribute(_ everybody: [Finding], _ own: [Finding]) -> Built {
    let crossed = CrossedFindings(everybody + own, row: \.level, column: \.group)
    let differs = ReportColumn(
      role: .levels, heading: "Where it differs from the rest", style: nil, level: nil)
    let bases = crossed.columns.map { crossed.base(ofColumn: $0) }
    let whole = bases.map { base -> ReportCell in
      base.value.map { .words("n = \(counted(Int($0)))") } ?? base
    }
    let baseRow = ReportRow(
      heads: ["Base: responses with a text"],
      cells: whole + bases + [.absent(.notApplicable)], isOverall: true)
    let rows = crossed.rows.map { code in
      ReportRow(
        heads: [code.label],
        cells: crossed.cells(code, .share) + crossed.cells(code, .count)
          + [differences(crossed, of: code)], isOverall: true, depth: crossed.depth(code))
    }
    return (
      crossed.headings(.share) + crossed.headings(.count, ": number") + [differs],
      [baseRow] + rows
    )
  }

  /// Such as "Clearly more: North. Possibly less: South."
  private static func differences(_ crossed: CrossedFindings, of code: Named) -> ReportCell {
    let found = crossed.columns.compactMap { group in
      crossed.finding(code, group, .difference).map { (group: group, finding: $0) }
    }
    func levels(_ verdict: Verdict, isMore: Bool) -> String? {
      let labels = found.filter {
        $0.finding.verdict == verdict && (($0.finding.value ?? 0) > 0) == isMore
      }.compactMap { $0.group?.label }
      guard !labels.isEmpty else { return nil }
      let sure = verdict == .clear ? "Clearly" : "Possibly"
      return "\(sure) \(isMore ? "more" : "less"): \(labels.joined(separator: ", "))."
    }
    let words = [
      levels(.clear, isMore: true), levels(.clear, isMore: false),
      levels(.possible, isMore: true), levels(.possible, isMore: false),
    ].compactMap { $0 }
    if !words.isEmpty { return .words(words.joined(separator: " ")) }
    let verdicts = found.compactMap(\.finding.verdict)
    if verdicts.contains(.noneSeen) { return .words("No difference seen") }
    if verdicts.contains(.tooFew) { return .words("Too few to say") }
    return .absent(
      found.contains { $0.finding.status == .suppressed } ? .suppressed : .notApplicable)
  }

  /// Codes by codes; both halves, so that a reader may begin with either.
  static func matrix(_ everybody: [Finding], _ own: [Finding]) -> Built {
    let counts = everybody.filter { $0.statistic == .count && $0.level != nil }
    let crossed = CrossedFindings(everybody, row: \.level, column: \.group)
    var pairs: [[String]: Finding] = [:]
    for finding in own where finding.statistic == .count {
      pairs[finding.derivedFrom] = finding
      pairs[finding.derivedFrom.reversed()] = finding
    }
    let columns = counts.map { finding in
      ReportColumn(
        role: .value(.count, level: finding.level), heading: finding.level?.label ?? "",
        style: .count, level: nil)
    }
    let rows = counts.map { first in
      ReportRow(
        heads: [first.level?.label ?? ""],
        cells: counts.map { second in
          first.cellID == second.cellID
            ? ReportCell(crossed: first)
            : ReportCell(crossed: pairs[[first.cellID, second.cellID]])
        }, isOverall: true, depth: first.level.map { crossed.depth($0) } ?? 0)
    }
    return (columns, rows)
  }

  /// Codes by the levels of severity or sentiment.
  static func byTone(_ own: [Finding]) -> Built {
    let crossed = CrossedFindings(own, row: \.indicator, column: \.level)
    let base = ReportColumn(role: .base, heading: "Base", style: .count, level: nil)
    return (
      crossed.headings(.share) + crossed.headings(.count, ": number") + [base],
      crossed.rows.map { code in
        ReportRow(
          heads: [code.label],
          cells: crossed.cells(code, .share) + crossed.cells(code, .count)
            + [crossed.base(ofRow: code)], isOverall: true)
      }
    )
  }

  /// Time runs down, as in every table of a trend; the limits are for the figure.
  static func byPeriod(_ own: [Finding]) -> Built {
    let crossed = CrossedFindings(own, row: \.wave, column: \.level)
    let base = ReportColumn(role: .base, heading: "Responses", style: .count, level: nil)
    return (
      [base] + crossed.headings(.share),
      crossed.rows.map { period in
        ReportRow(
          heads: [period.label],
          cells: [crossed.base(ofRow: period)]
            + crossed.columns.map { code in
              crossed.finding(period, code, .share).map(ReportCell.init)
                ?? .absent(.notApplicable)
            }, isOverall: true)
      }
    )
  }
}
