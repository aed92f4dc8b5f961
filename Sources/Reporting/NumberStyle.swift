package import EvaluationData

/// How a kind of number is written: in sentences, in Markdown and in a workbook.
///
/// Every view takes the style from here, so that all show the same digits.
package enum NumberStyle: Sendable, Hashable {
  case count
  case share
  /// A difference of shares, in percentage points and with its sign.
  case points
  case days
  /// A median, lowest or highest of whole things: no decimals unless it has some.
  case whole
  case score
  /// A difference of scores, with its sign.
  case change
  case netScore
  case number
  case signedNumber
  case p

  package init(_ statistic: Statistic) {
    switch statistic {
    case .meanChange, .medianChange, .attritionDifference: self = .change
    case .netScore: self = .netScore
    case .median, .minimum, .maximum: self = .whole
    case .standardizedChange, .ratingGap: self = .signedNumber
    case .fit: self = .p
    default:
      switch statistic.unit {
      case .count: self = .count
      case .share: self = .share
      case .points: self = .points
      case .days: self = .days
      case .score: self = .score
      case .number: self = .number
      }
    }
  }

  /// The number as it stands in a table.
  package func text(_ value: Double) -> String {
    switch self {
    case .count: grouped(decimal(value, places: 0))
    case .share: percent(value)
    case .points: signed(value * 100, places: 1)
    case .days, .whole: grouped(decimal(value, places: isWhole(value) ? 0 : 1))
    case .score, .number: decimal(value, places: 2)
    case .change, .signedNumber: signed(value, places: 2)
    case .netScore: signed(value, places: 0)
    case .p: probability(value)
    }
  }

  /// The number as it stands in a sentence, with its unit.
  package func phrase(_ value: Double) -> String {
    switch self {
    case .points: "\(text(value)) points"
    case .days: text(value) == "1" ? "1 day" : "\(text(value)) days"
    default: text(value)
    }
  }

  /// Two limits, such as "52% to 73%".
  package func text(_ limits: Finding.Limits) -> String {
    "\(text(limits.lower)) to \(text(limits.upper))"
  }

  /// The number that a cell of a workbook holds; points are written as points.
  func cellValue(_ value: Double) -> Double {
    self == .points ? Finding.rounded(value * 100) : value
  }

  /// The format code of a cell in a workbook.
  var cellFormat: String {
    switch self {
    case .count: "#,##0"
    case .share: "[=0]0%;[<0.00995]0.0%;0%"
    case .points: "+0.0;-0.0;0.0"
    // "#,##0.#" would leave a bare point behind 12.
    case .days, .whole: "General"
    case .score, .number: "0.00"
    case .change, .signedNumber: "+0.00;-0.00;0.00"
    case .netScore: "+0;-0;0"
    case .p: "[<0.001]\"<0.001\";0.000"
    }
  }

  /// What the heading of a column says about the unit.
  var headingUnit: String? {
    switch self {
    case .points: "percentage points"
    default: nil
    }
  }
}

/// A share as a percentage: whole, with one decimal below 1% and nearly 100% kept apart from it.
private func percent(_ value: Double) -> String {
  // A limit of 0 may come out of a formula as 1e-17.
  if value < 1e-9 { return "0%" }
  if value < 0.0005 { return "<0.1%" }
  if value < 0.00995 { return "\(decimal(value * 100, places: 1))%" }
  if value < 1, value >= 0.995 { return ">99%" }
  return "\(decimal(value * 100, places: 0))%"
}

private func probability(_ value: Double) -> String {
  value < 0.001 ? "<0.001" : decimal(value, places: 3)
}

private func isWhole(_ value: Double) -> Bool { value.rounded() == value }

/// The number with its sign; a number that rounds to zero has none.
private func signed(_ value: Double, places: Int) -> String {
  let text = decimal(value, places: places)
  let isZero = !text.contains { $0 >= "1" && $0 <= "9" }
  return value > 0 && !isZero ? "+\(text)" : text
}

/// The number with so many decimals, half away from zero, with a true minus sign.
func decimal(_ value: Double, places: Int) -> String {
  let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
  // Nine digits first, so that 0.285 * 100 is 28.5 and rounds as the eye expects.
  let scaled = Finding.rounded(value * scale).rounded()
  let digits = String(Int(scaled.magnitude))
  let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
  let whole = padded.dropLast(places)
  let text = places == 0 ? String(whole) : "\(whole).\(padded.suffix(places))"
  return scaled < 0 ? "−\(text)" : text
}

/// The number with a comma between thousands.
private func grouped(_ text: String) -> String {
  let parts = text.split(separator: ".", maxSplits: 1)
  let sign = parts[0].hasPrefix("−") ? "−" : ""
  var digits = parts[0].dropFirst(sign.count)
  var groups: [Substring] = []
  while digits.count > 3 {
    groups.insert(digits.suffix(3), at: 0)
    digits = digits.dropLast(3)
  }
  let whole = sign + ([digits] + groups).joined(separator: ",")
  return parts.count > 1 ? "\(whole).\(parts[1])" : whole
}

/// A whole number with a comma between thousands.
func counted(_ count: Int) -> String { NumberStyle.count.text(Double(count)) }
