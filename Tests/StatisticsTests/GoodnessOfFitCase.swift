/// A row of `goodness-of-fit.json`, for both tests and their effect.
struct GoodnessOfFitCase: NamedCase {
  let name: String
  let counts: [Int]
  let probabilities: [Double]
  let outcomes: Int
  let probability: Double
  let exactPValue: Double
  let statistic: Double
  let degreesOfFreedom: Double
  let pValue: Double
  let effect: Double
  let lower: Double
  let upper: Double
}
