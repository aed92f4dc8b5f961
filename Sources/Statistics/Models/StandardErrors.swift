/// What the standard errors of a linear model allow for.
///
/// - Reference: White (1980), doi:10.2307/1912934; MacKinnon & White (1985),
///   doi:10.1016/0304-4076(85)90158-7; Long & Ervin (2000), doi:10.1080/00031305.2000.10474549;
///   Newey & West (1987), doi:10.2307/1913610.
public enum StandardErrors: Sendable, Hashable, Codable {
  /// Nothing: the spread is the same everywhere.
  case classical
  /// A spread that differs between observations, in White's form; too small in small samples.
  case hc0
  /// The same with a correction for the number of columns.
  case hc1
  /// The same with each residual corrected for its leverage.
  case hc2
  /// The same with each residual corrected twice: the safe choice.
  case hc3
  /// Observations in order of time that are related over so many steps.
  case neweyWest(lags: Int)
  /// Observations that belong together, by the label of each one's cluster.
  case clustered(ClusterCorrection, labels: [Int])
}

/// How cluster-robust standard errors are corrected for few clusters.
///
/// Clusters are taken to be independent of each other.
///
/// - Reference: Liang & Zeger (1986), doi:10.1093/biomet/73.1.13.
public enum ClusterCorrection: String, Sendable, Hashable, Codable, CaseIterable {
  /// Not at all.
  case cr0
  /// By the number of clusters.
  case cr1
  /// By the numbers of clusters, observations and columns, as Stata does.
  case cr1s
  /// Each cluster by its own leverage: the choice for few clusters.
  ///
  /// Tests take Satterthwaite's degrees of freedom.
  ///
  /// - Reference: Bell & McCaffrey (2002), Survey Methodology 28, 169-181; Pustejovsky &
  ///   Tipton (2018), doi:10.1080/07350015.2016.1247004.
  case cr2
}

/// The covariance of coefficients, and the degrees of freedom of tests with it.
struct Covariance {
  let matrix: Matrix
  let degreesOfFreedom: (Int) -> Double
}

extension LeastSquares {
  func covariance(_ errors: StandardErrors) throws(SampleError) -> Covariance {
    try checkSpread()
    let meat: Matrix
    switch errors {
    case .classical:
      let variance = residualSquares / residualDegrees
      return constant((inverse * inverse.transposed).scaled(by: variance))
    case .hc0: meat = self.meat(of: residuals)
    case .hc1:
      meat = self.meat(of: residuals).scaled(by: Double(count) / residualDegrees)
    case .hc2: meat = self.meat(of: try residuals(correctedBy: 0.5))
    case .hc3: meat = self.meat(of: try residuals(correctedBy: 1))
    case .neweyWest(let lags): meat = try self.meat(overLags: lags)
    case .clustered(let correction, let labels):
      return try clustered(correction, labels)
    }
    return constant(meat.within(inverse))
  }

  private func constant(_ matrix: Matrix) -> Covariance {
    let degrees = residualDegrees
    return Covariance(matrix: matrix) { _ in degrees }
  }

  private func meat(of residuals: [Double]) -> Matrix {
    var meat = Matrix(rows: estimates.count, columns: estimates.count)
    for (row, residual) in residuals.enumerated() {
      meat.addSquare(of: basis.row(row), times: residual * residual)
    }
    return meat
  }

  private func residuals(correctedBy power: Double) throws(SampleError) -> [Double] {
    var corrected: [Double] = []
    for (row, residual) in residuals.enumerated() {
      guard leverages[row] < 1 - 1e-10 else { throw .fullLeverage(index: row) }
      corrected.append(residual / pow(1 - leverages[row], power))
    }
    return corrected
  }

  /// - Reference: Newey & West (1987), doi:10.2307/1913610.
  private func meat(overLags lags: Int) throws(SampleError) -> Matrix {
    guard lags >= 0, lags < count else {
      throw .tooFewObservations(required: lags + 1, found: count)
    }
    let scores = (0..<count).map { row in basis.row(row).map { $0 * residuals[row] } }
    var meat = meat(of: residuals)
    for lag in stride(from: 1, through: lags, by: 1) {
      let weight = 1 - Double(lag) / Double(lags + 1)
      for row in lag..<count {
        // Both products of a pair: the square of the sum less the single squares.
        meat.addSquare(of: zip(scores[row], scores[row - lag]).map { $0 + $1 }, times: weight)
        meat.addSquare(of: scores[row], times: -weight)
        meat.addSquare(of: scores[row - lag], times: -weight)
      }
    }
    return meat
  }
}
