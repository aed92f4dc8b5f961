#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The folder that holds `pipelines/`, `data/` and `outputs/`, and the pipeline in it.
package struct Workspace: Sendable, Hashable {
  package let root: String
  /// The pipeline's name: the name of its folder.
  package let pipeline: String
  /// The folder of `pipeline.yaml`.
  package let pipelineFolder: String

  package enum Failure: Error, Sendable, Hashable, CustomStringConvertible {
    case noSuchPipeline(argument: String, known: [String])

    package var description: String {
      switch self {
      case .noSuchPipeline(let argument, let known):
        let hint =
          known.isEmpty
          ? "There is no folder 'pipelines' with a pipeline here; run the command in the project's "
            + "folder, or name a folder with a pipeline.yaml."
          : "Pipelines here: \(known.joined(separator: ", "))."
        return "there is no pipeline '\(argument)'\n\(hint)"
      }
    }
  }

  /// Finds the pipeline that the argument means: a folder, a `pipeline.yaml`, or a bare name.
  package init(argument: String, currentFolder: String) throws(Failure) {
    let trimmed =
      argument.count > 1 && argument.hasSuffix("/") ? String(argument.dropLast()) : argument
    let asPath = trimmed.hasPrefix("/") ? trimmed : "\(currentFolder)/\(trimmed)"
    var folder: String?
    if isFile("\(asPath)/pipeline.yaml") {
      folder = asPath
    } else if trimmed.hasSuffix(".yaml"), isFile(asPath) {
      folder = parent(of: asPath)
    } else if let workspace = Workspace.nearest(above: currentFolder),
      isFile("\(workspace)/pipelines/\(trimmed)/pipeline.yaml")
    {
      folder = "\(workspace)/pipelines/\(trimmed)"
    }
    guard let found = folder.flatMap(realPath) else {
      throw .noSuchPipeline(
        argument: argument, known: Workspace.pipelines(above: currentFolder))
    }
    pipelineFolder = found
    pipeline = lastComponent(of: found)
    root = Workspace.nearest(above: parent(of: found)) ?? parent(of: found)
  }

  /// The nearest folder, this one or above, that holds `pipelines/`.
  private static func nearest(above folder: String) -> String? {
    var folder = realPath(folder) ?? folder
    while true {
      if isFolder("\(folder)/pipelines") { return folder }
      let above = parent(of: folder)
      if above == folder { return nil }
      folder = above
    }
  }

  private static func pipelines(above folder: String) -> [String] {
    guard let workspace = nearest(above: folder) else { return [] }
    return namesInFolder("\(workspace)/pipelines").filter {
      isFile("\(workspace)/pipelines/\($0)/pipeline.yaml")
    }
  }

  /// A path as messages show it: relative to the workspace where it lies in it.
  func shown(_ path: String) -> String {
    path.hasPrefix(root + "/") ? String(path.dropFirst(root.count + 1)) : path
  }
}
