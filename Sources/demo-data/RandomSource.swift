/// Numbers that look random and are the same on every machine.
///
/// xoshiro256**, its state filled by SplitMix64. Each export draws from a source of its own, named
/// by its purpose, so that a change to one export leaves the others alone. Only whole-number
/// arithmetic and exact additions are used: no mathematics library can change a byte.
///
/// - Reference: Blackman and Vigna (2021), doi:10.1145/3460772.
struct RandomSource {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  init(seed: UInt64, purpose: String) {
    var mixed = seed
    for byte in purpose.utf8 { mixed = (mixed ^ UInt64(byte)) &* 0x100_0000_01B3 }
    func next() -> UInt64 {
      mixed &+= 0x9E37_79B9_7F4A_7C15
      var word = mixed
      word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
      return word ^ (word >> 31)
    }
    state = (next(), next(), next(), next())
  }

  private mutating func next() -> UInt64 {
    func rotated(_ word: UInt64, by bits: UInt64) -> UInt64 {
      (word << bits) | (word >> (64 - bits))
    }
    let result = rotated(state.1 &* 5, by: 7) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = rotated(state.3, by: 45)
    return result
  }

  /// A whole number from 0 up to, not including, `bound`.
  mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// A real number from 0 up to, not including, 1.
  mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  mutating func happens(_ probability: Double) -> Bool {
    uniform() < probability
  }

  /// A number near the bell curve: the sum of twelve uniform ones.
  mutating func normal(mean: Double, deviation: Double) -> Double {
    var sum = -6.0
    for _ in 0..<12 { sum += uniform() }
    return mean + deviation * sum
  }

  mutating func pick<Item>(_ items: [Item]) -> Item {
    items[below(items.count)]
  }

  mutating func shuffled<Item>(_ items: [Item]) -> [Item] {
    var items = items
    for last in stride(from: items.count - 1, to: 0, by: -1) {
      items.swapAt(last, below(last + 1))
    }
    return items
  }

  /// As many copies of each item as its count says, in a random order.
  mutating func deal<Item>(_ hand: [(item: Item, count: Int)]) -> [Item] {
    shuffled(hand.flatMap { Array(repeating: $0.item, count: $0.count) })
  }
}
