import EvaluationData
import Measures
import Testing

@Suite struct MeasureTests {
  private static func findings(_ programme: Programme) -> Findings {
    Findings(Programme.spec, programme.tables, coded: [programme.coded])
  }

  @Test(arguments: 1...12)
  func `the order of the rows changes no finding`(_ seed: Int) {
    var programme = Programme(seed: UInt64(seed))
    let before = Self.findings(programme)
    programme.shuffle()
    let after = Self.findings(programme)
    #expect(before.all.count > 300)
    #expect(before.all.map(\.id) == after.all.map(\.id))
    for (first, second) in zip(before.all, after.all) where first != second {
      Issue.record("\(first.id): \(first.value ?? .nan) became \(second.value ?? .nan)")
    }
  }

  @Test(arguments: 1...12)
  func `ids are unique and well formed`(_ seed: Int) {
    let findings = Self.findings(Programme(seed: UInt64(seed))).all
    #expect(Set(findings.map(\.id)).count == findings.count)
    for finding in findings {
      #expect(finding.id.wholeMatch(of: /[a-z0-9-]+(\/[a-z0-9=-]+)+/) != nil, "\(finding.id)")
      #expect(finding.id.hasPrefix(finding.measure.rawValue + "/"))
      #expect(finding.id.hasSuffix("/" + finding.statistic.rawValue))
    }
  }

  @Test(arguments: 1...12)
  func `no number of a finding is NaN, and none lies outside its range`(_ seed: Int) {
    for finding in Self.findings(Programme(seed: UInt64(seed))).all {
      let numbers = [
        finding.value, finding.limits?.lower, finding.limits?.upper, finding.p, finding.adjustedP,
      ]
      #expect(numbers.allSatisfy { $0?.isFinite ?? true }, "\(finding.id)")
      #expect((finding.value == nil) == (finding.status == .notAvailable), "\(finding.id)")
      #expect(finding.value != nil || !finding.note.isEmpty, "\(finding.id)")
      if finding.statistic.unit == .share, let value = finding.value {
        #expect((0...1).contains(value), "\(finding.id)")
      }
      if let limits = finding.limits, let value = finding.value {
        #expect(limits.lower <= value && value <= limits.upper, "\(finding.id)")
      }
      if let p = finding.p, let adjusted = finding.adjustedP {
        #expect(p > 0 && p <= adjusted && adjusted <= 1, "\(finding.id)")
      }
      #expect((finding.p == nil) == (finding.adjustedP == nil), "\(finding.id)")
    }
  }

  @Test func `the findings of the groups add up to those of everybody`() throws {
    var programme = Programme(seed: 99)
    programme.shuffle()
    let found = Self.findings(programme)
    for level in ["better", "same", "worse"] {
      let id = "outcomes/survey/trust/\(level)"
      let parts = try ["north", "south", "east"].map { site in
        try #require(try found.value("\(id)/site=\(site)/count"))
      }
      #expect(parts.reduce(0, +) == (try found.value("\(id)/count")))
    }
  }

  @Test func `nothing asked gives the size of the sources and their gaps only`() {
    let found = Findings(MeasureSpec(), Programme(seed: 1).tables)
    #expect(found.problems.isEmpty)
    #expect(Set(found.all.map(\.measure)) == [.dataQuality])
  }
}
