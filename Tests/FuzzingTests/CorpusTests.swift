import Foundation
import FuzzingChecks
import Testing

/// The inputs that a fuzzer starts from and those that once broke a law; a broken law ends the process.
private func files(in folders: String...) -> [URL] {
  let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  return folders.flatMap { folder in
    let files = try? FileManager.default.contentsOfDirectory(
      at: tests.appending(path: folder), includingPropertiesForKeys: nil)
    return (files ?? []).sorted { $0.lastPathComponent < $1.lastPathComponent }
  }
}

private let loadingCorpus = files(
  in: "Fuzzing/Corpus/loading", "LoadingTests/Fixtures/shapes", "LoadingTests/Fixtures/surveys")
private let valueCorpus = files(in: "Fuzzing/Corpus/values")

struct CorpusTests {
  @Test func `the corpus is there`() {
    #expect(loadingCorpus.count > 100)
    #expect(valueCorpus.count > 20)
  }

  @Test(arguments: loadingCorpus)
  func `what holds for every file holds for the corpus`(file: URL) async throws {
    await checkLoading(Array(try Data(contentsOf: file)))
  }

  @Test(arguments: valueCorpus)
  func `what holds for every cell holds for the corpus`(file: URL) async throws {
    await checkValues(Array(try Data(contentsOf: file)))
  }
}
