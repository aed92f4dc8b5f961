import Statistics
import Testing

@Suite struct VarianceExplainedTests {
  struct Case: NamedCase {
    let name: String
    let groups: [[Double]]
    let estimate: Double
    let limits: [Double]
    let omegaSquared: Double
    let epsilonSquared: Double
  }

  @Test(arguments: try referenceCases("variance-explained", as: Case.self))
  func `agrees with R's noncentral F`(_ reference: Case) throws {
    let explained = try VarianceExplained(reference.groups, level: 0.9)
    #expect(explained.etaSquared.estimate.isClose(to: reference.estimate))
    #expect(abs(explained.etaSquared.lower - reference.limits[0]) < 1e-8)
    #expect(abs(explained.etaSquared.upper - reference.limits[1]) < 1e-8)
    #expect(explained.omegaSquared.estimate.isClose(to: reference.omegaSquared))
    #expect(explained.epsilonSquared.estimate.isClose(to: reference.epsilonSquared))
  }

  @Test func `the lower limit leaves zero exactly when the test rejects`() throws {
    for shift in stride(from: 0.0, through: 4, by: 0.25) {
      let groups = [[1.0, 2, 4, 3], [2.0, 3, 1, 5].map { $0 + shift }, [2.0, 4, 3, 1]]
      let test = try OneWayANOVA(groups)
      let explained = try VarianceExplained(groups, level: 0.9)
      #expect((explained.etaSquared.lower > 0) == (test.pValue < 0.05))
    }
  }

  @Test func `a corrected share below zero is given as zero`() throws {
    let explained = try VarianceExplained([[1, 2, 3], [1.1, 2, 3], [1, 2, 3.1]])
    #expect(explained.omegaSquared.estimate == 0)
    #expect(explained.omegaSquared.lower == 0)
    #expect(explained.etaSquared.estimate > 0)
  }
}
