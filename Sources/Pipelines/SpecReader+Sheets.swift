import EvaluationData
import Measures
import TextCoding
import Yams

/// The columns of a filled sheet of `countin rules sample`.
enum SheetColumn {
  static let response = "response"
  static let text = "text"
  static let coder = "coder"
  static let codes = "codes"
}

extension SpecReader {
  /// Reads a source of filled sheets: its columns follow from the source that was coded.
  mutating func readSheet(
    _ source: Named, _ node: SpecNode, of target: SpecNode, _ schemas: [DescribedSchema]
  ) throws(InvalidSpec) {
    if let own = document.root["schema"]?.entries.first(where: { $0.key.text == source.name }) {
      add("the columns of a sheet are known; remove this block", at: own.key)
      return
    }
    let codings = document.root["coding"]?.items ?? []
    guard let coding = codings.first(where: { $0.text("source") == target.text }),
      let file = coding["rules"],
      let schema = schemas.first(where: { $0.source == target.text })
    else {
      refuse(target, "coded source", known: codings.compactMap { $0.text("source") })
      return
    }
    guard let frame = try frame(file) else { return }
    let block = sheetColumns(
      at: target, id: idColumn(of: target.text, schema) ?? SheetColumn.response,
      text: schema.node.text("free_text") ?? SheetColumn.text, codes: frame.codes.map(\.name),
      hasCoder: node["files"]?.items.contains { $0.text.contains("{\(SheetColumn.coder)}") }
        ?? false
    )
    try readSource(source, node, block, keyColumns: nil)
    sheets[source.name] = target.text
  }

  /// The one column by which the rows of a source are told apart, if it holds ids.
  private func idColumn(of source: String, _ schema: DescribedSchema) -> String? {
    let keys = document.root["clean"]?["one_row_per"]?[source] ?? schema.key
    guard let names = keys?.items, names.count == 1,
      let column = schema.node["columns"]?[names[0].text],
      let type = column.text("type"), PipelineSpec.KnownColumn.textTypes.contains(type)
    else { return nil }
    return names[0].text
  }

  private func sheetColumns(
    at place: SpecNode, id: String, text: String, codes: [Named], hasCoder: Bool
  ) -> SpecNode {
    func block(_ pairs: [(String, Node)]) -> Node {
      place.mapping(pairs.map { (place.scalar($0.0), $0.1) })
    }
    func word(_ text: String) -> Node { place.scalar(text) }
    var headings = codes.map { ($0.name, word($0.name)) }
    if !codes.contains(where: { $0.name == AgreementSpec.noCode }) {
      headings.append((AgreementSpec.noCode, word(AgreementSpec.noCode)))
    }
    var columns: [(String, Node)] = [
      (SheetColumn.response, block([("header", word(id)), ("type", word("id"))])),
      (
        SheetColumn.text,
        block([
          ("header", word(text)), ("type", word("text")), ("optional", word("true")),
        ])
      ),
      (
        SheetColumn.codes,
        block([
          ("type", word("multi-select")), ("one_hot", block(headings)),
          ("optional", word("true")),
        ])
      ),
    ]
    if hasCoder { columns.append((SheetColumn.coder, block([("type", word("text"))]))) }
    return SpecNode(node: block([("columns", block(columns))]))
  }
}
