import Disclosing
import EvaluationData
import Testing

@Suite struct AttackTests {
  /// Marsaglia's xorshift: the same everywhere.
  struct Sequence: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }

  private static func table(_ generator: inout Sequence) -> Tabulation {
    let levels = Int.random(in: 1...5, using: &generator)
    let groups = Int.random(in: 1...5, using: &generator)
    let largest = [3, 8, 30, 200].randomElement(using: &generator) ?? 8
    return Tabulation(
      (0..<groups).map { _ in
        (0..<levels).map { _ in
          Int.random(in: 0..<3, using: &generator) == 0
            ? 0 : Int.random(in: 0...largest, using: &generator)
        }
      })
  }

  private static func known(_ table: Tabulation) -> Attacker {
    let shown = disclose(table.findings, under: SuppressionPolicy(threshold: 5)).findings
    var attacker = Attacker(table, shown: shown)
    attacker.solve()
    return attacker
  }

  @Test(arguments: 1...40)
  func `no count from 1 to 4 can be worked out by subtraction`(_ seed: Int) {
    var generator = Sequence(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15)
    for _ in 0..<50 {
      let table = Self.table(&generator)
      let small = Self.known(table).small
      #expect(small.isEmpty, "\(small) of \(table.counts)")
    }
  }

  @Test(arguments: [
    // One small cell; in the only other group the level is all there is.
    [[3, 10], [20, 0]],
    // A group of three people among others.
    [[1, 2], [20, 30], [15, 9]], [[3, 0], [40, 50]], [[3, 0, 0], [9, 0, 0], [0, 0, 8]],
    // A single level, a single group.
    [[3], [20], [30]], [[3, 20, 30]], [[20], [3], [0]],
    // The rest is small.
    [[19, 2], [18, 20]], [[50, 3], [0, 50], [50, 0]],
  ])
  func `known traps hold`(_ counts: [[Int]]) {
    #expect(Self.known(Tabulation(counts)).small == [])
  }

  @Test func `the attacker solves what is not protected`() {
    let table = Tabulation([[12, 3, 9], [20, 8, 7]])
    let open = table.findings.map { finding in
      finding.value == 3 && finding.statistic == .count
        ? finding.hidden(.suppressed, note: "") : finding
    }.filter { $0.statistic == .count }
    var attacker = Attacker(table, shown: open)
    #expect(attacker.small.isEmpty)
    attacker.solve()
    #expect(attacker.small == [3])
  }

  @Test func `large tables are shown whole`() {
    let table = Tabulation([[12, 30, 9], [20, 8, 7]])
    let disclosed = disclose(table.findings, under: SuppressionPolicy(threshold: 5))
    #expect(disclosed.hiddenCount == 0)
    #expect(disclosed.findings == table.findings)
  }
}
