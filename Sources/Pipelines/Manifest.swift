import Disclosing
import EvaluationData
import Reporting
import TextCoding

/// CountIn's own version, as manifests and reports carry it.
package let countInVersion = "0.1.0"

/// What went into a run and what came out, with digests: how anybody can tell that two runs are one.
func manifest(
  _ pipeline: Pipeline, _ evaluation: Evaluation, outputs: [(path: String, sha256: String)]
) -> String {
  let spec = pipeline.spec
  let inputs = evaluation.sources.flatMap(\.files).map { file in
    let tool = file.form.tool.map { [("tool", JSONValue.text($0))] } ?? []
    return JSONValue.object(
      [
        ("path", .text(file.path)), ("sha256", .text(evaluation.digests[file.path] ?? "")),
        ("bytes", .number(file.byteCount)), ("encoding", .text(file.encoding)),
        ("delimiter", .text(file.delimiter)), ("quote", .text(file.form.quote)),
        ("line_ending", .text(file.form.lineEnding)),
        ("preamble_rows", .number(file.form.preambleRows)),
        ("header_rows", .number(file.form.headerRows)),
        ("footer_rows", .number(file.form.footerRows)), ("header_line", .number(file.headerLine)),
        ("rows", .number(file.rows)),
      ] + tool)
  }
  func digests(_ files: [(path: String, sha256: String)]) -> JSONValue {
    .list(
      files.map { .object([("path", .text($0.path)), ("sha256", .text($0.sha256))]) })
  }
  let manifest = JSONValue.object([
    ("title", .text(spec.title)),
    ("pipeline", .text(pipeline.name)),
    (
      "period",
      .object([("start", .text("\(spec.start)")), ("end", .text("\(spec.end)"))])
    ),
    ("as_of", .text("\(evaluation.asOf)")),
    ("suppress_below", .number(spec.suppressBelow)),
    ("seed", .text(String(spec.seed))),
    ("inputs", .list(inputs)),
    ("withdrawn_rows", .number(evaluation.withdrawnRows)),
    (
      "decisions",
      digests(
        evaluation.digests.filter { $0.key.hasPrefix("decisions/") }
          .sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    ),
    (
      "names_to_redact",
      digests(
        Set(spec.quotes.compactMap(\.namesFile)).sorted().map {
          ($0, evaluation.digests[$0] ?? "")
        })
    ),
    ("spec", digests(pipeline.specFiles.map { ($0.path, $0.sha256) })),
    ("outputs", digests(outputs)),
    (
      "software",
      .object([
        ("countin", .text(countInVersion)),
        ("vectorscan", .text(vectorscanVersion)),
        ("libxlsxwriter", .text(libxlsxwriterVersion)),
        ("openssl", .text(cryptoLibraryVersion)),
        ("architecture", .text(architecture)),
      ])
    ),
  ])
  return manifest.written() + "\n"
}

private var architecture: String {
  #if arch(x86_64)
    "x86_64"
  #elseif arch(arm64)
    "arm64"
  #else
    "other"
  #endif
}
