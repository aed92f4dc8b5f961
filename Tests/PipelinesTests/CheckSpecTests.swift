import Testing

/// A pipeline with a line of everything that `clean` can add and check.
private enum CheckedPipeline {
  static let text = """
    title: T
    period: {start: 2024-01-01, end: 2024-12-31}
    sources: {m: {title: M, files: m.csv}}
    schema:
      m:
        person: id
        site: region
        columns:
          id: {type: id}
          born: {type: date}
          joined: {type: date}
          left: {type: date}
          area: {type: text}
          came: {type: category, levels: {y: "Yes", n: "No"}}
          paid: {type: boolean}
          kinds: {type: multi-select, choices: {a: A, b: B}}
          n: {type: integer}
          q1: {type: integer}
          q2: {type: integer}
          q3: {type: integer}
          q4: {type: integer}
          q5: {type: integer}
    clean:
      derived:
        m:
          age: {age_from: born, at: joined}
          band: {bands_of: age, starts: [18, 35]}
          region: {lookup: area, in: areas.csv, key: Code, value: Region}
          stay: {days_from: joined, to: left, ongoing: true}
          wave: {wave_of: joined, waves: {one: {from: 2024-01-01}, two: {from: 2024-07-01}}}
      validation:
        m:
          - {column: n, from: 0, to: 60, warn: 2, stop: 5%}
          - {column: left, to: as-of}
          - {column: came, one_of: y}
          - {column: kinds, excludes: [b]}
          - {column: id, form: [{text: M}, {digits: 1 to 3}]}
          - {unique: [id, joined]}
          - {order: [joined, left]}
          - {when: {column: paid, one_of: "yes"}, then: {column: n, filled: true}}
          - {rows: {from: 1}}
          - {newest: joined, within_days: 9}
      survey_quality:
        m:
          straight_lining: {items: [q1, q2, q3, q4, q5]}
          speeding: {duration: n, below: 2}
          contradictions: [{first: {column: came, one_of: n}, second: {column: n, from: 1}}]
          flag: {column: flagged}
      people:
        m: {names: [area], born: born}
    measures:
      frequencies: [{source: m, variables: [band, region, wave, flagged], by: paid}]
    """
  static let areas = "Code,Region\nE1,North\nE2,South\nE1,North\n"

  static func errors(_ old: String = "", _ new: String = "", areas: String = areas) async throws
    -> [String]
  {
    let text = old.isEmpty ? text : text.replacing(old, with: new)
    precondition(old.isEmpty || text != self.text, "nothing was changed")
    let errors = try await specErrors(["pipeline.yaml": text, "areas.csv": areas])
    return errors.split(separator: "\n").map {
      String($0.dropFirst("pipelines/p/".count))
    }
  }
}

@Suite struct CheckSpecTests {
  @Test func `everything that can be asked is read`() async throws {
    #expect(try await CheckedPipeline.errors() == [])
  }

