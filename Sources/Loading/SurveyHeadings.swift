/// One column of a survey export, as its rows of headings describe it.
struct SurveyColumn {
  /// What each row of headings says, plain; empty where it says nothing.
  let rows: [String]
  let importId: String?
  /// Whether the first records below the headings hold nothing in it, and whether only marks
  /// such as 1 and 0.
  let isEmpty: Bool
  let holdsMarksOnly: Bool
  var heading: Heading

  init(_ column: Int, heads: [[[UInt8]]], data: [[[UInt8]]], importIds: Int?) {
    rows = heads.enumerated().map { index, fields in
      column < fields.count && index != importIds ? foldedSpaces(plainHeading(fields[column])) : ""
    }
    importId = importIds.flatMap { row in
      row < heads.count && column < heads[row].count
        ? Loading.importId(in: heads[row][column]) : nil
    }
    let cells = data.compactMap { column < $0.count ? $0[column] : nil }.filter { !$0.isEmpty }
    let asked = cells.filter { !SurveyColumn.notAsked.contains($0) }
    isEmpty = cells.isEmpty
    holdsMarksOnly = !asked.isEmpty && asked.allSatisfy(SurveyColumn.marks.contains)
    heading = Heading("")
  }

  private static let marks = Set(
    ["1", "0", "True", "False", "TRUE", "FALSE", "true", "false"].map { Array($0.utf8) })
  /// What may stand between them where nobody was asked.
  private static let notAsked = Set(["n/a", "N/A", "-", "-99"].map { Array($0.utf8) })

  func row(_ index: Int) -> String { index < rows.count ? rows[index] : "" }
}

/// The headings of a survey export, worked out from all its columns together.
struct SurveyHeadings {
  private let preset: SurveyPreset
  private let rows: HeadingRows
  private let parts: PartRule
  private var columns: [SurveyColumn]

  /// The shape says where the headings stand, and what each column is called where no form of
  /// the tool is known.
  init(_ records: [ShapeRecord], form: SurveyForm, shape: DetectedShape) {
    preset = form.preset
    let layout = form.layout
    rows = layout?.headings ?? HeadingRows(count: shape.headerRows)
    parts = layout?.parts ?? .none
    let heads =
      layout == nil
      ? [shape.names.map { Array($0.utf8) }]
      : records.dropFirst(shape.preambleRows).prefix(shape.headerRows).map(\.fields)
    let data = records.dropFirst(shape.preambleRows + shape.headerRows).map(\.fields)
    columns = []
    for column in 0..<(heads.map(\.count).max() ?? 0) {
      columns.append(SurveyColumn(column, heads: heads, data: data, importIds: rows.importIds))
    }
    for index in columns.indices where isMetadata(index) {
      columns[index].heading.role = .metadata
    }
    for index in columns.indices { name(&columns[index]) }
    parts.mark(&columns)
    markPoints()
  }

  var headings: [Heading] { columns.map(\.heading).withDistinctNames() }

  /// The name and the further names that the rows of headings give.
  private func name(_ column: inout SurveyColumn) {
    let isOfTool = column.heading.role == .metadata
    let place = isOfTool ? rows.metadata : rows.answers
    let others = isOfTool ? Array(0..<rows.count) : rows.also
    column.heading.name =
      column.row(place).isEmpty ? column.rows.first { !$0.isEmpty } ?? "" : column.row(place)
    let also = others.filter { $0 != place }.map(column.row) + [column.importId ?? ""]
    column.heading.alsoNames = also.filter { !$0.isEmpty }
  }

  // MARK: Roles

  private func isMetadata(_ index: Int) -> Bool {
    preset.metadata.contains { isMetadata(index, by: $0) }
  }

  private func isMetadata(_ index: Int, by rule: MetadataRule) -> Bool {
    let heading = columns[index].row(rows.metadata).lowercased()
    switch rule {
    case .named(let names): return names.contains(heading)
    case .leading(let names):
      return columns[...index].allSatisfy { names.contains($0.row(rows.metadata).lowercased()) }
    case .beginning(let beginnings): return beginnings.contains(where: heading.hasPrefix)
    case .withoutSecondRow:
      let isNamed = columns.contains { !$0.row(1).isEmpty }
      return rows.count > 1 && isNamed && columns[index].row(1).isEmpty
        && !heading.isEmpty
    case .withoutQuestionId:
      guard let id = columns[index].importId else { return false }
      return !id.drop { $0.isNumber || $0 == "_" }.hasPrefix("QID")
    case .beforeNumbered:
      guard case .numbered(let style) = parts else { return false }
      return columns[...index].allSatisfy { QuestionNumber($0.row(0), style: style) == nil }
    }
  }

  /// `Points - Question`, where there is such a question.
  private mutating func markPoints() {
    let names = Set(columns.map { $0.heading.name.lowercased() })
    for index in columns.indices {
      let name = columns[index].heading.name.lowercased()
      let isMarks = preset.pointsBeginnings.contains { beginning in
        name.hasPrefix(beginning) && names.contains(String(name.dropFirst(beginning.count)))
      }
      if isMarks { columns[index].heading.role = .points }
    }
  }
}
