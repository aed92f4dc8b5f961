#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import CUchardet

/// The encodings that exports come in.
package enum TextEncoding: String, Sendable, Hashable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case windows1252 = "Windows-1252"

  /// The name that iconv knows.
  var iconvName: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    case .windows1252: "CP1252"
    }
  }
}

/// What a look at every byte of a file tells of its encoding.
struct EncodingEvidence {
  private(set) var isValidUTF8 = true
  private(set) var multibyteCharacters = 0
  private(set) var invalidBytes = 0
  private(set) var nulBytes = 0
  private(set) var evenNulBytes = 0
  private(set) var head: [UInt8] = []
  private var pending = 0
  private var offset = 0
  // The smallest and largest value that the next continuation byte may take.
  private var lowest: UInt8 = 0x80
  private var highest: UInt8 = 0xBF

  mutating func look(at block: UnsafeRawBufferPointer) {
    if head.count < 4 { unsafe head.append(contentsOf: block.prefix(4)) }
    var index = 0
    while index < block.count {
      if pending == 0 {
        index = unsafe skipASCII(block, from: index)
        if index >= block.count { break }
      }
      unsafe look(at: block[index], offset: offset + index)
      index += 1
    }
    offset += block.count
  }

  mutating func finish() {
    if pending > 0 { fail() }
  }

  // Eight bytes at a time while none is above 127 or zero.
  private func skipASCII(_ block: UnsafeRawBufferPointer, from start: Int) -> Int {
    var index = start
    while index + 8 <= block.count {
      let word = unsafe block.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let hasZero = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
      if word & 0x8080_8080_8080_8080 != 0 || hasZero != 0 { break }
      index += 8
    }
    while index < block.count, unsafe block[index] < 0x80, unsafe block[index] != 0 {
      index += 1
    }
    return index
  }

  private mutating func look(at byte: UInt8, offset: Int) {
    if pending > 0 {
      if byte >= lowest && byte <= highest {
        pending -= 1
        (lowest, highest) = (0x80, 0xBF)
        if pending == 0 { multibyteCharacters += 1 }
        return
      }
      fail()
    }
    switch byte {
    case 0:
      nulBytes += 1
      if offset % 2 == 0 { evenNulBytes += 1 }
    case 1...0x7F: break
    case 0xC2...0xDF: pending = 1
    case 0xE0: (pending, lowest) = (2, 0xA0)
    case 0xED: (pending, highest) = (2, 0x9F)
    case 0xE1...0xEF: pending = 2
    case 0xF0: (pending, lowest) = (3, 0x90)
    case 0xF1...0xF3: pending = 3
    case 0xF4: (pending, highest) = (3, 0x8F)
    default: fail()
    }
  }

  private mutating func fail() {
    isValidUTF8 = false
    invalidBytes += 1
    pending = 0
    (lowest, highest) = (0x80, 0xBF)
  }
}

/// What was decided about a file's encoding.
enum EncodingDecision: Equatable {
  case utf8(skipping: Int)
  /// UTF-8 but for a few bytes, which cannot be read.
  case damagedUTF8(skipping: Int)
  case other(TextEncoding, skipping: Int)
  case binary
}

extension EncodingEvidence {
  func decision(guess: () -> String) -> EncodingDecision {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      return isValidUTF8 ? .utf8(skipping: 3) : .damagedUTF8(skipping: 3)
    }
    if head.starts(with: [0xFF, 0xFE]) { return .other(.utf16LittleEndian, skipping: 2) }
    if head.starts(with: [0xFE, 0xFF]) { return .other(.utf16BigEndian, skipping: 2) }
    if nulBytes > 0 {
      // Plain text in UTF-16 has a zero in nearly every second byte, always on
      // the same side.
      guard nulBytes * 3 > offset else { return .binary }
      if evenNulBytes * 20 < nulBytes { return .other(.utf16LittleEndian, skipping: 0) }
      if evenNulBytes * 20 > nulBytes * 19 { return .other(.utf16BigEndian, skipping: 0) }
      return .binary
    }
    if isValidUTF8 { return .utf8(skipping: 0) }
    if multibyteCharacters > invalidBytes { return .damagedUTF8(skipping: 0) }
    switch guess() {
    case "UTF-16LE", "UTF-16BE", "UTF-16": return .binary
    default: return .other(.windows1252, skipping: 0)
    }
  }
}

/// What uchardet takes the bytes for; empty when it does not know.
func guessedEncoding(of bytes: [UInt8]) -> String {
  guard let detector = unsafe uchardet_new() else { return "" }
  defer { unsafe uchardet_delete(detector) }
  _ = unsafe bytes.withUnsafeBytes { buffer in
    unsafe uchardet_handle_data(
      detector, buffer.bindMemory(to: CChar.self).baseAddress, buffer.count)
  }
  unsafe uchardet_data_end(detector)
  return unsafe uchardet_get_charset(detector).map { unsafe String(cString: $0) } ?? ""
}

/// The text as UTF-8; bytes that fit nothing become U+FFFD.
func converted(_ bytes: ArraySlice<UInt8>, from encoding: TextEncoding) -> [UInt8] {
  let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]
  let descriptor = unsafe iconv_open("UTF-8", encoding.iconvName)
  defer { unsafe iconv_close(descriptor) }
  var input = Array(bytes)
  var output: [UInt8] = []
  output.reserveCapacity(input.count * 3 / 2)
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
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
      // The byte at hand fits nothing: stand-in, and on.
      output.append(contentsOf: replacement)
      let skipped = encoding == .windows1252 || left < 2 ? 1 : 2
      unsafe source = source?.advanced(by: skipped)
      left -= skipped
    }
  }
  return output
}

/// UTF-8 in which every wrong byte is replaced by U+FFFD.
func repairedUTF8(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  Array(String(decoding: bytes, as: UTF8.self).utf8)
}
