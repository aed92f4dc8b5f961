import Foundation
import Testing

/// Runs `countin` as a user without rights, for tests of what may not be read or written.
///
/// As root nothing is forbidden; then another user is borrowed with `setpriv`.
func runAsNobody(_ arguments: [String], in folder: URL) throws -> Outcome {
  guard getuid() == 0 else { return try run(countin, arguments, in: folder) }
  let setpriv = URL(filePath: "/usr/bin/setpriv")
  try #require(
    FileManager.default.isExecutableFile(atPath: setpriv.path),
    "this test needs setpriv (util-linux); run scripts/bootstrap --tests")
  // The other user must reach the program: a copy stands where everybody may read.
  let copy = folder.appending(path: "countin-copy")
  try FileManager.default.copyItem(at: countin, to: copy)
  try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: copy.path)
  try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
  defer { try? FileManager.default.removeItem(at: copy) }
  return try run(
    setpriv, ["--reuid=65534", "--regid=65534", "--clear-groups", copy.path] + arguments,
    in: folder)
}
