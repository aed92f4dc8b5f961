import EvaluationData
import Loading
import Testing

/// "Id,Comment" and one row, in letters that most encodings write differently.
private let text = "Id,Comment\n1,Café – £5 “fine”\n"

/// What stands in a loaded text where a byte fits no letter.
private let damaged = String(decoding: SourceTable.damageMark, as: UTF8.self)

private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
  text.utf16.flatMap { unit in
    let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    return bigEndian ? bytes.reversed() : bytes
  }
}

private func load(_ bytes: [UInt8], as encoding: TextEncoding? = nil) async throws
  -> Checked<SourceTable>
{
  try await load([.inMemory(bytes)], headings: ["Id", "Comment"], encoding: encoding)
}

struct TextEncodingTests {
  @Test(arguments: [
    (Array(text.utf8), "UTF-8"),
    ([0xEF, 0xBB, 0xBF] + Array(text.utf8), "UTF-8 with BOM"),
    (utf16(text, bigEndian: false), "UTF-16LE"),
    ([0xFF, 0xFE] + utf16(text, bigEndian: false), "UTF-16LE"),
    (utf16(text, bigEndian: true), "UTF-16BE"),
    ([0xFE, 0xFF] + utf16(text, bigEndian: true), "UTF-16BE"),
  ])
  func `each Unicode encoding is recognised`(bytes: [UInt8], name: String) async throws {
    let loaded = try await load(bytes)
    #expect(loaded.rows == [["1", "Café – £5 “fine”"]])
    #expect(loaded.value.files.map(\.encoding) == [name])
    #expect(loaded.messages == [])
  }

