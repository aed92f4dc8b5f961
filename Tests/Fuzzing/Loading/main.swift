import FuzzingChecks
import FuzzingDriver

runFuzzer { await checkLoading($0) }
