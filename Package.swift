// swift-tools-version:6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// A C library of the system; the names of its packages are what `scripts/bootstrap` installs.
func system(_ name: String, pkgConfig: String?, apt: String, brew: String) -> Target {
  .systemLibrary(
    name: name, pkgConfig: pkgConfig, providers: [.apt([apt]), .brew([brew])])
}

/// One layer of ours, written in Swift.
func layer(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = [])
  -> Target
{
  .testTarget(
    name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")

/// The fuzzers, which can be linked with `-sanitize=fuzzer` only: see `scripts/fuzz`.
let fuzzers: [Target] =
  Context.environment["COUNTIN_FUZZERS"] == nil
  ? []
  : [
    .systemLibrary(name: "CFuzzer", path: "Tests/Fuzzing/CFuzzer"),
    .target(
      name: "FuzzingDriver", dependencies: ["CFuzzer"], path: "Tests/Fuzzing/Driver",
      swiftSettings: settings),
    .executableTarget(
      name: "fuzz-loading", dependencies: ["FuzzingChecks", "FuzzingDriver"],
      path: "Tests/Fuzzing/Loading", swiftSettings: settings),
    .executableTarget(
      name: "fuzz-values", dependencies: ["FuzzingChecks", "FuzzingDriver"],
      path: "Tests/Fuzzing/Values", swiftSettings: settings),
  ]

/// What is timed beside other programs: see `scripts/bench`.
let benchmarks: [Target] =
  Context.environment["COUNTIN_BENCHMARKS"] == nil
  ? []
  : [
    .executableTarget(
      name: "time-statistics", dependencies: ["Statistics"],
      path: "Tests/Benchmarks/Statistics", swiftSettings: settings),
    .executableTarget(
      name: "time-matching", dependencies: ["TextCoding", "EvaluationData"],
      path: "Tests/Benchmarks/Matching", swiftSettings: settings),
  ]

let package = Package(
  name: "countin",
  products: [
    .library(name: "Statistics", targets: ["Statistics"]),
    .executable(name: "countin", targets: ["countin"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
  ],
  targets: [
    // The C libraries, each owned by exactly one layer.
    .target(name: "CBoostMath", linkerSettings: [.linkedLibrary("m")]),
    .target(name: "CEigen"),
    .target(name: "CExchange"),
    system("CLibCSV", pkgConfig: nil, apt: "libcsv-dev", brew: "libcsv"),
    system("CUchardet", pkgConfig: "uchardet", apt: "libuchardet-dev", brew: "uchardet"),
    system("CExpat", pkgConfig: "expat", apt: "libexpat1-dev", brew: "expat"),
    system("CVectorscan", pkgConfig: "libhs", apt: "libvectorscan-dev", brew: "vectorscan"),
    system(
      "CXLSXWriter", pkgConfig: "xlsxwriter", apt: "libxlsxwriter-dev", brew: "libxlsxwriter"),
    system("CCrypto", pkgConfig: "libcrypto", apt: "libssl-dev", brew: "openssl@3"),

    // Numbers in, results out; then the words that the stages exchange.
    layer("Statistics", ["CBoostMath", "CEigen"]),
    layer("EvaluationData", ["Statistics"]),

    // The six stages, in the order in which a run calls them. None imports another.
    layer("Loading", ["EvaluationData", "CLibCSV", "CUchardet"]),
    layer("Cleaning", ["EvaluationData"]),
    layer("TextCoding", ["EvaluationData", "CVectorscan"]),
    layer("Measures", ["EvaluationData", "Statistics"]),
    layer("Disclosing", ["EvaluationData"]),
    layer("Reporting", ["EvaluationData", "CXLSXWriter", mustache]),

    // The checked-in pipeline, and the run that puts the stages in a row.
    layer(
      "Pipelines",
      [
        "Statistics", "EvaluationData", "Loading", "Cleaning", "TextCoding", "Measures",
        "Disclosing", "Reporting", "CCrypto", "CExchange", "CExpat", yams,
      ]),
    .executableTarget(
      name: "countin",
      dependencies: [
        "Pipelines", "EvaluationData", "Loading", "TextCoding", "Reporting", "Statistics",
        argumentParser,
      ],
      swiftSettings: settings),

    // Writes the synthetic exports of the demo pipeline.
    .executableTarget(name: "demo-data", swiftSettings: settings),
    // Compares the statistics with a folder of reference values.
    .executableTarget(
      name: "reference-check", dependencies: ["Statistics"], swiftSettings: settings),

    tests("StatisticsTests", ["Statistics", "reference-check"], resources: [.copy("Reference")]),
    tests("EvaluationDataTests", ["EvaluationData", "Statistics"]),
    tests(
      "LoadingTests", ["Loading", "EvaluationData"],
      resources: [.copy("Fixtures"), .copy("Reference")]),
    tests("CleaningTests", ["Cleaning", "EvaluationData"], resources: [.copy("Reference")]),
    tests("TextCodingTests", ["TextCoding", "EvaluationData"]),
    tests(
      "MeasuresTests", ["Measures", "EvaluationData", "Statistics"],
      resources: [.copy("Reference")]),
    tests("DisclosingTests", ["Disclosing", "EvaluationData"], resources: [.copy("Fixtures")]),
    tests("ReportingTests", ["Reporting", "EvaluationData"], resources: [.copy("Golden")]),
    tests(
      "PipelinesTests",
      [
        "Pipelines", "EvaluationData", "Loading", "Cleaning", "Measures", "Disclosing",
        "Statistics",
      ],
      resources: [.copy("check_schema.py")]),
    tests("EndToEndTests", ["countin", "demo-data", "reference-check"]),

    // What must hold for any input: tried on a corpus by tests, and by a fuzzer in `scripts/harden`.
    .target(
      name: "FuzzingChecks", dependencies: ["Loading", "Cleaning", "EvaluationData"],
      path: "Tests/Fuzzing/Checks", swiftSettings: settings),
    tests("FuzzingTests", ["FuzzingChecks"]),
  ] + fuzzers + benchmarks,
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17)
