import Foundation
import Pipelines
import Testing

private let packageFolder = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

/// The pages in `docs/` that are written from the code.
private let pages: [(name: String, text: String)] = [
  ("pipeline-file.md", pipelineReferencePage), ("findings.md", findingsReferencePage),
  ("pipeline.schema.json", pipelineJSONSchema), ("tags.schema.json", taggingRulesJSONSchema),
]

@Suite struct ReferencePageTests {
  /// With `RECORD=1` the pages are written anew, and the test fails all the same.
  @Test(arguments: pages.map(\.name))
  func `the page is what the code says`(_ name: String) throws {
    let page = try #require(pages.first { $0.name == name })
    let file = packageFolder.appending(path: "docs/\(name)")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try page.text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("docs/\(name) was recorded; look at it and run again without RECORD")
      return
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == page.text)
  }

  /// An independent reader of JSON Schema holds the shipped files against it.
  @Test func `the JSON Schemas accept the shipped files and refuse a wrong key`() throws {
    let python = URL(filePath: "/usr/bin/python3")
    let script = packageFolder.appending(path: "Tests/PipelinesTests/check_schema.py").path
    let process = Process()
    process.executableURL = python
    process.arguments = [script, packageFolder.path]
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(text)")
  }
}
