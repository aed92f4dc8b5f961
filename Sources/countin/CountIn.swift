import ArgumentParser
import EvaluationData
import Pipelines

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@main
struct CountIn: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "countin",
    abstract: "Turn the exports of an involvement programme into figures that can be trusted.",
    discussion: """
      A pipeline is a folder below pipelines/ with a pipeline.yaml. Its exports are in data/, its \
      results go to outputs/.
      """,
    version: countInVersion,
    subcommands: [
      RunCommand.self, CheckCommand.self, VerifyCommand.self, InspectCommand.self,
      TidyCommand.self, SchemaCommand.self, RulesCommand.self,
    ])

  static func main() async {
    // A reader that closes the pipe is no error.
    _ = signal(SIGPIPE, SIG_IGN)
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      try refuseUnknownCommand(arguments.first)
      var command = try parseAsRoot(arguments)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      exit(withError: error)
    }
  }

  private static func refuseUnknownCommand(_ word: String?) throws {
    let known = configuration.subcommands.compactMap { $0.configuration.commandName }
    guard let word, !word.hasPrefix("-"), word != "help", !known.contains(word) else { return }
    let hint = nearestName(to: word, among: known).map { "did you mean '\($0)'?" }
    throw ValidationError(
      "there is no command '\(word)'; \(hint ?? "known: \(known.joined(separator: ", "))")")
  }
}
