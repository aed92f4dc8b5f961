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

  /// Fleiss (1971): thirty patients, each diagnosed by six psychiatrists.
  @Test func `six coders agree on each code as Fleiss printed`() throws {
    guard let data = ProcessInfo.processInfo.environment["COUNTIN_DATA"] else {
      print("real data: COUNTIN_DATA is not set; the diagnoses of Fleiss were not read")
      return
    }
    let file = URL(filePath: data).appending(path: "coder-agreement/irr_diagnoses.csv")
    let workspace = try SmallWorkspace()
    try workspace.write(try Data(contentsOf: file), to: "data/club/diagnoses.csv")
    let raters = (1...6).map { "rater\($0)" }
    let columns = raters.map { "      \($0): {type: multi-select, choices: *choices}" }
    let coders = raters.map { "        - {people: patients, column: \($0)}" }
    try workspace.write(
      """
      title: Diagnoses
      period: {start: 1971-01-01, end: 1971-12-31}
      sources: {patients: {title: Patients, files: diagnoses.csv}}
      schema:
        patients:
          columns:
      \(columns.joined(separator: "\n").replacing("rater1: {type: multi-select, choices: *choices}", with: """
        rater1: {type: multi-select, choices: &choices {depression: 1. Depression,
                personality: 2. Personality Disorder, schizophrenia: 3. Schizophrenia,
                neurosis: 4. Neurosis, other: 5. Other}}
        """))
      measures:
        agreement:
          - coders:
      \(coders.joined(separator: "\n"))

      """, to: "pipelines/club/pipeline.yaml")
    let outcome = try workspace.runs("run", "club")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let findings = try String(
      contentsOf: workspace.outputs.appending(path: "internal/findings.csv"), encoding: .utf8)
    let printed = [
      ("depression", 0.245), ("personality", 0.245), ("schizophrenia", 0.520),
      ("neurosis", 0.471), ("other", 0.566),
    ]
    for (code, kappa) in printed {
      let id = "agreement/patients/6-coders/\(code)/fleiss-kappa,"
      let line = try #require(findings.split(separator: "\n").first { $0.hasPrefix(id) })
      let value = line.split(separator: ",", omittingEmptySubsequences: false)[10]
      #expect(abs(try #require(Double(value)) - kappa) < 0.0005, "\(code)")
    }
  }
}