  @Test func `an encoding is recognised however the file is cut into pieces`() async throws {
    let bytes = [0xFF, 0xFE] + utf16(text, bigEndian: false)
    let file = InputFile.inMemory(bytes, pieces: [1])
    #expect(
      try await load([file], headings: ["Id", "Comment"]).rows == [["1", "Café – £5 “fine”"]])
  }

  @Test func `a letter outside the basic plane survives UTF-16`() async throws {
    let bytes = utf16("Id,Comment\n1,thanks 🙂\n", bigEndian: false)
    #expect(try await load(bytes).rows == [["1", "thanks 🙂"]])
  }

  @Test(
    arguments: [
      ([0xE9], "é"), ([0x96], "–"), ([0xA3], "£"), ([0x93, 0x61, 0x94], "“a”"),
      ([0x91, 0x61, 0x92], "‘a’"), ([0x80], "€"), ([0x85], "…"),
    ] as [([UInt8], String)])
  func `Windows-1252 is recognised by its letters`(letters: [UInt8], expected: String) async throws
  {
    let bytes = Array("Id,Comment\n1,caf ".utf8) + letters + Array(" later\n".utf8)
    let loaded = try await load(bytes)
    #expect(loaded.rows == [["1", "caf \(expected) later"]])
    #expect(loaded.value.files.map(\.encoding) == ["Windows-1252"])
    #expect(loaded.messages == [])
  }

  @Test func `a byte that Windows-1252 does not have is a problem with its line`() async throws {
    let bytes = Array("Id,Comment\n1,fine\n2,caf".utf8) + [0xE9, 0x81] + Array("\n3,last\n".utf8)
    let loaded = try await load(bytes)
    #expect(loaded.rows == [["1", "fine"], ["2", "café\(damaged)"], ["3", "last"]])
    #expect(
      loaded.messages == [
        "a.csv:3: undecodable-bytes: expected text in Windows-1252; the file's byte 24 is no letter"
      ])
  }

  @Test func `UTF-8 with a damaged letter is a problem with its line`() async throws {
    let bytes =
      Array("Id,Comment\n1,Café naïve\n2,\"two\nlines\"\n3,caf".utf8) + [0xC3]
      + Array(" end\n4,last\n".utf8)
    let loaded = try await load(bytes)
    #expect(
      loaded.rows
        == [
          ["1", "Café naïve"], ["2", "two\nlines"], ["3", "caf\(damaged) end"], ["4", "last"],
        ])
    #expect(
      loaded.messages == [
        "a.csv:5: undecodable-bytes: expected text in UTF-8; the file's byte 45 is no letter"
      ])
  }

  @Test(arguments: ["\r", "\r\n", "\n"])
  func `the line of a damaged letter is right for every line ending`(end: String) async throws {
    let bytes =
      Array("Id,Comment\(end)1,é\(end)2,é\(end)3,".utf8) + [0xFF] + Array("\(end)".utf8)
    #expect(
      try await load(bytes).messages == [
        "a.csv:4: undecodable-bytes: expected text in UTF-8; the file's byte "
          + "\(bytes.count - 1 - end.utf8.count) is no letter"
      ])
  }

  @Test func `a damaged letter far into the file is found`() async throws {
    let row = "1,naïve but fine\n"
    let count = (1 << 20) / row.utf8.count + 10
    let bytes =
      Array("Id,Comment\n".utf8) + Array(String(repeating: row, count: count).utf8)
      + [0x32, 0x2C, 0xC3, 0x0A]
    #expect(
      try await load(bytes).messages
        == [
          "a.csv:\(count + 2): undecodable-bytes: expected text in UTF-8; the file's byte \(bytes.count - 2) is no letter"
        ])
  }

  @Test func `a damaged letter after a byte order mark does not make it Windows-1252`() async throws
  {
    let bytes = [0xEF, 0xBB, 0xBF] + Array("Id,Comment\n1,caf".utf8) + [0xE9, 0x0A]
    let loaded = try await load(bytes)
    #expect(loaded.rows == [["1", "caf\(damaged)"]])
    #expect(
      loaded.messages == [
        "a.csv:2: undecodable-bytes: expected text in UTF-8; the file's byte 19 is no letter"
      ])
  }

  @Test func `the encoding that the pipeline fixes is used`() async throws {
    // In UTF-8 the bytes are "é", in Windows-1252 "Ã©".
    let valid = Array("Id,Comment\n1,é\n".utf8)
    let fixed = try await load(valid, as: .windows1252)
    #expect(fixed.rows == [["1", "Ã©"]])
    #expect(fixed.value.files.map(\.encoding) == ["Windows-1252"])
  }

  @Test func `UTF-8 that the pipeline fixes is not taken for Windows-1252`() async throws {
    let bytes = Array("Id,Comment\n1,caf".utf8) + [0xE9, 0x0A]
    let loaded = try await load(bytes, as: .utf8)
    #expect(loaded.rows == [["1", "caf\(damaged)"]])
    #expect(
      loaded.messages == [
        "a.csv:2: undecodable-bytes: expected text in UTF-8; the file's byte 16 is no letter"
      ])
  }

  @Test func `a byte order mark is passed over where the encoding is fixed`() async throws {
    let bytes = [0xFF, 0xFE] + utf16(text, bigEndian: false)
    #expect(try await load(bytes, as: .utf16LittleEndian).rows == [["1", "Café – £5 “fine”"]])
  }

  @Test(arguments: [nil, TextEncoding.utf8, .windows1252])
  func `a picture and a workbook are refused`(fixed: TextEncoding?) async {
    let picture: [UInt8] = [
      0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52, 0, 0,
      2, 0, 0, 0, 2, 0, 8, 6, 0, 0, 0, 0xF4, 0x78, 0xD4, 0xFA,
    ]
    let workbook: [UInt8] =
      [0x50, 0x4B, 3, 4, 0x14, 0, 6, 0, 8, 0, 0, 0, 0x21, 0] + Array("xl/workbook.xml".utf8)
    await #expect(throws: LoadError.binary(file: "a.csv")) { try await load(picture, as: fixed) }
    await #expect(throws: LoadError.binary(file: "a.csv")) { try await load(workbook, as: fixed) }
  }

  @Test func `zero bytes are left out, each line with a problem`() async throws {
    let loaded = try await load(Array("Id,Comment\n1,a\0b\n2,\"c\nd\0\"\n3,e\n".utf8))
    #expect(loaded.rows == [["1", "ab"], ["2", "c\nd"], ["3", "e"]])
    #expect(
      loaded.messages == [
        "a.csv:2: nul-byte: expected text without zero bytes",
        "a.csv:4: nul-byte: expected text without zero bytes",
      ])
  }

  @Test func `a file with many zero bytes is no text`() async {
    await #expect(throws: LoadError.binary(file: "a.csv")) {
      try await load(Array("Id,Comment\n1,a\0\0\0b\n".utf8))
    }
  }

  @Test(arguments: ["<!DOCTYPE html>\n<html>", "  <html lang=\"en\">\n"])
  func `a web page is refused`(beginning: String) async {
    await #expect(throws: LoadError.webPage(file: "a.csv")) {
      try await load(Array("\(beginning)<p>Id,Comment</p>\n".utf8))
    }
  }

  @Test(
    arguments: [
      ([0x63, 0x61, 0x66, 0x8E], "café"), ([0x64, 0x6F, 0x6E, 0xD5, 0x74], "don’t"),
      ([0xD2, 0x79, 0x65, 0x73, 0xD3], "“yes”"),
      ([0x6C, 0x69, 0x74, 0x74, 0x6C, 0x65, 0xCA], "little\u{A0}"),
    ] as [([UInt8], String)])
  func `Mac Roman is recognised by where its letters stand`(
    letters: [UInt8], expected: String
  ) async throws {
    let loaded = try await load(Array("Id,Comment\n1,a ".utf8) + letters + Array(" b\n".utf8))
    #expect(loaded.rows == [["1", "a \(expected) b"]])
    #expect(loaded.value.files.map(\.encoding) == ["Mac Roman"])
  }

  @Test(
    arguments: [
      ([0xA4, 0x35], "€5"), ([0x63, 0xBD, 0x75, 0x72], "cœur"), ([0xB4, 0x69, 0x67, 0x61], "Žiga"),
    ] as [([UInt8], String)])
  func `ISO-8859-15 is recognised where it differs from Windows-1252`(
    letters: [UInt8], expected: String
  ) async throws {
    let loaded = try await load(Array("Id,Comment\n1,a ".utf8) + letters + Array(" b\n".utf8))
    #expect(loaded.rows == [["1", "a \(expected) b"]])
    #expect(loaded.value.files.map(\.encoding) == ["ISO-8859-15"])
  }

  @Test(arguments: [
    (TextEncoding.utf32LittleEndian, [0xFF, 0xFE, 0, 0]),
    (.utf32BigEndian, [0, 0, 0xFE, 0xFF]), (.utf32LittleEndian, []), (.utf32BigEndian, []),
  ])
  func `UTF-32 is recognised with its mark and without`(
    encoding: TextEncoding, mark: [UInt8]
  ) async throws {
    let letters = "Id,Comment\n1,Zoë 🌻\n2,Пётр\n".unicodeScalars.flatMap { scalar in
      let bytes = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: scalar.value >> $0) }
      return encoding == .utf32BigEndian ? bytes : bytes.reversed()
    }
    let loaded = try await load(mark + letters)
    #expect(loaded.rows == [["1", "Zoë 🌻"], ["2", "Пётр"]])
    #expect(loaded.value.files.map(\.encoding) == [encoding.rawValue])
    #expect(loaded.messages == [])
  }

  @Test(arguments: [true, false])
  func `UTF-16 without a mark is recognised in any script`(isBigEndian: Bool) async throws {
    let text = "Id,Comment\n1,Анна Пётр Москва\n2,王小明和李华都来了\n"
    let bytes = text.utf16.flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit)]
      return isBigEndian ? bytes : bytes.reversed()
    }
    let loaded = try await load(bytes)
    #expect(loaded.rows == [["1", "Анна Пётр Москва"], ["2", "王小明和李华都来了"]])
    #expect(loaded.value.files.map(\.encoding) == [isBigEndian ? "UTF-16BE" : "UTF-16LE"])
  }

  @Test func `letters as DOS wrote them are recognised`() async throws {
    let bytes =
      Array("Id,Comment\n1,caf".utf8) + [0x82] + Array(" M".utf8) + [0x81]
      + Array("ller\n2,".utf8) + [0x9C] + Array("5 a d\n".utf8)
    let loaded = try await load(bytes)
    #expect(loaded.rows == [["1", "café Müller"], ["2", "£5 a d"]])
    #expect(loaded.value.files.map(\.encoding) == ["CP850"])
  }

  @Test func `a script that is not Latin is recognised`() async throws {
    // "Ивана Петрова;Спасибо за помощь" and the like in Windows-1251.
    let text = "Имя,Отзыв\nИвана Петрова,Спасибо за помощь и доброту\nАнна,Очень долго ждали\n"
    let bytes = text.unicodeScalars.map { scalar in
      scalar.value < 0x80 ? UInt8(scalar.value) : UInt8(scalar.value - 0x0410 + 0xC0)
    }
    let loaded = try await load([.inMemory(bytes)], headings: ["Имя", "Отзыв"])
    #expect(loaded.value.files.map(\.encoding) == ["Windows-1251"])
    #expect(loaded.rows.first == ["Ивана Петрова", "Спасибо за помощь и доброту"])
  }

  @Test func `UTF-8 but for two bytes of another encoding is said to be just that`() async throws {
    let bytes =
      Array("Id,Comment\n1,Café naïve\n2,señor\n".utf8) + Array("3,caf".utf8) + [0xE9, 0x0A]
      + Array("4,it".utf8) + [0x92] + Array("s fine\n5,last".utf8)
    let loaded = try await load(bytes)
    #expect(
      loaded.value.files.map(\.encoding)
        == ["UTF-8 but for 2 bytes, which look like Windows-1252"])
    #expect(loaded.problems.map(\.kind) == [.undecodableBytes, .undecodableBytes])
    #expect(loaded.problems.map(\.address.line) == [4, 5])
    #expect(loaded.value.isDamaged)
    #expect(loaded.rows.last == ["5", "last"])
  }

  @Test func `letters that were converted twice are told once`() async throws {
    let twice = String(decoding: Array("Zoë’s".utf8).map { UInt16($0) }, as: UTF16.self)
    let loaded = try await load("Id,Comment\n1,fine\n2,ZoÃ«\n3,\(twice)Â£5\n", headings: ["Id"])
    #expect(
      loaded.messages == [
        "a.csv:3: twice-encoded: expected letters such as é and ’; in 4 places they seem to have "
          + "been converted twice"
      ])
    #expect(loaded.rows.count == 3)
  }
}
