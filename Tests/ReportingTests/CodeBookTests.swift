import EvaluationData
import Reporting
import Testing

@Suite struct CodeBookTests {
  private static let book: CodeBook = {
    var practical = CodeBook.Entry(
      name: Named("practical", label: "Being able to come"),
      id: "00000000-0000-8000-8000-000000000001")
    practical.colour = "#4e6a78"
    var travel = CodeBook.Entry(
      name: Named("travel", label: "Bus & <train>"), id: "00000000-0000-8000-8000-000000000002")
    travel.parent = 0
    travel.definition = "The way \"there\", and *back*."
    travel.include = ["its length", "its cost"]
    travel.exclude = ["the room"]
    travel.examples = ["Two buses!"]
    travel.counterexamples = ["A bus pass on the table"]
    travel.themes = ["access"]
    travel.patterns = ["bus*", "(too|very) far"]
    let food = CodeBook.Entry(
      name: Named("food", label: "Food"), id: "00000000-0000-8000-8000-000000000003")
    return CodeBook(title: "Cards", entries: [practical, food, travel])
  }()

  @Test func `a page of Markdown`() {
    #expect(
      markdown(of: CodeBookTests.book) == """
        # Code book: Cards

        ## Being able to come

        Code: `practical`

        ### Bus & \\<train\\>

        Code: `travel` · part of Being able to come

        The way "there", and \\*back\\*.

        Give it for:

        - its length
        - its cost

        Do not give it for:

        - the room

        Examples:

        - “Two buses!”

        Not this code:

        - “A bus pass on the table”

        Has to do with the themes access.

        The rules look for:

        - `bus*`
        - `(too|very) far`

        ## Food

        Code: `food`

        """)
  }

  @Test func `a code book for other programs`() {
    #expect(
      qdc(of: CodeBookTests.book, origin: "CountIn") == """
        <?xml version="1.0" encoding="utf-8"?>
        <CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="CountIn">
          <Codes>
            <Code guid="00000000-0000-8000-8000-000000000001" name="Being able to come" \
        isCodable="true" color="#4e6a78">
              <Code guid="00000000-0000-8000-8000-000000000002" name="Bus &amp; &lt;train&gt;" \
        isCodable="true">
                <Description>The way &quot;there&quot;, and *back*.

        Give it for:
        - its length
        - its cost

        Do not give it for:
        - the room

        Examples:
        - Two buses!

        Not this code:
        - A bus pass on the table</Description>
              </Code>
            </Code>
            <Code guid="00000000-0000-8000-8000-000000000003" name="Food" isCodable="true"/>
          </Codes>
        </CodeBook>

        """)
  }

  @Test func `a description is taken apart as it was put together`() {
    let travel = CodeBookTests.book.entries[2]
    var read = CodeBook.Entry(name: travel.name, id: travel.id)
    read.read(description: travel.description)
    #expect(read.definition == travel.definition)
    #expect(read.include == travel.include)
    #expect(read.exclude == travel.exclude)
    #expect(read.examples == travel.examples)
    #expect(read.counterexamples == travel.counterexamples)
  }

  @Test func `any other description is a definition`() {
    var read = CodeBook.Entry(name: Named("a"), id: "")
    read.read(description: "  One.\r\n\r\n Examples: none \n\n\n- two\n")
    #expect(read.definition == "One.\n\nExamples: none\n\n- two")
    #expect(read.examples.isEmpty)
  }
}
