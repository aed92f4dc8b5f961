/// What a file must have or may lack as a whole: one column, or the columns of a multi-select.
struct RequestedUnit {
  /// The name in the schema.
  let name: String
  /// The first wording, for messages.
  let wording: String
  let wordings: [String]
  /// Places in the request.
  let columns: [Int]
  let isOptional: Bool
  let answers: AnswerForm?
  /// For a multi-select the texts of its choices; the first stands for all in messages.
  let choices: [String]
}

extension LoadRequest {
  /// What is looked for in the headings of each file.
  var units: [RequestedUnit] {
    var units: [RequestedUnit] = []
    var questions: Set<String> = []
    for (index, column) in columns.enumerated() where column.valueOfFile == nil {
      guard let part = column.part else {
        units.append(
          RequestedUnit(
            name: column.name, wording: column.headers.first ?? column.name,
            wordings: column.headers, columns: [index], isOptional: column.isOptional,
            answers: column.answers, choices: []))
        continue
      }
      guard questions.insert(part.question).inserted else { continue }
      let members = columns.indices.filter { columns[$0].part?.question == part.question }
      units.append(
        RequestedUnit(
          name: part.question,
          wording: part.wordings.first ?? columns[index].headers.first ?? part.question,
          wordings: part.wordings, columns: members, isOptional: column.isOptional,
          answers: members.compactMap { columns[$0].answers }.first,
          choices: members.compactMap { columns[$0].part }.filter { $0.kind == .choice }
            .flatMap(\.texts)))
    }
    return units
  }

  /// How many columns or multi-selects are to be found by their headings.
  var wantedColumns: Int { units.count }

  /// Every wording by which a column may be headed.
  var wantedHeadings: [String] {
    columns.filter { $0.valueOfFile == nil }.flatMap { column in
      column.headers
        + (column.part?.wordings ?? []).flatMap { question in
          (column.part?.texts ?? []).map { "\(question) - \($0)" }
        }
    }
  }

  /// How many of the wanted columns and multi-selects have one of these headings.
  func headingsFound(in headings: [Heading]) -> Int {
    let assignment = ColumnAssignment(columns, to: headings)
    let isFound = Set(assignment.ambiguous.map(\.column))
    return units.count { unit in
      unit.columns.contains { assignment.places[$0] != nil || isFound.contains($0) }
    }
  }
}
