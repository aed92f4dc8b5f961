#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How surely a term is more frequent, or less, in one set of responses than in another.
///
/// `g2` is the log-likelihood ratio of the two by two table of responses with and without the
/// term in both sets. Above 6.63 chance alone would reach it once in a hundred terms.
///
/// - Reference: Dunning (1993), Accurate methods for the statistics of surprise and coincidence,
///   Computational Linguistics 19(1), 61-74, https://aclanthology.org/J93-1003.
package struct Keyness: Sendable, Hashable {
  /// Responses of the set with the term, and all of the set.
  package let count: Int
  package let size: Int
  /// The same of the set that it is held against.
  package let otherCount: Int
  package let otherSize: Int

  package init(count: Int, of size: Int, otherCount: Int, of otherSize: Int) {
    self.count = count
    self.size = size
    self.otherCount = otherCount
    self.otherSize = otherSize
  }

  package var g2: Double {
    let all = Double(size + otherSize)
    let with = Double(count + otherCount)
    func term(_ observed: Int, _ row: Double, _ column: Int) -> Double {
      guard observed > 0 else { return 0 }
      return Double(observed) * log(Double(observed) * all / (row * Double(column)))
    }
    let sum =
      term(count, with, size) + term(otherCount, with, otherSize)
      + term(size - count, all - with, size)
      + term(otherSize - otherCount, all - with, otherSize)
    return max(0, 2 * sum)
  }

  /// Whether the term is more frequent in the set than in the other.
  package var isOverused: Bool {
    Double(count) * Double(otherSize) > Double(otherCount) * Double(size)
  }
}
