import Foundation
import Testing

/// Outputs are there whole or as they were before, whatever happens to a run.
@Suite(.serialized) struct WholeOrNothingTests {
  @Test func `a killed run leaves the earlier outputs whole`() throws {
    let workspace = try SmallWorkspace(rows: 2_000)
    #expect(try workspace.runs("run", "club").exitCode == 0)
    let before = try contents(of: workspace.outputs.appending(path: "publish"))
    try workspace.write(
      SmallWorkspace.members(2_000, remark: "no more tea"), to: "data/club/members.csv")
    let whole = ContinuousClock().measure {
      _ = try? workspace.runs("check", "club")
    }
    var killed = 0
    for moment in 1...12 {
      let process = try start(countin, ["run", "club"], in: workspace.url)
      usleep(UInt32(whole / .microseconds(1)) * UInt32(moment) / 13)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let isKilled = process.terminationReason == .uncaughtSignal
      killed += isKilled ? 1 : 0
      let after = try contents(of: workspace.outputs.appending(path: "publish"))
      if isKilled {
        // Whole and old, or whole and new where the kill came after the exchange.
        #expect(after == before || isFresh(workspace), "killed at \(moment) of 13")
      }
      if after != before { break }
    }
    #expect(killed > 0, "no run was killed in time")
    let last = try workspace.runs("run", "club")
    #expect(last.exitCode == 0)
    #expect(isFresh(workspace))
    #expect(try hiddenFolders(workspace) == [".club.lock"])
  }

  private func isFresh(_ workspace: SmallWorkspace) -> Bool {
    (try? workspace.runs("verify", "club"))?.exitCode == 0
  }

  private func hiddenFolders(_ workspace: SmallWorkspace) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: workspace.url.appending(path: "outputs").path
    ).filter { $0.hasPrefix(".") }
  }

  @Test func `what a killed run left behind is named and removed`() throws {
    let workspace = try SmallWorkspace()
    #expect(try workspace.runs("run", "club").exitCode == 0)
    try workspace.write("half", to: "outputs/.club.staging/publish/findings.csv")
    let outcome = try workspace.runs("run", "club")
    #expect(
      outcome.errors
        == "note: an earlier run was stopped before it finished; its unfinished outputs were removed\n"
    )
    #expect(try hiddenFolders(workspace) == [".club.lock"])
  }

  @Test func `outputs that a stopped exchange had moved away are put back`() throws {
    let workspace = try SmallWorkspace()
    #expect(try workspace.runs("run", "club").exitCode == 0)
    let manager = FileManager.default
    let outputs = workspace.url.appending(path: "outputs")
    try manager.moveItem(
      at: outputs.appending(path: "club"), to: outputs.appending(path: ".club.previous"))
    try workspace.write(Data(), to: "data/club/members.csv")
    let outcome = try workspace.runs("run", "club")
    #expect(outcome.exitCode == 65)
    #expect(outcome.errors.hasPrefix("note: an earlier run was stopped while it put its outputs"))
    #expect(manager.fileExists(atPath: outputs.appending(path: "club/publish/findings.csv").path))
  }

  @Test func `a second run is refused while the first is under way`() throws {
    let workspace = try SmallWorkspace(rows: 100_000)
    let first = try start(countin, ["run", "club"], in: workspace.url)
    let lock = workspace.url.appending(path: "outputs/.club.staging").path
    for _ in 0..<500 where !FileManager.default.fileExists(atPath: lock) { usleep(10_000) }
    let second = try workspace.runs("run", "club")
    #expect(second.exitCode == 75)
    #expect(
      second.errors == """
        error: another run of 'club' is under way
        Wait until it has finished, then try again.

        """)
    first.waitUntilExit()
    #expect(first.terminationStatus == 0)
    #expect(try workspace.runs("verify", "club").exitCode == 0)
  }

  @Test func `an output folder that is a file`() throws {
    let workspace = try SmallWorkspace()
    try workspace.write("in the way", to: "outputs")
    let outcome = try workspace.runs("run", "club")
    #expect(outcome.exitCode == 73)
    #expect(
      outcome.errors == """
        error: \(workspace.url.path)/outputs: cannot be written: File exists
        The earlier outputs are as they were. Check the free space and the rights of the folder.

        """)
  }

  @Test func `an output folder that may not be written`() throws {
    let workspace = try SmallWorkspace()
    let manager = FileManager.default
    if getuid() != 0 {
      try manager.setAttributes([.posixPermissions: 0o555], ofItemAtPath: workspace.url.path)
    }
    defer {
      try? manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: workspace.url.path)
    }
    let outcome = try runAsNobody(["run", "club"], in: workspace.url)
    #expect(outcome.exitCode == 73)
    #expect(outcome.errors.contains("outputs: cannot be written: Permission denied"))
    #expect(!FileManager.default.fileExists(atPath: workspace.outputs.path))
  }

  @Test func `a full disk leaves the earlier outputs as they were`() throws {
    try #require(getuid() == 0, "this test mounts a small disk and needs the rights for it")
    let workspace = try SmallWorkspace(rows: 3_000)
    let disk = workspace.url.appending(path: "outputs")
    try FileManager.default.createDirectory(at: disk, withIntermediateDirectories: true)
    let mount = try run(
      URL(filePath: "/bin/mount"), ["-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.path],
      in: workspace.url)
    try #require(mount.exitCode == 0, "no small disk could be mounted: \(mount.errors)")
    defer {
      _ = try? run(URL(filePath: "/bin/umount"), [disk.path], in: workspace.url)
    }
    try workspace.write(SmallWorkspace.members(10), to: "data/club/members.csv")
    #expect(try workspace.runs("run", "club").exitCode == 0)
    let before = try contents(of: workspace.outputs)
    try workspace.write(SmallWorkspace.members(30_000), to: "data/club/members.csv")
    let outcome = try workspace.runs("run", "club")
    #expect(outcome.exitCode == 73)
    #expect(outcome.errors.contains("No space left on device"))
    #expect(try contents(of: workspace.outputs) == before)
  }
}
