import ArgumentParser
import EvaluationData
import Pipelines

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What every command that reads a pipeline is told.
struct PipelineArguments: ParsableArguments {
  @Argument(help: "The pipeline: its name, its folder or its pipeline.yaml.")
  var pipeline: String

  @Option(help: "The folder of the exports, instead of the one that the pipeline names.")
  var data: String?

  @Option(
    help: "The day up to which things are known, as 2024-03-31; the period's end when absent.",
    transform: readDate)
  var asOf: CalendarDate?

  func load() async throws -> Pipeline {
    let pipeline = try await Pipeline(Workspace(argument: pipeline, currentFolder: currentFolder()))
    for note in pipeline.spec.notes { printError("note: \(note)") }
    return pipeline
  }

  var settings: RunSettings {
    RunSettings(
      dataFolder: data.map { absolute($0) }, asOf: asOf, width: coreCount,
      environment: environment())
  }

  private static func readDate(_ text: String) throws -> CalendarDate {
    guard let date = CalendarDate(iso: text) else {
      throw ValidationError("'\(text)' is no date; write it as 2024-03-31")
    }
    return date
  }
}

/// Where outputs go.
struct OutputsOption: ParsableArguments {
  @Option(help: "The folder for the outputs; outputs/ in the workspace when absent.")
  var outputs: String?

  func folder(of pipeline: Pipeline) -> String {
    outputs.map { absolute($0) } ?? "\(pipeline.workspace.root)/outputs"
  }
}

func currentFolder() -> String {
  guard let path = unsafe getcwd(nil, 0) else { return "/" }
  defer { unsafe free(path) }
  return unsafe String(cString: path)
}

func absolute(_ path: String) -> String {
  path.hasPrefix("/") ? path : "\(currentFolder())/\(path)"
}

private func environment() -> [String: String] {
  var variables: [String: String] = [:]
  for name in ["COUNTIN_DATA", "SOURCE_DATE_EPOCH"] {
    if let value = unsafe getenv(name) { variables[name] = unsafe String(cString: value) }
  }
  return variables
}

/// The number of cores that this process may use.
var coreCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
