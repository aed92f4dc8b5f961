/// The ways to part a record into so many cells if one or two of its quotation marks stand wrong.
///
/// Each step away from the rules has its cost. Advice to the next person: what keeps this short
/// is that two steps are the most, and that a reading with too many cells is given up.
struct QuoteReadings {
  struct Reading {
    let fields: [[UInt8]]
    let cost: Int
    let mending: RowMending
  }

  private let record: ArraySlice<UInt8>
  private let cells: CellForm
  private let width: Int
  /// How many cells may still be tried.
  private var budget: Int
  private(set) var readings: [Reading] = []

  // A quotation mark too many is more likely than a separator too few; two faults are the most.
  private static let misplaced = 2
  private static let missing = 3
  private static let mostCost = 5

  init(of record: ArraySlice<UInt8>, _ cells: CellForm, width: Int) {
    self.record = record
    self.cells = cells
    self.width = width
    budget = 400 + 20 * width
    guard record.count <= RowMender.mostBytes, record.contains(cells.quote), !cells.usesBackslash
    else { return }
    read(from: record.startIndex, after: [], cost: 0, .quotationMark)
    // Of readings that were not all tried none is known to be the only one.
    if budget <= 0 { readings = [] }
  }

  /// The reading with the least cost; nil where there are several, or none.
  var cheapest: Reading? {
    let least = readings.map(\.cost).min()
    let cheapest = readings.filter { $0.cost == least }
    return cheapest.allSatisfy { $0.fields == cheapest[0].fields } ? cheapest.first : nil
  }

  private mutating func read(
    from start: Int, after fields: [[UInt8]], cost: Int, _ mending: RowMending
  ) {
    budget -= 1
    guard budget > 0, cost <= QuoteReadings.mostCost, fields.count < width else { return }
    let first = record[start...].firstIndex { !cells.isSpace($0) } ?? record.endIndex
    if first < record.endIndex, record[first] == cells.quote {
      readQuoted(openedAt: first, after: fields, cost: cost, mending)
      readPlain(from: start, after: fields, cost: cost + QuoteReadings.misplaced, mending)
    } else {
      readPlain(from: start, after: fields, cost: cost, mending)
    }
  }

  /// Goes on behind a field that a delimiter ends, or the record.
  private mutating func end(
    _ field: [UInt8], at end: Int, after fields: [[UInt8]], cost: Int, _ mending: RowMending
  ) {
    let fields = fields + [field]
    if end < record.endIndex {
      read(from: end + 1, after: fields, cost: cost, mending)
    } else if fields.count == width, cost > 0, cost <= QuoteReadings.mostCost {
      readings.append(Reading(fields: fields, cost: cost, mending: mending))
    }
  }

  private mutating func readPlain(
    from start: Int, after fields: [[UInt8]], cost: Int, _ mending: RowMending
  ) {
    let end = record[start...].firstIndex(of: cells.delimiter) ?? record.endIndex
    let text = cells.trimmed(record[start..<end])
    self.end(Array(text), at: end, after: fields, cost: cost, mending)
    // A quote behind a letter may open the next field, if only the delimiter is missing.
    guard let quote = text.dropFirst().firstIndex(of: cells.quote),
      !cells.isSpace(record[quote - 1])
    else { return }
    let left = cells.trimmed(record[start..<quote])
    read(
      from: quote, after: fields + [Array(left)], cost: cost + QuoteReadings.missing,
      .missingSeparator)
  }

  private mutating func readQuoted(
    openedAt open: Int, after fields: [[UInt8]], cost: Int, _ mending: RowMending
  ) {
    var field: [UInt8] = []
    var cost = cost
    var index = open + 1
    while index < record.endIndex, cost <= QuoteReadings.mostCost {
      guard record[index] == cells.quote else {
        field.append(record[index])
        index += 1
        continue
      }
      let next = index + 1
      let isDoubled = next < record.endIndex && record[next] == cells.quote
      let after = afterSpaces(isDoubled ? next + 1 : next)
      let isEnd = after == record.endIndex || record[after] == cells.delimiter
      if isEnd, !isDoubled {
        return end(field, at: after, after: fields, cost: cost, mending)
      }
      if isEnd {
        // Perhaps a single quote at the end of the text.
        end(
          field + [cells.quote], at: after, after: fields, cost: cost + QuoteReadings.misplaced,
          .quotationMark)
      }
      if next < record.endIndex, !cells.isSpace(record[next]) {
        read(
          from: next, after: fields + [field], cost: cost + QuoteReadings.missing, .missingSeparator
        )
      }
      field.append(cells.quote)
      if !isDoubled { cost += QuoteReadings.misplaced }
      index = isDoubled ? next + 1 : next
    }
  }

  private func afterSpaces(_ index: Int) -> Int {
    record[index...].firstIndex { !cells.isSpace($0) } ?? record.endIndex
  }
}
