import Foundation

/// A workspace of its own with a small pipeline that works; tests then break it.
final class SmallWorkspace {
  private let folder: TemporaryFolder
  var url: URL { folder.url }
  var outputs: URL { url.appending(path: "outputs/club") }

  static let pipeline = """
    title: Reading club
    period: {start: 2024-01-01, end: 2024-12-31}
    sources:
      members:
        title: Member list
        files: members.csv
    schema:
      members:
        person: id
        free_text: remark
        columns:
          id: {header: ID, type: id, required: true}
          gender: {header: Gender, type: category, levels: {female: Female, male: Male}}
          joined: {header: Joined, type: date, dates: day-month}
          remark: {header: Remark, type: text}
    clean:
      one_row_per: {members: id}
    coding:
      - {source: members, rules: tags.yaml}
    measures:
      coding:
        - {source: members, by: gender}
    """

  static let tags = """
    codes:
      books:
        label: Books
        rules:
          - match: ["book*", "read*"]
      tea:
        label: Tea
        rules:
          - match: "(tea|coffee)"
    """

  init(rows: Int = 30) throws {
    folder = try TemporaryFolder()
    try write(SmallWorkspace.pipeline, to: "pipelines/club/pipeline.yaml")
    try write(SmallWorkspace.tags, to: "pipelines/club/tags.yaml")
    try write(SmallWorkspace.members(rows), to: "data/club/members.csv")
  }

  static func members(_ rows: Int, remark: String = "I like the books and the tea") -> String {
    var text = "ID,Gender,Joined,Remark\n"
    for row in 0..<rows {
      text += "M\(row),\(row % 2 == 0 ? "Female" : "Male"),\(row % 28 + 1)/3/2024,\(remark)\n"
    }
    return text
  }

  func write(_ text: String, to path: String) throws { try write(Data(text.utf8), to: path) }

  func write(_ data: Data, to path: String) throws {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: url.appending(path: path))
  }

  /// Puts a changed pipeline file in place.
  func changePipeline(_ old: String, to new: String) throws {
    let changed = SmallWorkspace.pipeline.replacing(old, with: new)
    precondition(changed != SmallWorkspace.pipeline, "nothing was changed")
    try write(changed, to: "pipelines/club/pipeline.yaml")
  }

  func runs(_ arguments: String...) throws -> Outcome {
    try run(countin, arguments, in: url)
  }
}
