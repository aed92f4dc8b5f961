import EvaluationData

/// Columns side by side that seem to be the choices of one question.
package struct DraftedGroup: Sendable, Hashable {
  /// The question, where the headings have it.
  package let question: String?
  /// A name for all of them together.
  package let name: String
  /// The columns by their names, with the choice that each stands for.
  package private(set) var choices: [Choice]
  /// The column that holds all choices of a row in one cell, where there is one as well.
  package private(set) var joined: String?

  package struct Choice: Sendable, Hashable {
    package let column: String
    package let heading: String
    package let name: String
    /// The choice itself: the part of the heading behind the question, or all of it.
    package let text: String
  }
}

/// The question of a heading and the choice or row that stands behind it.
package struct HeadingParts: Sendable, Hashable {
  package let question: String
  package let part: String

  package init(question: String, part: String) {
    self.question = question
    self.part = part
  }

  /// What a heading may be read as: `Question - Part`, `Question [Part]`,
  /// `Question (choice=Part)`, `question/part`, `question___part`, `question.part`; the surest
  /// readings first.
  static func all(of heading: String, known: HeadingParts?) -> [HeadingParts] {
    if let known { return [known] }
    let heading = HeadingWords.withoutTags(heading).trimmingWhiteSpace
    return clear(heading) + ["/", "___", "."].flatMap { splits(heading, at: $0) }
  }

  /// The part, where nothing else can be meant.
  static func clearPart(of heading: String) -> String? {
    clear(HeadingWords.withoutTags(heading).trimmingWhiteSpace).first?.part
  }

  private static func clear(_ heading: String) -> [HeadingParts] {
    // As REDCap writes them.
    if heading.hasSuffix(")"), let sign = heading.ranges(of: "(choice=").last {
      return [
        HeadingParts(
          question: heading[..<sign.lowerBound].trimmingWhiteSpace,
          part: heading[sign.upperBound...].dropLast().trimmingWhiteSpace)
      ]
    }
    if heading.hasSuffix("]"), let start = heading.lastIndex(of: "["), start > heading.startIndex {
      return [
        HeadingParts(
          question: heading[..<start].trimmingWhiteSpace,
          part: heading[heading.index(after: start)...].dropLast().trimmingWhiteSpace)
      ]
    }
    return splits(heading, at: " - ")
  }

  /// The last joint first.
  private static func splits(_ heading: String, at joint: String) -> [HeadingParts] {
    heading.ranges(of: joint).reversed().compactMap { place in
      let (before, after) = (heading[..<place.lowerBound], heading[place.upperBound...])
      // The end of a sentence is no joint.
      guard !before.isEmpty, let first = after.first, joint == " - " || !first.isWhitespace else {
        return nil
      }
      return HeadingParts(question: before.trimmingWhiteSpace, part: after.trimmingWhiteSpace)
    }
  }
}

/// Whether the answers of a column are no more than the sign that a choice was made.
enum ChoiceSign: Hashable {
  /// One word for yes, and empty cells.
  case tick(String)
  /// 1 and 0.
  case digit
  /// Checked and Unchecked.
  case checked
  /// The words of the choice itself, and empty cells.
  case words

  init?(_ texts: DraftTexts, _ kind: DraftedKind) {
    if texts.repeatsHeading {
      self = .words
      return
    }
    guard case .boolean(let yes, let no) = kind else {
      // A choice that nobody made is 0 in all rows, and one that everybody made 1.
      guard case .number = kind, let only = texts.answers, only.count == 1,
        ["0", "1"].contains(only[0].text)
      else { return nil }
      self = .digit
      return
    }
    if (yes + no).allSatisfy({ ["checked", "unchecked"].contains($0.lowercased()) }) {
      self = .checked
    } else if no.isEmpty, let sign = yes.first, yes.count == 1 {
      self = .tick(sign)
    } else if (yes + no).allSatisfy({ Double($0) != nil }) {
      self = .digit
    } else {
      return nil
    }
  }
}

