import FuzzingChecks
import FuzzingDriver

runFuzzer { await checkValues($0) }
