import EvaluationData
import Testing

@testable import Loading

@Suite struct HeadingTests {
  private let twice = "Age,Views?,Name,views? \n40,good,Ann,bad\n"

  @Test func `repeated headings are numbered, and white space is folded`() {
    let names = ["Age", " Why\u{A0}so? ", "", "why so?", "Why so?", ""]
    #expect(
      names.map { Heading($0) }.withDistinctNames().map(\.name)
        == ["Age", "Why so?", "", "why so? (2)", "Why so? (3)", ""])
  }

  @Test func `a repeated heading is asked for by its number`() async throws {
    let both = try await load(twice, headings: ["Views? (1)", "Views? (2)"])
    #expect(both.rows == [["good", "bad"]])
  }

  @Test func `whoever asks for the second knows that the first is one of two`() async throws {
    let both = try await load(twice, headings: ["Views? (2)", "Views?"])
    #expect(both.rows == [["bad", "good"]])
  }

  @Test func `one of two without its number is refused`() async {
    let found = ["Views? (1)", "views? (2)"]
    await #expect(
      throws: LoadError.columnTwice(file: "a.csv", line: 1, column: "Views?", found: found)
    ) {
      try await load(twice, headings: ["Age", "Views?"])
    }
  }

  private func places(_ headings: [Heading], _ wanted: String) -> [Int] {
    let assignment = ColumnAssignment([.headed(wanted)], to: headings)
    return assignment.ambiguous.first?.places ?? assignment.places.compactMap(\.self)
  }

  @Test func `a name of its own goes before the further name of another column`() {
    let headings = [Heading("Where?", alsoNames: ["Q1", "Why?"]), Heading("Why?")]
    #expect(places(headings, "why?") == [1])
    #expect(places(headings, "Q1") == [0])
    #expect(places(headings, "Q2") == [])
  }

  @Test func `a further name that two columns have stands for both`() {
    let headings = [Heading("A", alsoNames: ["Q1"]), Heading("B", alsoNames: ["q1"])]
    #expect(places(headings, "Q1") == [0, 1])
  }
}
