/// A file that can be read in pieces, wherever it is.
@safe
package struct InputFile: Sendable {
  /// Relative to the data root, with `/`.
  package let path: String
  package let byteCount: Int
  /// Fills the memory with the bytes from an offset on, and says how many there were.
  package let read: @Sendable (_ into: UnsafeMutableRawBufferPointer, _ offset: Int) throws -> Int

  package init(
    path: String, byteCount: Int,
    read: @escaping @Sendable (_ into: UnsafeMutableRawBufferPointer, _ offset: Int) throws -> Int
  ) {
    self.path = path
    self.byteCount = byteCount
    unsafe self.read = read
  }
}

/// One column that the pipeline wants from the exports.
package struct RequestedColumn: Sendable, Hashable {
  /// The name in the schema.
  package let name: String
  /// The headings under which exports carry it.
  package let headers: [String]
  /// Whether a file may lack it.
  package let isOptional: Bool
  /// Whether nearly every row has a text of its own, such as an id or a comment.
  package let isMostlyUnique: Bool
  /// For a column that no file has: what every row of a file gets, by the file's path.
  package let valueOfFile: [String: String]?

  package init(
    name: String, headers: [String], isOptional: Bool, isMostlyUnique: Bool,
    valueOfFile: [String: String]? = nil
  ) {
    self.valueOfFile = valueOfFile
    self.name = name
    self.headers = headers
    self.isOptional = isOptional
    self.isMostlyUnique = isMostlyUnique
  }
}

/// What the pipeline fixes about the form of a source's files; nil is decided by looking.
package struct LoadRequest: Sendable {
  package let source: String
  package let columns: [RequestedColumn]
  package let delimiter: UInt8?
  package let quote: UInt8?
  package let encoding: TextEncoding?
  /// Whether spaces at the ends of cells are handed on, unless they are how the file is laid out.
  ///
  /// Cleaning has no use for them.
  package let keepsOuterSpaces: Bool
  /// The survey tool that the files come from.
  package let preset: StatedPreset

  package init(
    source: String, columns: [RequestedColumn], delimiter: UInt8? = nil, quote: UInt8? = nil,
    encoding: TextEncoding? = nil, keepsOuterSpaces: Bool = false,
    preset: StatedPreset = .notStated
  ) {
    self.source = source
    self.columns = columns
    self.delimiter = delimiter
    self.quote = quote
    self.encoding = encoding
    self.keepsOuterSpaces = keepsOuterSpaces
    self.preset = preset
  }

  /// The request with so many columns more, which no pipeline asks for.
  func watching(_ count: Int) -> LoadRequest {
    let watched = RequestedColumn(
      name: "", headers: [], isOptional: true, isMostlyUnique: false)
    return LoadRequest(
      source: source, columns: columns + repeatElement(watched, count: count),
      delimiter: delimiter, quote: quote, encoding: encoding,
      keepsOuterSpaces: keepsOuterSpaces, preset: preset)
  }
}
