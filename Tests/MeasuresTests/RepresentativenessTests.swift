import EvaluationData
import Measures
import Testing

@Suite struct RepresentativenessTests {
  private static func members(_ counts: [(level: String?, count: Int)]) -> [String?] {
    counts.flatMap { [String?](repeating: $0.level, count: $0.count) }
  }

  private static func population(
    _ rows: [(level: String, people: Double)], variable: String = "ethnicity"
  ) -> Table {
    Tables.table(
      "population",
      [
        Tables.text("variable", rows.map { _ in variable }),
        Tables.text("level", rows.map(\.level)), Tables.number("people", rows.map(\.people)),
      ])
  }

  private static func spec(leftOut: Set<String> = [], by: String? = nil) -> MeasureSpec {
    var spec = MeasureSpec()
    spec.representativeness = [
      RepresentativenessSpec(
        source: "members", variables: ["ethnicity"], leftOut: ["ethnicity": leftOut], by: by,
        margins: MarginSpec(
          source: "population", variable: "variable", level: "level", people: "people",
          group: by))
    ]
    return spec
  }

  private static func findings(
    _ counts: [(level: String?, count: Int)], leftOut: Set<String> = [],
    population rows: [(level: String, people: Double)] = [("White", 500), ("asian", 500)],
    levels: [String] = ["white", "asian"]
  ) -> Findings {
    let table = Tables.table(
      "members", [Tables.category("ethnicity", levels, members(counts))])
    return Findings(spec(leftOut: leftOut), [table, population(rows)])
  }

  @Test func `counts, shares, gaps and ratios are those worked by hand`() throws {
    let found = Self.findings([("white", 14), ("asian", 6)])
    let count = try found("representativeness/members/ethnicity/white/count")
    #expect(count.value == 14 && count.n == 20 && count.base == 20)
    let share = try found("representativeness/members/ethnicity/white/share")
    #expect(share.value == 0.7 && share.base == 20 && share.method == .wilson)
    // Wilson's formula in R.
    #expect(share.limits?.isClose(0.481027181646477, 0.854522755132396) == true)
    let target = try found("representativeness/members/ethnicity/white/target-share")
    #expect(target.value == 0.5 && target.subject == .organisation && target.n == nil)
    let gap = try found("representativeness/members/ethnicity/white/gap")
    #expect(gap.value == 0.2)
    #expect(gap.limits?.isClose(-0.018972818353523, 0.354522755132396) == true)
    #expect(try found.value("representativeness/members/ethnicity/white/ratio") == 1.4)
    #expect(try found.value("representativeness/members/ethnicity/asian/ratio") == 0.6)
    #expect(try found.value("representativeness/members/ethnicity/dissimilarity") == 0.2)
  }

  @Test func `gaps are tested exactly and adjusted by Holm`() throws {
    let found = Self.findings([("white", 14), ("asian", 6)])
    let gap = try found("representativeness/members/ethnicity/asian/gap")
    // binom.test(14, 20): 120920 of 1048576 outcomes.
    #expect(gap.p == 0.115318298)
    #expect(gap.adjustedP == 0.230636597)
    let fit = try found("representativeness/members/ethnicity/fit")
    #expect(fit.value == 0.115318298 && fit.p == 0.115318298)
    #expect(fit.method == .exactMultinomial && fit.verdict == .noneSeen)
  }

  @Test(arguments: [
    // All from one half: certain, uncertain but large, just large enough, small, too few.
    (20, 0, Verdict.clear), (14, 6, .possible), (12, 8, .possible), (11, 9, .noneSeen),
    (10, 10, .noneSeen), (5, 5, .noneSeen),
    // The exact test says 0.051, the interval leaves 0 out; one fewer, and it does not.
    (220, 180, .possible), (219, 181, .noneSeen), (9, 0, .tooFew), (5, 4, .tooFew),
  ])
  func `the verdict follows test, size and base`(
    _ white: Int, _ asian: Int, _ verdict: Verdict
  ) throws {
    let found = Self.findings([("white", white), ("asian", asian)])
    let gap = try found("representativeness/members/ethnicity/white/gap")
    #expect(gap.verdict == verdict)
    #expect((gap.p == nil) == (verdict == .tooFew))
  }

  @Test func `a difference that Holm's adjustment does not leave is possible`() throws {
    // Of 20 with one third expected: p is 0.0376, twice in a family of three.
    let found = Self.findings(
      [("white", 11), ("asian", 7), ("black", 2)],
      population: [("white", 1), ("asian", 1), ("black", 1)], levels: ["white", "asian", "black"])
    let gap = try found("representativeness/members/ethnicity/black/gap")
    let p = try #require(gap.p)
    let adjusted = try #require(gap.adjustedP)
    #expect(p < 0.05 && adjusted > 0.05)
    #expect(gap.verdict == .possible)
  }

