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

  init(_ literals: [(pattern: Int, bytes: [UInt8])]) throws(TextCodingError) {
    guard !literals.isEmpty else {
      address = 0
      return
    }
    var joined: [CChar] = []
    var starts: [Int] = []
    for literal in literals {
      starts.append(joined.count)
      joined.append(contentsOf: literal.bytes.map { CChar(bitPattern: $0) })
      joined.append(0)
    }
    let ids = literals.map { UInt32($0.pattern) }
    let lengths = literals.map(\.bytes.count)
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

/// One place of a folded text where a pattern's literal ends.
struct LiteralHit: Comparable {
  // Both in one word: hits are sorted for every response.
  private let key: UInt64

  init(pattern: UInt32, end: UInt64) {
    key = UInt64(pattern) << 32 | UInt64(truncatingIfNeeded: end) & 0xFFFF_FFFF
  }

  var pattern: Int { Int(key >> 32) }
  /// The byte after the literal.
  var end: Int { Int(key & 0xFFFF_FFFF) }

  static func < (first: LiteralHit, second: LiteralHit) -> Bool { first.key < second.key }
}

/// The working memory of one task.
@safe
struct Scratch: ~Copyable {
  private var memory: OpaquePointer?
  private let hits: UnsafeMutablePointer<HitList>

  init(for engine: borrowing LiteralEngine) throws(TextCodingError) {
    unsafe hits = .allocate(capacity: 1)
    unsafe hits.initialize(to: HitList())
    unsafe memory = nil
    if unsafe engine.database == nil { return }
    let status = unsafe hs_alloc_scratch(engine.database, &memory)
    guard status == HS_SUCCESS else { throw .engine(reason: "no working memory (\(status))") }
  }

  deinit {
    unsafe hs_free_scratch(memory)
    unsafe hits.pointee.deallocate()
    unsafe hits.deallocate()
  }

  /// Every place where a literal ends, by pattern and place.
  mutating func hits(
    in text: [UInt8], using engine: borrowing LiteralEngine, into found: inout [LiteralHit]
  ) {
    found.removeAll(keepingCapacity: true)
    guard unsafe engine.database != nil else { return }
    unsafe hits.pointee.count = 0
    unsafe text.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      _ = unsafe hs_scan(
        engine.database, UnsafeRawPointer(base).assumingMemoryBound(to: CChar.self),
        UInt32(bytes.count), 0, memory,
        { id, _, end, _, context in
          guard let context = unsafe context else { return 0 }
          unsafe context.assumingMemoryBound(to: HitList.self).pointee.add(id, end)
          return 0
        }, hits)
    }
    unsafe hits.pointee.copy(into: &found)
  }
}

/// The hits that the engine reports: plain memory, for its callback.
@safe
private struct HitList {
  private var hits: UnsafeMutablePointer<LiteralHit>
  private var capacity = 256
  var count = 0

  init() { unsafe hits = .allocate(capacity: 256) }

  func deallocate() { unsafe hits.deallocate() }

  mutating func add(_ id: UInt32, _ end: UInt64) {
    if count == capacity { grow() }
    unsafe (hits + count).initialize(to: LiteralHit(pattern: id, end: end))
    count += 1
  }

  private mutating func grow() {
    let grown = UnsafeMutablePointer<LiteralHit>.allocate(capacity: capacity * 2)
    unsafe grown.update(from: hits, count: count)
    unsafe hits.deallocate()
    unsafe hits = unsafe grown
    capacity *= 2
  }

  func copy(into found: inout [LiteralHit]) {
    for index in 0..<count { unsafe found.append(hits[index]) }
    if count > 1 { found.sort() }
  }
}

/// The version of the engine, for the manifest.
package var vectorscanVersion: String {
  let text = unsafe hs_version().map { unsafe String(cString: $0) } ?? ""
  return String(text.prefix { $0 != " " })
}
