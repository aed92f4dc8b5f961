import ArgumentParser
import Pipelines

struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Read the exports of a pipeline and write its workbooks and summaries.")

  @OptionGroup var arguments: PipelineArguments
  @OptionGroup var outputs: OutputsOption

  func run() async throws {
    try await reporting {
      let pipeline = try await arguments.load()
      let folder = outputs.folder(of: pipeline)
      let clock = StageClock()
      defer { clock.clearLine() }
      let (evaluation, written) = try await runPipeline(
        pipeline, arguments.settings, outputs: folder, progress: clock.progress,
        repaired: { printError("note: \($0)") },
        runLog: { "problems: \($0.problems.count)\n" + clock.log() })
      clock.clearLine()
      printSummary(of: evaluation.problems)
      printWarnings(of: evaluation.checks)
      printOpenPairs(evaluation.openPairs)
      printOpenQuotes(evaluation.openQuotes)
      printOpenDisagreements(evaluation.openDisagreements)
      let place = pipeline.shown("\(folder)/\(pipeline.name)")
      let problems = evaluation.problems.count
      let found =
        problems == 0
        ? "no problems found in the data"
        : "\(counted(problems, "problem")) found in the data, listed in \(place)/internal/problems.csv"
      print("\(place): \(counted(written.fileCount, "file")) written; \(found)")
      // To give back every text of a large run takes longer than to write its reports.
      withExtendedLifetime((pipeline, evaluation)) { leave() }
    }
  }
}
