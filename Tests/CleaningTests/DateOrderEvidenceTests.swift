import Cleaning
import EvaluationData
import Testing

private func evidence(_ texts: [String], rows: [Int]? = nil) -> DateOrderEvidence {
  DateOrderEvidence(of: TextColumn(texts), rows: rows)
}

struct DateOrderEvidenceTests {
  private let periodEnd = CalendarDate(daysSince1970: 20_178)  // 2025-03-31

  @Test func `each kind of text is counted with its rows`() {
    let counts = evidence(
      [
        "31/3/2024", "3/31/2024", "3/4/2024", "4/4/2024", "2024-03-04", "5 May 2024", "3/4/24",
        "45382", "", "N/A", "31/2/2024", "Tue 5/3/2024", "31/3/24", "5-May-24",
      ], rows: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192])
    #expect(counts.dayFirstOnly == 1 + 2048 + 4096)
    #expect(counts.monthFirstOnly == 2)
    #expect(counts.either == 4 + 64)
    #expect(counts.certain == 8 + 16 + 32 + 8192)
    #expect(counts.shortYears == 64 + 4096 + 8192)
    #expect(evidence(["Wed 31/3/99"]).dayFirstOnly == 1)
    #expect(counts.serials == 128)
    #expect(counts.other == 256 + 512 + 1024)
    #expect(counts.days?.lowerBound.description == "2024-03-04")
    #expect(counts.days?.upperBound.description == "2024-05-05")
  }

  @Test func `each text counts once where no rows are given`() {
    #expect(evidence(["31/3/2024", "30/3/2024", "3/4/2024"]).dayFirstOnly == 2)
  }

  @Test func `the texts of one file are heard apart from those of another`() {
    let texts = ["31/3/2024", "3/4/2024", "3/31/2024", "4/3/2024"]
    let column = TextColumn(texts)
    #expect(evidence(texts).verdict == .mixed)
    #expect(DateOrderEvidence(of: column, in: 0..<2).verdict == .order(.dayMonth))
    #expect(DateOrderEvidence(of: column, in: 2..<4).verdict == .order(.monthDay))
    let first = evidence(texts, rows: [1, 5, 0, 0])
    #expect(first.verdict == .order(.dayMonth))
    #expect(first.days?.upperBound == first.days?.lowerBound)
  }

  @Test(arguments: [
    (["31/3/2024", "3/4/2024"], DateOrderEvidence.Verdict.order(.dayMonth)),
    (["3/31/2024", "3/4/2024", "2024-01-01"], .order(.monthDay)),
    (["3/31/2024", "31/3/2024"], .mixed), (["3/4/2024", "2024-03-31"], .undecided),
    (["4/4/2024", "2024-03-31", "soon"], .notNeeded), ([], .notNeeded),
  ])
  func `the verdict follows from the counts`(
    texts: [String], verdict: DateOrderEvidence.Verdict
  ) {
    #expect(evidence(texts).verdict == verdict)
  }

  @Test func `what the pipeline states goes before what the dates tell`() {
    let texts = ["3/31/2024", "3/4/2024"]
    #expect(evidence(texts).rule(stated: nil, periodEnd: periodEnd) == DateRule(.stated(.monthDay)))
    #expect(
      evidence(texts).rule(stated: .dayMonth, periodEnd: periodEnd) == DateRule(.stated(.dayMonth)))
    for unclear in [["3/4/2024"], ["31/3/2024", "3/31/2024"], ["2024-03-31"]] {
      let rule = evidence(unclear).rule(stated: nil, periodEnd: periodEnd)
      #expect(rule == DateRule(.unambiguous))
    }
  }

  @Test func `short years are read where the whole column has them`() {
    let short = evidence(["31/3/24", "N/A"]).rule(stated: nil, periodEnd: periodEnd)
    #expect(short.shortYearsUntil?.description == "2026-04-01")
    let both = evidence(["31/3/24", "31/3/2024"]).rule(stated: nil, periodEnd: periodEnd)
    #expect(both.shortYearsUntil == nil)
  }

  @Test func `numbers may mean days within a year of the other dates`() {
    let days = evidence(["45382", "2024-03-31", "2024-06-30"])
      .rule(stated: nil, periodEnd: periodEnd).serialDays
    #expect(days?.lowerBound.description == "2023-03-31")
    #expect(days?.upperBound.description == "2025-07-01")
    let alone = evidence(["45382"]).rule(stated: nil, periodEnd: periodEnd).serialDays
    #expect(alone?.lowerBound.description == "1927-05-18")
    #expect(alone?.upperBound.description == "2026-04-01")
    #expect(evidence(["2024-03-31"]).rule(stated: nil, periodEnd: periodEnd).serialDays == nil)
  }
}
