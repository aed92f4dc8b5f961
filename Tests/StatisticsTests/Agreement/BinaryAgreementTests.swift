import Statistics
import Testing

@Suite struct BinaryAgreementTests {
  struct Case: NamedCase {
    let name: String
    let truePositives: Int
    let falsePositives: Int
    let falseNegatives: Int
    let trueNegatives: Int
    let precision: Double
    let recall: Double
    let f1: Double
    let lower: Double
    let upper: Double
  }

  @Test(arguments: try referenceCases("binary-agreement", as: Case.self))
  func `agrees with 40-digit arithmetic`(_ reference: Case) throws {
    let agreement = try BinaryAgreement(
      truePositives: reference.truePositives, falsePositives: reference.falsePositives,
      falseNegatives: reference.falseNegatives, trueNegatives: reference.trueNegatives)
    let f1 = try #require(agreement.f1)
    #expect(try #require(agreement.precision).estimate.isClose(to: reference.precision))
    #expect(try #require(agreement.recall).estimate.isClose(to: reference.recall))
    #expect(f1.estimate.isClose(to: reference.f1))
    #expect(f1.lower.isClose(to: reference.lower))
    #expect(f1.upper.isClose(to: reference.upper))
  }

  @Test func `precision, recall and kappa are those of their own types`() throws {
    let agreement = try BinaryAgreement(
      truePositives: 50, falsePositives: 4, falseNegatives: 7, trueNegatives: 9, level: 0.9)
    #expect(
      try agreement.precision == WilsonInterval(successes: 50, trials: 54, level: 0.9).interval)
    #expect(try agreement.recall == WilsonInterval(successes: 50, trials: 57, level: 0.9).interval)
    #expect(try agreement.kappa == CohensKappa(table: [[50, 4], [7, 9]], level: 0.9).kappa)
    #expect(agreement.count == 70)
  }

  @Test func `swapping the codings swaps precision and recall`() throws {
    let forward = try BinaryAgreement(
      truePositives: 5, falsePositives: 4, falseNegatives: 1, trueNegatives: 9)
    let backward = try BinaryAgreement(
      truePositives: 5, falsePositives: 1, falseNegatives: 4, trueNegatives: 9)
    #expect(forward.precision == backward.recall)
    #expect(forward.f1 == backward.f1)
  }

  @Test func `what has no base is nil`() throws {
    let noneCoded = try BinaryAgreement(
      truePositives: 0, falsePositives: 0, falseNegatives: 3, trueNegatives: 5)
    #expect(noneCoded.precision == nil)
    #expect(noneCoded.recall?.estimate == 0)
    #expect(noneCoded.f1?.estimate == 0)
    #expect(noneCoded.kappa != nil)
    let allNo = try BinaryAgreement(
      truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 5)
    #expect(allNo.precision == nil && allNo.recall == nil)
    #expect(allNo.f1 == nil && allNo.kappa == nil)
  }

  @Test func `no units, negative counts and levels out of range are refused`() {
    #expect(throws: SampleError.tooFewObservations(required: 1, found: 0)) {
      try BinaryAgreement(
        truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0)
    }
    #expect(throws: SampleError.negativeCount(index: 3)) {
      try BinaryAgreement(
        truePositives: 1, falsePositives: 0, falseNegatives: 0, trueNegatives: -1)
    }
    #expect(throws: SampleError.levelOutOfRange(2)) {
      try BinaryAgreement(
        truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 5, level: 2)
    }
  }
}
