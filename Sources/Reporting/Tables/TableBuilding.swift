import EvaluationData

/// The findings as tables, in reading order; those of one measure stand together.
func reportTables(_ findings: [Finding]) -> [ReportTable] {
  var order: [TablePlace.Table] = []
  var collected: [TablePlace.Table: [(place: TablePlace, finding: Finding)]] = [:]
  for finding in findings {
    guard let place = TablePlace(finding) else { continue }
    if collected[place.table] == nil { order.append(place.table) }
    collected[place.table, default: []].append((place, finding))
  }
  var measures: [Measure] = []
  for table in order where !measures.contains(table.measure) { measures.append(table.measure) }
  var slugs = UniqueNames()
  var titles = UniqueNames()
  return measures.flatMap { measure in
    let own = order.filter { $0.measure == measure }
    let isLast = { (table: TablePlace.Table) in collected[table]?.first?.place.isLast ?? false }
    return (own.filter { !isLast($0) } + own.filter(isLast)).flatMap { table -> [ReportTable] in
      let slug = ([measure.rawValue] + table.parts.map(\.slug)).joined(separator: "-")
      let placed = collected[table] ?? []
      let title = placed.first?.place.title ?? measure.title
      let source = table.parts.first.map { ": \($0.label)" } ?? ""
      func name(_ title: String) -> String {
        titles.unique(title) { $0 == 2 ? title + source : "\(title)\(source) (\($0))" }
      }
      var cross: [ReportTable] = []
      if let kind = placed.first?.place.cross {
        let crossed = "\(slug)-\(kind.suffix)"
        cross = [
          CrossTable(kind, placed.map(\.finding), among: findings).table(
            slug: slugs.unique(crossed) { "\(crossed)-\($0)" }, title: name(kind.title(title)))
        ]
      }
      return cross + [
        TableBuilder(placed).table(
          measure, slug: slugs.unique(slug) { "\(slug)-\($0)" }, title: name(title))
      ]
    }
  }
}

/// Hands out names that no two share.
struct UniqueNames {
  private var taken: Set<String> = []

  /// The name itself, or what `next` makes of it with 2, 3 and so on.
  mutating func unique(_ name: String, next: (Int) -> String) -> String {
    var candidate = name
    var number = 2
    while !taken.insert(candidate.lowercased()).inserted {
      candidate = next(number)
      number += 1
    }
    return candidate
  }
}

/// Pivots the findings of one table: statistics become columns.
private struct TableBuilder {
  private let places: [TablePlace]
  private var roles: [ColumnRole] = []
  private var headings: [ColumnRole: String] = [:]
  private var rowKeys: [[Named?]] = []
  private var rowPlace: [[Named?]: Int] = [:]
  /// For each row the finding of each column.
  private var cells: [[ColumnRole: Finding]] = []

  init(_ placed: [(place: TablePlace, finding: Finding)]) {
    places = placed.map(\.place)
    for (place, finding) in placed {
      if headings[place.column] == nil {
        roles.append(place.column)
        headings[place.column] = place.heading ?? finding.statistic.label
      }
      let key = place.heads.map(\.value)
      let row = rowPlace[key] ?? rowKeys.count
      if row == rowKeys.count {
        rowPlace[key] = row
        rowKeys.append(key)
        cells.append([:])
      }
      if cells[row][place.column] == nil { cells[row][place.column] = finding }
    }
  }

  func table(_ measure: Measure, slug: String, title: String) -> ReportTable {
    let heads = keptHeads
    let columns = valueColumns + baseColumns + verdictColumn + noteColumn
    let rows = cells.indices.map { row in
      ReportRow(
        heads: heads.isEmpty ? [title] : heads.map { label(rowKeys[row][$0]) },
        cells: columns.map { $0.cell(row) },
        isOverall: cells[row].values.allSatisfy { $0.group == nil })
    }
    let first = places.first
    return ReportTable(
      measure: measure, slug: slug, title: title, summary: first?.summary ?? "",
      heads: heads.isEmpty ? ["Figure"] : heads.map(headHeading),
      columns: columns.map(\.column),
      rows: first?.rankedBy.map { ranked(rows, by: $0, columns.map(\.column)) } ?? rows,
      notes: commonNotes + fewNotes, figure: first?.figure,
      isDetail: first?.isDetail ?? false)
  }

