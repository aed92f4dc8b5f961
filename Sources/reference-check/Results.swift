import Statistics

/// What the library finds for a case, by name.
package typealias Results = [String: ReferenceValue]

/// How the statistics of a family are put to the library.
package typealias Family = [String: @Sendable (ReferenceCase) throws -> Results]

/// What a computation may give under one name.
package protocol ReferenceConvertible {
  var referenceValue: ReferenceValue { get }
}

extension Double: ReferenceConvertible {
  package var referenceValue: ReferenceValue { .number(self) }
}

extension Int: ReferenceConvertible {
  package var referenceValue: ReferenceValue { .number(Double(self)) }
}

extension Bool: ReferenceConvertible {
  package var referenceValue: ReferenceValue { .truth(self) }
}

extension String: ReferenceConvertible {
  package var referenceValue: ReferenceValue { .text(self) }
}

extension ReferenceValue: ReferenceConvertible {
  package var referenceValue: ReferenceValue { self }
}

extension Array: ReferenceConvertible where Element: ReferenceConvertible {
  package var referenceValue: ReferenceValue { .list(map(\.referenceValue)) }
}

extension Optional: ReferenceConvertible where Wrapped: ReferenceConvertible {
  package var referenceValue: ReferenceValue {
    self?.referenceValue ?? .noResult("there is none")
  }
}

extension Results {
  /// Adds what a computation gives, or why the library refuses to give it.
  package mutating func add(
    _ name: String, _ compute: () throws -> some ReferenceConvertible
  ) throws {
    do {
      self[name] = try compute().referenceValue
    } catch let error as SampleError {
      self[name] = .noResult(error.description)
    }
  }

  /// Adds several values of one computation, in the order of their names.
  package mutating func add(
    _ names: [String], _ compute: () throws -> [any ReferenceConvertible]
  ) throws {
    do {
      for (name, value) in zip(names, try compute()) { self[name] = value.referenceValue }
    } catch let error as SampleError {
      for name in names { self[name] = .noResult(error.description) }
    }
  }

  /// Adds what a computation gives, and nothing where the library refuses: for what other
  /// programs state even where there is no test or a ratio is zero or infinite.
  package mutating func addIfAny(
    _ name: String, _ compute: () throws -> some ReferenceConvertible
  ) throws {
    do { self[name] = try compute().referenceValue } catch is SampleError {}
  }
}
