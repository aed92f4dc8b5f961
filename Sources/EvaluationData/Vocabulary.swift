// The closed lists of words in `findings.csv`. Each case has its meaning here
// and nowhere else: the reference page is written from these lists.

/// What a finding belongs to.
package enum Measure: String, Sendable, Hashable, CaseIterable {
  case representativeness
  case engagement
  case feedbackLoop = "feedback-loop"
  case outcomes
  case processQuality = "process-quality"
  case ladders
  case theoryOfChange = "theory-of-change"
  case coding
  case agreement
  case trend
  case cost
  case dataQuality = "data-quality"

  package var title: String {
    switch self {
    case .representativeness: "Who is in the room"
    case .engagement: "Taking part"
    case .feedbackLoop: "What happened to what people said"
    case .outcomes: "What changed for people"
    case .processQuality: "Quality of the process"
    case .ladders: "How far involvement goes"
    case .theoryOfChange: "Theory of change"
    case .coding: "What people said"
    case .agreement: "Agreement between coders"
    case .trend: "Change over time"
    case .cost: "Costs"
    case .dataQuality: "The data behind the figures"
    }
  }
}

/// How a value is to be read and written.
package enum Unit: Sendable, Hashable {
  /// A whole number of things.
  case count
  /// A share from 0 to 1, shown as a percentage.
  case share
  /// A difference of two shares, shown in percentage points.
  case points
  /// Days.
  case days
  /// A score on the scale of its question.
  case score
  /// A pure number such as a ratio, an index or a coefficient.
  case number
}

