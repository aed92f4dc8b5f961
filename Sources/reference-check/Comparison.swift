import Statistics

/// What came of a case: which names agree, which differ, which are not offered.
package struct Comparison: Sendable {
  package struct Difference: Sendable {
    package let name: String
    package let expected: ReferenceValue
    package let found: ReferenceValue
  }

  package private(set) var equal: [String] = []
  package private(set) var different: [Difference] = []
  package private(set) var notOffered: [String] = []

  package var isUnsupported: Bool { equal.isEmpty && different.isEmpty }

  package init(_ reference: ReferenceCase, offered: Family) {
    let found: Results
    do {
      guard let compute = offered[reference.statistic] else { throw CaseError.notUnderstood("") }
      found = try compute(reference)
    } catch let error as SampleError {
      found = reference.expected.mapValues { _ in .noResult(error.description) }
    } catch {
      notOffered = reference.expected.keys.sorted()
      return
    }
    for (name, expected) in reference.expected.sorted(by: { $0.key < $1.key }) {
      guard let value = found[name] ?? (name == "error" ? found.refusal : nil) else {
        notOffered.append(name)
        continue
      }
      switch Agreement(value, expected, named: name, in: reference) {
      case .equal: equal.append(name)
      case .different: different.append(Difference(name: name, expected: expected, found: value))
      case .notComparable: notOffered.append(name)
      }
    }
  }
}

extension Results {
  /// A reason that the library gave for not giving a result, if it gave one.
  fileprivate var refusal: ReferenceValue? {
    for name in keys.sorted() {
      if let value = self[name], case .noResult = value { return value }
    }
    return nil
  }
}

private enum Agreement {
  case equal
  case different
  /// Nothing is known that the value could be held against: null says that the reference was
  /// not available, infinity what R makes of a division by zero where the library refuses.
  case notComparable

  init(
    _ found: ReferenceValue, _ expected: ReferenceValue, named name: String,
    in reference: ReferenceCase
  ) {
    switch (found, expected) {
    case (.noResult, .text("Inf")), (.noResult, .text("-Inf")): self = .notComparable
    case (.noResult, _) where name == "error": self = .equal
    case (.noResult, .missing), (.noResult, .text("NaN")), (.missing, .missing): self = .equal
    case (.number, .missing): self = .notComparable
    case (.number(let found), .text("Inf")): self = found == .infinity ? .equal : .different
    case (.number(let found), .text("-Inf")): self = found == -.infinity ? .equal : .different
    case (.number(let found), .number(let expected)):
      self =
        abs(found - expected) <= reference.margin(around: expected, named: name)
        ? .equal : .different
    case (.list(let found), .list(let expected)) where found.count == expected.count:
      let all = zip(found, expected).map { Agreement($0, $1, named: name, in: reference) }
      self = all.contains(.different) ? .different : .equal
    case (.truth, _), (.text, _), (.named, _): self = found == expected ? .equal : .different
    default: self = .different
    }
  }
}

extension ReferenceCase {
  /// How far from an expected number a found one may lie.
  ///
  /// The references of some values are good to fewer digits than their line says, as the
  /// README of the references and the notes of the cases state: profile-likelihood limits
  /// and what comes of an iteration. A number below 1e-300 has few digits; `log10_…` says
  /// it in full.
  fileprivate func margin(around expected: Double, named name: String) -> Double {
    let relative =
      switch statistic {
      case _ where name.hasPrefix("profile_"): 1e-4
      case "reliability.mcdonald_omega_total", "correlation.polychoric": 1e-4
      case "regression.random_intercept_lmm": 1e-5
      default: 0.0
      }
    let absolute =
      switch name {
      case _ where name.hasPrefix("profile_"): 1e-4
      case _ where name.hasPrefix("miettinen_nurminen_"): 1e-7
      // What rounding leaves of a statistic that is zero.
      case "chisq", "G", "Q": 1e-20
      default: 1e-300
      }
    return max(tolerance.abs, max(relative, tolerance.rel) * abs(expected), absolute)
  }
}
