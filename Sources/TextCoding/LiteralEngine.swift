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
/// It says which patterns can be in a folded text at all; whether they are is
/// for the `PatternMatcher` to decide. The database is immutable and shared;
/// working memory is a `Scratch` for each task.
@safe
struct LiteralEngine: ~Copyable, Sendable {
  // Vectorscan never writes to a compiled database, so tasks may share it. The
  // compiler cannot know that of a pointer, so its address is kept.
  private let address: UInt
  fileprivate let patternCount: Int

  fileprivate var database: OpaquePointer? { unsafe OpaquePointer(bitPattern: address) }

  init(_ literals: [(pattern: Int, bytes: [UInt8])], patterns: Int) throws(TextCodingError) {
    patternCount = patterns
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
    let flags = [UInt32](repeating: UInt32(HS_FLAG_SINGLEMATCH), count: literals.count)
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

/// The working memory of one task.
@safe
struct Scratch: ~Copyable {
  private var memory: OpaquePointer?
  private let candidates: UnsafeMutablePointer<CandidateList>

  init(for engine: borrowing LiteralEngine) throws(TextCodingError) {
    unsafe candidates = .allocate(capacity: 1)
    unsafe candidates.initialize(to: CandidateList(capacity: engine.patternCount))
    unsafe memory = nil
    if unsafe engine.database == nil { return }
    let status = unsafe hs_alloc_scratch(engine.database, &memory)
    guard status == HS_SUCCESS else { throw .engine(reason: "no working memory (\(status))") }
  }

  deinit {
    unsafe hs_free_scratch(memory)
    unsafe candidates.pointee.deallocate()
    unsafe candidates.deallocate()
  }

  /// The patterns of which a literal stands in the text, in ascending order.
  mutating func candidates(
    in text: [UInt8], using engine: borrowing LiteralEngine, into found: inout [Int]
  ) {
    found.removeAll(keepingCapacity: true)
    guard unsafe engine.database != nil else { return }
    unsafe candidates.pointee.count = 0
    unsafe text.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      _ = unsafe hs_scan(
        engine.database, UnsafeRawPointer(base).assumingMemoryBound(to: CChar.self),
        UInt32(bytes.count), 0, memory,
        { id, _, _, _, context in
          guard let context = unsafe context else { return 0 }
          unsafe context.assumingMemoryBound(to: CandidateList.self).pointee.add(id)
          return 0
        }, candidates)
    }
    unsafe candidates.pointee.copy(into: &found)
  }
}

/// The pattern numbers that the engine reports, each once.
@safe
private struct CandidateList {
  private let ids: UnsafeMutablePointer<UInt32>
  private let capacity: Int
  var count = 0

  init(capacity: Int) {
    self.capacity = capacity
    unsafe ids = .allocate(capacity: max(1, capacity))
  }

  func deallocate() { unsafe ids.deallocate() }

  // With HS_FLAG_SINGLEMATCH an id comes once a scan, so the list cannot run over.
  mutating func add(_ id: UInt32) {
    guard count < capacity else { return }
    unsafe ids[count] = id
    count += 1
  }

  func copy(into found: inout [Int]) {
    for index in 0..<count { unsafe found.append(Int(ids[index])) }
    if count > 1 { found.sort() }
  }
}

/// The version of the engine, for the manifest.
package var vectorscanVersion: String {
  unsafe hs_version().map { unsafe String(cString: $0) } ?? ""
}
