import EvaluationData

/// The rows of one source that may be quoted, with what choosing among them needs.
struct QuoteCandidates {
  let spec: QuoteSpec
  let table: Table
  let codes: [Named]
  /// For each code the rows that carry it and whose writers agreed to be quoted, in order.
  let rows: [[Int]]
  private let coded: CodedText
  private let texts: TextCells
  private let persons: TextCells?
  private let redactor: Redactor
  private let balance: [AttributeColumn]
  private let show: [AttributeColumn]
  private let people: PeopleOfAttributes
  private let seed: UInt64

  init?(_ input: QuoteInput, _ spec: QuoteSpec) {
    guard let table = input.table(spec.source), let texts = table.text(spec.text),
      let coded = input.coded.first(where: { $0.source == spec.source && $0.column == spec.text }),
      let consent = QuoteConsent(input, source: spec.source)
    else { return nil }
    self.spec = spec
    self.table = table
    self.texts = texts
    self.coded = coded
    codes = coded.codes.choices
    persons = input.persons(of: spec.source)
    redactor = Redactor(names: spec.namesFile.flatMap { input.names[$0] } ?? [])
    balance = spec.balance.compactMap { input.attribute($0, of: spec.source) }
    show = spec.show.compactMap { input.attribute($0, of: spec.source) }
    people = PeopleOfAttributes(table.rowCount, persons, show)
    seed = input.seed
    var rows = [[Int]](repeating: [], count: codes.count)
    for row in 0..<table.rowCount where !texts.reasons.isMissing(row) && consent.isGiven(row) {
      coded.codes.forEachChoice(of: row) { code in
        if spec.codes?.contains(coded.codes.choices[code].name) != false { rows[code].append(row) }
      }
    }
    self.rows = rows
  }

  func person(_ row: Int) -> String? { persons?[row].value }

  func address(_ row: Int) -> CellAddress { table.addresses.address(of: row, column: nil) }

  /// What would be shown of a row for a code; nil where too little is left of it.
  func passage(_ row: Int, code: Int) -> String? {
    guard let text = texts[row].value else { return nil }
    return QuotePassage(of: text, around: match(row, code), by: redactor)?.text
  }

  /// Where the first rule of the code found its words.
  private func match(_ row: Int, _ code: Int) -> Range<Int> {
    var low = 0
    var high = coded.matches.count
    while low < high {
      let middle = (low + high) / 2
      if coded.matches[middle].row < row { low = middle + 1 } else { high = middle }
    }
    while low < coded.matches.count, coded.matches[low].row == row {
      if coded.matches[low].code == code {
        return coded.matches[low].start..<coded.matches[low].end
      }
      low += 1
    }
    return 0..<0
  }

  /// The levels over which quotes are spread; -1 where there is no answer.
  func groups(_ row: Int) -> [Int] { balance.map { $0.level(row) ?? -1 } }

  /// A row with its place in an order that only the seed and the texts decide.
  struct RankedRow: Comparable {
    let row: Int
    let rank: UInt64

    static func < (first: RankedRow, second: RankedRow) -> Bool {
      (first.rank, first.row) < (second.rank, second.row)
    }
  }

  /// The rows by the groups over which quotes are spread, each group in the order of its ranks.
  func inGroups(_ rows: [Int]) -> [(levels: [Int], rows: [RankedRow])] {
    var groups: [(levels: [Int], rows: [RankedRow])] = []
    var places: [[Int]: Int] = [:]
    for row in rows {
      let levels = self.groups(row)
      let place = places[levels] ?? groups.count
      if place == groups.count {
        places[levels] = place
        groups.append((levels, []))
      }
      groups[place].rows.append(RankedRow(row: row, rank: rank(row)))
    }
    for place in groups.indices { groups[place].rows.sort() }
    return groups
  }

  /// What reports call the columns whose labels stand beside a quote.
  var attributeNames: [String] { show.map(\.name.label) }

  /// The labels that would stand beside a quote.
  func attributes(_ row: Int) -> String {
    show.compactMap { show in show.level(row).map { show.levels[$0].label } }.joined(
      separator: ", ")
  }

  /// How many people of the source have the same attributes; nil where none would be shown.
  func sharing(_ row: Int) -> Int? {
    show.contains { $0.level(row) != nil } ? people.count(like: row, show) : nil
  }

  private func rank(_ row: Int) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ seed
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    for byte in spec.source.utf8 { add(byte) }
    texts.texts.withBytes(of: row) { text in
      for index in text.indices { add(text[index]) }
    }
    // The last bytes alone would hardly move the upper bits.
    hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
    return hash ^ (hash >> 31)
  }
}

/// How many people have each combination of attributes.
///
/// A row without an id is nobody's; without a column of ids each row is a person's.
private struct PeopleOfAttributes {
  private var counts: [Int: Int] = [:]

  init(_ rows: Int, _ persons: TextCells?, _ attributes: [AttributeColumn]) {
    guard !attributes.isEmpty else { return }
    var known: [Int: Set<String>] = [:]
    for row in 0..<rows {
      let combination = PeopleOfAttributes.combination(row, attributes)
      guard let persons else {
        counts[combination, default: 0] += 1
        continue
      }
      if let person = persons[row].value { known[combination, default: []].insert(person) }
    }
    if persons != nil { counts = known.mapValues(\.count) }
  }

  func count(like row: Int, _ attributes: [AttributeColumn]) -> Int {
    counts[PeopleOfAttributes.combination(row, attributes)] ?? 0
  }

  /// The levels of a row as one number.
  private static func combination(_ row: Int, _ attributes: [AttributeColumn]) -> Int {
    attributes.reduce(0) { $0 * ($1.levels.count + 1) + ($1.level(row) ?? -1) + 1 }
  }
}

/// Who agreed to be quoted.
private struct QuoteConsent {
  private let own: CategoryColumn?
  private let persons: TextCells?
  /// Those who said yes in a register, and those who said no in any.
  private var agreed: Set<String> = []
  private var refused: Set<String> = []

  init?(_ input: QuoteInput, source: String) {
    guard let roles = input.people(of: source), let table = input.table(source) else { return nil }
    own = roles.consent.flatMap { table.category($0) }
    persons = input.persons(of: source)
    for register in input.people where register.source != source {
      guard let consent = register.consent,
        let answers = input.table(register.source)?.category(consent),
        let ids = input.persons(of: register.source)
      else { continue }
      for row in 0..<answers.count {
        guard let id = ids[row].value, let answer = answers.level(row)?.name else { continue }
        if answer == "yes" { agreed.insert(id) } else { refused.insert(id) }
      }
    }
  }

  /// A yes for this row, or of its person where rows are not asked; a no anywhere else forbids it.
  func isGiven(_ row: Int) -> Bool {
    let person = persons?[row].value
    if let person, refused.contains(person) { return false }
    guard let own else { return person.map { agreed.contains($0) } ?? false }
    return own.level(row)?.name == "yes"
  }
}
