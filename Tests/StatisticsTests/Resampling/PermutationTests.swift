import Statistics
import Testing

@Suite struct PermutationTests {
  struct Case: NamedCase {
    let name: String
    let first: [Double]
    let second: [Double]
    let isPaired: Bool
    let twoSided: Double
    let less: Double
    let greater: Double

    func test(
      _ alternative: Alternative = .twoSided, shift: Double = 0
    ) throws -> any HypothesisTest {
      if isPaired {
        let moved = second.map { $0 - shift }
        return try PairedPermutationTest(
          first.span, moved.span, seed: 1, alternative: alternative)
      }
      let moved = first.map { $0 - shift }
      return try PermutationTest(moved.span, second.span, seed: 1, alternative: alternative)
    }
  }

  @Test(arguments: try referenceCases("permutation-tests", as: Case.self))
  func `agrees with SciPy's count of all rearrangements`(_ reference: Case) throws {
    #expect(try reference.test(.less).pValue.isClose(to: reference.less))
    #expect(try reference.test(.greater).pValue.isClose(to: reference.greater))
    #expect(try reference.test().pValue.isClose(to: reference.twoSided))
  }

  @Test(arguments: try referenceCases("permutation-tests", as: Case.self))
  func `the interval holds the shifts that are not rejected`(_ reference: Case) throws {
    let effect = try reference.test().effect
    let reached = 1 - effect.level + 1e-9
    let step = 1e-6
    #expect(try reference.test(shift: effect.lower + step).pValue > reached)
    #expect(try reference.test(shift: effect.upper - step).pValue > reached)
    #expect(try reference.test(shift: effect.lower - step).pValue <= reached)
    #expect(try reference.test(shift: effect.upper + step).pValue <= reached)
  }

  @Test func `five pairs cannot reach 95 %`() throws {
    let (first, second) = ([1.0, 2, 3, 4, 5], [2.0, 4, 6, 8, 9])
    let test = try PairedPermutationTest(first.span, second.span, seed: 1)
    #expect(test.method == .exact)
    #expect(test.pValue == 2.0 / 32)
    #expect(test.effect.level == 1 - 2.0 / 32)
    #expect(test.effect.lower == 1 && test.effect.upper == 4)
    #expect(test.monteCarloError == 0)
  }

  @Test func `draws come near to all rearrangements, and say how near`() throws {
    let first = (0..<30).map { Double($0 * $0 % 17) }
    let second = (0..<30).map { Double($0 * 7 % 13) }
    let drawn = try PermutationTest(first.span, second.span, draws: 20_000, seed: 5)
    #expect(drawn.method == .monteCarlo)
    // Of 60 values the normal limit is close to the exact share.
    let reference = try WelchTTest(first.span, second.span)
    #expect(abs(drawn.pValue - reference.pValue) < 0.02)
    #expect(drawn.monteCarloError > 0 && drawn.monteCarloError < 0.004)
    #expect(abs(drawn.effect.lower - reference.effect.lower) < 0.2)
    let paired = try PairedPermutationTest(first.span, second.span, draws: 20_000, seed: 5)
    let pairedReference = try PairedTTest(first.span, second.span)
    #expect(paired.method == .monteCarlo)
    #expect(abs(paired.pValue - pairedReference.pValue) < 0.02)
    #expect(abs(paired.effect.upper - pairedReference.effect.upper) < 0.2)
  }

  @Test func `a p-value from draws is never zero`() throws {
    let first = (0..<40).map { Double($0) }
    let second = first.map { $0 + 1000 }
    let test = try PermutationTest(first.span, second.span, draws: 99, seed: 5, alternative: .less)
    #expect(test.pValue == 0.01)
  }

  @Test func `binary arithmetic breaks no ties`() throws {
    // 0.1 + 0.2 and 0.3 share the same sum in decimal.
    let (first, second) = ([0.0, 0, 0], [0.1, 0.2, -0.3])
    let test = try PairedPermutationTest(first.span, second.span, seed: 1)
    #expect(test.pValue == 1)
  }

  @Test func `samples that say nothing are refused`() {
    let (same, one, none) = ([2.0, 2, 2], [1.0], [Double]())
    #expect(throws: SampleError.noDifferences) {
      try PairedPermutationTest(same.span, same.span, seed: 1)
    }
    #expect(throws: SampleError.zeroVariance) {
      try PermutationTest(same.span, same.span, seed: 1)
    }
    #expect(throws: SampleError.tooFewObservations(required: 2, found: 1)) {
      try PairedPermutationTest(one.span, one.span, seed: 1)
    }
    #expect(throws: SampleError.tooFewObservations(required: 3, found: 3)) {
      try PermutationTest(same.span, none.span, seed: 1)
    }
  }
}