  /// What is changed, and what is said of it.
  @Test(arguments: [
    (
      "  validation:\n    m:", "  validation:\n    mm:",
      "32:5: there is no source 'mm'; did you mean 'm'?"
    ),
    ("age: {", "born: {", "26:7: there is already a column 'born'"),
    ("age_from: born", "age_from: bron", "26:23: there is no column 'bron'; did you mean 'born'?"),
    ("age_from: born", "age_from: n", "26:23: 'n' must be a date column here"),
    ("at: joined", "at: 2024-02-31", "26:33: there is no column '2024-02-31'; known: id, born"),
    ("at: joined", "to: joined", "26:29: 'to' means nothing beside 'age_from'"),
    (
      "{age_from: born, at: joined}", "{label: Age}",
      "26:7: 'age' needs one of age_from, days_from, weeks_from, months_from, years_from, bands_of, "
        + "lookup, wave_of, to be worked out from"
    ),
    (
      "bands_of: age", "bands_of: stay",
      "27:24: the column 'stay' is made further on and not there yet"
    ),
    (
      "starts: [18, 35]", "starts: [35, 18]",
      "27:37: the lowest numbers of bands stand in ascending order, 'below' behind them"
    ),
    ("starts: [18, 35]", "below: 9", "27:13: 'bands_of' needs either 'starts' or 'bands'"),
    ("in: areas.csv", "in: area.csv", "28:34: there is no file 'area.csv' in pipelines/p"),
    ("value: Region", "value: Reg", "28:63: there is no heading 'Reg'; known: Code, Region"),
    ("key: Code, ", "", "28:15: 'lookup' needs 'in', 'key' and 'value'"),
    ("to: left, ongoing", "to: as-of, ongoing", "29:53: 'ongoing' needs a date column in 'to'"),
    (
      "to: left, ongoing: true", "ongoing: true",
      "29:13: 'days_from' needs 'to': a date column, a date, or as-of"
    ),
    (
      "2024-07-01", "2023-07-01",
      "30:38: the waves stand in the order of time"
    ),
    (
      "2024-07-01", "2024-07-01, to: 2024-06-01",
      "30:38: no day lies in 'two', from 2024-07-01 to 2024-06-01"
    ),
    ("site: region", "site: age", "7:11: 'age' must be a category column here"),
    (
      "person: id", "person: region",
      "6:13: 'person' must be a column of the exports, not a derived one"
    ),
    (
      "{column: n, from: 0", "{column: nn, from: 0",
      "33:18: there is no column 'nn'; did you mean 'n'?"
    ),
    (
      "{column: n, from: 0", "{column: area, from: 0",
      "33:18: 'area' must be a number or date column here"
    ),
    ("from: 0, to: 60", "from: x, to: 60", "33:27: 'n' holds numbers: write a number"),
    (
      "from: 0, to: 60", "from: 70, to: 60",
      "33:9: no value is from 70 to 60: the lowest stands first"
    ),
    ("from: 0, to: 60", "from: 0, filled: true", "33:9: 'from' and 'filled' need a rule each"),
    (
      "from: 0, to: 60, ", "",
      "33:9: say what must hold: from, to, one_of, includes, excludes, form, forms or filled"
    ),
    (
      "stop: 5%", "stop: some",
      "33:53: write a number of rows, such as 3, or a share of them, such as 5%"
    ),
    ("stop: 5%", "stop: 0", "33:9: a threshold of 0 rows is always reached: give 1 or more"),
    (
      "stop: 5%", "stop: 1",
      "33:9: the threshold for a note must not be above that for a warning, nor that above stop"
    ),
    (
      "to: as-of}", "to: today}",
      "34:28: 'left' holds dates: write one such as 2024-03-31, or as-of"
    ),
    ("one_of: y}", "one_of: z}", "35:32: there is no level 'z'; known: y, n"),
    ("excludes: [b]", "excludes: [c]", "36:36: there is no choice 'c'; known: a, b"),
    ("1 to 3", "one", "37:49: write how many: 4, 1 to 3, or 2 or more"),
    (
      "1 to 3", "3 to 1",
      "37:22: no part has from 3 to 1 letters: the smaller number, 0 or more, stands first"
    ),
    (
      "{text: M}", "{text: M, digits: 3}",
      "37:29: each part of a form has one key, such as digits: 4"
    ),
    ("unique: [id, joined]", "unique: [id, id]", "38:9: the same column stands twice in the rule"),
    (
      "order: [joined, left]", "order: [joined]",
      "39:17: 'order' needs two columns, the earlier first"
    ),
    ("order: [joined, left]", "order: [joined, n]", "39:26: 'n' must be a date column here"),
    ("one_of: \"yes\"", "one_of: maybe", "40:39: there is no level 'maybe'; known: yes, no"),
    (
      ", then: {column: n, filled: true}", "", "40:9: 'when' needs 'then'"
    ),
    ("{rows: {from: 1}}", "{rows: {}}", "41:16: a range needs a lowest or a highest value"),
    ("within_days: 9", "name: x", "42:9: 'newest' needs 'within_days'"),
    (
      "{newest: joined, within_days: 9}", "{name: x}",
      "42:9: a rule has one of the keys column, when, unique, order, rows, newest"
    ),
    (
      "[q1, q2, q3, q4, q5]", "[q1, q2, q3, q4]",
      "45:24: the same answer to 4 items says little: a grid needs at least 5"
    ),
    (
      "[q1, q2, q3, q4, q5]", "[q1, q2, q3, q4, came]",
      "45:49: 'q1' and 'came' have different answers to choose from"
    ),
    (
      "duration: n, below: 2", "duration: n",
      "46:17: give a fraction of the median or a shortest duration"
    ),
    ("flag: {column: flagged}", "flag: {column: age}", "48:22: there is already a column 'age'"),
    (
      "{names: [area], born: born}", "{born: born}",
      "50:5: give 'email' or 'phone', or 'names' with 'born' or 'postcode'"
    ),
    ("variables: [band,", "variables: [age,", "52:41: 'age' must be a category column here"),
    (
      "variables: [band,", "variables: [bands,",
      "52:41: there is no column 'bands'; did you mean 'band'?"
    ),
  ])
  func `what is wrong is told with its place`(
    _ old: String, _ new: String, _ message: String
  ) async throws {
    let errors = try await CheckedPipeline.errors(old, new)
    #expect(errors.contains { $0.hasPrefix("pipeline.yaml:\(message)") }, "\(errors)")
  }

  @Test(arguments: [
    (
      "Code,Region\nE1,North\nE1,South\n",
      "areas.csv:3: 'E1' stands here with another 'Region' than in line 2; keep one of the two"
    ),
    ("Code,Region\n,North\n", "areas.csv: there is no text in the column 'Code'"),
    ("Code,Region\nE1,North\nE2\n", "areas.csv:3: short-row: expected 2 cells, found 1"),
  ])
  func `a file to look up in is held to be right`(_ areas: String, _ message: String) async throws {
    #expect(try await CheckedPipeline.errors(areas: areas) == [message])
  }

  @Test func `texts that fold to the same are one key where they are folded`() async throws {
    let areas = "Code,Region\nE1,North\ne1.,South\n"
    #expect(try await CheckedPipeline.errors(areas: areas) == [])
    #expect(
      try await CheckedPipeline.errors("value: Region}", "value: Region, fold: true}", areas: areas)
        == [
          "areas.csv:3: 'e1.' stands here with another 'Region' than in line 2; keep one of the two"
        ])
  }

  @Test func `numbers are taken as such or refused`() async throws {
    let change = ("value: Region}", "value: Region, type: number}")
    let errors = try await CheckedPipeline.errors(change.0, change.1)
    #expect(
      errors == [
        "areas.csv:2: the column 'Region' must hold numbers in digits, such as 1204.5"
      ])
  }
}
