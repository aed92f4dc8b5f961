import Foundation
import Testing

@testable import Loading

/// What `Reference/heading-likeness.py` works out.
private struct Reference: Decodable {
  struct Case: Decodable, CustomTestStringConvertible {
    let first: String
    let second: String
    let likeness: Double

    var testDescription: String { first }
  }

  let headings: [String]
  let cases: [Case]

  static let read: Reference = {
    guard
      let url = Bundle.module.url(forResource: "Reference/heading-likeness", withExtension: "json"),
      let json = try? Data(contentsOf: url),
      let reference = try? JSONDecoder().decode(Reference.self, from: json)
    else { preconditionFailure("the reference is not there") }
    return reference
  }()
}

struct HeadingLikenessTests {
  private let measure = HeadingLikeness(among: Reference.read.headings.map(HeadingWords.init))

  @Test(arguments: Reference.read.cases)
  fileprivate func `likeness is what the script works out`(reference: Reference.Case) {
    let likeness = measure(HeadingWords(reference.first), HeadingWords(reference.second))
    #expect(abs(likeness - reference.likeness) < 1e-12)
  }

  @Test(arguments: Reference.read.headings)
  func `a heading is like itself, and as like another as that is like it`(heading: String) {
    let words = HeadingWords(heading)
    #expect(measure(words, words) == (words.words.isEmpty ? 3.0 / 6 : 1))
    for other in Reference.read.headings.map(HeadingWords.init) {
      #expect(abs(measure(words, other) - measure(other, words)) < 1e-12)
    }
  }

  @Test func `the words that only one of two has come in their order, each once`() {
    let first = HeadingWords("3. Not since April: did you, did you come?")
    #expect(first.words == ["not", "since", "april", "did", "you", "did", "you", "come"])
    #expect(
      first.differing(from: HeadingWords("Did you come last April?"))
        == ["not", "since", "did", "you", "last"])
    #expect(first.differing(from: first) == [])
  }
}

struct HeadingProposalsTests {
  private func found(
    _ sought: [(wording: String, fitting: Set<Int>)], among free: [String]
  ) -> [HeadingProposal?] {
    HeadingProposals(
      sought.map { SoughtHeading([$0.wording], fitting: $0.fitting) },
      among: free.enumerated().map { FreeHeading($0.element, places: [$0.offset]) },
      vocabulary: (Reference.read.headings + sought.map(\.wording) + free).map(HeadingWords.init)
    ).found()
  }

  @Test func `the most alike heading is proposed, and each one once`() {
    let proposals = found(
      [("What should we do differently?", []), ("What could we do?", [])],
      among: ["What is your age?", "What could we do differently next time?", "Any other remark?"])
    #expect(
      proposals == [
        HeadingProposal(
          heading: "What could we do differently next time?", tellingWords: ["next"]),
        nil,
      ])
  }

  @Test func `of two headings that are as near both are named`() {
    let proposals = found(
      [("What difference has being involved made to the service?", [])],
      among: [
        "What difference has being involved made to the ward?",
        "What difference has being involved made to the panel?",
      ])
    #expect(
      proposals == [
        HeadingProposal(
          heading: "What difference has being involved made to the panel?",
          alternative: "What difference has being involved made to the ward?")
      ])
  }

  @Test
  func `a heading that is less alike is proposed only where its answers are alone in fitting`() {
    let wording = "May we quote you?"
    let free = ["Can we quote you anonymously?", "How did you hear about us, please?"]
    #expect(found([(wording, [])], among: free) == [nil])
    #expect(found([(wording, [0])], among: free) == [HeadingProposal(heading: free[0])])
    #expect(found([(wording, [0, 1])], among: free) == [nil])
  }

  @Test func `a heading that says something else is not proposed, whatever its answers`() {
    #expect(
      found([("What is your ethnic group?", [0])], among: ["How did you travel here?"]) == [nil])
  }

  @Test func `a slip of the keyboard in a short heading is a near heading`() {
    #expect(
      found([("Gender", [])], among: ["Town", "Gendre"]) == [HeadingProposal(heading: "Gendre")])
  }

  @Test(arguments: [
    ("Did you come?", "Did you not come?", ["not"]),
    (
      "Have you used the service?", "Have you used the service in the last 12 months?",
      ["last", "12"]
    ),
    ("Do you know us?", "Don't you know us?", ["dont"]),
    ("Did you come in April?", "Did you come in May?", ["april"]),
    ("I was listened to", "I felt listened to", []),
  ])
  func `words of negation and time and numbers are told`(
    old: String, new: String, words: [String]
  ) {
    #expect(found([(old, [])], among: [new]).first??.tellingWords == words)
  }
}
