import Foundation
import Testing

@Suite struct RunTests {
  @Test func `a run says what it wrote`() throws {
    let workspace = try SmallWorkspace()
    let outcome = try workspace.runs("run", "club")
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors.isEmpty)
    let files = try contents(of: workspace.outputs).count
    #expect(
      outcome.output == "outputs/club: \(files) files written; no problems found in the data\n")
  }

  @Test func `the folder, the file and the bare name mean the same pipeline`() throws {
    let workspace = try SmallWorkspace()
    for argument in ["club", "pipelines/club", "pipelines/club/", "pipelines/club/pipeline.yaml"] {
      #expect(try workspace.runs("check", argument).exitCode == 0, "\(argument)")
    }
  }

  @Test func `check writes nothing`() throws {
    let workspace = try SmallWorkspace()
    let outcome = try workspace.runs("check", "club")
    #expect(outcome.exitCode == 0)
    #expect(outcome.output == "club: the pipeline is valid; 0 problems found in the data\n")
    #expect(
      !FileManager.default.fileExists(atPath: workspace.url.appending(path: "outputs").path))
  }

  @Test func `outputs and data may be elsewhere`() throws {
    let workspace = try SmallWorkspace()
    let elsewhere = try TemporaryFolder()
    let data = workspace.url.appending(path: "data/club").path
    let outcome = try run(
      countin, ["run", "club", "--data", data, "--outputs", elsewhere.url.path],
      in: workspace.url)
    #expect(outcome.exitCode == 0)
    #expect(
      FileManager.default.fileExists(
        atPath: elsewhere.url.appending(path: "club/publish/findings.csv").path))
  }

  @Test func `verify finds the finding that was changed`() throws {
    let workspace = try SmallWorkspace()
    #expect(try workspace.runs("run", "club").exitCode == 0)
    #expect(
      try workspace.runs("verify", "club").output == "club: the outputs are what a run makes\n")
    let file = workspace.outputs.appending(path: "publish/findings.csv")
    let text = try String(contentsOf: file, encoding: .utf8)
    let id = "coding/members/remark/books/count"
    let changed = text.split(separator: "\n").map { line in
      line.hasPrefix(id + ",") ? line.replacing(",30,", with: ",31,", maxReplacements: 1) : line
    }
    try (changed.joined(separator: "\n") + "\n").write(to: file, atomically: true, encoding: .utf8)
    let outcome = try workspace.runs("verify", "club")
    #expect(outcome.exitCode == 1)
    #expect(
      outcome.output == """
        publish/findings.csv: differs
        publish/findings.csv: \(id) differs
        club: the outputs are not what a run makes now

        """)
  }

  @Test func `verify finds files that are missing or too many`() throws {
    let workspace = try SmallWorkspace()
    #expect(try workspace.runs("run", "club").exitCode == 0)
    try workspace.remove("outputs/club/publish/summary.md")
    try workspace.write("x", to: "outputs/club/publish/notes.txt")
    let outcome = try workspace.runs("verify", "club")
    #expect(outcome.exitCode == 1)
    #expect(
      outcome.output.hasPrefix(
        "publish/summary.md: is not there; a run would write it\n"
          + "publish/notes.txt: is there; a run would not write it\n"))
  }

  @Test func `verify without outputs says so`() throws {
    let workspace = try SmallWorkspace()
    let outcome = try workspace.runs("verify", "club")
    #expect(
      outcome.errors
        == "error: outputs/club: there are no outputs to verify; run the pipeline first\n")
    #expect(outcome.exitCode == 66)
  }

  @Test func `a reader that stops listening is no error`() throws {
    let workspace = try SmallWorkspace()
    try workspace.write(
      SmallWorkspace.members(20_000).replacing("/3/2024", with: "/13/2024"),
      to: "data/club/members.csv")
    let command = "'\(countin.path)' check club --all | head -n 1; exit ${PIPESTATUS[0]}"
    let outcome = try run(URL(filePath: "/bin/bash"), ["-c", command], in: workspace.url)
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.hasPrefix("members.csv:2: column 'Joined': unreadable-date"))
  }

  @Test func `the as-of date is checked`() throws {
    let workspace = try SmallWorkspace()
    let outcome = try workspace.runs("check", "club", "--as-of", "soon")
    #expect(outcome.exitCode == 64)
    #expect(outcome.errors.contains("'soon' is no date; write it as 2024-03-31"))
  }
}
