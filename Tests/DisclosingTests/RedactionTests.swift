import Disclosing
import Foundation
import Testing

/// A sentence in which people marked what must not be shown.
private struct Labelled: CustomStringConvertible {
  let text: String
  let redactions: Set<Redaction>
  let isHeldOut: Bool

  private static let kinds: [String: RedactedKind] = [
    "name": .name, "phone": .phone, "email": .email, "link": .link, "handle": .handle,
    "postcode": .postcode, "address": .address, "nhs": .nhsNumber, "number": .number,
    "dob": .dateOfBirth, "date": .date,
  ]

  var description: String { text }

  init(_ line: Substring, isHeldOut: Bool) throws {
    var text = ""
    var redactions: Set<Redaction> = []
    for (index, part) in line.split(separator: "{", omittingEmptySubsequences: false).enumerated() {
      guard index > 0 else {
        text += part
        continue
      }
      let halves = part.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
      let marked = halves[0].split(separator: "|", maxSplits: 1)
      let kind = try #require(Labelled.kinds[String(marked[0])])
      let start = text.utf8.count
      text += marked[1]
      redactions.insert(Redaction(kind, start..<text.utf8.count))
      text += halves[1]
    }
    self.text = text
    self.redactions = redactions
    self.isHeldOut = isHeldOut
  }

  static func all() throws -> [Labelled] {
    let file = try #require(
      Bundle.module.url(
        forResource: "redaction", withExtension: "txt", subdirectory: "Fixtures"))
    var isHeldOut = false
    var sentences: [Labelled] = []
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      if line == "# held out" { isHeldOut = true }
      if !line.hasPrefix("#") { sentences.append(try Labelled(line, isHeldOut: isHeldOut)) }
    }
    return sentences
  }
}

@Suite struct RedactionTests {
  private func redacted(_ text: String, names: [String] = []) -> String {
    var bytes = Array(text.utf8)
    for redaction in Redactor(names: names).redactions(in: text).reversed() {
      bytes.replaceSubrange(redaction.range, with: Array(redaction.kind.placeholder.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `every labelled sentence is redacted as people marked it`() throws {
    let redactor = Redactor()
    let sentences = try Labelled.all()
    #expect(sentences.count >= 400)
    #expect(sentences.count { $0.redactions.isEmpty } >= 200)
    #expect(sentences.count { !$0.redactions.isEmpty } >= 180)
    #expect(sentences.count(where: \.isHeldOut) >= 120)
    for sentence in sentences {
      let found = Set(redactor.redactions(in: sentence.text))
      #expect(found == sentence.redactions, "\(sentence): \(redacted(sentence.text))")
    }
  }

  @Test func `parts are told in order, none overlapping another`() throws {
    let text = try Labelled.all().map(\.text).joined(separator: " ")
    let redactions = Redactor().redactions(in: text)
    #expect(redactions.count > 150)
    for (one, next) in zip(redactions, redactions.dropFirst()) {
      #expect(one.range.upperBound <= next.range.lowerBound)
    }
  }

  @Test func `each kind has a word of its own`() {
    #expect(
      RedactedKind.allCases.map(\.placeholder) == [
        "[name]", "[phone]", "[e-mail]", "[link]", "[handle]", "[postcode]", "[address]",
        "[NHS number]", "[number]", "[date of birth]", "[date]",
      ])
  }

  @Test func `a listed name is found whole, in parts, in any case, and in the possessive`() {
    let names = ["Blodwen Quillfeather", "Dr Tamsyn Oyelaran-Birch", "Siân Ó Dónaill"]
    func shown(_ text: String) -> String { redacted(text, names: names) }
    #expect(shown("Ask Blodwen Quillfeather about it.") == "Ask [name] about it.")
    #expect(shown("ask blodwen quillfeather about it") == "ask [name] about it")
    #expect(shown("QUILLFEATHER WAS LATE AGAIN") == "[name] WAS LATE AGAIN")
    #expect(shown("quillfeather's notes") == "[name]'s notes")
    #expect(shown("I saw Oyelaran-Birch.") == "I saw [name].")
    #expect(shown("Mrs Sian O Donaill") == "Mrs [name]")
  }

  @Test func `a listed name that is a word is left alone where it is one`() {
    let names = ["Hope Green", "Mark Young"]
    func shown(_ text: String) -> String { redacted(text, names: names) }
    #expect(shown("Hope you keep it going.") == "Hope you keep it going.")
    #expect(shown("I hope it stays green.") == "I hope it stays green.")
    #expect(shown("Younger people, young people.") == "Younger people, young people.")
    #expect(shown("hope green ran it") == "[name] ran it")
    #expect(shown("Then Hope spoke up.") == "Then [name] spoke up.")
  }

  @Test func `a list in another script is compared letter by letter`() {
    #expect(redacted("Спасибо Ольга", names: ["Ольга"]) == "Спасибо [name]")
    #expect(redacted("Спасибо Мария", names: ["Ольга"]) == "Спасибо Мария")
  }

  @Test func `accents, emoji and broken lines move no bytes`() {
    #expect(redacted("Zoë 👩🏽‍⚕️ rang me on 07700 900123 ❤️") == "[name] 👩🏽‍⚕️ rang me on [phone] ❤️")
    #expect(redacted("thanks\nSarah\nx") == "thanks\n[name]\nx")
    #expect(redacted("") == "")
    #expect(redacted("\u{0}\u{301}") == "\u{0}\u{301}")
  }

  @Test func `an NHS number is told from other numbers by its last digit`() {
    #expect(redacted("I wrote 9434765919 down") == "I wrote [NHS number] down")
    #expect(redacted("I wrote 9434765918 down") == "I wrote 9434765918 down")
    #expect(redacted("NHS number 943 476 5918") == "NHS number [NHS number]")
    #expect(redacted("NHS number 999 999 9999") == "NHS number 999 999 9999")
  }

  @Test func `what is redacted once has nothing more to redact`() throws {
    for sentence in try Labelled.all() {
      let once = redacted(sentence.text)
      #expect(redacted(once) == once, "\(sentence)")
    }
  }

  @Test func `a text of any bytes is taken apart without a stop`() {
    var random = SystemRandomNumberGenerator()
    let pieces = [
      "Dr ", "@", "07", "0", "+44 ", " ", "\n", ".", "'s", "é", "SW1A", "1AA", "(", "born ",
    ]
    for _ in 0..<300 {
      let text = (0..<30).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      for redaction in Redactor().redactions(in: text) {
        #expect(redaction.range.upperBound <= text.utf8.count && !redaction.range.isEmpty)
      }
    }
  }
}
