import Cleaning
import EvaluationData
import Testing

private let activities = [
  Named("yoga", label: "Yoga"), Named("garden", label: "Gardening"),
  Named("choir", label: "Singing, all voices"),
]
private let joined = ColumnSchema.Kind.joined(activities, separator: ";")
private let oneHot = ColumnSchema.Kind.spread(activities)

/// Cleans a column of a choice each.
private func clean(
  _ yoga: [String], _ garden: [String], _ choir: [String],
  notAsked: [String: [Range<Int>]] = [:], keepsEachText: Bool = false
) async -> Checked<CleanedSource> {
  let source = source(
    [("answer/yoga", yoga), ("answer/garden", garden), ("answer/choir", choir)],
    keepsEachText: keepsEachText, notAsked: notAsked)
  return await clean(source, [.column("answer", oneHot)])
}

struct ChoiceTests {
  @Test(arguments: [true, false])
  func `several choices in one cell are told apart`(keepsEachText: Bool) async {
    let cleaned = await clean(
      ["Yoga", "garden;Yoga", " Yoga ; Singing, all voices; ", "Yoga;;Yoga", ""], as: joined,
      keepsEachText: keepsEachText)
    #expect(
      cleaned.choices == [
        .value(["yoga"]), .value(["yoga", "garden"]), .value(["yoga", "choir"]),
        .value(["yoga"]), .missing(.skipped),
      ])
    #expect(cleaned.ledger == [])
    #expect(cleaned.messages == [])
  }

  @Test func `another spelling of a choice is read and stands in the ledger`() async {
    let cleaned = await clean(["YOGA;garden", "Yoga"], as: joined)
    #expect(cleaned.choices == [.value(["yoga", "garden"]), .value(["yoga"])])
    #expect(cleaned.ledger == ["2 Answer level-spelling: YOGA;garden > Yoga;Gardening"])
  }

  @Test func `a cell with an unknown choice is missing as a whole`() async {
    let cleaned = await clean(["Yoga;Yogga", "Yoga"], as: joined)
    #expect(cleaned.choices == [.missing(.unreadable), .value(["yoga"])])
    #expect(
      cleaned.messages == [
        "a.csv:2: column 'Answer': unknown-choice: expected one of Yoga, Gardening, "
          + "Singing, all voices; the nearest is 'Yoga'"
      ])
    #expect(cleaned.ledger == ["2 Answer unreadable: Yoga;Yogga > unreadable"])
    #expect(cleaned.problems.map(\.value) == ["Yoga;Yogga"])
  }

  @Test func `a text that stands for no answer has its reason`() async {
    let cleaned = await clean(["Prefer not to say", "N/A;"], as: joined)
    #expect(cleaned.choices == [.missing(.preferNotToSay), .missing(.notApplicable)])
    #expect(
      cleaned.ledger == [
        "2 Answer missing-text: Prefer not to say > prefer-not-to-say",
        "3 Answer missing-text: N/A; > not-applicable",
      ])
    #expect(cleaned.messages == [])
  }

  @Test func `a text that stands for no answer beside a choice is a problem`() async {
    let cleaned = await clean(["Yoga;N/A"], as: joined)
    #expect(cleaned.choices == [.missing(.unreadable)])
    #expect(cleaned.problems.map(\.kind) == [.unknownChoice])
  }

  @Test func `a required choice must be made`() async {
    let cleaned = await clean(["", " ; ", "Yoga"], as: joined, isRequired: true)
    #expect(cleaned.choices == [.missing(.skipped), .missing(.skipped), .value(["yoga"])])
    #expect(
      cleaned.messages
        == (2...3).map {
          "a.csv:\($0): column 'Answer': missing-required: expected a value, for it is required"
        })
  }

  @Test func `more than 64 choices are told apart`() async {
    let many = (0..<130).map { Named("c\($0)") }
    let cleaned = await clean(["c0;c63;c64;c129", "c65"], as: .joined(many, separator: ";"))
    #expect(cleaned.choices == [.value(["c0", "c63", "c64", "c129"]), .value(["c65"])])
  }

  @Test(arguments: [true, false])
  func `a filled cell in a column of its own means chosen`(keepsEachText: Bool) async {
    let cleaned = await clean(
      ["1", "", "Yoga", "x"], ["1", "0", "", "TRUE"], ["1", "", "No", "Checked"],
      keepsEachText: keepsEachText)
    #expect(
      cleaned.choices == [
        .value(["yoga", "garden", "choir"]), .value([]), .value(["yoga"]),
        .value(["yoga", "garden", "choir"]),
      ])
    #expect(cleaned.ledger == [])
    #expect(cleaned.messages == [])
  }

  @Test(arguments: [
    "", "  ", "0", "0.0", "No", "n", "FALSE", "Unchecked", "Not selected", "N/A", "-", "Not asked",
  ])
  func `what programs write for not chosen is not chosen`(text: String) async {
    #expect(await clean([text], ["1.0"], [text]).choices == [.value(["garden"])])
  }

  @Test func `rows of files without any of the columns were not asked`() async {
    let cleaned = await clean(
      ["1", "", "", ""], ["", "", "", "1"], ["", "", "", ""],
      notAsked: [
        "answer/yoga": [1..<4], "answer/garden": [1..<3], "answer/choir": [0..<1, 1..<3],
      ])
    #expect(
      cleaned.choices
        == [.value(["yoga"]), .missing(.notAsked), .missing(.notAsked), .value(["garden"])])
  }

  @Test(
    arguments: [
      ("Workshops, Training, coaching or mentoring", ["workshops", "training"]),
      ("Training, coaching or mentoring, Workshops", ["training", "workshops"]),
      ("Training, coaching or mentoring", ["training"]), ("Training", ["short"]),
      ("Training, Workshops", ["short", "workshops"]),
      ("workshops, TRAINING,  coaching or mentoring,", ["training", "workshops"]),
    ] as [(String, Set<String>)])
  func `a choice may have the separator in it`(text: String, chosen: Set<String>) async {
    let choices = [
      Named("workshops", label: "Workshops"), Named("short", label: "Training"),
      Named("training", label: "Training, coaching or mentoring"),
    ]
    let cleaned = await clean([text], as: .joined(choices, separator: ", "))
    #expect(cleaned.choices.map { $0.value.map(Set.init) } == [chosen])
    #expect(cleaned.messages == [])
  }

  @Test func `a part that is in no choice is still told`() async {
    let choices = [Named("Reading group, online"), Named("Workshops")]
    let cleaned = await clean(
      ["Reading group, in person, Workshops"], as: .joined(choices, separator: ", "))
    #expect(cleaned.choices == [.missing(.unreadable)])
    #expect(cleaned.problems.map(\.kind) == [.unknownChoice])
  }
}
