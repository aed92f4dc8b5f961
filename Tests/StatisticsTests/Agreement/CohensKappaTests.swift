import Statistics
import Testing

@Suite struct CohensKappaTests {
  struct Case: NamedCase {
    let name: String
    let table: [[Int]]
    let agreed: Int
    let count: Int
    let kappa: Double
    let standardError: Double
    let lower: Double
    let upper: Double
  }

  @Test(arguments: try referenceCases("cohens-kappa", as: Case.self))
  func `agrees with the delta method carried out numerically`(_ reference: Case) throws {
    let agreement = try CohensKappa(table: reference.table)
    #expect(agreement.count == reference.count)
    #expect(
      agreement.percentAgreement.estimate
        == Double(reference.agreed) / Double(reference.count))
    #expect(agreement.kappa.estimate.isClose(to: reference.kappa))
    // The numerical derivatives of the reference are good to ten digits.
    #expect(agreement.standardError.isClose(to: reference.standardError, relative: 1e-9))
    #expect(agreement.kappa.lower.isClose(to: reference.lower, relative: 1e-9))
    #expect(agreement.kappa.upper.isClose(to: reference.upper, relative: 1e-9))
  }

  struct PackageCase: NamedCase {
    let name: String
    let table: [[Int]]
    let kappa: Double
    let standardError: Double
  }

  @Test(arguments: try referenceCases("cohens-kappa-vcd", as: PackageCase.self))
  func `agrees with R's vcd`(_ reference: PackageCase) throws {
    let agreement = try CohensKappa(table: reference.table)
    #expect(agreement.kappa.estimate.isClose(to: reference.kappa))
    #expect(agreement.standardError.isClose(to: reference.standardError))
  }

  struct WeightedCase: NamedCase {
    let name: String
    let table: [[Int]]
    let weights: AgreementWeights
    let kappa: Double
    let standardError: Double
  }

  @Test(arguments: try referenceCases("weighted-kappa", as: WeightedCase.self))
  func `agrees with the weights of R's vcd`(_ reference: WeightedCase) throws {
    let agreement = try CohensKappa(table: reference.table, weights: reference.weights)
    #expect(agreement.weights == reference.weights)
    #expect(agreement.kappa.estimate.isClose(to: reference.kappa))
    #expect(agreement.standardError.isClose(to: reference.standardError))
  }

  @Test(arguments: AgreementWeights.allCases)
  func `weights make no difference between two categories`(_ weights: AgreementWeights) throws {
    let plain = try CohensKappa(table: [[20, 5], [10, 15]])
    let weighted = try CohensKappa(table: [[20, 5], [10, 15]], weights: weights)
    #expect(plain.kappa == weighted.kappa)
  }

  @Test func `swapping the raters or reordering the categories changes nothing`() throws {
    let kappa = try CohensKappa(table: [[44, 5, 1], [7, 20, 3], [9, 5, 6]])
    let swapped = try CohensKappa(table: [[44, 7, 9], [5, 20, 5], [1, 3, 6]])
    let reordered = try CohensKappa(table: [[6, 5, 9], [3, 20, 7], [1, 5, 44]])
    for other in [swapped, reordered] {
      #expect(kappa.kappa.estimate.isClose(to: other.kappa.estimate))
      #expect(kappa.standardError.isClose(to: other.standardError))
    }
  }

  @Test func `tables without a kappa are refused`() {
    #expect(throws: SampleError.oneCategory) { try CohensKappa(table: [[12, 0], [0, 0]]) }
    #expect(throws: SampleError.oneCategory) { try CohensKappa(table: [[3]]) }
    #expect(throws: SampleError.tooFewObservations(required: 1, found: 0)) {
      try CohensKappa(table: [[0, 0], [0, 0]])
    }
    #expect(throws: SampleError.tableNotSquare(row: 1, expected: 2, found: 3)) {
      try CohensKappa(table: [[1, 2], [1, 2, 3]])
    }
    #expect(throws: SampleError.negativeCount(index: 2)) {
      try CohensKappa(table: [[1, 2], [-1, 3]])
    }
  }
}
