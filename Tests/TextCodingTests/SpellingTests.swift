import EvaluationData
import Testing
import TextCoding

@Suite struct SpellingTests {
  private static func found(
    _ spellings: [[String]], _ pattern: String, in text: String
  ) async throws -> [String] {
    var all = Spellings()
    for group in spellings { try all.add(group) }
    let rule = TaggingRule(match: [try Pattern(pattern).spelled(by: all)])
    let coded = try await Responses.coded([text], by: Responses.frame([("theme", [rule])]))
    return Responses.words(of: coded.matches, in: text)
  }

  @Test(arguments: [
    ("organised", "organised or organized", ["organised", "organized"]),
    ("organis*", "organiser, organizing, organ", ["organiser", "organizing"]),
    ("organized <2> well", "organised so well", ["organised so well"]),
    ("(well|badly) organised", "badly organized", ["badly organized"]),
    ("[organized] tea", "organised tea", ["organised tea"]),
    ("organ*", "organised organized", ["organised", "organized"]),
    ("colour", "color colors colour", ["color", "colour"]),
    ("colour*", "color colors colours", ["color", "colors", "colours"]),
    ("colourful", "colorful colourful", ["colourful"]),
    ("gp", "the GP, doctors and a doctor", ["GP", "doctor"]),
    ("don't", "dont don’t don't", ["dont", "don’t", "don't"]),
    ("*organised", "disorganised disorganized", ["disorganised", "disorganized"]),
  ])
  func `a pattern finds all spellings of its words`(
    _ pattern: String, _ text: String, _ found: [String]
  ) async throws {
    let spellings = [
      ["organis*", "organiz*"], ["colour", "color"], ["GP", "doctor"], ["don't", "dont"],
    ]
    #expect(try await SpellingTests.found(spellings, pattern, in: text) == found)
  }

  @Test func `three spellings stand for each other`() async throws {
    let spellings = [["aaa", "bbb", "ccc"], ["ccc", "ddd"]]
    #expect(
      try await SpellingTests.found(spellings, "bbb", in: "aaa bbb ccc ddd")
        == ["aaa", "bbb", "ccc", "ddd"])
  }

  @Test(arguments: [
    (["organise"], 0, "a word with one spelling needs no line; write the others beside it"),
    (["organise", "organiz*"], 1, "either all spellings of a word end in '*' or none does"),
    (["wellbeing", "well-being"], 1, "a spelling is one word, with '*' at its end or without"),
    (["wellbeing", "*being"], 1, "a spelling is one word, with '*' at its end or without"),
    (["wellbeing", "^being"], 1, "a spelling is one word, with '*' at its end or without"),
    (["wellbeing", "[being]"], 1, "the words that must be there need two letters or more"),
    (["(well", "being"], 0, "'(' is never closed"),
  ])
  func `spellings that say nothing clear are refused`(
    _ spellings: [String], _ index: Int, _ message: String
  ) {
    var all = Spellings()
    do throws(SpellingError) {
      try all.add(spellings)
      Issue.record("\(spellings) was accepted")
    } catch {
      #expect(error.index == index)
      #expect(error.description == message)
    }
  }
}
