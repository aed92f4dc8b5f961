package import EvaluationData

/// What one row of an export tells of a person.
package struct PersonRecord: Sendable {
  package let id: String
  package let address: CellAddress
  package let name: String?
  package let born: CalendarDate?
  package let email: String?
  package let phone: String?
  package let postcode: String?

  package init(
    id: String, address: CellAddress, name: String? = nil, born: CalendarDate? = nil,
    email: String? = nil, phone: String? = nil, postcode: String? = nil
  ) {
    self.id = id
    self.address = address
    self.name = name
    self.born = born
    self.email = email
    self.phone = phone
    self.postcode = postcode
  }
}

/// The columns of a source that tell who somebody is, by the names of the schema.
package struct PersonFields: Sendable, Hashable {
  package let source: String
  package let id: String
  /// The parts of the name in any order.
  package let names: [String]
  package let born: String?
  package let email: String?
  package let phone: String?
  package let postcode: String?

  package init(
    source: String, id: String, names: [String] = [], born: String? = nil, email: String? = nil,
    phone: String? = nil, postcode: String? = nil
  ) {
    self.source = source
    self.id = id
    self.names = names
    self.born = born
    self.email = email
    self.phone = phone
    self.postcode = postcode
  }
}

/// What the sources tell of people: a record for each row with an id.
package func personRecords(in tables: [Table], fields: [PersonFields]) -> [PersonRecord] {
  fields.flatMap { fields -> [PersonRecord] in
    guard let table = tables.first(where: { $0.name.name == fields.source }),
      let ids = table.text(fields.id)
    else { return [] }
    let names = fields.names.compactMap(table.text)
    let born = fields.born.flatMap(table.date)
    let email = fields.email.flatMap(table.text)
    let phone = fields.phone.flatMap(table.text)
    let postcode = fields.postcode.flatMap(table.text)
    return (0..<table.rowCount).compactMap { row in
      guard let id = ids[row].value?.trimmingWhiteSpace, !id.isEmpty else { return nil }
      let name = names.compactMap { $0[row].value }.joined(separator: " ")
      return PersonRecord(
        id: id, address: table.addresses.address(of: row, column: nil),
        name: name.isEmpty ? nil : name, born: born?[row].value, email: email?[row].value,
        phone: phone?[row].value, postcode: postcode?[row].value)
    }
  }
}

/// The forms in which contacts are compared.
enum Contact {
  /// In lower case; nil for what is no address.
  static func email(_ text: String) -> String? {
    let letters = text.trimmingWhiteSpace.lowercased()
    let parts = letters.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."),
      !letters.contains(where: \.isWhitespace)
    else { return nil }
    return letters
  }

  /// The digits behind the country code and zeros, so that +44 (0)20 and 020 are one
  /// and a spreadsheet that dropped the zero changes nothing; nil for fewer than nine.
  static func phone(_ text: String) -> String? {
    var digits = text.utf8.filter(isDigit)[...]
    let isInternational = text.trimmingWhiteSpace.hasPrefix("+") || digits.starts(with: "00".utf8)
    digits = digits.drop { $0 == 0x30 }
    if digits.starts(with: "44".utf8), isInternational || digits.count == 12 {
      digits = digits.dropFirst(2).drop { $0 == 0x30 }
    }
    guard (9...15).contains(digits.count), Set(digits).count > 1 else { return nil }
    return String(decoding: digits, as: UTF8.self)
  }

  static func postcode(_ text: String) -> String? { Postcode(text)?.description }
}
