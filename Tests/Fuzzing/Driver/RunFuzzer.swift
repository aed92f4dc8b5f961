#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import CFuzzer
import Dispatch

/// What is tried on each input.
nonisolated(unsafe) private var check: @Sendable ([UInt8]) async -> Void = { _ in }

/// Gives the process to libFuzzer, which calls the check until it is stopped.
package func runFuzzer(_ body: @escaping @Sendable ([UInt8]) async -> Void) -> Never {
  unsafe check = body
  var count = CommandLine.argc
  var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? =
    unsafe CommandLine.unsafeArgv
  let status = unsafe LLVMFuzzerRunDriver(&count, &arguments) { data, size in
    let bytes = unsafe Array(UnsafeBufferPointer(start: data, count: size))
    let body = unsafe check
    let done = DispatchSemaphore(value: 0)
    Task.detached {
      await body(bytes)
      done.signal()
    }
    done.wait()
    return 0
  }
  exit(status)
}
