import EvaluationData
import TextCoding
import Testing

@Suite struct SuggestRulesTests {
  /// Responses of which those with "bus" or "train" carry `travel`, but not those on training.
  private static func people(changed: Set<Int> = [], attributes: [String] = []) -> CodedByPeople {
    let around = ["monday", "again", "long", "room", "talk", "group", "always"]
    var texts: [String] = []
    var codes = ChoiceColumn(choices: [Named("travel"), Named("rare")])
    for row in 0..<400 {
      let theme =
        switch row % 8 {
        case 0: "bus"
        case 1: "buses"
        case 2: "train"
        case 3: "training"
        default: "listened"
        }
      let other = row / 8
      let text = "\(around[other % 7]) \(theme) \(around[other % 3 + 2])"
      texts.append(changed.contains(row) ? "zebra" : text)
      codes.append([(row % 8 <= 2 ? 1 : 0) | (row < 2 ? 2 : 0)])
    }
    let table = Responses.table(texts, site: (0..<400).map { .value($0 % 2) })
    return CodedByPeople(
      table: table, text: "comment", codes: codes, groups: (0..<400).map { "p\($0 / 2)" },
      attributes: attributes)
  }

  private func suggestions(_ people: CodedByPeople, width: Int = 1) async -> [SuggestedCode] {
    let rows = people.split(keepingBack: 0.25, seed: 3).learn
    return await suggestRules(from: people, rows: rows, leastUses: 5, seed: 3, width: width)
  }

  @Test func `words that go with a code are found, those of other codes are not`() async throws {
    let codes = await suggestions(SuggestRulesTests.people())
    #expect(codes.map(\.name.name) == ["travel"])
    let terms = codes[0].rules.flatMap(\.terms)
    #expect(terms.allSatisfy { $0.coded == $0.found })
    let frame = try Responses.frame([("travel", [Responses.rule(terms.map(\.pattern))])])
    let coded = try await Responses.coded(
      ["The bus?", "buses!", "my train", "a training day", "listened"], by: frame)
    #expect(Responses.codes(coded) == [["travel"], ["travel"], ["travel"], [], []])
  }

  @Test func `the same is suggested for every number of tasks`() async {
    let people = SuggestRulesTests.people(attributes: ["site"])
    let one = await suggestions(people)
    #expect(await suggestions(people, width: 3) == one)
    #expect(!one.isEmpty)
  }

  @Test func `nothing is learned from responses that are kept back`() async {
    let people = SuggestRulesTests.people()
    let kept = Set(people.split(keepingBack: 0.25, seed: 3).keep)
    #expect(kept.count > 50)
    let changed = await suggestions(SuggestRulesTests.people(changed: kept))
    #expect(await suggestions(people) == changed)
  }

  @Test func `responses of one person stay on one side`() {
    let people = SuggestRulesTests.people()
    let (learn, keep) = people.split(keepingBack: 0.25, seed: 3)
    #expect(Set(learn + keep).count == 400)
    let persons = Set(learn.map { people.groups[$0] })
    #expect(persons.isDisjoint(with: keep.map { people.groups[$0] }))
  }

  @Test func `a column may limit a rule where the same words mean something else`() async {
    var codes = ChoiceColumn(choices: [Named("praise")])
    var texts: [String] = []
    for row in 0..<200 {
      texts.append(row % 3 == 0 ? "nothing at all" : "people listened")
      codes.append([row % 3 == 0 && row % 2 == 1 ? 1 : 0])
    }
    let people = CodedByPeople(
      table: Responses.table(texts, site: (0..<200).map { .value($0 % 2) }), text: "comment",
      codes: codes, groups: (0..<200).map { "\($0)" }, attributes: ["site"])
    let rules = await suggestRules(
      from: people, rows: Array(0..<200), leastUses: 5, seed: 1, width: 1)[0].rules
    #expect(rules[0].terms.map(\.pattern) == ["nothing"])
    #expect(rules[0].conditions == [.init(column: "site", levels: ["south"])])
  }

  @Test func `a phrase that goes with other codes is excepted`() async {
    var codes = ChoiceColumn(choices: [Named("kindness")])
    var texts: [String] = []
    for row in 0..<300 {
      switch row % 6 {
      case 0, 1: texts.append("\(["so", "very", "always"][row % 3]) kind to us")
      case 2: texts.append("a kind of meeting")
      default: texts.append("the room was cold")
      }
      codes.append([row % 6 < 2 ? 1 : 0])
    }
    let people = CodedByPeople(
      table: Responses.table(texts, site: []), text: "comment", codes: codes,
      groups: (0..<300).map { "\($0)" }, attributes: [])
    let rules = await suggestRules(
      from: people, rows: Array(0..<300), leastUses: 5, seed: 1, width: 1)[0].rules
    #expect(rules.count == 1)
    #expect(rules[0].terms.allSatisfy { $0.coded == $0.found } || !rules[0].unless.isEmpty)
  }
}
