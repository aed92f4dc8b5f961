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
  package var headers: [String]
  /// Whether a file may lack it.
  package let isOptional: Bool
  /// Whether nearly every row has a text of its own, such as an id or a comment.
  package let isMostlyUnique: Bool
  /// For a column that no file has: what every row of a file gets, by the file's path.
  package var valueOfFile: [String: String]?
  /// For a column of a multi-select: which part of it.
  package var part: ChoicePart?
  /// What its cells hold, as far as that tells a column whose heading was changed.
  package let answers: AnswerForm?

  package init(
    name: String, headers: [String], isOptional: Bool, isMostlyUnique: Bool,
    valueOfFile: [String: String]? = nil, part: ChoicePart? = nil, answers: AnswerForm? = nil
  ) {
    self.valueOfFile = valueOfFile
    self.name = name
    self.headers = headers
    self.isOptional = isOptional
    self.isMostlyUnique = isMostlyUnique
    self.part = part
    self.answers = answers
  }
}

/// A part of a multi-select, of which a file has the one column or those of the choices.
///
/// A file must have at least one part, unless the multi-select is optional.
package struct ChoicePart: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// All choices in one cell.
    case joined
    case choice
    /// That an answer of one's own was given, or the answer itself.
    case other
    /// The answer of one's own.
    case otherText
  }

  package let kind: Kind
  /// The name of the multi-select.
  package let question: String
  /// The wordings of its question; none when its columns are known by their own headings alone.
  package var wordings: [String]
  /// The texts of the choice, which stand behind the question in the heading.
  package let texts: [String]

  package init(_ kind: Kind, of question: String, wordings: [String], texts: [String] = []) {
    self.kind = kind
    self.question = question
    self.wordings = wordings
    self.texts = texts
  }
}

/// What the cells of a column look like.
package enum AnswerForm: Sendable, Hashable {
  case oneOf([String])
  /// Several of a list in one cell.
  case severalOf([String])
  case number
  case date
}

/// What the pipeline fixes about the form of a source's files; nil is decided by looking.
package struct LoadRequest: Sendable {
  package let source: String
  package private(set) var columns: [RequestedColumn]
  package let delimiter: UInt8?
  package let quote: UInt8?
  package let encoding: TextEncoding?
  /// Whether spaces at the ends of cells are handed on, unless they are how the file is laid out.
  ///
  /// Cleaning has no use for them.
  package let keepsOuterSpaces: Bool
  /// The survey tool that the files come from.
  package let preset: StatedPreset
  /// Whether each further heading is meant for a code, and a problem.
  package let isCodingSheet: Bool

  package init(
    source: String, columns: [RequestedColumn], delimiter: UInt8? = nil, quote: UInt8? = nil,
    encoding: TextEncoding? = nil, keepsOuterSpaces: Bool = false,
    preset: StatedPreset = .notStated, isCodingSheet: Bool = false
  ) {
    self.isCodingSheet = isCodingSheet
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
      keepsOuterSpaces: keepsOuterSpaces, preset: preset, isCodingSheet: isCodingSheet)
  }

  /// The request with one more heading for a column, or one more wording of a question.
  package func accepting(_ heading: String, for name: String) -> LoadRequest {
    var request = self
    for index in columns.indices {
      if columns[index].name == name { request.columns[index].headers.append(heading) }
      if columns[index].part?.question == name {
        request.columns[index].part?.wordings.append(heading)
      }
    }
    return request
  }

  /// The request with what the name of each file tells about its rows.
  package func filled(byFile values: [String: [String: String]]) -> LoadRequest {
    var request = self
    for index in columns.indices {
      for (path, texts) in values {
        if let text = texts[columns[index].name] {
          request.columns[index].valueOfFile?[path] = text
        }
      }
    }
    return request
  }
}
