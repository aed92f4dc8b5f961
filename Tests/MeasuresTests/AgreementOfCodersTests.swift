import EvaluationData
import Foundation
import Measures
import Testing

/// Several coders, with references of R's own making (`Reference/coders.R`).
@Suite struct AgreementOfCodersTests {
  static let codes = ["rare", "middling", "common"]
  private static let asha = [
    "mc", "mc", "rc", "c", "mc", "", "mc", "r", "c", "mc", "c", "m", "c", "mc",
  ]
  private static let ben = [
    "mc", "c", "rc", "c", "mc", "m", "mc", "c", "c", "mc", "rc", "m", "", nil,
  ]
  private static let carol = [
    "mc", "m", "rc", "mc", "mc", "", "c", "r", "c", nil, "c", "m", "c", "mc",
  ]

  private static func column(_ name: String, _ rows: [String?]) -> Column {
    let chosen = rows.map { row in
      row.map { row in codes.filter { code in row.contains(code.first ?? "-") } }
    }
    return Column(
      name: Named(name, label: name.capitalized),
      cells: .choices(Tables.choices(codes, chosen, missing: .notAsked)))
  }

  private static func findings(_ coders: [(String, [String?])]) -> Findings {
    var spec = MeasureSpec()
    spec.agreement = [
      AgreementSpec(
        rules: nil,
        coders: coders.map {
          AgreementSpec.CodedByPeople(source: "double", form: .choices($0.0))
        }, minimumUses: 1)
    ]
    return Findings(spec, [Tables.table("double", coders.map { column($0.0, $0.1) })])
  }

  private static let reference: [String: [Double]] = {
    guard let url = Bundle.module.url(forResource: "Reference/coders", withExtension: "json"),
      let data = try? Data(contentsOf: url),
      let values = try? JSONDecoder().decode([String: [Double]].self, from: data)
    else { return [:] }
    return values
  }()

  private static func cases(_ set: String) -> [String] {
    reference.keys.filter { $0.hasPrefix("\(set)/") }.sorted()
  }

  private static func check(_ key: String, _ found: Findings, _ id: String) throws {
    let expected = try #require(reference[key])
    let finding = try found(id)
    let value = try #require(finding.value)
    let limits = try #require(finding.limits)
    // Numerical derivatives are good to nine digits, and so is what a finding keeps.
    for (mine, theirs) in zip([value, limits.lower, limits.upper], expected) {
      #expect(abs(mine - theirs) < 2e-8, "\(id): \(mine), not \(theirs)")
    }
  }

  @Test func `the reference has something for each of the comparisons`() {
    #expect(Self.cases("two").count == 17)
    #expect(Self.cases("three").count == 23)
    #expect(Self.cases("rules").count == 6)
  }

  @Test(arguments: cases("two")) func `two coders agree as R says`(_ key: String) throws {
    let found = Self.findings([
      ("asha", Array(Self.asha.prefix(13))), ("ben", Array(Self.ben.prefix(13))),
    ])
    try Self.check(key, found, Self.id(key, "asha-ben"))
  }

  @Test(arguments: cases("three")) func `three coders with gaps agree as R says`(
    _ key: String
  ) throws {
    let found = Self.findings([("asha", Self.asha), ("ben", Self.ben), ("carol", Self.carol)])
    try Self.check(key, found, Self.id(key, "3-coders"))
  }

  /// The id of a reference such as `two/rare/kappa`, or of all codes as `two/all-decisions/kappa`.
  private static func id(_ key: String, _ comparison: String) -> String {
    let parts = key.split(separator: "/").map(String.init)
    return codes.contains(parts[1])
      ? "agreement/double/\(comparison)/\(parts[1])/\(parts[2])"
      : "agreement/double/\(comparison)-\(parts[1])/\(parts[2])"
  }

  @Test(arguments: cases("rules")) func `rules over all codes find what R says`(
    _ key: String
  ) throws {
    guard case .choices(let rules) = Self.column("rules", Array(Self.asha.prefix(13))).cells else {
      return
    }
    var spec = MeasureSpec()
    spec.agreement = [
      AgreementSpec(
        rules: AgreementSpec.CodedByRules(source: "double", text: "text", id: nil),
        coders: [AgreementSpec.CodedByPeople(source: "double", form: .choices("ben"))],
        minimumUses: 1)
    ]
    let table = Tables.table("double", [Self.column("ben", Array(Self.ben.prefix(13)))])
    let found = Findings(
      spec, [table],
      coded: [CodedText(source: "double", column: "text", codes: rules, matches: [])])
    let parts = key.split(separator: "/").map(String.init)
    let id =
      parts[1] == "mean-of-codes" && parts[2] == "f1"
      ? "agreement/double/rules-ben/mean-f1"
      : "agreement/double/rules-ben-\(parts[1])/\(parts[2])"
    try Self.check(key, found, id)
  }

