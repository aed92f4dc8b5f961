package import EvaluationData

/// Why two ids may be one person's.
package enum PersonEvidence: String, Sendable, Hashable, CaseIterable {
  case email = "same e-mail"
  case phone = "same phone"
  case born = "same date of birth and similar name"
  case postcode = "same postcode and similar name"

  /// What many people share, for messages.
  fileprivate var shared: String {
    switch self {
    case .email: "e-mail"
    case .phone: "phone"
    case .born: "date of birth"
    case .postcode: "postcode"
    }
  }

  fileprivate var bit: UInt8 { 1 << UInt8(PersonEvidence.allCases.firstIndex(of: self) ?? 0) }
}

/// Two ids that may be one person's, for somebody to decide.
package struct PersonProposal: Sendable, Hashable {
  /// The id that comes first in the exports.
  package let firstID: String
  package let secondID: String
  package let evidence: [PersonEvidence]

  package init(firstID: String, secondID: String, evidence: [PersonEvidence]) {
    self.firstID = firstID
    self.secondID = secondID
    self.evidence = evidence
  }
}

/// The largest number of ids for which a shared value is a sign of one person.
package let mostPeopleOfOneValue = 50

/// The pairs of ids that may be one person's and that nobody has decided on.
///
/// The evidence is one of four: an e-mail or a phone that both have, or a date of birth or a
/// postcode that both have beside a similar name (`PersonName.isSimilar`). Two dates of birth
/// that differ in more than a slip speak against a shared postcode, and beside names that are
/// not similar against a shared e-mail or phone, as couples have. A slip is one digit,
/// or day and month in the other order.
///
/// Only people who share a value are compared, and none where more than
/// `mostPeopleOfOneValue` do: that is a problem instead. So n rows need sorting, in
/// O(n log n), and at most 4 · 25 · n comparisons. The pairs come in the order in which
/// their ids come in the records.
package func proposedPeople(
  _ records: [PersonRecord], decided: PeopleAnswers
) -> Checked<[PersonProposal]> {
  let people = KnownPeople(records)
  var problems: [Problem] = []
  var signs: [(pair: UInt64, evidence: PersonEvidence)] = []
  for evidence in PersonEvidence.allCases {
    for group in people.sharing(evidence) {
      guard group.people.count <= mostPeopleOfOneValue else {
        problems.append(
          Problem(
            .sharedByMany, at: group.address,
            expected: "at most \(mostPeopleOfOneValue) ids with one \(evidence.shared); "
              + "\(group.people.count) have this one"))
        continue
      }
      for (place, first) in group.people.enumerated() {
        for second in group.people[(place + 1)...]
        where people.speaks(evidence, for: first, second) {
          signs.append((UInt64(first) << 32 | UInt64(second), evidence))
        }
      }
    }
  }
  signs.sort { $0.pair < $1.pair }
  var proposals: [PersonProposal] = []
  var next = 0
  while next < signs.count {
    let pair = signs[next].pair
    var bits: UInt8 = 0
    while next < signs.count, signs[next].pair == pair {
      bits |= signs[next].evidence.bit
      next += 1
    }
    let (first, second) = (people.ids[Int(pair >> 32)], people.ids[Int(pair & 0xFFFF_FFFF)])
    guard !decided.isDecided(first, second) else { continue }
    proposals.append(
      PersonProposal(
        firstID: first, secondID: second,
        evidence: PersonEvidence.allCases.filter { bits & $0.bit != 0 }))
  }
  return Checked(proposals, problems: problems)
}

/// The people of the records by number, in the order in which their ids come.
private struct KnownPeople {
  private(set) var ids: [String] = []
  private var names: [[PersonName]] = []
  private var born: [[CalendarDate]] = []
  private let records: [PersonRecord]
  /// For each record the number of its person.
  private var personOfRecord: [Int] = []

  init(_ records: [PersonRecord]) {
    self.records = records
    var numbers: [String: Int] = [:]
    var texts: [Set<String>] = []
    for record in records {
      let id = record.id.trimmingWhiteSpace
      let number = numbers[id] ?? ids.count
      if number == ids.count {
        numbers[id] = number
        ids.append(id)
        names.append([])
        born.append([])
        texts.append([])
      }
      personOfRecord.append(number)
      if let name = record.name, texts[number].insert(name).inserted {
        names[number].append(PersonName(name))
      }
      if let day = record.born, !born[number].contains(day) { born[number].append(day) }
    }
  }

  /// The people who have one value, where several do; with the place of the first.
  func sharing(_ evidence: PersonEvidence) -> [(people: [Int], address: CellAddress)] {
    var values: [(value: String, record: Int)] = []
    for (index, record) in records.enumerated() {
      let value: String? =
        switch evidence {
        case .email: record.email.flatMap(Contact.email)
        case .phone: record.phone.flatMap(Contact.phone)
        case .born: record.born?.description
        case .postcode: record.postcode.flatMap(Contact.postcode)
        }
      if let value { values.append((value, index)) }
    }
    values.sort { ($0.value, $0.record) < ($1.value, $1.record) }
    var groups: [(people: [Int], address: CellAddress)] = []
    var start = 0
    while start < values.count {
      let end = values[start...].firstIndex { $0.value != values[start].value } ?? values.count
      let people = Set(values[start..<end].map { personOfRecord[$0.record] }).sorted()
      if people.count > 1 { groups.append((people, records[values[start].record].address)) }
      start = end
    }
    return groups
  }

  /// Whether a shared value is a sign that two people are one.
  func speaks(_ evidence: PersonEvidence, for first: Int, _ second: Int) -> Bool {
    switch evidence {
    case .born: haveSimilarNames(first, second)
    case .postcode: !haveOtherBirthdays(first, second) && haveSimilarNames(first, second)
    case .email, .phone:
      names[first].isEmpty || names[second].isEmpty || !haveOtherBirthdays(first, second)
        || haveSimilarNames(first, second)
    }
  }

  private func haveSimilarNames(_ first: Int, _ second: Int) -> Bool {
    names[first].contains { name in names[second].contains { name.isSimilar(to: $0) } }
  }

  /// Whether the dates of birth are known and differ in more than a slip.
  private func haveOtherBirthdays(_ first: Int, _ second: Int) -> Bool {
    !born[first].isEmpty && !born[second].isEmpty
      && !born[first].contains { day in born[second].contains { day.isSlip(of: $0) } }
  }
}

extension CalendarDate {
  /// Whether two days are one but for a digit, or for the order of day and month.
  fileprivate func isSlip(of other: CalendarDate) -> Bool {
    let (mine, others) = (components, other.components)
    if mine.year == others.year, mine.month == others.day, mine.day == others.month { return true }
    return zip(description.utf8, other.description.utf8).count { $0 != $1 } <= 1
  }
}
