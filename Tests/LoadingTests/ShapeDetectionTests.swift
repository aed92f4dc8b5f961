import Loading
import Testing

struct ShapeDetectionTests {
  @Test func `the first row names the columns`() {
    let shape = shape("site,visits", "north,12", "south,7")
    #expect(shape.preambleRows == 0)
    #expect(shape.headerRows == 1)
    #expect(shape.layout == .oneRow)
    #expect(shape.names == ["site", "visits"])
    #expect(shape.footers == [])
  }

  @Test(arguments: [
    ["north,12,3.5", "south,7,4.25", "west,9,1.0"], ["1,2,3"],
    ["img1.png,a", "img2.png,b", "img7.png,a", "img9.png,c"], ["yes,no", "yes,yes", "no,no"],
    ["yes,no", "yes,no", "yes,no"],
  ])
  func `rows that all look like data have no headings`(rows: [String]) {
    let shape = shape(rows)
    #expect(shape.headerRows == 0)
    #expect(shape.preambleRows == 0)
    #expect(shape.layout == .headerless)
    #expect(shape.names == [])
  }

  @Test func `years over the columns are headings`() {
    let shape = shape("crop,2001,2003,2008", "oats,12,11,14", "rye,4,7,6")
    #expect(shape.headerRows == 1)
    #expect(shape.names == ["crop", "2001", "2003", "2008"])
  }

  @Test(arguments: [
    ["crop,2001,2002,2003", "oats,1,2,3", "rye,4,5,6"],
    ["crop,01/04/2025,01/05/2025", "oats,1,2", "rye,4,5"],
  ])
  func `years and dates over counts are headings, whatever the counts`(rows: [String]) {
    #expect(shape(rows).headerRows == 1)
  }

  @Test func `the lines of a heading are joined as they stand, groups with their parts`() {
    let lines = shape("Number of,Name,Place", "members,of group,on map", "12,north,x", "9,south,y")
    #expect(lines.names == ["Number of members", "Name of group", "Place on map"])
    let groups = shape("id,May,May", "id,asked,came", "1,12,9", "2,14,3")
    #expect(groups.names == ["id", "May - asked", "May - came"])
  }

