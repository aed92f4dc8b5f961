import Cleaning
import EvaluationData
import Testing

struct BooleanTests {
  private let reader = BooleanReader(plainColumn)

  @Test func `yes and no are read without a change`() {
    for text in ["Yes", "yes", " No ", "no"] {
      let reading = reader.read(text)
      #expect(reading.value == text.lowercased().contains("yes"))
      #expect(reading.change == nil && reading.problem == nil)
    }
    #expect(reader.read("YES.").changed == "level-spelling > Yes")
  }

  @Test(arguments: [
    (
      ["y", "TRUE", "t", "1", "1.0", "On", "checked", "Ticked", "selected", "✓", "✔\u{FE0F}", "☑"],
      true
    ),
    (["N", "False", "f", "0", "0.0", "off", "unchecked", "not ticked", "✗", "✘", "❌", "☐"], false),
  ])
  func `what programs and people write stands in the ledger`(texts: [String], answer: Bool) {
    for text in texts {
      let reading = reader.read(text)
      #expect(reading.value == answer, "\(text)")
      #expect(reading.changed == "boolean-spelling > \(answer ? "Yes" : "No")")
      #expect(reading.problem == nil)
    }
  }

  @Test(arguments: ["maybe", "2", "yes no", "Ie", "ydw", "✓✓", "10"])
  func `anything else is not guessed`(text: String) {
    #expect(reader.read(text).isUnreadable)
    #expect(reader.read(text).message == "unknown-level: expected yes or no")
  }

  @Test(arguments: ["x", "X", "×", "☒"])
  func `a cross is read where it is the only mark in the column`(text: String) {
    #expect(reader.read(text).isUnreadable)
    #expect(
      reader.read(text).message == "unknown-level: expected yes or no; a cross may mean either")
    let evidence = BooleanEvidence(of: TextColumn([text, "", " "]), rows: [3, 9, 9])
    #expect(evidence.crosses == 3 && evidence.crossMeansYes)
    let ticks = BooleanReader(plainColumn, crossMeansYes: evidence.crossMeansYes)
    #expect(ticks.read(text).changed == "boolean-spelling > Yes")
    #expect(!BooleanEvidence(of: TextColumn([text, "✓"])).crossMeansYes)
    #expect(!BooleanEvidence(of: TextColumn([text, "no"])).crossMeansYes)
    #expect(!BooleanEvidence(of: TextColumn([text, "?!"])).crossMeansYes)
    #expect(!BooleanEvidence(of: TextColumn([""])).crossMeansYes)
  }

  @Test func `the pipeline's recodes go before all others`() {
    let reader = BooleanReader(
      plainColumn,
      recodes: ["2": false, "Ie": true, "Na": false, "x": false, "<1": true, "1": false])
    #expect(reader.read("2").changed == "level-also > No")
    #expect(reader.read("IE").value == true)
    #expect(reader.read("na").value == false)
    #expect(reader.read("X").value == false)
    // Two recodes that fold alike are told apart by their exact text only.
    #expect(reader.read("1").value == false && reader.read("<1").value == true)
    #expect(reader.read("1.").changed == "boolean-spelling > Yes")
  }

  @Test func `missing answers, failed formulas and levels`() {
    #expect(reader.read("").cell == .missing(.skipped))
    #expect(reader.read("n/a").cell == .missing(.notApplicable))
    #expect(
      reader.read("#N/A").message
        == "excel-error: expected yes or no; a lookup in the spreadsheet found nothing")
    #expect(reader.readLevel("y").cell == .value(0))
    #expect(reader.readLevel("n").changed == "boolean-spelling > No")
    #expect(reader.readLevel("n").cell == .value(1))
    #expect(reader.readLevel("n/a").cell == .missing(.notApplicable))
    #expect(reader.readLevel("maybe").message == reader.read("maybe").message)
  }
}
