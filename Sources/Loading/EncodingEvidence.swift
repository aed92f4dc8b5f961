import EvaluationData

/// What a look at every byte of a file tells of its encoding.
struct EncodingEvidence {
  private(set) var isValidUTF8 = true
  private(set) var multibyteCharacters = 0
  private(set) var invalidBytes = 0
  private(set) var nulBytes = 0
  private(set) var evenNulBytes = 0
  /// How often two characters stand where UTF-8 was read as Windows-1252 and saved again.
  private(set) var twiceEncoded = 0
  /// Where the first of these places ends.
  private(set) var firstTwiceEncoded = 0
  /// The first bytes.
  private(set) var head: [UInt8] = []
  private static let headSize = 4096
  private(set) var byteCount = 0
  private var pending = 0
  // The smallest and largest value that the next continuation byte may take.
  private var lowest: UInt8 = 0x80
  private var highest: UInt8 = 0xBF
  // The character at hand, and the one before it where the two touch.
  private var scalar: UInt32 = 0
  private var previous: UInt32 = 0

  mutating func look(at block: UnsafeRawBufferPointer) {
    let missing = EncodingEvidence.headSize - head.count
    if missing > 0 { unsafe head.append(contentsOf: block.prefix(missing)) }
    var index = 0
    while index < block.count {
      if pending == 0 {
        let next = unsafe skipASCII(block, from: index)
        if next > index { previous = 0 }
        index = next
        if index >= block.count { break }
      }
      unsafe look(at: block[index], offset: byteCount + index)
      index += 1
    }
    byteCount += block.count
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
        scalar = scalar << 6 | UInt32(byte & 0x3F)
        pending -= 1
        (lowest, highest) = (0x80, 0xBF)
        if pending == 0 { endCharacter(offset) }
        return
      }
      fail()
    }
    switch byte {
    case 0:
      nulBytes += 1
      if offset % 2 == 0 { evenNulBytes += 1 }
    case 1...0x7F: break
    case 0xC2...0xDF: begin(1, byte & 0x1F)
    case 0xE0:
      begin(2, byte & 0x0F)
      lowest = 0xA0
    case 0xED:
      begin(2, byte & 0x0F)
      highest = 0x9F
    case 0xE1...0xEF: begin(2, byte & 0x0F)
    case 0xF0:
      begin(3, byte & 0x07)
      lowest = 0x90
    case 0xF1...0xF3: begin(3, byte & 0x07)
    case 0xF4:
      begin(3, byte & 0x07)
      highest = 0x8F
    default: fail()
    }
  }

  private mutating func begin(_ following: Int, _ bits: UInt8) {
    pending = following
    scalar = UInt32(bits)
  }

  private mutating func endCharacter(_ offset: Int) {
    multibyteCharacters += 1
    // "Ã©" for é, "Â£" for £, "â€™" for an apostrophe.
    let isContinuation = (0x80...0xBF).contains(scalar) || scalar == 0x20AC
    if previous == 0xC2 || previous == 0xC3 || previous == 0xE2, isContinuation {
      if twiceEncoded == 0 { firstTwiceEncoded = offset }
      twiceEncoded += 1
    }
    previous = scalar
  }

  private mutating func fail() {
    isValidUTF8 = false
    invalidBytes += 1
    pending = 0
    (lowest, highest) = (0x80, 0xBF)
    previous = 0
  }
}

/// What was decided about a file's encoding.
enum EncodingDecision: Equatable {
  case utf8(skipping: Int)
  /// UTF-8 but for a few bytes, which cannot be read.
  case damagedUTF8(skipping: Int)
  /// One of the encodings with a byte for each letter: which one, its letters must tell.
  case oneByte
  case other(TextEncoding, skipping: Int)
  case webPage
  case binary
}

