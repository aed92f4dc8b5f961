import Cleaning
import EvaluationData
import Testing

@Suite struct SchemaDraftLevelsTests {
  // MARK: What may be shown

  @Test func `an answer is shown when enough rows have it`() {
    let column = draftedColumn("Site", repeated(("North", 5), ("South", 12), ("Fen", 4)))
    #expect(column.kind.levelTexts == ["South", "North"])
    #expect(
      column.checks == [
        "1 more answer, in 4 cells, is not shown: fewer than 5 rows have it. List it if it is "
          + "meant; else it is reported."
      ])
    let fewer = draftedColumn(
      "Site", repeated(("North", 5), ("South", 12), ("Fen", 4)), levelRows: 4)
    #expect(fewer.kind.levelTexts == ["South", "North", "Fen"])
  }

  @Test func `spellings that differ in case and spaces are one answer`() {
    let column = draftedColumn("Site", repeated(("North", 3), ("north ", 1), ("NORTH", 1)))
    #expect(column.kind == .category([DraftedLevel(name: "north", text: "North", rows: 5)]))
    #expect(column.seen == "A category: all 5 cells are filled, 1 different")
  }

  @Test func `answers that differ in a sign are two`() {
    let column = draftedColumn("Age", repeated(("<18", 6), ("18", 5)))
    #expect(column.kind.levelTexts == ["<18", "18"])
  }

  @Test func `where people have several rows, people are counted`() {
    let people = (1...12).map { "M\($0 % 6)" }
    let answers = (1...12).map { $0 % 6 == 0 ? "Sits by the door" : "Came" }
    func kind(_ heading: String) -> DraftedKind {
      draft([
        DraftedSourceColumn(heading, people + people + people),
        DraftedSourceColumn("Note", answers + answers + answers),
      ]).columns[1].kind
    }
    // Six rows of one person.
    #expect(kind("Member ID").levelTexts == ["Came"])
    #expect(kind("Meeting ID").levelTexts == ["Came", "Sits by the door"])
  }

  @Test func `rows of nobody count one by one`() {
    let draft = draft([
      DraftedSourceColumn("Member ID", repeated(("", 6), ("M1", 6))),
      DraftedSourceColumn("Note", repeated(("Came", 6), ("Sat", 6))),
    ])
    #expect(draft.countsPeople)
    #expect(draft.columns[1].kind == .text || draft.columns[1].kind.levelTexts == ["Came"])
    #expect(!draft.columns[1].kind.levelTexts.contains("Sat"))
  }

  @Test func `few rows show nothing, and say so`() {
    let column = draftedColumn("Site", repeated(("North", 4), ("South", 4)))
    #expect(column.kind == .text)
    #expect(column.isSparse)
    #expect(column.reason == "few answers, but too few rows with each of them to show it")
    #expect(
      column.checks == ["Is it a category? Then list the answers: `constraints: {enum: […]}`."])
  }

  @Test(arguments: [
    "anna@example.org", "see https://example.org", "ref 12345678", "0161 496 0000",
    String(repeating: "long ", count: 41),
  ])
  func `what may be somebody's is not shown, however often it stands there`(_ text: String) {
    let column = draftedColumn("Channel", repeated(("Post", 60), ("Visit", 30), (text, 6)))
    #expect(column.kind.levelTexts == ["Post", "Visit"])
    #expect(
      column.checks.contains {
        $0.hasPrefix("1 more answer, in 6 cells, not shown: long, or perhaps somebody's number")
      })
  }

  // MARK: People

  private static let people: [(String, [String], PersonalData)] = [
    ("Email", ["a", "b"], PersonalData.email), ("Contact", ["a@b.org", "c@d.org"], .email),
    ("Mobile", ["x", "y"], .phone), ("Number to ring", ["07700 900123", "0161 496 0000"], .phone),
    ("Home address", ["1 High St", "2 Low St"], .address), ("Surname", ["Li", "Roe"], .name),
    ("Name", ["Li", "Roe"], .name), ("Member name", ["Li", "Roe"], .name),
    ("Who", ["Anna Li", "Robert Roe", "Sue Poe"], .name), ("Who", ["Sue", "Bob", "Kate"], .name),
    ("Date of birth", ["1/2/1960", "13/4/1971"], .birth), ("DOB", ["1960"], .birth),
    ("LocationLatitude", ["51.5", "53.1"], .position),
    ("From", ["192.0.2.1", "192.0.2.44"], .internetAddress), ("Email", ["", ""], .email),
  ]

  @Test(arguments: people)
  func `columns that identify people are left out`(
    _ heading: String, _ texts: [String], _ personal: PersonalData
  ) {
    let column = draftedColumn(heading, texts + texts + texts + texts + texts + texts)
    #expect(column.kind == .personal(personal))
    #expect(column.isLeftOut)
  }

  @Test(arguments: ["Facilitator", "Completed by", "Key worker", "Owner"])
  func `answers that may name staff are not shown`(_ heading: String) {
    let column = draftedColumn(heading, repeated(("The day team", 30), ("The night team", 20)))
    #expect(column.kind == .personal(.staff))
    #expect(!column.isLeftOut)
  }

  @Test(arguments: [
    ("Site name", repeated(("North Mersey", 9), ("Lincolnshire", 8))),
    ("What is the name of the group you belong to?", repeated(("Readers", 9), ("Walkers", 8))),
    ("Email me", repeated(("Yes", 9), ("No", 8))),
    ("Ethnic group", repeated(("White British", 9), ("Asian", 8))),
    ("How is your mobile used at home or away?", repeated(("Home", 9), ("Away", 8))),
  ])
  func `columns that only sound like people are read`(_ heading: String, _ texts: [String]) {
    if case .personal = draftedColumn(heading, texts).kind { Issue.record("\(heading)") }
  }

  // MARK: Order

  @Test(arguments: [
    (["Agree", "Strongly agree", "Disagree"], ["Strongly agree", "Agree", "Disagree"]),
    (["Good", "Poor", "Very good"], ["Very good", "Good", "Poor"]),
    (["Follow-up", "Baseline"], ["Baseline", "Follow-up"]),
    (["65+", "18–34", "35–64", "Under 18"], ["Under 18", "18–34", "35–64", "65+"]),
    (["South", "North"], ["South", "North"]), (["1 to 2", "None"], ["1 to 2", "None"]),
  ])
  func `levels stand in the order of their scale, else the most frequent first`(
    _ texts: [String], _ expected: [String]
  ) {
    let rows = texts.enumerated().flatMap { index, text in
      [String](repeating: text, count: 20 - index)
    }
    #expect(draftedColumn("Answer", rows).kind.levelTexts == expected)
  }

  // MARK: Several answers in a cell

  @Test func `answers joined with semicolons are a list of choices`() {
    let column = draftedColumn(
      "What did you do?", repeated(("Tea;", 6), ("Cake;", 5), ("Tea;Cake;", 7)))
    #expect(
      column.kind
        == .choices(
          [
            DraftedLevel(name: "tea", text: "Tea", rows: 13),
            DraftedLevel(name: "cake", text: "Cake", rows: 12),
          ], separator: ";"))
    #expect(column.reason == "7 cells join several answers with a semicolon")
  }

  @Test func `pieces that never stand apart are one choice`() {
    let latino = "Hispanic, Latino, or Spanish origin"
    let column = draftedColumn(
      "Ethnicity",
      repeated(
        ("White", 40), (latino, 9), ("Black", 12), ("\(latino), White", 6), ("Black, White", 5),
        ("Black, \(latino)", 5)))
    #expect(column.kind.levelTexts == ["White", "Black", latino])
  }

  @Test func `sentences with a comma in them are no lists`() {
    let column = draftedColumn(
      "Heard?", repeated(("Yes, always", 20), ("Yes, at times", 14), ("No", 9)))
    #expect(column.kind.levelTexts.sorted() == ["No", "Yes, always", "Yes, at times"])
    if case .choices = column.kind { Issue.record("a list") }
  }

  @Test func `answers of people's own in a list are counted and not shown`() {
    let column = draftedColumn(
      "What did you do?",
      repeated(("Tea, Cake", 20), ("Tea", 14), ("Cake", 9), ("Tea, slept", 1), ("Cake, left", 2)))
    #expect(column.kind.levelTexts == ["Tea", "Cake"])
    #expect(
      column.checks == [
        "3 cells with other texts, which are not shown: choices that few chose, or answers of "
          + "people's own. List the choices; the others are reported."
      ])
  }

  @Test func `prose with commas is no list`() {
    let texts = (1...40).map { "Well, I came on day \($0), and left, too" }
    #expect(draftedColumn("Why?", texts).kind == .freeText)
  }
}
