import ArgumentParser
import EvaluationData
import Pipelines

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Read and validate everything that a run would, and write nothing.")

  @OptionGroup var arguments: PipelineArguments

  @Flag(help: "List every problem, not the first forty.")
  var all = false

  func run() async throws {
    try await reporting {
      let pipeline = try arguments.load()
      let clock = StageClock()
      defer { clock.clearLine() }
      let evaluation = try await evaluate(pipeline, arguments.settings, progress: clock.progress)
      clock.clearLine()
      let problems = evaluation.problems.sorted {
        ($0.address.file, $0.address.line) < ($1.address.file, $1.address.line)
      }
      let shown = all ? problems[...] : problems.prefix(40)
      for problem in shown { print(problem) }
      if shown.count < problems.count {
        print("… and \(problems.count - shown.count) more; --all lists them")
      }
      printSummary(of: problems)
      print(
        "\(pipeline.name): the pipeline is valid; \(counted(problems.count, "problem")) found in the data"
      )
    }
  }
}
