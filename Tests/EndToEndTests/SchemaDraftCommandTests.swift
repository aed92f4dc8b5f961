import Foundation
import Testing

/// Drafts of schemas, put into a pipeline as they are.
@Suite struct SchemaDraftCommandTests {
  private static let exports: [(name: String, text: String)] = [
    (
      "kobo",
      "about/act,about/act/walk,about/act/other,about/act_other,_submission_time,_uuid\n"
        + "walk,1,0,,2026-03-01T08:24:05,u1\nwalk other,1,1,choir,2026-03-02T08:24:05,u2\n"
        + "other,0,1,chess,2026-03-03T08:24:05,u3\n"
    ),
    (
      "odk",
      "SubmissionDate,about-act,about-act/walk,about-act/swim,KEY,SubmitterName\n"
        + "2026-03-01T09:24:05.000Z,walk swim,1,1,uuid:1,Ann\n"
        + "2026-03-02T09:24:05.000Z,walk,1,0,uuid:2,Ann\n"
        + "2026-03-03T09:24:05.000Z,swim,0,1,uuid:3,Ann\n"
    ),
    ("twice", "ID,Contact,Contact\nM0,by post,p0@example.org\nM1,by post,p1@example.org\n"),
    (
      "redcap",
      "record_id,act___1,act___2,act___99,act_other\n1,0,0,0,\n2,1,0,1,choir\n3,1,0,0,\n"
    ),
    (
      "labels",
      "Record ID,What? (choice=Walk),What? (choice=Other),Other\n1,Checked,Unchecked,\n"
        + "2,Unchecked,Checked,choir\n"
    ),
    ("bell\u{7}", "ID,Age\nM1,44\nM2,45\n"),
  ]

  @Test(arguments: exports)
  func `a draft passes the check as it is`(_ name: String, _ text: String) throws {
    let workspace = try SmallWorkspace()
    try workspace.write(text, to: "data/club/\(name).csv")
    let draft = try workspace.runs("schema", "draft", "data/club/\(name).csv")
    #expect(draft.exitCode == 0)
    let lines = draft.output.split(separator: "\n").filter { $0.hasPrefix("#   ") }
      .map { String($0.dropFirst(4)) }
    let reference = try #require(lines.first { $0.contains("table_schema: ") })
    let file = try #require(reference.split(separator: " ").last)
    try workspace.write(draft.output, to: "pipelines/club/\(file)")
    try workspace.write(
      "title: T\nperiod: {start: 2026-01-01, end: 2026-12-31}\n"
        + lines.joined(separator: "\n") + "\nmeasures: {}\n",
      to: "pipelines/club/pipeline.yaml")
    let check = try workspace.runs("check", "club")
    #expect(check.errors == "")
    #expect(check.exitCode == 0)
  }

  @Test func `of two columns with one heading the first is asked for by its full name`() throws {
    let workspace = try SmallWorkspace()
    try workspace.write(SchemaDraftCommandTests.exports[2].text, to: "twice.csv")
    let draft = try workspace.runs("schema", "draft", "twice.csv")
    #expect(draft.output.contains("    title: Contact (1)\n"))
    #expect(draft.output.contains("    title: Contact (2)\n"))
  }

  @Test func `the column with all choices in a cell is left out beside those of each`() throws {
    let workspace = try SmallWorkspace()
    try workspace.write(SchemaDraftCommandTests.exports[0].text, to: "kobo.csv")
    let draft = try workspace.runs("schema", "draft", "kobo.csv")
    #expect(
      draft.output.contains(
        """
          # Left out, for the columns of its choices say the same: see about_act_2, at the end of this
          # file.
          - name: about_act
            title: about/act
            type: string
            countin: {leave_out: true}
        """))
  }

  @Test func `surnames and births are not in a draft in French`() throws {
    let workspace = try SmallWorkspace()
    var text = "Nom;Date de naissance;Sexe\n"
    for row in 1...20 { text += "\(["Durand", "Petit"][row % 2]);\(row)/03/1950;F\n" }
    try workspace.write(text, to: "gens.csv")
    let draft = try workspace.runs("schema", "draft", "gens.csv")
    #expect(!draft.output.contains("Durand"))
    #expect(!draft.output.contains("1950"))
    #expect(
      draft.errors.contains(
        "left out, for they identify people: 'Nom', 'Date de naissance'"))
  }
}
