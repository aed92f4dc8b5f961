#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file that is being written; every failure is an error with its path and reason.
struct OutputFile: ~Copyable {
  private let path: String
  private var descriptor: Int32

  /// Makes the file, or empties the one that is there.
  init(path: String) throws(ReportError) {
    self.path = path
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .cannotWrite(path: path, errno: errno) }
  }

  deinit {
    if descriptor >= 0 { _ = closeDescriptor(descriptor) }
  }

  func write(_ bytes: Span<UInt8>) throws(ReportError) {
    var offset = 0
    while offset < bytes.count {
      let rest = bytes.extracting(offset..<bytes.count)
      let written = unsafe rest.withUnsafeBufferPointer { unsafe writeOnce($0) }
      if written > 0 {
        offset += written
      } else if written == 0 || errno != EINTR {
        throw .cannotWrite(path: path, errno: written == 0 ? EIO : errno)
      }
    }
  }

  /// Closing may be the moment at which a disk turns out to be full.
  consuming func close() throws(ReportError) {
    let open = descriptor
    descriptor = -1
    guard closeDescriptor(open) == 0 else { throw .cannotWrite(path: path, errno: errno) }
  }

  /// Checks that the disk has room for so many bytes more, and takes none of it.
  func reserveRoom(_ byteCount: Int) throws(ReportError) {
    let failure = posix_fallocate(descriptor, 0, off_t(byteCount))
    guard failure == 0 else { throw .cannotWrite(path: path, errno: failure) }
    guard ftruncate(descriptor, 0) == 0 else { throw .cannotWrite(path: path, errno: errno) }
  }

  private func writeOnce(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    unsafe writeDescriptor(descriptor, bytes.baseAddress, bytes.count)
  }
}

// Inside the type, its own methods hide the C functions of the same name.
private func closeDescriptor(_ descriptor: Int32) -> Int32 { close(descriptor) }

private func writeDescriptor(
  _ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int
) -> Int {
  unsafe write(descriptor, bytes, count)
}

/// Writes a whole text.
package func writeText(_ text: String, to path: String) throws(ReportError) {
  let file = try OutputFile(path: path)
  let bytes = Array(text.utf8)
  try file.write(bytes.span)
  try file.close()
}

/// Has a file written beside a path and puts it there when it is whole.
///
/// What stood there stays as it was until then, and for good when writing fails.
package func replaceFile(
  _ path: String, _ write: (_ newPath: String) throws(ReportError) -> Void
) throws(ReportError) {
  let new = "\(path).part-\(getpid())"
  do throws(ReportError) {
    try write(new)
  } catch {
    _ = unsafe unlink(new)
    guard case .cannotWrite(_, let reason) = error else { throw error }
    throw .cannotReplace(path: path, reason: reason)
  }
  guard unsafe rename(new, path) == 0 else {
    let failure = errno
    _ = unsafe unlink(new)
    throw .cannotReplace(path: path, reason: ReportError.reason(failure))
  }
}

/// Makes a folder inside one that exists.
func makeFolder(_ path: String) throws(ReportError) {
  guard unsafe mkdir(path, 0o755) == 0 else { throw .cannotWrite(path: path, errno: errno) }
}
