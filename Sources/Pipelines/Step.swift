/// Hears which stage of a run begins.
package struct Progress: Sendable {
  package let begin: @Sendable (_ stage: String) -> Void

  package init(begin: @escaping @Sendable (_ stage: String) -> Void) { self.begin = begin }
}

/// A stage that failed, and why.
package struct StepError: Error, CustomStringConvertible {
  package let step: String
  package let cause: any Error

  package var description: String { "\(cause)" }
}

func step<Output>(
  _ name: String, _ progress: Progress, _ body: () throws -> Output
) throws(StepError) -> Output {
  progress.begin(name)
  do { return try body() } catch { throw StepError(step: name, cause: error) }
}

func step<Output>(_ name: String, _ progress: Progress, _ body: () -> Output) -> Output {
  progress.begin(name)
  return body()
}

func step<Output>(
  _ name: String, _ progress: Progress, _ body: () async throws -> Output
) async throws(StepError) -> Output {
  progress.begin(name)
  do { return try await body() } catch { throw StepError(step: name, cause: error) }
}
