import EvaluationData

/// A label or a text inside Markdown: on one line, its special characters taken literally.
func markdown(_ text: String) -> String {
  var result = ""
  for character in text {
    if character.isWhitespace {
      if result.last != " " { result.append(" ") }
      continue
    }
    // "&" alone is a letter like any other; "&lt;" would be read as "<".
    if result.last == "&" { result.insert("\\", at: result.index(before: result.endIndex)) }
    if "\\`*_[]<>#|~".contains(character) { result.append("\\") }
    result.append(character)
  }
  return result
}

/// A text that is a paragraph of its own: what would begin a list is taken literally, too.
func markdownParagraph(_ text: String) -> String {
  let escaped = markdown(text)
  guard let first = escaped.first else { return escaped }
  if first == "-" || first == "+" { return "\\" + escaped }
  let digits = escaped.prefix { $0.isASCII && $0.isNumber }
  let rest = escaped.dropFirst(digits.count)
  guard !digits.isEmpty, rest.hasPrefix(".") || rest.hasPrefix(")") else { return escaped }
  return digits + "\\" + rest
}

/// A table as Markdown has it: few columns, few rows, the rest by a pointer to its CSV file.
struct MarkdownTable {
  private static let widest = 8
  private static let longest = 15
  private static let latest = 12

  let text: String
  /// Sentences to stand below it.
  let notes: [String]

  init(_ table: ReportTable) {
    let overall = table.overallRows
    // A few groups fit beside the one row that speaks of all.
    let hasFewRows = overall.count == 1 && table.rows.count <= MarkdownTable.longest
    let isPart = overall.count < table.rows.count && !hasFewRows
    let chosen = hasFewRows ? table.rows : overall
    // Of a trend the latest months, of everything else what comes first.
    let isTrend = table.figure == .trend
    let rows =
      isTrend ? chosen.suffix(MarkdownTable.latest) : chosen.prefix(MarkdownTable.longest)
    let columns = MarkdownTable.chosenColumns(table)
    // Where every row speaks of everybody, the column that says so is left out.
    let heads = table.heads.indices.filter { head in
      !(isPart && table.heads.count > 1 && rows.allSatisfy { $0.heads[head] == "All" })
    }
    text = MarkdownTable.lines(table, Array(rows), heads: heads, columns: columns)
      .joined(separator: "\n")
    var notes = table.notes.map { markdown(sentenceCase($0)) }
    notes += MarkdownTable.rowNotes(table, Array(rows), heads: heads)
    let file = "[tables/\(table.slug).csv](tables/\(table.slug).csv)"
    if isPart {
      notes.append("The same for each group: \(file).")
    } else if rows.count < table.rows.count {
      notes.append(
        "The \(isTrend ? "last" : "first") \(rows.count) of \(counted(table.rows.count)) rows; all of "
          + "them: \(file).")
    } else if columns.count < table.columns.filter({ $0.role != .note }).count {
      notes.append("More columns: \(file).")
    }
    self.notes = notes
  }

  private static func lines(
    _ table: ReportTable, _ rows: [ReportRow], heads: [Int], columns: [Int]
  ) -> [String] {
    let headings =
      heads.map { markdown(table.heads[$0]) }
      + columns.map { column in
        let heading = table.columns[column]
        return markdown(heading.heading(with: [heading.confidence.map { "\($0) interval" }]))
      }
    let rules =
      heads.map { _ in ":---" } + columns.map { table.columns[$0].style == nil ? ":---" : "---:" }
    let body = rows.map { row in
      heads.map { markdown(row.heads[$0]) }
        + columns.map { row.cells[$0].markdownText(table.columns[$0]) }
    }
    return ([headings, rules] + body).map { "| \($0.joined(separator: " | ")) |" }
  }

  /// The columns that matter most, at most eight with the heads.
  private static func chosenColumns(_ table: ReportTable) -> [Int] {
    let hasVerdict = table.columns.contains { $0.role == .verdict }
    let hasLevels = table.columns.contains { $0.role == .levels }
    // Where several shares stand side by side, their counts would crowd them out.
    let shares = table.columns.count { $0.style == .share && $0.level != nil }
    var chosen = table.columns.indices.filter { column in
      switch table.columns[column].role {
      case .note: false
      case .p: !hasVerdict
      case .value(.ratio, _), .value(.standardizedChange, _): false
      case .value(.count, .some): shares < 3 && !hasLevels
      default: true
      }
    }
    while table.heads.count + chosen.count > widest,
      let last = chosen.lastIndex(where: {
        ![.verdict, .levels, .base].contains(table.columns[$0].role)
      })
    {
      chosen.remove(at: last)
    }
    return chosen
  }

  private static func rowNotes(
    _ table: ReportTable, _ rows: [ReportRow], heads: [Int]
  ) -> [String] {
    guard let note = table.columns.firstIndex(where: { $0.role == .note }) else { return [] }
    var order: [String] = []
    var labels: [String: [String]] = [:]
    for row in rows {
      guard case .words(let words) = row.cells[note] else { continue }
      if labels[words] == nil { order.append(words) }
      labels[words, default: []].append(heads.map { row.heads[$0] }.joined(separator: ", "))
    }
    return order.map { words in
      let named = labels[words] ?? []
      let whom = named.count == rows.count ? "All rows" : listed(named)
      return "\(markdown(whom)): \(markdown(inSentence(words)))."
    }
  }
}

extension ReportCell {
  fileprivate func markdownText(_ column: ReportColumn) -> String {
    let style = column.style ?? .number
    switch self {
    case .number(let value, let limits, let status):
      var text = style.text(value)
      if let limits { text += " (\(style.text(limits)))" }
      if let status { text += " \(status.rawValue)" }
      return text
    case .words(let words): return markdown(words)
    case .absent(let status): return status.rawValue
    }
  }
}
