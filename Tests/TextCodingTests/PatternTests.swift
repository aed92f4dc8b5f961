import Testing
import TextCoding

@Suite struct PatternTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let pattern: String
    let text: String
    let found: [String]

    init(_ pattern: String, _ text: String, _ found: [String]) {
      self.pattern = pattern
      self.text = text
      self.found = found
    }

    var testDescription: String { "\(pattern) in \(text)" }
  }

  @Test(arguments: [
    Case("staff", "The staff, staffing and STAFF.", ["staff", "STAFF"]),
    Case(
      "kind staff", "kind  staff; kind, staff and unkind staff", ["kind  staff", "kind, staff"]),
    Case("(kind|rude) staff", "rude staff and kind staff", ["rude staff", "kind staff"]),
    Case("very [very] good", "very good, very very good", ["very good", "very very good"]),
    Case("good [(staff|food)]", "good staff, good", ["good staff", "good"]),
  ])
  func `words, alternatives and optional words`(_ item: Case) async throws {
    #expect(try await Responses.found(item.pattern, in: item.text) == item.found)
  }

  @Test(arguments: [
    Case("listen*", "Listen, listened, unlistened", ["Listen", "listened"]),
    Case("*able", "able, unable, ablest", ["able", "unable"]),
    Case("*list*", "A list, enlisted and a lisp", ["list", "enlisted"]),
    Case("(wait*|*queue) long", "waiting long, a queue long", ["waiting long", "queue long"]),
    Case("no* inter*", "nobody interrupts", ["nobody interrupts"]),
  ])
  func `a star stands for any letters, also none`(_ item: Case) async throws {
    #expect(try await Responses.found(item.pattern, in: item.text) == item.found)
  }

  // The matcher compares the first eight bytes of a word at once.
  @Test(arguments: [
    Case("so <1> helpful", "so helpful, so helpfully", ["so helpful"]),
    Case("so <1> kindness", "so kindness, so kindnes, so kindnessy", ["so kindness"]),
    Case("so <1> kindness*", "so kindnes, so kindnesses", ["so kindnesses"]),
    Case("so <1> thoughtful", "so thoughtfuly, so thoughtfux, so thoughtful", ["so thoughtful"]),
    Case("so <1> thoughtful*", "so thoughtfu, so thoughtfully", ["so thoughtfully"]),
    Case(
      "so <1> *thoughtful", "so thoughtful, so unthoughtful", ["so thoughtful", "so unthoughtful"]),
    Case(
      "so (k*|kind|a|*ness|rude) it", "so a it, so kin it, so illness it, so rud it",
      ["so a it", "so kin it", "so illness it"]),
  ])
  func `words of any length are compared to their last letter`(_ item: Case) async throws {
    #expect(try await Responses.found(item.pattern, in: item.text) == item.found)
  }

  @Test(arguments: [
    Case("not <2> heard", "not heard", ["not heard"]),
    Case("not <2> heard", "not really ever heard", ["not really ever heard"]),
    Case("not <2> heard", "not once in all heard", []),
    Case("not <3> heard", "not heard and heard", ["not heard"]),
    Case("not <2> heard", "not not not heard", ["not not not heard"]),
    Case("^ <2> staff", "so kind staff", ["so kind staff"]),
    Case("^ <2> staff", "so very kind staff", []),
    Case("staff <1> $", "kind staff here", ["staff here"]),
    Case("staff <1> $", "kind staff over here", []),
  ])
  func `a gap skips up to so many words, as few as it can`(_ item: Case) async throws {
    #expect(try await Responses.found(item.pattern, in: item.text) == item.found)
  }

  @Test(arguments: [
    Case("felt <~2> heard", "felt heard. Heard was felt", ["felt heard", "Heard was felt"]),
    Case("felt <~2> heard", "felt that we were heard", []),
    Case("felt <~2> heard", "I felt. Heard by all", []),
    Case("felt <~1> heard", "heard felt heard", ["heard felt", "felt heard"]),
    Case("so [very] <~1> (kind|rude)", "rude, so very. Kind so", ["rude, so very", "Kind so"]),
    Case(
      "tea <~1> bus <~1> rain", "rain and tea, bus. Bus tea the rain",
      ["rain and tea, bus", "Bus tea the rain"]),
    Case("tea <~1> bus <~1> rain", "tea bus and in rain", []),
    Case("felt <~1> heard", "felt heard felt", ["felt heard", "heard felt"]),
    Case("^ felt <~2> heard $", "Heard. Felt", []),
    Case("^ felt <~2> heard $", "Heard and felt.", ["Heard and felt"]),
  ])
  func `words near each other are found in any order`(_ item: Case) async throws {
    #expect(try await Responses.found(item.pattern, in: item.text) == item.found)
  }

  @Test(arguments: [
    Case("^good", "Good food, good staff", ["Good"]),
    Case("^good", "Not good", []),
    Case("good$", "good, so good!", ["good"]),
    Case("good$", "good food", []),
    Case("^all good$", " -- All good. ", ["All good"]),
    Case("^all good$", "All good here", []),
    Case("^good", "❤️ Good", ["Good"]),
    Case("good$", "good ❤️", ["good"]),
  ])
  func `the start and the end are those of the response`(_ item: Case) async throws {
    #expect(try await Responses.found(item.pattern, in: item.text) == item.found)
  }

  @Test(arguments: [
    Case("follow-up", "a follow-up, a follow up, a followup", ["follow-up", "follow up"]),
    Case("follow up", "follow-up", ["follow-up"]),
    Case("don't know", "I don't know, don’t know, dont know", ["don't know", "don’t know"]),
    Case("don’t", "don't, don’t, donʼt, don‘t", ["don't", "don’t", "donʼt", "don‘t"]),
    Case("nurse", "the nurse's 'nurse' nurses'", ["nurse"]),
    Case("nurse*", "the nurse's nurses'", ["nurse's", "nurses"]),
  ])
  func `a hyphen parts words, an apostrophe inside does not`(_ item: Case) async throws {
    #expect(try await Responses.found(item.pattern, in: item.text) == item.found)
  }

  @Test(arguments: [
    Case("good staff", "Good. Staff were late", []),
    Case("good staff", "Good! Staff", []),
    Case("good staff", "Good? Staff", []),
    Case("good staff", "Good… staff", []),
    Case("good staff", "Good\nstaff", []),
    Case("good staff", "Good\r\nstaff", []),
    Case(
      "good staff", "Good, staff; good: staff (good) staff",
      [
        "Good, staff", "good: staff", "good) staff",
      ]),
    Case("good <5> staff", "Good. So are the staff", []),
    Case("waited 3.5 hours", "waited 3.5 hours", ["waited 3.5 hours"]),
    Case("waited <3> hours", "waited 3.5 hours", ["waited 3.5 hours"]),
    Case("waited <3> hours", "waited 3. 5 hours", []),
    Case("staff$", "Staff. Good staff", ["staff"]),
  ])
  func `a match stays within one sentence`(_ item: Case) async throws {
    #expect(try await Responses.found(item.pattern, in: item.text) == item.found)
  }

  @Test(arguments: [
    Case("café", "CAFÉ café cafe", ["CAFÉ", "café"]),
    // A letter and its accent may be one sign or two.
    Case("café", "cafe\u{301} CAFE\u{301}s", ["cafe\u{301}"]),
    Case("cafe\u{301}*", "café CAFÉS", ["café", "CAFÉS"]),
    Case("bế", "be\u{302}\u{301} bê\u{301}", ["be\u{302}\u{301}", "bê\u{301}"]),
    Case("w\u{302}yr", "Ŵyr W\u{302}yr wyr", ["Ŵyr", "W\u{302}yr"]),
    Case("cafe", "cafe\u{301}", []),
    Case("ŵyr", "Fy ŴYR a'm hŵyr", ["ŴYR"]),
    Case("*ŵyr", "hŵyr", ["hŵyr"]),
    Case("مستشفى", "في مستشفى كبير", ["مستشفى"]),
    Case("спасибо", "СПАСИБО вам", ["СПАСИБО"]),
    Case("good staff", "good 😀 staff", ["good 😀 staff"]),
    Case("good staff", "good👍🏽staff", ["good👍🏽staff"]),
    Case("ward 12", "Ward 12, ward 120", ["Ward 12"]),
  ])
  func `letters of any script are compared without case`(_ item: Case) async throws {
    #expect(try await Responses.found(item.pattern, in: item.text) == item.found)
  }

  @Test func `matches of a pattern do not overlap, the leftmost comes first`() async throws {
    #expect(try await Responses.found("good good", in: "good good good") == ["good good"])
    #expect(
      try await Responses.found("good <1> good", in: "good so good so good") == ["good so good"])
  }

  @Test func `a pattern keeps the text it was written with`() throws {
    let text = "^(Kind|rude) <2> staff*"
    #expect(try Pattern(text).text == text)
    #expect(try Pattern("a  staff") != Pattern("the staff"))
  }
}
