import Statistics
import Testing

@Suite struct CohensWTests {
  @Test(arguments: try referenceCases("goodness-of-fit", as: GoodnessOfFitCase.self))
  func `limits invert the noncentral distribution`(_ reference: GoodnessOfFitCase) throws {
    let interval = try CohensW(
      counts: reference.counts, probabilities: reference.probabilities
    ).interval
    #expect(abs(interval.estimate - reference.effect) <= 1e-12 * max(1, reference.effect))
    #expect(interval.lower.isClose(to: reference.lower))
    #expect(interval.upper.isClose(to: reference.upper))
  }

  @Test func `zero is left out exactly when the p-value is below half the error rate`() throws {
    for first in 0...40 {
      let test = try ChiSquaredGoodnessOfFitTest(
        counts: [first, 40 - first], probabilities: [0.5, 0.5])
      #expect((test.effect.lower > 0) == (test.pValue < 0.025))
      #expect(test.effect.lower <= test.effect.estimate)
      #expect(test.effect.estimate <= test.effect.upper)
    }
  }
}
