import EvaluationData
import Measures
import Testing

@Suite struct CodingTests {
  @Test func `codes are counted over the responses with a text, by group too`() throws {
    let table = Tables.table(
      "cards",
      [
        Tables.text("comment", ["a", "b", nil, "d", "e", "f"]),
        Tables.category(
          "site", ["north", "south"], ["north", "north", "north", "south", nil, "south"]),
      ])
    let codes = Tables.choices(
      ["wait", "kind"], [["wait"], ["wait", "kind"], nil, [], ["kind"], ["kind"]])
    var spec = MeasureSpec()
    spec.coding = [
      CodeFrequencySpec(
        source: "cards", text: "comment", by: [Attribute(source: "cards", column: "site")])
    ]
    let coded = CodedText(source: "cards", column: "comment", codes: codes, matches: [])
    let found = Findings(spec, [table], coded: [coded])
    let share = try found("coding/cards/comment/wait/share")
    #expect(share.value == 0.4 && share.base == 5)
    #expect(try found.value("coding/cards/comment/kind/count") == 3)
    #expect(try found.value("coding/cards/comment-coded/count") == 4)
    #expect(try found.value("coding/cards/comment-coded/share") == 0.8)
    let north = try found("coding/cards/comment/kind/site=north/share")
    #expect(north.value == 0.5 && north.base == 2)
    let south = try found("coding/cards/comment/wait/site=south/count")
    #expect(south.value == 0 && south.base == 2)
  }

  @Test func `codes beyond the sixty-fourth are counted`() throws {
    let names = (0..<70).map { "code\($0)" }
    let table = Tables.table("cards", [Tables.text("comment", ["a", "b"])])
    let codes = Tables.choices(names, [["code0", "code69"], ["code69"]])
    var spec = MeasureSpec()
    spec.coding = [CodeFrequencySpec(source: "cards", text: "comment", by: [])]
    let coded = CodedText(source: "cards", column: "comment", codes: codes, matches: [])
    let found = Findings(spec, [table], coded: [coded])
    #expect(try found.value("coding/cards/comment/code69/count") == 2)
    #expect(try found.value("coding/cards/comment/code0/count") == 1)
    #expect(try found.value("coding/cards/comment/code5/count") == 0)
  }

  @Test func `a month has the share of its own answers up to the as-of date`() throws {
    let table = Tables.table(
      "fft",
      [
        Tables.date("date", [0, 30, 31, 31, 32, 400, nil, 3]),
        Tables.category(
          "rating", ["good", "fair", "poor"],
          ["good", "poor", "good", "fair", nil, "good", "good", "fair"]),
      ])
    var spec = MeasureSpec()
    spec.trend = [
      TrendSpec(source: "fft", date: "date", variable: "rating", levels: ["good", "fair"])
    ]
    let found = Findings(spec, [table])
    let january = try found("trend/fft/rating-positive/2010-01/share")
    #expect(january.value == Finding.rounded(2.0 / 3) && january.base == 3)
    #expect(january.indicator?.label == "Good or Fair" && january.verdict == .tooFew)
    let february = try found("trend/fft/rating-positive/2010-02/share")
    #expect(february.value == 1 && february.base == 2)
    #expect(found.all.count { $0.measure == .trend && $0.statistic == .share } == 2)
  }

  @Test func `rows loaded and rows used are the organisation's own facts`() throws {
    let rows = Tables.table("cards", [Tables.text("comment", ["a", "b"])])
    let table = Table(
      name: rows.name, columns: rows.columns, addresses: rows.addresses, loadedRows: 3)
    let found = Findings(MeasureSpec(), [table])
    let loaded = try found("data-quality/cards/rows-loaded/count")
    #expect(loaded.value == 3 && loaded.subject == .organisation)
    let used = try found("data-quality/cards/rows-used/count")
    #expect(used.value == 2 && used.base == 3)
  }
}
