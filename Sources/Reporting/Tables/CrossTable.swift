import EvaluationData

/// What stands in the rows and in the columns of a table of two ways.
enum CrossKind: Sendable, Hashable {
  /// Codes by the levels of an attribute.
  case attribute
  /// Codes by codes.
  case pairs
  /// Codes by severity or sentiment.
  case tones
  /// Periods by codes.
  case periods

  /// What tells its file from that of the long table.
  var suffix: String {
    switch self {
    case .attribute, .tones, .periods: "table"
    case .pairs: "matrix"
    }
  }

  /// Of the table whose long form has this title.
  func title(_ title: String) -> String {
    switch self {
    case .attribute, .tones, .periods: "\(title), side by side"
    case .pairs: "\(title): a matrix"
    }
  }

  fileprivate var summary: String {
    switch self {
    case .attribute:
      "Which share of the responses of each group carries each code. Intervals and tests stand "
        + "in the next table."
    case .pairs:
      "How many responses carry both codes; where a code meets itself, how many carry it."
    case .tones:
      "Of the responses with each code, the share at each level. Intervals stand in the next "
        + "table."
    case .periods:
      "The share of each code from period to period. Intervals and changes stand in the next "
        + "table."
    }
  }
}

/// Findings as a table of two ways: a row for each thing, a column for each of another.
///
/// It shows the findings of a long table and computes nothing.
struct CrossTable {
  let columns: [ReportColumn]
  let rows: [ReportRow]
  private let kind: CrossKind
  private let measure: Measure

  /// `own` are the findings of the long table; `all` are those of the report, among which
  /// those about everybody are.
  init(_ kind: CrossKind, _ own: [Finding], among all: [Finding]) {
    self.kind = kind
    measure = own.first?.measure ?? .coding
    let ofText = all.filter { finding in
      finding.measure == .coding && finding.group == nil
        && finding.source == own.first?.source && finding.variable == own.first?.variable
    }
    let everybody = ofText.filter { $0.indicator == nil }
    switch kind {
    case .attribute: (columns, rows) = CrossTable.byAttribute(everybody, own)
    case .pairs:
      // The long table leaves out pairs that never stand together.
      (columns, rows) = CrossTable.matrix(everybody, ofText.filter { $0.derivedFrom.count == 2 })
    case .tones: (columns, rows) = CrossTable.byTone(own)
    case .periods: (columns, rows) = CrossTable.byPeriod(own)
    }
  }

  func table(slug: String, title: String) -> ReportTable {
    ReportTable(
      measure: measure, slug: slug, title: title, summary: kind.summary,
      heads: [kind == .periods ? "Period" : "Code"], columns: columns, rows: rows, notes: [],
      figure: kind == .periods ? .trends : nil, isDetail: kind != .attribute || isMostlyHidden)
  }

  /// Such a table tells a reader of the summary little.
  private var isMostlyHidden: Bool {
    let cells = rows.flatMap(\.cells)
    return cells.count { $0.status == .suppressed } * 2 > cells.count
  }
}

/// Findings to be looked up by their row, their column and their statistic.
struct CrossedFindings {
  private struct Place: Hashable {
    let row: Named?
    let column: Named?
    let statistic: Statistic
  }

  let rows: [Named]
  /// Nil stands for everybody.
  let columns: [Named?]
  private var places: [Place: Finding] = [:]
  private var depths: [Named: Int] = [:]

  init(
    _ findings: [Finding], row: (Finding) -> Named?, column: (Finding) -> Named?
  ) {
    var seenRows: Set<Named> = []
    var seenColumns: Set<Named?> = []
    rows = findings.compactMap(row).filter { seenRows.insert($0).inserted }
    columns = findings.map(column).filter { seenColumns.insert($0).inserted }
    var wholes: [String: String] = [:]
    var cells: [Named: String] = [:]
    for finding in findings {
      let place = Place(row: row(finding), column: column(finding), statistic: finding.statistic)
      if places[place] == nil { places[place] = finding }
      if let whole = finding.partOf.first { wholes[finding.cellID] = whole }
      if let name = place.row, cells[name] == nil { cells[name] = finding.cellID }
    }
    depths = cells.mapValues { cell in
      sequence(first: cell) { wholes[$0] }.reduce(-1) { depth, _ in depth + 1 }
    }
  }

  func finding(_ row: Named?, _ column: Named?, _ statistic: Statistic) -> Finding? {
    places[Place(row: row, column: column, statistic: statistic)]
  }

  /// How many codes a code is a part of, one inside the other.
  func depth(_ row: Named) -> Int { depths[row] ?? 0 }

  /// One cell for each column.
  func cells(_ row: Named, _ statistic: Statistic) -> [ReportCell] {
    columns.map { ReportCell(crossed: finding(row, $0, statistic)) }
  }

  /// The base of a column, or of a row, as far as any of its findings shows it.
  func base(ofColumn column: Named?) -> ReportCell {
    base(rows.compactMap { finding($0, column, .share) })
  }

  func base(ofRow row: Named) -> ReportCell {
    base(columns.compactMap { finding(row, $0, .share) })
  }

  private func base(_ findings: [Finding]) -> ReportCell {
    if let base = findings.lazy.compactMap(\.base).first { return .number(Double(base), nil, nil) }
    return .absent(
      findings.contains { $0.status == .suppressed } ? .suppressed : .notApplicable)
  }

  /// A column for each level; with the words behind its name.
  func headings(_ statistic: Statistic, _ words: String = "") -> [ReportColumn] {
    columns.map { column in
      ReportColumn(
        role: .value(statistic, level: column ?? Named("all", label: "All")),
        heading: (column?.label ?? "All") + words, style: NumberStyle(statistic), level: nil)
    }
  }
}

extension ReportCell {
  /// Without limits, for which a table of two ways has no room.
  init(crossed finding: Finding?) {
    guard let finding else {
      self = .absent(.notApplicable)
      return
    }
    guard let value = finding.value else {
      self = .absent(finding.status ?? .notAvailable)
      return
    }
    self = .number(value, nil, finding.status)
  }
}
