#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Why a report could not be written.
package enum ReportError: Error, Sendable, Hashable {
  /// The disk is full, the folder may not be written to, or the like.
  case cannotWrite(path: String, reason: String)
  /// The same of a single file whose name the person gave.
  case cannotReplace(path: String, reason: String)
}

extension ReportError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .cannotWrite(let path, let reason):
      "\(path): cannot write: \(reason); free some space or choose another folder with --outputs"
    case .cannotReplace(let path, let reason):
      "\(path): cannot write: \(reason); choose another name or another folder with --output"
    }
  }
}

extension ReportError {
  /// The reason that the system gives by its error number.
  static func cannotWrite(path: String, errno code: Int32) -> ReportError {
    .cannotWrite(path: path, reason: reason(code))
  }

  static func reason(_ code: Int32) -> String {
    guard let text = unsafe strerror(code) else { return "error \(code)" }
    return unsafe String(cString: text)
  }
}
