import Foundation
import Testing

@Suite struct DemoTests {
  @Test func `the demo's committed outputs are what a run makes`() throws {
    let outcome = try runCountIn("verify", "local-diabetes-care", in: packageFolder)
    #expect(outcome.output.hasSuffix("local-diabetes-care: the outputs are what a run makes\n"))
    #expect(outcome.exitCode == 0, "\(outcome.output)\(outcome.errors)")
  }

  @Test func `the demo's exports are what their generator writes`() throws {
    let folder = try TemporaryFolder()
    let generator = countin.deletingLastPathComponent().appending(path: "demo-data")
    let outcome = try run(generator, [folder.url.path], in: packageFolder)
    #expect(outcome.exitCode == 0)
    let written = try contents(of: folder.url)
    let committed = try contents(of: packageFolder.appending(path: "data/local-diabetes-care"))
    #expect(written.count >= 16)
    for (path, data) in written { #expect(committed[path] == data, "\(path)") }
  }

  /// Time zone, language, cores and the order of the folder must not matter.
  @Test(arguments: [
    ["TZ": "Pacific/Auckland"], ["TZ": "America/St_Johns", "LC_ALL": "tr_TR.UTF-8"],
    ["LC_ALL": "C"], ["LANG": "de_DE.UTF-8", "LC_NUMERIC": "de_DE.UTF-8"],
  ])
  func `the same bytes everywhere`(_ environment: [String: String]) throws {
    let folder = try TemporaryFolder()
    let outcome = try run(
      countin, ["run", "local-diabetes-care", "--outputs", folder.url.path], in: packageFolder,
      environment: environment)
    #expect(outcome.exitCode == 0)
    try expectCommitted(folder)
  }

  @Test func `the same bytes on one core`() throws {
    let folder = try TemporaryFolder()
    let taskset = URL(filePath: "/usr/bin/taskset")
    try #require(
      FileManager.default.isExecutableFile(atPath: taskset.path),
      "this test needs taskset (util-linux); run scripts/bootstrap --tests")
    let outcome = try run(
      taskset,
      ["-c", "0", countin.path, "run", "local-diabetes-care", "--outputs", folder.url.path],
      in: packageFolder)
    #expect(outcome.exitCode == 0)
    try expectCommitted(folder)
  }

  private func expectCommitted(_ folder: TemporaryFolder) throws {
    let written = try contents(of: folder.url.appending(path: "local-diabetes-care/publish"))
    let committed = try contents(
      of: packageFolder.appending(path: "outputs/local-diabetes-care/publish"))
    #expect(written.keys.sorted() == committed.keys.sorted())
    // The manifest tells the versions of the machine's libraries.
    for (path, data) in written where path != "manifest.json" {
      #expect(committed[path] == data, "\(path)")
    }
  }

  @Test func `publish shows no small count of people`() throws {
    let file = packageFolder.appending(path: "outputs/local-diabetes-care/publish/findings.csv")
    let text = try String(contentsOf: file, encoding: .utf8)
    var counts = 0
    for line in text.split(separator: "\n").dropFirst() {
      guard let id = line.split(separator: ",").first, id.hasSuffix("/count") else { continue }
      counts += 1
      for small in 1...4 { #expect(!line.contains(",count,\(small),"), "\(line)") }
    }
    #expect(counts > 100)
  }
}
