import EvaluationData
import Testing

@testable import Cleaning

private let transport = [
  Named("bus", label: "Bus"), Named("rail", label: "Train, tram or tube"),
  Named("foot", label: "On foot"), Named("other", label: "Other (please say)"),
]

private func multiSelect(
  _ choices: [Named] = transport, also: [String: String] = [:], separator: String? = nil,
  other: String? = "other"
) -> MultiSelect {
  MultiSelect(
    name: "answer", choices: choices, also: also, separator: separator, other: other)
}

/// Cleans the columns of a multi-select `answer` and its answers in people's own words, `words`.
private func clean(
  _ columns: [(name: String, texts: [String])], _ question: MultiSelect = multiSelect(),
  isRequired: Bool = false, notAsked: [String: [Range<Int>]] = [:]
) async -> Checked<CleanedSource> {
  await clean(
    source(columns, notAsked: notAsked),
    [
      .column("answer", .multiSelect(question), isRequired: isRequired),
      .column("words", .ownWords(question)),
    ])
}

extension Checked<CleanedSource> {
  fileprivate var words: [Cell<String>] {
    guard let column = value.table.text("words") else { return [] }
    return (0..<column.count).map { column[$0] }
  }
}

struct MultiSelectTests {
  // MARK: Joined in one cell

  @Test(arguments: [
    ["Bus;Train, tram or tube;", "On foot;"], ["Bus, Train, tram or tube", "On foot"],
    ["Bus,Train, tram or tube", "On foot"], ["Bus|Train, tram or tube", "On foot"],
    ["Bus\nTrain, tram or tube", "On foot"], ["Train, tram or tube; Bus", "On foot"],
  ])
  func `what stands between choices is told by the cells`(texts: [String]) async {
    let cleaned = await clean([("answer", texts)])
    #expect(cleaned.choices == [.value(["bus", "rail"]), .value(["foot"])])
    #expect(cleaned.words == [.missing(.notApplicable), .missing(.notApplicable)])
    #expect(cleaned.messages == [])
    #expect(cleaned.ledger == [])
  }

  @Test func `each file tells by itself what stands between its choices`() async {
    var addresses = RowAddresses()
    addresses.begin(file: "a.csv")
    addresses.append(line: 2)
    addresses.begin(file: "b.csv")
    addresses.append(line: 2)
    let texts = ["Bus;On foot", "Bus, On foot"]
    let table = SourceTable(
      name: "members",
      columns: [SourceColumn(name: "answer", header: "Answer", storage: .each(TextColumn(texts)))],
      addresses: addresses, files: [])
    let cleaned = await clean(table, [.column("answer", .multiSelect(multiSelect(other: nil)))])
    #expect(cleaned.choices == [.value(["bus", "foot"]), .value(["bus", "foot"])])
  }

