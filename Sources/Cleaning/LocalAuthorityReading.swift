import EvaluationData

/// Reads the names of local authorities as their codes.
///
/// Case, punctuation and "&" do not count, nor do the words of an authority's title,
/// such as "council", "borough of" and "city of"; a name that then means two is refused.
package struct LocalAuthorityReader {
  private let schema: ColumnSchema
  private let names: [String]
  private let codes: Set<String>
  /// The code of each folded name; nil where two authorities fold alike.
  private var codeOfName: [String: String?] = [:]

  /// Takes pairs of code and name, such as a pipeline may give for other boundaries.
  package init(_ schema: ColumnSchema, areas: [(code: String, name: String)]) {
    self.schema = schema
    names = areas.map(\.name)
    codes = Set(areas.map(\.code))
    for (code, name) in areas {
      let key = LocalAuthorityReader.folded(name)
      if let earlier = codeOfName[key], earlier != code {
        codeOfName[key] = .some(nil)
      } else {
        codeOfName[key] = .some(code)
      }
    }
  }

  /// The 331 authorities of England and Wales in the boundaries of the 2021 census.
  ///
  /// Cumbria, North Yorkshire and Somerset had districts then; the authorities that
  /// followed them in 2023 are not known here.
  package static let census2021: [(code: String, name: String)] =
    localAuthorities2021.split(separator: "\n").map { line in
      (String(line.prefix(9)), String(line.dropFirst(10)))
    }

  package func read(_ text: String) -> Reading<String> {
    let expected = "a local authority of the list, or its code"
    if let cause = ExcelError(text) { return schema.unreadable(cause, instead: expected) }
    if let missing: Reading<String> = schema.missing(text) { return missing }
    let trimmed = text.trimmingWhiteSpace
    if let (code, rule) = area(of: trimmed) {
      return Reading(cell: .value(code), change: rule.map { ($0, code) })
    }
    // Names of the list may be shown; the cell's text may not.
    let nearest = nearestName(to: trimmed, among: names)
    return schema.unreadable(
      .unknownArea, expected: expected + (nearest.map { "; the nearest is '\($0)'" } ?? ""))
  }

  /// Whether a text stands for an authority.
  func knows(_ text: String) -> Bool { area(of: text.trimmingWhiteSpace) != nil }

  /// The code of an authority, and how it was known if the text is not the code itself.
  private func area(of trimmed: String) -> (code: String, rule: CleaningRule?)? {
    if codes.contains(trimmed) { return (trimmed, nil) }
    let capitals = trimmed.uppercased()
    if codes.contains(capitals) { return (capitals, .codeFormat) }
    guard let known = codeOfName[LocalAuthorityReader.folded(trimmed)], let code = known
    else { return nil }
    return (code, .areaName)
  }

  private static let titles: [[String]] = [
    ["london", "borough", "of"], ["royal", "borough", "of"], ["metropolitan", "borough", "of"],
    ["borough", "of"], ["city", "of"], ["county", "of"], ["the"],
  ]
  // Not "county": by "Lincoln County Council" Lincolnshire's may be meant.
  private static let endings: [[String]] = [
    ["city", "of"], ["county", "of"], ["council"], ["county", "borough"], ["borough"], ["city"],
    ["district"], ["metropolitan"],
  ]

  private static func folded(_ name: String) -> String {
    let letters = name.filter { $0 != "'" && $0 != "’" }
      .split(separator: "&", omittingEmptySubsequences: false).joined(separator: " and ")
    var words = foldedLevel(letters).split(separator: " ").map(String.init)
    while let title = titles.first(where: { words.starts(with: $0) && words.count > $0.count }) {
      words.removeFirst(title.count)
    }
    while let ending = endings.first(where: {
      words.count > $0.count && words.suffix($0.count).elementsEqual($0)
    }) {
      words.removeLast(ending.count)
    }
    // London is more than the City of London.
    return words == ["london"] ? foldedLevel(name) : words.joined(separator: " ")
  }
}