  @Test func `below ten nothing is tested, below five a share is too few to read`() throws {
    let few = Self.findings([("white", 2), ("asian", 2)])
    #expect(try few("representativeness/members/ethnicity/white/share").verdict == .tooFew)
    #expect(!few.has("representativeness/members/ethnicity/fit"))
    let enough = Self.findings([("white", 2), ("asian", 3)])
    #expect(try enough("representativeness/members/ethnicity/white/share").verdict == nil)
  }

  @Test func `those who did not say are a row of their own, of everybody`() throws {
    let found = Self.findings([("white", 14), ("asian", 6), (nil, 5)])
    #expect(try found("representativeness/members/ethnicity/white/share").base == 20)
    let share = try found("representativeness/members/ethnicity/not-stated/share")
    #expect(share.value == 0.2 && share.base == 25)
    #expect(share.note == "of everybody; the other rows are shares of those who stated it")
    #expect(try found.value("representativeness/members/ethnicity/not-stated/count") == 5)
    let stated = Self.findings([("white", 14), ("asian", 6)])
    #expect(!stated.has("representativeness/members/ethnicity/not-stated/count"))
  }

  @Test func `levels that are left out are in no base but that of everybody`() throws {
    let found = Self.findings(
      [("white", 14), ("asian", 6), ("carer", 4), (nil, 1)], leftOut: ["carer"],
      levels: ["white", "asian", "carer"])
    #expect(found.problems.isEmpty)
    #expect(!found.has("representativeness/members/ethnicity/carer/count"))
    #expect(try found.value("representativeness/members/ethnicity/white/share") == 0.7)
    #expect(try found("representativeness/members/ethnicity/not-stated/share").base == 25)
  }

  @Test func `nobody gives shares that are not available`() throws {
    let found = Self.findings([(nil, 3)])
    let share = try found("representativeness/members/ethnicity/white/share")
    #expect(share.value == nil && share.status == .notAvailable && share.base == 0)
    #expect(share.note == "nobody to take the share of")
    #expect(!found.has("representativeness/members/ethnicity/white/gap"))
  }

  @Test func `a level without a population figure is a problem and compared with nothing`() throws {
    let found = Self.findings(
      [("white", 14), ("asian", 6)], population: [("white", 500)])
    #expect(
      found.problems.map(\.description) == [
        "population.csv: missing-margin: expected a row for ethnicity: Asian"
      ])
    #expect(try found.value("representativeness/members/ethnicity/asian/share") == 0.3)
    #expect(!found.has("representativeness/members/ethnicity/asian/gap"))
    #expect(!found.has("representativeness/members/ethnicity/dissimilarity"))
  }

  @Test func `a population figure for an unknown group is a problem with its line`() {
    let found = Self.findings(
      [("white", 14), ("asian", 6)],
      population: [("white", 500), ("asian", 400), ("Asain", 100)])
    #expect(
      found.problems.map(\.description) == [
        "population.csv:4: unknown-margin: expected one of White, Asian"
      ])
  }

  @Test func `each group is compared with its own population`() throws {
    let table = Tables.table(
      "members",
      [
        Tables.category(
          "ethnicity", ["white", "asian"], ["white", "white", "asian", "asian", "asian"]),
        Tables.category("site", ["north", "south"], ["north", "south", "south", "south", nil]),
      ])
    let population = Tables.table(
      "population",
      [
        Tables.text("variable", ["Ethnicity", "ethnicity", "ethnicity", "ethnicity"]),
        Tables.text("level", ["white", "asian", "white", "asian"]),
        Tables.number("people", [90, 10, 30, 70]),
        Tables.category("site", ["south", "north"], ["north", "north", "south", "south"]),
      ])
    let found = Findings(Self.spec(by: "site"), [table, population])
    let id = "representativeness/members/ethnicity/white"
    #expect(try found.value("\(id)/target-share") == 0.6)
    #expect(try found.value("\(id)/site=north/target-share") == 0.9)
    #expect(try found.value("\(id)/site=south/target-share") == 0.3)
    #expect(try found.value("\(id)/share") == 0.4)
    #expect(try found.value("\(id)/site=north/share") == 1)
    #expect(try found.value("\(id)/site=south/count") == 1)
    #expect(try found("\(id)/site=south/share").base == 3)
  }
}
