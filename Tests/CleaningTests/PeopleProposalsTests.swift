import Cleaning
import EvaluationData
import Testing

/// Somebody on a line of `people.csv`.
private func person(
  _ id: String, _ name: String? = nil, born: String? = nil, email: String? = nil,
  phone: String? = nil, postcode: String? = nil, line: Int = 2
) -> PersonRecord {
  PersonRecord(
    id: id, address: CellAddress(file: "people.csv", line: line), name: name,
    born: born.flatMap { CalendarDate(iso: $0) }, email: email, phone: phone, postcode: postcode)
}

/// The proposals as short lines: the two ids and the evidence.
private func proposals(
  _ records: [PersonRecord], decided: PeopleAnswers = PeopleAnswers()
) -> [String] {
  proposedPeople(records, decided: decided).value.map { proposal in
    "\(proposal.firstID) \(proposal.secondID): "
      + proposal.evidence.map(\.rawValue).joined(separator: "; ")
  }
}

struct PeopleProposalsTests {
  @Test func `a shared date of birth speaks beside a similar name`() {
    #expect(
      proposals([
        person("1", "Bob Smith", born: "1960-05-04"),
        person("2", "Mary Khan", born: "1960-05-04"),
        person("3", "Smyth, Robert", born: "1960-05-04"),
        person("4", "Bob Smith", born: "1961-06-04"), person("5", born: "1960-05-04"),
      ]) == ["1 3: same date of birth and similar name"])
  }

  @Test func `a shared postcode speaks beside a similar name`() {
    #expect(
      proposals([
        person("1", "Bob Smith", postcode: "w6 9jh"), person("2", "Mary Smith", postcode: "W6 9JH"),
        person("3", "Robert Smith", postcode: "W69JH"), person("4", "Bob Smith", postcode: "W6"),
        person("5", "Bob Smith", postcode: "W6 9JJ"),
      ]) == ["1 3: same postcode and similar name"])
  }

  @Test(arguments: [
    ("1960-05-04", "1960-04-05", true), ("1960-05-04", "1960-05-14", true),
    ("1960-05-04", "1961-05-04", true), ("1960-05-04", "1960-05-04", true),
    ("1960-05-04", "1986-11-30", false), ("1960-05-04", "1961-05-14", false),
  ])
  func `father and son at one address are two, a slip in the date is none`(
    _ first: String, _ second: String, _ isProposed: Bool
  ) {
    let found = proposals([
      person("1", "Bob Smith", born: first, postcode: "W6 9JH"),
      person("2", "Bob Smith", born: second, postcode: "W6 9JH"),
    ])
    #expect(found.isEmpty == !isProposed)
  }

  @Test(arguments: [
    ("a.b@example.org", " A.B@Example.org ", true), ("a.b@example.org", "ab@example.org", false),
    ("none", "none", false), ("@example.org", "@example.org", false), ("a@b", "a@b", false),
    ("a b@example.org", "a b@example.org", false),
  ])
  func `e-mails are compared without case`(_ first: String, _ second: String, _ isSame: Bool) {
    #expect(
      proposals([person("1", email: first), person("2", email: second)])
        == (isSame ? ["1 2: same e-mail"] : []))
  }

  @Test(arguments: [
    ("020 7946 0958", "+44 (0)20 7946-0958", true), ("02079460958", "2079460958", true),
    ("07700900123", "00447700900123", true), ("07700900123", "447700900123", true),
    ("07700900123", "07700900124", false), ("0000000000", "0000000000", false),
    ("12345", "12345", false), ("+33 1 70 18 99 00", "0033170189900", true),
    ("01632 960001 or 01632 960002", "01632 960001 or 01632 960002", false),
  ])
  func `phones are compared as the digits that are dialled`(
    _ first: String, _ second: String, _ isSame: Bool
  ) {
    #expect(
      proposals([person("1", phone: first), person("2", phone: second)])
        == (isSame ? ["1 2: same phone"] : []))
  }

  @Test func `a couple that shares an e-mail is two people when its birthdays are known`() {
    let email = "smiths@example.org"
    #expect(
      proposals([
        person("1", "Bob Smith", born: "1960-05-04", email: email),
        person("2", "Mary Smith", born: "1962-11-30", email: email),
      ]) == [])
    #expect(
      proposals([
        person("1", "Bob Smith", email: email),
        person("2", "Mary Smith", born: "1962-11-30", email: email),
      ]) == ["1 2: same e-mail"])
    #expect(
      proposals([
        person("1", "Bob Smith", born: "1960-05-04", email: email),
        person("2", "Robert Smith", born: "1962-11-30", email: email),
      ]) == ["1 2: same e-mail"])
  }

  @Test func `the evidence of several rows of two people is one proposal`() {
    #expect(
      proposals([
        person("7", "Ann Lee", born: "1950-01-02"), person("3", email: "ann@example.org"),
        person(" 7 ", email: "ann@example.org", phone: "07700 900123"),
        person("3", "Anne Lee", born: "1950-01-02", phone: "07700900123"),
        person("7", "Ann Lee", born: "1950-01-02"),
      ]) == ["7 3: same e-mail; same phone; same date of birth and similar name"])
  }

  @Test func `a value that too many share is told and proposes nobody`() {
    let records = (0...mostPeopleOfOneValue).map { number in
      person("id\(number)", "Ann Lee", born: "1900-01-01", line: number + 2)
    }
    let many = proposedPeople(records, decided: PeopleAnswers())
    #expect(many.value == [])
    #expect(
      many.problems.map(\.description) == [
        "people.csv:2: shared-by-many: expected at most 50 ids with one date of birth; "
          + "51 have this one"
      ])
    #expect(many.problems.map(\.value) == [nil])
    let enough = proposedPeople(Array(records.dropLast()), decided: PeopleAnswers())
    #expect(enough.value.count == 50 * 49 / 2)
    #expect(enough.problems == [])
  }

  @Test(arguments: [
    (PersonEvidence.email, "e-mail"), (.phone, "phone"), (.born, "date of birth"),
    (.postcode, "postcode"),
  ])
  func `the message names what is shared, not its value`(
    _ evidence: PersonEvidence, _ word: String
  ) {
    let records = (0..<60).map { number in
      switch evidence {
      case .email: person("id\(number)", email: "info@example.org")
      case .phone: person("id\(number)", phone: "02079460958")
      case .born: person("id\(number)", "Ann Lee", born: "1900-01-01")
      case .postcode: person("id\(number)", "Ann Lee", postcode: "W6 9JH")
      }
    }
    #expect(
      proposedPeople(records, decided: PeopleAnswers()).problems.map(\.description) == [
        "people.csv:2: shared-by-many: expected at most 50 ids with one \(word); 60 have this one"
      ])
  }

  @Test func `a decided pair is not proposed again, nor what follows from decisions`() {
    let email = "ann@example.org"
    let records = ["a", "b", "c", "d", "e"].map { person($0, email: email) }
    let decisions = [
      peopleDecision("a", "b", "same"), peopleDecision("b", "c", "same"),
      peopleDecision("d", "c", "different"), peopleDecision("a", "e", "same", by: ""),
    ]
    let answers = PeopleAnswers.reading(decisions).value
    #expect(
      proposals(records, decided: answers) == [
        "a e: same e-mail", "b e: same e-mail", "c e: same e-mail", "d e: same e-mail",
      ])
  }

  @Test func `records are made of the cells that have values`() async {
    let table = await clean(
      source([
        ("id", ["1", " 2 ", ""]), ("given", ["Ann", "", "Bob"]), ("family", ["Lee", "", "Lee"]),
        ("born", ["2/1/1950", "31/31/1950", ""]), ("mail", ["N/A", "ann@example.org", ""]),
      ]),
      [
        .column("id", .id), .column("given", .text), .column("family", .text),
        .column("born", .date(.dayMonth)), .column("mail", .text),
      ]
    ).value.table
    let records = personRecords(
      in: [table],
      fields: [
        PersonFields(
          source: "members", id: "id", names: ["given", "family"], born: "born", email: "mail",
          phone: "none"),
        PersonFields(source: "others", id: "id"),
      ])
    #expect(records.map(\.id) == ["1", "2"])
    #expect(records.map(\.name) == ["Ann Lee", nil])
    #expect(records.map { $0.born?.description } == ["1950-01-02", nil])
    #expect(records.map(\.email) == [nil, "ann@example.org"])
    #expect(records.map(\.address.line) == [2, 3])
    #expect(records.map(\.phone) == [nil, nil])
  }

  /// All pairs would be two hundred million comparisons, and this test would not end.
  @Test func `many people are compared in blocks`() {
    var seed: UInt64 = 1
    func random(_ bound: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % bound
    }
    let parts = ["an", "ber", "cor", "dal", "el", "fin", "gor", "han", "is", "jo"]
    func name() -> String { (0..<3).map { _ in parts[random(10)] }.joined() }
    var records = (0..<20_000).map { number in
      person("id\(number)", "\(name()) \(name())", email: "p\(number)@example.org", line: number)
        .born(1 + random(5_000))
    }
    records.append(person("twice", records[777].name, line: 1).born(777).email(777))
    let found = proposedPeople(records, decided: PeopleAnswers()).value
    #expect(found.contains { $0.firstID == "id777" && $0.secondID == "twice" })
  }
}

extension PersonRecord {
  fileprivate func born(_ day: Int) -> PersonRecord {
    PersonRecord(
      id: id, address: address, name: name, born: CalendarDate(daysSince1970: day), email: email)
  }

  fileprivate func email(_ number: Int) -> PersonRecord {
    PersonRecord(
      id: id, address: address, name: name, born: born, email: "p\(number)@example.org")
  }
}
