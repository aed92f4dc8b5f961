import Statistics
import Testing

/// Laws of the effect sizes of two groups and of pairs.
@Suite struct EffectSizesTests {
  let first = [1.2, 3.1, 4.7, 6.4, 7.9]
  let second = [2.3, 3.8, 5.2, 8.6, 9.1, 10.4]

  @Test func `Cohen's d excludes zero exactly when Student's test rejects`() throws {
    for step in -40...40 {
      let moved = second.map { $0 + Double(step) / 4.7 }
      let d = try CohensD(first.span, moved.span).interval
      let test = try StudentTTest(first.span, moved.span)
      #expect((d.lower > 0 || d.upper < 0) == (test.pValue < 0.05))
    }
  }

  @Test func `effects keep their size under scale and shift and change sign with order`() throws {
    let changed = (first.map { 8 * $0 + 3 }, second.map { 8 * $0 + 3 })
    let d = try CohensD(first.span, second.span)
    #expect(
      try CohensD(changed.0.span, changed.1.span).interval.upper
        .isClose(to: d.interval.upper, relative: 1e-9))
    let turned = try CohensD(second.span, first.span)
    #expect(turned.interval.estimate == -d.interval.estimate)
    #expect(turned.interval.lower.isClose(to: -d.interval.upper, relative: 1e-9))
    #expect(
      (turned.probabilityOfSuperiority.estimate + d.probabilityOfSuperiority.estimate)
        .isClose(to: 1))
    let ranks = try RankBiserial(first.span, second.span).interval
    let back = try RankBiserial(second.span, first.span).interval
    #expect(ranks.estimate == -back.estimate && ranks.lower.isClose(to: -back.upper))
  }

  @Test func `the rank-biserial, Cliff's delta and the Mann–Whitney statistic are one`() throws {
    let test = try MannWhitneyTest(first.span, second.span)
    let pairs = Double(first.count * second.count)
    let rank = try RankBiserial(first.span, second.span)
    #expect(rank.interval.estimate.isClose(to: 2 * test.statistic / pairs - 1))
    #expect(rank.probabilityOfSuperiority.estimate.isClose(to: test.statistic / pairs))
    #expect(
      try CliffsDelta(first.span, second.span).interval.estimate
        .isClose(to: rank.interval.estimate))
  }

  @Test func `Cliff's interval is that of his variance`() throws {
    // Feng & Cliff: d from every pair, and its variance from row and column means.
    let (delta, low, high) = try cliffByHand(first, second)
    let interval = try CliffsDelta(first.span, second.span).interval
    #expect(interval.estimate.isClose(to: delta))
    #expect(interval.lower.isClose(to: low, relative: 1e-10))
    #expect(interval.upper.isClose(to: high, relative: 1e-10))
    let apart = [20.0, 30, 40]
    #expect(throws: SampleError.zeroVariance) { try CliffsDelta(apart.span, first.span) }
  }

  private func cliffByHand(_ x: [Double], _ y: [Double]) throws -> (Double, Double, Double) {
    let d = x.map { x in y.map { x > $0 ? 1.0 : x < $0 ? -1 : 0 } }
    let (m, n) = (Double(x.count), Double(y.count))
    let mean = d.joined().reduce(0, +) / (m * n)
    let rows = d.map { $0.reduce(0, +) / n }
    let columns = y.indices.map { column in d.reduce(0) { $0 + $1[column] } / m }
    func squares(_ values: [Double]) -> Double {
      values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }
    let variance =
      (n * n * squares(rows) + m * m * squares(columns) - squares(Array(d.joined())))
      / (m * n * (m - 1) * (n - 1))
    let t = StudentT(degreesOfFreedom: m + n - 2).upperQuantile(0.025)
    let root =
      t * variance.squareRoot()
      * ((1 - mean * mean) * (1 - mean * mean) + t * t * variance).squareRoot()
    let divisor = 1 - mean * mean + t * t * variance
    let center = mean - mean * mean * mean
    return (mean, max(-1, (center - root) / divisor), min(1, (center + root) / divisor))
  }

  @Test func `with equal spreads Glass's delta is Cohen's d`() throws {
    let moved = first.map { $0 + 2.5 }
    let d = try CohensD(first.span, moved.span).interval.estimate
    #expect(try GlassDelta(first.span, moved.span).interval.estimate.isClose(to: d))
    let constant = [3.0, 3, 3]
    #expect(throws: SampleError.zeroVariance) { try GlassDelta(first.span, constant.span) }
  }

  @Test func `a paired effect of the average spread is the standardized mean change`() throws {
    let after = [2.0, 3.5, 4.1, 8.2, 9.9]
    let change = try StandardizedMeanChange(first.span, after.span)
    let effect = try PairedEffectSize(first.span, after.span, standardizer: .average)
    #expect(effect.interval.estimate == change.uncorrected)
    #expect(effect.corrected.estimate == change.interval.estimate)
    #expect(effect.interval.lower == change.interval.lower)
  }

  @Test func `d_rm is d_z had the measurements been unrelated`() throws {
    let after = [2.0, 3.5, 4.1, 8.2, 9.9]
    let z = try PairedEffectSize(first.span, after.span, standardizer: .changes)
    let rm = try PairedEffectSize(first.span, after.span, standardizer: .repeatedMeasures)
    let correlation = try #require(z.correlation)
    #expect(
      rm.interval.estimate.isClose(
        to: z.interval.estimate * (2 * (1 - correlation)).squareRoot(), relative: 1e-10))
  }

  @Test func `far beyond what R can do the limits still invert the distribution`() throws {
    // 40 pairs, d_z near 13.6, t near 86. R's pt loses its way beyond a noncentrality of 37.62.
    let noise = (0..<40).map { Double(($0 * 17) % 40) / 39 - 0.5 }
    let before = [Double](repeating: 0, count: 40)
    let after = noise.map { 10 + 2.5 * $0 }
    let effect = try PairedEffectSize(before.span, after.span, standardizer: .changes)
    let root = 40.0.squareRoot()
    let t = effect.interval.estimate * root
    for (limit, tail) in [(effect.interval.lower, 0.025), (effect.interval.upper, 0.975)] {
      let reference = NoncentralT(degreesOfFreedom: 39, noncentrality: limit * root)
      #expect(reference.upperTail(t).isClose(to: tail, relative: 1e-9))
    }
  }
}
