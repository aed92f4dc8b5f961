import CVectorscan

/// Why the literals of the rules could not be compiled.
package enum TextCodingError: Error, Sendable, Hashable {
  case engine(reason: String)
}

extension TextCodingError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .engine(let reason): "the tagging rules could not be compiled: \(reason)"
    }
  }
}

/// The literals of all patterns in one Vectorscan database.
///
/// It says where in a folded text a pattern can be; whether it is there is for
/// `CompiledPatterns` to decide. The database is immutable and shared;
/// working memory is a `Scratch` for each task.
@safe
struct LiteralEngine: ~Copyable, Sendable {
  // Vectorscan never writes to a compiled database, so tasks may share it. The
  // compiler cannot know that of a pointer, so its address is kept.
  private let address: UInt

  fileprivate var database: OpaquePointer? { unsafe OpaquePointer(bitPattern: address) }

  /// A literal is known by its place in the list.
  init(_ literals: [[UInt8]]) throws(TextCodingError) {
    guard !literals.isEmpty else {
      address = 0
      return
    }
    var joined: [CChar] = []
    var starts: [Int] = []
    for literal in literals {
      starts.append(joined.count)
      joined.append(contentsOf: literal.map { CChar(bitPattern: $0) })
      joined.append(0)
    }
    let ids = literals.indices.map { UInt32($0) }
    let lengths = literals.map(\.count)
    let flags = [UInt32](repeating: 0, count: literals.count)
    var compiled: OpaquePointer?
    var failure: UnsafeMutablePointer<hs_compile_error_t>?
    let status = unsafe joined.withUnsafeBufferPointer { text in
      let expressions: [UnsafePointer<CChar>?] = unsafe starts.map { start in
        unsafe text.baseAddress.map { unsafe $0 + start }
      }
      return unsafe hs_compile_lit_multi(
        expressions, flags, ids, lengths, UInt32(literals.count), UInt32(HS_MODE_BLOCK), nil,
        &compiled, &failure)
    }
    guard status == HS_SUCCESS else {
      let reason = unsafe failure.flatMap { unsafe $0.pointee.message }
        .map { unsafe String(cString: $0) }
      unsafe hs_free_compile_error(failure)
      throw .engine(reason: reason ?? "code \(status)")
    }
    address = UInt(bitPattern: compiled)
  }

  deinit { unsafe hs_free_database(database) }
}

/// One place of a folded text where a literal ends.
struct LiteralHit {
  let literal: UInt32
  /// The byte after the literal.
  let end: UInt32
}

/// The working memory of one task.
@safe
struct Scratch: ~Copyable {
  private var memory: OpaquePointer?
  private(set) var hits = FlatList<LiteralHit>(capacity: 1024)

  init(for engine: borrowing LiteralEngine) throws(TextCodingError) {
    unsafe memory = nil
    if unsafe engine.database == nil { return }
    let status = unsafe hs_alloc_scratch(engine.database, &memory)
    guard status == HS_SUCCESS else { throw .engine(reason: "no working memory (\(status))") }
  }

  deinit { unsafe hs_free_scratch(memory) }

  /// Collects every place where a literal ends, in order of place.
  mutating func scan(_ text: borrowing FlatList<UInt8>, using engine: borrowing LiteralEngine) {
    hits.removeAll()
    guard let database = unsafe engine.database else { return }
    let memory = unsafe memory
    unsafe withUnsafeMutablePointer(to: &hits) { hits in
      unsafe text.withPointer { bytes in
        guard let base = bytes.baseAddress else { return }
        _ = unsafe hs_scan(
          database, UnsafeRawPointer(base).assumingMemoryBound(to: CChar.self),
          UInt32(bytes.count), 0, memory,
          { literal, _, end, _, context in
            guard let context = unsafe context else { return 0 }
            let hit = LiteralHit(literal: literal, end: UInt32(truncatingIfNeeded: end))
            unsafe context.assumingMemoryBound(to: FlatList<LiteralHit>.self).pointee.append(hit)
            return 0
          }, hits)
      }
    }
    putInOrder()
  }

  /// Vectorscan promises no order among literals, though it mostly keeps it.
  private mutating func putInOrder() {
    for index in stride(from: 1, to: hits.count, by: 1) where hits[index].end < hits[index - 1].end
    {
      hits.sort { $0.end < $1.end }
      return
    }
  }
}

/// The version of the engine, for the manifest.
package var vectorscanVersion: String {
  let text = unsafe hs_version().map { unsafe String(cString: $0) } ?? ""
  return String(text.prefix { $0 != " " })
}
