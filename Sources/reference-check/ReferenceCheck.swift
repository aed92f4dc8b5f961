import Foundation

/// Compares what `Statistics` computes with the reference values of a folder.
///
/// `reference-check DIR` reads `DIR/cases.json` and the CSV files that it names, and prints a
/// line per case. It ends with 0 only when no case differs.
@main struct ReferenceCheck {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    guard let folder = arguments.first, arguments.count == 1, !folder.hasPrefix("-") else {
      fail("expected one folder with a cases.json: reference-check DIR")
    }
    do {
      let cases = try ReferenceCase.all(in: URL(fileURLWithPath: folder, isDirectory: true))
      var report = Report()
      for reference in cases {
        print(report.take(Comparison(reference, offered: offeredStatistics), of: reference))
      }
      print(report.closing)
      if report.differs > 0 { exit(1) }
    } catch {
      fail("\(folder)/cases.json cannot be read: \(error)")
    }
  }

  private static func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(64)
  }
}

/// The lines about cases, and the counts that close them.
package struct Report {
  package private(set) var passed = 0
  package private(set) var differs = 0
  package private(set) var unsupported = 0
  private var values = (equal: 0, different: 0, notOffered: 0)
  private var namesNotOffered: [String: Set<String>] = [:]

  package init() {}

  /// Counts a case in, and gives its line.
  package mutating func take(_ comparison: Comparison, of reference: ReferenceCase) -> String {
    values.equal += comparison.equal.count
    values.different += comparison.different.count
    values.notOffered += comparison.notOffered.count
    if !comparison.notOffered.isEmpty {
      namesNotOffered[reference.statistic, default: []].formUnion(comparison.notOffered)
    }
    if comparison.isUnsupported {
      unsupported += 1
      return "\(reference.id)  unsupported"
    }
    guard !comparison.different.isEmpty else {
      passed += 1
      return "\(reference.id)  pass"
    }
    differs += 1
    return comparison.different.map { difference in
      "\(reference.id)  differs \(difference.name) "
        + "expected \(difference.expected) found \(difference.found)"
    }.joined(separator: "\n")
  }

  /// The names that are not offered, and the two lines of counts.
  package var closing: String {
    let names = namesNotOffered.sorted { $0.key < $1.key }.map { statistic, names in
      "not offered: \(statistic): \(names.sorted().joined(separator: ", "))"
    }
    return
      (names + [
        "cases: passed \(passed), differs \(differs), unsupported \(unsupported)",
        "values: equal \(values.equal), different \(values.different), "
          + "not offered \(values.notOffered)",
      ]).joined(separator: "\n")
  }
}
