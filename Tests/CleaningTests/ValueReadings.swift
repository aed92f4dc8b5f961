import Cleaning
import EvaluationData
import Foundation
import Testing

/// The rows of a file in `Reference`.
func referenceCases<Case: Decodable>(_ file: String, as type: Case.Type) throws -> [Case] {
  let folder = URL(filePath: #filePath).deletingLastPathComponent()
  let data = try Data(contentsOf: folder.appending(path: "Reference/\(file).json"))
  return try JSONDecoder().decode([Case].self, from: data)
}

/// A column whose kind does not matter.
let plainColumn = ColumnSchema.column("answer", .text)

extension Reading {
  var value: Value? { cell.value }

  /// What was changed, such as `number-format > 5`.
  var changed: String? { change.map { "\($0.rule.rawValue) > \($0.after)" } }

  /// The problem, such as `unreadable-date: expected a date`.
  var message: String? { problem.map { "\($0.kind.rawValue): expected \($0.expected)" } }

  /// Whether nothing was read, and cell, change and problem say so alike.
  var isUnreadable: Bool {
    cell == .missing(.unreadable) && change?.rule == .unreadable
      && change?.after == MissingReason.unreadable.rawValue && problem != nil
  }
}

extension DateReader {
  /// The day by the quick way, where there is one.
  func quick(_ text: String) -> CalendarDate? {
    let bytes = Array(text.utf8)
    return quick(bytes.span)
  }
}

extension NumberReader {
  /// The number by the quick way, where there is one.
  func quick(_ text: String) -> Double? {
    let bytes = Array(text.utf8)
    return quick(bytes.span)
  }
}
