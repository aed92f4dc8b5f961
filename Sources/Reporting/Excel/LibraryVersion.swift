import CXLSXWriter

/// The version of libxlsxwriter, for the manifest.
package var libxlsxwriterVersion: String {
  unsafe lxw_version().map { unsafe String(cString: $0) } ?? ""
}
