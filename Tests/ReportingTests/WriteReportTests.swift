import EvaluationData
import Foundation
import Reporting
import Testing

@Suite struct WriteReportTests {
  @Test func `the same report gives the same bytes of every file`() throws {
    let scratch = try Scratch()
    var written: [[String: Data]] = []
    for name in ["first", "second"] {
      let folder = try scratch.folder(name)
      _ = try writePublished(ExampleReport.report(), into: try scratch.folder("\(name)/publish"))
      _ = try writeInternal(
        ExampleReport.report(.internal), detail: ExampleReport.detail,
        into: try scratch.folder("\(name)/internal"))
      _ = try writeLists(ExampleReport.detail, into: "\(folder)/internal")
      written.append(try contents(of: folder))
      // Zip entries and the like count seconds, some of them in twos.
      Thread.sleep(forTimeInterval: name == "first" ? 2.1 : 0)
    }
    #expect(written[0].count == 44)
    for (path, bytes) in written[0] { #expect(written[1][path] == bytes, "\(path)") }
  }

  @Test func `the artifacts are exactly the files that were written`() throws {
    let scratch = try Scratch()
    let publish = try scratch.folder("publish")
    let published = try writePublished(ExampleReport.report(), into: publish)
    #expect(Set(published.map(\.path)) == Set(try contents(of: publish).keys))
    let folder = try scratch.folder("internal")
    let kept = try writeInternal(
      ExampleReport.report(.internal), detail: ExampleReport.detail, into: folder)
    #expect(kept.map(\.path) == ["workbook.xlsx", "findings.csv"])
    let lists = try writeLists(ExampleReport.detail, into: folder)
    #expect(
      lists.map(\.path) == ["cleaning-ledger.csv", "problems.csv", "quotes-to-check.csv"])
    #expect(Set((kept + lists).map(\.path)) == Set(try contents(of: folder).keys))
  }

  @Test func `what is hidden changes no byte of what is published`() throws {
    let scratch = try Scratch()
    let folders = [try scratch.folder("first"), try scratch.folder("second")]
    for (folder, hidden) in zip(folders, [3.0, 4]) {
      _ = try writePublished(
        ExampleReport.report(findings: SmallFindings.findings(hiding: hidden)), into: folder)
    }
    #expect(try contents(of: folders[0]) == contents(of: folders[1]))
    // The test itself can see a difference.
    let other = try scratch.folder("third")
    _ = try writePublished(
      ExampleReport.report(findings: SmallFindings.findings().dropLast()), into: other)
    #expect(try contents(of: folders[0]) != contents(of: other))
  }

  @Test func `a file in the folder's place is an error with its path and reason`() throws {
    let scratch = try Scratch()
    let place = "\(scratch.path)/publish"
    try "in the way".write(toFile: place, atomically: true, encoding: .utf8)
    let error = #expect(throws: ReportError.self) {
      try writePublished(ExampleReport.report(), into: place)
    }
    #expect(
      error
        == .cannotWrite(path: "\(place)/funder-return.xlsx", reason: "Not a directory"))
    #expect(
      error?.description == """
        \(place)/funder-return.xlsx: cannot write: Not a directory; free some space or choose \
        another folder with --outputs
        """)
  }

  @Test func `a folder in a file's place is an error`() throws {
    let scratch = try Scratch()
    _ = try scratch.folder("problems.csv")
    let path = "\(scratch.path)/problems.csv"
    #expect(throws: ReportError.cannotWrite(path: path, reason: "Is a directory")) {
      try writeLists(ExampleReport.detail, into: scratch.path)
    }
  }
}

/// Disks of a few kilobytes, which only the superuser can make.
@Suite(.serialized) struct FullDiskTests {
  private func onDisk(ofKilobytes size: Int, _ body: (String) throws -> Void) throws {
    let scratch = try Scratch()
    let disk = try scratch.folder("disk")
    let mounted = try output(
      of: "mount", ["-t", "tmpfs", "-o", "size=\(size)k", "tmpfs", disk])
    guard mounted.status == 0 else {
      throw MissingMeans(what: "the right to mount a small disk (\(mounted.text))")
    }
    defer { _ = try? output(of: "umount", [disk]) }
    try body(disk)
  }

  @Test func `a disk too small for the workbook is an error`() throws {
    try onDisk(ofKilobytes: 32) { disk in
      #expect(
        throws: ReportError.cannotWrite(
          path: "\(disk)/funder-return.xlsx", reason: "No space left on device")
      ) { try writePublished(ExampleReport.report(), into: disk) }
    }
  }

  @Test func `a disk that fills up after the workbook is an error`() throws {
    try onDisk(ofKilobytes: 64) { disk in
      var writer = try CSVWriter(path: "\(disk)/matches.csv", header: ["text"])
      #expect(
        throws: ReportError.cannotWrite(
          path: "\(disk)/matches.csv", reason: "No space left on device")
      ) {
        for _ in 0..<100_000 { try writer.write(["a row of some length, again and again"]) }
      }
    }
  }

  @Test(arguments: [64, 256, 512, 1024, 1536, 2048, 3072, 4096])
  func `a report on a small disk is whole or an error, never cut`(_ size: Int) throws {
    let scratch = try Scratch()
    let whole = try scratch.folder("whole")
    _ = try writePublished(ExampleReport.report(), into: whole)
    try onDisk(ofKilobytes: size) { disk in
      do {
        _ = try writePublished(ExampleReport.report(), into: disk)
        #expect(try contents(of: disk) == contents(of: whole))
      } catch {
        guard case ReportError.cannotWrite(let path, let reason) = error else { throw error }
        #expect(path.hasPrefix(disk))
        #expect(reason.contains("No space left on device"))
      }
    }
  }
}
