import ArgumentParser
import Loading
import Pipelines
import Reporting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs a command's work, prints what went wrong in plain words, and ends with the right code.
func reporting<Result>(_ body: () async throws -> Result) async throws -> Result {
  do {
    return try await body()
  } catch let code as ExitCode {
    throw code
  } catch let error as ValidationError {
    throw error
  } catch {
    let cause = (error as? StepError)?.cause ?? error
    printError("error: \(cause)")
    throw ExitCode(exitCode(of: cause))
  }
}

/// What is wrong is in the files of the pipeline, not in the data.
let invalidSpecExitCode = EX_CONFIG

/// The exit codes of sysexits.h.
private func exitCode(of error: any Error) -> Int32 {
  switch error {
  case is InvalidSpec: invalidSpecExitCode
  case is RulesDataError: EX_USAGE
  case is Workspace.Failure: EX_USAGE
  case let error as InputError:
    switch error {
    case .changed, .ambiguousName, .withdrawalsNotRead: EX_DATAERR
    default: EX_NOINPUT
    }
  case let error as LoadError:
    switch error {
    case .unreadable: EX_NOINPUT
    case .readersDisagree: EX_SOFTWARE
    default: EX_DATAERR
    }
  case is any RefusedData, is DecisionsError, is SchemaDraftError,
    is NameListError:
    EX_DATAERR
  case is NothingToVerify: EX_NOINPUT
  case let error as OutputError:
    if case .anotherRun = error { EX_TEMPFAIL } else { EX_CANTCREAT }
  case is ReportError: EX_CANTCREAT
  default: EX_SOFTWARE
  }
}
