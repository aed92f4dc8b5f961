import Statistics
import Testing

@Suite struct ChiSquaredGoodnessOfFitTestTests {
  struct Case: NamedCase {
    let name: String
    let counts: [Int]
    let probabilities: [Double]
    let statistic: Double
    let degreesOfFreedom: Double
    let pValue: Double
    let smallestExpected: Double
    let standardizedResiduals: [Double]
  }

  @Test(arguments: try referenceCases("chi-squared-goodness-of-fit", as: Case.self))
  func `agrees with R`(_ reference: Case) throws {
    let test = try ChiSquaredGoodnessOfFitTest(
      counts: reference.counts, probabilities: reference.probabilities)
    #expect(test.statistic.isClose(to: reference.statistic))
    #expect(test.degreesOfFreedom == reference.degreesOfFreedom)
    #expect(test.pValue.isClose(to: reference.pValue))
    #expect(test.smallestExpected.isClose(to: reference.smallestExpected))
    for (residual, expected) in zip(test.standardizedResiduals, reference.standardizedResiduals) {
      #expect(residual.isClose(to: expected))
    }
    #expect(test.alternative == .twoSided)
  }

  @Test(arguments: try referenceCases("goodness-of-fit", as: GoodnessOfFitCase.self))
  func `agrees with exact arithmetic in small samples`(_ reference: GoodnessOfFitCase) throws {
    let test = try ChiSquaredGoodnessOfFitTest(
      counts: reference.counts, probabilities: reference.probabilities)
    // Shares such as a third are rounded before the library sees them, which
    // leaves a statistic of zero at 1e-32.
    #expect(abs(test.statistic - reference.statistic) <= 1e-12 * max(1, reference.statistic))
    #expect(test.degreesOfFreedom == reference.degreesOfFreedom)
    #expect(test.pValue.isClose(to: reference.pValue))
  }

  @Test func `a category that cannot occur has no residual`() throws {
    let test = try ChiSquaredGoodnessOfFitTest(
      counts: [4, 0, 6], probabilities: [0.5, 0, 0.5])
    #expect(test.standardizedResiduals[1] == 0)
    #expect(test.degreesOfFreedom == 1)
    #expect(test.smallestExpected == 5)
  }

  @Test func `counts and shares that do not belong together are refused`() {
    func refusal(_ counts: [Int], _ probabilities: [Double]) -> SampleError? {
      do throws(SampleError) {
        _ = try ChiSquaredGoodnessOfFitTest(counts: counts, probabilities: probabilities)
        return nil
      } catch {
        return error
      }
    }
    #expect(refusal([1, 2], [1]) == .unequalLengths(first: 2, second: 1))
    #expect(refusal([1, 2], [1.5, -0.5]) == .probabilityOutOfRange(1.5))
    #expect(refusal([1, 2], [0.5, 0.4]) == .sharesDoNotSumToOne(sum: 0.9))
    #expect(refusal([1, -2], [0.5, 0.5]) == .negativeCount(index: 1))
    #expect(refusal([0, 0], [0.5, 0.5]) == .tooFewObservations(required: 1, found: 0))
    #expect(refusal([1, 2, 3], [0.5, 0, 0.5]) == .impossibleCategory(index: 1))
    #expect(refusal([4, 0], [1, 0]) == .tooFewCategories(required: 2, found: 1))
    #expect(refusal([], []) == .sharesDoNotSumToOne(sum: 0))
  }
}
