import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Waits until a folder with all that is in it is on the disk.
///
/// A disk does several waits in the time of one: thirty small files one after another would take
/// as long as the rest of a small run.
func syncTree(_ path: String) throws(OutputError) {
  let paths = pathsInTree(path)
  let failure = Mutex<OutputError?>(nil)
  let group = DispatchGroup()
  let width = min(8, paths.count)
  for first in 0..<width {
    // Each waits on a thread of its own: a queue that is shared has one for each core only.
    DispatchQueue(label: "sync").async(group: group) {
      do throws(OutputError) {
        for index in stride(from: first, to: paths.count, by: width) { try sync(paths[index]) }
      } catch {
        failure.withLock { $0 = error }
      }
    }
  }
  group.wait()
  if let failure = failure.withLock({ $0 }) { throw failure }
}

private func pathsInTree(_ path: String) -> [String] {
  guard isFolder(path) else { return [path] }
  return namesInFolder(path).flatMap { pathsInTree("\(path)/\($0)") } + [path]
}

/// Waits until a file, or the list of names of a folder, is on the disk.
func sync(_ path: String) throws(OutputError) {
  let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw .cannotWrite(path: path, reason: systemReason()) }
  defer { close(descriptor) }
  guard fsync(descriptor) == 0 || errno == EINVAL else {
    throw .cannotWrite(path: path, reason: systemReason())
  }
}
