import EvaluationData
import Measures
import Testing

@Suite struct CodePairsTests {
  private static func findings(
    _ codes: [String], _ rows: [[String]?], parents: [Int?] = []
  ) -> Findings {
    let table = Tables.table("cards", [Tables.text("comment", rows.map { $0 == nil ? nil : "a" })])
    var coded = CodedText(
      source: "cards", column: "comment", codes: Tables.choices(codes, rows), matches: [])
    coded.parents = parents
    var spec = MeasureSpec()
    var frequencies = CodeFrequencySpec(source: "cards", text: "comment", by: [])
    frequencies.coOccurrence = true
    spec.coding = [frequencies]
    return Findings(spec, [table], coded: [coded])
  }

  /// 28 of 254 have the first, 24 the second, 5 both.
  private static let rows: [[String]?] =
    (0..<254).map { ($0 < 28 ? ["heard"] : []) + ($0 >= 23 && $0 < 47 ? ["change"] : []) } + [nil]

  @Test func `a pair has its count, the overlap and the lift, with limits`() throws {
    let found = Self.findings(["heard", "change"], Self.rows)
    let cell = "coding/cards/comment-with-change/heard"
    let count = try found("\(cell)/count")
    #expect(count.value == 5 && count.base == 254)
    let overlap = try found("\(cell)/jaccard")
    #expect(overlap.value == Finding.rounded(5.0 / 47) && overlap.base == 47)
    // Wilson's limits of 5 of 47, and those of the reference in lift.json.
    #expect(overlap.limits?.isClose(0.0463047822, 0.225942693) == true)
    let lift = try found("\(cell)/lift")
    #expect(lift.value == Finding.rounded(1.88988095238095))
    #expect(lift.limits?.isClose(0.923319537767318, 3.86827080775195) == true)
    // fisher.test(matrix(c(5, 23, 19, 207), 2)) of R 4.2.2; one test is its own family.
    let p = try #require(lift.p)
    #expect(abs(p - 0.159229176837) < 1e-9 && lift.adjustedP == p && lift.verdict == .noneSeen)
    #expect(lift.derivedFrom == ["coding/cards/comment/heard", "coding/cards/comment/change"])
  }

  @Test func `what never stands together is counted, without limits of its lift`() throws {
    let found = Self.findings(["a", "b"], [["a"], ["b"], [], ["b"]])
    #expect(try found.value("coding/cards/comment-with-b/a/count") == 0)
    let lift = try found("coding/cards/comment-with-b/a/lift")
    #expect(lift.value == 0 && lift.limits == nil && lift.p == nil && lift.verdict == .tooFew)
  }

  @Test func `codes that nobody has get no overlap and no lift`() {
    let found = Self.findings(["a", "b"], [[], []])
    #expect(found.has("coding/cards/comment-with-b/a/count"))
    #expect(!found.has("coding/cards/comment-with-b/a/jaccard"))
    #expect(!found.has("coding/cards/comment-with-b/a/lift"))
  }

  @Test func `a code and its part are no pair, and a pair of parts belongs to that of the whole`()
    throws
  {
    let found = Self.findings(
      ["travel", "bus", "tea"], [["bus", "tea"], ["bus"], ["travel", "tea"], []],
      parents: [nil, 0, nil])
    #expect(!found.has("coding/cards/comment-with-bus/travel/count"))
    #expect(try found.value("coding/cards/comment-with-tea/travel/count") == 2)
    let part = try found("coding/cards/comment-with-tea/bus/count")
    #expect(part.value == 1)
    #expect(
      part.partOf == [
        "coding/cards/comment/bus", "coding/cards/comment/tea",
        "coding/cards/comment-with-tea/travel",
      ])
  }

  @Test func `nothing of it is reported unless asked for`() {
    let table = Tables.table("cards", [Tables.text("comment", ["a"])])
    var spec = MeasureSpec()
    spec.coding = [CodeFrequencySpec(source: "cards", text: "comment", by: [])]
    let coded = CodedText(
      source: "cards", column: "comment", codes: Tables.choices(["a", "b"], [["a", "b"]]),
      matches: [])
    #expect(!Findings(spec, [table], coded: [coded]).all.contains { $0.statistic == .lift })
  }
}
