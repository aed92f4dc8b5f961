import EvaluationData
import Loading
import Synchronization
import Testing

private struct DiskError: Error {}

struct ContentsTests {
  @Test func `a file without bytes is empty`() async {
    await #expect(throws: LoadError.empty(file: "a.csv")) { try await load("", headings: ["Id"]) }
  }

  @Test(arguments: [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]] as [[UInt8]])
  func `a file with a byte order mark alone is empty`(bytes: [UInt8]) async {
    await #expect(throws: LoadError.empty(file: "a.csv")) {
      try await load([.inMemory(bytes)], headings: ["Id"])
    }
  }

  @Test(arguments: [0, 30, 1 << 20])
  func `a read that fails says which file and why`(offset: Int) async {
    let bytes = Array(("Id\n" + String(repeating: "12345\n", count: 300_000)).utf8)
    let whole = InputFile.inMemory(bytes)
    let file = unsafe InputFile(path: "2024/a.csv", byteCount: bytes.count) { memory, place in
      guard place < offset else { throw DiskError() }
      return try unsafe whole.read(
        UnsafeMutableRawBufferPointer(rebasing: memory.prefix(offset - place)), place)
    }
    await #expect(throws: LoadError.unreadable(file: "2024/a.csv", reason: "DiskError()")) {
      try await load([file], headings: ["Id"])
    }
  }

  @Test func `a read that fails after the encoding was decided is still an error`() async {
    // The first pass over the file succeeds; the disk fails while rows are read.
    let bytes = Array(("Id\n" + String(repeating: "12345\n", count: 600_000)).utf8)
    let whole = InputFile.inMemory(bytes)
    let reads = Reads()
    let file = unsafe InputFile(path: "a.csv", byteCount: bytes.count) { memory, place in
      if place > 0, reads.sawEnd { throw DiskError() }
      let count = try unsafe whole.read(memory, place)
      if count == 0 { reads.end() }
      return count
    }
    await #expect(throws: LoadError.unreadable(file: "a.csv", reason: "DiskError()")) {
      try await load([file], headings: ["Id"])
    }
  }
}

/// Remembers whether the end of the file was read.
private final class Reads: Sendable {
  private let ended = Mutex(false)
  var sawEnd: Bool { ended.withLock { $0 } }
  func end() { ended.withLock { $0 = true } }
}
