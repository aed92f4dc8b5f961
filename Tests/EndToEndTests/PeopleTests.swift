import Foundation
import Testing

/// Ids that may be one person's: proposed, decided, remembered.
@Suite struct PeopleTests {
  private static let header = "first_id,second_id,evidence,decision,accepted_by,on\n"

  private func workspace(_ decisions: String? = nil) throws -> SmallWorkspace {
    let workspace = try ClubWithChecks.workspace(
      "people:\n  members: {names: name, born: born, email: email}")
    if let decisions {
      try workspace.write(Self.header + decisions, to: "data/club/decisions/people.csv")
    }
    return workspace
  }

  @Test func `pairs are proposed with their evidence, and change nothing`() throws {
    let workspace = try workspace()
    let outcome = try workspace.runs("run", "club")
    #expect(
      outcome.errors.hasSuffix(
        "2 pairs of ids may be one person's: decide on what a run writes to "
          + "internal/proposed-people.csv, in decisions/people.csv\n"))
    #expect(
      try workspace.output("internal/proposed-people.csv") == Self.header
        + "M1,M5,same e-mail; same date of birth and similar name,,,\n"
        + "M2,M3,same date of birth and similar name,,,\n")
    #expect(try workspace.counts()["data-quality/members/rows-used/count"] == 5)
    #expect(try workspace.runs("check", "club").errors.contains("2 pairs of ids may be one"))
  }

  @Test func `what was decided is not asked again`() throws {
    let workspace = try workspace(
      "M2,M3,same date of birth and similar name,different,Ada,2024-12-01\n")
    let outcome = try workspace.runs("run", "club")
    #expect(outcome.errors.contains("\n1 pair of ids may be one person's"))
    #expect(
      try workspace.output("internal/proposed-people.csv") == Self.header
        + "M2,M3,same date of birth and similar name,different,Ada,2024-12-01\n"
        + "M1,M5,same e-mail; same date of birth and similar name,,,\n")
  }

  @Test func `without a name nothing is decided`() throws {
    let workspace = try workspace("M1,M5,,same,,\n")
    #expect(try workspace.runs("run", "club").errors.contains("2 pairs of ids"))
    #expect(try workspace.counts()["data-quality/members/rows-used/count"] == 5)
  }

  @Test func `two ids become one everywhere, without a conflict to be told each time`() throws {
    let workspace = try workspace("M5,M1,,same,Ada,2024-12-01\n")
    let outcome = try workspace.runs("run", "club")
    #expect(outcome.exitCode == 0)
    #expect(!outcome.errors.contains("conflicting-record"))
    #expect(
      !outcome.errors.contains(
        "unknown-reference: A row for somebody or something that is not listed; first at answers.csv"
      ))
    let counts = try workspace.counts()
    #expect(counts["data-quality/members/rows-loaded/count"] == 5)
    #expect(counts["data-quality/members/rows-used/count"] == 4)
    let ledger = try workspace.output("internal/cleaning-ledger.csv")
    #expect(ledger.contains("members,members.csv,2,ID,M1,,same-person\n"))
    #expect(ledger.contains("answers,answers.csv,2,ID,M1,M5,same-person\n"))
    #expect(try workspace.output("publish/manifest.json").contains("decisions/people.csv"))
  }

  @Test func `two answers of one person in one wave are told`() throws {
    let workspace = try workspace("M1,M5,,same,Ada,2024-12-01\n")
    try workspace.write(
      ClubWithChecks.sources.replacing(
        "one_row_per: {members: id}", with: "one_row_per: {members: id, answers: [id, answered_on]}"
      )
        + ClubWithChecks.measures, to: "pipelines/club/pipeline.yaml")
    try workspace.write(
      ClubWithChecks.answers.replacing("M5,2024-08-02", with: "M5,2024-03-01"),
      to: "data/club/answers.csv")
    let outcome = try workspace.runs("check", "club")
    #expect(
      outcome.output.contains(
        "answers.csv:5: column 'ID': conflicting-record: expected one row for it; the first is at "
          + "answers.csv:2\n"))
  }

  @Test func `who withdrew under one id is gone under the other too`() throws {
    let workspace = try workspace("M1,M5,,same,Ada,2024-12-01\n")
    try workspace.write("id\nM5\n", to: "data/club/decisions/withdrawn.csv")
    #expect(try workspace.runs("run", "club").exitCode == 0)
    #expect(try workspace.counts()["data-quality/members/rows-used/count"] == 3)
    #expect(try workspace.counts()["data-quality/answers/rows-used/count"] == 2)
    let manifest = try workspace.output("publish/manifest.json")
    #expect(manifest.contains("\"withdrawn_rows\": 4"))
  }

  @Test func `decisions that contradict each other are told and not applied`() throws {
    let workspace = try workspace(
      "M1,M5,,same,Ada,2024-12-01\nM5,M1,,different,Bo,2024-12-02\n")
    let outcome = try workspace.runs("run", "club")
    #expect(outcome.errors.contains("1 × contradicting-decisions"))
    #expect(try workspace.counts()["data-quality/members/rows-used/count"] == 5)
  }

  @Test func `a file of decisions without its columns stops the run`() throws {
    let workspace = try workspace()
    try workspace.write("first_id,second_id\nM1,M5\n", to: "data/club/decisions/people.csv")
    let outcome = try workspace.runs("run", "club")
    #expect(outcome.exitCode == 65)
    #expect(outcome.errors.hasPrefix("error: decisions/people.csv: expected a column 'evidence'\n"))
  }
}