  @Test func `names of one word may be joined by spaces, if nothing else is in the cells`() async {
    let names = [Named("bus", label: "By bus"), Named("on_foot", label: "On foot")]
    let cleaned = await clean(
      [("answer", ["bus on_foot", "on_foot", ""])], multiSelect(names, other: nil))
    #expect(
      cleaned.choices == [.value(["bus", "on_foot"]), .value(["on_foot"]), .missing(.skipped)])
    let labelled = await clean(
      [("answer", ["bus on_foot", "By taxi"])], multiSelect(names, other: nil))
    #expect(labelled.choices == [.missing(.unreadable), .missing(.unreadable)])
  }

  @Test func `a choice may have several texts`() async {
    let cleaned = await clean(
      [("answer", ["Coach;2", "BUS"])], multiSelect(also: ["Coach": "bus", "2": "rail"]))
    #expect(cleaned.choices == [.value(["bus", "rail"]), .value(["bus"])])
    #expect(
      cleaned.ledger == [
        "2 Answer level-also: Coach;2 > Bus;Train, tram or tube",
        "3 Answer level-spelling: BUS > Bus",
      ])
  }

  @Test func `an answer in one's own words is the other choice, and kept`() async {
    let cleaned = await clean([
      ("answer", ["Bus, by boat, mostly", "hot-air balloon", "Other (please say)", "Bus", ""])
    ])
    #expect(
      cleaned.choices == [
        .value(["bus", "other"]), .value(["other"]), .value(["other"]), .value(["bus"]),
        .missing(.skipped),
      ])
    #expect(
      cleaned.words == [
        .value("by boat, mostly"), .value("hot-air balloon"), .missing(.skipped),
        .missing(.notApplicable), .missing(.skipped),
      ])
    #expect(cleaned.messages == [])
  }

  @Test func `words of one's own stand at the end; in front of a choice they may be an old one`()
    async
  {
    let cleaned = await clean([("answer", ["Trein;Bus", "Bus;On foot"])])
    #expect(cleaned.choices == [.missing(.unreadable), .value(["bus", "foot"])])
    #expect(cleaned.words == [.missing(.unreadable), .missing(.notApplicable)])
    #expect(
      cleaned.messages == [
        "a.csv:2: column 'Answer': unknown-choice: expected one of Bus, Train, tram or tube, "
          + "On foot, Other (please say)"
      ])
  }

  @Test func `the same own words in three rows are told once, with the nearest choice`() async {
    let cleaned = await clean([
      ("answer", ["Buss", "buss;", "boat", "Bus;Buss", "boat", "On foot"])
    ])
    #expect(
      cleaned.choices == [
        .value(["other"]), .value(["other"]), .value(["other"]), .value(["bus", "other"]),
        .value(["other"]), .value(["foot"]),
      ])
    #expect(
      cleaned.messages == [
        "a.csv:2: column 'Answer': unknown-choice: expected a choice, or words that hardly two "
          + "people share; these stand in 3 rows; the nearest is 'Bus'"
      ])
    #expect(cleaned.problems.map(\.value) == ["Buss"])
  }

  @Test func `without such a choice unknown text makes the cell missing`() async {
    let cleaned = await clean([("answer", ["Bus;boat", "Bus"])], multiSelect(other: nil))
    #expect(cleaned.choices == [.missing(.unreadable), .value(["bus"])])
    #expect(cleaned.problems.map(\.kind) == [.unknownChoice])
    #expect(cleaned.words == [.missing(.unreadable), .missing(.notApplicable)])
  }

  @Test func `a text for no answer is none of one's own words`() async {
    let cleaned = await clean([("answer", ["Prefer not to say", "Bus;N/A", "#REF!"])])
    #expect(
      cleaned.choices == [
        .missing(.preferNotToSay), .missing(.unreadable), .missing(.unreadable),
      ])
    #expect(cleaned.problems.map(\.kind) == [.unknownChoice, .excelError])
    #expect(
      cleaned.words
        == [.missing(.preferNotToSay), .missing(.unreadable), .missing(.unreadable)])
  }

  @Test func `a dash is no answer in one's own words`() async {
    let cleaned = await clean([("answer", ["-", "Bus;-", " - "])])
    #expect(cleaned.choices == [.missing(.skipped), .value(["bus"]), .missing(.skipped)])
    #expect(
      cleaned.words == [.missing(.skipped), .missing(.notApplicable), .missing(.skipped)])
  }

  @Test func `what a tool is known to write decides where the cells do not`() async {
    let question = multiSelect([Named("bus", label: "Bus"), Named("rail", label: "Rail")])
    func ownWords(_ separators: [String]) async -> [Cell<String>] {
      let habits = ToolHabits(
        rows: 0..<1, missingTexts: [:], dateOrder: nil, listSeparators: separators)
      let column = SourceColumn(
        name: "answer", header: "Answer", storage: .each(TextColumn(["Bus;a, b, Rail"])),
        habits: [habits])
      var addresses = RowAddresses()
      addresses.begin(file: "a.csv")
      addresses.append(line: 2)
      let table = SourceTable(name: "members", columns: [column], addresses: addresses, files: [])
      return await clean(table, [.column("words", .ownWords(question))]).words
    }
    #expect(await ownWords([]) == [.value("a, b, Rail")])
    #expect(await ownWords([", "]) == [.missing(.unreadable)])
  }

  @Test func `of codes that people give none may apply`() async {
    let question = MultiSelect(name: "answer", choices: transport, takesBlankAsNone: true)
    #expect(
      await clean([("answer", ["", "Bus", "N/A", ";"])], question).choices
        == [.value([]), .value(["bus"]), .missing(.notApplicable), .value([])])
  }

  // MARK: A column for each choice

  @Test(arguments: [
    "1", "1.0", "x", "X", "yes", "TRUE", "Ticked", "selected", "Bus", "bus", "✓", "☑", "☒",
  ])
  func `a tick means chosen`(text: String) async {
    let cleaned = await clean([("answer/bus", [text]), ("answer/foot", ["0"])])
    #expect(cleaned.choices == [.value(["bus"])])
    #expect(cleaned.messages == [])
    #expect(cleaned.ledger == [])
  }

  @Test(arguments: ["0", "0.0", "no", "FALSE", "unchecked", "Not selected", "☐"])
  func `a no means that something was recorded`(text: String) async {
    #expect(
      await clean([("answer/bus", [text]), ("answer/foot", [""])]).choices == [.value([])])
  }

  @Test(arguments: [
    ("", "", MissingReason.skipped), ("-", "", .skipped), ("-99", "-99", .skipped),
    ("n/a", "N/A", .notApplicable), ("n/a", "", .skipped),
  ])
  func `nothing in any column is no answer`(
    bus: String, foot: String, reason: MissingReason
  ) async {
    let cleaned = await clean([("answer/bus", [bus]), ("answer/foot", [foot])])
    #expect(cleaned.choices == [.missing(reason)])
    #expect(cleaned.messages == [])
  }

  @Test func `a text that is no tick is told and counts as one`() async {
    let cleaned = await clean([
      ("answer/bus", ["Bus", "often"]), ("answer/foot", ["", "On foot"]),
    ])
    #expect(cleaned.choices == [.value(["bus"]), .value(["bus", "foot"])])
    #expect(
      cleaned.messages == [
        "a.csv:3: column 'Answer/bus': unexpected-tick: expected 1 or 'Bus' where it was chosen, "
          + "and 0 or nothing where not"
      ])
    #expect(cleaned.problems.map(\.value) == ["often"])
  }

  @Test func `a choice that is called No is chosen where it stands, one that is called 0 is not`()
    async
  {
    let question = multiSelect(
      [Named("no", label: "No"), Named("zero", label: "None at all")], also: ["0": "zero"],
      other: nil)
    let cleaned = await clean(
      [("answer/no", ["No", "0"]), ("answer/zero", ["0", "None at all"])], question)
    #expect(cleaned.choices == [.value(["no"]), .value(["zero"])])
  }

  @Test func `the column of the other choice may hold the words themselves`() async {
    let cleaned = await clean([
      ("answer/bus", ["1", "1", "0", "0", ""]), ("answer/other", ["by boat", "1", "0", "", "-"]),
    ])
    #expect(
      cleaned.choices == [
        .value(["bus", "other"]), .value(["bus", "other"]), .value([]), .value([]),
        .missing(.skipped),
      ])
    #expect(
      cleaned.words == [
        .value("by boat"), .missing(.skipped), .missing(.notApplicable), .missing(.notApplicable),
        .missing(.skipped),
      ])
    #expect(cleaned.messages == [])
  }

  @Test func `words in a column of their own choose the other choice`() async {
    let cleaned = await clean([
      ("answer/bus", ["1", "", ""]), ("answer/other", ["0", "", ""]),
      ("answer/own words", ["", " by boat ", "n/a"]),
    ])
    #expect(cleaned.choices == [.value(["bus"]), .value(["other"]), .missing(.skipped)])
    #expect(cleaned.words == [.missing(.notApplicable), .value("by boat"), .missing(.skipped)])
  }

  @Test func `beside the cell with all choices the column of other answers holds only those`() async
  {
    let cleaned = await clean([
      ("answer", ["Bus;On foot", "Bus;Other (please say)", "", ""]),
      ("answer/other", ["", "by boat", "by canoe", "0"]),
    ])
    #expect(
      cleaned.choices == [
        .value(["bus", "foot"]), .value(["bus", "other"]), .value(["other"]), .missing(.skipped),
      ])
    #expect(
      cleaned.words == [
        .missing(.notApplicable), .value("by boat"), .value("by canoe"), .missing(.skipped),
      ])
    #expect(cleaned.messages == [])
  }

  @Test func `one answer is required, not one in each column`() async {
    let cleaned = await clean(
      [("answer/bus", ["1", "", ""]), ("answer/foot", ["", "", "0"])], isRequired: true)
    #expect(cleaned.choices == [.value(["bus"]), .missing(.skipped), .value([])])
    #expect(
      cleaned.messages == [
        "a.csv:3: column 'Answer': missing-required: expected a value, for it is required"
      ])
  }

  @Test func `a choice that some files do not have is not chosen there`() async {
    let cleaned = await clean(
      [("answer/bus", ["1", "0"]), ("answer/foot", ["", "1"])],
      notAsked: ["answer/foot": [0..<1]])
    #expect(cleaned.choices == [.value(["bus"]), .value(["foot"])])
  }

  // MARK: Both forms

  @Test func `of both forms the columns are read, and held against the cell`() async {
    let cleaned = await clean(
      [
        ("answer", ["Bus;On foot", "Bus", "On foot;boat", ""]),
        ("answer/bus", ["1", "1", "0", "1"]), ("answer/foot", ["1", "1", "0", "0"]),
      ], multiSelect(separator: ";"))
    #expect(
      cleaned.choices
        == [.value(["bus", "foot"]), .value(["bus", "foot"]), .value([]), .value(["bus"])])
    #expect(
      cleaned.messages == [
        "a.csv:3: column 'Answer': choices-differ: expected the same choices as in the columns of "
          + "the single choices"
      ])
    #expect(cleaned.problems.map(\.value) == ["Bus"])
  }

  @Test func `labels that are joined by spaces are not held against the columns`() async {
    let cleaned = await clean([
      ("answer", ["Bus On foot", "Bus"]), ("answer/bus", ["1", "1"]), ("answer/foot", ["1", "0"]),
    ])
    #expect(cleaned.choices == [.value(["bus", "foot"]), .value(["bus"])])
    #expect(cleaned.messages == [])
  }

  @Test func `words with letters that are damaged could not be read`() async {
    let mark = String(decoding: SourceTable.damageMark, as: UTF8.self)
    let texts = source([
      ("answer", ["Bus;caf\(mark)", "Bus"]), ("answer/own words", ["\(mark)x", ""]),
    ])
    let damaged = SourceTable(
      name: texts.name, columns: texts.columns, addresses: texts.addresses,
      files: [
        LoadedFile(
          path: "a.csv", byteCount: 1, encoding: "UTF-8", isDamaged: true, delimiter: "comma",
          headerLine: 1, rows: 2)
      ])
    let cleaned = await clean(damaged, [.column("words", .ownWords(multiSelect()))])
    #expect(cleaned.words == [.missing(.unreadable), .missing(.notApplicable)])
  }
}

