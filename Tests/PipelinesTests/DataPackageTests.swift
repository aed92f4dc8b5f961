import Cleaning
import EvaluationData
import Pipelines
import Testing

@Suite struct DataPackageTests {
  private func package(_ schema: String = "{\"fields\": [{\"name\": \"x\"}]}") -> DescribedPipeline
  {
    DescribedPipeline(
      schema: """
        {
        \t"name": "package",
        \t"resources": [
        \t\t{"name": "cities", "path": "c.csv", "schema": {"fields": [{"name": "y"}]}},
        \t\t{"name": "a", "path": "a.csv", "schema": \(schema)}
        \t]
        }
        """, fileName: "datapackage.json")
  }

  @Test func `the table of the source's name is taken, or the one that is named`() async throws {
    var pipeline = package()
    #expect(try await pipeline.columns().map(\.name.name) == ["x"])
    pipeline.tableSchema = "datapackage.json#cities"
    #expect(try await pipeline.columns().map(\.name.name) == ["y"])
  }

  @Test func `a letter outside the first plane may be written as two halves`() async throws {
    let pipeline = package(
      #"{"fields": [{"name": "x", "title": "\ud83d\ude00 \u00e9 \\ud83d \/"}]}"#)
    #expect(try await pipeline.columns().map(\.name.label) == ["😀 é \\ud83d /"])
  }

  @Test(arguments: [
    (
      "datapackage.json#towns", "{\"fields\": []}",
      "pipeline.yaml:8:19: there is no resource 'towns' in 'datapackage.json'; known: cities, a; "
        + "for the first write datapackage.json#cities"
    ),
    (
      "datapackage.json", "\"https://example.org/schema.json\"",
      "datapackage.json:5:44: CountIn fetches nothing; save the schema beside the pipeline file"
    ),
    (
      "datapackage.json", "\"other.json\"",
      "datapackage.json:5:44: there is no file 'other.json' in pipelines/p"
    ),
    (
      "datapackage.json", "{\"fields\": [}",
      "datapackage.json:5:56: this is not JSON: did not find expected node content"
    ),
  ])
  func `what cannot be taken is told`(_ named: String, _ schema: String, _ message: String)
    async throws
  {
    var pipeline = package(schema)
    pipeline.tableSchema = named
    let errors = await pipeline.errors()
    #expect(errors.hasPrefix("pipelines/p/\(message)\n"), "\(errors)")
  }

  @Test func `a resource without a schema, and a resource of no package, are told`() async throws {
    var pipeline = DescribedPipeline(
      schema: "{\"resources\": [{\"name\": \"a\"}]}", fileName: "d.json")
    #expect(
      await pipeline.errors().hasPrefix(
        "pipelines/p/d.json:1:16: the resource 'a' has no 'schema'\n"))
    pipeline = DescribedPipeline(schema: "fields: [{name: a}]")
    pipeline.tableSchema = "a.schema.yaml#a"
    #expect(
      await pipeline.errors().hasPrefix(
        "pipelines/p/pipeline.yaml:8:19: 'a.schema.yaml' is no Data Package; leave '#a' out\n"))
  }

  @Test func `the schema of a package may be a file of its own, and both are in the manifest`()
    async throws
  {
    let errors = await package("\"datapackage.json\"").errors()
    #expect(errors.contains("a Table Schema needs 'fields'"))
    let files = try await package().read().specFiles.map(\.path)
    #expect(files == ["pipelines/p/pipeline.yaml", "pipelines/p/datapackage.json"])
  }
}
