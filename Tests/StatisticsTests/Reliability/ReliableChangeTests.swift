import Statistics
import Testing

@Suite struct ReliableChangeTests {
  /// Jacobson & Truax (1991), doi:10.1037/0022-006X.59.1.12: a score of 47.5 that became 32.5,
  /// with a standard deviation of 7.5 and a reliability of 0.80.
  @Test func `agrees with the printed example`() throws {
    let change = try ReliableChange(standardDeviation: 7.5, reliability: 0.8)
    #expect(abs(change.standardErrorOfMeasurement - 3.35) < 0.005)
    #expect(abs(change.standardErrorOfDifference - 4.74) < 0.005)
    let index = try change.index(from: 47.5, to: 32.5)
    #expect(abs(index + 3.16) < 0.005)
    #expect(change.isReliable(from: 47.5, to: 32.5))
    #expect(!change.isReliable(from: 32, to: 30))
  }

  @Test func `the smallest detectable change is where the index meets the criterion`() throws {
    let change = try ReliableChange(standardDeviation: 4, reliability: 0.7, criterion: 1.645)
    let smallest = change.smallestDetectableChange
    #expect(try change.index(from: 0, to: smallest).isClose(to: 1.645))
    #expect(!change.isReliable(from: 0, to: smallest))
    #expect(change.isReliable(from: 0, to: -smallest - 1e-9))
  }

  @Test func `a measure without error has no index, but any change is real`() throws {
    let change = try ReliableChange(standardDeviation: 3, reliability: 1)
    #expect(change.smallestDetectableChange == 0)
    #expect(throws: SampleError.zeroVariance) { try change.index(from: 1, to: 2) }
    #expect(change.isReliable(from: 1, to: 2) && !change.isReliable(from: 1, to: 1))
  }

  @Test func `what cannot be is refused`() {
    #expect(throws: SampleError.probabilityOutOfRange(1.2)) {
      try ReliableChange(standardDeviation: 3, reliability: 1.2)
    }
    #expect(throws: SampleError.negativeValue(index: 0)) {
      try ReliableChange(standardDeviation: -3, reliability: 0.8)
    }
    #expect(throws: SampleError.nonFiniteValue(index: 1)) {
      try ReliableChange(standardDeviation: 3, reliability: 0.8, criterion: .infinity)
    }
  }
}
