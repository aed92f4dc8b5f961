import EvaluationData
import Reporting
import Testing

@Suite struct NumberStyleTests {
  @Test(arguments: [
    (Statistic.count, 1_234_567.0, "1,234,567"), (.count, 0, "0"), (.count, 999, "999"),
    (.share, 0.63, "63%"), (.share, 0, "0%"), (.share, 1e-17, "0%"), (.share, 0.0004, "<0.1%"),
    (.share, 0.0041, "0.4%"), (.share, 0.0095, "1.0%"), (.share, 0.285, "29%"),
    (.share, 0.996, ">99%"), (.share, 1, "100%"),
    (.gap, 0.042, "+4.2"), (.gap, -0.0861, "−8.6"), (.gap, 0.0004, "0.0"), (.gap, -0.0004, "0.0"),
    (.medianDays, 143, "143"), (.medianDays, 61.5, "61.5"), (.median, 12.5, "12.5"),
    (.maximum, 19, "19"), (.baselineMean, 3.1, "3.10"), (.meanChange, 0.7, "+0.70"),
    (.meanChange, -0.004, "0.00"), (.netScore, -12.3, "−12"), (.kappa, 0.715, "0.72"),
    (.ratingGap, -0.5, "−0.50"), (.fit, 0.0123, "0.012"), (.fit, 0.00002, "<0.001"),
  ])
  func `a number is written as its kind asks`(
    _ statistic: Statistic, _ value: Double, _ text: String
  ) {
    #expect(NumberStyle(statistic).text(value) == text)
  }

  @Test func `limits are joined by to, and units stand in sentences`() {
    let limits = Finding.Limits(lower: 0.52, upper: 0.73, level: 0.95)
    #expect(NumberStyle(.share).text(limits) == "52% to 73%")
    #expect(NumberStyle(.gap).text(limits) == "+52.0 to +73.0")
    #expect(NumberStyle(.gap).phrase(0.042) == "+4.2 points")
    #expect(NumberStyle(.medianDays).phrase(1) == "1 day")
    #expect(NumberStyle(.medianDays).phrase(61.5) == "61.5 days")
  }
}
