import Foundation
import Pipelines
import Testing

private enum SmallPipeline {
  static let text = """
    title: T
    period: {start: 2024-01-01, end: 2024-12-31}
    sources: {a: {title: A, files: a.csv}}
    schema:
      a:
        free_text: t
        columns:
          i: {type: id}
          c: {type: category, levels: {x: X, y: Y}}
          n: {type: number}
          t: {type: text}
    coding: [{source: a, rules: tags.yaml}]
    measures:
      coding: [{source: a, by: c}]
    """
  static let tags = """
    codes:
      k: {label: K, rules: [{match: word, when: {c: x}}]}
    """

  static func files(_ text: String = text, tags: String = tags) -> [String: String] {
    ["pipeline.yaml": text, "tags.yaml": tags]
  }

  static func changed(_ old: String, _ new: String) -> String {
    let changed = text.replacing(old, with: new)
    precondition(changed != text)
    return changed
  }
}

@Suite struct PipelineTests {
  @Test func `a small pipeline is valid`() async throws {
    #expect(try await specErrors(SmallPipeline.files()) == "")
  }

  /// What is changed, and what is said of it.
  @Test(arguments: [
    ("2024-12-31}", "2023-12-31}", "2:9: the period ends before it starts"),
    ("schema:\n  a:", "schema:\n  b:", "5:3: there is no source 'b'; known: a"),
    ("free_text: t", "free_text: tt", "6:16: there is no column 'tt'; did you mean 't'?"),
    (
      "{type: number}", "{type: number, header: c}",
      "10:7: the heading 'c' belongs to another column already"
    ),
    (
      "type: number", "type: numbr",
      "10:17: 'type' must be one of text, id, category, boolean, integer, number, date, "
        + "multi-select, postcode, nhs-number, local-authority; did you mean 'number'?"
    ),
    (
      "{type: number}", "{type: number, levels: {x: X}}",
      "10:25: 'levels' means nothing for a column of type number"
    ),
    ("{type: id}", "{type: category}", "8:7: a category needs 'levels'"),
    (
      "{type: id}", "{type: multi-select}",
      "8:7: a multi-select needs 'choices', 'choices_from' or 'one_hot'"
    ),
    (
      "levels: {x: X, y: Y}}", "levels: {x: X, y: Y}, also: {Z: z}}",
      "9:59: there is no level 'z'; known: x, y"
    ),
    ("{type: id}", "{type: id, refers_to: b.i}", "8:32: there is no column 'b.i'; known: a.…"),
    ("by: c", "by: n", "14:28: 'n' must be a category column here"),
    (
      "rules: tags.yaml", "rules: tag.yaml",
      "12:29: there is no file 'tag.yaml' in pipelines/p"
    ),
    (
      "  coding: [{source: a, by: c}]", "  trend: [{source: a, date: d, variable: c, levels: x}]",
      "14:29: there is no column 'd'; known: i, c, n, t"
    ),
    (
      "  coding: [{source: a, by: c}]", "  agreement: [{first: {rules: a}, second: {people: a}}]",
      "14:43: a coding needs 'rules', or 'people' and 'column'"
    ),
    (
      "  coding: [{source: a, by: c}]",
      "  outcomes: [{source: a, baseline: x, follow_up: y, variables: [n]}]",
      "14:14: the source 'a' has no 'person' under 'schema'"
    ),
    (
      "{type: id}", "{type: multi-select, choices: {g: Group, o: online, b: \"Group, online\"}}",
      "8:65: 'Group' and 'online' joined by ',' cannot be told from 'Group, online'; state a "
        + "'separator' that stands in no choice"
    ),
    (
      "{type: id}", "{type: multi-select, choices: {g: Group}, other: Other, other_text: n}",
      "8:78: the column 'n' must be of type text"
    ),
    (
      "{type: id}", "{type: multi-select, choices: {g: Group}, other_text: w}",
      "8:64: 'other_text' needs 'other', the text of that choice in the exports"
    ),
    (
      "{type: id}", "{type: multi-select, choices: {other: Else}, other: Other}",
      "8:62: 'other' is a choice already; take it out of 'choices'"
    ),
    (
      "{type: id}", "{type: multi-select, choices: {g: Group}, one_hot: {G1: f}}",
      "8:66: there is no choice 'f'; known: g"
    ),
    (
      "i: {type: id}",
      "i: {type: multi-select, choices: {g: G}, other: O, other_text: w}\n"
        + "      j: {type: multi-select, choices: {g: G}, other: O, other_text: w}",
      "9:70: the column 'w' is filled by another multi-select already"
    ),
    (
      "files: a.csv", "files: \"{cc}/a-*.csv\"",
      "3:33: there is no column 'cc'; did you mean '{c}'?"
    ),
    (
      "files: a.csv", "files: 'a-{site}.csv'",
      "3:35: there is no column 'site'; add it under 'columns'"
    ),
    (
      "files: a.csv", "files: \"a-{c}{i}.csv\"",
      "3:38: letters must stand between this and what is before it"
    ),
    ("files: a.csv", "files: \"a-{c.csv\"", "3:35: the '{' lacks its '}'"),
    ("files: a.csv", "files: \"a-{c}-{c}.csv\"", "3:39: '{c}' stands twice"),
    (
      "files: a.csv", "files: \"a-{c}-?.csv\"",
      "3:39: '?' does not go with names in braces"
    ),
    (
      "files: a.csv", "files: [\"a-{c}.csv\", old.csv]",
      "3:46: 'old.csv' lacks '{c}', which another pattern has"
    ),
    (
      "sources: {a: {title: A, files: a.csv}}\nschema:\n  a:\n    free_text: t\n    columns:\n      i: {type: id}",
      "sources: {a: {title: A, files: \"a-{i}.csv\"}}\nschema:\n  a:\n    free_text: t\n    columns:\n      i: {type: id, header: I}",
      "8:29: the file name gives this column; remove 'header'"
    ),
    ("title: T", "title:", "1:7: 'title' must be a text"),
    (
      "title: T", "title: T\nseed: many",
      "2:7: 'seed' must be a whole number of at least 0"
    ),
  ])
  func `a wrong pipeline is refused with its place`(
    _ old: String, _ new: String, _ message: String
  ) async throws {
    let found = try await specErrors(SmallPipeline.files(SmallPipeline.changed(old, new)))
    #expect(
      found.split(separator: "\n").contains("pipelines/p/pipeline.yaml:\(message)"), "\(found)")
  }

  @Test(arguments: [
    ("match: word", "match: \"\"", "2:34: in the pattern '': the pattern is empty"),
    ("{c: x}", "{c: z}", "2:49: there is no level 'z' in 'c'"),
    ("{c: x}", "{d: x}", "2:46: there is no category column 'd' in 'a'"),
    ("label: K", "lable: K", "2:7: unknown key 'lable'; did you mean 'label'?"),
  ])
  func `wrong rules are refused with their place`(
    _ old: String, _ new: String, _ message: String
  ) async throws {
    let tags = SmallPipeline.tags.replacing(old, with: new)
    let found = try await specErrors(SmallPipeline.files(tags: tags))
    #expect(found.split(separator: "\n").contains("pipelines/p/tags.yaml:\(message)"), "\(found)")
  }

  @Test func `several errors are told at once`() async throws {
    let text = SmallPipeline.changed("title: T", "tite: T").replacing("files:", with: "file:")
    #expect(try await specErrors(SmallPipeline.files(text)).split(separator: "\n").count >= 4)
  }
}
