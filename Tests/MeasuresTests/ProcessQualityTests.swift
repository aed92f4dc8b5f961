import EvaluationData
import Measures
import Testing

@Suite struct ProcessQualityTests {
  typealias Row = (marker: String, stage: String, by: String, answer: String?)

  private static func findings(_ rows: [Row]) -> Findings {
    var spec = MeasureSpec()
    spec.processQuality = ProcessQualitySpec(
      source: "markers", marker: "marker", stage: "stage", answeredBy: "by",
      organisation: "organisation", people: "people", answer: "answer",
      worth: ["yes": 1, "partly": 0.5, "no": 0])
    let table = Tables.table(
      "markers",
      [
        Tables.category("marker", ["aims", "access"], rows.map(\.marker)),
        Tables.category("stage", ["planning", "follow-up"], rows.map(\.stage)),
        Tables.category("by", ["organisation", "people"], rows.map(\.by)),
        Tables.category("answer", ["yes", "partly", "no", "na"], rows.map(\.answer)),
      ])
    return Findings(spec, [table])
  }

  @Test func `the gap is the organisation's rating less that of the people`() throws {
    let found = Self.findings([
      ("aims", "planning", "organisation", "yes"), ("aims", "planning", "organisation", "partly"),
      ("aims", "planning", "people", "partly"), ("aims", "planning", "people", "no"),
      ("aims", "planning", "people", "na"), ("aims", "planning", "people", nil),
      ("access", "planning", "organisation", "yes"),
    ])
    let id = "process-quality/markers/aims"
    #expect(try found.value("\(id)/organisation/rating") == 0.75)
    let people = try found("\(id)/people/rating")
    #expect(people.value == 0.25 && people.n == 2)
    let gap = try found("\(id)/rating-gap")
    #expect(gap.value == 0.5 && gap.n == 4 && gap.subject == .organisation)
    let stage = "process-quality/markers/stage-planning"
    #expect(try found.value("\(stage)/organisation/rating") == Finding.rounded(2.5 / 3))
    #expect(try found.value("\(stage)/people/rating") == 0.25)
  }

  @Test func `a view that is missing leaves no gap`() throws {
    let found = Self.findings([("access", "follow-up", "organisation", "yes")])
    let people = try found("process-quality/markers/access/people/rating")
    #expect(people.value == nil && people.note == "not answered" && people.n == 0)
    let gap = try found("process-quality/markers/access/rating-gap")
    #expect(gap.value == nil && gap.note == "one of the two views is missing")
  }
}
