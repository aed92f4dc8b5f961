import EvaluationData
import Measures
import Testing

@Suite struct OutcomesTests {
  typealias Answer = (person: String?, wave: String?, value: Double?)

  private static func findings(
    _ answers: [Answer], sites: [String?]? = nil, meaningful: Double = 1, netScore: Bool = false
  ) -> Findings {
    var spec = MeasureSpec()
    spec.outcomes = [
      OutcomesSpec(
        source: "survey", person: "id", wave: "wave", baseline: "before", followUp: "after",
        variables: ["score"], meaningfulChange: meaningful, by: sites == nil ? nil : "site",
        netScore: netScore ? "score" : nil)
    ]
    let table = Tables.table(
      "survey",
      [
        Tables.text("id", answers.map(\.person)),
        Tables.category("wave", ["before", "after"], answers.map(\.wave)),
        Tables.number("score", answers.map(\.value)),
        Tables.category("site", ["north", "south"], sites ?? answers.map { _ in nil }),
      ])
    return Findings(spec, [table])
  }

  private static func pairs(_ before: [Double], _ after: [Double]) -> [Answer] {
    before.enumerated().map { ("p\($0)", "before", $1) }
      + after.enumerated().reversed().map { ("p\($0)", "after", $1) }
  }

  private static let before: [Double] = [2, 3, 4, 2, 5, 3, 1, 2, 4, 3]
  private static let changes: [Double] = [1, 2, 0, 1, -1, 1, 1, 2, 0, 1]

  /// Ten people with both answers, three with a baseline only, one with a follow-up only.
  private static let survey = findings(
    pairs(before, zip(before, changes).map { $0 + $1 }) + [
      ("x", "before", 7), ("y", "before", 8), ("z", "before", 2), ("z", "after", nil),
      ("w", "after", 9), (nil, "before", 1), ("v", nil, 5),
    ])

  @Test func `change is measured within the people with both answers`() throws {
    #expect(try Self.survey.value("outcomes/survey/score/baseline-mean") == 2.9)
    #expect(try Self.survey.value("outcomes/survey/score/follow-up-mean") == 3.7)
    let change = try Self.survey("outcomes/survey/score/mean-change")
    #expect(change.value == 0.8 && change.n == 10 && change.base == 10)
    // t.test() in R.
    #expect(change.limits?.isClose(0.142632368863729, 1.457367631136271) == true)
    #expect(change.p == Finding.rounded(0.0223671896805721))
    #expect(change.adjustedP == change.p && change.verdict == .clear)
    #expect(change.note == "self-report")
  }

  @Test func `better, the same and worse add up to everybody`() throws {
    let id = "outcomes/survey/score"
    #expect(try Self.survey.value("\(id)/better/count") == 7)
    #expect(try Self.survey.value("\(id)/same/count") == 2)
    #expect(try Self.survey.value("\(id)/worse/count") == 1)
    #expect(try Self.survey.value("\(id)/better/share-better") == 0.7)
    #expect(try Self.survey.value("\(id)/same/share-same") == 0.2)
    let worse = try Self.survey("\(id)/worse/share-worse")
    #expect(worse.value == 0.1 && worse.base == 10)
    #expect(worse.note == "a fall of at least 1")
    #expect(try Self.survey("\(id)/same/share-same").note == "a change of less than 1")
    #expect(try Self.survey("\(id)/better/share-better").note == "a rise of at least 1")
  }

  @Test func `who is not followed up stands beside the change`() throws {
    let id = "outcomes/survey/score/not-followed-up"
    #expect(try Self.survey.value("\(id)/count") == 3)
    let attrition = try Self.survey("\(id)/attrition")
    #expect(attrition.value == Finding.rounded(3.0 / 13) && attrition.base == 13)
    let difference = try Self.survey("\(id)/attrition-difference")
    #expect(difference.value == Finding.rounded(17.0 / 3 - 2.9) && difference.n == 3)
    // t.test() in R.
    #expect(difference.limits?.isClose(-4.80366053288554, 10.33699386621888) == true)
  }

  @Test func `a change of decimals counts as large as it is written`() throws {
    // As doubles, 4.1 - 3.1 is less than 1 and 0.3 - 0.1 less than 0.2.
    let found = Self.findings(Self.pairs([3.1, 4.1, 5.0], [4.1, 3.1, 5.9]))
    #expect(try found.value("outcomes/survey/score/better/count") == 1)
    #expect(try found.value("outcomes/survey/score/same/count") == 1)
    #expect(try found.value("outcomes/survey/score/worse/count") == 1)
  }

