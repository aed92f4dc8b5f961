/// How one office writes its exports.
struct Dialect {
  enum Encoding {
    case utf8
    case utf8WithMark
    case windows1252
    case utf16WithMark
  }

  enum DayStyle {
    case iso
    case slashed
  }

  let encoding: Encoding
  let delimiter: Character
  let lineEnd: String
  let dayStyle: DayStyle
  /// What stands between the two ages of an age band.
  let dash: String
  /// Whether a title and a row of blank cells come before the header.
  let hasTitle: Bool

  /// The programme's own files, kept by the evaluator.
  static let shared = Dialect(
    encoding: .utf8, delimiter: ",", lineEnd: "\n", dayStyle: .iso, dash: "–", hasTitle: false)

  func text(_ day: Day?) -> String {
    guard let day else { return "" }
    return switch dayStyle {
    case .iso: day.iso
    case .slashed: day.slashed
    }
  }

  /// One record, with quotes only where a cell needs them.
  func line(_ cells: [String]) -> String {
    cells.map(quoted).joined(separator: String(delimiter)) + lineEnd
  }

  private func quoted(_ cell: String) -> String {
    let needsQuotes = cell.contains {
      $0 == delimiter || $0 == "\"" || $0.isNewline
    }
    guard needsQuotes else { return cell }
    let doubled = cell.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
    return "\"\(doubled)\""
  }
}
