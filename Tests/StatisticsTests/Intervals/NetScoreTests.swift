import Statistics
import Testing

@Suite struct NetScoreTests {
  struct Case: NamedCase {
    let name: String
    let promoters: Int
    let passives: Int
    let detractors: Int
    let level: Double
    let method: NetScore.Method
    let estimate: Double
    let lower: Double
    let upper: Double
  }

  @Test(arguments: try referenceCases("net-score", as: Case.self))
  func `agrees with 40-digit arithmetic`(_ reference: Case) throws {
    let score = try NetScore(
      promoters: reference.promoters, passives: reference.passives,
      detractors: reference.detractors, level: reference.level)
    #expect(score.method == reference.method)
    #expect(score.count == reference.promoters + reference.passives + reference.detractors)
    #expect(score.interval.estimate.isClose(to: reference.estimate))
    #expect(score.interval.lower.isClose(to: reference.lower))
    #expect(score.interval.upper.isClose(to: reference.upper))
  }

  @Test func `swapping promoters and detractors flips the sign`() throws {
    let forward = try NetScore(promoters: 9, passives: 3, detractors: 2).interval
    let backward = try NetScore(promoters: 2, passives: 3, detractors: 9).interval
    #expect(forward.estimate == -backward.estimate)
    #expect(forward.lower.isClose(to: -backward.upper))
  }

  @Test func `agreement of all is no certainty`() throws {
    for count in 1...200 {
      let interval = try NetScore(promoters: count, passives: 0, detractors: 0, level: 0.5).interval
      #expect(interval.lower < 100 && interval.upper == 100)
    }
  }

  @Test func `nobody, and fewer than nobody, are refused`() {
    #expect(throws: SampleError.tooFewObservations(required: 1, found: 0)) {
      try NetScore(promoters: 0, passives: 0, detractors: 0)
    }
    #expect(throws: SampleError.negativeCount(index: 1)) {
      try NetScore(promoters: 3, passives: -1, detractors: 0)
    }
    #expect(throws: SampleError.overflow) {
      try NetScore(promoters: .max, passives: 1, detractors: 0)
    }
  }
}
