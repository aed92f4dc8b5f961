import Testing
import TextCoding

@Suite struct PatternErrorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let pattern: String
    let kind: PatternError.Kind
    let offset: Int
    let message: String

    init(_ pattern: String, _ kind: PatternError.Kind, at offset: Int, _ message: String) {
      self.pattern = pattern
      self.kind = kind
      self.offset = offset
      self.message = message
    }

    var testDescription: String { pattern }
  }

  @Test(arguments: [
    Case(
      "bus*, train*", .listInOne(","), at: 4,
      "',' does not part patterns: write each by itself, as in [\"bus*\", \"train*\"]"),
    Case(
      "colou?r", .expressionSign("?"), at: 5,
      "'?' means nothing in a pattern; regular expressions stand under 'regex'"),
    Case(
      "so \\bbus", .expressionSign("\\"), at: 3,
      "'\\' means nothing in a pattern; regular expressions stand under 'regex'"),
    Case(
      "mr. smith", .sentenceEnd("."), at: 2,
      "a sentence ends at '.', and no pattern finds words of two; leave it out"),
    Case(
      String(repeating: "bus ", count: 251), .tooLong, at: 1000,
      "a pattern may have 1000 letters at most"),
    Case("", .empty, at: 0, "the pattern is empty"),
    Case("   ", .empty, at: 0, "the pattern is empty"),
    Case("^$", .empty, at: 0, "the pattern is empty"),
    Case("good (staff|food", .unclosed("("), at: 5, "'(' is never closed"),
    Case("good [very", .unclosed("["), at: 5, "'[' is never closed"),
    Case("good <2 staff", .unclosed("<"), at: 5, "'<' is never closed"),
    Case(
      "good (staff|)", .emptyAlternative, at: 5, "an alternative between '(' , '|' and ')' is empty"
    ),
    Case("()", .emptyAlternative, at: 0, "an alternative between '(' , '|' and ')' is empty"),
    Case("good []", .emptyAlternative, at: 5, "an alternative between '(' , '|' and ')' is empty"),
    Case(
      "so (very good|bad)", .severalWords, at: 3,
      "an alternative may be one word only; write several patterns instead"),
    Case(
      "[follow-up] call", .severalWords, at: 0,
      "an alternative may be one word only; write several patterns instead"),
    Case("not <0> heard", .badGap, at: 4, "a gap is written <n> or <~n>, with n from 1 to 20"),
    Case("not <21> heard", .badGap, at: 4, "a gap is written <n> or <~n>, with n from 1 to 20"),
    Case("not <few> heard", .badGap, at: 4, "a gap is written <n> or <~n>, with n from 1 to 20"),
    Case("not <~> heard", .badGap, at: 4, "a gap is written <n> or <~n>, with n from 1 to 20"),
    Case("not <~0> heard", .badGap, at: 4, "a gap is written <n> or <~n>, with n from 1 to 20"),
    Case(
      "heard <~3>", .nearNothing, at: 6,
      "on both sides of <~n> there must be a word that may not be absent"),
    Case(
      "<~3> heard", .nearNothing, at: 0,
      "on both sides of <~n> there must be a word that may not be absent"),
    Case(
      "heard <~3> [well]", .nearNothing, at: 6,
      "on both sides of <~n> there must be a word that may not be absent"),
    Case(
      "so <~3> well <~2> heard", .unequalGaps, at: 3,
      "all <~n> of a pattern must have the same number"),
    Case(
      "aa <~3> bb <~3> cc <~3> dd <~3> ee", .tooManyOrders, at: 3,
      "a pattern may have three <~n> at most"),
    Case(
      "so <2> <~3> well", .gapAtEdge, at: 7,
      "a gap must stand between two words, or beside '^' or '$'"),
    Case(
      "^ <2> so <~3> well", .gapAtEdge, at: 9,
      "a gap must stand between two words, or beside '^' or '$'"),
    Case(
      "<2> heard", .gapAtEdge, at: 0, "a gap must stand between two words, or beside '^' or '$'"),
    Case(
      "heard <2>", .gapAtEdge, at: 8, "a gap must stand between two words, or beside '^' or '$'"),
    Case(
      "so lis*ten", .starInside, at: 3, "'*' may stand at the start or the end of a word only"),
    Case(
      "good * staff", .starInside, at: 5, "'*' may stand at the start or the end of a word only"),
    Case("good**", .starInside, at: 0, "'*' may stand at the start or the end of a word only"),
    Case(
      "good ^staff", .anchorInside, at: 5,
      "'^' may stand at the start only, and '$' at the end only"
    ),
    Case("good^", .anchorInside, at: 4, "'^' may stand at the start only, and '$' at the end only"),
    Case(
      "good$ staff", .anchorInside, at: 4,
      "'^' may stand at the start only, and '$' at the end only"
    ),
    Case("kind|rude", .misplaced("|"), at: 4, "'|' may not stand here"),
    Case("good) staff", .misplaced(")"), at: 4, "')' may not stand here"),
    Case("good staff]", .misplaced("]"), at: 10, "']' may not stand here"),
    Case("good 2> staff", .misplaced(">"), at: 6, "'>' may not stand here"),
    Case("not (a|<2>) heard", .misplaced("<"), at: 4, "'<' may not stand here"),
    Case("so (good$|bad)", .misplaced("$"), at: 3, "'$' may not stand here"),
    Case("a", .noFixedWord, at: 0, "the words that must be there need two letters or more"),
    Case("[good] a", .noFixedWord, at: 0, "the words that must be there need two letters or more"),
    Case("(good|a)", .noFixedWord, at: 0, "the words that must be there need two letters or more"),
    Case("[good]", .noFixedWord, at: 0, "the words that must be there need two letters or more"),
  ])
  func `a pattern that says nothing clear is refused in words`(_ item: Case) {
    do throws(PatternError) {
      _ = try Pattern(item.pattern)
      Issue.record("\(item.pattern) was accepted")
    } catch {
      #expect(error.kind == item.kind)
      #expect(error.offset == item.offset)
      #expect(error.description == item.message)
    }
  }

  @Test(arguments: [
    "^good$", "^ <2> good", "good <20> $", "[(a|b)] good", "*ood*", "i <2> we",
    "^ so [very] <~3> (good|bad) <~3> it$",
  ])
  func `the edges of the language are accepted`(_ text: String) throws {
    #expect(try Pattern(text).text == text)
  }

  @Test func `an engine that fails says why`() {
    #expect(
      TextCodingError.engine(reason: "no working memory (-1)").description
        == "the tagging rules could not be compiled: no working memory (-1)")
  }
}
