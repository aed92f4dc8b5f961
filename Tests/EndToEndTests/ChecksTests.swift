import Foundation
import Testing

/// Derived columns, rules, signs of careless answers: the keys below `clean`.
@Suite struct ChecksTests {
  // MARK: Derived columns

  @Test func `derived columns are measured like columns of the exports`() throws {
    let workspace = try ClubWithChecks.workspace()
    #expect(try workspace.runs("run", "club").exitCode == 0)
    let counts = try workspace.counts()
    let place = "process-quality/members"
    #expect(counts["\(place)/age-band/18-34/count"] == 2)
    #expect(counts["\(place)/age-band/35-49/count"] == 0)
    #expect(counts["\(place)/age-band/50-or-over/count"] == 2)
    #expect(counts["\(place)/age-band/not-stated/count"] == 1)
    #expect(counts["\(place)/region/north/count"] == 2)
    #expect(counts["\(place)/region/south/count"] == 2)
    #expect(counts["process-quality/answers/wave/first/count"] == 2)
    #expect(counts["process-quality/answers/wave/second/count"] == 2)
    let problems = try workspace.output("internal/problems.csv")
    #expect(problems.contains("out-of-range,members.csv,5,Age at joining,a number of at least 18,"))
    #expect(
      problems.contains(
        "unknown-reference,members.csv,5,Area,a text that is listed in 'areas.csv',"))
    #expect(
      problems.contains(
        "dates-out-of-order,members.csv,3,Joined,\"a day on or before that in 'Left', or 2024-12-31"
      ))
    #expect(!(try workspace.output("internal/cleaning-ledger.csv").contains("Age at joining")))
  }

  @Test func `the file that is looked in belongs to the pipeline and stands in the manifest`()
    throws
  {
    let workspace = try ClubWithChecks.workspace()
    _ = try workspace.runs("run", "club")
    let before = try workspace.output("publish/manifest.json")
    #expect(before.contains("\"path\": \"pipelines/club/areas.csv\""))
    try workspace.write(
      "Code,Region\nN1,North\nS1,East\nS2,East\nX9,East\n", to: "pipelines/club/areas.csv")
    let verified = try workspace.runs("verify", "club")
    #expect(verified.exitCode == 1)
    #expect(verified.output.contains("process-quality/members/region/east/count is new"))
    #expect(verified.output.contains("publish/manifest.json: differs"))
  }

  @Test func `a wrong file to look in is told with its line`() throws {
    let workspace = try ClubWithChecks.workspace()
    try workspace.write(
      "Code,Region\nN1,North\nn1,South\n", to: "pipelines/club/areas.csv")
    let outcome = try workspace.runs("check", "club")
    #expect(
      outcome.errors == """
        error: pipelines/club/areas.csv:3: 'n1' stands here with another 'Region' than in line 2; \
        keep one of the two

        """)
    #expect(outcome.exitCode == 78)
  }

  @Test func `--as-of moves what is counted up to that day`() throws {
    let workspace = try ClubWithChecks.workspace(
      "validation:\n  answers: [{newest: answered_on, within_days: 10}]")
    #expect(try workspace.runs("check", "club").output.contains("stale-data"))
    let earlier = try workspace.runs("check", "club", "--as-of", "2024-08-12")
    #expect(!earlier.output.contains("stale-data"))
  }

  // MARK: Rules

  private static let rules = """
    validation:
      members:
        - {order: [joined, left], warn: 1}
        - {column: id, form: [{text: M}, {digits: 1 to 4}]}
        - {unique: email, name: One row for each address}
        - {rows: {from: 3, to: 10}}
      answers:
        - {column: minutes, from: 3, note: 2}
        - {when: {column: q1, from: 2}, then: {column: minutes, filled: true}}
        - {rows: {from: 10}}
    """

  @Test func `check tells what came of each rule`() throws {
    let workspace = try ClubWithChecks.workspace(Self.rules)
    let outcome = try workspace.runs("check", "club")
    #expect(outcome.exitCode == 0)
    #expect(
      outcome.output == """
        answers.csv: unexpected-row-count: expected a number of rows of at least 10, found 4
        members.csv:3: column 'Joined': dates-out-of-order: expected a day on or before that in \
        'Left', or 2024-12-31 where there is none
        members.csv:3: column 'Left': dates-out-of-order: expected a day on or after that in 'Joined'
        members.csv:5: column 'Age at joining': out-of-range: expected a number of at least 18
        members.csv:5: column 'Area': unknown-reference: expected a text that is listed in 'areas.csv'
        warned: Member list: 'Left' is on or after 'Joined': 1 of 2 rows fails
        passed over: Answers: 'Minutes' is a number of at least 3: 1 of 3 rows fails
        noted: Answers: a number of rows of at least 10: fails
        7 rules checked, 4 kept by every row
        club: the pipeline is valid; 5 problems found in the data

        """)
  }

  @Test func `a warning is told by the run, and in the reports without numbers`() throws {
    let workspace = try ClubWithChecks.workspace(Self.rules)
    let outcome = try workspace.runs("run", "club")
    #expect(
      outcome.errors.contains(
        "warning: Member list: 'Left' is on or after 'Joined': 1 of 2 rows fails\n"))
    #expect(
      try workspace.output("publish/summary.md").contains(
        "- A check of the data failed. Member list: 'Left' is on or after 'Joined'.\n"))
    #expect(
      try workspace.output("internal/checks.csv") == """
        source,rule,rows_checked,rows_failed,outcome
        members,'Left' is on or after 'Joined',2,1,warned
        members,'ID' is a text of the form 'M' then 1 to 4 digits,5,0,kept
        members,One row for each address,4,0,kept
        members,a number of rows from 3 to 10,,,kept
        answers,'Minutes' is a number of at least 3,3,1,passed over
        answers,'Minutes' is filled in where 'Q1' is a number of at least 2,1,0,kept
        answers,a number of rows of at least 10,,,noted

        """)
  }

  @Test func `problems of a whole source are counted in the summary`() throws {
    let workspace = try ClubWithChecks.workspace(
      "validation:\n  members: [{rows: {from: 10}}]")
    try workspace.write(
      "ID,Name,Born,E-mail,Area,Joined,Left\nM6,Eve Ray,1960-01-01,,N1,2024-01-01,\n",
      to: "data/club/members-2.csv")
    let outcome = try workspace.runs("run", "club")
    #expect(
      outcome.errors.contains(
        "1 × unexpected-row-count: More or fewer rows than expected; first at members*.csv\n"))
    #expect(
      try workspace.output("publish/summary.md").contains(
        "| More or fewer rows than expected | Member list | 1 |"))
  }

  @Test func `a rule at which the pipeline stops leaves the earlier outputs`() throws {
    let workspace = try ClubWithChecks.workspace(
      """
      validation:
        members:
          - {order: [joined, left], stop: 40%}
          - {column: id, form: [{text: M}, {digits: 1}], stop: 1}
        answers:
          - {rows: {from: 4}, stop: 1}
          - {newest: answered_on, within_days: 200, stop: 1}
      """)
    try workspace.write(
      ClubWithChecks.members.replacing("2024-02-01,2024-01-15", with: "2024-02-01,"),
      to: "data/club/members.csv")
    #expect(try workspace.runs("run", "club").exitCode == 0)
    let before = try contents(of: workspace.outputs)
    try workspace.write(ClubWithChecks.members, to: "data/club/members.csv")
    try workspace.write(
      "ID,Answered on,Q1,Q2,Q3,Q4,Q5,Minutes\nM1,2024-03-01,1,1,1,1,2,2\n",
      to: "data/club/answers.csv")
    for command in ["run", "check"] {
      let outcome = try workspace.runs(command, "club")
      #expect(outcome.exitCode == 65)
      #expect(
        outcome.errors.hasSuffix(
          """
          error: the exports fail rules at which the pipeline stops:
            Member list: 'Left' is on or after 'Joined': 1 of 2 rows fails; first at members.csv:3
            Answers: expected a number of rows of at least 4, found 1
            Answers: column 'Answered on': expected a day in the 200 days before 2024-12-31, or \
          that day
          Nothing was written; the earlier outputs are as they were. Correct the exports, or \
          change 'stop' in the pipeline. `countin check` lists every place.

          """), "\(outcome.errors)")
      #expect(try contents(of: workspace.outputs) == before)
    }
    let listed = try workspace.runs("check", "club").output
    #expect(
      listed.contains(
        "members.csv:3: column 'Left': dates-out-of-order: expected a day on or after that in "
          + "'Joined'\n"))
  }

  @Test func `check lists the places also where there are too many problems`() throws {
    let workspace = try ClubWithChecks.workspace("stop_above: 0.01")
    let outcome = try workspace.runs("check", "club")
    #expect(outcome.exitCode == 65)
    #expect(outcome.output.contains("members.csv:5: column 'Area': unknown-reference:"))
    #expect(outcome.errors.contains("error: too many problems in the data: 2 of 9 rows;"))
  }

  // MARK: Survey quality

  private static let quality = """
    survey_quality:
      answers:
        straight_lining: {items: [q1, q2, q3, q4, q5]}
        speeding: {duration: minutes, below: 3}
        contradictions:
          - {first: {column: q1, to: 1}, second: {column: q5, from: 5}, name: Not so bad}
        flag: {column: careless, label: Signs of haste}
    """

  @Test func `careless answers are flagged and stay, and the flag can be measured`() throws {
    let workspace = try ClubWithChecks.workspace(
      Self.quality,
      measures: "measures:\n  frequencies: [{source: answers, variables: [careless], by: wave}]\n")
    let outcome = try workspace.runs("run", "club")
    #expect(outcome.exitCode == 0)
    let problems = try workspace.output("internal/problems.csv")
    #expect(
      problems.contains(
        "straight-lining,answers.csv,2,Q1,different answers to the 5 items of 'Q1 and 4 more items',"
      ))
    #expect(problems.contains("speeding,answers.csv,2,Minutes,a duration of at least 3,"))
    #expect(problems.contains("contradictory-answers,answers.csv,3,Q5,"))
    let counts = try workspace.counts()
    #expect(counts["process-quality/answers/careless/yes/count"] == 3)
    #expect(counts["process-quality/answers/careless/no/count"] == 1)
    #expect(counts["process-quality/answers/careless/yes/wave=second/count"] == 1)
    #expect(
      try workspace.output("internal/checks.csv").contains(
        "answers,contradictory-answers: Not so bad,4,2,flagged\n"))
  }

  // MARK: Missing answers

  @Test func `answers that are missing are counted by reason for both audiences`() throws {
    let workspace = try ClubWithChecks.workspace()
    _ = try workspace.runs("run", "club")
    let counts = try workspace.counts()
    #expect(counts["data-quality/members/left/missing/count"] == 3)
    #expect(counts["data-quality/members/left/not-applicable/count"] == 3)
    #expect(counts["data-quality/members/left/skipped/count"] == 0)
    #expect(counts["data-quality/members/age-band/unreadable/count"] == 1)
    #expect(counts["data-quality/answers/minutes/skipped/count"] == 1)
    #expect(counts["data-quality/members/joined/missing/count"] == nil)
    let published = try workspace.output("publish/findings.csv")
    #expect(
      published.contains(
        "data-quality/members/left/not-applicable/count,data-quality,,members,Left,Not applicable,,"
          + ",,count,,,,,,5,counted,,,,[c],"))
    #expect(
      try workspace.output("publish/tables/data-quality-missing.csv").hasPrefix(
        "Source,Column,Missing,Share missing (0 to 1),"))
  }
}
