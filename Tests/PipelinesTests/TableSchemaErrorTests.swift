import Pipelines
import Testing

@Suite struct TableSchemaErrorTests {
  /// What a schema has wrong, and the first message about it.
  @Test(arguments: [
    ("title: T", "1:1: a Table Schema needs 'fields', a list with a block for each column"),
    ("fields: []", "1:1: a Table Schema needs 'fields', a list with a block for each column"),
    ("fields: [{title: T}]", "1:10: a field needs a 'name'"),
    (
      "fields: [{name: a}, {name: a}]",
      "1:28: there are two fields 'a'; give one of them another name"
    ),
    (
      "fields: [{name: a, type: strng}]",
      "1:26: 'type' must be one of string, number, integer, boolean, object, array, list, datetime, "
        + "date, time, year, yearmonth, duration, geopoint, geojson, any; did you mean 'string'?"
    ),
    (
      "fields: [{name: a, type: string, format: phone}]",
      "1:42: 'format' must be one of default, email, uri, binary, uuid"
    ),
    (
      "fields: [{name: a, type: string, format: binary}]",
      "1:42: CountIn cannot read binary cells; add `countin: {leave_out: true}` to the field"
    ),
    (
      "fields: [{name: a, type: date, format: iso}]",
      "1:40: 'format': it must be default, any, or a pattern such as %d/%m/%Y"
    ),
    (
      "fields: [{name: a, type: date, format: \"%j %Y\"}]",
      "1:40: 'format': CountIn cannot follow %j"
    ),
    (
      "fields: [{name: a, type: date, format: \"%Y%m%d\"}]",
      "1:40: 'format': CountIn needs a sign between day, month and year"
    ),
    (
      "fields: [{name: a, type: datetime, format: \"%H:%M %d/%m/%Y\"}]",
      "1:44: 'format': the time must stand behind the date"
    ),
    (
      "fields: [{name: a, type: date, format: \"%Y/%d/%m\"}]",
      "1:40: 'format': CountIn reads dates with day, month and year, as in %d/%m/%Y, %m/%d/%Y, "
        + "%d %B %Y or %Y-%m-%d"
    ),
    (
      "fields: [{name: a, type: date, format: \"%d/%m/%\"}]",
      "1:40: 'format': a letter must follow the last %"
    ),
    (
      "fields: [{name: a, type: number, decimalChar: \":\"}]",
      "1:47: CountIn reads a point or a comma before decimals"
    ),
    (
      "fields: [{name: a, type: number, decimalChar: \",\", groupChar: \",\"}]",
      "1:63: the same mark cannot stand before decimals and between thousands"
    ),
    (
      "fields: [{name: a, type: number, groupChar: _}]",
      "1:45: CountIn reads a comma, point, space or apostrophe between thousands"
    ),
    (
      "fields: [{name: a, type: boolean, trueValues: [x], falseValues: [x]}]",
      "1:66: 'x' is among 'trueValues', too"
    ),
    (
      "fields: [{name: a, type: string, categories: [{label: A}]}]",
      "1:47: each category needs a 'value'"
    ),
    (
      "fields: [{name: a, type: string, categories: []}]",
      "1:46: there is no category in the list"
    ),
    (
      "fields: [{name: a, constraints: required}]", "1:33: 'constraints' must be a block"
    ),
    (
      "fields: [{name: a, constraints: {required: perhaps}}]",
      "1:44: 'required' must be true or false"
    ),
    (
      "fields: [{name: a, constraints: {requird: true}}]",
      "1:34: unknown constraint 'requird'; did you mean 'required'?"
    ),
    (
      "fields: [{name: a, type: integer, constraints: {minimum: low}}]",
      "1:58: 'minimum' must be a number"
    ),
    (
      "fields: [{name: abc}]\nprimaryKey: abd",
      "2:13: there is no field 'abd'; did you mean 'abc'?"
    ),
    (
      "fields: [{name: a, countin: {leave_out: true}}]\nprimaryKey: [a]",
      "2:14: 'a' is left out, so that it cannot be in 'primaryKey'"
    ),
    (
      "fields: [{name: a}]\nforeignKeys: [{fields: a}]",
      "2:15: a foreign key needs 'fields', and a 'reference' with as many 'fields'"
    ),
    (
      "fields: [{name: a, countin: {tpye: id}}]", "1:30: unknown key 'tpye'; did you mean 'type'?"
    ),
    (
      "fields: [{name: a, countin: {type: category}}]", "1:17: a category needs 'levels'"
    ),
    (
      "fields: [{name: a, constraints: {enum: [x]}, countin: {also: {y: z}}}]",
      "1:66: there is no level 'z'; known: x"
    ),
    ("fields: ]", "1:9: this is not YAML: did not find expected node content"),
  ])
  func `a wrong schema is refused with its place`(_ schema: String, _ message: String) async throws
  {
    let errors = await DescribedPipeline(schema: schema).errors()
    #expect(errors.hasPrefix("pipelines/p/a.schema.yaml:\(message)\n"), "\(errors)")
  }

  @Test func `a message shows the line of the schema and a caret`() async throws {
    let schema = """
      fields:
        - name: a
          type: datum
      """
    #expect(
      await DescribedPipeline(schema: schema).errors().hasSuffix(
        """
          3 |     type: datum
            |           ^
        """))
  }

  @Test func `a change that the pipeline file makes is refused with its place there`() async throws
  {
    var pipeline = DescribedPipeline(schema: "fields: [{name: a, type: integer}]")
    pipeline.block = "    columns: {a: {levels: {x: X}}}"
    #expect(
      await pipeline.errors() == """
        pipelines/p/pipeline.yaml:9:19: 'levels' means nothing for a column of type integer
          9 |     columns: {a: {levels: {x: X}}}
            |                   ^
        """)
  }

  @Test func `a schema that is not there is told`() async throws {
    var pipeline = DescribedPipeline(schema: "fields: [{name: a}]")
    pipeline.tableSchema = "b.yaml"
    #expect(
      await pipeline.errors().hasPrefix(
        "pipelines/p/pipeline.yaml:8:19: there is no file 'b.yaml' in pipelines/p\n"))
  }

  @Test func `columns need a type, and a source needs columns or a table schema`() async throws {
    var pipeline = DescribedPipeline(schema: "fields: [{name: a}]")
    pipeline.block = "    columns: {b: {label: B}}"
    #expect(
      await pipeline.errors().hasPrefix(
        "pipelines/p/pipeline.yaml:9:18: 'b' lacks the key 'type': what its cells hold\n"))
    pipeline.block = "    columns: {b: {type: text}}\n  c: {person: p}"
    #expect(
      await pipeline.errors().contains(
        "pipelines/p/pipeline.yaml:10:6: 'c' lacks the key 'columns', or 'table_schema' in its "
          + "place\n"))
  }
}
