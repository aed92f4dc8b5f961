import EvaluationData
import Loading
import Testing

private func column(
  _ name: String, _ headers: String..., isOptional: Bool = false, answers: AnswerForm? = nil
) -> RequestedColumn {
  RequestedColumn(
    name: name, headers: headers, isOptional: isOptional, isMostlyUnique: false, answers: answers)
}

/// A multi-select `used` with the choices Bus and Train.
private func used(_ question: String, isOptional: Bool = false) -> [RequestedColumn] {
  let parts: [(String, ChoicePart.Kind, [String])] = [
    ("used", .joined, []), ("used/bus", .choice, ["Bus"]), ("used/train", .choice, ["Train"]),
  ]
  return parts.map { name, kind, texts in
    RequestedColumn(
      name: name, headers: kind == .joined ? [question] : [], isOptional: isOptional,
      isMostlyUnique: false,
      part: ChoicePart(kind, of: "used", wordings: [question], texts: texts),
      answers: kind == .joined ? .severalOf(["Bus", "Train"]) : nil)
  }
}

private func load(
  _ texts: [(path: String, text: String)], _ columns: [RequestedColumn]
) async throws(LoadError) -> Checked<SourceTable> {
  try await Loading.load(
    texts.map { .inMemory($0.text, path: $0.path) },
    as: LoadRequest(source: "feedback", columns: columns), width: 2)
}

private func message(
  _ text: String, _ columns: [RequestedColumn]
) async -> String? {
  let error = await #expect(throws: LoadError.self) {
    try await load([("a.csv", text)], columns)
  }
  return error.map { $0.description.split(separator: "\n").first.map(String.init) ?? "" }
}

struct FileColumnsTests {
  private let id = column("id", "Respondent")

