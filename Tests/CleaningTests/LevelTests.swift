import Cleaning
import EvaluationData
import Testing

private let ages = ColumnSchema.Kind.category(
  levels: [
    Named("under-25", label: "Under 25"), Named("25-64", label: "25–64"),
    Named("65-plus", label: "65 and over"),
  ], also: ["pensioner": "65-plus", "25 to 64": "25-64"])

struct LevelTests {
  @Test func `names and labels of levels are read without a change`() async {
    let cleaned = await clean(["Under 25", "under-25", " 25–64\u{A0}", "65 and over"], as: ages)
    #expect(
      cleaned.levels
        == [.value("under-25"), .value("under-25"), .value("25-64"), .value("65-plus")])
    #expect(cleaned.ledger == [])
    #expect(cleaned.messages == [])
  }

  @Test func `case, white space, punctuation and dashes do not count`() async {
    let texts = ["UNDER 25", "Under\u{A0}25", "25-64", "25 — 64", "25\u{2011}64.", "65 and\nover"]
    let cleaned = await clean(texts, as: ages)
    #expect(
      cleaned.levels.map(\.value)
        == ["under-25", "under-25", "25-64", "25-64", "25-64", "65-plus"])
    #expect(
      cleaned.ledger == [
        "2 Answer level-spelling: UNDER 25 > Under 25",
        "3 Answer level-spelling: Under\u{A0}25 > Under 25",
        "5 Answer level-spelling: 25 — 64 > 25–64",
        "6 Answer level-spelling: 25\u{2011}64. > 25–64",
        "7 Answer level-spelling: 65 and\nover > 65 and over",
      ])
    #expect(cleaned.messages == [])
  }

  @Test func `spellings that the pipeline lists are read, and stand in the ledger`() async {
    let cleaned = await clean(["pensioner", "25 TO 64"], as: ages)
    #expect(cleaned.levels == [.value("65-plus"), .value("25-64")])
    #expect(
      cleaned.ledger == [
        "2 Answer level-also: pensioner > 65 and over",
        "3 Answer level-also: 25 TO 64 > 25–64",
      ])
  }

  @Test(arguments: [true, false])
  func `a near miss is named and never applied`(keepsEachText: Bool) async {
    let cleaned = await clean(["Undre 25", "65 and ovr"], as: ages, keepsEachText: keepsEachText)
    #expect(cleaned.levels == [.missing(.unreadable), .missing(.unreadable)])
    #expect(
      cleaned.messages == [
        "a.csv:2: column 'Answer': unknown-level: expected one of Under 25, 25–64, "
          + "65 and over; the nearest is 'Under 25'",
        "a.csv:3: column 'Answer': unknown-level: expected one of Under 25, 25–64, "
          + "65 and over; the nearest is '65 and over'",
      ])
    #expect(
      cleaned.ledger == [
        "2 Answer unreadable: Undre 25 > unreadable",
        "3 Answer unreadable: 65 and ovr > unreadable",
      ])
    #expect(cleaned.problems.map(\.value) == ["Undre 25", "65 and ovr"])
  }

  @Test func `a text far from every level is given no hint`() async {
    #expect(
      await clean(["quite another thing"], as: ages).messages == [
        "a.csv:2: column 'Answer': unknown-level: expected one of Under 25, 25–64, 65 and over"
      ])
  }

  @Test func `a long list of levels is cut in the message`() async {
    let levels = (1...9).map { Named("level-\($0)", label: "Level \($0)") }
    #expect(
      await clean(["something else"], as: .category(levels: levels, also: [:])).messages == [
        "a.csv:2: column 'Answer': unknown-level: expected one of Level 1, Level 2, Level 3, "
          + "Level 4, Level 5, Level 6, Level 7, Level 8, …"
      ])
  }

  @Test func `levels that differ in a sign alone are told apart`() async {
    let levels = ["<18", "18", "65", "65+", "-1", "1", "★", "★★"].map { Named($0) }
    let cleaned = await clean(levels.map(\.name), as: .category(levels: levels, also: [:]))
    #expect(cleaned.levels.map(\.value) == levels.map(\.name))
    #expect(cleaned.ledger == [])
  }

  @Test func `a spelling that two levels share when folded is not guessed`() async {
    let levels = ["<18", "18", "19"].map { Named($0) }
    let cleaned = await clean(["18.", "> 18", "19."], as: .category(levels: levels, also: [:]))
    #expect(cleaned.levels == [.missing(.unreadable), .missing(.unreadable), .value("19")])
    #expect(cleaned.problems.map(\.kind) == [.unknownLevel, .unknownLevel])
  }

  @Test func `a listed spelling tells apart what folds alike`() async {
    let levels = ["child", "18"].map { Named($0) }
    let cleaned = await clean(
      ["<18", "18", "18."], as: .category(levels: levels, also: ["<18": "child"]))
    #expect(cleaned.levels == [.value("child"), .value("18"), .missing(.unreadable)])
  }

  @Test func `a level may be called what elsewhere means no answer`() async {
    let levels = [Named("yes", label: "Yes"), Named("not-sure", label: "Not sure")]
    let cleaned = await clean(["not sure", "N/A"], as: .category(levels: levels, also: [:]))
    #expect(cleaned.levels == [.value("not-sure"), .missing(.notApplicable)])
  }
}

struct FoldedLevelTests {
  @Test(arguments: [
    ("  White\u{A0}British ", "white british"), ("25–64", "25 64"), ("25 - 64", "25 64"),
    ("N/A", "n a"), ("Don’t know!", "don t know"), ("DON'T KNOW", "don t know"),
    ("ÉCOLE", "école"), ("½ day", "½ day"), ("", ""), ("—", ""), ("-99", "-99"),
    (" \u{2212}99", "-99"), ("- 99", "99"), ("-ve", "ve"), ("18-24", "18 24"),
  ])
  func `what does not count is folded away`(text: String, folded: String) {
    #expect(foldedLevel(text) == folded)
  }
}
