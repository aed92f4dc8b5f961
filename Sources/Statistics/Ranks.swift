/// The ranks of a sample, counting tied values as if each had their mean rank.
///
/// Ranks are kept doubled: a mean rank is a half at most, so doubled ranks are
/// whole numbers and their sums are exact.
struct Ranks {
  let doubled: [Int]
  /// The sum of t³ - t over the groups of t tied values.
  let tieCorrection: Double

  init(_ values: [Double]) {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var doubled = [Int](repeating: 0, count: values.count)
    var tieCorrection = 0.0
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      for place in start..<end { doubled[order[place]] = start + 1 + end }
      let size = Double(end - start)
      tieCorrection += (size * size - 1) * size
      start = end
    }
    self.doubled = doubled
    self.tieCorrection = tieCorrection
  }
}
