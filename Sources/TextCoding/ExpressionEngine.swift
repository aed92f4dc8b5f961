import CVectorscan

/// The regular expressions of all rules in one Vectorscan database.
///
/// It says which of them are in a text; where, is for `ExpressionMachine` to find. Both read a text
/// once, whatever the expressions are: none can hang them. Vectorscan could tell where a match
/// begins, too, but version 5.4.9 then ends the program at some texts, such as a thousand "a"
/// for `(a|aa)+b`.
@safe
struct ExpressionEngine: ~Copyable, Sendable {
  // As in `LiteralEngine`: the address of what is never written to.
  private let address: UInt
  let alphabet: Alphabet

  fileprivate var database: OpaquePointer? { unsafe OpaquePointer(bitPattern: address) }

  /// An expression is known by its place in the list.
  init(_ expressions: [Expression]) throws(RefusedExpression) {
    var named: Set<Unicode.Scalar> = []
    for (index, expression) in expressions.enumerated() {
      named.formUnion(expression.root.namedLetters)
      guard named.count <= Alphabet.mostNamed else {
        throw RefusedExpression(index: index, kind: .tooManyLetters)
      }
    }
    let alphabet = Alphabet(naming: named)
    guard !expressions.isEmpty else {
      (address, self.alphabet) = (0, alphabet)
      return
    }
    var joined: [CChar] = []
    var starts: [Int] = []
    for expression in expressions {
      starts.append(joined.count)
      joined.append(contentsOf: expression.root.source(in: alphabet).utf8.map { CChar($0) })
      joined.append(0)
    }
    let ids = expressions.indices.map { UInt32($0) }
    let flags = [UInt32](repeating: UInt32(HS_FLAG_SINGLEMATCH), count: expressions.count)
    var compiled: OpaquePointer?
    var failure: UnsafeMutablePointer<hs_compile_error_t>?
    let status = unsafe joined.withUnsafeBufferPointer { text in
      let sources: [UnsafePointer<CChar>?] = unsafe starts.map { start in
        unsafe text.baseAddress.map { unsafe $0 + start }
      }
      return unsafe hs_compile_multi(
        sources, flags, ids, UInt32(expressions.count), UInt32(HS_MODE_BLOCK), nil, &compiled,
        &failure)
    }
    guard status == HS_SUCCESS else {
      let reason = unsafe failure.flatMap { unsafe $0.pointee.message }
        .map { unsafe String(cString: $0) }
      let index = unsafe failure.map { unsafe Int($0.pointee.expression) } ?? -1
      unsafe hs_free_compile_error(failure)
      throw RefusedExpression(
        index: max(0, index),
        kind: ExpressionEngine.kind(of: reason ?? "code \(status)"))
    }
    address = UInt(bitPattern: compiled)
    self.alphabet = alphabet
  }

  private static func kind(of reason: String) -> ExpressionError.Kind {
    if reason.contains("too large") { return .tooLarge }
    if reason.contains("empty buffer") { return .findsNothing }
    return .engine(reason)
  }

  deinit { unsafe hs_free_database(database) }
}

/// What keeps one of several expressions from being used.
package struct RefusedExpression: Error, Sendable, Hashable {
  package let index: Int
  package let kind: ExpressionError.Kind
}

/// Tries whether expressions can be used together.
package func check(_ expressions: [Expression]) throws(RefusedExpression) {
  _ = try ExpressionEngine(expressions)
}

/// The working memory of one task for expressions.
@safe
struct ExpressionScratch: ~Copyable {
  private var memory: OpaquePointer?
  /// The expressions that are in the text.
  private(set) var hits = FlatList<Int32>()

  init(for engine: borrowing ExpressionEngine) throws(TextCodingError) {
    unsafe memory = nil
    if unsafe engine.database == nil { return }
    let status = unsafe hs_alloc_scratch(engine.database, &memory)
    guard status == HS_SUCCESS else { throw .engine(reason: "no working memory (\(status))") }
  }

  deinit { unsafe hs_free_scratch(memory) }

  /// Finds out which expressions are in a text that was written in the engine's alphabet.
  mutating func scan(_ text: borrowing ExpressionText, using engine: borrowing ExpressionEngine) {
    hits.removeAll()
    guard let database = unsafe engine.database, text.letters.count > 0 else { return }
    let memory = unsafe memory
    unsafe withUnsafeMutablePointer(to: &hits) { hits in
      unsafe text.letters.withPointer { letters in
        guard let base = letters.baseAddress else { return }
        _ = unsafe hs_scan(
          database, UnsafeRawPointer(base).assumingMemoryBound(to: CChar.self),
          UInt32(letters.count), 0, memory,
          { expression, _, _, _, context in
            guard let context = unsafe context else { return 0 }
            unsafe context.assumingMemoryBound(to: FlatList<Int32>.self).pointee
              .append(Int32(truncatingIfNeeded: expression))
            return 0
          }, hits)
      }
    }
    hits.sort(by: <)
  }
}
