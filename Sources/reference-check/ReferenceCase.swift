package import Foundation

/// One line of `cases.json`: what to compute, of which data, and what should come out.
package struct ReferenceCase: Sendable {
  package let id: String
  package let statistic: String
  package let parameters: [String: ReferenceValue]
  package let expected: [String: ReferenceValue]
  package let tolerance: Tolerance
  private let dataset: ReferenceValue
  private let folder: URL
  private let loaded: CSVTable?

  package struct Tolerance: Decodable, Sendable {
    let rel: Double
    let abs: Double
  }

  private struct Line: Decodable {
    let id: String
    let dataset: ReferenceValue?
    let statistic: String
    let parameters: [String: ReferenceValue]
    let expected: [String: ReferenceValue]
    let tolerance: Tolerance
  }

  package static func all(in folder: URL) throws -> [ReferenceCase] {
    try all(inFile: folder.appendingPathComponent("cases.json"))
  }

  package static func all(inFile file: URL) throws -> [ReferenceCase] {
    try JSONDecoder().decode([Line].self, from: Data(contentsOf: file))
      .map { ReferenceCase($0, in: file.deletingLastPathComponent()) }
  }

  private init(_ line: Line, in folder: URL) {
    id = line.id
    statistic = line.statistic
    parameters = line.parameters
    expected = line.expected
    tolerance = line.tolerance
    dataset = line.dataset ?? .missing
    self.folder = folder
    loaded =
      switch dataset {
      case .text(let name): try? Self.read(name, in: folder)
      case .named(let columns): CSVTable(columns)
      default: nil
      }
  }

  private static func read(_ name: String, in folder: URL) throws -> CSVTable {
    CSVTable(try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8))
  }
}

/// Why a case cannot be put to the library: it asks in a way that is not known here.
package enum CaseError: Error, Hashable {
  case noParameter(String)
  case noColumn(String)
  case noTable(String)
  case notUnderstood(String)
}

// MARK: Parameters

extension ReferenceCase {
  package func has(_ name: String) -> Bool {
    (parameters[name] ?? .missing) != .missing
  }

  package func number(_ name: String) throws -> Double {
    guard case .number(let number) = parameters[name] else { throw CaseError.noParameter(name) }
    return number
  }

  package func number(_ name: String, default value: Double) throws -> Double {
    has(name) ? try number(name) : value
  }

  package func integer(_ name: String) throws -> Int {
    guard let integer = Int(exactly: try number(name)) else { throw CaseError.noParameter(name) }
    return integer
  }

  package func text(_ name: String) throws -> String {
    guard case .text(let text) = parameters[name] else { throw CaseError.noParameter(name) }
    return text
  }

  package func text(_ name: String, default value: String) throws -> String {
    has(name) ? try text(name) : value
  }

  package func truth(_ name: String) throws -> Bool {
    guard case .truth(let truth) = parameters[name] else { throw CaseError.noParameter(name) }
    return truth
  }

  /// A list of numbers, some of which may be missing; a single number is a list of one.
  package func optionalNumbers(_ name: String) throws -> [Double?] {
    if case .number(let number) = parameters[name] { return [number] }
    guard case .list(let list) = parameters[name] else { throw CaseError.noParameter(name) }
    return try list.map { entry in
      switch entry {
      case .number(let number): number
      case .missing: nil
      default: throw CaseError.noParameter(name)
      }
    }
  }

  package func numbers(_ name: String) throws -> [Double] {
    try optionalNumbers(name).map { number in
      guard let number else { throw CaseError.noParameter(name) }
      return number
    }
  }

  package func integers(_ name: String) throws -> [Int] {
    try numbers(name).map { number in
      guard let integer = Int(exactly: number) else { throw CaseError.noParameter(name) }
      return integer
    }
  }

  package func texts(_ name: String) throws -> [String] {
    if case .text(let text) = parameters[name] { return [text] }
    guard case .list(let list) = parameters[name] else { throw CaseError.noParameter(name) }
    return list.map { entry in
      if case .text(let text) = entry { text } else { entry.description }
    }
  }

  /// A list of lists of numbers, row by row.
  package func matrix(_ name: String) throws -> [[Double]] {
    guard case .list(let rows) = parameters[name] else { throw CaseError.noParameter(name) }
    return try rows.map { row in
      guard case .list(let cells) = row else { throw CaseError.noParameter(name) }
      return try cells.map { cell in
        guard case .number(let number) = cell else { throw CaseError.noParameter(name) }
        return number
      }
    }
  }

  /// Named values, such as the margins of a population.
  package func named(_ name: String) throws -> [String: ReferenceValue] {
    guard case .named(let values) = parameters[name] else { throw CaseError.noParameter(name) }
    return values
  }
}

extension ReferenceCase {
  /// The points at which something is asked for: some cases name them among their expected
  /// values, beside what is expected there.
  package func points(_ name: String) -> [Double] {
    guard case .list(let list) = parameters[name] ?? expected[name] else { return [] }
    return list.compactMap { entry in
      switch entry {
      case .number(let number): number
      case .text("Inf"): .infinity
      case .text("-Inf"): -.infinity
      default: nil
      }
    }
  }
}

// MARK: Data

extension ReferenceCase {
  package var table: CSVTable {
    get throws {
      guard let loaded else { throw CaseError.noTable(dataset.description) }
      return loaded
    }
  }

  /// A further file of the folder.
  package func table(named name: String) throws -> CSVTable {
    guard let table = try? Self.read(name, in: folder) else { throw CaseError.noTable(name) }
    return table
  }

  package func texts(ofColumn name: String) throws -> [String?] { try table.texts(name) }

  package func column(_ name: String) throws -> [Double?] { try table.column(name) }

  /// The values of a column that are there.
  package func values(_ name: String) throws -> [Double] { try column(name).compactMap(\.self) }

  /// The rows in which no column is missing, column by column.
  package func complete(_ names: [String]) throws -> [[Double]] {
    let columns = try names.map(column)
    let rows = try (0..<table.rowCount).filter { row in columns.allSatisfy { $0[row] != nil } }
    return columns.map { column in rows.compactMap { column[$0] } }
  }

  /// All columns, row by row, with what is missing.
  package func rows() throws -> [[Double?]] {
    let columns = try table.names.map(column)
    return try (0..<table.rowCount).map { row in columns.map { $0[row] } }
  }

  /// The values by group, in the order of the groups' names; rows that lack either are left out.
  package func groups(of value: String, by group: String) throws -> [(name: String, [Double])] {
    var groups: [String: [Double]] = [:]
    for (value, group) in zip(try column(value), try texts(ofColumn: group)) {
      if let value, let group { groups[group, default: []].append(value) }
    }
    return groups.keys.sorted().map { ($0, groups[$0] ?? []) }
  }
}

/// A count that a cell states; nothing is none.
func wholeNumber(_ cell: Double?) throws -> Int {
  guard let whole = Int(exactly: cell ?? 0) else { throw CaseError.notUnderstood("a count") }
  return whole
}

extension CSVTable {
  package func texts(_ name: String) throws -> [String?] {
    guard let cells = cells(name) else { throw CaseError.noColumn(name) }
    return cells
  }

  package func column(_ name: String) throws -> [Double?] {
    try texts(name).map { cell in
      guard let cell, cell != "NA" else { return nil }
      guard let number = Double(cell) else { throw CaseError.noColumn(name) }
      return number
    }
  }
}
