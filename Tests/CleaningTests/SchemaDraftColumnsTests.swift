import Cleaning
import EvaluationData
import Testing

/// What a draft says of columns beside each other.
@Suite struct SchemaDraftColumnsTests {
  private func names(_ headings: String...) -> [String] {
    draft(headings.map { DraftedSourceColumn($0, ["a"]) }).columns.map(\.name)
  }

  // MARK: Names

  @Test func `names are the telling words of the headings`() {
    #expect(
      names(
        "Member ID", "Did you feel listened to?", "Q7. How likely are you to recommend us?",
        "What is your age?", "ResponseId", "Straße", "你好", "2024", "  ", "How are you?")
        == [
          "member_id", "feel_listened", "q7_likely_recommend", "age", "response_id", "strasse",
          "column_7", "q2024", "column_9", "how_are_you",
        ])
  }

  @Test func `a name that is taken gets a number, whatever comes after`() {
    #expect(
      names("Age", "What is your age?", "AGE", "Your age")
        == ["age", "age_2", "age_3", "age_4"])
  }

  @Test func `of long headings the part behind the question is the name`() {
    #expect(
      names(
        "Which of these have you taken part in? (tick all that apply) - Workshops",
        "How far do you agree with each of these? [I was listened to]",
        "Which of these have you ever heard of? - Workshops",
        "<p>Which of these have you ever heard of?</p>")
        == ["workshops", "listened", "ever_heard_workshops", "ever_heard"])
  }

  @Test func `names are short`() {
    let name = names(
      "Considering everything, including transport and accessibility arrangements, how satisfied?")
    #expect(name == ["considering_everything_including"])
  }

  // MARK: Files

  @Test func `a column that some files lack says so`() {
    let draft = draft(
      [
        DraftedSourceColumn("Site", ["x", "x", "y", "y"]),
        DraftedSourceColumn("Notes", [nil, nil, "a", "b"]),
      ], files: [2, 2])
    #expect(draft.columns.map(\.lackingFiles) == [[], ["a.csv"]])
    #expect(draft.columns[1].asked == 2)
    #expect(draft.files == ["a.csv", "b.csv"])
    #expect(draft.rows == 4)
  }

  @Test func `columns of which no file has both may be the same`() {
    let texts: [String?] = repeated(("Female", 6), ("Male", 5))
    let none = [String?](repeating: nil, count: 11)
    let draft = draft(
      [DraftedSourceColumn("Gender", texts + none), DraftedSourceColumn("Sex", none + texts)],
      files: [11, 11])
    #expect(draft.columns[0].checks.isEmpty)
    #expect(
      draft.columns[1].checks == [
        "Is it the same as gender? No file has both. If so, delete this block and give that one "
          + "both headings: `countin: {header: [\"Gender\", \"Sex\"]}`."
      ])
    let other: [String?] = repeated(("Left", 6), ("Right", 5))
    let two = CleaningTests.draft(
      [DraftedSourceColumn("Gender", texts + none), DraftedSourceColumn("Hand", none + other)],
      files: [11, 11])
    #expect(two.columns[1].checks.isEmpty)
  }

  // MARK: Keys and parts

  @Test func `the first id that tells every row from the others is the key`() {
    func key(_ ids: [String]) -> String? {
      draft([
        DraftedSourceColumn("Site", ["x", "x", "y"]), DraftedSourceColumn("Member ID", ids),
        DraftedSourceColumn("Row ID", ["1", "2", "3"]),
      ]).key
    }
    #expect(key(["a1", "a2", "a3"]) == "member_id")
    #expect(key(["a1", "a2", "a2"]) == "row_id")
    #expect(key(["a1", "a2", ""]) == "row_id")
  }

  @Test func `the parts that columns may play are proposed`() {
    let prose = (1...20).map { "I liked meeting number \($0) very much" }
    let draft = draft([
      DraftedSourceColumn("Meeting ID", (1...20).map { "T\($0 % 5)" }),
      DraftedSourceColumn("Member ID", (1...20).map { "M\($0)" }),
      DraftedSourceColumn("Service", repeated(("Eye", 10), ("Foot", 10))),
      DraftedSourceColumn("Site", repeated(("North", 10), ("South", 10))),
      DraftedSourceColumn("When", repeated(("Baseline", 10), ("Follow-up", 10))),
      DraftedSourceColumn("Why?", prose.map { $0.contains("1") ? $0 : "" }),
      DraftedSourceColumn("Comment", prose),
      DraftedSourceColumn("May we quote you?", repeated(("Yes", 10), ("No", 10))),
    ])
    #expect(
      draft.roles == [
        DraftedRole(part: .person, column: "member_id"), DraftedRole(part: .site, column: "site"),
        DraftedRole(part: .wave, column: "when"),
        DraftedRole(part: .freeText, column: "comment"),
        DraftedRole(part: .consentToQuote, column: "may_quote"),
      ])
  }

  @Test func `nothing is proposed where nothing fits`() {
    #expect(draft([DraftedSourceColumn("Count", ["1", "2", "2"])]).roles.isEmpty)
  }

  // MARK: The choices of one question

  private func groups(_ columns: [(String, [String])]) -> [[String]] {
    draft(columns.map { DraftedSourceColumn($0, $1) }).groups.map { $0.choices.map(\.name) }
  }

  @Test func `columns that repeat their choice belong together`() {
    let question = "What did you do?"
    let draft = draft([
      DraftedSourceColumn("ID", ["1", "2", "3"]),
      DraftedSourceColumn("\(question) - Tea", ["Tea", "", "Tea"]),
      DraftedSourceColumn("\(question) - Cake", ["", "", "Cake"]),
      DraftedSourceColumn("\(question) - Sleep", ["", "", ""]),
      DraftedSourceColumn("\(question) - Walk", ["Walk", "", ""]),
      DraftedSourceColumn("\(question) - Other", ["", "sang loudly", ""]),
    ])
    #expect(draft.groups.map(\.question) == [question])
    #expect(draft.groups.first?.choices.map(\.name) == ["tea", "cake", "sleep", "walk"])
    #expect(draft.groups.first?.choices.last?.heading == "\(question) - Walk")
    // The heading says it already, so that it may be shown in few rows.
    #expect(draft.columns[2].kind.levelTexts == ["Cake"])
    #expect(draft.columns[5].kind.levelTexts == [])
    #expect(draft.columns[1...4].flatMap(\.checks) == [])
  }

  @Test func `columns of 1 and 0 belong together when their headings share a question`() {
    let digits = ["1", "0", "1"]
    #expect(
      groups([
        ("q1/tea", digits), ("q1/cake and/or pie", digits), ("q2/tea", digits), ("q3", digits),
        ("q4", digits), ("q5", digits),
      ]) == [["tea", "cake-and-or-pie"]])
  }

  @Test func `three columns of the same tick belong together without a question`() {
    let ticks = ["1", "", "1"]
    let empty = ["", "", ""]
    #expect(
      groups([("Tea", ticks), ("Cake", empty), ("Walk", ticks), ("Rest", empty)])
        == [["tea", "cake", "walk"]])
    #expect(groups([("Tea", ticks), ("Cake", ticks), ("Walk", ["x", "", ""])]) == [])
  }

  @Test func `the column with all choices in a cell belongs to the question of its choices`() {
    let digits = ["1", "0", "1"]
    let draft = draft([
      DraftedSourceColumn("act", ["tea pie", "pie", "tea"]), DraftedSourceColumn("act/tea", digits),
      DraftedSourceColumn("act/pie", digits), DraftedSourceColumn("act_other", ["", "", "x"]),
    ])
    #expect(draft.groups.map(\.joined) == ["act"])
    #expect(draft.columns.map { draft.groups[0].contains($0) } == [true, true, true, false])
    let prose = CleaningTests.draft([
      DraftedSourceColumn("What?", ["Tea with much milk", "Pie and tea and jam", "No tea for me"]),
      DraftedSourceColumn("What?/Tea", digits), DraftedSourceColumn("What?/Pie", digits),
    ])
    #expect(prose.column("what")?.kind == .freeText)
    #expect(prose.roles == [])
  }

  @Test func `choices of one question that others stand between are one group`() {
    let digits = ["1", "0", "1"]
    let draft = draft([
      DraftedSourceColumn("act/tea", digits), DraftedSourceColumn("act/pie", digits),
      DraftedSourceColumn("Age", ["44", "45", "46"]), DraftedSourceColumn("act/Tea!", digits),
      DraftedSourceColumn("act/jam", digits),
    ])
    #expect(draft.groups.map { $0.choices.map(\.name) } == [["tea", "pie", "tea-2", "jam"]])
  }

  @Test func `the choices of REDCap belong together, with names or with numbers`() {
    let marks = ["Checked", "Unchecked", "Unchecked"]
    let none = ["Unchecked", "Unchecked", "Unchecked"]
    #expect(
      groups([
        ("What? (choice=Tea)", marks), ("What? (choice=Pie, jam)", none),
        ("Why? (choice=A)", marks),
      ]) == [["tea", "pie-jam"]])
    #expect(
      groups([
        ("act___1", ["1", "0", "1"]), ("act___2", ["0", "0", "0"]), ("act___3", ["1", "1", "1"]),
      ])
        == [["1", "2", "3"]])
  }

  @Test func `columns of nothing but 0 may be counts`() {
    let zeros = ["0", "0", "0"]
    #expect(groups([("falls/home", zeros), ("falls/away", zeros)]) == [])
  }
}