  @Test func `three rows of headings may have gaps under and beside each other`() {
    let shape = shape(
      "area,paid,,,", ",spring,,summer,", ",women,men,women,men", "north,3,1,2,2", "south,1,4,0,3")
    #expect(shape.headerRows == 3)
    #expect(
      shape.names == [
        "area", "paid - spring - women", "paid - spring - men", "paid - summer - women",
        "paid - summer - men",
      ])
  }

  @Test func `the last of several groups ends where its parts do`() {
    let shape = shape(
      ",,May,,June,,", "who,area,asked,came,asked,came,note", "Ann,north,1,1,1,0,x",
      "Bob,south,1,0,1,1,y")
    #expect(
      shape.names == [
        "who", "area", "May - asked", "May - came", "June - asked", "June - came", "note",
      ])
    let unlike = self.shape(
      ",,May,,June,", "who,area,asked,came,left,note", "Ann,north,1,1,1,x", "Bob,east,1,0,1,y")
    #expect(unlike.names.last == "June - note")
  }

  @Test func `below the names of variables what they mean names the columns`() {
    let shape = shape(
      "id,q1,q2_1", "Respondent,How was it?,Took part: walks", "1,good,Yes", "2,bad,No", "3,-9,No")
    #expect(shape.headerRows == 2)
    #expect(shape.names == ["Respondent", "How was it?", "Took part: walks"])
    #expect(shape.otherNames == ["id", "q1", "q2_1"])
    let units = self.shape("time,speed,road", "s,m/s,m", "0,1.5,0", "1,1.6,1.5", "2,1.7,3.1")
    #expect(units.names == ["time s", "speed m/s", "road m"])
    #expect(units.otherNames == [])
  }

  @Test func `lines of remarks with commas stand above the headings`() {
    let shape = shape("# made by us", "# second, line", "id,name", "1,a", "2,b")
    #expect(shape.preambleRows == 2)
    #expect(shape.names == ["id", "name"])
    let heading = self.shape("#id,name", "1,a", "2,b")
    #expect(heading.names == ["#id", "name"])
    let both = self.shape("# of seats,name", "7,a", "9,b")
    #expect(both.names == ["# of seats", "name"])
  }

  @Test func `a line drawn below the headings is no name`() {
    let shape = shape("id,name", "---,:---:", "1,a", "2,b", "===,===")
    #expect(shape.headerRows == 2)
    #expect(shape.names == ["id", "name"])
    #expect(shape.footers == [.blank])
  }

  @Test(arguments: [[], ["site", "visits"]])
  func `a sentence that there are no rows is none`(wanted: [String]) {
    for sentence in ["No records found", "0 results", "(There are no bookings)", "None yet"] {
      let shape = shape(["site,visits", sentence], wanted: wanted)
      #expect(shape.headerRows == 1)
      #expect(shape.footers == [.note])
    }
    #expect(shape(["site,visits", "north,12"], wanted: wanted).footers == [])
    #expect(shape(["site,visits", "Norwich"], wanted: wanted).footers == [])
  }

  @Test func `title rows stand above the headings`() {
    let shape = shape(
      "Members of the panel,,", "Printed on 3/4/2024,,", ",,", "name,age,id", "Ann,44,7", "Bob,51,8"
    )
    #expect(shape.preambleRows == 3)
    #expect(shape.names == ["name", "age", "id"])
  }

  @Test func `a title as wide as its commas is no row of headings`() {
    let shape = shape("Run 7, by Ann, on Monday", "step,value", "1,0.5", "2,0.7", "3,0.6")
    #expect(shape.preambleRows == 1)
    #expect(shape.names == ["step", "value"])
  }

  @Test(
    arguments: [
      // No answer, a usual answer, an answer that others give too, and no id.
      ["Age,Score,Date", "refused,n/a,not given", "34,3,01/02/2025", "33,4,01/02/2025"],
      ["Q1,Q2,Q3", "Agree,Disagree,Neutral", "4,5,3", "4,2,3", "4,5,1"],
      ["Site,Score,Visits", "Leeds,poorly,many", "York,4,3", "Leeds,2,5", "Hull,2,4"],
      ["ID,Site,Score,Date", ",Leeds,n/a,tbc", "1,York,3,01/02/2025", "2,Hull,4,01/02/2025"],
    ], [false, true])
  func `the words of the first person are no headings`(rows: [String], isWanted: Bool) {
    let headings = rows[0].split(separator: ",").map(String.init)
    let shape = shape(rows, wanted: isWanted ? headings : [])
    #expect(shape.headerRows == 1)
    #expect(shape.names == headings)
    #expect(shape.doubtfulHeaders.isEmpty)
  }

  @Test func `what only differs from the data below it is a doubtful heading`() {
    let units = shape("day,rain,wind", "month day,mm,knots", "3,12,4", "4,9,5", "5,8,5")
    #expect(units.headerRows == 2)
    #expect(units.doubtfulHeaders == 1..<2)
    let parts = shape(",,women,,men,", "area,n,share,mean,share,mean", "north,12,0.4,3,0.6,4")
    #expect(parts.headerRows == 2)
    #expect(parts.doubtfulHeaders.isEmpty)
  }

  @Test func `a heading over several columns is joined with those below it`() {
    let shape = shape(
      ",,women,,men,", "area,n,share,mean,share,mean", "north,12,0.4,3,0.6,4",
      "south,9,0.3,2,0.7,5",
      "west,7,0.1,1,0.9,3")
    #expect(shape.headerRows == 2)
    #expect(shape.layout == .stacked)
    #expect(
      shape.names == ["area", "n", "women - share", "women - mean", "men - share", "men - mean"])
  }

  @Test func `parts of a heading stand below it`() {
    let shape = shape(
      "day,place,cost,,,note", ",,rail,taxi,meal,", "04/04/2023,Leeds,10.00,2.50,3.00,ok",
      "05/04/2023,York,11.00,,4.00,")
    #expect(shape.headerRows == 2)
    #expect(shape.names == ["day", "place", "cost - rail", "cost - taxi", "cost - meal", "note"])
  }

  @Test func `names may stand in the gaps of the row above`() {
    let shape = shape(
      ",,North,,,South", "no.,theme,rail,bus,tram,rail", "1,cost,5,6,4,7", "2,time,8,9,3,1")
    #expect(shape.headerRows == 2)
    #expect(
      shape.names == [
        "no.", "theme", "North - rail", "North - bus", "North - tram", "South - rail",
      ])
    let lower = self.shape(
      ",,North,South,East,West", "no.,theme,,,,", "1,cost,5,6,4,7", "2,time,8,9,3,1")
    #expect(lower.names == ["no.", "theme", "North", "South", "East", "West"])
  }

  @Test(arguments: [[], ["person", "which did you see? tram"]])
  func `choices stand below their question`(wanted: [String]) {
    let shape = shape(
      [
        "person,Are you well?,Which did you see?,,", ",Response,tram,bus,ferry", "11,Yes,tram,,",
        "12,No,,bus,ferry", "13,Yes,tram,bus,",
      ], wanted: wanted)
    #expect(shape.headerRows == 2)
    #expect(
      shape.names == [
        "person", "Are you well?", "Which did you see? - tram", "Which did you see? - bus",
        "Which did you see? - ferry",
      ])
  }

  @Test(arguments: [[], ["Q1"]])
  func `a Qualtrics export has three rows of headings, of which the first names`(
    wanted: [String]
  ) {
    let ids = #""{""ImportId"":""start""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2""}""#
    let shape = shape(
      ["Start,Q1,Q2", "Start of the visit,How was it?,Any words?", ids, "2024-01-02,4,fine"],
      wanted: wanted)
    #expect(shape.headerRows == 3)
    #expect(shape.layout == .qualtrics)
    #expect(shape.names == ["Start", "Q1", "Q2"])
  }

  @Test func `headings that are there twice keep both lines unless a pipeline wants them once`() {
    let rows = ["site,visits", "site,visits", "north,12", "south,7"]
    let asTheyStand = shape(rows)
    #expect(asTheyStand.headerRows == 2)
    #expect(asTheyStand.names == ["site site", "visits visits"])
    let wanted = shape(rows, wanted: ["site", "visits"])
    #expect(wanted.headerRows == 2)
    #expect(wanted.names == ["site", "visits"])
  }

  @Test func `wanted headings decide, wherever they stand`() {
    let shape = shape(["a,b,c", "1,2,3", "Id , AGE,town", "7,44,York"], wanted: ["id", "Age"])
    #expect(shape.preambleRows == 2)
    #expect(shape.headerRows == 1)
    #expect(shape.names == ["Id", "AGE", "town"])
  }

  @Test func `with wanted headings a row of texts below them is an answer`() {
    let shape = shape(
      ["id,age,score", "unknown,refused,refused", "7,44,3", "8,51,4"], wanted: ["id", "age"])
    #expect(shape.headerRows == 1)
  }

  @Test func `blank and repeated names are kept as they are`() {
    let shape = shape("id,,score,score,", "7,a,3,4,", "8,b,4,5,")
    #expect(shape.names == ["id", "", "score", "score", ""])
  }

  @Test(arguments: [[], ["id", "score"]])
  func `blank rows, notes and totals at the end are no data`(wanted: [String]) {
    let shape = shape(
      [
        "id,group,score", "7,a,3", "8,b,4", "9,b,5", "Total,,12", ",,", "Source: own count,,",
        "Numbers are rounded,,", "Report generated on 3 May 2024,,",
      ], wanted: wanted)
    #expect(shape.footers == [.total, .blank, .note, .note, .note])
    #expect(shape.footerRows == 5)
  }

  @Test func `a note may follow a blank line instead of a row of blank cells`() {
    let records = [["id", "score"], ["7", "3"], ["8", "4"]].map { record($0) }
    let note = record(["thank you for your help"], followsBlankLine: true)
    #expect(
      detectedShape(head: records + [note], tail: nil, wantedHeadings: ["id"]).footers == [.note])
  }

  @Test func `figures that are the very sums need no label`() {
    let rows = ["area,a,b", "north,1,5", "south,2,6", "west,4,7"]
    #expect(shape(rows + [",7,18"]).footers == [.total])
    #expect(shape(rows + [",7,19"]).footers == [])
  }

  @Test(arguments: [
    // An answer that reads like a total, with a figure that is none.
    "Total,yes,1", "Total,,1",
    // A respondent who left after the first question, or gave one long answer.
    "10,,", ",,I had to wait for two hours in the rain", "Source of all my trouble is the bus,no,4",
  ])
  func `with wanted headings a real answer at the end stays`(last: String) {
    let shape = shape(
      ["id,came,score", "7,yes,3", "8,no,4", "9,yes,5", last], wanted: ["id", "came", "score"])
    #expect(shape.footers == [])
  }

  @Test func `the tail is searched for footers where the head is not the whole file`() {
    let head = [record(["id", "score"]), record(["7", "3"]), record(["8", "4"])]
    let tail = [record(["98", "4"]), record(["99", "5"]), record(["Note: weighted", ""])]
    #expect(detectedShape(head: head, tail: tail, wantedHeadings: ["id"]).footers == [.note])
  }

  @Test func `a table of one column has no footers`() {
    #expect(shape("remark", "kind", "slow", "Note the time").footers == [])
  }

  @Test func `nothing at all has no shape`() {
    for rows in [[], [",,"], ["", ""]] as [[String]] {
      let shape = shape(rows)
      #expect(shape.headerRows == 0)
      #expect(shape.names == [])
    }
  }

  @Test func `no cells whatever stop the detection`() {
    let cells = ["", "1", "x", "NA", "Total", "2024-01-02", "{\"ImportId\":\"a\"}", "a, b", "-"]
    var state: UInt64 = 7
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    for _ in 0..<1500 {
      let records = (0..<next(9)).map { _ in
        record((0..<next(5)).map { _ in cells[next(cells.count)] })
      }
      for wanted in [[], ["x", "Total"]] {
        let shape = detectedShape(head: records, tail: nil, wantedHeadings: wanted)
        #expect(shape.preambleRows + shape.headerRows + shape.footerRows <= records.count)
      }
    }
  }

  private func record(_ cells: [String], followsBlankLine: Bool = false) -> ShapeRecord {
    ShapeRecord(fields: cells.map { Array($0.utf8) }, followsBlankLine: followsBlankLine)
  }

  private func shape(_ rows: String...) -> DetectedShape { shape(rows) }

  /// The shape of rows with commas; a cell in quotes may hold doubled ones.
  private func shape(_ rows: [String], wanted: [String] = []) -> DetectedShape {
    let records = rows.map { row in
      record(
        row.split(separator: ",", omittingEmptySubsequences: false).map { cell in
          guard cell.hasPrefix("\""), cell.hasSuffix("\"") else { return String(cell) }
          let inner = cell.dropFirst().dropLast()
          return inner.split(separator: "\"", omittingEmptySubsequences: true)
            .joined(separator: "\"")
        })
    }
    return detectedShape(head: records, tail: nil, wantedHeadings: wanted)
  }
}
