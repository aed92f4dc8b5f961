import Foundation
import Testing

/// The commands that look into the tagging rules of a pipeline.
@Suite struct RulesCommandsTests {
  private static let members = """
    ID,Gender,Joined,Remark
    1,Female,1/3/2024,I read books and more books
    2,Male,1/3/2024,Coffee was cold
    3,Female,1/3/2024,The bus was late
    4,Male,1/3/2024,
    5,Female,1/3/2024,"The bus, always the bus"

    """

  private func club(tags: String = SmallWorkspace.tags) throws -> SmallWorkspace {
    let workspace = try SmallWorkspace()
    try workspace.write(RulesCommandsTests.members, to: "data/club/members.csv")
    try workspace.write(tags, to: "pipelines/club/tags.yaml")
    return workspace
  }

  @Test func `coverage shows patterns and responses that nothing finds`() throws {
    let outcome = try club().runs("rules", "coverage", "club", "--broad", "0.5")
    #expect(
      outcome.output == """
        Member list: 2 of 4 responses have a code; 2 have none (50%)
        Lines are those of pipelines/club/tags.yaml.

        Patterns that find nothing: none

        Patterns that find more than 50% of the responses: none

        Patterns that find only what others of their code find too: 2
          line code  pattern responses share alone
             5 books book*           1   25%     0
             5 books read*           1   25%     0

        Codes that never come without another: none

        Words typical of responses without a code: none

        """)
    #expect(outcome.errors == "")
    #expect(outcome.exitCode == 0)
  }

  @Test func `coverage as CSV has a row for each pattern`() throws {
    let outcome = try club().runs("rules", "coverage", "club", "--csv")
    #expect(
      outcome.output == """
        place,code,rule,pattern,matches,responses,alone,base
        pipelines/club/tags.yaml:5,books,1,book*,2,1,0,4
        pipelines/club/tags.yaml:5,books,1,read*,1,1,0,4
        pipelines/club/tags.yaml:9,tea,1,(tea|coffee),1,1,1,4

        """)
  }

  @Test func `a concordance is aligned on the term`() throws {
    let outcome = try club().runs("rules", "kwic", "club", "bus", "--width", "50")
    #expect(
      outcome.output == """
        members.csv:4            The   bus  was late
        members.csv:6            The   bus  , always the b
        members.csv:6  s, always the   bus
        3 places in 2 responses

        """)
    let csv = try club().runs("rules", "kwic", "club", "coffee", "--csv")
    #expect(csv.output == "place,before,match,after\nmembers.csv:3,,Coffee, was cold\n")
  }

  @Test func `a term finds the spellings that the rules declare`() throws {
    let tags = SmallWorkspace.tags + "\nspellings: [[bus, omnibus, charabanc]]\n"
    let outcome = try club(tags: tags).runs("rules", "kwic", "club", "omnibus")
    #expect(outcome.output.hasSuffix("3 places in 2 responses\n"))
  }

  @Test func `a term that is no pattern is refused with the place`() throws {
    let outcome = try club().runs("rules", "kwic", "club", "(bus")
    #expect(outcome.errors == "error: in the term '(bus': '(' is never closed\n")
    #expect(outcome.exitCode == 64)
  }

  @Test func `a code that another gives when denied has that rule's line`() throws {
    let tags = """
      negators: [not]
      codes:
        kind:
          label: Kindness
          rules:
            - match: "kind*"
              negated: as unkind
        unkind:
          label: Unkindness
          rules:
            - match: "rude"
      """
    let club = try club(tags: tags)
    let explained = try club.runs("rules", "explain", "club", "They were not very kind")
    #expect(explained.exitCode == 0)
    #expect(explained.output.contains("pipelines/club/tags.yaml:6"))
    #expect(try club.runs("rules", "coverage", "club").exitCode == 0)
    #expect(try club.runs("rules", "coverage", "club", "--csv").exitCode == 0)
  }

  @Test func `output that goes nowhere is an error`() throws {
    let club = try club()
    for command in ["codebook club", "kwic club bus", "coverage club --csv"] {
      let outcome = try run(
        URL(filePath: "/bin/sh"),
        ["-c", "\"$0\" rules \(command) > /dev/full", countin.path], in: club.url)
      #expect(
        outcome.errors == """
          error: the output could not be written: No space left on device
          Free some space, or write it to another place.

          """)
      #expect(outcome.exitCode == 73)
    }
  }

  @Test func `a text is explained by rule and words, and by what nearly gave a code`() throws {
    let workspace = try club(
      tags: """
        codes:
          tea:
            label: Tea
            rules:
              - match: ["tea"]
                unless: "tea time"
              - match: ["cake"]
                when: {gender: [female]}
        """)
    let outcome = try workspace.runs("rules", "explain", "club", "Tea time with cake")
    #expect(
      outcome.output == """
          tea: Tea
            'cake' by "cake" (pipelines/club/tags.yaml:7)
              only when gender is female
        nearly:
          tea: Tea
            'Tea' by "tea" (pipelines/club/tags.yaml:5)
              not counted: 'Tea time' is excluded by "tea time"

        """)
    let none = try workspace.runs("rules", "explain", "club", "Nothing")
    #expect(none.output == "no code\n")
  }

  @Test func `a difference tells which response gains or loses a code, and by which rule`() throws {
    let workspace = try club()
    try workspace.write(
      """
      codes:
        travel:
          label: Travel
          rules:
            - match: "bus"
        tea:
          label: Tea
          rules:
            - match: "tea"
      """, to: "new.yaml")
    let outcome = try workspace.runs("rules", "diff", "club", "new.yaml")
    #expect(
      outcome.output == """
          code   gained lost
          books       0    1
          tea         0    1
          travel      2    0

          response      change code   rule
          members.csv:2 loses  books  pipelines/club/tags.yaml:5
          members.csv:3 loses  tea    pipelines/club/tags.yaml:9
          members.csv:4 gains  travel new.yaml:5
          members.csv:6 gains  travel new.yaml:5

        4 changes in 4 responses

        """)
    #expect(outcome.exitCode == 1)
    let same = try workspace.runs(
      "rules", "diff", "club", "new.yaml", "new.yaml", "--show-text")
    #expect(same.output == "no response gains or loses a code\n")
    #expect(same.exitCode == 0)
  }

  @Test func `a sheet for people has the ids, the texts and a column for each code`() throws {
    let outcome = try club().runs("rules", "sample", "club", "--n", "2", "--strata", "gender")
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.first == "id,remark,books,tea,none")
    #expect(lines.count == 3)
    #expect(lines.filter { $0.hasPrefix("2,Coffee was cold,,") }.count == 1)
    #expect(
      outcome.errors == """
        2 of 4 responses drawn (seed 1)
          Female: 1 of 3
          Male: 1 of 1

        """)
    let again = try club().runs("rules", "sample", "club", "--n", "2", "--strata", "gender")
    #expect(again.output == outcome.output)
  }

  // MARK: Suggestions

  /// 200 members of whom every fourth writes of tea, with what people coded.
  private func coded() throws -> SmallWorkspace {
    let workspace = try SmallWorkspace()
    try workspace.changePipeline(
      "remark: {header: Remark, type: text}",
      to: """
        remark: {header: Remark, type: text}
              human: {type: multi-select, one_hot: {Tea: tea, Books: books}}
        """)
    let pipeline = try String(
      contentsOf: workspace.url.appending(path: "pipelines/club/pipeline.yaml"), encoding: .utf8)
    try workspace.write(
      pipeline + """

          agreement:
            - first: {rules: members}
              second: {people: members, column: human}
              minimum_uses: 25
        """, to: "pipelines/club/pipeline.yaml")
    var text = "ID,Gender,Joined,Remark,Tea,Books\n"
    for row in 0..<200 {
      let tea = row % 4 == 0
      let remark = tea ? "the tea was cold \(row % 3)" : "we read on \(row % 7)"
      text += "M\(row),Female,1/3/2024,\(remark),\(tea ? 1 : 0),\(tea ? 0 : 1)\n"
    }
    try workspace.write(text, to: "data/club/members.csv")
    return workspace
  }

  @Test func `a draft learned from people's codes is valid, and its worth is told`() throws {
    let workspace = try coded()
    let outcome = try workspace.runs("rules", "suggest", "club", "--seed", "2", "--examples", "1")
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("title: Member list\n"))
    #expect(outcome.output.contains("# Example: the tea was cold"))
    #expect(outcome.errors.contains("mean F1 of the 2 codes with at least 25 uses: 1.00"))
    #expect(outcome.errors.contains("accuracy 1.00, macro-F1 1.00"))
    let again = try workspace.runs("rules", "suggest", "club", "--seed", "2", "--examples", "1")
    #expect(again.output == outcome.output)
    try workspace.write(outcome.output, to: "pipelines/club/tags.yaml")
    let run = try workspace.runs("run", "club")
    #expect(run.exitCode == 0, "\(run.errors)")
    let findings = try String(
      contentsOf: workspace.outputs.appending(path: "publish/findings.csv"), encoding: .utf8)
    #expect(findings.contains("mean-f1"))
    let csv = try workspace.runs("rules", "suggest", "club", "--csv")
    #expect(csv.output.hasPrefix("code,uses,F1 learned,kept back,precision,recall,F1\ntea,50,"))
  }

  @Test func `without people's codes nothing can be suggested`() throws {
    let outcome = try club().runs("rules", "suggest", "club")
    #expect(
      outcome.errors == """
        error: nothing says what codes people gave to the texts of 'members'
        Add a block under `agreement:` of the pipeline's `measures:`, with `rules: members` \
        and the source of people's codes under `coders:`.

        """)
    #expect(outcome.exitCode == 64)
  }

  @Test func `a column that is not there is refused with the nearest`() throws {
    let outcome = try coded().runs("rules", "suggest", "club", "--when", "gendr")
    #expect(
      outcome.errors
        == "error: there is no category column 'gendr' in 'members'; did you mean 'gender'?\n")
  }
}
