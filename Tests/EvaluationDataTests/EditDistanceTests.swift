import EvaluationData
import Testing

@Suite struct EditDistanceTests {
  @Test(arguments: [
    ("kitten", "sitting", 3), ("flaw", "lawn", 2), ("", "abc", 3), ("same", "same", 0),
    ("form", "from", 1), ("ca", "abc", 3), ("café", "cafe", 1), ("recieve", "receive", 1),
  ])
  func `letters inserted, removed, replaced and swapped are counted`(
    _ first: String, _ second: String, _ distance: Int
  ) {
    #expect(editDistance(first, second) == distance)
    #expect(editDistance(second, first) == distance)
  }

  @Test func `a mistyped name finds its neighbour`() {
    let known = ["members", "meetings", "attendance"]
    #expect(nearestName(to: "membres", among: known) == "members")
    #expect(nearestName(to: "MEETINGS", among: known) == "meetings")
    #expect(nearestName(to: "atendence", among: known) == "attendance")
  }

  @Test func `a name that is near to none finds none`() {
    #expect(nearestName(to: "suggestions", among: ["members", "meetings"]) == nil)
    #expect(nearestName(to: "members", among: []) == nil)
    #expect(nearestName(to: "ab", among: ["xy"]) == nil)
  }

  @Test func `of two names equally near the first is taken`() {
    #expect(nearestName(to: "cat", among: ["bat", "rat"]) == "bat")
    #expect(nearestName(to: "cat", among: ["rat", "bat"]) == "rat")
  }
}
