import EvaluationData
import Foundation
import TextCoding

/// Times which of many patterns each comment has, on the file that the scripts in
/// `peers/matching` read, too.
///
/// `time-matching COMMENTS PATTERNS` reads a comment from each line and a pattern from each line.
/// A line that it prints is the number of tasks, the shortest of three times in seconds, and
/// in how many pairs of a comment and a pattern the one has the other.
@main struct TimeMatching {
  static func main() async throws {
    let files = CommandLine.arguments.dropFirst()
    guard files.count == 2, let comments = files.first, let patterns = files.last else {
      print("time-matching: needs a file of comments and a file of patterns")
      exit(64)
    }
    let texts = try lines(of: comments)
    let frame = CodeFrame(
      codes: try lines(of: patterns).map { pattern in
        Code(
          name: Named(pattern), definition: pattern,
          rules: [TaggingRule(match: [try Pattern(pattern)])])
      })
    let table = table(of: texts)
    for tasks in [1, 2] {
      var shortest = Duration.seconds(Int.max)
      var pairs = 0
      for _ in 0..<3 {
        let start = ContinuousClock.now
        let coded = try await code(table, column: "comment", by: frame, width: tasks)
        shortest = min(shortest, ContinuousClock.now - start)
        pairs = coded.codes.words.reduce(0) { $0 + $1.nonzeroBitCount }
      }
      print("tasks \(tasks)", shortest / .seconds(1), pairs)
    }
  }

  private static func table(of texts: [String]) -> Table {
    var reasons = MissingReasons()
    for _ in texts { reasons.append(nil) }
    let cells = TextCells(texts: TextColumn(texts), reasons: reasons)
    var addresses = RowAddresses()
    addresses.begin(file: "comments")
    for line in texts.indices { addresses.append(line: line + 1) }
    return Table(
      name: Named("comments"),
      columns: [Column(name: Named("comment"), cells: .text(cells))],
      addresses: addresses, loadedRows: texts.count)
  }

  private static func lines(of file: String) throws -> [String] {
    try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map(String.init)
  }
}
