import Foundation
import Testing

/// The rows of a file in `Reference`.
func referenceCases<Case: Decodable>(_ file: String, as type: Case.Type) throws -> [Case] {
  let url = try #require(Bundle.module.url(forResource: "Reference/\(file)", withExtension: "json"))
  return try JSONDecoder().decode([Case].self, from: Data(contentsOf: url))
}

/// A row that test output shows by its name.
protocol NamedCase: Decodable, Sendable, CustomTestStringConvertible {
  var name: String { get }
}

extension NamedCase {
  var testDescription: String { name }
}

extension Double {
  /// Whether two numbers agree but for a share of the larger of them.
  ///
  /// Zero agrees with zero only.
  func isClose(to other: Double, relative tolerance: Double = 1e-12) -> Bool {
    abs(self - other) <= tolerance * max(abs(self), abs(other))
  }
}
