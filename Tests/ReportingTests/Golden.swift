import Foundation
import Testing

/// Compares a text with the one that was kept for review.
///
/// `RECORD=1` writes it anew, and fails, so that nothing is blessed by accident.
func expectGolden(
  _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden")
  let file = folder.appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["RECORD"] == "1" {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
    Issue.record(
      "recorded \(name): look at it, then run without RECORD", sourceLocation: sourceLocation)
    return
  }
  let kept = try String(contentsOf: file, encoding: .utf8)
  guard text != kept else { return }
  let lines = zip(
    text.split(separator: "\n", omittingEmptySubsequences: false),
    kept.split(separator: "\n", omittingEmptySubsequences: false))
  let first = lines.first { $0 != $1 }
  Issue.record(
    "\(name) differs: now '\(first?.0 ?? "the end")', kept '\(first?.1 ?? "the end")'",
    sourceLocation: sourceLocation)
}
