/// A scale with round numbers, from the lowest to the highest value that is drawn.
struct Axis {
  let lower: Double
  let upper: Double
  let ticks: [Double]
  let style: NumberStyle

  /// - Parameters:
  ///   - values: Everything that must find room.
  ///   - from: Where the scale starts at the latest; nil lets it start near the lowest value.
  ///   - style: How its numbers are written.
  init(_ values: [Double], from: Double?, style: NumberStyle) {
    var low = values.min() ?? 0
    if let from { low = min(from, low) }
    var high = max(values.max() ?? 1, low)
    if style == .share { high = min(high, 1) }
    if high - low < 1e-9 { high = low + 1 }
    let step = Axis.step(for: (high - low) / 5)
    let first = (low / step + 1e-9).rounded(.down)
    let last = (high / step - 1e-9).rounded(.up)
    lower = first * step
    upper = last * step
    ticks = (0...Int(last - first)).map { (first + Double($0)) * step }
    self.style = style
  }

  /// The next round number: 1, 2 or 5 times a power of ten.
  private static func step(for rough: Double) -> Double {
    var power = 1.0
    while power > rough { power /= 10 }
    while power * 10 <= rough { power *= 10 }
    return [1.0, 2, 5, 10].map { $0 * power }.first { $0 >= rough - 1e-12 } ?? power * 10
  }

  /// Where a value stands between 0 and 1.
  func place(_ value: Double) -> Double {
    (min(max(value, lower), upper) - lower) / (upper - lower)
  }

  /// The number at a tick, with as many decimals as the steps need.
  func label(_ tick: Double) -> String {
    let step = ticks.count > 1 ? ticks[1] - ticks[0] : 1
    let clean = abs(tick) < step / 1000 ? 0 : tick
    switch style {
    case .share:
      return "\(decimal(clean * 100, places: step >= 0.00999 ? 0 : 1))%"
    default:
      return decimal(clean, places: step >= 0.999 ? 0 : step >= 0.0999 ? 1 : 2)
    }
  }
}
