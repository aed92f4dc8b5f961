/// Runs a pipeline and puts its outputs in place.
package func runPipeline(
  _ pipeline: Pipeline, _ settings: RunSettings, outputs: String, progress: Progress,
  repaired: (String) -> Void, runLog: @escaping @Sendable (Evaluation) -> String
) async throws -> (evaluation: Evaluation, written: WrittenOutputs) {
  let folder = try OutputFolder(root: outputs, pipeline: pipeline.name)
  if let found = folder.repaired { repaired(found) }
  let evaluation: Evaluation
  let written: WrittenOutputs
  do {
    evaluation = try await evaluate(pipeline, settings, progress: progress)
    let staging = folder.staging
    written = try await step("report", progress) {
      try await writeOutputs(
        pipeline, evaluation, settings: settings, into: staging,
        runLog: { runLog(evaluation) })
    }
  } catch {
    folder.discard()
    throw error
  }
  try folder.publish()
  return (evaluation, written)
}
