import Foundation

/// A small workspace with two sources and what `clean` can add to them and hold against them.
enum ClubWithChecks {
  static let sources = """
    title: Reading club
    period: {start: 2024-01-01, end: 2024-12-31}
    sources:
      members: {title: Member list, files: "members*.csv"}
      answers: {title: Answers, files: answers.csv}
    schema:
      members:
        person: id
        columns:
          id: {header: ID, type: id, required: true}
          name: {header: Name, type: text}
          born: {header: Born, type: date}
          email: {header: E-mail, type: text}
          area: {header: Area, type: text}
          joined: {header: Joined, type: date}
          left: {header: Left, type: date, empty: not-applicable}
      answers:
        person: id
        wave: wave
        columns:
          id: {header: ID, type: id, required: true, refers_to: members.id}
          answered_on: {header: Answered on, type: date}
          q1: {header: Q1, type: integer}
          q2: {header: Q2, type: integer}
          q3: {header: Q3, type: integer}
          q4: {header: Q4, type: integer}
          q5: {header: Q5, type: integer}
          minutes: {header: Minutes, type: number}
    clean:
      one_row_per: {members: id}
      derived:
        members:
          age: {label: Age at joining, age_from: born, at: joined}
          age_band: {label: Age band, bands_of: age, starts: [18, 35, 50]}
          region: {label: Region, lookup: area, in: areas.csv, key: Code, value: Region, fold: true}
          days: {days_from: joined, to: left, ongoing: true}
        answers:
          wave:
            wave_of: answered_on
            waves: {first: {from: 2024-01-01, label: First}, second: {from: 2024-07-01}}

    """

  static let measures = """
    measures:
      frequencies:
        - {source: members, variables: [age_band, region]}
        - {source: answers, variables: [wave]}

    """

  static let members = """
    ID,Name,Born,E-mail,Area,Joined,Left
    M1,Ann Lee,1950-03-02,ann@example.org,n1,2024-01-05,
    M2,Robert Smith,1990-05-12,,S1,2024-02-01,2024-01-15
    M3,Bob Smyth,1990-05-12,bob@example.org,S2,2024-03-01,2024-09-01
    M4,Cy Hope,2010-01-01,cy@example.org,X9,2024-03-05,
    M5,A. Lee,1950-03-02,ANN@example.org,N1,2024-06-05,

    """

  static let answers = """
    ID,Answered on,Q1,Q2,Q3,Q4,Q5,Minutes
    M1,2024-03-01,1,1,1,1,1,2
    M2,2024-03-02,1,2,3,4,5,12
    M3,2024-08-02,1,2,1,4,5,
    M5,2024-08-02,2,2,1,4,5,11

    """

  /// The workspace with `clean` going on as given, each line indented by two.
  static func workspace(
    _ clean: String = "", measures: String = measures
  ) throws -> SmallWorkspace {
    let workspace = try SmallWorkspace()
    let lines = clean.split(separator: "\n").map { "  \($0)\n" }.joined()
    try workspace.write(sources + lines + measures, to: "pipelines/club/pipeline.yaml")
    try workspace.write(
      "Code,Region\nN1,North\nS1,South\nS2,South\n", to: "pipelines/club/areas.csv")
    try workspace.write(members, to: "data/club/members.csv")
    try workspace.write(answers, to: "data/club/answers.csv")
    return workspace
  }
}

extension SmallWorkspace {
  /// The text of a file of the outputs.
  func output(_ path: String) throws -> String {
    try String(contentsOf: outputs.appending(path: path), encoding: .utf8)
  }

  /// The counts among the findings of the team, by id.
  func counts() throws -> [String: Int] {
    var counts: [String: Int] = [:]
    for line in try output("internal/findings.csv").split(separator: "\n") {
      guard let statistic = line.firstRange(of: ",count,") else { continue }
      counts[String(line.prefix { $0 != "," })] = Int(
        line[statistic.upperBound...].prefix { $0 != "," })
    }
    return counts
  }
}
