/// The changes that cleaning made to one column: each kind of change once, and where it was made.
///
/// A level written in another case may stand in a million rows.
package struct ColumnChanges: Sendable {
  package struct Change: Sendable, Hashable {
    package let before: String
    package let after: String
    package let rule: CleaningRule

    package init(before: String, after: String, rule: CleaningRule) {
      self.before = before
      self.after = after
      self.rule = rule
    }
  }

  /// The column's heading.
  package let header: String
  package private(set) var changes: [Change] = []
  private var places: [(row: UInt32, change: UInt32)] = []

  package init(header: String) { self.header = header }

  package var count: Int { places.count }

  /// Registers a change; the number returned stands for it.
  package mutating func add(_ change: Change) -> Int {
    changes.append(change)
    return changes.count - 1
  }

  /// Says that a registered change was made in a row; rows come in ascending order.
  package mutating func note(_ change: Int, row: Int) {
    places.append((UInt32(row), UInt32(change)))
  }

  /// Where a change was made, and which of `changes` it is.
  package func place(_ index: Int) -> (row: Int, change: Int) {
    (Int(places[index].row), Int(places[index].change))
  }
}

/// Every change that cleaning made to one source, in order of column and row.
package struct CleaningLedger: Sendable {
  package let source: String
  /// The rows that repeat earlier ones.
  package let leftOut: [LedgerEntry]
  package let columns: [ColumnChanges]
  package let addresses: RowAddresses

  package init(
    source: String, leftOut: [LedgerEntry], columns: [ColumnChanges], addresses: RowAddresses
  ) {
    self.source = source
    self.leftOut = leftOut
    self.columns = columns
    self.addresses = addresses
  }

  package var count: Int { columns.reduce(leftOut.count) { $0 + $1.count } }
}

extension CleaningLedger: Sequence {
  package struct Iterator: IteratorProtocol {
    fileprivate let ledger: CleaningLedger
    // -1 while the rows left out are told.
    private var column = -1
    private var index = 0

    fileprivate init(_ ledger: CleaningLedger) { self.ledger = ledger }

    package mutating func next() -> LedgerEntry? {
      if column < 0 {
        if index < ledger.leftOut.count {
          defer { index += 1 }
          return ledger.leftOut[index]
        }
        (column, index) = (0, 0)
      }
      while column < ledger.columns.count, index == ledger.columns[column].count {
        (column, index) = (column + 1, 0)
      }
      guard column < ledger.columns.count else { return nil }
      defer { index += 1 }
      let (row, place) = ledger.columns[column].place(index)
      let change = ledger.columns[column].changes[place]
      return LedgerEntry(
        source: ledger.source,
        address: ledger.addresses.address(of: row, column: ledger.columns[column].header),
        before: change.before, after: change.after, rule: change.rule)
    }
  }

  package func makeIterator() -> Iterator { Iterator(self) }
}
