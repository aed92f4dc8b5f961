import EvaluationData

/// A file as UTF-8, with what was decided of its encoding and what went wrong.
struct DecodedFile {
  var contents: Contents
  /// As people name it, with what is particular about this file.
  let encoding: String
  private(set) var problems: [Problem]
  /// Whether some of its bytes stand for no letter.
  let isDamaged: Bool
}

extension DecodedFile {
  /// Takes off the quotation marks that stand round each line as a whole.
  mutating func unwrapLines(of file: InputFile) throws(LoadError) {
    var isAtEnd = false
    contents.rewind()
    let bytes = try contents.read(file.byteCount * 4, after: [], isAtEnd: &isAtEnd)
    contents = Contents(withoutWrapping(bytes))
    problems.append(
      Problem(
        .mendedRow, at: CellAddress(file: file.path),
        expected: "quotation marks round cells; those round each line were taken off"))
  }
}

/// Decides the encoding of a file by all its bytes.
func decode(_ file: InputFile, as fixed: TextEncoding?) throws(LoadError) -> DecodedFile {
  let evidence = try encodingEvidence(of: file)
  guard evidence.byteCount > 0 else { throw .empty(file: file.path) }
  let decision = evidence.decision
  switch decision {
  case .binary: throw .binary(file: file.path)
  case .webPage: throw .webPage(file: file.path)
  default: break
  }
  let (encoding, skipping) = try chosenEncoding(decision, fixed, of: file)
  if encoding == .utf8, evidence.isValidUTF8, evidence.nulBytes == 0 {
    return DecodedFile(
      contents: Contents(file, skipping: skipping),
      encoding: skipping > 0 ? "UTF-8 with BOM" : "UTF-8",
      problems: try twiceEncodedProblems(evidence, file), isDamaged: false)
  }
  let bytes = try wholeFile(file)[skipping...]
  let (text, offsets) = converted(bytes, from: encoding)
  let places = Places(of: text)
  let damage = zip(offsets, places.damagedLines).map { offset, line in
    Damage(offset: skipping + offset, line: line)
  }
  let nulProblems = places.nulLines.map { line in
    Problem(
      .nulByte, at: CellAddress(file: file.path, line: line), expected: "text without zero bytes")
  }
  return DecodedFile(
    contents: Contents(places.nulLines.isEmpty ? text : text.filter { $0 != 0 }),
    encoding: name(of: encoding, skipping: skipping, damage: damage, in: bytes),
    problems: damageProblems(damage, encoding, file) + nulProblems, isDamaged: !damage.isEmpty)
}

/// The encoding, and how many bytes of a mark at the start stand for no letter.
private func chosenEncoding(
  _ decision: EncodingDecision, _ fixed: TextEncoding?, of file: InputFile
) throws(LoadError) -> (encoding: TextEncoding, skipping: Int) {
  switch decision {
  case .utf8(let skipping), .damagedUTF8(let skipping):
    if let fixed, fixed != .utf8 { return (fixed, 0) }
    return (.utf8, skipping)
  case .other(let encoding, let skipping):
    guard let fixed, fixed != encoding else { return (encoding, skipping) }
    return (fixed, 0)
  case .oneByte:
    if let fixed { return (fixed, 0) }
    return (legacyEncoding(of: try wholeFile(file)[...]), 0)
  case .binary, .webPage: throw .binary(file: file.path)
  }
}

/// "UTF-8 but for 2 bytes, which look like Windows-1252", or the encoding's name alone.
private func name(
  of encoding: TextEncoding, skipping: Int, damage: [Damage], in bytes: ArraySlice<UInt8>
) -> String {
  guard encoding == .utf8, !damage.isEmpty else {
    return encoding == .utf8 && skipping > 0 ? "UTF-8 with BOM" : encoding.rawValue
  }
  // The bytes in question with their neighbours, as one text.
  var excerpt: [UInt8] = []
  for place in damage.prefix(10_000) {
    let offset = place.offset
    excerpt += bytes[max(bytes.startIndex, offset - 1)..<min(bytes.endIndex, offset + 2)]
      .map { $0 }
  }
  let likeliest = likeliestEncoding(of: excerpt[...], among: TextEncoding.oneByte)
  let count = damage.count == 1 ? "1 byte, which looks" : "\(damage.count) bytes, which look"
  return "UTF-8 but for \(count) like \(likeliest.rawValue)"
}

private func damageProblems(
  _ damage: [Damage], _ encoding: TextEncoding, _ file: InputFile
) -> [Problem] {
  var problems: [Problem] = []
  for place in damage where place.line != problems.last?.address.line {
    problems.append(
      Problem(
        .undecodableBytes, at: CellAddress(file: file.path, line: place.line),
        expected: "text in \(encoding.rawValue); the file's byte \(place.offset) is no letter"))
  }
  return problems
}

private func twiceEncodedProblems(
  _ evidence: EncodingEvidence, _ file: InputFile
) throws(LoadError) -> [Problem] {
  guard evidence.twiceEncoded > 0 else { return [] }
  let line = try line(of: evidence.firstTwiceEncoded, in: file)
  let places = evidence.twiceEncoded == 1 ? "1 place" : "\(evidence.twiceEncoded) places"
  return [
    Problem(
      .twiceEncoded, at: CellAddress(file: file.path, line: line),
      expected: "letters such as é and ’; in \(places) they seem to have been converted twice")
  ]
}

/// The lines of a converted text on which something stands that is no letter.
private struct Places {
  /// A line for each mark, in their order.
  private(set) var damagedLines: [Int] = []
  /// Each line once.
  private(set) var nulLines: [Int] = []

  init(of text: [UInt8]) {
    let mark = SourceTable.damageMark
    var line = 1
    for index in text.indices {
      switch text[index] {
      case 0x0A where index == 0 || text[index - 1] != 0x0D: line += 1
      case 0x0D: line += 1
      case 0 where nulLines.last != line: nulLines.append(line)
      case mark[0] where text[index...].starts(with: mark): damagedLines.append(line)
      default: break
      }
    }
  }
}