  @Test func `a changed wording is named with the old one, the line and the column`() async {
    #expect(
      await message(
        "Title,,\nRespondent,What could we do differently next time?,Town\n1,x,y\n",
        [id, column("differently", "What should we do differently?")])
        == "a.csv:2: column-missing: expected a column 'What should we do differently?'; the "
        + "nearest heading is 'What could we do differently next time?'; the meaning may have "
        + "changed: 'next' in one of them only")
  }

  @Test func `a wording that is far is named where its answers are alone in fitting`() async {
    let age = column(
      "age", "What is your age group?", answers: .oneOf(["16-24", "25-44", "45-64"]))
    let rows = "1,16-24,x\n2,25-44,x\n3,45-64,x\n4,25–44,x\n5,45-64,x\n"
    #expect(
      await message("Respondent,Which age group are you in?,Town\n" + rows, [id, age])
        == "a.csv:1: column-missing: expected a column 'What is your age group?'; the nearest "
        + "heading is 'Which age group are you in?'")
    #expect(
      await message(
        "Respondent,Which age group are you in?,Town\n1,young,x\n2,old,x\n3,16-24,y\n", [id, age])
        == "a.csv:1: column-missing: expected a column 'What is your age group?'")
  }

  @Test func `numbers and dates are answers that tell, too`() async {
    let rows = "1,7,2024-01-05\n2,8,2024-02-05\n3,9,2024-03-05\n"
    let headings = "Respondent,Chance that you recommend the panel,First meeting that you came to\n"
    #expect(
      await message(
        headings + rows,
        [id, column("first", "When did you first come to a meeting?", answers: .date)])
        == "a.csv:1: column-missing: expected a column 'When did you first come to a meeting?'; "
        + "the nearest heading is 'First meeting that you came to'")
    #expect(
      await message(
        headings + rows,
        [id, column("score", "How likely are you to recommend the panel?", answers: .number)])
        == "a.csv:1: column-missing: expected a column 'How likely are you to recommend the "
        + "panel?'; the nearest heading is 'Chance that you recommend the panel'")
  }

  @Test func `all columns and all files are told at once`() async {
    let error = await #expect(throws: LoadError.self) {
      try await load(
        [
          ("a.csv", "Respondent,Ags\n1,2\n"), ("b.csv", ""),
          ("c.csv", "Respondent,Age,Town\n1,2,3\n"), ("d.csv", "Respondent,Age,AGE\n1,2,3\n"),
        ], [id, column("age", "Age"), column("town", "Town")])
    }
    #expect(
      error?.each.map { $0.description.split(separator: "\n").first ?? "" } == [
        "a.csv:1: column-missing: expected a column 'Age'; the nearest heading is 'Ags'",
        "a.csv:1: column-missing: expected a column 'Town'",
        "b.csv: empty-file: expected a row of headings and rows of data",
        "d.csv:1: column-twice: expected one column 'Age', found 2",
        "d.csv:1: column-missing: expected a column 'Town'",
      ])
  }

  @Test func `for a column that a file may lack a changed wording is a problem`() async throws {
    let loaded = try await load(
      [
        ("q1.csv", "Respondent,I was listened to\n1,Agree\n"),
        ("q2.csv", "Respondent,I felt listened to\n2,Agree\n"),
        ("q3.csv", "Respondent,Town\n3,Leeds\n"),
      ], [id, column("heard", "I was listened to", isOptional: true)])
    #expect(loaded.texts("heard") == ["Agree", "", ""])
    #expect(
      loaded.messages == [
        "q2.csv:1: column 'I was listened to': changed-heading: expected a column 'I was listened "
          + "to'; the nearest heading is 'I felt listened to'",
        "q3.csv:1: column 'I was listened to': column-absent: expected a column 'I was listened "
          + "to', which other files have",
      ])
  }

  @Test func `a column that no file has is not asked, and nothing is said`() async throws {
    let loaded = try await load(
      [("a.csv", "Respondent\n1\n"), ("b.csv", "Respondent\n2\n")],
      [id, column("heard", "I was listened to", isOptional: true)])
    #expect(loaded.value.column("heard")?.notAsked == [0..<1, 1..<2])
    #expect(loaded.messages == [])
  }

  @Test func `a heading like one in use that other files lack is told once a file`() async throws {
    let files = [
      ("q1.csv", "Respondent,I was listened to,Town\n1,Agree,x\n"),
      ("q2.csv", "Respondent,I was listened to,I was listened to (carers),Town\n2,Agree,No,x\n"),
    ]
    let loaded = try await load(files, [id, column("heard", "I was listened to")])
    #expect(
      loaded.messages == [
        "q2.csv:1: unused-heading: expected no heading so like one in use; found 'I was listened to "
          + "(carers)' beside 'I was listened to'"
      ])
    // A heading that all files have was seen by whoever wrote the pipeline.
    let alike = try await load(
      [files[1], ("q3.csv", files[1].1)], [id, column("heard", "I was listened to")])
    #expect(alike.messages == [])
  }

  @Test func `a short heading beside another is no sign of anything`() async throws {
    let loaded = try await load(
      [("q1.csv", "Respondent,Area\n1,x\n"), ("q2.csv", "Respondent,Area,Area notes\n2,x,y\n")],
      [id, column("area", "Area")])
    #expect(loaded.messages == [])
  }

  // MARK: Multi-selects

  @Test func `files of one source may hold choices in either form`() async throws {
    let loaded = try await load(
      [
        ("a.csv", "Respondent,Which have you used?\n1,Bus;Train\n"),
        ("b.csv", "Respondent,Which have you used? - Bus,Which have you used? - Train\n2,Bus,\n"),
      ], [id] + used("Which have you used?"))
    #expect(loaded.texts("used") == ["Bus;Train", ""])
    #expect(loaded.texts("used/bus") == ["", "Bus"])
    #expect(loaded.value.column("used")?.notAsked == [1..<2])
    #expect(loaded.value.column("used/train")?.notAsked == [0..<1])
    #expect(loaded.value.column("used/train")?.header == "Which have you used? - Train")
    #expect(loaded.messages == [])
  }

  @Test func `a multi-select that is in no form is missing`() async {
    #expect(
      await message("Respondent,Town\n1,x\n", [id] + used("Which have you used?"))
        == "a.csv:1: column-missing: expected a column 'Which have you used?', or one for each "
        + "choice such as 'Which have you used? - Bus'")
  }

  @Test func `the changed question of spread choices is told as one`() async {
    #expect(
      await message(
        "Respondent,Which of these have you used? - Bus,Which of these have you used? - Train\n"
          + "1,1,0\n", [id] + used("Which have you used?"))
        == "a.csv:1: column-missing: expected a column 'Which have you used?', or one for each "
        + "choice such as 'Which have you used? - Bus'; the nearest heading is 'Which of these "
        + "have you used?'")
  }

  @Test func `a choice without a column is told, and so are its new wording and new choices`()
    async throws
  {
    let loaded = try await load(
      [
        ("a.csv", "Respondent,Used? - Bus,Used? - Trains\n1,1,0\n"),
        ("b.csv", "Respondent,Used? - Bus,Used? - Rowing boat\n1,1,0\n"),
      ], [id] + used("Used?"))
    #expect(
      loaded.messages == [
        "a.csv:1: column 'Used?': changed-heading: expected a column 'Used? - Train'; the nearest "
          + "heading is 'Used? - Trains'",
        "b.csv:1: column 'Used?': column-absent: expected a column 'Used? - Train' beside the other "
          + "choices",
        "b.csv:1: column 'Used?': unknown-choice: expected the choices of the pipeline as columns; "
          + "'Used? - Rowing boat' is none of them",
      ])
  }

  @Test func `an accepted heading is looked for beside the others`() async throws {
    let request = LoadRequest(source: "feedback", columns: [id] + used("Used?"))
      .accepting("Respondent's number", for: "id").accepting("What did you take?", for: "used")
      .accepting("Rail", for: "used/train")
    let loaded = try await Loading.load(
      [
        .inMemory("Respondent's number,What did you take? - Bus,Rail\n1,1,0\n", path: "a.csv"),
        .inMemory("Respondent,What did you take?\n2,Train\n", path: "b.csv"),
      ], as: request, width: 2)
    #expect(loaded.texts("id") == ["1", "2"])
    #expect(loaded.texts("used/bus") == ["1", ""])
    #expect(loaded.texts("used/train") == ["0", ""])
    #expect(loaded.texts("used") == ["", "Train"])
  }

  @Test func `headings below a title are known by the choices alone`() async throws {
    let loaded = try await load(
      [("a.csv", "Survey 2024,,\n,,\nUsed? - Bus,Used? - Train,Town\n1,0,x\n")], used("Used?"))
    #expect(loaded.value.files.first?.headerLine == 3)
    #expect(loaded.texts("used/bus") == ["1"])
  }
}
