import Statistics

/// A row of the references of weighting: the cars, and what their columns are by name.
protocol WeightingCase: NamedCase {
  var cyl: [Int] { get }
  var gear: [Int] { get }
  var carb: [Int] { get }
  var am: [Bool] { get }
}

extension WeightingCase {
  /// The category of each car; nil for a name that is none.
  func categories(_ name: String?) -> [Int]? {
    switch name {
    case "cyl": cyl
    case "gear": gear
    case "carb": carb
    case "am": am.map { $0 ? 1 : 0 }
    default: nil
    }
  }
}
