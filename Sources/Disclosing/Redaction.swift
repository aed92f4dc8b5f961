/// What may tell who somebody is, by the word that is put in its place.
package enum RedactedKind: String, Sendable, Hashable, CaseIterable {
  case name
  case phone
  case email = "e-mail"
  case link
  case handle
  case postcode
  case address
  case nhsNumber = "NHS number"
  /// The number of a record: a patient's, a member's, of National Insurance.
  case number
  case dateOfBirth = "date of birth"
  /// A full date: day, month and year.
  case date

  /// Such as `[name]`.
  package var placeholder: String { "[\(rawValue)]" }
}

/// A part of a text that is not to be shown.
package struct Redaction: Sendable, Hashable {
  package let kind: RedactedKind
  /// In bytes of the text's UTF-8.
  package let range: Range<Int>

  package init(_ kind: RedactedKind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}

/// Finds what may tell who somebody is, in a text that people wrote.
///
/// It knows the names that it is given, common given names, and how people write names, numbers
/// and addresses. It knows no person: whoever is told by what happened to them is not found.
package struct Redactor: Sendable {
  private let names: NameList

  /// Names as an organisation lists them, such as those of its staff.
  package init(names: [String] = []) { self.names = NameList(names) }

  /// The parts that are not to be shown, in their order; none overlaps another.
  package func redactions(in text: String) -> [Redaction] {
    let text = RedactionText(text)
    var found: [FoundPart] = []
    // What comes first wins where two overlap: a number that is called an NHS number is no phone.
    for part in text.contacts + text.recordNumbers + text.phones + text.postcodes + text.dates
      + text.addresses + text.names(names)
    where !found.contains(where: { $0.range.overlaps(part.range) }) {
      found.append(part)
    }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }.map { part in
      Redaction(part.kind, text.bytes(of: part.range))
    }
  }
}

/// A part that was found, in scalars.
struct FoundPart {
  let kind: RedactedKind
  let range: Range<Int>

  init(_ kind: RedactedKind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}
