import Statistics
import Testing

@Suite struct DissimilarityIndexTests {
  struct Case: NamedCase {
    let name: String
    let counts: [Double]
    let reference: [Double]
    let value: Double
  }

  @Test(arguments: try referenceCases("dissimilarity-index", as: Case.self))
  func `agrees with fractions`(_ reference: Case) throws {
    let index = try DissimilarityIndex(counts: reference.counts, reference: reference.reference)
    #expect(index.value.isClose(to: reference.value))
  }

  @Test func `is the same seen from the reference`() throws {
    let forward = try DissimilarityIndex(counts: [3, 1, 7], reference: [0.2, 0.5, 0.3])
    let backward = try DissimilarityIndex(counts: [0.2, 0.5, 0.3], reference: [3, 1, 7])
    #expect(forward == backward)
  }

  @Test func `lists that cannot be compared are refused`() {
    #expect(throws: SampleError.unequalLengths(first: 1, second: 2)) {
      try DissimilarityIndex(counts: [1], reference: [1, 2])
    }
    #expect(throws: SampleError.zeroTotal) {
      try DissimilarityIndex(counts: [0, 0], reference: [1, 2])
    }
    #expect(throws: SampleError.zeroTotal) { try DissimilarityIndex(counts: [], reference: []) }
    #expect(throws: SampleError.negativeValue(index: 0)) {
      try DissimilarityIndex(counts: [1, 2], reference: [-1, 2])
    }
    #expect(throws: SampleError.nonFiniteValue(index: 1)) {
      try DissimilarityIndex(counts: [1, .infinity], reference: [1, 2])
    }
  }
}
