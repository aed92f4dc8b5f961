import EvaluationData
import Reporting
import Testing

@Suite struct CSVWriterTests {
  @Test func `texts that a spreadsheet would run get an apostrophe, others do not`() throws {
    let scratch = try Scratch()
    var writer = try CSVWriter(path: "\(scratch.path)/a.csv", header: ["a", "b"])
    for text in ["=1+1", "+44", "-5", "@home", "\tx", "\rx", "'=x", "a=b", ""] {
      writer.append(forPeople: text)
      writer.append(text)
      try writer.endRow()
    }
    try writer.close()
    #expect(
      try scratch.text("a.csv") == """
        a,b
        '=1+1,=1+1
        '+44,+44
        '-5,-5
        '@home,@home
        '\tx,\tx
        "'\rx","\rx"
        '=x,'=x
        a=b,a=b
        ,

        """)
  }

  @Test func `quotation marks stand only where they must`() throws {
    let scratch = try Scratch()
    var writer = try CSVWriter(path: "\(scratch.path)/a.csv", header: ["a"])
    for text in ["plain text", "a,b", "say \"yes\"", "two\nlines", " spaced ", "é, ü"] {
      try writer.write([text])
    }
    try writer.close()
    #expect(
      try scratch.text("a.csv") == """
        a
        plain text
        "a,b"
        "say ""yes""\"
        "two
        lines"
         spaced\u{20}
        "é, ü"

        """)
  }

  @Test func `a long file is written whole and in order`() throws {
    let scratch = try Scratch()
    var writer = try CSVWriter(path: "\(scratch.path)/a.csv", header: ["n", "text"])
    for number in 0..<100_000 {
      writer.append(number == 7 ? Int.min : number)
      writer.append("row")
      try writer.endRow()
    }
    try writer.close()
    let lines = try scratch.text("a.csv").split(separator: "\n")
    #expect(lines.count == 100_001)
    #expect(lines[8] == "-9223372036854775808,row")
    #expect(lines[1...7].joined(separator: ";") == "0,row;1,row;2,row;3,row;4,row;5,row;6,row")
    #expect(lines.last == "99999,row")
  }

  @Test func `a match tells its file, and its place in code points`() throws {
    let scratch = try Scratch()
    var addresses = RowAddresses()
    let text = "Überfüllte Züge – très späte Ankunft, Züge"
    for file in ["a,b.csv", "c.csv"] {
      addresses.begin(file: file)
      for line in [2, 9] { addresses.append(line: line) }
    }
    let texts = TextColumn([text, "né", text, text])
    let table = Table(
      name: Named("cards"),
      columns: [
        Column(
          name: Named("comment"),
          cells: .text(TextCells(texts: texts, reasons: MissingReasons(presentRows: 4))))
      ], addresses: addresses, loadedRows: 4)
    func match(_ words: String, row: Int, rule: Int = 0, last: Bool = false) throws -> Match {
      let ranges = text.ranges(of: words)
      let range = try #require(last ? ranges.last : ranges.first)
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      return Match(row: row, code: 0, rule: rule, start: start, end: start + words.utf8.count)
    }
    var coded = CodedText(
      source: "cards", column: "comment", codes: ChoiceColumn(choices: [Named("late")]),
      matches: [
        try match("Züge", row: 0), try match("Züge – très späte", row: 0),
        try match("Züge", row: 0, rule: 1, last: true),
        Match(row: 1, code: 0, rule: 0, start: 1, end: 3),
        try match("späte", row: 3),
      ])
    coded.tones = [[RuleTone(), RuleTone(severity: .high, sentiment: .negative)]]
    try writeMatches([coded], in: [table], to: "\(scratch.path)/matches.csv")
    #expect(
      try scratch.text("matches.csv") == """
        file,line,column,code,rule,start,end,text,severity,sentiment
        "a,b.csv",2,comment,late,1,11,15,Züge,,
        "a,b.csv",2,comment,late,1,11,28,Züge – très späte,,
        "a,b.csv",2,comment,late,2,38,42,Züge,high,negative
        "a,b.csv",9,comment,late,1,1,2,é,,
        c.csv,9,comment,late,1,23,28,späte,,

        """)
  }

  @Test func `a change that stands in many rows is written for each`() throws {
    let scratch = try Scratch()
    var addresses = RowAddresses()
    for file in ["a.csv", "b.csv"] {
      addresses.begin(file: file)
      for line in [2, 3] { addresses.append(line: line) }
    }
    var level = ColumnChanges(header: "Level, now")
    let spelled = level.add(.init(before: "YES", after: "Yes", rule: .levelSpelling))
    let missing = level.add(.init(before: "=0", after: "skipped", rule: .missingText))
    for (row, change) in [spelled, missing, spelled, spelled].enumerated() {
      level.note(change, row: row)
    }
    var day = ColumnChanges(header: "Day")
    day.note(day.add(.init(before: "1", after: "", rule: .unreadable)), row: 1)
    let ledger = CleaningLedger(
      source: "members", leftOut: [], columns: [level, day], addresses: addresses)
    _ = try writeLists(
      InternalDetail(problems: [], ledgers: [ledger], quotesToCheck: []), into: scratch.path)
    #expect(
      try scratch.text("cleaning-ledger.csv") == """
        source,file,line,column,before,after,rule
        members,a.csv,2,"Level, now",YES,Yes,level-spelling
        members,a.csv,3,"Level, now",'=0,skipped,missing-text
        members,b.csv,2,"Level, now",YES,Yes,level-spelling
        members,b.csv,3,"Level, now",YES,Yes,level-spelling
        members,a.csv,3,Day,1,,unreadable

        """)
  }

  @Test func `the team's lists have their addresses, and nothing that runs`() throws {
    let scratch = try Scratch()
    _ = try writeLists(ExampleReport.detail, into: scratch.path)
    let coded = ExampleReport.coded
    try writeMatches([coded.text], in: [coded.table], to: "\(scratch.path)/matches.csv")
    #expect(
      try scratch.text("matches.csv") == """
        file,line,column,code,rule,start,end,text,severity,sentiment
        cards.csv,4,comment,listened-to,2,3,17,"'=took, ""notes""\",,
        cards.csv,4,comment,'-information,1,0,2,né,,

        """)
    #expect(
      try scratch.text("quotes-to-check.csv") == """
        quote_id,source,file,line,code,about,quote,attributes,shared_by,decision,use_instead
        Q7,cards,cards.csv,9,listened-to,Being listened to and taken seriously,\
        '- nobody noticed us,"Lincolnshire, 65–74",3,yes,Nobody noticed us.
        Q8,cards,cards.csv,11,information,Clear information,"It was fine, mostly.",,,,

        """)
    #expect(
      try scratch.text("problems.csv") == """
        kind,file,line,column,expected,remedy,value
        unreadable-date,members-lincolnshire.csv,17,joined,a date such as 31/03/2009,"Correct the \
        date, or state the order in the pipeline (`dates: day-month` or `dates: month-day`). \
        Until then the date is missing.",31.13.24
        no-rows,empty.csv,,,at least one row,Check that the export was finished; an empty quarter \
        may be right.,

        """)
    #expect(
      try scratch.text("cleaning-ledger.csv") == """
        source,file,line,column,before,after,rule
        members,members-lincolnshire.csv,17,joined,N/A,not-asked,missing-text

        """)
  }
}
