import Statistics
import Testing

@Suite struct SampleErrorTests {
  static let texts: [(SampleError, String)] = [
    (
      .tooFewObservations(required: 2, found: 1),
      "too few observations: at least 2 needed, 1 found"
    ),
    (.nonFiniteValue(index: 2), "value 3 is infinite or not a number"),
    (.negativeValue(index: 0), "value 1 is negative"),
    (.negativeWeight(index: 3), "weight 4 is negative"),
    (.zeroVariance, "the values do not vary, so nothing can be compared with their spread"),
    (
      .unequalLengths(first: 3, second: 4),
      "the samples must be of equal length: the first has 3 values, the second 4"
    ),
    (.noDifferences, "no pair differs, so there is no change to test"),
    (
      .countOutOfRange(count: 7, total: 5),
      "the count 7 does not lie between 0 and the total 5"
    ),
    (.negativeCount(index: 1), "count 2 is negative"),
    (.parameterOutOfRange("the scale", -1), "the scale is -1.0, which a distribution cannot have"),
    (
      .tooFewCategories(required: 2, found: 1), "too few categories: at least 2 needed, 1 found"
    ),
    (
      .oneCategory, "only one category was used, so agreement beyond chance is undefined"
    ),
    (
      .impossibleCategory(index: 0),
      "category 1 was observed although its expected share is zero"
    ),
    (.emptyCell, "a cell of the table is empty, so the ratio cannot be estimated"),
    (
      .tableNotRectangular(row: 1, expected: 3, found: 2),
      "row 2 of the table has 2 columns; the first has 3"
    ),
    (
      .tableNotSquare(row: 1, expected: 3, found: 2),
      "row 2 of the table has 2 columns; a square table needs 3"
    ),
    (
      .categoryOutOfRange(index: 1, category: 5, count: 3),
      "rating 2 is category 6, but there are 3 categories"
    ),
    (.tooFewItems(required: 2, found: 1), "too few items: at least 2 needed, 1 found"),
    (.tooFewRaters(required: 2, found: 1), "too few raters: at least 2 needed, 1 found"),
    (
      .singularMatrix,
      "some columns can be computed from the others, so their shares cannot be told apart"
    ),
    (
      .categoryWithoutSample(margin: 0, category: 2),
      "category 3 of margin 1 has a total but nobody in the sample"
    ),
    (
      .categoryWithoutTotal(margin: 1, category: 0),
      "category 1 of margin 2 is in the sample but its total is zero"
    ),
    (
      .totalsDiffer(first: 100, second: 90),
      "the totals of two margins add up to 100.0 and to 90.0: they must be equal"
    ),
    (.capTooLow(0.5), "the cap is 0.5 times the mean weight; it must be above 1"),
    (
      .limitTooLow(limit: 1, mean: 2),
      "the weights cannot be cut at 1.0 and keep their sum: their mean is 2.0"
    ),
    (.singleUnit(stratum: 0), "stratum 1 has a single unit, so its spread is unknown"),
    (
      .beyondObservation(last: 12),
      "nobody was observed beyond 12.0, so nothing is known of later times"
    ),
    (
      .separatedGroups,
      "all values of one group lie above those of the other, so their spread is unknown"
    ),
    (.correlationOutOfRange(1.5), "the correlation 1.5 does not lie between -1 and 1"),
    (
      .dependentColumn(index: 2),
      "column 3 of the model follows from the columns before it; leave it out"
    ),
    (
      .oneOutcome, "only one of the two outcomes occurs, so nothing can tell them apart"
    ),
    (.noSuchTerm("site"), "the model has no term 'site'"),
    (
      .perfectFit,
      "the model fits without error, so there is nothing to estimate its uncertainty from"
    ),
    (
      .fullLeverage(index: 0),
      "observation 1 alone decides its fitted value, so its error is unknown"
    ),
    (
      .separation,
      "the model tells the two outcomes apart without error, so its estimates are infinite"
    ),
    (.probabilityOutOfRange(1.5), "the probability 1.5 does not lie between 0 and 1"),
    (.sharesDoNotSumToOne(sum: 0.9), "the expected shares add up to 0.9, not to 1"),
    (.levelOutOfRange(95), "the confidence level 95.0 does not lie between 0 and 1"),
    (.zeroTotal, "the amounts add up to zero, so there are no shares"),
    (.noEvents, "no event was observed"),
    (.noOverlap, "no event happened while two groups were under observation"),
    (.overflow, "the values are too large to be added or squared"),
    (.didNotConverge, "the iteration did not converge"),
  ]

  @Test(arguments: texts)
  func `says in plain English why there is no result`(_ error: SampleError, _ text: String) {
    #expect(error.description == text)
  }
}
