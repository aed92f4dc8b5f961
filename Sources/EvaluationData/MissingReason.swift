/// Why there is no value.
///
/// The raw values are written in pipelines, ledgers and reports.
package enum MissingReason: String, Sendable, Hashable, CaseIterable {
  case notAsked = "not-asked"
  case skipped
  case preferNotToSay = "prefer-not-to-say"
  case dontKnow = "dont-know"
  case notApplicable = "not-applicable"
  case unreadable

  /// The reason as a reader meets it in a table.
  package var label: String {
    switch self {
    case .notAsked: "Not asked"
    case .skipped: "Left blank"
    case .preferNotToSay: "Prefer not to say"
    case .dontKnow: "Don't know"
    case .notApplicable: "Not applicable"
    case .unreadable: "Could not be read"
    }
  }

  /// A small number for packed columns, from 1 up: 0 is kept for "a value is there".
  package var code: UInt8 {
    switch self {
    case .notAsked: 1
    case .skipped: 2
    case .preferNotToSay: 3
    case .dontKnow: 4
    case .notApplicable: 5
    case .unreadable: 6
    }
  }

  package init?(code: UInt8) {
    guard let reason = MissingReason.allCases.first(where: { $0.code == code }) else { return nil }
    self = reason
  }
}

/// A value, or the reason there is none.
package enum Cell<Value: Sendable & Hashable>: Sendable, Hashable {
  case value(Value)
  case missing(MissingReason)

  package var value: Value? {
    switch self {
    case .value(let value): value
    case .missing: nil
    }
  }

  package var missingReason: MissingReason? {
    switch self {
    case .value: nil
    case .missing(let reason): reason
    }
  }
}

/// For each row, whether a value is there, and if not, why.
package struct MissingReasons: Sendable {
  private var codes: [UInt8] = []

  package init() {}

  /// For each row the code of its reason, or 0.
  package init(codes: [UInt8]) { self.codes = codes }

  /// Nothing is missing.
  package init(presentRows: Int) { codes = [UInt8](repeating: 0, count: presentRows) }

  package var count: Int { codes.count }

  package mutating func reserveCapacity(_ rows: Int) { codes.reserveCapacity(rows) }

  package mutating func append(_ reason: MissingReason?) { codes.append(reason?.code ?? 0) }

  package subscript(row: Int) -> MissingReason? {
    codes[row] == 0 ? nil : MissingReason(code: codes[row])
  }

  package func isMissing(_ row: Int) -> Bool { codes[row] != 0 }

  /// How many rows have each reason; reasons that no row has are not there.
  package var counts: [MissingReason: Int] {
    var tally = [Int](repeating: 0, count: 256)
    for code in codes { tally[Int(code)] += 1 }
    return MissingReasons.counts(tally)
  }

  /// The counts of the reasons of which there are any, by their codes in a tally.
  static func counts(_ tally: [Int]) -> [MissingReason: Int] {
    var counts: [MissingReason: Int] = [:]
    for reason in MissingReason.allCases where tally[Int(reason.code)] > 0 {
      counts[reason] = tally[Int(reason.code)]
    }
    return counts
  }
}
