// Qualtrics writes the question before each of its parts, and tells by the identifiers of
// the columns which belong together: QID2, QID2_1, QID2_7_TEXT.

extension PartRule {
  func markDashed(_ columns: inout [SurveyColumn]) {
    var groups: [String: [Int]] = [:]
    for index in columns.indices where columns[index].heading.role == .answer {
      groups[ColumnIdentifier(columns[index]).question, default: []].append(index)
    }
    for places in groups.values { markDashed(&columns, places) }
  }

  private func markDashed(_ columns: inout [SurveyColumn], _ places: [Int]) {
    let identifiers = places.map { ColumnIdentifier(columns[$0]) }
    var names = places.map { columns[$0].heading.name }
    let whole = identifiers.firstIndex(where: \.isWhole)
    let texts = places.indices.filter { identifiers[$0].isOwnText }
    let parts = places.indices.filter { !identifiers[$0].isWhole }
    dropSelectedChoice(&names, whole: whole, parts: parts, beside: texts)
    for index in texts {
      let plain = dropping([" - Text", "-TEXT"], from: names[index])
      // The choice itself may have a column too.
      if !names.contains(plain) { names[index] = plain }
    }
    for (place, name) in zip(places, names) { columns[place].heading.name = name }
    guard !parts.isEmpty,
      let question = whole.map({ names[$0] }) ?? commonQuestion(of: parts.map { names[$0] })
    else { return }
    for index in parts {
      guard let part = part(of: names[index], behind: question) else { continue }
      columns[places[index]].heading.question = question
      columns[places[index]].heading.part = part
    }
  }

  /// The words that Qualtrics adds to a question are no part of it.
  func dropSelectedChoice(_ columns: inout [SurveyColumn]) {
    for index in columns.indices where columns[index].heading.role == .answer {
      let name = columns[index].heading.name.replacing(
        " - Selected Choice - ", with: " - ", maxReplacements: 1)
      columns[index].heading.name = dropping([" - Selected Choice"], from: name)
    }
  }

  private static let joints = [" - ", "-"]

  private func dropping(_ endings: [String], from name: String) -> String {
    for ending in endings where name.lowercased().hasSuffix(ending.lowercased()) {
      return String(name.dropLast(ending.count))
    }
    return name
  }

  /// Where people may write an answer of their own, the choices stand behind
  /// `Question - Selected Choice`, in whatever language, and the own answers behind `Question`.
  private func dropSelectedChoice(
    _ names: inout [String], whole: Int?, parts: [Int], beside texts: [Int]
  ) {
    let chosen = parts.filter { !texts.contains($0) }
    for index in chosen {
      names[index] = names[index].replacing(
        " - Selected Choice - ", with: " - ", maxReplacements: 1)
    }
    if let whole {
      names[whole] = dropping([" - Selected Choice", "-Selected Choice"], from: names[whole])
    }
    let own = texts.map { names[$0] }
    guard !own.isEmpty else { return }
    if let whole, let question = question(of: names[whole], before: own) { names[whole] = question }
    guard chosen.count > 1, let longer = commonQuestion(of: chosen.map { names[$0] }),
      let question = question(of: longer, before: own)
    else { return }
    for index in chosen { names[index] = question + names[index].dropFirst(longer.count) }
  }

  /// A text without its last part, if other names begin as the rest does but not as the whole.
  private func question(of text: String, before names: [String]) -> String? {
    for joint in PartRule.joints {
      if names.allSatisfy({ $0.hasPrefix(text + joint) }) { return nil }
      guard let end = text.ranges(of: joint).last?.lowerBound else { continue }
      if names.allSatisfy({ $0.hasPrefix(text[..<end] + joint) }) { return String(text[..<end]) }
    }
    return nil
  }

  /// What several names begin with, up to a joint; of one name all but what is behind the last.
  private func commonQuestion(of names: [String]) -> String? {
    guard var common = names.first else { return nil }
    for name in names.dropFirst() { common = common.commonPrefix(with: name) }
    for joint in PartRule.joints {
      if let end = common.ranges(of: joint).last?.lowerBound, end > common.startIndex {
        return String(common[..<end])
      }
    }
    return nil
  }

  private func part(of name: String, behind question: String) -> String? {
    for joint in PartRule.joints where name.hasPrefix(question + joint) {
      let part = withoutOuterSpace(String(name.dropFirst(question.count + joint.count)))
      return part.isEmpty ? nil : part
    }
    return nil
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}

/// An identifier such as `QID2_7_TEXT`, or, where there is none, the short name `Q2_7_TEXT`.
private struct ColumnIdentifier {
  /// That of the question.
  let question: String
  /// Whether the column is no part of its question.
  let isWhole: Bool
  /// Whether it holds what people wrote beside a choice.
  let isOwnText: Bool

  init(_ column: SurveyColumn) {
    let identifier = column.importId ?? column.row(0)
    var parts = identifier.split(separator: "_", omittingEmptySubsequences: false)
    let isText = parts.last == "TEXT"
    if isText { parts.removeLast() }
    // A loop writes its round before the question: 2_QID5_1.
    let isLoop = parts.count > 1 && ColumnIdentifier.isNumber(parts[0])
    let beginning = isLoop ? 2 : 1
    question = parts.prefix(beginning).joined(separator: "_")
    let rest = parts.dropFirst(beginning)
    isWhole = rest.isEmpty || !rest.allSatisfy(ColumnIdentifier.isNumber)
    isOwnText = isText && !rest.isEmpty
  }

  private static func isNumber(_ text: Substring) -> Bool {
    text.allSatisfy { $0.isNumber || $0 == "#" }
  }
}
