import Cleaning
package import EvaluationData

/// Reads a code book in the REFI-QDA exchange format (`.qdc`), as NVivo, ATLAS.ti, MAXQDA and
/// others write it.
package func readQDC(_ path: String, shown: String) throws(InvalidSpec) -> CodeBook {
  func fault(_ message: String, line: Int = 0) -> InvalidSpec {
    InvalidSpec(errors: [
      SpecError(file: shown, line: line, column: 0, message: message, text: nil)
    ])
  }
  let bytes: [UInt8]
  do {
    bytes = try OpenFile(path).bytes()
  } catch {
    throw fault("cannot be read: \(error)")
  }
  let root: XMLElement
  do {
    root = try parseXML(bytes)
  } catch {
    throw fault("this is no XML that can be read: \(error.reason)", line: error.line)
  }
  guard root.name == "CodeBook" else {
    throw fault(
      "expected a REFI-QDA code book, which begins with <CodeBook>; export the code book, not the "
        + "project", line: root.line)
  }
  var reader = QDCReader()
  for codes in root.children where codes.name == "Codes" {
    for code in codes.children where code.name == "Code" { reader.read(code, parent: nil) }
  }
  if let line = reader.nameless { throw fault("this code has no name", line: line) }
  guard !reader.entries.isEmpty else { throw fault("has no codes") }
  let file = lastComponent(of: shown)
  return CodeBook(
    title: file.hasSuffix(".qdc") ? String(file.dropLast(4)) : file, entries: reader.entries)
}

private struct QDCReader {
  private(set) var entries: [CodeBook.Entry] = []
  /// The line of a code without a name.
  private(set) var nameless: Int?
  private var names: Set<String> = []

  mutating func read(_ element: XMLElement, parent: Int?) {
    let label = (element.attributes["name"] ?? "").trimmingWhiteSpace
    if label.isEmpty, nameless == nil { nameless = element.line }
    let name = unique(Named.slug(label))
    var entry = CodeBook.Entry(
      name: Named(name, label: label), id: element.attributes["guid"] ?? uuid(of: name))
    entry.parent = parent
    entry.colour = element.attributes["color"]
    for description in element.children where description.name == "Description" {
      entry.read(description: description.text)
    }
    let place = entries.count
    entries.append(entry)
    for code in element.children where code.name == "Code" { read(code, parent: place) }
  }

  /// Two codes may have one label under different parents; their names must differ.
  private mutating func unique(_ name: String) -> String {
    var candidate = name
    var number = 2
    while !names.insert(candidate).inserted {
      candidate = "\(name)-\(number)"
      number += 1
    }
    return candidate
  }
}
