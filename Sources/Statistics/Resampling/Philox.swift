/// A generator of pseudo-random numbers that can be entered at any place.
///
/// Every number is computed from the seed, the stream and its place in the
/// stream, not from the number before it. Draws that each take a stream of their
/// own are therefore the same whatever the order or the number of tasks in which
/// they are made. This is Philox with four words of 64 bits and ten rounds.
///
/// - Reference: Salmon, Moraes, Dror & Shaw (2011), doi:10.1145/2063384.2063405.
public struct Philox: RandomNumberGenerator, Sendable {
  private let seed: UInt64
  private let stream: UInt64
  private var block: UInt64 = 0
  private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
  private var taken = 4

  public init(seed: UInt64, stream: UInt64 = 0) {
    self.seed = seed
    self.stream = stream
  }

  public mutating func next() -> UInt64 {
    if taken == 4 {
      words = Self.words(counter: (block, stream, 0, 0), key: (seed, 0))
      block &+= 1
      taken = 0
    }
    taken += 1
    return switch taken {
    case 1: words.0
    case 2: words.1
    case 3: words.2
    default: words.3
    }
  }

  /// A number from 0 up to, but not including, 1.
  mutating func nextUniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A whole number from 0 up to, but not including, `bound`, each equally likely.
  ///
  /// - Reference: Lemire (2019), doi:10.1145/3230636.
  mutating func nextIndex(below bound: Int) -> Int {
    let bound = UInt64(bound)
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let threshold = (0 &- bound) % bound
      while product.low < threshold { product = next().multipliedFullWidth(by: bound) }
    }
    return Int(product.high)
  }

  /// The four words at a place of the sequence.
  @inline(__always)
  static func words(
    counter: (UInt64, UInt64, UInt64, UInt64), key: (UInt64, UInt64)
  ) -> (UInt64, UInt64, UInt64, UInt64) {
    var (counter, key) = (counter, key)
    for _ in 0..<10 {
      let first = (0xD2E7_470E_E14C_6C93 as UInt64).multipliedFullWidth(by: counter.0)
      let second = (0xCA5A_8263_9512_1157 as UInt64).multipliedFullWidth(by: counter.2)
      counter = (
        second.high ^ counter.1 ^ key.0, second.low, first.high ^ counter.3 ^ key.1, first.low
      )
      key = (key.0 &+ 0x9E37_79B9_7F4A_7C15, key.1 &+ 0xBB67_AE85_84CA_A73B)
    }
    return counter
  }
}
