/// The bytes of a file as UTF-8: read in pieces where they are so already, else held converted.
struct Contents {
  private enum Source {
    case file(InputFile, skipping: Int)
    case memory([UInt8])
  }

  private let source: Source
  private var offset = 0
  /// The first line on which bytes could not be read and stand as U+FFFD.
  let damagedLine: Int?

  init(_ file: InputFile, skipping: Int) {
    source = .file(file, skipping: skipping)
    damagedLine = nil
  }

  init(_ bytes: [UInt8]) {
    source = .memory(bytes)
    let mark: [UInt8] = [0xEF, 0xBF, 0xBD]
    let damage = bytes.indices.first {
      bytes[$0] == 0xEF && bytes[$0...].starts(with: mark)
    }
    damagedLine = damage.map { place in
      1
        + bytes[..<place].indices.count {
          bytes[$0] == 0x0A || bytes[$0] == 0x0D && bytes[$0 + 1] != 0x0A
        }
    }
  }

  mutating func rewind() { offset = 0 }

  /// The first bytes, at most `count` of them; reading goes on from the start.
  mutating func head(_ count: Int) throws(LoadError) -> [UInt8] {
    var head = [UInt8](repeating: 0, count: count)
    rewind()
    var filled = 0
    while filled < count {
      let more = try read(into: &head, from: filled)
      if more == 0 { break }
      filled += more
    }
    rewind()
    return Array(head[..<filled])
  }

  /// How many bytes there are behind those that were read.
  private var rest: Int {
    switch source {
    case .file(let file, let skipping): max(0, file.byteCount - skipping - offset)
    case .memory(let bytes): bytes.count - offset
    }
  }

  /// Fills the buffer from a place on and says with how many bytes; 0 at the end.
  private mutating func read(into buffer: inout [UInt8], from start: Int) throws(LoadError) -> Int {
    let count: Int
    switch source {
    case .file(let file, let skipping):
      let place = offset + skipping
      count = try readBytes(of: file, at: place, into: &buffer, from: start)
    case .memory(let bytes):
      count = min(bytes.count - offset, buffer.count - start)
      buffer.replaceSubrange(start..<(start + count), with: bytes[offset..<(offset + count)])
    }
    offset += count
    return count
  }

  /// The bytes given and up to so many that follow in the file.
  mutating func read(
    _ count: Int, after head: ArraySlice<UInt8>, isAtEnd: inout Bool
  ) throws(LoadError) -> [UInt8] {
    let count = min(count, rest)
    var bytes = unsafe [UInt8](unsafeUninitializedCapacity: head.count + count) { memory, filled in
      _ = unsafe memory.initialize(fromContentsOf: head)
      unsafe memory[head.count...].initialize(repeating: 0)
      filled = head.count + count
    }
    var filled = head.count
    while filled < bytes.count {
      let more = try read(into: &bytes, from: filled)
      if more == 0 { break }
      filled += more
    }
    isAtEnd = rest == 0 || filled < bytes.count
    bytes.removeLast(bytes.count - filled)
    return bytes
  }
}

private func readBytes(
  of file: InputFile, at offset: Int, into buffer: inout [UInt8], from start: Int
) throws(LoadError) -> Int {
  do {
    return try unsafe buffer.withUnsafeMutableBytes { bytes in
      try unsafe file.read(UnsafeMutableRawBufferPointer(rebasing: bytes[start...]), offset)
    }
  } catch {
    throw .unreadable(file: file.path, reason: "\(error)")
  }
}

/// Decides the encoding of a file by all its bytes.
func decode(
  _ file: InputFile, as fixed: TextEncoding?
) throws(LoadError) -> (contents: Contents, encoding: String) {
  var evidence = EncodingEvidence()
  var buffer = [UInt8](repeating: 0, count: 1 << 20)
  var offset = 0
  while true {
    let count = try readBytes(of: file, at: offset, into: &buffer, from: 0)
    if count == 0 { break }
    unsafe buffer.withUnsafeBytes { bytes in
      unsafe evidence.look(at: UnsafeRawBufferPointer(rebasing: bytes[..<count]))
    }
    offset += count
  }
  evidence.finish()
  guard offset > 0 else { throw .empty(file: file.path) }
  let whole = { () throws(LoadError) -> [UInt8] in
    var bytes = [UInt8](repeating: 0, count: offset)
    var filled = 0
    while filled < offset {
      let count = try readBytes(of: file, at: filled, into: &bytes, from: filled)
      if count == 0 { break }
      filled += count
    }
    return Array(bytes[..<filled])
  }
  if let fixed, fixed != .utf8 {
    let decision = evidence.decision { "" }
    if fixed == .windows1252, decision == .binary { throw .binary(file: file.path) }
    let skipping = if case .other(fixed, let skipping) = decision { skipping } else { 0 }
    return (Contents(converted(try whole()[skipping...], from: fixed)), fixed.rawValue)
  }
  var bytes: [UInt8] = []
  if !evidence.isValidUTF8 || evidence.nulBytes > 0 { bytes = try whole() }
  switch evidence.decision(guess: { guessedEncoding(of: bytes) }) {
  case .utf8(let skipping):
    return (Contents(file, skipping: skipping), skipping > 0 ? "UTF-8 with BOM" : "UTF-8")
  case .damagedUTF8(let skipping):
    return (Contents(repairedUTF8(bytes[skipping...])), "UTF-8")
  case .other(.windows1252, let skipping) where fixed == .utf8:
    return (Contents(repairedUTF8(bytes[skipping...])), "UTF-8")
  case .other(let encoding, let skipping):
    return (Contents(converted(bytes[skipping...], from: encoding)), encoding.rawValue)
  case .binary:
    throw .binary(file: file.path)
  }
}
