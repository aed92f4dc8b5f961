import EvaluationData
import Measures
import Testing

@Suite struct CodesByAttributeTests {
  /// Of 20 cards from the north 15 say kind and 8 wait, of 30 from the south 9 and 3, and of
  /// those without a site 1 kind.
  private static func cards(withoutSite: Int) -> (table: Table, coded: CodedText) {
    var sites: [String?] = []
    var codes: [[String]] = []
    func add(_ site: String?, _ count: Int, kind: Int, wait: Int) {
      for number in 0..<count {
        sites.append(site)
        codes.append(
          (number < kind ? ["kind"] : []) + (number >= count - wait ? ["wait"] : []))
      }
    }
    add("north", 20, kind: 15, wait: 8)
    add("south", 30, kind: 9, wait: 3)
    add(nil, withoutSite, kind: min(1, withoutSite), wait: 0)
    let table = Tables.table(
      "cards",
      [
        Tables.text("comment", sites.map { _ in "a" }),
        Tables.category("site", ["north", "south", "east"], sites),
        Tables.text("member", sites.indices.map { $0 % 2 == 0 ? "p\($0)" : nil }),
      ])
    let coded = CodedText(
      source: "cards", column: "comment", codes: Tables.choices(["kind", "wait"], codes),
      matches: [])
    return (table, coded)
  }

  private static func findings(withoutSite: Int) -> Findings {
    let (table, coded) = cards(withoutSite: withoutSite)
    var spec = MeasureSpec()
    spec.coding = [
      CodeFrequencySpec(
        source: "cards", text: "comment",
        by: [Attribute(source: "cards", column: "site")])
    ]
    return Findings(spec, [table], coded: [coded])
  }

  private func isClose(_ value: Double?, _ expected: Double) -> Bool {
    abs((value ?? .nan) - expected) <= 5.1e-9 * abs(expected)
  }

  /// Limits and p-values from R 4.2.2: Newcombe's formula on Wilson limits, `prop.test` without
  /// correction, `fisher.test`, `p.adjust`.
  @Test func `where two levels are everybody, each is the rest of the other`() throws {
    let found = Self.findings(withoutSite: 0)
    let kind = try found("coding/cards/comment/kind/site=north/difference")
    #expect(isClose(kind.value, 0.45) && kind.base == 20)
    #expect(kind.limits?.isClose(0.167538583877, 0.642002821367) == true)
    #expect(isClose(kind.p, 0.00180735278358) && isClose(kind.adjustedP, 0.00361470556715))
    #expect(kind.verdict == .clear)
    // Fewer than 5 are expected: Fisher's test. Two tests make the family, not four.
    let wait = try found("coding/cards/comment/wait/site=north/difference")
    #expect(wait.limits?.isClose(0.0607660249769, 0.5232143148831) == true)
    #expect(isClose(wait.p, 0.017263030709) && isClose(wait.adjustedP, 0.01726303070899))
    let south = try found("coding/cards/comment/wait/site=south/difference")
    #expect(isClose(south.value, -0.3) && south.adjustedP == wait.adjustedP)
  }

  @Test func `the rest are all others, also those without a level`() throws {
    let found = Self.findings(withoutSite: 5)
    let north = try found("coding/cards/comment/kind/site=north/difference")
    #expect(north.limits?.isClose(0.190423208933, 0.648882378306) == true)
    #expect(isClose(north.p, 0.000879499991094) && isClose(north.adjustedP, 0.00351799996438))
    let south = try found("coding/cards/comment/kind/site=south/difference")
    #expect(south.limits?.isClose(-0.5463875477942, -0.0756001688243) == true)
    #expect(isClose(south.p, 0.011685318919739) && isClose(south.adjustedP, 0.03380434574821))
    let wait = try found("coding/cards/comment/wait/site=north/difference")
    #expect(isClose(wait.p, 0.011268115249404))
    let last = try found("coding/cards/comment/wait/site=south/difference")
    #expect(isClose(last.p, 0.0422540206544) && isClose(last.adjustedP, 0.04225402065442))
  }

