#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import Loading

// The few calls to the system that a run needs. They report failures as the
// system words them and decide nothing.

/// What the system said when a call failed.
func systemReason(_ code: Int32 = errno) -> String {
  unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
}

private func status(_ path: String) -> stat? {
  var status = stat()
  return unsafe stat(path, &status) == 0 ? status : nil
}

func isFolder(_ path: String) -> Bool {
  status(path).map { $0.st_mode & S_IFMT == S_IFDIR } ?? false
}

func isFile(_ path: String) -> Bool {
  status(path).map { $0.st_mode & S_IFMT == S_IFREG } ?? false
}

func exists(_ path: String) -> Bool { status(path) != nil }

func realPath(_ path: String) -> String? {
  guard let resolved = unsafe realpath(path, nil) else { return nil }
  defer { unsafe free(resolved) }
  return unsafe String(cString: resolved)
}

func parent(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
  return String(path[..<slash])
}

func lastComponent(of path: String) -> String {
  path.split(separator: "/").last.map(String.init) ?? path
}

/// The names in a folder, sorted by their bytes; empty when it cannot be read.
func namesInFolder(_ path: String) -> [String] {
  guard let folder = unsafe opendir(path) else { return [] }
  defer { unsafe closedir(folder) }
  var names: [String] = []
  while let entry = unsafe readdir(folder) {
    let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      unsafe String(cString: UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self))
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

/// The files below a folder whose path there fits the pattern, sorted by the bytes of their paths.
///
/// A name may be written with its accents in either of the ways that Unicode knows.
func files(
  in root: String, matching pattern: String, ignoringCase: Bool = false
) -> [String] {
  var paths = [""]
  for component in pattern.split(separator: "/").map(String.init) {
    let isPattern = component.contains { "*?[".contains($0) }
    let wanted = ignoringCase ? component.lowercased() : component
    paths = paths.flatMap { path -> [String] in
      let prefix = path.isEmpty ? "" : path + "/"
      if !isPattern, !ignoringCase, exists("\(root)/\(prefix)\(component)") {
        return [prefix + component]
      }
      return namesInFolder("\(root)/\(path)")
        .filter { name in
          let name = ignoringCase ? name.lowercased() : name
          return isPattern ? unsafe fnmatch(wanted, name, FNM_PERIOD) == 0 : name == wanted
        }
        .map { prefix + $0 }
    }
  }
  return paths.filter { !$0.isEmpty }
    .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

/// A file that is open for reading; closes with the last reference.
final class OpenFile: Sendable {
  /// What tells whether it is still the same file with the same bytes.
  struct Identity: Sendable, Hashable {
    let device: UInt64
    let number: UInt64
    let size: Int
    let seconds: Int
    let nanoseconds: Int

    init(_ status: stat) {
      device = UInt64(truncatingIfNeeded: status.st_dev)
      number = UInt64(truncatingIfNeeded: status.st_ino)
      size = Int(status.st_size)
      #if canImport(Darwin)
        seconds = status.st_mtimespec.tv_sec
        nanoseconds = status.st_mtimespec.tv_nsec
      #else
        seconds = status.st_mtim.tv_sec
        nanoseconds = status.st_mtim.tv_nsec
      #endif
    }
  }

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  let path: String
  let identity: Identity
  private let descriptor: Int32

  init(_ path: String) throws(Failure) {
    self.path = path
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(description: systemReason()) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw Failure(description: systemReason())
    }
    identity = Identity(status)
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Failure(
        description: status.st_mode & S_IFMT == S_IFDIR
          ? "it is a folder; expected a CSV file" : "it is not a file")
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(Failure) -> Int {
    while true {
      let count = unsafe pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
      if count >= 0 { return count }
      if errno != EINTR { throw Failure(description: systemReason()) }
    }
  }

  /// Whether the path still leads to the very same bytes.
  var isUnchanged: Bool { status(path).map { Identity($0) } == identity }

  func input(named name: String) -> InputFile {
    unsafe InputFile(path: name, byteCount: identity.size) { buffer, offset in
      try unsafe self.read(into: buffer, at: offset)
    }
  }

  /// All bytes.
  func bytes() throws(Failure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: identity.size)
    var filled = 0
    while filled < bytes.count {
      let count: Int
      do {
        count = try unsafe bytes.withUnsafeMutableBytes { buffer in
          try unsafe read(
            into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]), at: filled)
        }
      } catch {
        throw Failure(description: "\(error)")
      }
      if count == 0 { break }
      filled += count
    }
    return Array(bytes[..<filled])
  }
}
