import EvaluationData
import Testing

@Suite struct TableTests {
  @Test(arguments: MissingReason.allCases)
  func `a reason comes back from every kind of column`(_ reason: MissingReason) {
    var category = CategoryColumn(levels: [Named("a")])
    category.append(.missing(reason))
    #expect(category[0] == .missing(reason))
    #expect(category.level(0) == nil)
    var numbers = NumberColumn()
    numbers.append(.missing(reason))
    #expect(numbers[0] == .missing(reason))
    var dates = DateColumn()
    dates.append(.missing(reason))
    #expect(dates[0] == .missing(reason))
    var choices = ChoiceColumn(choices: [Named("a")])
    choices.append([0], missing: reason)
    #expect(choices.missingReason(0) == reason && choices.isMissing(0))
    var reasons = MissingReasons()
    reasons.append(reason)
    #expect(TextCells(texts: TextColumn(["left"]), reasons: reasons)[0] == .missing(reason))
  }

  @Test func `a value comes back from every kind of column`() {
    var category = CategoryColumn(levels: [Named("a"), Named("b")])
    category.append(.value(1))
    #expect(category[0] == .value(1))
    #expect(category.level(0) == Named("b"))
    var numbers = NumberColumn()
    numbers.append(.value(-0.5))
    #expect(numbers[0] == .value(-0.5))
    var dates = DateColumn()
    dates.append(.value(CalendarDate(daysSince1970: -1)))
    #expect(dates[0] == .value(CalendarDate(daysSince1970: -1)))
    let texts = TextCells(
      texts: TextColumn(["", "é", "x"]), reasons: MissingReasons(presentRows: 3))
    #expect((0..<3).map { texts[$0].value } == ["", "é", "x"])
  }

  @Test func `choices beyond the sixty-fourth have words of their own`() {
    var choices = ChoiceColumn(choices: (0..<130).map { Named("code-\($0)") })
    #expect(choices.wordsPerRow == 3)
    choices.append([1, 0, 2])
    choices.append([0, 1 << 63, 0])
    #expect((0..<130).filter { choices.contains($0, row: 0) } == [0, 129])
    #expect((0..<130).filter { choices.contains($0, row: 1) } == [127])
  }

  @Test func `rows keep file and line when others are left out`() {
    var addresses = RowAddresses()
    addresses.begin(file: "a.csv")
    for line in [2, 3, 5] { addresses.append(line: line) }
    addresses.begin(file: "empty.csv")
    addresses.begin(file: "b.csv")
    for line in [2, 4] { addresses.append(line: line) }
    #expect(
      addresses.address(of: 3, column: "c") == CellAddress(file: "b.csv", line: 2, column: "c"))
    let kept = addresses.keeping([1, 2, 4])
    #expect(kept.count == 3)
    #expect((0..<3).map { kept.file(of: $0) } == ["a.csv", "a.csv", "b.csv"])
    #expect((0..<3).map { kept.line(of: $0) } == [3, 5, 4])
  }
}
