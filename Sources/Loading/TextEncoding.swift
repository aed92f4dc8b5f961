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
  case utf32LittleEndian = "UTF-32LE"
  case utf32BigEndian = "UTF-32BE"
  case windows1252 = "Windows-1252"
  case iso8859_15 = "ISO-8859-15"
  case macRoman = "Mac Roman"
  case dos850 = "CP850"
  case windows1250 = "Windows-1250"
  case windows1251 = "Windows-1251"
  case windows1253 = "Windows-1253"
  case koi8R = "KOI8-R"
  case shiftJIS = "Shift_JIS"
  case gb18030 = "GB18030"
  case big5 = "Big5"
  case eucKR = "EUC-KR"

  /// Those with a byte for each letter, the most common first.
  static let oneByte: [TextEncoding] = [.windows1252, .iso8859_15, .macRoman, .dos850]

  /// How many bytes its smallest letters have.
  var unitSize: Int {
    switch self {
    case .utf16LittleEndian, .utf16BigEndian: 2
    case .utf32LittleEndian, .utf32BigEndian: 4
    default: 1
    }
  }

  /// The name that iconv knows.
  var iconvName: String {
    switch self {
    case .windows1252: "CP1252"
    case .macRoman: "MACINTOSH"
    case .windows1250: "CP1250"
    case .windows1251: "CP1251"
    case .windows1253: "CP1253"
    case .utf8, .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian,
      .iso8859_15, .dos850, .koi8R, .shiftJIS, .gb18030, .big5, .eucKR:
      rawValue
    }
  }

  /// The encoding of a script that is not Latin, by the name that uchardet has for it.
  ///
  /// Of Latin ones it is a poor judge.
  init?(ofScript name: String) {
    switch name.uppercased() {
    case "WINDOWS-1251", "ISO-8859-5", "MAC-CYRILLIC": self = .windows1251
    case "KOI8-R": self = .koi8R
    case "WINDOWS-1253", "ISO-8859-7": self = .windows1253
    case "SHIFT_JIS": self = .shiftJIS
    case "GB18030": self = .gb18030
    case "BIG5": self = .big5
    case "EUC-KR", "UHC": self = .eucKR
    default: return nil
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
private func guessedEncoding(of bytes: ArraySlice<UInt8>) -> String {
  guard let detector = unsafe uchardet_new() else { return "" }
  defer { unsafe uchardet_delete(detector) }
  _ = unsafe bytes.withUnsafeBytes { buffer in
    unsafe uchardet_handle_data(
      detector, buffer.bindMemory(to: CChar.self).baseAddress, buffer.count)
  }
  unsafe uchardet_data_end(detector)
  return unsafe uchardet_get_charset(detector).map { unsafe String(cString: $0) } ?? ""
}

/// The encoding with a byte for most letters: of another script, else of Latin letters.
func legacyEncoding(of bytes: ArraySlice<UInt8>) -> TextEncoding {
  let latin = likeliestEncoding(of: bytes, among: TextEncoding.oneByte)
  // Where a script is not Latin, most of its letters are above 127.
  let letters = bytes.count { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
  let high = bytes.count { $0 >= 0x80 }
  guard high * 5 > letters, let other = TextEncoding(ofScript: guessedEncoding(of: bytes)),
    converted(bytes, from: other).damage.isEmpty
  else { return latin }
  return other
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
      let skipped = min(left, encoding.unitSize)
      unsafe source = source?.advanced(by: skipped)
      left -= skipped
    }
  }
  return (output, damage)
}
