package import EvaluationData

/// The columns of a source that hold ids of people.
package struct PersonColumns: Sendable, Hashable {
  package let source: String
  /// The names that the schema gives them.
  package let columns: [String]
  /// The column of which the source has one row for each id, if it is such a register.
  package let register: String?

  package init(source: String, columns: [String], register: String? = nil) {
    self.source = source
    self.columns = columns
    self.register = register
  }
}

/// The rows that were taken out, so that what was already said of them can be left out too.
///
/// It holds places and no texts.
package struct RemovedRows: Sendable {
  private var places: Set<CellAddress> = []

  /// Nothing was taken out.
  package init() {}

  package var isEmpty: Bool { places.isEmpty }

  fileprivate mutating func insert(_ row: Int, of source: SourceTable) {
    places.insert(source.addresses.address(of: row, column: nil))
  }

  package func contains(_ address: CellAddress) -> Bool {
    places.contains(CellAddress(file: address.file, line: address.line))
  }

  /// The problems of the other rows and of whole files.
  package func leavingOut(_ problems: [Problem]) -> [Problem] {
    isEmpty ? problems : problems.filter { !contains($0.address) }
  }

  /// The changes of the other rows.
  package func leavingOut(_ entries: [LedgerEntry]) -> [LedgerEntry] {
    isEmpty ? entries : entries.filter { !contains($0.address) }
  }

  /// The ledger without the changes of these rows.
  package func leavingOut(_ ledger: CleaningLedger) -> CleaningLedger {
    guard !isEmpty, ledger.contains(where: { contains($0.address) }) else { return ledger }
    return CleaningLedger(
      source: ledger.source, entries: ledger.filter { !contains($0.address) })
  }
}

extension CleaningLedger {
  /// A ledger of changes that were made before the columns were read.
  package init(source: String, entries: [LedgerEntry]) {
    self.init(source: source, leftOut: entries, columns: [], addresses: RowAddresses())
  }
}

/// The sources without the people who withdrew their consent.
package struct RemainingSources: Sendable {
  package let tables: [SourceTable]
  /// How many rows were taken out of each source, in the order of the tables.
  package let removedCounts: [(source: String, rows: Int)]
  package let removed: RemovedRows
}

/// The id of a person who withdrew, as it stands in a file of decisions.
package struct Withdrawal: Sendable, Hashable {
  package static let header = ["id", "on"]

  package let file: String
  package let line: Int
  package let id: String

  package init(file: String, line: Int, id: String) {
    self.file = file
    self.line = line
    self.id = id
  }
}

/// What is wrong with the ids of people who withdrew: those that stand in no export.
///
/// Those that are like one in the exports are told one by one: a person may have withdrawn in
/// vain. `allIDs` gives all ids of the person of an id.
package func unknownWithdrawals(
  _ withdrawals: [Withdrawal], known: KnownIDs, allIDs: (String) -> [String]
) -> [Problem] {
  let unknown = withdrawals.filter { withdrawal in
    !withdrawal.id.trimmingWhiteSpace.isEmpty
      && !allIDs(withdrawal.id).contains(where: known.contains)
  }
  func problem(_ withdrawal: Withdrawal, _ expected: String) -> Problem {
    Problem(
      .unknownWithdrawal,
      at: CellAddress(file: withdrawal.file, line: withdrawal.line, column: Withdrawal.header[0]),
      expected: expected)
  }
  let alike = unknown.filter { known.hasLike($0.id) }
  let others = unknown.filter { !known.hasLike($0.id) }
  var problems = alike.map {
    problem(
      $0,
      "the id as the exports have it; one there differs only in capitals, spaces, signs or "
        + "leading zeros")
  }
  let byFile = Dictionary(grouping: others, by: \.file).sorted { $0.key < $1.key }
  for (_, others) in byFile {
    guard let first = others.first else { continue }
    let found = others.count == 1 ? "this one is" : "from here on \(others.count) are"
    problems.append(problem(first, "ids that are in the exports; \(found) in none"))
  }
  return problems
}

/// Takes everything out that belongs to people who withdrew their consent.
///
/// The rows are taken out of the sources before anything is read in them, so that no
/// later step can tell of them: no cell, no change, no problem, no row that "repeats
/// line 17". Only corrections and what loading said come before; `removed` leaves
/// that out.
///
/// A row belongs to a person whose id stands in one of its columns of `people`, or when
/// it speaks, by one of `links`, of rows that all were taken out; links of links too.
/// Ids are compared without the white space around them.
package func withdraw(
  _ ids: [String], from sources: [SourceTable], people: [PersonColumns], links: [Reference] = []
) -> RemainingSources {
  let wanted = Set(ids.map(\.trimmingWhiteSpace)).subtracting([""])
  var isRemoved = sources.map { [Bool](repeating: false, count: $0.rowCount) }
  for (place, source) in sources.enumerated() where !wanted.isEmpty {
    let names = people.filter { $0.source == source.name }.flatMap(\.columns)
    for column in names.compactMap(source.column) {
      column.forEachID { row, id in
        guard wanted.contains(id) else { return }
        isRemoved[place][row] = true
      }
    }
  }
  var isGrowing = isRemoved.contains { $0.contains(true) }
  while isGrowing {
    isGrowing = false
    for link in links where follow(link, in: sources, &isRemoved) { isGrowing = true }
  }
  var removed = RemovedRows()
  for (place, source) in sources.enumerated() {
    for row in 0..<source.rowCount where isRemoved[place][row] { removed.insert(row, of: source) }
  }
  let counts = zip(sources, isRemoved).map { source, isRemoved in
    (source: source.name, rows: isRemoved.count { $0 })
  }
  let tables = zip(sources, isRemoved).map { source, isRemoved in
    isRemoved.contains(true)
      ? source.keeping((0..<source.rowCount).filter { !isRemoved[$0] }) : source
  }
  return RemainingSources(tables: tables, removedCounts: counts, removed: removed)
}

/// Marks the rows that speak of rows taken out and of no row that is left; tells
/// whether there are any.
private func follow(
  _ link: Reference, in sources: [SourceTable], _ isRemoved: inout [[Bool]]
) -> Bool {
  guard let from = sources.firstIndex(where: { $0.name == link.source }),
    let to = sources.firstIndex(where: { $0.name == link.target }),
    let speaking = sources[from].column(link.column),
    let spoken = sources[to].column(link.targetColumn)
  else { return false }
  var gone: Set<String> = []
  spoken.forEachID { row, id in if isRemoved[to][row], !id.isEmpty { gone.insert(id) } }
  if gone.isEmpty { return false }
  spoken.forEachID { row, id in if !isRemoved[to][row] { gone.remove(id) } }
  var hasMarked = false
  speaking.forEachID { row, id in
    guard !isRemoved[from][row], gone.contains(id) else { return }
    isRemoved[from][row] = true
    hasMarked = true
  }
  return hasMarked
}

extension SourceColumn {
  /// Lends each row's text without the white space around it.
  func forEachID(_ body: (_ row: Int, _ id: String) -> Void) {
    switch storage {
    case .distinct(let codes, let texts):
      let ids = (0..<texts.count).map { texts[$0].trimmingWhiteSpace }
      for (row, code) in codes.enumerated() { body(row, ids[Int(code)]) }
    case .each(let texts):
      for row in 0..<texts.count { body(row, texts[row].trimmingWhiteSpace) }
    }
  }
}
