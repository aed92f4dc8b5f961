/// The normal distribution of two measures with mean 0, variance 1 and a given correlation.
///
/// - Reference: Drezner & Wesolowsky (1990), doi:10.1080/00949659008811236.
struct BivariateNormal {
  let correlation: Double
  private let angle: Double

  init(correlation: Double) {
    self.correlation = correlation
    angle = arcsin(correlation)
  }

  func density(_ x: Double, _ y: Double) -> Double {
    guard x.isFinite, y.isFinite else { return 0 }
    let rest = (1 - correlation) * (1 + correlation)
    return exp(-(x * x - 2 * correlation * x * y + y * y) / (2 * rest))
      / (2 * Double.pi * rest.squareRoot())
  }

  /// The probability that neither measure lies above its limit.
  ///
  /// The limits may be infinite.
  func lowerTail(_ x: Double, _ y: Double) -> Double {
    let independent = Normal.upperTail(-x) * Normal.upperTail(-y)
    guard x.isFinite, y.isFinite else { return independent }
    // What the correlation adds, as an integral over its arcsine. It bends most near the
    // end, so the panels get narrower towards it.
    var sum = 0.0
    var start = 0.0
    for panel in 1...8 {
      let end = panel == 8 ? angle : angle * (1 - pow(0.5, Double(panel)))
      sum += gaussLegendre(from: start, to: end) { theta in
        let (sine, cosine) = (sin(theta), cos(theta))
        return exp(-(x * x - 2 * x * y * sine + y * y) / (2 * cosine * cosine))
      }
      start = end
    }
    return independent + sum / (2 * Double.pi)
  }
}

/// The integral of a smooth function, by ten points.
private func gaussLegendre(
  from start: Double, to end: Double, of function: (Double) -> Double
) -> Double {
  let points = [
    (0.1488743389816312, 0.2955242247147529), (0.4333953941292472, 0.2692667193099963),
    (0.6794095682990244, 0.2190863625159820), (0.8650633666889845, 0.1494513491505806),
    (0.9739065285171717, 0.0666713443086881),
  ]
  let (center, half) = ((start + end) / 2, (end - start) / 2)
  return half
    * points.reduce(0) { sum, point in
      sum + point.1 * (function(center - half * point.0) + function(center + half * point.0))
    }
}
