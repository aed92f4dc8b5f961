import Cleaning
import EvaluationData
import Testing

private let wards = table(
  [
    ("ward", .texts(["Anfield", "County ", "Croxteth", nil])),
    ("decile", .numbers([1, 3, nil, 9])),
    ("area", .category(["inner", "outer"], ["inner", "inner", "outer", "outer"])),
    ("since", .dates(["2001-01-01", "not-asked", "2003-01-01", "2004-01-01"])),
    ("code", .texts(["E1", "E2", "E3", "E4"])),
    ("uses", .choices(["bus", "rail"], [["bus"], ["bus", "rail"], nil, []])),
  ], source: "wards", files: ["wards.csv"])

private func lookedUp(
  _ keys: Cells, _ value: String, in lookup: Table = wards, folds: Bool = false
) throws -> (cells: [String], messages: [String]) {
  let found = LookupColumn(
    source: "wards", key: column("ward"), value: column(value), folds: folds)
  let result = try derive(
    table([("home", keys)]),
    [DerivedColumn(Named("new"), .lookup(key: column("home"), in: found))],
    lookups: [lookup], asOf: asOf)
  return (result.value.column("new")?.cells.shown ?? [], result.problems.map(\.description))
}

struct DerivedLookupTests {
  @Test(arguments: [
    ("decile", ["3.0", "1.0", "[skipped]", "[skipped]"]),
    ("area", ["inner", "inner", "outer", "[skipped]"]),
    ("since", ["[not-asked]", "2001-01-01", "2003-01-01", "[skipped]"]),
    ("code", ["E2", "E1", "E3", "[skipped]"]),
    ("uses", ["bus+rail", "bus", "[skipped]", "[skipped]"]),
  ])
  func `a value of any type is found, with its reason where it is missing`(
    value: String, cells: [String]
  ) throws {
    let keys = Cells.texts(["County", " Anfield\u{A0}", "Croxteth", nil])
    let result = try lookedUp(keys, value)
    #expect(result.cells == cells)
    #expect(result.messages == [])
  }

  @Test func `a text that is not listed is unreadable and a problem`() throws {
    let result = try lookedUp(.texts(["Anfeld", "anfield", "Anfield", ""]), "decile")
    #expect(result.cells == ["[unreadable]", "[unreadable]", "1.0", "[unreadable]"])
    let expected = "unknown-reference: expected a text that is listed in 'WARDS'"
    #expect(
      result.messages == [
        "members.csv:2: column 'HOME': \(expected)", "members.csv:3: column 'HOME': \(expected)",
        "members.csv:5: column 'HOME': \(expected)",
      ])
  }

  @Test func `case and punctuation do not count where that is said`() throws {
    let keys = ["ANFIELD", "ANFIELD.", "Anfeld", "ANFIELD", "Anfeld", "county"]
    let result = try lookedUp(.texts(keys), "decile", folds: true)
    #expect(result.cells == ["1.0", "1.0", "[unreadable]", "1.0", "[unreadable]", "3.0"])
    #expect(result.messages.count == 2)
  }

  @Test func `a level is found by its name, or else by its label`() throws {
    let lookup = table(
      [("ward", .texts(["north", "SOUTH"])), ("code", .texts(["N", "S"]))], source: "wards")
    let keys = Cells.category(["north", "south", "east"], ["south", "north", "east", "dont-know"])
    let result = try lookedUp(keys, "code", in: lookup)
    #expect(result.cells == ["S", "N", "[unreadable]", "[dont-know]"])
    #expect(
      result.messages == [
        "members.csv:4: column 'HOME': unknown-reference: expected a text that is listed in 'WARDS'"
      ])
  }

  @Test(arguments: [true, false])
  func `of two rows for one key the first is kept, and told once`(folds: Bool) throws {
    let lookup = table(
      [
        ("ward", .texts(["a", "b", "a ", "A"])), ("code", .texts(["1", "2", "3", "4"])),
        ("label", .texts(["one", "two", "three", "four"])),
      ], source: "wards", files: ["wards.csv"])
    let columns = ["code", "label"].map { value in
      DerivedColumn(
        Named(value),
        .lookup(
          key: column("home"),
          in: LookupColumn(
            source: "wards", key: column("ward"), value: column(value), folds: folds)))
    }
    let result = try derive(
      table([("home", .texts(["a", "A"]))]), columns, lookups: [lookup], asOf: asOf)
    // "A" stands in the lookup as it is written, folded or not.
    #expect(result.value.column("code")?.cells.shown == (folds ? ["1", "1"] : ["1", "4"]))
    let expected = "conflicting-record: expected one row for it; the first is at wards.csv:2"
    let lines = folds ? [4, 5] : [4]
    #expect(
      result.problems.map(\.description)
        == lines.map { "wards.csv:\($0): column 'WARD': \(expected)" })
  }

  @Test func `many keys are told apart`() throws {
    let names = (0..<5000).map { "ward \($0)" }
    let lookup = table(
      [("ward", .texts(names.map { $0 })), ("decile", .numbers(names.indices.map(Double.init)))],
      source: "wards")
    let keys = names.reversed().map { $0 as String? } + ["ward 5000"]
    let result = try lookedUp(.texts(keys), "decile", in: lookup)
    #expect(result.cells == names.indices.reversed().map { "\($0).0" } + ["[unreadable]"])
  }

  @Test func `a lookup that lacks the column is refused`() {
    #expect(throws: ColumnFault.unknownColumn("decil", source: "wards", nearest: "decile")) {
      try lookedUp(.texts([]), "decil")
    }
    let numbers = table([("ward", .numbers([1])), ("code", .texts(["1"]))], source: "wards")
    #expect(throws: ColumnFault.wrongType(column: "ward", found: .number, needed: [.text])) {
      try lookedUp(.texts([]), "code", in: numbers)
    }
  }
}
