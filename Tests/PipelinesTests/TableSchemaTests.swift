import Cleaning
import EvaluationData
import Foundation
import Loading
import Pipelines
import Testing

/// The only column of a schema with one field.
private func column(_ field: String) async throws -> ColumnSchema {
  let columns = try await DescribedPipeline(schema: "fields: [{name: c, \(field)}]").columns()
  #expect(columns.count == 1)
  return try #require(columns.first)
}

private func notes(_ field: String) async throws -> [String] {
  try await DescribedPipeline(schema: "fields: [{name: c, \(field)}]").read().spec.notes
}

@Suite struct TableSchemaTests {
  // MARK: Types

  /// What a field says, and the type that it becomes.
  @Test(arguments: [
    ("type: string", ColumnSchema.Kind.text),
    ("type: any", .text), ("description: without a type", .text),
    ("type: string, format: email", .text), ("type: string, format: uri", .text),
    ("type: string, format: uuid", .id),
    ("type: integer", .number(isWhole: true, minimum: nil, maximum: nil)),
    ("type: year", .number(isWhole: true, minimum: nil, maximum: nil)),
    ("type: number", .number(isWhole: false, minimum: nil, maximum: nil)),
    (
      "type: number, decimalChar: \",\", groupChar: \".\"",
      .number(isWhole: false, minimum: nil, maximum: nil, decimal: .comma)
    ),
    (
      "type: integer, groupChar: \",\"",
      .number(isWhole: true, minimum: nil, maximum: nil, decimal: .point)
    ),
    (
      "type: integer, groupChar: \".\"",
      .number(isWhole: true, minimum: nil, maximum: nil, decimal: .comma)
    ),
    (
      "type: integer, constraints: {minimum: 1, maximum: \"5\"}",
      .number(isWhole: true, minimum: 1, maximum: 5)
    ),
    (
      "type: integer, constraints: {exclusiveMinimum: 0, exclusiveMaximum: 10}",
      .number(isWhole: true, minimum: 1, maximum: 9)
    ),
    (
      "type: integer, constraints: {enum: [3, 1, 2]}",
      .number(isWhole: true, minimum: 1, maximum: 3)
    ),
    ("type: boolean", .boolean(recodes: [:])),
    (
      "type: boolean, trueValues: [Ja, \"1\"], falseValues: [Nein]",
      .boolean(recodes: ["Ja": true, "1": true, "Nein": false])
    ),
    ("type: date", .date(nil)), ("type: date, format: any", .date(nil)),
    ("type: date, format: \"%d/%m/%Y\"", .date(.dayMonth)),
    ("type: date, format: \"fmt:%d.%m.%y\"", .date(.dayMonth)),
    ("type: datetime, format: \"%m/%d/%Y %I:%M:%S %p\"", .date(.monthDay)),
    ("type: date, format: \"%a %d %B %Y\"", .date(nil)),
    ("type: date, format: \"%Y-%m-%d\"", .date(nil)),
    ("type: time", .text), ("type: yearmonth", .text), ("type: duration", .text),
    ("type: geopoint", .text), ("type: geojson", .text), ("type: object", .text),
    ("type: array", .text), ("type: list", .text),
    (
      "type: string, constraints: {enum: [North Mersey, \"Yes\", \"1\"]}",
      .category(
        levels: [
          Named("north-mersey", label: "North Mersey"), Named("yes", label: "Yes"),
          Named("1", label: "1"),
        ], also: [:])
    ),
    (
      "type: integer, categories: [{value: 0, label: Apple}, {value: 1, label: Pear}]",
      .category(
        levels: [Named("apple", label: "Apple"), Named("pear", label: "Pear")],
        also: ["0": "apple", "1": "pear"])
    ),
    (
      "type: string, categories: [\"18+\", \"<18\", 是]",
      .category(
        levels: [
          Named("18", label: "18+"), Named("18-2", label: "<18"), Named("level-3", label: "是"),
        ], also: [:])
    ),
    (
      "type: list, delimiter: \";\", countin: {choices: {tea: Tea, cake: Cake}}",
      .multiSelect(
        MultiSelect(
          name: "c", choices: [Named("tea", label: "Tea"), Named("cake", label: "Cake")],
          separator: ";"))
    ),
    ("type: string, countin: {type: postcode, outward: true}", .postcode(allowsOutward: true)),
    ("type: string, countin: {type: nhs-number}", .nhsNumber),
    ("type: integer, constraints: {minimum: 1}, countin: {type: id}", .id),
  ])
  func `a field becomes a column of a type of ours`(_ field: String, _ kind: ColumnSchema.Kind)
    async throws
  {
    #expect(try await column(field).kind == kind)
  }

