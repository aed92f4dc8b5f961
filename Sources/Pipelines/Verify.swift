#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How the outputs that are there differ from a fresh run.
package struct Comparison: Sendable, Hashable {
  /// Paths below the pipeline's output folder.
  package var missing: [String] = []
  package var unexpected: [String] = []
  package var changed: [String] = []
  /// Ids of findings that differ, are gone or are new.
  package var findings: [FindingDifference] = []
  /// The manifest differs only in the software that made it.
  package var softwareDiffers = false

  package var isSame: Bool { missing.isEmpty && unexpected.isEmpty && changed.isEmpty }

  package struct FindingDifference: Sendable, Hashable {
    package let file: String
    package let id: String
    package let what: String
  }
}

/// Why there is nothing to compare with.
package struct NothingToVerify: Error, Sendable, CustomStringConvertible {
  package let path: String

  package var description: String {
    "\(path): there are no outputs to verify; run the pipeline first"
  }
}

/// Runs a pipeline into a temporary folder and compares with the outputs that are there.
///
/// `internal/` is compared only where it is there: a clone has `publish/` alone.
package func verifyPipeline(
  _ pipeline: Pipeline, _ settings: RunSettings, outputs: String, temporary: String,
  progress: Progress
) async throws -> Comparison {
  let present = "\(outputs)/\(pipeline.name)"
  guard isFolder("\(present)/publish") else {
    throw NothingToVerify(path: pipeline.workspace.shown(present))
  }
  let fresh = try makeTemporaryFolder(in: temporary)
  defer { try? removeTree(fresh) }
  let evaluation = try await evaluate(pipeline, settings, progress: progress)
  _ = try await step("report", progress) {
    try await writeOutputs(pipeline, evaluation, settings: settings, into: fresh, runLog: { "" })
  }
  progress.begin("compare")
  var comparison = Comparison()
  for audience in ["publish", "internal"] where isFolder("\(present)/\(audience)") {
    try compare(audience, fresh: fresh, present: present, into: &comparison)
  }
  return comparison
}

private func makeTemporaryFolder(in folder: String) throws(OutputError) -> String {
  var template = Array("\(folder)/countin-verify-XXXXXX".utf8CString)
  let made = unsafe template.withUnsafeMutableBufferPointer { buffer in
    unsafe buffer.baseAddress.flatMap { unsafe mkdtemp($0) }.map { unsafe String(cString: $0) }
  }
  guard let made else { throw .cannotWrite(path: folder, reason: systemReason()) }
  return made
}

private func paths(below folder: String, prefix: String = "") -> [String] {
  namesInFolder(folder).flatMap { name -> [String] in
    let path = "\(folder)/\(name)"
    return isFolder(path) ? paths(below: path, prefix: "\(prefix)\(name)/") : ["\(prefix)\(name)"]
  }
}

private func compare(
  _ audience: String, fresh: String, present: String, into comparison: inout Comparison
) throws {
  let made = paths(below: "\(fresh)/\(audience)")
  let there = paths(below: "\(present)/\(audience)")
  comparison.missing += made.filter { !there.contains($0) }.map { "\(audience)/\($0)" }
  comparison.unexpected += there.filter { !made.contains($0) }.map { "\(audience)/\($0)" }
  for path in made where there.contains(path) && path != "run.log" {
    let one = try OpenFile("\(fresh)/\(audience)/\(path)").bytes()
    let other = try OpenFile("\(present)/\(audience)/\(path)").bytes()
    if one == other { continue }
    if path == "manifest.json", withoutSoftware(one) == withoutSoftware(other) {
      comparison.softwareDiffers = true
      continue
    }
    comparison.changed.append("\(audience)/\(path)")
    if path == "findings.csv" {
      comparison.findings += findingDifferences(
        fresh: one, present: other, file: "\(audience)/\(path)")
    }
  }
}

private func withoutSoftware(_ manifest: [UInt8]) -> Substring {
  let text = String(decoding: manifest, as: UTF8.self)
  guard let end = text.firstRange(of: "\n  \"software\"") else { return text[...] }
  return text[..<end.lowerBound]
}

private func findingDifferences(
  fresh: [UInt8], present: [UInt8], file: String
) -> [Comparison.FindingDifference] {
  // Each line starts with the id, which needs no quotes.
  func lines(_ bytes: [UInt8]) -> [String: Substring] {
    let text = String(decoding: bytes, as: UTF8.self)
    var lines: [String: Substring] = [:]
    for line in text.split(separator: "\n").dropFirst() {
      lines[String(line.prefix { $0 != "," })] = line
    }
    return lines
  }
  let (now, before) = (lines(fresh), lines(present))
  var differences: [Comparison.FindingDifference] = []
  for id in Set(now.keys).union(before.keys).sorted() {
    let what: String
    switch (now[id], before[id]) {
    case (let new?, let old?):
      if new == old { continue }
      what = "differs"
    case (nil, _): what = "is no longer made"
    case (_, nil): what = "is new"
    }
    differences.append(Comparison.FindingDifference(file: file, id: id, what: what))
  }
  return differences
}