  @Test func `the groups and those without a level add up to everybody`() throws {
    let found = Self.findings(withoutSite: 5)
    for code in ["kind", "wait"] {
      let all = try found("coding/cards/comment/\(code)/count")
      let parts = found.all.filter {
        $0.statistic == .count && $0.level?.name == code && $0.group != nil
      }
      #expect(parts.map { $0.group?.name } == ["north", "south", "east", "not-stated"])
      #expect(parts.compactMap(\.value).reduce(0, +) == all.value)
      #expect(parts.compactMap(\.base).reduce(0, +) == all.base)
    }
    #expect(!Self.findings(withoutSite: 0).has("coding/cards/comment/kind/site=not-stated/count"))
  }

  @Test func `a level of nobody is compared with nothing, and so is nobody without a level`() {
    let found = Self.findings(withoutSite: 5)
    #expect(!found.has("coding/cards/comment/kind/site=east/difference"))
    #expect(!found.has("coding/cards/comment/kind/site=not-stated/difference"))
  }

  @Test func `a small side is too few to test, and what nobody said is not tested`() throws {
    let table = Tables.table(
      "cards",
      [
        Tables.text("comment", [String](repeating: "a", count: 29)),
        Tables.category(
          "site", ["north", "south"],
          [String](repeating: "north", count: 20) + [String](repeating: "south", count: 9)),
      ])
    let codes = Tables.choices(
      ["kind", "never"], (0..<29).map { $0 < 10 ? ["kind"] : [] })
    var spec = MeasureSpec()
    spec.coding = [
      CodeFrequencySpec(
        source: "cards", text: "comment", by: [Attribute(source: "cards", column: "site")])
    ]
    let coded = CodedText(source: "cards", column: "comment", codes: codes, matches: [])
    let kind = try Findings(spec, [table], coded: [coded])(
      "coding/cards/comment/kind/site=north/difference")
    #expect(kind.p == nil && kind.verdict == .tooFew && kind.limits != nil)
    let never = try Findings(spec, [table], coded: [coded])(
      "coding/cards/comment/never/site=north/difference")
    #expect(never.value == 0 && never.p == nil)
  }

  @Test func `a column of the register is found by the person of each row`() throws {
    let (table, coded) = Self.cards(withoutSite: 0)
    let register = Tables.table(
      "members",
      [
        Tables.text("id", ["p0", "p2", "p49", "p0"]),
        Tables.category("age", ["old", "young"], ["old", "young", "old", "young"]),
      ])
    var spec = MeasureSpec()
    spec.coding = [
      CodeFrequencySpec(
        source: "cards", text: "comment",
        by: [Attribute(source: "members", column: "age")])
    ]
    let found = measure(
      MeasureInput(
        tables: [table, register], coded: [coded], asOf: Tables.day(0), seed: 1,
        persons: ["cards": "member", "members": "id"]), as: spec
    ).findings
    func base(_ level: String) -> Int? {
      found.first { $0.id == "coding/cards/comment/kind/age=\(level)/count" }?.base
    }
    // The first row of a person counts; p49 is on no card.
    #expect(base("old") == 1 && base("young") == 1 && base("not-stated") == 48)
  }

  @Test func `codes stand before their parts, and a part names its whole`() throws {
    let table = Tables.table("cards", [Tables.text("comment", ["a", "b", "c"])])
    var coded = CodedText(
      source: "cards", column: "comment",
      codes: Tables.choices(["bus", "money", "travel"], [["bus"], ["money"], []]), matches: [])
    coded.parents = [2, nil, nil]
    var spec = MeasureSpec()
    spec.coding = [CodeFrequencySpec(source: "cards", text: "comment", by: [])]
    let found = Findings(spec, [table], coded: [coded])
    let counts = found.all.filter { $0.measure == .coding && $0.statistic == .count }
    #expect(counts.compactMap { $0.level?.name } == ["money", "travel", "bus"])
    #expect(counts.last?.partOf == ["coding/cards/comment/travel"])
    #expect(try found.value("coding/cards/comment/travel/count") == 1)
  }
}
