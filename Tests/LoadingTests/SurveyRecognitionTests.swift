import EvaluationData
import Foundation
import Testing

@testable import Loading

/// The form of a file of which the pipeline says no more than the tool.
private func form(_ text: String, preset: StatedPreset = .notStated) throws -> FileForm {
  try OpenedFile(
    .inMemory(text), request: LoadRequest(source: "survey", columns: [], preset: preset)
  ).form
}

private let qualtricsNames = "StartDate,EndDate,Status,Finished,RecordedDate,ResponseId,Q1,Q2"
private let qualtricsTexts =
  "Start Date,End Date,Response Type,Finished,Recorded Date,Response ID,Your age?,Your views?"
private let qualtricsRow =
  "2026-03-09 09:14:05,2026-03-09 09:20:41,IP Address,True,2026-03-09 09:20:42,R_1,44,Good"

@Suite struct SurveyRecognitionTests {
  @Test(
    arguments: [
      // Old exports and programs that wrote them anew use single quotes.
      "\(qualtricsNames)\n\(qualtricsTexts)\n" + "{'ImportId': 'a'}".repeatedCells(8),
      // Somebody deleted the import ids, or these and the texts.
      "\(qualtricsNames)\n\(qualtricsTexts)\n\(qualtricsRow)\n",
      "\(qualtricsNames)\n\(qualtricsRow)\n",
      "\(qualtricsNames)\n\(qualtricsTexts)\n",
      // Somebody deleted the short names and the ids, or the texts.
      "\(qualtricsTexts)\n\(qualtricsRow)\n",
      "\(qualtricsNames)\n" + "{\"\"ImportId\"\":\"\"QID1\"\"}".repeatedCells(8)
        + qualtricsRow,
    ])
  func `Qualtrics is known with all its rows of headings or without`(text: String) throws {
    let form = try form(text)
    #expect(form.survey?.preset.tool == .qualtrics)
    #expect(
      form.shape.headerRows == text.split(separator: "\n").filter { !$0.contains("R_1") }.count)
  }

  @Test(
    arguments: [
      ("ID,Start time,Completion time,Email,Name,Good?\n", SurveyTool.microsoftForms),
      (
        "Id\tStart time\tCompletion time\tEmail\tName\tLanguage\tGood?\n1\ta\tb\t\t\tEnglish\tx\n",
        .microsoftForms
      ),
      (
        "Start time,Completion time,Email,Name,Good?\n3/2/26 9:14,3/2/26 9:15,,,Yes\n",
        .microsoftForms
      ),
      (
        "ID;Startzeit;Fertigstellungszeit;E-Mail;Name;Gut?\n1;3/2/26 9:14:05;3/2/26 9:15:00;a;;Ja\n",
        .microsoftForms
      ),
      ("Timestamp,How are you?\n2026/03/02 9:14:05 AM EST,Fine\n", .googleForms),
      ("Zeitstempel,Wie geht es Ihnen?\n02.03.2026 09:14:05,Gut\n", .googleForms),
      (
        "Timestamp,Email Address,Score,Age\n3/2/2026 9:14:05,a@example.org,3 / 5,44\n",
        .googleForms
      ),
      ("Timestamp,How are you?\n", .googleForms),
      (
        "Respondent ID,Collector ID,Start Date,Good?\n1,2,03/09/2026 13:15:10,Yes\n",
        .surveyMonkey
      ),
      ("respondent_id,Good?\n,Response\n1,Yes\n".replacing("_", with: " "), .surveyMonkey),
      ("Respondent ID,Collector ID,Good?\n,,\n1,2,Yes\n", .surveyMonkey),
      ("UserID,UserNo,Started,Ended,Page Path,Q1. Good?\n1,1,a,b,/home,-\n", .smartSurvey),
      ("good,_id,_uuid,_submission_time\nyes,1,u,2026-03-09T09:21:00\n", .koboToolbox),
      (
        "good,_submission_time,_validation_status,_index\nyes,2026-03-09T09:21:00,,1\n",
        .koboToolbox
      ),
      ("SubmissionDate,good,KEY,SubmitterName\n2026-03-09T09:21:00.123Z,yes,uuid:1,Ann\n", .odk),
      ("SubmissionDate,good,meta-instanceID,KEY\n2026-03-09T09:21:00Z,yes,uuid:1,uuid:1\n", .odk),
      ("Unique Response Number,1. Good?,CompletionDate\n1-1-1,Yes,2026-03-02\n", .jisc),
      ("1. Age?,2. Part?,\"2.a. If you selected Other, please specify:\"\n44,Other,x\n", .jisc),
      ("URN,Q1,Q2_1,Q2_2,Q2_a\n1-1-1,2,0,1,\n", .jisc),
    ])
  func `each tool is known by few of its headings`(text: String, tool: SurveyTool) throws {
    #expect(try form(text).survey?.preset.tool == tool)
  }

  @Test(
    arguments: [
      "Timestamp,Temperature,Humidity\n2026/03/02 9:14:05,20.5,40\n",
      "Timestamp,How are you?\nyesterday,Fine\n",
      "ID,Start time,End time,Email,Name\n1,9:00,10:00,a@example.org,Ann\n",
      "ID,Status,Progress,Finished,Name\n1,open,40,no,Ann\n",
      "Respondent ID,Age,Views\n1,44,Good\n",
      // The first person has no id.
      "Respondent ID,Site,Views\n,Leeds,My daughter is ill\nR1,Leeds,Good\n",
      "Respondent ID,First Name,Views\n,,My daughter is ill\nR1,Ann,Good\n",
      "URN,Name,Q1\n1,Ann,2\n",
      "1. Name,2. Age,3. Town,4. Post,5. Role\nAnn,44,Bury,x,y\n",
      "UserID,UserNo,Name\n1,1,Ann\n",
      "SubmissionDate,Grant,KEY\n2026-03-09,12,a\n",
      "_id,name\n1,Ann\n",
      "V1,V2,V3\n1,2,3\n4,5,6\n",
      "Unique Response Number,Age\n1,44\n",
      "\u{FEFF}\n",
      "x\n",
    ])
  func `one word alone makes no survey tool`(text: String) throws {
    #expect(throws: LoadError.self) {
      guard try form(text).survey == nil else { return }
      throw LoadError.empty(file: "none is known")
    }
  }

  @Test func `without their texts, the columns of Qualtrics are called by their short names`()
    throws
  {
    let ids = ["startDate", "status", "QID1", "QID2_1"].map {
      "\"{\"\"ImportId\"\":\"\"\($0)\"\"}\""
    }
    let form = try form(
      "StartDate,Status,Q1,Q2_1\n\(ids.joined(separator: ","))\n2026-03-09 09:14:05,0,44,Good\n")
    #expect(form.survey?.evidence == "its second row of headings holds import ids")
    #expect(form.headings.map(\.name) == ["StartDate", "Status", "Q1", "Q2_1"])
    #expect(form.headings.map(\.alsoNames) == [["startDate"], ["status"], ["QID1"], ["QID2_1"]])
  }

  @Test func `where only the texts of Qualtrics are left, previews are known and choices plain`()
    async throws
  {
    let text =
      "Start Date,Response Type,Progress,Recorded Date,Response ID,Which? - Selected Choice - Bus\n"
      + "2026-03-09 09:14:05,IP Address,100,2026-03-09 09:20:42,R_1,Bus\n"
      + "2026-03-10 09:14:05,Survey Preview,100,2026-03-10 09:20:42,R_2,Bus\n"
    let inspected = try await inspect(.inMemory(text), width: 1)
    #expect(
      inspected.toolEvidence
        == "its columns are titled as Qualtrics does in English, and have no short names")
    #expect(inspected.headings.last?.name == "Which? - Bus")
    #expect(
      inspected.problems.map(\.description) == [
        "a.csv:3: test-response: expected answers of participants"
      ])
  }

  @Test func `none of the other shapes of exports is taken for a survey`() async throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/shapes")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".csv") }
    #expect(names.count > 70)
    for name in names {
      let bytes = Array(try Data(contentsOf: folder.appending(path: name)))
      let inspected = try? await inspect(.inMemory(bytes), width: 2)
      #expect(inspected?.tool == nil, "\(name)")
    }
  }

  @Test func `a title above the headings changes nothing`() throws {
    let form = try form(
      "Panel survey 2026,,\n\nRespondent ID,Good?,Why?\n,Response,Response\n1,a,b\n")
    #expect(form.survey?.preset.tool == .surveyMonkey)
    #expect(form.preambleRows == 1)
    #expect(form.headings.map(\.name) == ["Respondent ID", "Good?", "Why?"])
  }

  @Test func `the headings of a tool tell the separator where the rows do not`() async throws {
    // One person, whose answers hold more semicolons than the row has cells.
    let text =
      "ID,Start time,Completion time,Email,Name,Part?\n"
      + "1,3/2/26 9:14:05,3/2/26 9:15:00,,,a;b;c;d;e;f;g;h;\n"
    let inspected = try await inspect(.inMemory(text), width: 1)
    #expect(inspected.tool == .microsoftForms)
    #expect(inspected.file.delimiter == "comma")
    #expect(inspected.table.columns.count == 6)
  }

  @Test func `with none stated, a file is read as any other`() throws {
    let text = "\(qualtricsNames)\n\(qualtricsRow)\n"
    #expect(try form(text, preset: .noTool).survey == nil)
    #expect(try form(text).survey != nil)
  }

  @Test func `a stated tool is believed where its headings are in another language`() throws {
    let form = try form(
      "Stempel,Hvor godt? [Mat],Hvor godt? [Rom]\n02.03.2026 09:14:05,Bra,Ok\n",
      preset: .tool(.googleForms))
    #expect(form.survey?.preset.tool == .googleForms)
    #expect(form.survey?.contradicting == nil)
    #expect(form.headings.map(\.part) == [nil, "Mat", "Rom"])
  }

  @Test func `a stated tool with several forms takes the one that fits`() throws {
    let form = try form(
      "Teilnehmer,Alter?,Womit?,\n,Antwort,Zug,Bus\n1,44,Zug,\n2,50,,Bus\n",
      preset: .tool(.surveyMonkey))
    #expect(form.shape.headerRows == 2)
    #expect(form.headings.map(\.name) == ["Teilnehmer", "Alter?", "Womit? - Zug", "Womit? - Bus"])
  }

  @Test func `headings that the pipeline asks for tell more than a tool's signs`() async throws {
    let text = "Respondent ID,Good?,\n,Response,Why\n1,yes,x\n"
    let loaded = try await load([.inMemory(text)], headings: ["Respondent ID", "Good? - Why"])
    #expect(loaded.rows == [["1", "x"]])
    let general = try await load(
      [.inMemory("ID,Start time,Completion time,Email\nNr,Start,End,Mail\n1,a,b,c\n")],
      headings: ["ID - Nr", "Start time - Start"])
    #expect(general.rows == [["1", "a"]])
    #expect(general.value.files[0].form.tool == nil)
  }
}

extension String {
  /// The same quoted cell in each of so many columns.
  fileprivate func repeatedCells(_ count: Int) -> String {
    repeatElement("\"\(self)\"", count: count).joined(separator: ",") + "\n"
  }
}
