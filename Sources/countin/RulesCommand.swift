import ArgumentParser
import Pipelines

struct RulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Look into tagging rules.",
    subcommands: [
      RulesTestCommand.self, RulesCoverageCommand.self, RulesKWICCommand.self,
      RulesExplainCommand.self, RulesDiffCommand.self, RulesErrorsCommand.self,
      RulesSuggestCommand.self,
      RulesSampleCommand.self, RulesCodebookCommand.self, RulesImportCommand.self,
    ])
}

struct RulesTestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Hold the examples in tagging rules against the rules.",
    discussion: "A run does the same before it begins. No data are looked at.")

  @Argument(help: "The pipeline whose rules are tested, or a tagging-rules file.")
  var rules: String

  func run() async throws {
    try await reporting {
      let files = try rulesFiles(argument: rules, currentFolder: currentFolder())
      var isAsExpected = true
      for file in files {
        let failures = try file.failedExamples()
        for failure in failures { print(failure) }
        print("\(file.file): \(file.summary(failed: failures.count))")
        isAsExpected = isAsExpected && failures.isEmpty
      }
      if !isAsExpected { throw ExitCode(invalidSpecExitCode) }
    }
  }
}
