import CCrypto

/// SHA-256 over bytes that come in pieces.
@safe
struct SHA256: ~Copyable {
  private let context: OpaquePointer?

  init() {
    unsafe context = EVP_MD_CTX_new()
    _ = unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil)
  }

  deinit { unsafe EVP_MD_CTX_free(context) }

  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    _ = unsafe EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
  }

  /// The digest as 64 hexadecimal digits.
  consuming func finish() -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    _ = unsafe EVP_DigestFinal_ex(context, &digest, nil)
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

extension OpenFile {
  /// The SHA-256 of all bytes.
  func sha256() throws(Failure) -> String {
    var hash = SHA256()
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    var offset = 0
    while true {
      let count: Int
      do {
        count = try unsafe buffer.withUnsafeMutableBytes { bytes in
          let count = try unsafe read(into: bytes, at: offset)
          unsafe hash.update(UnsafeRawBufferPointer(rebasing: bytes[..<count]))
          return count
        }
      } catch {
        throw Failure(description: "\(error)")
      }
      if count == 0 { break }
      offset += count
    }
    return hash.finish()
  }
}

/// The name and version of the library that digests.
var cryptoLibraryVersion: String {
  unsafe OpenSSL_version(OPENSSL_VERSION_STRING).map { unsafe String(cString: $0) } ?? ""
}
