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
    rewind()
    var isAtEnd = false
    let head = try read(count, after: [], isAtEnd: &isAtEnd)
    rewind()
    return head
  }

  /// The bytes given and up to so many that follow in the file.
  mutating func read(
    _ count: Int, after head: ArraySlice<UInt8>, isAtEnd: inout Bool
  ) throws(LoadError) -> [UInt8] {
    let count = min(count, rest)
    var filled = 0
    var failure: LoadError?
    // Memory that is filled at once need not be cleared before.
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: head.count + count) { memory, used in
      _ = unsafe memory.initialize(fromContentsOf: head)
      let room = unsafe UnsafeMutableRawBufferPointer(memory)[head.count..<(head.count + count)]
      do throws(LoadError) {
        filled = try unsafe read(into: UnsafeMutableRawBufferPointer(rebasing: room))
      } catch {
        failure = error
      }
      used = head.count + filled
    }
    if let failure { throw failure }
    isAtEnd = rest == 0 || filled < count
    return bytes
  }

  /// How many bytes there are behind those that were read.
  private var rest: Int {
    switch source {
    case .file(let file, let skipping): max(0, file.byteCount - skipping - offset)
    case .memory(let bytes): bytes.count - offset
    }
  }

  /// Fills the memory with what follows and says with how many bytes; fewer at the end only.
  private mutating func read(into memory: UnsafeMutableRawBufferPointer) throws(LoadError) -> Int {
    let count: Int
    switch source {
    case .file(let file, let skipping):
      count = try unsafe readBytes(of: file, at: offset + skipping, into: memory)
    case .memory(let bytes):
      count = min(bytes.count - offset, memory.count)
      unsafe memory.copyBytes(from: bytes[offset..<(offset + count)])
    }
    offset += count
    return count
  }
}

/// Fills the memory and says with how many bytes; fewer at the end of the file only.
private func readBytes(
  of file: InputFile, at offset: Int, into memory: UnsafeMutableRawBufferPointer
) throws(LoadError) -> Int {
  var filled = 0
  do {
    while filled < memory.count {
      let count = try unsafe file.read(
        UnsafeMutableRawBufferPointer(rebasing: memory[filled...]), offset + filled)
      if count == 0 { break }
      filled += count
    }
  } catch {
    throw .unreadable(file: file.path, reason: "\(error)")
  }
  return filled
}

private func readBytes(
  of file: InputFile, at offset: Int, into buffer: inout [UInt8]
) throws(LoadError) -> Int {
  let result = unsafe buffer.withUnsafeMutableBytes { memory in
    Result { () throws(LoadError) in
      try unsafe readBytes(of: file, at: offset, into: memory)
    }
  }
  return try result.get()
}

/// All bytes of a file; fewer than it says it has when it became shorter meanwhile.
func wholeFile(_ file: InputFile) throws(LoadError) -> [UInt8] {
  var contents = Contents(file, skipping: 0)
  return try contents.head(file.byteCount)
}

/// Looks at every byte of a file.
func encodingEvidence(of file: InputFile) throws(LoadError) -> EncodingEvidence {
  var evidence = EncodingEvidence()
  // As much as stays in the fast memory between reading it and looking at it.
  var buffer = [UInt8](repeating: 0, count: min(1 << 18, max(1, file.byteCount)))
  while true {
    let count = try readBytes(of: file, at: evidence.byteCount, into: &buffer)
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
    let count = try readBytes(of: file, at: place, into: &buffer)
    if count == 0 { break }
    for byte in buffer[..<min(count, offset - place)] {
      if byte == 0x0D || byte == 0x0A && !afterReturn { line += 1 }
      afterReturn = byte == 0x0D
    }
    place += count
  }
  return line
}
