import Foundation
import Testing

/// Runs on the public comments where `COUNTIN_DATA` names a folder that has them.
@Suite struct RealDataTests {
  @Test func `the public comments are coded and held against people`() throws {
    guard let data = ProcessInfo.processInfo.environment["COUNTIN_DATA"] else {
      print("real data: COUNTIN_DATA is not set; the nhs-fft pipeline was not run")
      return
    }
    let comments = URL(filePath: data).appending(path: "nhs-fft/comments.csv")
    try #require(
      FileManager.default.fileExists(atPath: comments.path),
      "COUNTIN_DATA is set, but has no nhs-fft/comments.csv")
    let folder = try TemporaryFolder()
    let outcome = try run(
      countin, ["run", "nhs-fft", "--outputs", folder.url.path], in: packageFolder,
      environment: ["COUNTIN_DATA": data])
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let findings = try String(
      contentsOf: folder.url.appending(path: "nhs-fft/publish/findings.csv"), encoding: .utf8)
    let lines = findings.split(separator: "\n")
    for statistic in ["precision", "recall", "f1", "kappa"] {
      let codes = lines.filter { $0.hasPrefix("agreement/") && $0.contains("/\(statistic),") }
      #expect(codes.count >= 25, "\(statistic)")
    }
    #expect(lines.contains { $0.hasPrefix("trend/comments/score-positive/2022-") })
    #expect(lines.contains { $0.hasPrefix("coding/comments/answer/") && $0.contains("service=") })
    print("real data: nhs-fft ran; \(lines.count - 1) findings")
  }
}
