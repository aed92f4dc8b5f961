import Statistics
import Testing

@Suite struct TTestPowerTests {
  struct Case: NamedCase {
    let name: String
    let isPaired: Bool
    let count: Double
    let effect: Double
    let significance: Double
    let power: Double
    let greater: Double
    let countNeeded: Double
    let effectFound: Double?

    var design: TTestPower.Design { isPaired ? .paired : .independent }
  }

  @Test func `an effect that nobody misses leaves nothing on the wrong side`() throws {
    for effect in [3.0, 5] {
      let power = try TTestPower(.independent, count: 500, effect: effect)
      #expect(power.power == 1 && power.wrongSide == 0)
    }
  }

  @Test(arguments: try referenceCases("t-test-power", as: Case.self))
  func `agrees with R`(_ reference: Case) throws {
    let power = try TTestPower(
      reference.design, count: reference.count, effect: reference.effect,
      significance: reference.significance)
    #expect(power.power.isClose(to: reference.power, relative: 1e-9))
    let greater = try TTestPower(
      reference.design, count: reference.count, effect: reference.effect,
      significance: reference.significance, alternative: .greater)
    #expect(greater.power.isClose(to: reference.greater, relative: 1e-9))
    #expect(greater.wrongSide == 0)
    let needed = try TTestPower.count(
      reference.design, effect: reference.effect, power: 0.9,
      significance: reference.significance)
    #expect(needed.isClose(to: reference.countNeeded, relative: 1e-7))
    let found = try TTestPower.detectableEffect(
      reference.design, count: reference.count, power: 0.9,
      significance: reference.significance)
    let again = try TTestPower(
      reference.design, count: reference.count, effect: found,
      significance: reference.significance)
    #expect(again.power.isClose(to: 0.9, relative: 1e-10))
    guard let effectFound = reference.effectFound else { return }
    #expect(found.isClose(to: effectFound, relative: 1e-7))
  }

  @Test func `without an effect the power is the significance`() throws {
    let power = try TTestPower(.paired, count: 9, effect: 0, significance: 0.03)
    #expect(power.power.isClose(to: 0.03))
    #expect(power.wrongSide.isClose(to: 0.015))
  }

  @Test func `the direction counts for one-sided tests only`() throws {
    let down = try TTestPower(.paired, count: 9, effect: -0.4, alternative: .less)
    let up = try TTestPower(.paired, count: 9, effect: 0.4, alternative: .greater)
    #expect(down.power.isClose(to: up.power))
    let wrong = try TTestPower(.paired, count: 9, effect: -0.4, alternative: .greater)
    #expect(wrong.power < 0.05)
  }

  @Test func `what has no answer is refused`() {
    #expect(throws: SampleError.noDifferences) { try TTestPower.count(.paired, effect: 0) }
    #expect(throws: SampleError.noDifferences) {
      try TTestPower.count(.paired, effect: -1, alternative: .greater)
    }
    #expect(throws: SampleError.probabilityOutOfRange(1)) {
      try TTestPower.count(.paired, effect: 1, power: 1)
    }
    #expect(throws: SampleError.tooFewObservations(required: 2, found: 1)) {
      try TTestPower(.paired, count: 1, effect: 1)
    }
  }
}

@Suite struct TwoProportionsPowerTests {
  struct Case: NamedCase {
    let name: String
    let first: Double
    let second: Double
    let count: Double
    let power: Double
    let h: Double
    let arcsine: Double
    let countNeeded: Double?
  }

  @Test(arguments: try referenceCases("two-proportions-power", as: Case.self))
  func `agrees with R`(_ reference: Case) throws {
    let power = try TwoProportionsPower(
      count: reference.count, first: reference.first, second: reference.second)
    #expect(power.power.isClose(to: reference.power, relative: 1e-11))
    #expect(power.cohensH.isClose(to: reference.h, relative: 1e-11))
    #expect(power.arcsinePower.isClose(to: reference.arcsine, relative: 1e-11))
    guard let countNeeded = reference.countNeeded else { return }
    let needed = try TwoProportionsPower.count(
      first: reference.first, second: reference.second)
    #expect(needed.isClose(to: countNeeded, relative: 1e-8))
    let found = try TwoProportionsPower.detectableProportion(
      above: reference.first, count: needed)
    #expect(found.isClose(to: reference.second, relative: 1e-8))
  }

  @Test func `what has no answer is refused`() {
    #expect(throws: SampleError.zeroVariance) {
      try TwoProportionsPower(count: 10, first: 0, second: 0)
    }
    #expect(throws: SampleError.noDifferences) {
      try TwoProportionsPower.count(first: 0.3, second: 0.3)
    }
    #expect(throws: SampleError.tooFewObservations(required: 3, found: 2)) {
      try TwoProportionsPower.detectableProportion(above: 0.5, count: 2)
    }
    #expect(throws: SampleError.probabilityOutOfRange(1.2)) {
      try TwoProportionsPower(count: 10, first: 0.5, second: 1.2)
    }
  }
}