/// What a value is.
package enum Statistic: String, Sendable, Hashable, CaseIterable {
  case count
  case share
  case targetShare = "target-share"
  case gap
  case ratio
  case dissimilarity
  case fit
  case mean
  case median
  case minimum
  case maximum
  case shareInRange = "share-in-range"
  case attendanceRate = "attendance-rate"
  case retention
  case fixRate = "fix-rate"
  case medianDays = "median-days"
  case baselineMean = "baseline-mean"
  case followUpMean = "follow-up-mean"
  case meanChange = "mean-change"
  case medianChange = "median-change"
  case standardizedChange = "standardized-change"
  case shareBetter = "share-better"
  case shareSame = "share-same"
  case shareWorse = "share-worse"
  case attrition
  case attritionDifference = "attrition-difference"
  case netScore = "net-score"
  case rating
  case ratingGap = "rating-gap"
  case precision
  case recall
  case f1
  case prevalence
  case percentAgreement = "percent-agreement"
  case kappa
  case fleissKappa = "fleiss-kappa"
  case krippendorffsAlpha = "krippendorffs-alpha"
  case gwetsAC1 = "gwets-ac1"
  case meanF1 = "mean-f1"
  case difference
  case jaccard
  case lift
  case changeFromFirst = "change-from-first"
  case changeFromPrevious = "change-from-previous"
  case processMean = "process-mean"

  package var unit: Unit {
    switch self {
    case .count: .count
    case .share, .targetShare, .shareInRange, .attendanceRate, .retention, .fixRate, .shareBetter,
      .shareSame, .shareWorse, .attrition, .prevalence, .percentAgreement, .jaccard, .processMean:
      .share
    case .gap, .difference, .changeFromFirst, .changeFromPrevious: .points
    case .medianDays: .days
    case .mean, .median, .minimum, .maximum, .baselineMean, .followUpMean, .meanChange,
      .medianChange, .attritionDifference, .netScore:
      .score
    case .ratio, .dissimilarity, .fit, .standardizedChange, .precision, .recall, .f1, .kappa,
      .fleissKappa, .krippendorffsAlpha, .gwetsAC1, .meanF1, .rating, .ratingGap, .lift:
      .number
    }
  }

  /// What it is called at the head of a column.
  package var label: String {
    switch self {
    case .count: "Number"
    case .share: "Share"
    case .targetShare: "Share of the population"
    case .gap: "Gap"
    case .ratio: "Ratio"
    case .dissimilarity: "Index of dissimilarity"
    case .fit: "Fit to the population"
    case .mean: "Mean"
    case .median: "Median"
    case .minimum: "Lowest"
    case .maximum: "Highest"
    case .shareInRange: "Share in range"
    case .attendanceRate: "Attendance rate"
    case .retention: "Retention"
    case .fixRate: "Fix rate"
    case .medianDays: "Median days"
    case .baselineMean: "Mean at baseline"
    case .followUpMean: "Mean at follow-up"
    case .meanChange: "Mean change"
    case .medianChange: "Typical change"
    case .standardizedChange: "Standardised change"
    case .shareBetter: "Better"
    case .shareSame: "The same"
    case .shareWorse: "Worse"
    case .attrition: "Not followed up"
    case .attritionDifference: "Baseline of those not followed up, less the others"
    case .netScore: "Net score"
    case .rating: "Rating"
    case .ratingGap: "Gap in rating"
    case .precision: "Precision"
    case .recall: "Recall"
    case .f1: "F1"
    case .prevalence: "Given by coders"
    case .percentAgreement: "Agreement"
    case .kappa: "Kappa"
    case .fleissKappa: "Fleiss' kappa"
    case .krippendorffsAlpha: "Krippendorff's alpha"
    case .gwetsAC1: "Gwet's AC1"
    case .meanF1: "Mean F1"
    case .difference: "Difference from the rest"
    case .jaccard: "Overlap"
    case .lift: "Lift"
    case .changeFromFirst: "Change from the first period"
    case .changeFromPrevious: "Change from the period before"
    case .processMean: "Range of chance"
    }
  }

  /// What it means, in one sentence.
  package var meaning: String {
    switch self {
    case .count: "How many there are."
    case .share: "Part of the base, from 0 to 1."
    case .targetShare: "The same group's part of the population, from the published figures."
    case .gap: "Share less target share; below 0 the group is under-represented."
    case .ratio: "Share divided by target share; 1 is parity."
    case .dissimilarity:
      "Half the sum of absolute gaps: the part of the group that would have to change places."
    case .fit: "Whether the composition as a whole differs from the population; read its p."
    case .mean: "The arithmetic mean."
    case .median: "The middle value (quantile type 7)."
    case .minimum: "The smallest value."
    case .maximum: "The largest value."
    case .shareInRange: "Part of the meetings with attendance inside the range that was aimed for."
    case .attendanceRate:
      "Attendances divided by the meetings that members could attend: those not yet joined or "
        + "already left do not count as absent."
    case .retention: "Probability of still being a member after so many days (Kaplan–Meier)."
    case .fixRate:
      "Problems resolved to the satisfaction of those who raised them, divided by problems "
        + "identified."
    case .medianDays: "Half take fewer days, half more."
    case .baselineMean: "Mean at baseline of the people with both answers."
    case .followUpMean: "Mean at follow-up of the people with both answers."
    case .meanChange: "Mean of follow-up less baseline, within people."
    case .medianChange: "Hodges–Lehmann estimate of the change, with the signed-rank test."
    case .standardizedChange:
      "Mean change divided by the mean of the two standard deviations, corrected for small "
        + "numbers."
    case .shareBetter: "Part of the people whose answer rose by at least the meaningful change."
    case .shareSame: "Part of the people whose answer moved by less than the meaningful change."
    case .shareWorse: "Part of the people whose answer fell by at least the meaningful change."
    case .attrition: "Part of the people with a baseline who have no follow-up."
    case .attritionDifference:
      "Mean baseline of the people without follow-up less that of the people with one."
    case .netScore:
      "Percentage answering 9 or 10 less percentage answering 0 to 6, of all who answered 0 to "
        + "10."
    case .rating: "Mean answer with yes = 1, partly = 0.5, no = 0."
    case .ratingGap: "The organisation's rating less that of the people involved."
    case .precision: "Of the responses that the rules coded, the part that people coded so too."
    case .recall: "Of the responses that people coded, the part that the rules coded so too."
    case .f1: "Harmonic mean of precision and recall."
    case .prevalence:
      "How often coders gave the code: the mean over responses of the part of the coders who did."
    case .percentAgreement:
      "Part of the responses on which both agree; of more than two coders the part of pairs of "
        + "coders who agree, as a mean over responses."
    case .kappa:
      "Cohen's kappa of two coders: agreement beyond chance. Where a code is rare, chance alone "
        + "makes coders agree on nearly all responses, and kappa is low although they hardly "
        + "differ."
    case .fleissKappa:
      "Fleiss' kappa of three coders or more: agreement beyond chance, low for rare codes as "
        + "kappa is. Of the responses that all of them coded."
    case .krippendorffsAlpha:
      "Krippendorff's alpha: agreement beyond chance of any number of coders, also where not all "
        + "coded everything; low for rare codes as kappa is."
    case .gwetsAC1:
      "Gwet's AC1: agreement beyond chance of any number of coders, made not to collapse where a "
        + "code is rare."
    case .meanF1: "Mean of F1 over the codes with enough human uses."
    case .difference:
      "Share less the share of all others: those of another level, or of none that is known."
    case .jaccard:
      "Of the responses with either of two codes, the part that has both (Jaccard's coefficient)."
    case .lift:
      "How many times as often two codes stand together as they would by chance; 1 is as often."
    case .changeFromFirst: "Share less that of the first period."
    case .changeFromPrevious: "Share less that of the period before."
    case .processMean:
      "Share over all periods, with the limits between which chance alone keeps nearly all "
        + "periods (p chart)."
    }
  }
}

