import EvaluationData
import Testing

@testable import Loading

private let qualtrics = """
  StartDate,EndDate,Status,Finished,RecordedDate,ResponseId,DistributionChannel,Q1,Q2
  Start Date,End Date,Response Type,Finished,Recorded Date,Response ID,Channel,Age?,Views?
  2026-03-09 09:14:05,2026-03-09 09:20:41,0,1,2026-03-09 09:20:42,R_1,email,44,Good
  2026-03-10 09:14:05,2026-03-10 09:20:41,17,1,2026-03-10 09:20:42,R_2,preview,1,test
  2026-03-11 09:14:05,2026-03-11 09:20:41,0,0,2026-03-11 09:20:42,R_3,email,50,
  2026-03-12 09:14:05,2026-03-12 09:20:41,12,1,2026-03-12 09:20:42,R_4,email,9,buy
  2026-03-13 09:14:05,2026-03-13 09:20:41,0,1,2026-03-13 09:20:42,R_5,preview,2,test
  2026-03-14 09:14:05,2026-03-14 09:20:41,0,0,2026-03-14 09:20:42,R_6,email,,-99
  """

private func load(
  _ files: [InputFile], _ headings: [String], preset: StatedPreset = .notStated
) async throws -> Checked<SourceTable> {
  try await load(
    files,
    as: LoadRequest(
      source: "survey", columns: headings.map { .headed($0, isOptional: true) }, preset: preset),
    width: 2)
}

@Suite struct SurveyRowsTests {
  @Test func `previews and spam are left out, each with its line`() async throws {
    let loaded = try await load([.inMemory(qualtrics)], ["Age?", "Q2"])
    #expect(loaded.rows == [["44", "Good"], ["50", ""], ["", "-99"]])
    #expect(loaded.lines == [3, 5, 8])
    #expect(loaded.value.files[0].rows == 3)
    #expect(
      loaded.messages == [
        "a.csv:4: test-response: expected answers of participants",
        "a.csv:6: spam-response: expected answers of participants",
        "a.csv:7: test-response: expected answers of participants",
        "a.csv: unfinished-response: expected answers that were sent off, found others in 2 of 3 "
          + "rows, the first on line 5",
      ])
  }

  @Test func `rows keep their file when others are left out`() async throws {
    let other = "Age?,Views?\n30,Fine\n31,Well\n"
    let loaded = try await load(
      [
        .inMemory(other, path: "a.csv"), .inMemory(qualtrics, path: "b.csv"),
        .inMemory(other, path: "c.csv"),
      ], ["Age?", "Views?"])
    #expect(loaded.texts("age?") == ["30", "31", "44", "50", "", "30", "31"])
    #expect(
      (0..<7).map { loaded.value.addresses.address(of: $0, column: nil) }.map {
        "\($0.file):\($0.line)"
      }
        == ["a.csv:2", "a.csv:3", "b.csv:3", "b.csv:5", "b.csv:8", "c.csv:2", "c.csv:3"])
    #expect(loaded.value.files.map(\.rows) == [2, 3, 2])
  }

  @Test func `a file of nothing but previews has no rows`() async throws {
    let head = qualtrics.split(separator: "\n").prefix(2).joined(separator: "\n")
    let preview = qualtrics.split(separator: "\n")[3]
    let loaded = try await load([.inMemory("\(head)\n\(preview)\n")], ["Age?"])
    #expect(loaded.value.rowCount == 0)
    #expect(loaded.problems.map(\.kind) == [.testResponse, .noRows])
  }

  @Test func `with no tool stated, all rows stay`() async throws {
    let loaded = try await load([.inMemory(qualtrics)], ["Status"], preset: .noTool)
    #expect(loaded.value.columns[0].habits.isEmpty)
    #expect(!loaded.problems.contains { $0.kind == .testResponse })
  }

  @Test func `what stands for no answer goes with the rows of its file`() async throws {
    let other = "Age?,Views?\n30,-99\n"
    let loaded = try await load(
      [.inMemory(other, path: "a.csv"), .inMemory(qualtrics, path: "b.csv")],
      ["Age?", "Views?", "Status"])
    // The mark stands in one of the columns: what is empty was not asked, in the others too.
    let expected = ToolHabits(
      rows: 1..<4, missingTexts: ["-99": .skipped, "": .notAsked], dateOrder: nil)
    #expect(loaded.value.column("age?")?.habits == [expected])
    #expect(loaded.value.column("views?")?.habits == [expected])
    #expect(loaded.value.column("status")?.habits == [])
  }

  @Test func `without the mark an empty cell of Qualtrics tells nothing`() async throws {
    let loaded = try await load([.inMemory(qualtrics.replacing("-99", with: ""))], ["Views?"])
    #expect(
      loaded.value.columns[0].habits
        == [ToolHabits(rows: 0..<3, missingTexts: ["-99": .skipped], dateOrder: nil)])
  }

  @Test(
    arguments: [
      ("3/2/26 9:14:05", DateOrder.monthDay), ("03/02/2026 09:14", nil), ("3/2/2026 9:14", nil),
    ])
  func `Microsoft's own way of writing a date tells its order`(
    stamp: String, order: DateOrder?
  ) async throws {
    let text = "ID,Start time,Completion time,Email,Name,When?\n1,\(stamp),\(stamp),,,3/2/26\n"
    let loaded = try await load([.inMemory(text)], ["Start time", "When?"])
    #expect(loaded.value.columns[0].habits.first?.dateOrder == order)
    #expect(loaded.value.columns[1].habits.isEmpty)
  }

  @Test func `a file of another tool than the stated one is told`() async throws {
    let text = "Respondent ID,Good?,Why?,\n,Response,a,b\n1,yes,a,\n2,no,,b\n"
    let loaded = try await load(
      [.inMemory(text)], ["Respondent ID", "Why? - b"], preset: .tool(.qualtrics))
    #expect(
      loaded.messages == [
        "a.csv: wrong-preset: expected an export of Qualtrics, found one of SurveyMonkey"
      ])
    #expect(loaded.rows == [["1", ""], ["2", "b"]])
  }

  @Test func `what a reviewer rejected is told and kept`() async throws {
    let text = "SubmissionDate,good,KEY,ReviewState,SubmitterID\nd,yes,a,rejected,1\nd,no,b,,1\n"
    let loaded = try await load([.inMemory(text)], ["good"])
    #expect(loaded.rows == [["yes"], ["no"]])
    #expect(
      loaded.messages == [
        "a.csv: rejected-response: expected answers that no reviewer has rejected, found others "
          + "in 1 of 2 rows, the first on line 2"
      ])
  }

  @Test func `the column that tells may also be asked for`() async throws {
    let loaded = try await load([.inMemory(qualtrics)], ["Status", "Finished", "ResponseId"])
    #expect(
      loaded.rows == [["0", "1", "R_1"], ["0", "0", "R_3"], ["0", "0", "R_6"]])
  }
}
