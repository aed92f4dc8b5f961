import CExchange

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why outputs cannot be written.
package enum OutputError: Error, Sendable, Hashable, CustomStringConvertible {
  case cannotWrite(path: String, reason: String)
  case anotherRun(pipeline: String)

  package var description: String {
    switch self {
    case .cannotWrite(let path, let reason):
      """
      \(path): cannot be written: \(reason)
      The earlier outputs are as they were. Check the free space and the rights of the folder.
      """
    case .anotherRun(let pipeline):
      """
      another run of '\(pipeline)' is under way
      Wait until it has finished, then try again.
      """
    }
  }
}

/// Where the outputs of one pipeline are kept: written aside, then put in place in one step.
///
/// A run that is stopped at any moment leaves the earlier outputs whole.
@safe
package struct OutputFolder: ~Copyable {
  package let path: String
  let staging: String
  private let previous: String
  private let lock: Int32
  /// What an earlier run left behind, in words; nil when it ended well.
  package let repaired: String?

  /// Takes the lock and clears what a stopped run left behind.
  init(root: String, pipeline: String) throws(OutputError) {
    let path = "\(root)/\(pipeline)"
    let staging = "\(root)/.\(pipeline).staging"
    let previous = "\(root)/.\(pipeline).previous"
    try makeFolder(root)
    let lock = try OutputFolder.takeLock("\(root)/.\(pipeline).lock", pipeline: pipeline)
    let repaired: String?
    do throws(OutputError) {
      repaired = try OutputFolder.repair(path: path, staging: staging, previous: previous)
      try makeFolder(staging)
    } catch {
      close(lock)
      throw error
    }
    self.path = path
    self.staging = staging
    self.previous = previous
    self.lock = lock
    self.repaired = repaired
  }

  /// The lock ends with the process, however that ends.
  private static func takeLock(_ path: String, pipeline: String) throws(OutputError) -> Int32 {
    let lock = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard lock >= 0 else { throw .cannotWrite(path: path, reason: systemReason()) }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(lock)
      if code == EWOULDBLOCK { throw .anotherRun(pipeline: pipeline) }
      throw .cannotWrite(path: path, reason: systemReason(code))
    }
    return lock
  }

  deinit { close(lock) }

  private static func repair(
    path: String, staging: String, previous: String
  ) throws(OutputError) -> String? {
    var found: String?
    if exists(previous) {
      if exists(path) {
        try removeTree(previous)
      } else {
        // Stopped between the two renames of a system without an exchange.
        guard unsafe rename(previous, path) == 0 else {
          throw .cannotWrite(path: path, reason: systemReason())
        }
        found =
          "an earlier run was stopped while it put its outputs in place; the ones before "
          + "were put back"
      }
    }
    if exists(staging) {
      try removeTree(staging)
      found =
        found ?? "an earlier run was stopped before it finished; its unfinished outputs were "
        + "removed"
    }
    return found
  }

  /// Puts the staged outputs in the place of the earlier ones.
  consuming func publish() throws(OutputError) {
    do throws(OutputError) {
      try syncTree(staging)
      if exists(path) {
        try exchange()
      } else if unsafe rename(staging, path) != 0 {
        throw OutputError.cannotWrite(path: path, reason: systemReason())
      }
      try sync(parent(of: path))
    } catch {
      try? removeTree(staging)
      throw error
    }
    // What lies in the staging folder now are the outputs before.
    try removeTree(staging)
  }

  private func exchange() throws(OutputError) {
    let failure = unsafe exchange_paths(staging, path)
    if failure == 0 { return }
    guard [EINVAL, ENOSYS, ENOTSUP].contains(failure) else {
      throw .cannotWrite(path: path, reason: systemReason(failure))
    }
    guard unsafe rename(path, previous) == 0, unsafe rename(staging, path) == 0 else {
      throw .cannotWrite(path: path, reason: systemReason())
    }
    try removeTree(previous)
  }

  /// Removes what was staged; the earlier outputs stay.
  consuming func discard() {
    try? removeTree(staging)
  }
}

/// Makes a folder and those above it.
func makeFolder(_ path: String) throws(OutputError) {
  if isFolder(path) { return }
  let above = parent(of: path)
  if above != path, !above.isEmpty { try makeFolder(above) }
  guard unsafe mkdir(path, 0o755) == 0 || (errno == EEXIST && isFolder(path)) else {
    throw .cannotWrite(path: path, reason: systemReason())
  }
}

func removeTree(_ path: String) throws(OutputError) {
  guard exists(path) else { return }
  if isFolder(path) {
    for name in namesInFolder(path) { try removeTree("\(path)/\(name)") }
    guard unsafe rmdir(path) == 0 else { throw .cannotWrite(path: path, reason: systemReason()) }
  } else {
    guard unsafe unlink(path) == 0 || errno == ENOENT else {
      throw .cannotWrite(path: path, reason: systemReason())
    }
  }
}

/// Writes a whole file, or says why it could not.
func writeFile(_ text: String, to path: String) throws(OutputError) {
  let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
  guard descriptor >= 0 else { throw .cannotWrite(path: path, reason: systemReason()) }
  var bytes = Array(text.utf8)[...]
  while !bytes.isEmpty {
    let count = unsafe bytes.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else {
      let reason = systemReason()
      close(descriptor)
      throw .cannotWrite(path: path, reason: reason)
    }
    bytes = bytes.dropFirst(count)
  }
  guard close(descriptor) == 0 else { throw .cannotWrite(path: path, reason: systemReason()) }
}
