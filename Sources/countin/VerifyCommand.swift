import ArgumentParser
import Pipelines

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Run again into a temporary folder and compare with the outputs that are there.")

  @OptionGroup var arguments: PipelineArguments
  @OptionGroup var outputs: OutputsOption

  func run() async throws {
    let isSame = try await reporting {
      let pipeline = try await arguments.load()
      let clock = StageClock()
      defer { clock.clearLine() }
      let comparison = try await verifyPipeline(
        pipeline, arguments.settings, outputs: outputs.folder(of: pipeline),
        temporary: temporaryFolder, progress: clock.progress)
      clock.clearLine()
      show(comparison, pipeline)
      return comparison.isSame
    }
    if !isSame { throw ExitCode(1) }
  }

  private func show(_ comparison: Comparison, _ pipeline: Pipeline) {
    for path in comparison.missing { print("\(path): is not there; a run would write it") }
    for path in comparison.unexpected { print("\(path): is there; a run would not write it") }
    for path in comparison.changed { print("\(path): differs") }
    for finding in comparison.findings.prefix(100) {
      print("\(finding.file): \(finding.id) \(finding.what)")
    }
    if comparison.findings.count > 100 {
      print("… and \(comparison.findings.count - 100) more findings")
    }
    if comparison.softwareDiffers {
      print("note: the outputs were made with other versions of the software; see manifest.json")
    }
    print(
      comparison.isSame
        ? "\(pipeline.name): the outputs are what a run makes"
        : "\(pipeline.name): the outputs are not what a run makes now")
  }

  private var temporaryFolder: String {
    unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
  }
}
