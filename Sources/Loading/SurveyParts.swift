extension PartRule {
  /// Tells which columns are parts of one question, and gives them the names of such.
  func mark(_ columns: inout [SurveyColumn]) {
    switch self {
    case .none: break
    case .secondRow(let silent): markSecondRow(&columns, silent: silent)
    case .dashed: markDashed(&columns)
    case .selectedChoice: dropSelectedChoice(&columns)
    case .bracketed: markBracketed(&columns)
    case .numbered(let style): markNumbered(&columns, style)
    case .separated(let separators): markSeparated(&columns, separators)
    }
  }

  // MARK: A question over columns that a second row names

  private func markSecondRow(_ columns: inout [SurveyColumn], silent: Set<String>) {
    var question = ""
    for index in columns.indices {
      let (upper, lower) = (columns[index].row(0), columns[index].row(1))
      if !upper.isEmpty { question = upper }
      guard !lower.isEmpty else { continue }
      let isAlone = !upper.isEmpty && !continues(columns, behind: index)
      if silent.contains(lower.lowercased()) || isAlone && lower == upper {
        columns[index].heading.name = question
      } else if !question.isEmpty {
        columns[index].heading.name = "\(question) - \(lower)"
        columns[index].heading.question = question
        columns[index].heading.part = lower
      }
    }
  }

  private func continues(_ columns: [SurveyColumn], behind index: Int) -> Bool {
    guard index + 1 < columns.count else { return false }
    return columns[index + 1].row(0).isEmpty && !columns[index + 1].row(1).isEmpty
  }

  // MARK: Question [Part]

  private func markBracketed(_ columns: inout [SurveyColumn]) {
    let parts = columns.map { bracketed($0.heading.name) }
    for index in columns.indices {
      guard columns[index].heading.role == .answer, let found = parts[index] else { continue }
      // One heading that ends with a bracket is no grid.
      let isGrid = parts.indices.contains { $0 != index && parts[$0]?.question == found.question }
      guard isGrid else { continue }
      columns[index].heading.question = found.question
      columns[index].heading.part = found.part
    }
  }

  private func bracketed(_ name: String) -> (question: String, part: String)? {
    guard name.hasSuffix("]"), let open = name.lastIndex(of: "["), open > name.startIndex else {
      return nil
    }
    let question = withoutOuterSpace(String(name[..<open]))
    let part = withoutOuterSpace(String(name[name.index(after: open)...].dropLast()))
    return question.isEmpty || part.isEmpty ? nil : (question, part)
  }

  // MARK: 3.1. Part

  private func markNumbered(_ columns: inout [SurveyColumn], _ style: QuestionNumber.Style) {
    let numbers = columns.map {
      $0.heading.role == .answer ? QuestionNumber($0.heading.name.lowercased(), style: style) : nil
    }
    var places: [QuestionNumber: Int] = [:]
    for (index, number) in numbers.enumerated() {
      if let number, places[number] == nil { places[number] = index }
    }
    let names = columns.map(\.heading.name)
    for index in columns.indices {
      guard let number = numbers[index], let top = number.parents.last else { continue }
      let parent = number.parents.lazy.compactMap { places[$0] }.first
      let hasSiblings = numbers.contains { $0 != number && $0?.parents.last == top }
      guard parent != nil || hasSiblings else { continue }
      let letter = style == .dotted ? "" : "Q"
      columns[index].heading.question = parent.map { names[$0] } ?? letter + top.components[0]
      columns[index].heading.part = part(names[index], number, style)
      guard let parent, columns[parent].isEmpty,
        numbers[parent].map(number.isNumberedPart) ?? false
      else { continue }
      columns[parent].heading.role = .title
    }
  }

  private func part(
    _ name: String, _ number: QuestionNumber, _ style: QuestionNumber.Style
  ) -> String? {
    if style == .code {
      let rest = number.components.dropFirst()
      return rest.allSatisfy { $0.allSatisfy(\.isNumber) } ? rest.joined(separator: "_") : nil
    }
    let text = QuestionNumber.text(behind: name, style: style)
    // "If you selected Other, please specify:"
    let asking = "If you selected "
    if text.hasPrefix(asking), let end = text.firstRange(of: ", please specify") {
      return String(text[..<end.lowerBound].dropFirst(asking.count))
    }
    return text.isEmpty ? nil : text
  }

  // MARK: question/part

  private func markSeparated(_ columns: inout [SurveyColumn], _ separators: [Character]) {
    let mayBePart = columns.map {
      $0.heading.role == .answer && ($0.isEmpty || $0.holdsMarksOnly)
    }
    let names = columns.map(\.heading.name)
    var questions = Set(names)
    questions.formUnion(questionsOfMarksOnly(names, columns, separators[0]))
    for index in columns.indices where mayBePart[index] {
      let name = names[index]
      let ends = name.indices.filter { separators.contains(name[$0]) }
      guard let end = ends.last(where: { questions.contains(String(name[..<$0])) }) else {
        continue
      }
      columns[index].heading.question = String(name[..<end])
      columns[index].heading.part = String(name[name.index(after: end)...])
    }
  }

  /// Questions without a column of their own, all parts of which hold marks.
  private func questionsOfMarksOnly(
    _ names: [String], _ columns: [SurveyColumn], _ separator: Character
  ) -> Set<String> {
    var parts: [String: [Int]] = [:]
    for index in columns.indices where columns[index].heading.role == .answer {
      guard let end = names[index].lastIndex(of: separator) else { continue }
      parts[String(names[index][..<end]), default: []].append(index)
    }
    let questions = parts.filter { _, places in
      places.count > 1 && places.contains { columns[$0].holdsMarksOnly }
        && places.allSatisfy { columns[$0].isEmpty || columns[$0].holdsMarksOnly }
    }
    return Set(questions.keys)
  }
}
