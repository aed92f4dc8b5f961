/// The bytes of a file as UTF-8: read in pieces where they are so already, else held converted.
struct Contents {
  private enum Source {
    case file(InputFile, skipping: Int)
    case memory([UInt8])
  }

  private let source: Source
  private var offset = 0

  init(_ file: InputFile, skipping: Int) { source = .file(file, skipping: skipping) }

  init(_ bytes: [UInt8]) { source = .memory(bytes) }

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

/// All bytes of a file; fewer than it says it has when it became shorter meanwhile.
func wholeFile(_ file: InputFile) throws(LoadError) -> [UInt8] {
  var bytes = [UInt8](repeating: 0, count: file.byteCount)
  var filled = 0
  while filled < bytes.count {
    let count = try readBytes(of: file, at: filled, into: &bytes, from: filled)
    if count == 0 { break }
    filled += count
  }
  return Array(bytes[..<filled])
}

/// Looks at every byte of a file.
func encodingEvidence(of file: InputFile) throws(LoadError) -> EncodingEvidence {
  var evidence = EncodingEvidence()
  var buffer = [UInt8](repeating: 0, count: min(1 << 20, max(1, file.byteCount)))
  while true {
    let count = try readBytes(of: file, at: evidence.byteCount, into: &buffer, from: 0)
    if count == 0 { break }
    unsafe buffer.withUnsafeBytes { bytes in
      unsafe evidence.look(at: UnsafeRawBufferPointer(rebasing: bytes[..<count]))
    }
  }
  evidence.finish()
  return evidence
}

/// The line that a place of a file is on.
func line(of offset: Int, in file: InputFile) throws(LoadError) -> Int {
  var buffer = [UInt8](repeating: 0, count: min(1 << 20, max(1, offset)))
  var line = 1
  var place = 0
  var afterReturn = false
  while place < offset {
    let count = try readBytes(of: file, at: place, into: &buffer, from: 0)
    if count == 0 { break }
    for byte in buffer[..<min(count, offset - place)] {
      if byte == 0x0D || byte == 0x0A && !afterReturn { line += 1 }
      afterReturn = byte == 0x0D
    }
    place += count
  }
  return line
}
