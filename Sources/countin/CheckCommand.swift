import ArgumentParser
import EvaluationData
import Pipelines
import Reporting

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Read and validate everything that a run would, and write nothing.")

  @OptionGroup var arguments: PipelineArguments

  @Flag(help: "List every problem, not the first forty.")
  var all = false

  func run() async throws {
    try await reporting {
      let pipeline = try await arguments.load()
      let clock = StageClock()
      defer { clock.clearLine() }
      do {
        let evaluation = try await evaluate(pipeline, arguments.settings, progress: clock.progress)
        clock.clearLine()
        show(evaluation.problems)
        show(evaluation)
        print(
          "\(pipeline.name): the pipeline is valid; \(counted(evaluation.problems.count, "problem")) found in the data"
        )
      } catch {
        clock.clearLine()
        if let refused = ((error as? StepError)?.cause ?? error) as? any RefusedData {
          show(refused.problems)
        }
        throw error
      }
    }
  }

  private func show(_ problems: [Problem]) {
    let problems = problems.sorted {
      ($0.address.file, $0.address.line) < ($1.address.file, $1.address.line)
    }
    let shown = all ? problems[...] : problems.prefix(40)
    for problem in shown { print(problem) }
    if shown.count < problems.count {
      print("… and \(problems.count - shown.count) more; --all lists them")
    }
    printSummary(of: problems)
  }

  private func show(_ evaluation: Evaluation) {
    let checks = evaluation.checks
    if !checks.isEmpty {
      let failed = checks.filter { $0.failed > 0 }
      for check in failed { print("\(check.outcome.rawValue): \(check)") }
      print(
        "\(counted(checks.count, "rule")) checked, \(checks.count - failed.count) kept by every row"
      )
    }
    printOpenPairs(evaluation.openPairs)
    printOpenQuotes(evaluation.openQuotes)
    printOpenDisagreements(evaluation.openDisagreements)
  }
}
