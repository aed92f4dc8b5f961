import Foundation
import Statistics
import Testing

@Suite struct LogRankTestTests {
  struct Case: NamedCase {
    let name: String
    let times: [Double]
    let events: [Bool]
    let groups: [Int]
    let observed: [Int]
    let expected: [Double]
    let statistic: Double
    let degreesOfFreedom: Double
    let pValue: Double
    let variance: Double
  }

  @Test(arguments: try referenceCases("log-rank-test", as: Case.self))
  func `agrees with R's survival`(_ reference: Case) throws {
    let test = try LogRankTest(
      times: reference.times.span, events: reference.events, groups: reference.groups)
    #expect(test.statistic.isClose(to: reference.statistic))
    #expect(test.degreesOfFreedom == reference.degreesOfFreedom)
    #expect(test.pValue.isClose(to: reference.pValue))
    #expect(test.groups.map(\.observedEvents) == reference.observed)
    #expect(test.groups.map(\.label) == Set(reference.groups).sorted())
    for (group, expected) in zip(test.groups, reference.expected) {
      #expect(group.expectedEvents.isClose(to: expected))
      #expect(group.count == reference.groups.count { $0 == group.label })
    }
    // Peto's one-step ratio, from R's own observed, expected and variance.
    guard reference.observed.count == 2 else {
      #expect(test.hazardRatio == nil)
      return
    }
    let distance = Double(reference.observed[0]) - reference.expected[0]
    let ratio = try #require(test.hazardRatio)
    let quantile = 1.959963984540054
    #expect(ratio.estimate.isClose(to: exp(distance / reference.variance)))
    #expect(
      ratio.lower.isClose(
        to: exp((distance - quantile * reference.variance.squareRoot()) / reference.variance)))
    #expect(
      ratio.upper.isClose(
        to: exp((distance + quantile * reference.variance.squareRoot()) / reference.variance)))
  }

  @Test func `swapping the groups turns the ratio over`() throws {
    let times = [1.0, 2, 3, 4, 5, 6]
    let events = [true, true, false, true, true, true]
    let forward = try LogRankTest(times: times.span, events: events, groups: [1, 1, 2, 2, 1, 2])
    let backward = try LogRankTest(times: times.span, events: events, groups: [2, 2, 1, 1, 2, 1])
    let (ratio, inverse) = (
      try #require(forward.hazardRatio), try #require(backward.hazardRatio)
    )
    #expect(forward.statistic.isClose(to: backward.statistic))
    #expect(ratio.estimate.isClose(to: 1 / inverse.estimate))
    #expect(ratio.lower.isClose(to: 1 / inverse.upper))
  }

  @Test func `labels are names, not numbers`() throws {
    let times = [1.0, 2, 3, 4, 5, 6]
    let events = [true, true, false, true, true, true]
    let test = try LogRankTest(times: times.span, events: events, groups: [-5, -5, 70, 70, -5, 70])
    let same = try LogRankTest(times: times.span, events: events, groups: [0, 0, 1, 1, 0, 1])
    #expect(test.statistic == same.statistic)
    #expect(test.groups.map(\.label) == [-5, 70])
  }

  @Test func `a ratio out of range is no ratio`() throws {
    // One event, when a single person of the first group faces a thousand of the second.
    let times = [1.0] + [Double](repeating: 2, count: 1000)
    let test = try LogRankTest(
      times: times.span, events: times.map { $0 == 1 },
      groups: [1] + [Int](repeating: 2, count: 1000))
    #expect(test.statistic.isClose(to: 1000))
    #expect(test.hazardRatio == nil)
  }

  @Test func `groups that cannot be compared are refused`() {
    let times = [1.0, 2, 3, 4]
    func refusal(_ events: [Bool], _ groups: [Int]) -> SampleError? {
      do throws(SampleError) {
        _ = try LogRankTest(times: times.span, events: events, groups: groups)
        return nil
      } catch {
        return error
      }
    }
    let some = [true, true, false, true]
    #expect(refusal(some, [1, 1, 1, 1]) == .tooFewCategories(required: 2, found: 1))
    #expect(refusal(some, [1, 2]) == .unequalLengths(first: 4, second: 2))
    #expect(refusal([true], [1, 2, 1, 2]) == .unequalLengths(first: 4, second: 1))
    #expect(refusal([false, false, false, false], [1, 2, 1, 2]) == .noEvents)
    // The second group is censored before the first event happens.
    #expect(refusal([false, false, true, true], [2, 2, 1, 1]) == .noOverlap)
  }

  @Test func `a group that was gone before the first event takes no degree of freedom`() throws {
    let times = [1.0, 1, 5, 6, 7, 8, 9]
    let events = [false, false, true, true, false, true, true]
    let three = try LogRankTest(times: times.span, events: events, groups: [3, 3, 1, 2, 1, 2, 1])
    let later = Array(times[2...])
    let two = try LogRankTest(
      times: later.span, events: Array(events[2...]), groups: [1, 2, 1, 2, 1])
    #expect(three.degreesOfFreedom == 1)
    #expect(three.statistic.isClose(to: two.statistic))
    #expect(three.groups.map(\.expectedEvents).last == 0)
  }
}