extension EncodingEvidence {
  var decision: EncodingDecision {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      return isValidUTF8 ? .utf8(skipping: 3) : .damagedUTF8(skipping: 3)
    }
    if let wide = encodingOfFourBytes { return .other(wide.encoding, skipping: wide.skipping) }
    if head.starts(with: [0xFF, 0xFE]) { return .other(.utf16LittleEndian, skipping: 2) }
    if head.starts(with: [0xFE, 0xFF]) { return .other(.utf16BigEndian, skipping: 2) }
    if isOtherProgram { return .binary }
    if isWebPage { return .webPage }
    if nulBytes * 3 > byteCount {
      // Plain text in UTF-16 has a zero in nearly every second byte, always on
      // the same side.
      if evenNulBytes * 20 < nulBytes { return .other(.utf16LittleEndian, skipping: 0) }
      if evenNulBytes * 20 > nulBytes * 19 { return .other(.utf16BigEndian, skipping: 0) }
      return .binary
    }
    if let encoding = encodingOfTwoBytes { return .other(encoding, skipping: 0) }
    // A zero or two may slip into a text; a file with many is none.
    if nulBytes > 2, nulBytes * 100 > byteCount { return .binary }
    if isValidUTF8 { return .utf8(skipping: 0) }
    return multibyteCharacters > invalidBytes ? .damagedUTF8(skipping: 0) : .oneByte
  }

  /// UTF-32, by its mark or because every letter has the same bytes zero.
  private var encodingOfFourBytes: (encoding: TextEncoding, skipping: Int)? {
    if head.starts(with: [0xFF, 0xFE, 0, 0]) { return (.utf32LittleEndian, 4) }
    if head.starts(with: [0, 0, 0xFE, 0xFF]) { return (.utf32BigEndian, 4) }
    guard byteCount % 4 == 0, nulBytes * 2 >= byteCount, head.count >= 8 else { return nil }
    let units = stride(from: 0, to: head.count - 3, by: 4).map { head[$0..<($0 + 4)] }
    if units.allSatisfy({ $0.first == 0 && $0.dropFirst().first ?? 0 <= 0x10 }) {
      return (.utf32BigEndian, 0)
    }
    if units.allSatisfy({ $0.last == 0 && $0.dropLast().last ?? 0 <= 0x10 }) {
      return (.utf32LittleEndian, 0)
    }
    return nil
  }

  /// UTF-16 of another script, where only separators, digits and line ends have a zero byte.
  private var encodingOfTwoBytes: TextEncoding? {
    guard byteCount % 2 == 0, nulBytes >= 2 else { return nil }
    let encoding: TextEncoding
    switch evenNulBytes {
    case 0: encoding = .utf16LittleEndian
    case nulBytes: encoding = .utf16BigEndian
    default: return nil
    }
    let (text, damage) = converted(head.prefix(head.count & ~1), from: encoding)
    // The last letter may be cut.
    guard damage.allSatisfy({ $0 >= head.count - 2 }) else { return nil }
    let isText = String(decoding: text, as: UTF8.self).unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .unassigned, .privateUse, .surrogate: scalar.value == SourceTable.damagedLetter
      case .control: [0x09, 0x0A, 0x0D].contains(scalar.value)
      default: true
      }
    }
    return isText && (text.contains(0x0A) || text.contains(0x0D)) ? encoding : nil
  }

  /// Whether it begins as files of other programs do: workbooks, documents, pictures, archives.
  private var isOtherProgram: Bool {
    let beginnings: [[UInt8]] = [
      [0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0], Array("%PDF".utf8), [0x89, 0x50, 0x4E],
      [0xFF, 0xD8, 0xFF], Array("GIF8".utf8), [0x1F, 0x8B, 0x08], Array("{\\rtf".utf8),
    ]
    return beginnings.contains(where: head.starts)
  }

  private var isWebPage: Bool {
    let beginning = head.drop { $0 <= 0x20 }.map { $0 | 0x20 }
    return [Array("<!doctype".utf8).map { $0 | 0x20 }, Array("<html".utf8).map { $0 | 0x20 }]
      .contains(where: beginning.starts)
  }
}
