import Foundation
import Pipelines
import Testing

/// Exports that are written to while a run reads them.
@Suite struct ChangingFileTests {
  private static let export = "data/p/members.csv"

  private func workspace() throws -> TemporaryWorkspace {
    let workspace = try TemporaryWorkspace()
    try workspace.write(
      """
      title: T
      period: {start: 2024-01-01, end: 2024-12-31}
      sources: {members: {title: Members, files: members.csv}}
      schema: {members: {columns: {id: {header: Id, type: id}}}}
      measures: {}
      """, to: "pipelines/p/pipeline.yaml")
    try workspace.write("Id\n1\n2\n", to: ChangingFileTests.export)
    return workspace
  }

  @Test(arguments: ["load", "clean", "measure"])
  func `a file that grows during the run is refused`(stage: String) async throws {
    let workspace = try workspace()
    let file = workspace.root.appending(path: ChangingFileTests.export)
    let error = await #expect(throws: InputError.self) {
      try await workspace.evaluated(
        progress: Pipelines.Progress { begun in
          guard begun == stage else { return }
          do {
            let handle = try FileHandle(forWritingTo: file)
            try handle.seekToEnd()
            try handle.write(contentsOf: Data("3\n".utf8))
            try handle.close()
          } catch {
            Issue.record(error)
          }
        })
    }
    #expect(
      error?.description == """
        members.csv: changed while it was being read
        Wait until the export is finished, then run again. The earlier outputs are as they were.
        """)
  }

  @Test func `a file that is replaced during the run is refused`() async throws {
    let workspace = try workspace()
    let root = workspace.root
    await #expect(throws: InputError.changed(file: "members.csv")) {
      try await workspace.evaluated(
        progress: Pipelines.Progress { begun in
          guard begun == "clean" else { return }
          do {
            // The same length, as a correction of one cell may have.
            try Data("Id\n1\n3\n".utf8)
              .write(to: root.appending(path: ChangingFileTests.export), options: .atomic)
          } catch {
            Issue.record(error)
          }
        })
    }
  }
}
