import EvaluationData
import Pipelines
import Reporting
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes to standard error, where progress and problems go.
func printError(_ text: String, terminator: String = "\n") {
  let bytes = Array((text + terminator).utf8)
  _ = unsafe bytes.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
}

/// Writes the product to standard output; false when nobody reads on.
func writeOutput(_ bytes: Span<UInt8>) -> Bool {
  var offset = 0
  while offset < bytes.count {
    let written = unsafe bytes.extracting(offset..<bytes.count).withUnsafeBytes { rest in
      unsafe write(STDOUT_FILENO, rest.baseAddress, rest.count)
    }
    if written > 0 {
      offset += written
    } else if errno != EINTR {
      stopUnlessNobodyReads(errno)
      return false
    }
  }
  return true
}

/// Ends the program with what was printed, and leaves its memory to the system.
func leave() -> Never {
  if fflush(nil) != 0 { stopUnlessNobodyReads(errno) }
  exit(0)
}

/// Ends the program where its output went nowhere, as on a full disk; who reads no further, such
/// as `head`, has enough.
private func stopUnlessNobodyReads(_ code: Int32) {
  if code == EPIPE { return }
  let reason = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
  printError("error: the output could not be written: \(reason)")
  printError("Free some space, or write it to another place.")
  exit(EX_CANTCREAT)
}

/// Shows on a terminal which stage a run is at; says nothing in a log.
final class StageClock: Sendable {
  private let start = ContinuousClock.now
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let stages = StageTimes()

  var progress: Progress {
    Progress { stage in
      self.stages.begin(stage, after: ContinuousClock.now - self.start)
      if self.isTerminal { printError("\r\(stage) …".padded(to: 20), terminator: "") }
    }
  }

  func clearLine() {
    if isTerminal { printError("\r".padded(to: 20) + "\r", terminator: "") }
  }

  /// Seconds by stage, for `run.log`.
  func log() -> String {
    stages.lines(end: ContinuousClock.now - start).joined(separator: "\n") + "\n"
  }
}

/// When each stage began.
private final class StageTimes: Sendable {
  private let times = Mutex<[(stage: String, start: Duration)]>([])

  func begin(_ stage: String, after start: Duration) {
    times.withLock { $0.append((stage, start)) }
  }

  func lines(end: Duration) -> [String] {
    let times = times.withLock { $0 }
    return times.indices.map { index in
      let stop = index + 1 < times.count ? times[index + 1].start : end
      return "\(times[index].stage): \(seconds(stop - times[index].start)) s"
    }
  }
}

/// Seconds with two decimals.
func seconds(_ duration: Duration) -> String {
  let hundredths = Int(duration / .milliseconds(10))
  let rest = hundredths % 100
  return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
}

/// Prints how many problems of each kind there are, and where the first is; never a cell's text.
func printSummary(of problems: [Problem]) {
  guard !problems.isEmpty else { return }
  printError("\(counted(problems.count, "problem")) in the data:")
  var counts: [ProblemKind: (count: Int, first: CellAddress)] = [:]
  for problem in problems {
    counts[problem.kind, default: (0, problem.address)].count += 1
  }
  for kind in ProblemKind.allCases {
    guard let (count, first) = counts[kind] else { continue }
    let line = first.line > 0 ? ":\(first.line)" : ""
    printError("  \(count) × \(kind.rawValue): \(kind.title); first at \(first.file)\(line)")
    printError("      \(kind.remedy)")
  }
}

/// Prints the rules that fail so often that the pipeline wants a warning.
func printWarnings(of checks: [CheckResult]) {
  for check in checks where check.outcome == .warned { printError("warning: \(check)") }
}

/// Says that ids wait for somebody to decide whether they are one person's.
func printOpenPairs(_ count: Int) {
  guard count > 0 else { return }
  printError(
    "\(counted(count, "pair")) of ids may be one person's: decide on what a run writes to "
      + "internal/proposed-people.csv, in decisions/people.csv")
}

/// Says that quotes wait for somebody to read them.
func printOpenQuotes(_ count: Int) {
  guard count > 0 else { return }
  printError(
    "\(counted(count, "quote")) not yet decided on: read what a run writes to "
      + "internal/quotes-to-check.csv, and decide in decisions/quotes.csv")
}

/// Says that coders differ and nobody has settled it.
func printOpenDisagreements(_ count: Int) {
  guard count > 0 else { return }
  printError(
    "\(counted(count, "code")) on which coders differ: settle what a run writes to "
      + "internal/adjudication.csv, in decisions/adjudication.csv")
}
