import EvaluationData
import Testing

@testable import Cleaning

/// Many rows at once give what one row after the other gives.
@Suite struct ChosenRowsTests {
  private static let cells: [Cell<Bool>] =
    [.value(true), .value(false)] + MissingReason.allCases.map { .missing($0) }

  /// Every cell of one column beside every cell of another.
  @Test(arguments: [(0, 1), (3, 63), (3, 64), (70, 130)])
  func `columns added whole are those added cell by cell`(_ first: Int, _ second: Int) {
    let cells = ChosenRowsTests.cells
    let choices = (0...130).map { Named("c\($0)", label: "C\($0)") }
    let rows = cells.count * cells.count
    let columns = [
      (choice: first, codes: (0..<rows).map { UInt16($0 / cells.count) }),
      (choice: second, codes: (0..<rows).map { UInt16($0 % cells.count) }),
    ]
    // The rows begin and end with some of another file.
    var whole = ChosenRows(choices, rows: rows + 2)
    var single = ChosenRows(choices, rows: rows + 2)
    for (choice, codes) in columns {
      whole.add(choice, row: 1, codes[...], standingFor: cells)
      for (row, code) in codes.enumerated() {
        single.add(choice, row: row + 1, cells[Int(code)])
      }
    }
    #expect(whole.column.words == single.column.words)
    for row in 0..<rows + 2 { #expect(whole.reason(row) == single.reason(row)) }
    #expect(whole.reason(0) == .notAsked)
    #expect(whole.reason(rows + 1) == .notAsked)
  }

  @Test func `what one column tells outweighs that another has nothing`() {
    let choices = [Named("a", label: "A"), Named("b", label: "B")]
    let reasons = ChosenRowsTests.cells.map { first in
      ChosenRowsTests.cells.map { second in
        var chosen = ChosenRows(choices, rows: 1)
        chosen.add(0, row: 0, first)
        chosen.add(1, row: 0, second)
        return chosen.reason(0)
      }
    }
    let (none, asked): (MissingReason?, MissingReason) = (nil, .notAsked)
    let (blank, silent, unsure) = (
      MissingReason.skipped, MissingReason.preferNotToSay, MissingReason.dontKnow
    )
    let (other, damaged) = (MissingReason.notApplicable, MissingReason.unreadable)
    #expect(
      reasons == [
        [none, none, none, none, none, none, none, none],
        [none, none, none, none, none, none, none, none],
        [none, none, asked, blank, silent, unsure, other, damaged],
        [none, none, blank, blank, blank, blank, blank, blank],
        [none, none, silent, blank, silent, blank, blank, blank],
        [none, none, unsure, blank, blank, unsure, blank, blank],
        [none, none, other, blank, blank, blank, other, blank],
        [none, none, damaged, blank, blank, blank, blank, damaged],
      ])
  }
}
