/// The forms that a text may have, told part by part.
///
/// A list of parts and no regular expression: Swift's `Regex` backtracks, so that
/// one unlucky pattern and text take for ever, and it reads a text in microseconds
/// where an export has a million. All readings of a form are followed at once
/// instead, in time that grows with the length of the text alone.
package struct TextForm: Sendable, Hashable {
  package enum Letters: String, Sendable, Hashable, CaseIterable {
    /// 0 to 9.
    case digits
    /// Letters of any alphabet, in either case.
    case letters
    /// A to Z.
    case capitals
    case lettersOrDigits = "letters or digits"
    case any = "characters"

    fileprivate func contains(_ scalar: Unicode.Scalar) -> Bool {
      switch self {
      case .digits: ("0"..."9").contains(scalar)
      case .letters: scalar.properties.isAlphabetic
      case .capitals: ("A"..."Z").contains(scalar)
      case .lettersOrDigits: ("0"..."9").contains(scalar) || scalar.properties.isAlphabetic
      case .any: true
      }
    }
  }

  package enum Part: Sendable, Hashable {
    /// Exactly this, case included.
    case literal(String)
    /// So many of a kind; without a largest number when `atMost` is nil.
    case run(Letters, atLeast: Int, atMost: Int?)
  }

  /// A text that has one of these forms passes.
  package let alternatives: [[Part]]

  package init(_ alternatives: [Part]...) throws(ValidationRuleError) {
    try self.init(alternatives: alternatives)
  }

  package init(alternatives: [[Part]]) throws(ValidationRuleError) {
    guard !alternatives.isEmpty else { throw .emptyForm }
    for parts in alternatives {
      guard !parts.isEmpty else { throw .emptyForm }
      // Overflow is out of question only after each part is known to be short.
      var length = 0
      for part in parts {
        length += try TextForm.length(of: part)
        guard length <= FormMatcher.maximumLength else { throw .formTooLong(length) }
      }
    }
    self.alternatives = alternatives
  }

  private static func length(of part: Part) throws(ValidationRuleError) -> Int {
    let length: Int
    switch part {
    case .literal(let text):
      length = text.unicodeScalars.count
      guard length > 0 else { throw .emptyForm }
    case .run(_, let atLeast, let atMost):
      if let atMost, atMost == 0 { throw .emptyForm }
      guard atLeast >= 0, atLeast <= atMost ?? .max else {
        throw .runBackwards(atLeast: atLeast, atMost: atMost ?? atLeast)
      }
      length = atMost ?? max(1, atLeast)
    }
    guard length <= FormMatcher.maximumLength else { throw .formTooLong(length) }
    return length
  }

  /// The forms in words, such as "'HF-' then 4 digits".
  var words: String {
    alternatives.map { $0.map(words).joined(separator: " then ") }.joined(separator: ", or ")
  }

  private func words(_ part: Part) -> String {
    switch part {
    case .literal(let text): "'\(text)'"
    case .run(let letters, let low, let high?) where low == high: "\(low) \(letters.rawValue)"
    case .run(let letters, let low, let high?): "\(low) to \(high) \(letters.rawValue)"
    case .run(let letters, let low, nil): "\(low) or more \(letters.rawValue)"
    }
  }
}

/// Tells whether a text has a form, following all readings at once.
///
/// Each letter that the form can have is a place; bit i of a set says that the
/// text so far may be read up to place i. A place that may be left out hands its
/// bit on, one that may be repeated keeps it (a bit-parallel automaton).
///
/// - Reference: Navarro and Raffinot (2002), Flexible Pattern Matching in
///   Strings, doi:10.1017/CBO9781316135228, chapter 4.
struct FormMatcher: Sendable {
  /// One bit is for the end of the form.
  static let maximumLength = 63

  private enum Place {
    case exactly(Unicode.Scalar)
    case some(TextForm.Letters)

    func accepts(_ scalar: Unicode.Scalar) -> Bool {
      switch self {
      case .exactly(let letter): scalar == letter
      case .some(let letters): letters.contains(scalar)
      }
    }
  }

  private var places: [Place] = []
  /// The places that may be left out.
  private var optional: UInt64 = 0
  /// The bits after places that may be repeated.
  private var repeated: UInt64 = 0
  /// For each ASCII letter the places that take it.
  private var accepting: [UInt64] = []

  init(_ parts: [TextForm.Part]) {
    for part in parts {
      switch part {
      case .literal(let text): places += text.unicodeScalars.map { .exactly($0) }
      case .run(let letters, let atLeast, let atMost):
        let start = places.count
        let length = atMost ?? max(1, atLeast)
        places += Array(repeating: .some(letters), count: length)
        for place in start + min(atLeast, length)..<start + length { optional |= 1 << place }
        if atMost == nil { repeated |= 1 << places.count }
      }
    }
    accepting = (0..<128).map { accepting(Unicode.Scalar(UInt8($0))) }
  }

  private func accepting(_ scalar: Unicode.Scalar) -> UInt64 {
    places.indices.reduce(0) { $0 | (places[$1].accepts(scalar) ? 1 << UInt64($1) : 0) }
  }

  func matches(_ text: Span<UInt8>) -> Bool {
    var state = passingOptional(1)
    for index in text.indices {
      let byte = text[index]
      guard byte < 0x80 else { return matchesScalars(text) }
      state = next(state, accepting[Int(byte)])
      if state == 0 { return false }
    }
    return state >> UInt64(places.count) & 1 == 1
  }

  private func matchesScalars(_ text: Span<UInt8>) -> Bool {
    var bytes: [UInt8] = []
    for index in text.indices { bytes.append(text[index]) }
    var state = passingOptional(1)
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      state = next(
        state, scalar.isASCII ? accepting[Int(scalar.value)] : accepting(scalar))
      if state == 0 { return false }
    }
    return state >> UInt64(places.count) & 1 == 1
  }

  private func next(_ state: UInt64, _ accepted: UInt64) -> UInt64 {
    passingOptional((state & accepted) << 1 | state & repeated & accepted << 1)
  }

  /// Adds what can be reached by leaving places out.
  private func passingOptional(_ state: UInt64) -> UInt64 {
    var reached = state
    var added = state & optional
    while added != 0 {
      added = added << 1 & ~reached
      reached |= added
      added &= optional
    }
    return reached
  }
}
