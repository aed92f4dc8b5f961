#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import CUchardet
import EvaluationData

/// The encodings that exports come in.
package enum TextEncoding: String, Sendable, Hashable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case windows1252 = "Windows-1252"
  case iso8859_15 = "ISO-8859-15"
  case macRoman = "Mac Roman"

  /// Those with a byte for each letter, the most common first.
  static let oneByte: [TextEncoding] = [.windows1252, .iso8859_15, .macRoman]

  /// The name that iconv knows.
  var iconvName: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    case .windows1252: "CP1252"
    case .iso8859_15: "ISO-8859-15"
    case .macRoman: "MACINTOSH"
    }
  }
}

/// A byte that stands for no letter, and where it was.
struct Damage: Sendable, Hashable {
  /// Counted from 0 at the start of the file.
  let offset: Int
  let line: Int
}

/// What uchardet takes the bytes for; empty when it does not know.
func guessedEncoding(of bytes: ArraySlice<UInt8>) -> String {
  guard let detector = unsafe uchardet_new() else { return "" }
  defer { unsafe uchardet_delete(detector) }
  _ = unsafe bytes.withUnsafeBytes { buffer in
    unsafe uchardet_handle_data(
      detector, buffer.bindMemory(to: CChar.self).baseAddress, buffer.count)
  }
  unsafe uchardet_data_end(detector)
  return unsafe uchardet_get_charset(detector).map { unsafe String(cString: $0) } ?? ""
}

/// The text as UTF-8, and the places of bytes that fit nothing, counted from the first byte given.
func converted(
  _ bytes: ArraySlice<UInt8>, from encoding: TextEncoding
) -> (text: [UInt8], damage: [Int]) {
  let descriptor = unsafe iconv_open("UTF-8", encoding.iconvName)
  defer { unsafe iconv_close(descriptor) }
  var input = Array(bytes)
  var output: [UInt8] = []
  var damage: [Int] = []
  output.reserveCapacity(input.count * 3 / 2)
  var chunk = [UInt8](repeating: 0, count: min(1 << 16, 16 + input.count * 4))
  unsafe input.withUnsafeMutableBytes { buffer in
    var source = unsafe buffer.bindMemory(to: CChar.self).baseAddress
    var left = buffer.count
    while left > 0 {
      let (status, failure, written) = unsafe chunk.withUnsafeMutableBytes { part in
        var target = unsafe part.bindMemory(to: CChar.self).baseAddress
        var room = part.count
        let status = unsafe iconv(descriptor, &source, &left, &target, &room)
        return (status, errno, part.count - room)
      }
      output.append(contentsOf: chunk[0..<written])
      guard status == -1, failure != E2BIG else { continue }
      // The byte at hand fits nothing: a mark in its place, and on.
      output.append(contentsOf: SourceTable.damageMark)
      damage.append(buffer.count - left)
      let isWide = encoding == .utf16LittleEndian || encoding == .utf16BigEndian
      let skipped = min(left, isWide ? 2 : 1)
      unsafe source = source?.advanced(by: skipped)
      left -= skipped
    }
  }
  return (output, damage)
}