  /// The most frequent first; hidden rows stand last, in the order of their names in the
  /// pipeline, so that their place tells nothing.
  private func ranked(
    _ rows: [ReportRow], by statistic: Statistic, _ columns: [ReportColumn]
  ) -> [ReportRow] {
    let column = columns.firstIndex { $0.role == .value(statistic, level: nil) } ?? 0
    let values = rows.map { $0.cells[column].value ?? -1 }
    let order = rows.indices.sorted { (values[$1], $0) < (values[$0], $1) }
    return order.map { rows[$0] }
  }

  // MARK: Heads

  private var keptHeads: [Int] {
    (places.first?.heads ?? []).indices.filter { place in
      rowKeys.contains { $0[place] != nil }
    }
  }

  private func headHeading(_ place: Int) -> String {
    places.lazy.map { $0.heads[place].heading }.first { !$0.isEmpty } ?? "Group"
  }

  private func label(_ name: Named?) -> String { name?.label ?? "All" }

  // MARK: Columns

  private struct BuiltColumn {
    let column: ReportColumn
    let cell: (Int) -> ReportCell
  }

  private func findings(_ role: ColumnRole) -> [Finding] { cells.compactMap { $0[role] } }

  private var valueColumns: [BuiltColumn] {
    roles.flatMap { role -> [BuiltColumn] in
      guard case .value(let statistic, _) = role else { return [] }
      let heading = headings[role] ?? statistic.label
      let findings = findings(role)
      var columns: [BuiltColumn] = []
      if statistic != .fit {
        let style = NumberStyle(statistic)
        columns.append(
          BuiltColumn(
            column: ReportColumn(
              role: role, heading: heading, style: style,
              level: findings.lazy.compactMap { $0.limits?.level }.first),
            cell: { self.cells[$0][role].map(ReportCell.init) ?? .absent(.notApplicable) }))
      }
      if findings.contains(where: { $0.p != nil }) || statistic == .fit {
        columns.append(pColumn(role, statistic, heading))
      }
      return columns
    }
  }

  private func pColumn(
    _ role: ColumnRole, _ statistic: Statistic, _ heading: String
  ) -> BuiltColumn {
    BuiltColumn(
      column: ReportColumn(
        role: .p(statistic), heading: "\(heading): p, adjusted", style: .p, level: nil),
      cell: { row in
        guard let finding = self.cells[row][role] else { return .absent(.notApplicable) }
        guard let p = finding.adjustedP ?? finding.p else {
          return .absent(finding.value == nil ? finding.status ?? .notAvailable : .notAvailable)
        }
        return .number(p, nil, nil)
      })
  }

  /// One column of bases for all statistics that share theirs; none where a count already
  /// shows the same numbers.
  private var baseColumns: [BuiltColumn] {
    var groups: [(roles: [ColumnRole], bases: [Int?])] = []
    for role in roles {
      guard case .value(let statistic, _) = role, statistic != .count, statistic != .ratingGap
      else { continue }
      let bases = cells.map { $0[role]?.base }
      guard bases.contains(where: { $0 != nil }) else { continue }
      if let match = groups.firstIndex(where: { agree($0.bases, bases) }) {
        groups[match].roles.append(role)
        groups[match].bases = zip(groups[match].bases, bases).map { $0 ?? $1 }
      } else {
        groups.append(([role], bases))
      }
    }
    let counts = roles.filter { if case .value(.count, _) = $0 { true } else { false } }
      .map { role in cells.map { $0[role]?.value.map { Int($0) } } }
    let shown = groups.filter { group in !counts.contains { agree($0, group.bases) } }
    return shown.map { group in
      let names = group.roles.compactMap { headings[$0] }.map(inSentence)
      let heading = groups.count == 1 ? "Base" : "Base: \(names.joined(separator: ", "))"
      return BuiltColumn(
        column: ReportColumn(role: .base, heading: heading, style: .count, level: nil),
        cell: { self.baseCell(group.bases[$0], row: $0) })
    }
  }

