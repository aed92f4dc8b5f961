/// A row of `proportions.json`, for both intervals of a proportion.
struct ProportionCase: NamedCase {
  let name: String
  let successes: Int
  let trials: Int
  let level: Double
  let estimate: Double
  let wilsonLower: Double
  let wilsonUpper: Double
  let clopperPearsonLower: Double
  let clopperPearsonUpper: Double
}