  @Test func `fewer than ten pairs are not tested`() throws {
    let found = Self.findings(Self.pairs([1, 2, 3, 4], [2, 2, 5, 5]))
    let change = try found("outcomes/survey/score/mean-change")
    #expect(change.value == 1 && change.limits != nil)
    #expect(change.p == nil && change.adjustedP == nil && change.verdict == .tooFew)
    #expect(!found.has("outcomes/survey/score/median-change"))
  }

  @Test func `one pair is too few for a mean`() throws {
    let found = Self.findings(Self.pairs([1], [2]))
    let change = try found("outcomes/survey/score/mean-change")
    #expect(change.value == nil && change.note == "too few people with both answers")
    let mean = try found("outcomes/survey/score/baseline-mean")
    #expect(mean.value == nil && mean.note == "too few answers")
    let size = try found("outcomes/survey/score/standardized-change")
    #expect(size.value == nil && size.note == "too few people with both answers")
    let attrition = try found("outcomes/survey/score/not-followed-up/attrition-difference")
    #expect(attrition.value == nil && attrition.note == "too few people to compare")
  }

  @Test func `a change that is the same for everybody is still a change`() throws {
    let before = (1...12).map(Double.init)
    let found = Self.findings(Self.pairs(before, before.map { $0 + 2 }))
    let change = try found("outcomes/survey/score/mean-change")
    #expect(change.value == 2 && change.limits == nil && change.p == nil)
    #expect(change.verdict == nil)
    #expect(change.note == "self-report; everybody changed by the same amount")
    #expect(try found("outcomes/survey/score/median-change").verdict == .clear)
    let size = try found("outcomes/survey/score/standardized-change")
    #expect(size.value == nil && size.note == "the changes hardly vary")
  }

  @Test func `answers that never vary have a mean without an interval`() throws {
    let same = [Double](repeating: 4, count: 12)
    let found = Self.findings(Self.pairs(same, same))
    let mean = try found("outcomes/survey/score/baseline-mean")
    #expect(mean.value == 4 && mean.limits == nil && mean.note == "all answers alike")
    let change = try found("outcomes/survey/score/mean-change")
    #expect(change.value == 0 && change.verdict == .noneSeen)
  }

  @Test func `the first answer of a person and wave is the one that counts`() throws {
    let found = Self.findings([
      ("a", "before", 1), ("a", "before", 9), ("a", "after", 2), ("a", "after", 8),
      ("b", "before", 1), ("b", "after", 3),
    ])
    #expect(try found.value("outcomes/survey/score/mean-change") == 1.5)
    #expect(try found.value("outcomes/survey/score/not-followed-up/count") == 0)
  }

  @Test func `groups are measured on their own`() throws {
    let found = Self.findings(
      [
        ("a", "before", 1), ("a", "after", 2), ("b", "before", 1), ("b", "after", 4),
        ("c", "before", 1), ("c", "after", 2),
      ], sites: ["north", "north", "south", "south", "north", "north"])
    #expect(try found.value("outcomes/survey/score/site=north/mean-change") == 1)
    #expect(try found.value("outcomes/survey/score/better/site=south/count") == 1)
    #expect(try found("outcomes/survey/score/mean-change").n == 3)
  }

  @Test func `37 promoters and 25 detractors of 90 are a net score of 13.3`() throws {
    let scores: [Double] =
      [Double](repeating: 9, count: 20) + [Double](repeating: 10, count: 17)
      + [Double](repeating: 7, count: 14) + [Double](repeating: 8, count: 14)
      + [Double](repeating: 6, count: 20) + [Double](repeating: 0, count: 5)
    let found = Self.findings(
      scores.map { (nil, "before", $0) } + [("a", "after", 10), ("b", "after", nil)],
      netScore: true)
    let score = try found("outcomes/survey/score/before/net-score")
    #expect(score.value == 13.3333333 && score.n == 90)
    // Wald's interval in R.
    #expect(score.limits?.isClose(-3.59148636845904, 30.2581530351257) == true)
    let few = try found("outcomes/survey/score/after/net-score")
    #expect(few.value == 100 && few.n == 1 && few.verdict == .tooFew)
  }

  @Test func `a wave that nobody answered has no net score`() throws {
    let found = Self.findings([("a", "before", 9)], netScore: true)
    let score = try found("outcomes/survey/score/after/net-score")
    #expect(score.value == nil && score.note == "nobody answered")
  }
}
