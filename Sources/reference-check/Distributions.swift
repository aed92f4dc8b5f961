import Foundation
import Statistics

/// The distribution functions.
let distributions: Family = [
  "distribution.normal": { reference in
    try values(
      of: .normal(
        mean: reference.number("mean", default: 0),
        standardDeviation: reference.number("sd", default: 1)), reference)
  },
  "distribution.t": { reference in
    try values(of: .studentT(degreesOfFreedom: reference.number("df")), reference)
  },
  "distribution.chisq": { reference in
    try values(of: .chiSquared(degreesOfFreedom: reference.number("df")), reference)
  },
  "distribution.f": { reference in
    try values(
      of: .fisherF(
        numeratorDegrees: reference.number("df1"), denominatorDegrees: reference.number("df2")),
      reference)
  },
  "distribution.gamma": { reference in
    try values(
      of: .gamma(shape: reference.number("shape"), scale: reference.number("scale")), reference)
  },
  "distribution.beta": { reference in
    try values(
      of: .beta(alpha: reference.number("shape1"), beta: reference.number("shape2")), reference)
  },
  "distribution.binomial": { reference in
    try values(
      of: .binomial(trials: reference.integer("size"), probability: reference.number("prob")),
      reference)
  },
  "distribution.hypergeom": { reference in
    try values(
      of: .hypergeometric(
        marked: reference.integer("m"), unmarked: reference.integer("n"),
        drawn: reference.integer("k")), reference)
  },
  "distribution.signrank": { reference in
    let count = try reference.integer("n")
    guard count >= 0 else { throw CaseError.notUnderstood("n") }
    return try values(of: .signedRank(ranks: Array(1..<(count + 1))), reference)
  },
  "distribution.ranksum": { reference in
    let (size, other) = (try reference.integer("m"), try reference.integer("n"))
    guard size >= 0, other >= 0 else { throw CaseError.notUnderstood("m") }
    // R's W is the rank sum less the smallest that there can be.
    return try values(
      of: .rankSum(ranks: Array(1..<(size + other + 1)), groupSize: size), reference,
      shift: size * (size + 1) / 2)
  },
]

private func values(
  of distribution: Distribution, _ reference: ReferenceCase
) throws -> Results {
  let (points, tails) = (reference.points("x"), reference.points("p"))
  func list(_ numbers: [Double]) -> ReferenceValue { .numbers(numbers) }
  return [
    "x": list(points), "p": list(tails),
    "density": list(points.map(distribution.density)),
    "cdf": list(points.map(distribution.lowerTail)),
    "sf": list(points.map(distribution.upperTail)),
    "log10_cdf": list(points.map { distribution.logLowerTail($0) / log(10) }),
    "log10_sf": list(points.map { distribution.logUpperTail($0) / log(10) }),
    "quantile": list(try tails.map { try distribution.lowerQuantile($0) }),
    "quantile_upper": list(try tails.map { try distribution.upperQuantile($0) }),
  ]
}

private func values(
  of distribution: CountDistribution, _ reference: ReferenceCase, shift: Int = 0
) throws -> Results {
  let (points, tails) = (reference.points("x"), reference.points("p"))
  let counts = try points.map { try wholeNumber($0.rounded(.down)) + shift }
  func list(_ numbers: [Double]) -> ReferenceValue { .numbers(numbers) }
  return [
    "x": list(points), "p": list(tails),
    "density": list(counts.map(distribution.probability)),
    "cdf": list(counts.map(distribution.lowerTail)),
    "sf": list(counts.map { distribution.upperTail(atLeast: $0 + 1) }),
    "log10_cdf": list(counts.map { distribution.logLowerTail($0) / log(10) }),
    "log10_sf": list(counts.map { distribution.logUpperTail(atLeast: $0 + 1) / log(10) }),
    "quantile": list(try tails.map { Double(try distribution.lowerQuantile($0) - shift) }),
    "quantile_upper": list(try tails.map { Double(try distribution.upperQuantile($0) - shift) }),
  ]
}
