import EvaluationData
import Testing

@testable import Loading

private func headings(_ text: String) throws -> [Heading] {
  try OpenedFile(.inMemory(text), request: LoadRequest(source: "survey", columns: [])).form.headings
}

@Suite struct SurveyHeadingsTests {
  @Test(
    arguments: [
      ("<strong>Why?</strong>", "Why?"), ("a<br>b<BR/>c", "a b c"),
      ("<p class=\"x\">Your <em>views</em></p>", " Your views "),
      ("age <18 or >65", "age <18 or >65"), ("<made up>", "<made up>"), ("a < b", "a < b"),
      ("Q&amp;A", "Q&A"), ("R&D", "R&D"), ("it&#39;s&nbsp;so", "it's so"), ("&#x2019;", "’"),
      ("&nothing;", "&nothing;"), ("\u{FEFF}ID\u{200B}", "ID"), ("<b", "<b"),
    ])
  func `a heading is read without tags and entities`(text: String, plain: String) {
    #expect(plainHeading(Array(text.utf8)) == plain)
  }

  @Test func `parts of Qualtrics know their question by import ids`() throws {
    let texts = [
      "How was it? - really - the food", "How was it? - really - the room", "Why?",
      "Which? - Ausgewählte Auswahl - Bus", "Which? - Ausgewählte Auswahl - Zug",
      "Which? - Anderes - Text", "Sex - Ausgewählte Auswahl", "Sex - Anders - Text",
      "Round one - a",
      "Round one - b", "Alone - part",
    ]
    let ids = [
      "QID1_1", "QID1_2", "QID2_TEXT", "QID3_1", "QID3_2", "QID3_9_TEXT", "QID4", "QID4_3_TEXT",
      "1_QID5_1", "1_QID5_2", "QID6_1",
    ]
    let names = (1...11).map { "Q\($0)" }.joined(separator: ",")
    let found = try headings(
      "\(names)\n\(texts.joined(separator: ","))\n"
        + ids.map { "\"{\"\"ImportId\"\":\"\"\($0)\"\"}\"" }.joined(separator: ",") + "\n")
    #expect(
      found.map(\.name) == [
        "How was it? - really - the food", "How was it? - really - the room", "Why?",
        "Which? - Bus", "Which? - Zug", "Which? - Anderes", "Sex", "Sex - Anders",
        "Round one - a", "Round one - b", "Alone - part",
      ])
    #expect(
      found.map(\.question) == [
        "How was it? - really", "How was it? - really", nil, "Which?", "Which?", "Which?", nil,
        "Sex", "Round one", "Round one", "Alone",
      ])
    #expect(
      found.map(\.part) == [
        "the food", "the room", nil, "Bus", "Zug", "Anderes", nil, "Anders", "a", "b", "part",
      ])
  }

  @Test func `a question without a text is called by its short name`() throws {
    let found = try headings(
      "Q1,Q2\n,Why?\n\"{\"\"ImportId\"\":\"\"QID1\"\"}\",\"{\"\"ImportId\"\":\"\"QID2\"\"}\"\n1,2\n"
    )
    #expect(found.map(\.name) == ["Q1", "Why?"])
    #expect(found.map(\.alsoNames) == [["Q1", "QID1"], ["Q2", "QID2"]])
  }

  @Test func `fields that a survey was given are no answers`() throws {
    let found = try headings(
      "Source,Q1\nSource,Why?\n\"{\"\"ImportId\"\":\"\"Source\"\"}\",\"{\"\"ImportId\"\":\"\"QID1\"\"}\"\n"
        + "web,x\n")
    #expect(found.map(\.role) == [.metadata, .answer])
  }

  @Test func `a column of SurveyMonkey without any heading has no name`() throws {
    let found = try headings("Respondent ID,Part?,,Age?,\n,a,b,Response,\n1,a,,44,\n")
    #expect(found.map(\.name) == ["Respondent ID", "Part? - a", "Part? - b", "Age?", ""])
    #expect(found.map(\.question) == [nil, "Part?", "Part?", nil, nil])
  }

  @Test func `one heading in brackets is no grid`() throws {
    let found = try headings(
      "Timestamp,Fee? [in £],Good? [Food],Good? [Room]\n2026/03/02 9:14:05 AM GMT,1,2,3\n")
    #expect(found.map(\.question) == [nil, nil, "Good?", "Good?"])
    #expect(found.map(\.part) == [nil, nil, "Food", "Room"])
  }

  @Test func `marks and feedback belong to a question that is there`() throws {
    let found = try headings(
      "ID,Start time,Completion time,Email,Name,Name,Points - Name,Points - scored in games,"
        + "Feedback - Name\n1,3/2/26 9:14,3/2/26 9:15,a,b,c,1,7,\n")
    #expect(
      found.map(\.role) == [
        .metadata, .metadata, .metadata, .metadata, .metadata, .metadata, .points, .answer, .points,
      ])
  }

  @Test func `choices of Kobo are known by the column of their question or by their marks`() throws
  {
    let found = try headings(
      "a/part;a/part/bus;a/part/train;b/how/car;b/how/foot;c/one;c/two;_uuid;_submission_time\n"
        + "bus;1;0;True;False;5;0;u;t\n;;;n/a;n/a;2;1;v;t\n")
    #expect(
      found.map(\.question) == [
        nil, "a/part", "a/part", "b/how", "b/how", nil, nil, nil, nil,
      ])
  }

  @Test func `tags of the humanitarian exchange are further names`() async throws {
    let text = "age;_uuid;_submission_time\n#age;;#date\n44;u;2026-03-09T09:21:00\n"
    let inspected = try await inspect(.inMemory(text), width: 1)
    #expect(inspected.table.rowCount == 1)
    #expect(inspected.headings[0].alsoNames == ["#age"])
  }

  @Test func `the title over a grid of Jisc is no column, a question with a remark is`()
    async throws
  {
    let text = """
      Unique Response Number,1. Agree?,1.1.a. Heard,1.2.a. Paid,2. Which?,2.a. Why is that?
      1-1-1,,Yes,No,,because
      """
    let inspected = try await inspect(.inMemory(text), width: 1)
    #expect(
      inspected.table.columns.map(\.name) == [
        "Unique Response Number", "1.1.a. Heard", "1.2.a. Paid", "2. Which?", "2.a. Why is that?",
      ])
    #expect(
      inspected.headings.map(\.question) == [nil, "1. Agree?", "1. Agree?", nil, "2. Which?"])
    #expect(inspected.headings.map(\.part) == [nil, "Heard", "Paid", nil, "Why is that?"])
  }

  @Test(
    arguments: [
      ("3.1.a. I was heard", QuestionNumber.Style.dotted, ["3", "1", "a"]),
      ("12. Why?", .dotted, ["12"]), ("1.5 hours or more", .dotted, []), ("2026", .dotted, []),
      ("7.", .dotted, ["7"]), ("4.ii. b", .dotted, ["4", "ii"]), ("4.ab. b", .dotted, []),
      ("a. b", .dotted, []), ("q5.1. ", .dottedWithQ, ["5", "1"]), ("5.1. x", .dottedWithQ, []),
      ("q3_1_a", .code, ["3", "1", "a"]), ("q3_1 x", .code, []), ("q3_text", .code, []),
      ("q3", .code, ["3"]),
    ])
  func `the number of a question is told from other numbers`(
    heading: String, style: QuestionNumber.Style, components: [String]
  ) {
    #expect(QuestionNumber(heading, style: style)?.components ?? [] == components)
  }

  @Test(
    arguments: [
      ("02/03/2026 09:14:05", false, false), ("2026/03/02 9:14:05 AM GMT+1", false, true),
      ("3/2/26 9:14", true, false), ("4/11/2023, 11:02:00 p.m.", false, false),
      ("02.03.2026 09.14.05", false, false),
    ])
  func `a stamp of a form is known in its forms`(text: String, isShort: Bool, hasZone: Bool) throws
  {
    let stamp = try #require(Stamp(text))
    #expect(stamp.hasShortYear == isShort)
    #expect(stamp.hasZone == hasZone)
  }

  @Test(arguments: ["", "2026-03-02", "soon", "1/2/3/4 9:14", "3/2/26 9:14 AM PM", "3/2/26 nine"])
  func `other texts are no stamps`(text: String) {
    #expect(Stamp(text) == nil)
  }
}
