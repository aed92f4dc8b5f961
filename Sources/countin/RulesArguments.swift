import ArgumentParser
import Pipelines

/// What the commands that look at a pipeline's rules and responses are told.
struct RulesArguments: ParsableArguments {
  @OptionGroup var arguments: PipelineArguments

  @Option(help: "The source whose text is meant, where the pipeline codes several.")
  var source: String?

  func all() async throws -> [RulesData] {
    try await arguments.load().rulesData(arguments.settings, source: source)
  }

  func one() async throws -> RulesData {
    try await arguments.load().oneRulesData(arguments.settings, source: source)
  }
}
