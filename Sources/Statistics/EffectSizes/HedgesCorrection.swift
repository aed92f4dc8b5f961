/// What a standardized mean difference is multiplied by to be unbiased, exactly.
///
/// - Reference: Hedges (1981), doi:10.3102/10769986006002107.
func hedgesCorrection(degreesOfFreedom: Double) -> Double {
  gammaDeltaRatio(degreesOfFreedom / 2, -0.5) / (degreesOfFreedom / 2).squareRoot()
}