/// How a value or its interval was computed.
package enum Method: String, Sendable, Hashable, CaseIterable {
  case counted
  case published
  case wilson
  case tInterval = "t-interval"
  case exactBinomial = "exact-binomial"
  case exactMultinomial = "exact-multinomial"
  case monteCarloMultinomial = "monte-carlo-multinomial"
  case arithmetic
  case quantileType7 = "quantile-type-7"
  case kaplanMeier = "kaplan-meier"
  case pairedT = "paired-t"
  case welch
  case signedRankExact = "signed-rank-exact"
  case signedRankNormal = "signed-rank-normal"
  case hedgesAverage = "hedges-average-sd"
  case wald
  case adjustedWald = "adjusted-wald"
  case fleissCohenEveritt = "fleiss-cohen-everitt"
  case f1Interval = "f1-interval"
  case newcombe
  case logLift = "log-lift"
  case pChart = "p-chart"
  case linearised
  case jackknife

  package var meaning: String {
    switch self {
    case .counted: "A plain count of rows."
    case .published: "Taken from published figures."
    case .wilson: "Wilson score interval of a proportion (doi:10.1080/01621459.1927.10502953)."
    case .tInterval: "Mean with Student's t interval."
    case .exactBinomial:
      "Wilson interval less the target; p from the exact binomial test against the target."
    case .exactMultinomial: "Exact multinomial test against the population."
    case .monteCarloMultinomial:
      "Multinomial test against the population, p simulated with a fixed seed."
    case .arithmetic: "Computed from other values, without an interval."
    case .quantileType7: "Sample quantile of type 7 (doi:10.1080/00031305.1996.10473566)."
    case .kaplanMeier:
      "Kaplan–Meier estimate with log–log interval (doi:10.1080/01621459.1958.10501452)."
    case .pairedT: "Paired t interval and test."
    case .welch: "Welch's interval for two groups (doi:10.1093/biomet/34.1-2.28)."
    case .signedRankExact: "Wilcoxon's signed-rank test, exact (doi:10.2307/3001968)."
    case .signedRankNormal: "Wilcoxon's signed-rank test, normal approximation."
    case .hedgesAverage:
      "d with the mean of both standard deviations and Hedges' exact correction; noncentral-t "
        + "interval (doi:10.1177/0013164403256358)."
    case .wald: "Wald interval of a difference of two shares of one sample."
    case .adjustedWald:
      "Adjusted Wald interval of the same, used where all answers are of one kind."
    case .fleissCohenEveritt:
      "Asymptotic interval of kappa, cut at -1 and 1 (doi:10.1037/h0028106)."
    case .linearised:
      "Normal interval, cut at -1 and 1, from what each response adds to the coefficient "
        + "(doi:10.1348/000711006X126600)."
    case .jackknife:
      "Interval from leaving out one response at a time, cut where no value can be "
        + "(doi:10.1214/aos/1176345462)."
    case .f1Interval: "F1 with an indirect Wilson interval (Lam, Gopal & Qian, arXiv:2309.14621)."
    case .newcombe:
      "Newcombe's interval of a difference of two shares "
        + "(doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I); p from "
        + "Pearson's test, or Fisher's exact test where fewer than 5 are expected in a cell."
    case .logLift:
      "Lift with an interval that is normal on the logarithmic scale (delta method); p as of "
        + "two shares."
    case .pChart:
      "Share of all periods with limits three standard errors around it (p chart; Shewhart 1931)."
    }
  }
}

/// What may be said about a difference, in words.
package enum Verdict: String, Sendable, Hashable, CaseIterable {
  case clear
  case possible
  case noneSeen = "none-seen"
  case tooFew = "too-few"

  package var meaning: String {
    switch self {
    case .clear: "The difference remains after adjusting for the other tests of its family."
    case .possible:
      "A difference that does not remain after adjustment, or that is large enough to matter in "
        + "practice but uncertain."
    case .noneSeen: "No difference was seen; that does not prove there is none."
    case .tooFew: "Too few people to say."
    }
  }
}

/// Why a value is not shown, or how far to trust it.
package enum Status: String, Sendable, Hashable, CaseIterable {
  case suppressed = "[c]"
  case notAvailable = "[x]"
  case notApplicable = "[z]"
  case unreliable = "[u]"
  case low = "[low]"

  package var meaning: String {
    switch self {
    case .suppressed: "Hidden, because so small a number could identify a person."
    case .notAvailable: "Not available: the data needed for it are not there."
    case .notApplicable: "Does not apply."
    case .unreliable: "Shown, but uncertain."
    case .low: "Not zero, but rounds to zero."
    }
  }

  /// Whether a finding with this status must have no value.
  package var hidesValue: Bool {
    switch self {
    case .suppressed, .notAvailable, .notApplicable: true
    case .unreliable, .low: false
    }
  }
}

/// Who reads a report.
package enum Audience: String, Sendable, Hashable, CaseIterable {
  /// The team itself: nothing is hidden, nothing may leave the folder.
  case `internal`
  /// Everybody: small numbers are hidden.
  case publish
}
