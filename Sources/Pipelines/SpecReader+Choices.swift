import Cleaning
import EvaluationData
import Loading
import TextCoding

/// What one entry under `columns:` means, and what it asks of the exports.
struct SpecColumns {
  var schemas: [ColumnSchema]
  var requested: [RequestedColumn]
}

extension SpecReader {
  /// The columns of a multi-select: the one with all choices, one for each, and the other answers.
  mutating func multiSelect(
    _ key: SpecNode, _ node: SpecNode, in columns: SpecNode?
  ) throws(InvalidSpec) -> SpecColumns? {
    guard let choices = try declaredChoices(key, node) else { return nil }
    let question = MultiSelect(
      name: key.text, choices: choices.named, also: choices.also,
      separator: node.text("separator"), other: choices.other,
      takesBlankAsNone: node["choices_from"] != nil && node["empty"] == nil)
    checkReadings(question, at: node["choices"] ?? key)
    let ownHeadings = choices.headings.map(\.heading)
    let wordings = node["header"]?.items.map(\.text) ?? (ownHeadings.isEmpty ? [key.text] : [])
    let header = wordings.first ?? ownHeadings.first ?? key.text
    let schema = ColumnSchema(
      name: Named(key.text, label: node.text("label") ?? header), header: header,
      kind: .multiSelect(question), isRequired: node.truth("required"),
      missingTexts: missingTexts(node), emptyReason: emptyReason(node))
    var read = SpecColumns(
      schemas: [schema], requested: requested(question, node, wordings, choices.headings))
    if let target = node["other_text"] {
      addOwnWords(target, of: question, schema, in: columns, to: &read)
    }
    return read
  }

  /// The columns that a multi-select fills with answers in people's own words.
  mutating func ownWordsColumns(_ columns: SpecNode?) -> Set<String> {
    var names: Set<String> = []
    for (_, column) in columns?.entries ?? [] {
      guard let target = column["other_text"] else { continue }
      if !names.insert(target.text).inserted {
        add("the column '\(target.text)' is filled by another multi-select already", at: target)
      }
    }
    return names
  }

  private mutating func declaredChoices(
    _ key: SpecNode, _ node: SpecNode
  ) throws(InvalidSpec) -> DeclaredChoices? {
    var choices = DeclaredChoices()
    if let list = node["choices"] {
      for (name, texts) in list.entries { choices.add(name.text, texts.items.map(\.text)) }
    } else if let file = node["choices_from"] {
      guard let frame = try frame(file) else { return nil }
      choices.named = frame.codes.map(\.name)
    }
    let isListed = !choices.named.isEmpty
    for (heading, name) in node["one_hot"]?.entries ?? [] {
      choices.headings.append((name.text, heading.text))
      if choices.named.contains(where: { $0.name == name.text }) { continue }
      if isListed {
        refuse(name, "choice", known: choices.named.map(\.name))
      } else {
        choices.named.append(Named(name.text, label: heading.text))
      }
    }
    guard !choices.named.isEmpty else {
      add("a multi-select needs 'choices', 'choices_from' or 'one_hot'", at: key)
      return nil
    }
    if let other = node["other"] {
      if choices.named.contains(where: { $0.name == "other" }) {
        add("'other' is a choice already; take it out of 'choices'", at: other)
      } else {
        choices.add("other", other.items.map(\.text))
        choices.other = "other"
      }
    } else if let target = node["other_text"] {
      add("'other_text' needs 'other', the text of that choice in the exports", at: target)
    }
    return choices
  }

  private func requested(
    _ question: MultiSelect, _ node: SpecNode, _ wordings: [String],
    _ headings: [(choice: String, heading: String)]
  ) -> [RequestedColumn] {
    let isOptional = node.truth("optional")
    func column(
      _ name: String, _ headers: [String], _ kind: ChoicePart.Kind, _ texts: [String],
      answers: AnswerForm? = nil
    ) -> RequestedColumn {
      // Without a question the columns are known by their own headings, and all must be there.
      let part = ChoicePart(kind, of: question.name, wordings: wordings, texts: texts)
      return RequestedColumn(
        name: name, headers: headers, isOptional: isOptional, isMostlyUnique: false,
        part: wordings.isEmpty ? nil : part, answers: answers)
    }
    var requested: [RequestedColumn] = []
    if !wordings.isEmpty {
      requested.append(
        column(
          question.name, wordings, .joined, [],
          answers: .severalOf(question.choices.map(\.label))))
    }
    for (index, choice) in question.choices.enumerated() {
      let own = headings.filter { $0.choice == choice.name }.map(\.heading)
      if own.isEmpty, wordings.isEmpty { continue }
      let texts = question.texts(of: index)
      let isOther = choice.name == question.other
      requested.append(
        column(
          MultiSelect.column(question.name, choice: choice.name), own, isOther ? .other : .choice,
          texts))
      guard isOther, !wordings.isEmpty else { continue }
      requested.append(
        column(
          MultiSelect.otherTextColumn(question.name), [], .otherText,
          texts.flatMap { ["\($0) - Text", "\($0)_TEXT"] }))
    }
    return requested
  }

  /// Adds the text column for answers in people's own words.
  private mutating func addOwnWords(
    _ target: SpecNode, of question: MultiSelect, _ schema: ColumnSchema, in columns: SpecNode?,
    to read: inout SpecColumns
  ) {
    let declared = columns?[target.text]
    if let declared, declared.text("type") != "text" {
      add("the column '\(target.text)' must be of type text", at: target)
      return
    }
    let headings = declared?["header"]?.items.map(\.text) ?? []
    if let place = read.requested.firstIndex(where: { $0.part?.kind == .otherText }) {
      read.requested[place].headers += headings
    }
    let words = "in their own words"
    read.schemas.append(
      ColumnSchema(
        name: Named(
          target.text, label: declared?.text("label") ?? "\(schema.name.label), \(words)"),
        header: headings.first ?? "\(schema.header), \(words)", kind: .ownWords(question),
        isRequired: false, missingTexts: schema.missingTexts))
  }

  /// Refuses choices of which two lists are the same text when they are joined.
  private mutating func checkReadings(_ question: MultiSelect, at node: SpecNode) {
    func list(_ texts: [String]) -> String {
      texts.map { "'\($0)'" }.joined(separator: " and ")
    }
    for sign in question.separator.map({ [$0] }) ?? [";", "|", "\n", ","] {
      guard let (first, second) = question.readingsAlike(joinedBy: sign) else { continue }
      let texts = node.entries.map(\.value).flatMap(\.items)
      add(
        "\(list(second)) joined by '\(sign)' cannot be told from \(list(first)); state a "
          + "'separator' that stands in no choice",
        at: texts.first { (first + second).contains($0.text) && $0.text.contains(sign) } ?? node)
      return
    }
  }
}

/// The choices of a multi-select as they are declared.
private struct DeclaredChoices {
  var named: [Named] = []
  /// Further texts, each with the name of its choice.
  var also: [String: String] = [:]
  /// For choices with a column of their own its heading.
  var headings: [(choice: String, heading: String)] = []
  var other: String?

  mutating func add(_ name: String, _ texts: [String]) {
    named.append(Named(name, label: texts.first ?? name))
    for text in texts.dropFirst() { also[text] = name }
  }
}