struct JoinedReadingsTests {
  private func readings(
    _ labels: [String], also: [String: String] = [:], _ separator: String = ","
  ) -> [[String]]? {
    let choices = labels.map { Named($0) }
    return MultiSelect(name: "q", choices: choices, also: also)
      .readingsAlike(joinedBy: separator).map { [$0.first, $0.second] }
  }

  @Test func `a choice that is two others joined is found`() {
    #expect(
      readings(["Group", "Group, online", "online"]) == [["Group, online"], ["Group", "online"]])
    #expect(readings(["Group", "Group, online", "online"], ";") == nil)
    #expect(readings(["Group", "Group, online"]) == nil)
  }

  @Test func `choices that overlap when joined are found`() {
    // "a, b" and "c" against "a" and "b, c".
    let found = readings(["a", "a, b", "b, c", "c"])
    #expect(found.map { Set($0.map { Set($0) }) } == [["a, b", "c"], ["a", "b, c"]])
    #expect(readings(["a", "a, b", "b, d", "c"]) == nil)
  }

  @Test func `case and punctuation do not tell choices apart`() {
    #expect(readings(["Group", "GROUP, (online)", "Online!"]) != nil)
  }

  @Test func `nobody makes a choice twice, and two texts of one choice are no two readings`() {
    #expect(readings(["a", "a, a"]) == nil)
    #expect(readings(["a", "b"], also: ["a, b": "a"]) != nil)
    #expect(readings(["a, b"], also: ["a,b": "a, b"]) == nil)
  }

  /// Every text of declared choices is cut as it was joined.
  @Test func `where no two readings are alike a joined text is cut as it was joined`() {
    var random = Steps(7)
    let pieces = ["a", "b", "c"]
    var checked = 0
    for _ in 0..<1000 {
      let labels = Set(
        (0..<4).map { _ in
          (0..<Int.random(in: 1...3, using: &random)).map { _ in
            pieces[Int.random(in: 0..<3, using: &random)]
          }.joined(separator: ", ")
        }
      ).sorted()
      let question = MultiSelect(name: "q", choices: labels.map { Named($0) }, separator: ", ")
      guard question.readingsAlike(joinedBy: ", ") == nil else { continue }
      let reader = JoinedChoices(
        .column("q", .multiSelect(question)), question, separator: ", ")
      for chosen in 1..<(1 << labels.count) {
        let wanted = Set(labels.indices.filter { chosen >> $0 & 1 == 1 })
        let text = wanted.shuffled(using: &random).map { labels[$0] }.joined(separator: ", ")
        #expect(reader.cut(text).wholeChoices == wanted, "\(labels) \(text)")
        checked += 1
      }
    }
    #expect(checked > 500)
  }
}

/// Numbers that are the same on every run (an affine generator, its upper half).
private struct Steps: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}
