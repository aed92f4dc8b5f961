import Foundation
import Testing

/// Code books from tagging rules and back, by the binary.
@Suite struct CodeBookTests {
  private static let tags = """
    title: Cards
    codes:
      practical:
        label: Being able to come
        colour: "#4E6A78"
      travel:
        label: Bus & <train>
        parent: practical
        definition: "The way \\"there\\"."
        include: its length
        exclude: [the room, the day]
        examples: {match: Two buses!, no_match: A tram}
        rules: [{match: "bus*"}]
    """

  private func workspace() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try Data(CodeBookTests.tags.utf8).write(to: folder.url.appending(path: "tags.yaml"))
    return folder
  }

  /// Prints name, parent, colour and description of each code, by an XML reader of another make.
  private static let independentReader = """
    import sys, xml.etree.ElementTree as tree
    space = "{urn:QDA-XML:codebook:1.0}"
    def show(code, parent):
        text = code.find(space + "Description")
        print([code.get("name"), parent, code.get("color"), None if text is None else text.text])
        assert len(code.get("guid").split("-")) == 5 and code.get("isCodable") == "true"
        for part in code.findall(space + "Code"):
            show(part, code.get("name"))
    for code in tree.parse(sys.argv[1]).getroot().find(space + "Codes"):
        show(code, None)
    """

  @Test func `an independent reader finds the codes of a code book`() throws {
    let folder = try workspace()
    let written = try run(
      countin, ["rules", "codebook", "tags.yaml", "--output", "cards.qdc"], in: folder.url)
    #expect(written.exitCode == 0)
    let read = try run(
      URL(filePath: "/usr/bin/env"),
      ["python3", "-c", CodeBookTests.independentReader, "cards.qdc"], in: folder.url)
    #expect(read.exitCode == 0)
    #expect(
      read.output == #"""
        ['Being able to come', None, '#4e6a78', None]
        ['Bus & <train>', 'Being able to come', None, 'The way "there".\n\nGive it for:\n- its length\n\nDo not give it for:\n- the room\n- the day\n\nExamples:\n- Two buses!\n\nNot this code:\n- A tram']

        """#)
  }

  @Test func `a code book comes back as tagging rules`() throws {
    let folder = try workspace()
    let arguments = ["rules", "codebook", "tags.yaml", "--output", "cards.qdc"]
    #expect(try run(countin, arguments, in: folder.url).exitCode == 0)
    let imported = try run(countin, ["rules", "import", "cards.qdc"], in: folder.url)
    #expect(
      imported.output == """
        # The codes of cards.qdc. Add to each code the rules that find it:
        #
        #     rules:
        #       - match: ["word", "other words"]
        #
        # Until then nothing gets the code. Examples are comments here, for without rules they fail;
        # take the # away when there are rules.
        title: cards
        codes:
          being-able-to-come:
            label: Being able to come
            colour: "#4e6a78"
          bus-train:
            label: "Bus & <train>"
            parent: being-able-to-come
            definition: "The way \\"there\\"."
            include:
              - its length
            exclude:
              - the room
              - the day
            # examples:
            #   match:
            #     - Two buses!
            #   no_match:
            #     - A tram

        """)
    try Data(imported.output.utf8).write(to: folder.url.appending(path: "again.yaml"))
    let tested = try run(countin, ["rules", "test", "again.yaml"], in: folder.url)
    #expect(tested.exitCode == 0)
    #expect(tested.output == "again.yaml: no examples\n")
  }

  @Test func `a workbook is a workbook`() throws {
    let folder = try workspace()
    let written = try run(
      countin, ["rules", "codebook", "tags.yaml", "--output", "cards.xlsx"], in: folder.url)
    #expect(written.exitCode == 0)
    let shown = try run(
      URL(filePath: "/usr/bin/env"), ["unzip", "-p", "cards.xlsx", "xl/sharedStrings.xml"],
      in: folder.url)
    #expect(shown.output.contains("Bus &amp; &lt;train&gt;"))
    #expect(shown.output.contains("the room\nthe day"))
  }

  @Test(arguments: ["md", "qdc", "xlsx"])
  func `a code book takes the place of the one before, or leaves everything as it was`(
    _ kind: String
  ) throws {
    let folder = try workspace()
    let arguments = ["rules", "codebook", "tags.yaml", "--output", "cards.\(kind)"]
    let place = folder.url.appending(path: "cards.\(kind)")
    try Data("the one before".utf8).write(to: place)
    #expect(try run(countin, arguments, in: folder.url).exitCode == 0)
    #expect(try Data(contentsOf: place) != Data("the one before".utf8))
    try FileManager.default.removeItem(at: place)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: false)
    let refused = try run(countin, arguments, in: folder.url)
    #expect(refused.exitCode == 73)
    #expect(
      refused.errors
        == "error: cards.\(kind): cannot write: Is a directory; choose another name or another "
        + "folder with --output\n")
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(left.sorted() == ["cards.\(kind)", "tags.yaml"])
  }

  /// What a file is that is no code book, and what is said of it.
  @Test(arguments: [
    ("codes: x", "codes.qdc:1: this is no XML that can be read: syntax error"),
    ("<a>", "codes.qdc:1: this is no XML that can be read: no element found"),
    (
      "<Project/>",
      "codes.qdc:1: expected a REFI-QDA code book, which begins with <CodeBook>; export the code "
        + "book, not the project"
    ),
    ("<CodeBook><Codes/></CodeBook>", "codes.qdc: has no codes"),
    ("<CodeBook><Codes>\n<Code/></Codes></CodeBook>", "codes.qdc:2: this code has no name"),
    (
      "<!DOCTYPE a [<!ENTITY b 'c'>]>\n<CodeBook>&b;</CodeBook>",
      "codes.qdc:1: this is no XML that can be read: a document type declaration is not read"
    ),
    (
      String(repeating: "<Code>", count: 200_000),
      "codes.qdc:1: this is no XML that can be read: elements stand in each other more than 100 "
        + "deep"
    ),
  ])
  func `what is no code book is refused`(_ text: String, _ message: String) throws {
    let folder = try TemporaryFolder()
    try Data(text.utf8).write(to: folder.url.appending(path: "codes.qdc"))
    let outcome = try run(countin, ["rules", "import", "codes.qdc"], in: folder.url)
    #expect(outcome.exitCode == 78)
    #expect(outcome.errors == "error: \(message)\n")
    #expect(outcome.output == "")
  }
}