extension DraftTexts {
  /// Whether the only answer is the part of the heading behind the question.
  var repeatsHeading: Bool {
    guard let answers, answers.count == 1 else { return false }
    let answer = foldedLevel(answers[0].text)
    return parts.contains { foldedLevel($0.part) == answer }
  }
}

/// Finds runs of columns that are the choices of one question.
///
/// With a question in their headings two columns are enough; else it takes three with the
/// same tick. Empty columns between them belong to the run.
func draftedGroups(of columns: [DraftedColumn], names: inout DraftNames) -> [DraftedGroup] {
  var groups: [DraftedGroup] = []
  var run = ChoiceRun()
  for column in columns where !run.append(column) {
    groups += [run.group(&names)].compactMap(\.self)
    run = ChoiceRun()
    _ = run.append(column)
  }
  groups += [run.group(&names)].compactMap(\.self)
  return groups.ofOneQuestionEach().map { $0.besideJoined(columns) }
}

extension [DraftedGroup] {
  /// The groups, those of one question as one.
  fileprivate func ofOneQuestionEach() -> [DraftedGroup] {
    var groups: [DraftedGroup] = []
    for group in self {
      if let question = group.question,
        let earlier = groups.firstIndex(where: { $0.question == question })
      {
        groups[earlier].add(group.choices)
      } else {
        groups.append(group)
      }
    }
    return groups
  }
}

/// Columns side by side that may be the choices of one question.
private struct ChoiceRun {
  private var columns: [DraftedColumn] = []
  /// The questions that all headings so far share.
  private var questions: [String] = []

  /// Takes the column if it goes on with the run, or can begin one.
  mutating func append(_ column: DraftedColumn) -> Bool {
    let own = column.parts.map(\.question)
    guard let first = columns.first else {
      if column.sign != nil {
        columns = [column]
        questions = own
      }
      return true
    }
    guard column.sign == first.sign || column.kind == .nothing else { return false }
    let shared = questions.filter { own.contains($0) }
    // Without a question in the headings, only the same tick tells that columns belong together.
    let isAsked = columns.count > 1 && !questions.isEmpty
    if shared.isEmpty {
      guard !isAsked, case .tick? = first.sign else { return false }
    }
    columns.append(column)
    questions = shared
    return true
  }

  func group(_ names: inout DraftNames) -> DraftedGroup? {
    var columns = columns
    while let last = columns.last, last.sign == nil { columns.removeLast() }
    // Where all is 0, or all is 1, these may be counts.
    guard columns.count >= (questions.isEmpty ? 3 : 2), columns.contains(where: \.isNoNumber)
    else { return nil }
    return DraftedGroup(
      columns, question: questions.first, name: names.add(questions.first ?? "Chosen"))
  }
}

extension DraftedColumn {
  fileprivate var isNoNumber: Bool { if case .number = kind { false } else { true } }
}

extension DraftedGroup {
  fileprivate init(_ run: [DraftedColumn], question: String?, name: String) {
    self.question = question
    self.name = name
    choices = []
    add(
      run.map { column in
        let text = column.parts.first { $0.question == question }?.part ?? column.heading
        return Choice(
          column: column.name, heading: column.heading, name: Named.slug(text), text: text)
      })
  }

  /// Adds choices, each with a name of its own.
  fileprivate mutating func add(_ more: [Choice]) {
    for choice in more {
      let slug = Named.slug(choice.text)
      var name = slug
      var number = 1
      while choices.contains(where: { $0.name == name }) {
        number += 1
        name = "\(slug)-\(number)"
      }
      choices.append(
        Choice(column: choice.column, heading: choice.heading, name: name, text: choice.text))
    }
  }

  /// The group with the column that is headed by the question alone.
  fileprivate func besideJoined(_ columns: [DraftedColumn]) -> DraftedGroup {
    guard let question else { return self }
    let words = HeadingWords.words(of: question)
    var group = self
    group.joined =
      columns.first { column in
        !words.isEmpty && HeadingWords.words(of: column.heading) == words
          && !choices.contains { $0.column == column.name }
      }?.name
    return group
  }

  package func contains(_ column: DraftedColumn) -> Bool {
    column.name == joined || choices.contains { $0.column == column.name }
  }
}
