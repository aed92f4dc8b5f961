import Testing

@testable import Loading

struct HeadingFoldTests {
  /// Whether a wording finds a heading, and on which level.
  private func level(_ wording: String, _ heading: String) -> HeadingFold? {
    let (wanted, found) = (FoldedHeading(wording), FoldedHeading(heading))
    return HeadingFold.allCases.first { level in
      wanted.key(level, isNumbered: wanted.hasNumber)
        == found.key(level, isNumbered: wanted.hasNumber)
    }
  }

  @Test(
    arguments: [
      ("What is your age?", "  WHAT is\u{A0}your\n age? ", .letters),
      ("Don't you?", "Don’t you?", .letters),
      ("Age: 18-24", "Age: 18–24", .letters),
      ("Please say \"yes\"", "Please say “yes”", .letters),
      ("Why?", "<p><strong>Why?</strong></p>", .letters),
      ("Tea & cake", "Tea &amp;&nbsp;cake", .letters),
      ("It's so", "It&#39;s&#x20;so", .letters),
      ("Wait...", "Wait…", .letters),
      ("Office finances", "Oﬃce ﬁnances", .letters),
      ("Age?", "Ａｇｅ？", .letters),
      ("Café", "Cafe\u{301}", .letters),
      ("Name", "\u{FEFF}Na\u{200B}me", .letters),
      ("Agree? - I was heard", "Agree? [I was heard]", .joints),
      ("Agree? - I was heard", "Agree?: I was heard", .joints),
      ("part - activities", "part/activities", .joints),
      ("Age", "- Age", .joints),
      ("What is your age?", "What is your age", .endings),
      ("What is your age?", "What is your age?*", .endings),
      ("What is your age", "* What is your age:", .endings),
      ("Agree - I was heard", "Agree? [I was heard.]", .endings),
      ("What is your age?", "3. What is your age?", .numbers),
      ("What is your age?", "Q3.1.a. What is your age", .numbers),
      ("What is your age?", "12) What is your age?", .numbers),
      ("Being paid", "4.iv: Being paid", .numbers),
      ("said today Please", "3. said today<br>Please", .numbers),
      ("What is said today? Please add", "What is saidtoday?Please add", .spaces),
      ("3. What is said today?", "3. What is saidtoday?", .spaces),
      // What differs in meaning is found on no level.
      ("3. What is your age?", "What is your age?", nil),
      ("3. What is your age?", "4. What is your age?", nil),
      ("What is your age?", "What is your age group?", nil),
      ("Age <18", "Age 18", nil),
      ("2024 budget", "2025 budget", nil),
    ] as [(String, String, HeadingFold?)])
  func `a wording finds a heading that differs in form only`(
    wording: String, heading: String, expected: HeadingFold?
  ) {
    #expect(level(wording, heading) == expected)
  }

  @Test(arguments: [
    ("q3.1.a. text", "text"), ("12) text", "text"), ("3: text", "text"), ("3 text", "3 text"),
    ("3.text", "3.text"), ("3.5 years", "3.5 years"), ("q. text", "q. text"), ("3.", "3."),
    ("1.ix. text", "text"), ("1.ab. text", "1.ab. text"),
  ])
  func `the number of a question is told from a number in it`(plain: String, text: String) {
    #expect(withoutNumber(plain) == text)
  }

  @Test(arguments: [
    "a < b > c", "<18", "x<", "&;&nosuch;&#xZZ;", "<" + String(repeating: "a", count: 300) + ">",
  ])
  func `what is no tag and no entity stays`(text: String) {
    #expect(foldedHeading(text) == text.lowercased())
  }
}