  /// Whether they are the same wherever both are known, and both are known somewhere.
  private func agree(_ first: [Int?], _ second: [Int?]) -> Bool {
    zip(first, second).allSatisfy { $0 == nil || $1 == nil || $0 == $1 }
      && zip(first, second).contains { $0 != nil && $0 == $1 }
  }

  private func baseCell(_ base: Int?, row: Int) -> ReportCell {
    if let base { return .number(Double(base), nil, nil) }
    let isHidden = cells[row].values.contains { $0.status == .suppressed }
    return .absent(isHidden ? .suppressed : .notApplicable)
  }

  /// In words, where a difference was judged.
  private var verdictColumn: [BuiltColumn] {
    let judged = roles.filter { role in
      guard case .value(let statistic, _) = role else { return false }
      return statistic.isDifference && findings(role).contains { $0.verdict != nil }
    }
    guard !judged.isEmpty else { return [] }
    return [
      BuiltColumn(
        column: ReportColumn(role: .verdict, heading: "In words", style: nil, level: nil),
        cell: { row in
          for role in judged {
            guard let finding = self.cells[row][role] else { continue }
            if let verdict = finding.verdict { return .words(verdict.words(for: finding)) }
            return .absent(finding.status ?? .notApplicable)
          }
          return .absent(.notApplicable)
        })
    ]
  }

  // MARK: Notes

  private func commonNote(_ role: ColumnRole) -> String? {
    let notes = Set(findings(role).filter { $0.status?.hidesValue != true }.map(\.note))
    guard notes.count == 1, let note = notes.first, !note.isEmpty else { return nil }
    return note
  }

  private var commonNotes: [String] {
    var notes: [(note: String, headings: [String])] = []
    for role in roles {
      guard let note = commonNote(role), let heading = headings[role] else { continue }
      if let same = notes.firstIndex(where: { $0.note == note }) {
        notes[same].headings.append(heading)
      } else {
        notes.append((note, [heading]))
      }
    }
    return notes.map { note in
      "\(sentenceCase(listed(note.headings.map(inSentence)))). \(sentenceCase(note.note))."
    }
  }

  private func rowNote(_ row: Int) -> String {
    var notes: [String] = []
    for role in roles {
      guard let finding = cells[row][role], finding.status != .suppressed else { continue }
      if finding.verdict == .tooFew, !finding.statistic.isDifference {
        notes.append("too few to say")
      }
      if !finding.note.isEmpty, finding.note != commonNote(role) { notes.append(finding.note) }
    }
    var seen: Set<String> = []
    return notes.filter { seen.insert($0).inserted }.joined(separator: "; ")
  }

  /// Notes on a few kinds of rows, which need no column of their own; nil where they do.
  private var notesOfFew: [String]? {
    var order: [String] = []
    var labels: [String: [String]] = [:]
    for row in cells.indices {
      let note = rowNote(row)
      guard !note.isEmpty, let label = keptHeads.last.map({ label(rowKeys[row][$0]) })
      else { continue }
      if labels[note] == nil { order.append(note) }
      if labels[note]?.contains(label) != true { labels[note, default: []].append(label) }
    }
    guard order.count <= 3, labels.values.allSatisfy({ $0.count <= 2 }) else { return nil }
    return order.map { "\(listed(labels[$0] ?? [])). \(sentenceCase($0))." }
  }

  private var fewNotes: [String] { notesOfFew ?? [] }

  private var noteColumn: [BuiltColumn] {
    let notes = cells.indices.map(rowNote)
    guard notesOfFew == nil, notes.contains(where: { !$0.isEmpty }) else { return [] }
    return [
      BuiltColumn(
        column: ReportColumn(role: .note, heading: "Note", style: nil, level: nil),
        cell: { notes[$0].isEmpty ? .absent(.notApplicable) : .words(sentenceCase(notes[$0])) })
    ]
  }
}

extension ReportCell {
  init(_ finding: Finding) {
    if let value = finding.value {
      self = .number(value, finding.limits, finding.status)
    } else {
      self = .absent(finding.status ?? .notAvailable)
    }
  }
}
