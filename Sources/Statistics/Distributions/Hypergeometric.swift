/// How many of the items drawn without replacement are marked.
///
/// With odds other than 1 it is Fisher's noncentral distribution: that of one cell of a
/// 2×2 table whose margins are fixed. Probabilities are products of ratios, counted from
/// the likeliest number, and tails are sums of them, so that no digits cancel.
///
/// - Reference: Liao & Rosen (2001), doi:10.1198/000313001753272547.
package struct Hypergeometric: DiscreteDistribution {
  package let support: ClosedRange<Int>
  private let probabilities: [Double]

  package init(marked: Int, unmarked: Int, drawn: Int, odds: Double = 1) {
    support = max(0, drawn - unmarked)...min(marked, drawn)
    func ratio(_ value: Int) -> Double {
      Double(marked - value) * Double(drawn - value)
        / (Double(value + 1) * Double(unmarked - drawn + value + 1)) * odds
    }
    let start = support.lowerBound
    // The ratios fall: the likeliest number is the first that none after it exceeds.
    var (low, high) = (start, support.upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if ratio(middle) <= 1 { high = middle } else { low = middle + 1 }
    }
    var weights = [Double](repeating: 0, count: support.count)
    weights[low - start] = 1
    for value in low..<support.upperBound {
      weights[value + 1 - start] = weights[value - start] * ratio(value)
    }
    for value in stride(from: low - 1, through: start, by: -1) {
      weights[value - start] = weights[value + 1 - start] / ratio(value)
    }
    var sum = CompensatedSum()
    for weight in weights { sum += weight }
    let total = sum.value
    probabilities = weights.map { $0 / total }
  }

  package var mean: Double {
    var sum = CompensatedSum()
    for value in support { sum += Double(value) * probability(of: value) }
    return sum.value
  }

  package func probability(of value: Int) -> Double {
    support.contains(value) ? probabilities[value - support.lowerBound] : 0
  }

  package func lowerTail(_ value: Int) -> Double {
    guard value >= support.lowerBound else { return 0 }
    guard value < support.upperBound else { return 1 }
    return sum(of: probabilities[...(value - support.lowerBound)])
  }

  package func upperTail(atLeast value: Int) -> Double {
    guard value > support.lowerBound else { return 1 }
    guard value <= support.upperBound else { return 0 }
    return sum(of: probabilities[(value - support.lowerBound)...].reversed())
  }

  /// The probability of all numbers that are no likelier than one observed.
  ///
  /// Those whose probabilities differ by less than one in ten million are equally likely:
  /// they are, but for rounding.
  func probability(ofNoMoreLikelyThan value: Int) -> Double {
    let limit = probability(of: value) * (1 + 1e-7)
    return min(1, sum(of: probabilities.filter { $0 <= limit }.sorted()))
  }

  private func sum(of terms: some Sequence<Double>) -> Double {
    var sum = CompensatedSum()
    for term in terms { sum += term }
    return min(1, sum.value)
  }
}