  @Test func `a column is asked for by the title and by the name of its field`() async throws {
    let schema = """
      fields:
        - {name: member_id, title: Member ID}
        - {name: age}
        - {name: group, title: Age}
        - {name: x, title: Both}
        - {name: y, title: both}
      """
    let source = try #require(await DescribedPipeline(schema: schema).read().spec.sources.first)
    #expect(
      source.request.columns.map(\.headers) == [
        ["Member ID", "member_id"], ["age"], ["group"], ["x"], ["y"],
      ])
    #expect(
      source.schema.columns.map(\.name) == [
        Named("member_id", label: "Member ID"), Named("age"), Named("group", label: "Age"),
        Named("x", label: "Both"), Named("y", label: "both"),
      ])
    #expect(source.request.columns.allSatisfy { !$0.isOptional })
  }

  @Test func `files may lack columns where the schema lets them`() async throws {
    let pipeline = DescribedPipeline(schema: "{fieldsMatch: superset, fields: [{name: c}]}")
    let source = try #require(await pipeline.read().spec.sources.first)
    #expect(source.request.columns.map(\.isOptional) == [true])
  }

  @Test func `a field that is to be left out is not read`() async throws {
    let schema = """
      fields: [{name: email, type: string, format: binary, countin: {leave_out: true}}, {name: c}]
      """
    #expect(try await DescribedPipeline(schema: schema).columns().map(\.name.name) == ["c"])
  }

  // MARK: Missing values

  @Test func `missing values keep their reasons`() async throws {
    let column = try await column(
      """
      type: string, missingValues: ["", "-99", "N/A", {value: "-98", label: REFUSED},
      {value: "-97", label: not-asked}, {value: "-96", label: Something else}]
      """)
    #expect(
      column.missingTexts == [
        "-99": .skipped, "n a": .notApplicable, "-98": .preferNotToSay, "-97": .notAsked,
        "-96": .skipped,
      ])
  }

  @Test func `missing values of a field stand in place of those of the schema`() async throws {
    let schema = """
      fields: [{name: a}, {name: b, missingValues: ["."]}, {name: c, missingValues: []}]
      missingValues: ["-99"]
      """
    let columns = try await DescribedPipeline(schema: schema).columns()
    #expect(columns.map(\.missingTexts) == [["-99": .skipped], ["": .skipped], [:]])
  }

  // MARK: Keys

  @Test func `a primary key keeps one row of each and asks for ids that are filled in`()
    async throws
  {
    let schema = """
      fields: [{name: a, type: integer}, {name: b, type: date}, {name: c}]
      primaryKey: [a, b]
      """
    let source = try #require(await DescribedPipeline(schema: schema).read().spec.sources.first)
    #expect(source.schema.key == ["a", "b"])
    #expect(source.schema.columns.map(\.isRequired) == [true, true, false])
    #expect(source.schema.columns.map(\.kind) == [.id, .date(nil), .text])
  }

  @Test func `a foreign key is a reference to a source, and to nothing else`() async throws {
    var pipeline = DescribedPipeline(
      schema: """
        fields: [{name: i, type: integer}, {name: p, type: string}, {name: q, type: date}]
        foreignKeys:
          - {fields: p, reference: {resource: "", fields: i}}
          - {fields: [i], reference: {resource: b, fields: [n]}}
          - {fields: [p], reference: {resource: cities, fields: [id]}}
          - {fields: [p, i], reference: {resource: b, fields: [n, m]}}
          - {fields: [q], reference: {resource: b, fields: [n]}}
        """)
    pipeline.hasSecondSource = true
    let spec = try await pipeline.read().spec
    #expect(
      spec.sources[0].references == [
        Reference(source: "a", column: "i", target: "b", targetColumn: "n", header: "i"),
        Reference(source: "a", column: "p", target: "a", targetColumn: "i", header: "p"),
      ])
    #expect(
      spec.notes == [
        "pipelines/p/a.schema.yaml: 'foreignKeys' to 'cities' is not checked, for it is no source "
          + "of the pipeline (p)",
        "pipelines/p/a.schema.yaml: 'foreignKeys' over several columns is not checked (p with i)",
        "pipelines/p/a.schema.yaml: 'foreignKeys' of a column that is no id is not checked (q)",
      ])
  }

  // MARK: What is not checked

  @Test(arguments: [
    (
      "type: string, constraints: {pattern: \"^A|B$\"}",
      "'pattern' is not checked, for CountIn follows only simple ones such as ^[A-Z]{2}[0-9]{4}$ (c)"
    ),
    (
      "type: string, constraints: {maxLength: 500}",
      "'maxLength' is not checked, for CountIn counts only up to 63 letters (c)"
    ),
    (
      "type: array, constraints: {minLength: 2}, countin: {type: number}",
      "what is asked of 'c' is not checked, for the pipeline gives it another type"
    ),
    (
      "type: integer, constraints: {minLength: 2}",
      "'minLength' of a column of type integer is not checked (c)"
    ),
    (
      "type: number, constraints: {exclusiveMinimum: 0}", "'exclusiveMinimum' is not checked (c)"
    ),
    (
      "type: integer, constraints: {enum: [1, 5]}",
      "'enum' of numbers with gaps is not checked (c)"
    ),
    (
      "type: boolean, constraints: {enum: [true]}",
      "'enum' of a column of type boolean is not checked (c)"
    ),
    ("type: object, constraints: {jsonSchema: {}}", "'jsonSchema' is not checked (c)"),
    ("type: string, format: email", "'format: email' is not checked (c)"),
    ("type: duration", "the type 'duration' is kept as text (c)"),
    (
      "type: list",
      "the type 'list' is kept as text, for its choices are not listed: "
        + "`countin: {choices: …}` would list them (c)"
    ),
    (
      "titel: C", "the property 'titel' is passed over; did you mean 'title'? (c)"
    ),
  ])
  func `what the schema asks for and is not done is told`(_ field: String, _ note: String)
    async throws
  {
    let notes = try await notes(field)
    #expect(notes.contains("pipelines/p/a.schema.yaml: \(note)"), "\(notes)")
  }

  @Test(arguments: [
    "type: string", "type: integer, constraints: {required: true, minimum: 0}",
    "type: string, constraints: {enum: [a, b]}", "type: boolean, trueValues: [a]",
    "type: date, format: any", "rdfType: \"http://schema.org/Country\", unit: kg",
  ])
  func `nothing is told of what is done`(_ field: String) async throws {
    #expect(try await notes(field).isEmpty)
  }

  // MARK: Rules

  private func rules(_ field: String, _ more: String = "") async throws -> [String] {
    let schema = "fields: [{name: c, title: C, \(field)}, {name: d}]\n\(more)"
    let spec = try await DescribedPipeline(schema: schema).read().spec
    #expect(spec.notes == [])
    return spec.validation.flatMap(\.rules).map(\.name.label)
  }

  /// What a field asks for, and the rule that checks it.
  @Test(arguments: [
    ("constraints: {unique: true}", "one row for each value of 'C'"),
    ("type: string, constraints: {minLength: 2}", "2 or more characters"),
    ("type: string, constraints: {maxLength: 20}", "0 to 20 characters"),
    ("type: string, constraints: {maxLength: 20, minLength: 3}", "3 to 20 characters"),
    (
      "type: string, constraints: {pattern: '^HF-[0-9]{4}$'}", "'HF-' then 4 digits"
    ),
    (
      "type: string, constraints: {pattern: '^[A-Z]+\\d{1,3}$'}",
      "1 or more capitals then 1 to 3 digits"
    ),
    ("type: date, constraints: {minimum: 2020-01-01}", "on or after 2020-01-01"),
    ("type: date, constraints: {maximum: 2020-01-01T10:00:00}", "on or before 2020-01-01"),
  ])
  func `what a field asks for becomes a rule`(_ field: String, _ words: String) async throws {
    let found = try await rules(field)
    #expect(found.count == 1)
    #expect(found.first?.contains(words) ?? false, "\(found)")
  }

  @Test func `columns with the same note share a line`() async throws {
    let schema = "fields: [{name: a, type: time}, {name: b, type: time}]"
    #expect(
      try await DescribedPipeline(schema: schema).read().spec.notes == [
        "pipelines/p/a.schema.yaml: the type 'time' is kept as text (a, b)"
      ])
  }

  // MARK: What the pipeline file changes

  @Test func `the pipeline file changes columns and adds further ones`() async throws {
    var pipeline = DescribedPipeline(
      schema: """
        fields:
          - {name: age, title: Your age, type: integer, constraints: {required: true, minimum: 0}}
          - {name: left, type: string}
        """)
    pipeline.block = """
          columns:
            age: {label: Age, maximum: 120}
            left: {type: date, dates: month-day}
            new: {type: text, header: New}
      """
    let columns = try await pipeline.columns()
    #expect(columns.map(\.name.label) == ["Age", "left", "New"])
    #expect(
      columns.map(\.kind) == [
        .number(isWhole: true, minimum: 0, maximum: 120), .date(.monthDay), .text,
      ])
    #expect(columns.map(\.isRequired) == [true, false, false])
  }

  @Test func `another type takes with it what was said of the type before`() async throws {
    var pipeline = DescribedPipeline(
      schema: "fields: [{name: c, type: integer, constraints: {required: true, minimum: 0}}]")
    pipeline.block = "    columns: {c: {type: text}}"
    let column = try #require(await pipeline.columns().first)
    #expect(column.kind == .text)
    #expect(column.isRequired)
  }

  @Test func `roles speak of the columns of the schema`() async throws {
    var pipeline = DescribedPipeline(schema: "fields: [{name: member}]")
    pipeline.block = "    person: membr"
    #expect(
      await pipeline.errors() == """
        pipelines/p/pipeline.yaml:9:13: there is no column 'membr'; did you mean 'member'?
          9 |     person: membr
            |             ^
        """)
  }
}