  @Test func `what the figures rest on is told`() throws {
    let found = Self.findings([("asha", Self.asha), ("ben", Self.ben), ("carol", Self.carol)])
    let alpha = try found("agreement/double/3-coders/rare/krippendorffs-alpha")
    #expect(alpha.base == 14 && alpha.method == .linearised && alpha.note == "")
    #expect(try found("agreement/double/3-coders/rare/fleiss-kappa").base == 12)
    let all = try found("agreement/double/3-coders-all-decisions/gwets-ac1")
    #expect(all.n == 14 && all.base == 42 && all.method == .jackknife)
    #expect(all.variable?.label == "All code decisions" && all.indicator?.label == "3 coders")
    #expect(
      try found("agreement/double/3-coders-mean-of-codes/gwets-ac1").note
        == "of 3 of 3 codes: those given to two responses or more, and not to all")
    #expect(
      found.problems.map(\.description) == [
        "double.csv: partly-coded: expected codes of 'Ben' for all 14 responses that were coded; "
          + "1 has none, first that at double.csv:15",
        "double.csv: partly-coded: expected codes of 'Carol' for all 14 responses that were coded; "
          + "1 has none, first that at double.csv:11",
      ])
  }

  @Test func `of three coders each pair is told too, over all codes`() throws {
    let all = Self.findings([("asha", Self.asha), ("ben", Self.ben), ("carol", Self.carol)])
    let pair = Self.findings([("asha", Self.asha), ("carol", Self.carol)])
    for statistic in ["percent-agreement", "kappa", "krippendorffs-alpha", "gwets-ac1"] {
      let one = try all("agreement/double/asha-carol-pair/\(statistic)")
      let other = try pair("agreement/double/asha-carol-all-decisions/\(statistic)")
      #expect(one.value == other.value && one.limits == other.limits && one.base == other.base)
    }
    #expect(all.has("agreement/double/ben-carol-pair/kappa"))
    #expect(!all.has("agreement/double/asha-carol-mean-of-codes/kappa"))
  }

  @Test func `responses that one person alone coded are told, and do not count`() throws {
    let found = Self.findings([("asha", ["m", "m", "", "m"]), ("ben", ["m", nil, "", nil])])
    let agreement = try found("agreement/double/asha-ben/middling/percent-agreement")
    #expect(agreement.base == 2 && agreement.value == 1)
    #expect(
      agreement.note == "of the 4 responses that somebody coded, those that two or more coded")
  }

  @Test func `full agreement has no interval of its own, and a code that nobody gave no kappa`()
    throws
  {
    let found = Self.findings([("asha", ["m", "m", "", ""]), ("ben", ["m", "m", "", ""])])
    let kappa = try found("agreement/double/asha-ben/middling/kappa")
    #expect(kappa.value == 1 && kappa.limits == nil)
    #expect(kappa.note == "all agree, which leaves no interval")
    let alpha = try found("agreement/double/asha-ben/rare/krippendorffs-alpha")
    #expect(alpha.value == nil)
    #expect(alpha.note == "both gave the same answer throughout: kappa is 0/0")
    #expect(try found.value("agreement/double/asha-ben/rare/gwets-ac1") == 1)
    #expect(try found.value("agreement/double/asha-ben/rare/prevalence") == 0)
  }

  @Test func `the order of coders and of responses changes no coefficient`() throws {
    let coders = [("asha", Self.asha), ("ben", Self.ben), ("carol", Self.carol)]
    let one = Self.findings(coders)
    let other = Self.findings(coders.reversed().map { ($0.0, $0.1.reversed()) })
    for finding in one.all where finding.id.hasPrefix("agreement/double/3-coders") {
      let same = try other(finding.id)
      #expect(same.value == finding.value && same.limits == finding.limits, "\(finding.id)")
    }
  }
}
