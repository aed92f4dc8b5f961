/// A cell that somebody mistyped, left out or put another way.
///
/// Everything that is wrong on purpose in one cell of a list of people is here; the README of the
/// data names each.
struct SpoiledCell {
  let id: String
  let column: MemberColumn
  let text: String

  init(_ id: String, _ column: MemberColumn, _ text: String) {
    self.id = id
    self.column = column
    self.text = text
  }
}

let spoiledCells = [
  SpoiledCell("HF-003", .gender, "Femlae"),
  SpoiledCell("HF-009", .gender, "F"),
  SpoiledCell("HF-014", .gender, "prefer not to say"),
  SpoiledCell("HF-022", .gender, "female "),
  SpoiledCell("HF-006", .joined, "31/02/2010"),
  SpoiledCell("HF-011", .ethnicGroup, "Prefer not to say"),
  SpoiledCell("HF-018", .ethnicGroup, "N/A"),
  SpoiledCell("HF-020", .ageBand, ""),
  SpoiledCell("HF-012", .area, "north"),
  SpoiledCell("HF-017", .works, "yes "),
  SpoiledCell("LI-004", .gender, "MALE"),
  SpoiledCell("LI-010", .gender, "female "),
  SpoiledCell("LI-019", .gender, ""),
  SpoiledCell("LI-008", .diabetesType, "Type II"),
  SpoiledCell("LI-016", .diabetesType, "type 2"),
  SpoiledCell("LI-021", .ethnicGroup, "white british"),
  SpoiledCell("LI-023", .recruited, ""),
  SpoiledCell("LI-006", .quoted, "N/A"),
  SpoiledCell("NM-002", .gender, "M"),
  SpoiledCell("NM-005", .gender, "MALE"),
  SpoiledCell("NM-011", .gender, "F"),
  SpoiledCell("NM-017", .gender, "N/A"),
  SpoiledCell("NM-020", .ageBand, "Prefer not to say"),
  SpoiledCell("NM-009", .ethnicGroup, ""),
  SpoiledCell("NM-013", .diabetesType, "Type 2 "),
  SpoiledCell("NM-007", .area, "liverpool"),
]

/// How a person's row comes a second time.
enum Repeat {
  /// Cell for cell.
  case exact
  /// With another day of joining.
  case joinedOn(Day)
  /// With a stray space and a small letter, so that only cleaning shows it to be the same.
  case untidy
}

/// The members who are listed twice, the second time at the end of the file.
let repeatedMembers: [(id: String, how: Repeat)] = [
  ("HF-007", .exact),
  ("LI-012", .joinedOn(Day(2010, 1, 18))),
  ("NM-015", .untidy),
]

/// An identifier in the attendance sheets that belongs to nobody.
let nobody = "HF-999"
