import CExpat

/// An element of an XML file with what is in it.
struct XMLElement {
  /// Without the namespace.
  let name: String
  let attributes: [String: String]
  /// From 1.
  let line: Int
  /// What stands in it outside other elements.
  var text = ""
  var children: [XMLElement] = []
}

/// Why a file cannot be read as XML, and where.
struct XMLFault: Error {
  let line: Int
  let reason: String
}

/// Reads an XML file whole.
///
/// A document type declaration is refused: nothing that we read needs one, and one can make a
/// small file into a huge one.
func parseXML(_ bytes: [UInt8]) throws(XMLFault) -> XMLElement {
  guard let parser = unsafe XML_ParserCreateNS(nil, XML_Char(UInt8(ascii: " "))) else {
    throw XMLFault(line: 0, reason: "there is not enough memory")
  }
  defer { unsafe XML_ParserFree(parser) }
  let builder = unsafe XMLBuilder(parser: parser)
  unsafe XML_SetUserData(parser, Unmanaged.passUnretained(builder).toOpaque())
  unsafe XML_SetElementHandler(
    parser,
    { data, name, attributes in
      unsafe XMLBuilder.from(data)?.start(name, attributes)
    },
    { data, _ in unsafe XMLBuilder.from(data)?.end() })
  unsafe XML_SetCharacterDataHandler(parser) { data, text, count in
    unsafe XMLBuilder.from(data)?.add(text, Int(count))
  }
  unsafe XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
    unsafe XMLBuilder.from(data)?.stop("a document type declaration is not read")
  }
  guard bytes.count <= XMLBuilder.largest else {
    throw XMLFault(line: 0, reason: "is larger than 100 MB")
  }
  let status = unsafe bytes.withUnsafeBytes { buffer in
    unsafe XML_Parse(
      parser, buffer.bindMemory(to: CChar.self).baseAddress, CInt(buffer.count), 1)
  }
  guard status == XML_STATUS_OK, let root = builder.root else {
    let line = unsafe Int(XML_GetCurrentLineNumber(parser))
    let known = unsafe XML_ErrorString(XML_GetErrorCode(parser)).map { unsafe String(cString: $0) }
    throw XMLFault(line: line, reason: builder.fault ?? known ?? "is no XML")
  }
  return root
}

/// Puts the elements together as they come.
@safe
private final class XMLBuilder {
  static let largest = 100_000_000
  /// Deeper nesting is no code book, and might be meant to break its reader.
  private static let deepest = 100

  private let parser: XML_Parser
  private var open: [XMLElement] = []
  private(set) var root: XMLElement?
  private(set) var fault: String?

  init(parser: XML_Parser) { unsafe self.parser = parser }

  static func from(_ data: UnsafeMutableRawPointer?) -> XMLBuilder? {
    unsafe data.map { unsafe Unmanaged<XMLBuilder>.fromOpaque($0).takeUnretainedValue() }
  }

  func start(
    _ name: UnsafePointer<XML_Char>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
  ) {
    guard open.count < XMLBuilder.deepest else {
      return stop("elements stand in each other more than \(XMLBuilder.deepest) deep")
    }
    var known: [String: String] = [:]
    var index = 0
    while let attributes = unsafe attributes, let key = unsafe attributes[index],
      let value = unsafe attributes[index + 1]
    {
      unsafe known[localName(key)] = unsafe String(cString: value)
      index += 2
    }
    let line = unsafe Int(XML_GetCurrentLineNumber(parser))
    let name = unsafe name.map { unsafe localName($0) } ?? ""
    open.append(XMLElement(name: name, attributes: known, line: line))
  }

  func end() {
    guard let closed = open.popLast() else { return }
    if open.isEmpty { root = closed } else { open[open.count - 1].children.append(closed) }
  }

  func add(_ text: UnsafePointer<XML_Char>?, _ count: Int) {
    guard !open.isEmpty, let text = unsafe text else { return }
    let bytes = unsafe UnsafeRawBufferPointer(start: text, count: count)
    open[open.count - 1].text += unsafe String(decoding: bytes, as: UTF8.self)
  }

  func stop(_ reason: String) {
    if fault == nil { fault = reason }
    _ = unsafe XML_StopParser(parser, XML_Bool(XML_FALSE))
  }

  /// With namespaces the parser gives the namespace, a space and the name.
  private func localName(_ text: UnsafePointer<XML_Char>) -> String {
    let name = unsafe String(cString: text)
    return name.split(separator: " ").last.map(String.init) ?? name
  }
}
