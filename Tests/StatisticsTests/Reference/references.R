# Writes the references whose authority is R. Run it in this folder when a case is
# added:  Rscript references.R
# Needs r-base-core, r-cran-survival and r-cran-vcd of Debian 12.
suppressPackageStartupMessages({
  library(survival)
  library(vcd)
})

source("writing.R")
alternatives <- c(twoSided = "two.sided", less = "less", greater = "greater")

# t tests -----------------------------------------------------------------------
groups <- list(
  "small" = list(c(1, 2, 4), c(2, 5, 9)),
  "unequal sizes" = list(
    c(5.1, 4.9, 6.2, 5.7, 5.5), c(4.1, 4.4, 3.9, 4.8, 4.6, 4.2, 4.0, 4.3)),
  "far tail" = list(c(10, 10.1, 9.9, 10.05, 9.95, 10), c(0, 0.1, -0.1, 0.05, -0.05, 0)),
  "large offset" = list(1e9 + c(1, 2, 4), 1e9 + c(2, 5, 9)),
  "one group constant" = list(c(3, 3, 3, 3), c(4, 6, 5)),
  "equal means" = list(c(1, 2, 3), c(0, 2, 4)),
  "tiny" = list(c(1, 2, 4) * 1e-120, c(2, 5, 9) * 1e-120),
  "huge" = list(c(1, 2, 4) * 1e120, c(2, 5, 9) * 1e120))
welch <- list()
for (name in names(groups)) for (ours in names(alternatives)) for (level in c(0.95, 0.8)) {
  pair <- groups[[name]]
  # R itself squares the variances and overflows: scale first, t does not mind.
  scale <- if (name == "tiny") 1e120 else if (name == "huge") 1e-120 else 1
  test <- t.test(pair[[1]] * scale, pair[[2]] * scale, alternative = alternatives[[ours]])
  both <- t.test(pair[[1]] * scale, pair[[2]] * scale, conf.level = level)$conf.int / scale
  welch[[length(welch) + 1]] <- list(
    name = paste(name, ours, level), source = paste(base, "t.test"),
    first = pair[[1]], second = pair[[2]], alternative = ours, level = level,
    statistic = test$statistic[[1]], degreesOfFreedom = test$parameter[[1]],
    pValue = test$p.value, lower = both[1], upper = both[2])
}
write_cases("welch-t-test", welch)

pairs <- list(
  "sleep" = list(c(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2),
                 c(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4)),
  "two pairs" = list(c(1, 2), c(2, 4.5)),
  "no mean change" = list(c(1, 2, 3, 4), c(2, 1, 4, 3)),
  "far tail" = list(c(1, 2, 3, 4, 5, 6), c(101, 102.1, 102.9, 104.05, 104.95, 106)))
paired <- list()
for (name in names(pairs)) for (ours in names(alternatives)) {
  pair <- pairs[[name]]
  test <- t.test(pair[[2]], pair[[1]], paired = TRUE, alternative = alternatives[[ours]])
  both <- t.test(pair[[2]], pair[[1]], paired = TRUE)
  paired[[length(paired) + 1]] <- list(
    name = paste(name, ours), source = paste(base, "t.test(paired = TRUE)"),
    first = pair[[1]], second = pair[[2]], alternative = ours,
    statistic = test$statistic[[1]], pValue = test$p.value, estimate = both$estimate[[1]],
    lower = both$conf.int[1], upper = both$conf.int[2])
}
write_cases("paired-t-test", paired)

samples <- list(
  "two values" = c(3, 4), "ratings" = c(5, 4, 4, 3, 5, 2, 4), "with zeros" = c(0, 0, 0, 1),
  "large offset" = 1e9 + c(1, 2, 4, 4.5), "negative" = c(-12.5, -3.25, 0, 8))
write_cases("mean-interval", lapply(names(samples), function(name) {
  test <- t.test(samples[[name]], conf.level = 0.9)
  list(name = name, source = paste(base, "t.test"), values = samples[[name]], level = 0.9,
       estimate = test$estimate[[1]], standardDeviation = sd(samples[[name]]),
       lower = test$conf.int[1], upper = test$conf.int[2])
}))

# Quantiles ---------------------------------------------------------------------
probabilities <- c(0, 0.05, 0.1, 0.25, 1 / 3, 0.5, 0.75, 0.9, 0.95, 1)
samples <- list(
  "one value" = I(7.25), "two values" = c(9, 1), "ties" = c(3, 1, 3, 3, 2, 5, 3),
  "negative" = c(-5, -2.5, 0, -8.125), "constant" = rep(0.1, 6),
  "eleven" = c(2.5, 31, 7, 7, 19, 4, 11, 3, 16, 23, 8), "huge" = c(-1.7e308, 1.7e308, 1e308))
write_cases("quantile", lapply(names(samples), function(name) {
  values <- as.numeric(samples[[name]])
  list(name = name, source = paste(base, "quantile(type = 7), median"), values = I(values),
       probabilities = probabilities,
       quantiles = quantile(values, probabilities, type = 7, names = FALSE),
       median = quantile(values, 0.5, type = 7, names = FALSE))
}))

# Binomial test -----------------------------------------------------------------
rows <- list(
  c(3, 15, 0.25), c(0, 10, 0.1), c(10, 10, 0.9), c(5, 10, 0.5), c(6, 10, 0.5), c(2, 10, 0.3),
  c(7, 8, 0.125), c(0, 1, 0.5), c(1, 1, 1), c(0, 4, 0), c(2, 4, 0), c(3, 4, 1), c(120, 400, 0.2),
  c(50, 100000, 0.001), c(99, 100, 0.02), c(51, 1000, 0.5), c(12, 50, 0.24))
binomial <- list()
for (row in rows) for (ours in names(alternatives)) {
  test <- binom.test(row[1], row[2], row[3], alternative = alternatives[[ours]])
  binomial[[length(binomial) + 1]] <- list(
    name = paste(row[1], "of", row[2], "against", row[3], ours),
    source = paste(base, "binom.test"), successes = row[1], trials = row[2],
    probability = row[3], alternative = ours, pValue = as.numeric(test$p.value))
}
write_cases("binomial-test", binomial)

# Multiple comparisons ----------------------------------------------------------
families <- list(
  "fifteen" = c(0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459,
                0.324, 0.4262, 0.5719, 0.6528, 0.759, 1),
  "unsorted" = c(0.04, 0.01, 0.03, 0.005, 0.2), "ties" = c(0.02, 0.02, 0.02, 0.5),
  "one" = I(0.03), "tiny" = c(1e-30, 1e-12, 0.049, 0.9999, 0))
write_cases("multiple-comparisons", lapply(names(families), function(name) {
  p <- unclass(families[[name]])
  adjusted <- function(method) I(p.adjust(p, method))
  list(name = name, source = paste(base, "p.adjust"), pValues = families[[name]],
       holm = adjusted("holm"), bonferroni = adjusted("bonferroni"),
       benjaminiHochberg = adjusted("BH"), hochberg = adjusted("hochberg"),
       hommel = adjusted("hommel"), benjaminiYekutieli = adjusted("BY"),
       sidak = I(-expm1(length(p) * log1p(-p))))
}))

# Signed rank: no ties up to 200, and the normal form beyond ----------------------
set.seed(20240229)
untied <- function(size) round(sample(seq(-3, 4, by = 0.0013), size), 4)
tied <- sample(c(-3:-1, 1:4), 250, replace = TRUE)
signed <- list()
for (row in list(
  list("ten", untied(10), TRUE), list("forty", untied(40), TRUE),
  list("all rise", (1:40) / 8, TRUE),
  list("two hundred", untied(200), TRUE), list("250 with ties", tied, FALSE),
  list("250 without", untied(250), FALSE), list("far tail", seq(0.5, 130, by = 0.5), FALSE)
)) for (ours in names(alternatives)) {
  changes <- row[[2]]
  test <- wilcox.test(changes, alternative = alternatives[[ours]], exact = row[[3]], correct = TRUE)
  walsh <- outer(changes, changes, "+") / 2
  walsh <- sort(walsh[upper.tri(walsh, diag = TRUE)])
  case <- list(
    name = paste(row[[1]], ours), source = paste(base, "wilcox.test, qsignrank"), changes = changes,
    alternative = ours, method = if (row[[3]]) "exact" else "approximate",
    statistic = test$statistic[[1]], pValue = test$p.value, estimate = median(walsh),
    lower = NA, upper = NA)
  if (row[[3]]) {
    place <- qsignrank(0.025, length(changes))
    case$lower <- walsh[place]
    case$upper <- walsh[length(walsh) + 1 - place]
  }
  signed[[length(signed) + 1]] <- case
}
write_cases("wilcoxon-signed-rank", signed)

# Goodness of fit of larger counts ------------------------------------------------
rows <- list(
  list(c(89, 37, 30, 28, 2), c(0.4, 0.2, 0.2, 0.15, 0.05)),
  list(c(315, 101, 108, 32), c(9, 3, 3, 1) / 16), list(c(25310, 24790, 25020, 24880), rep(0.25, 4)),
  list(c(900, 10, 90), c(0.2, 0.3, 0.5)))
write_cases("chi-squared-goodness-of-fit", lapply(rows, function(row) {
  test <- suppressWarnings(chisq.test(row[[1]], p = row[[2]]))
  list(name = paste(row[[1]], collapse = ", "), source = paste(base, "chisq.test"),
       counts = row[[1]], probabilities = row[[2]], statistic = test$statistic[[1]],
       degreesOfFreedom = test$parameter[[1]], pValue = test$p.value,
       smallestExpected = min(test$expected), standardizedResiduals = test$stdres)
}))

# Kappa, a second authority -------------------------------------------------------
tables <- list("three categories" = rbind(c(44, 5, 1), c(7, 20, 3), c(9, 5, 6)),
               "sexual fun" = rbind(c(7, 7, 2, 3), c(2, 8, 3, 7), c(1, 5, 4, 9), c(2, 8, 9, 14)))
write_cases("cohens-kappa-vcd", lapply(names(tables), function(name) {
  result <- Kappa(tables[[name]])$Unweighted
  list(name = name, source = paste(with_package("vcd"), "Kappa"), table = tables[[name]],
       kappa = result[[1]], standardError = result[[2]])
}))

# Survival ------------------------------------------------------------------------
studies <- list(
  "aml" = with(aml, list(time = time, event = status, group = as.integer(x))),
  "lung" = with(subset(lung, !is.na(status)),
                list(time = time, event = status - 1, group = as.integer(sex))),
  "tied" = list(time = c(1, 2, 2, 2, 3, 3, 3, 4, 5, 5, 5, 6, 7, 7), group = rep(1:2, 7),
                event = c(1, 1, 1, 0, 1, 1, 0, 1, 0, 1, 1, 0, 1, 0)),
  "flat at one half" = list(time = c(1, 2, 3, 4), event = c(1, 1, 1, 0), group = c(1, 2, 1, 2)),
  "one half to the end" = list(time = c(1, 2, 3, 5), event = c(1, 1, 0, 0), group = c(1, 2, 1, 2)),
  "half but for rounding, below" = list(time = 1:12, event = rep(1, 12), group = rep(1:2, 6)),
  "half but for rounding, above" = list(time = 1:24, event = rep(1, 24), group = rep(1:2, 12)),
  "median not reached" = list(time = c(2, 4, 6, 8, 10, 12), event = c(1, 0, 0, 0, 0, 0),
                              group = c(1, 1, 1, 2, 2, 2)),
  "censored first" = list(time = c(1, 1, 2, 3, 4, 4, 5), event = c(0, 0, 1, 1, 0, 1, 0),
                          group = c(1, 2, 1, 2, 1, 2, 1)),
  "all events" = list(time = 1:7, event = rep(1, 7), group = c(1, 2, 1, 2, 1, 2, 1)),
  "three groups" = list(time = c(0.5, 1, 1.5, 2, 2, 3, 4, 4.5, 6, 7, 7, 9, 10, 12),
                        event = c(1, 1, 0, 1, 1, 1, 0, 1, 1, 1, 0, 1, 1, 0),
                        group = c(1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2)))
write_cases("kaplan-meier", lapply(names(studies), function(name) {
  study <- studies[[name]]
  fit <- survfit(Surv(time, event) ~ 1, data = study, conf.type = "log-log")
  median <- quantile(fit, 0.5, conf.int = FALSE)[[1]]
  # R leaves log-log limits out where the share is 0 or 1: so do these rows.
  inside <- fit$surv > 0 & fit$surv < 1
  list(name = name, source = paste(with_package("survival"), "survfit, quantile"),
       times = study$time, events = study$event == 1, time = fit$time, atRisk = fit$n.risk,
       eventCounts = fit$n.event, censored = fit$n.censor, survival = fit$surv,
       lower = ifelse(inside, fit$lower, NA), upper = ifelse(inside, fit$upper, NA),
       median = median[[1]])
}))
write_cases("log-rank-test", lapply(names(studies), function(name) {
  study <- studies[[name]]
  test <- survdiff(Surv(time, event) ~ group, data = study)
  kept <- length(test$n) - 1
  list(name = name, source = paste(with_package("survival"), "survdiff"), times = study$time,
       events = study$event == 1, groups = study$group, observed = test$obs, expected = test$exp,
       statistic = test$chisq, degreesOfFreedom = kept,
       pValue = pchisq(test$chisq, kept, lower.tail = FALSE), variance = test$var[1, 1])
}))

# Limits on other scales, quantiles, restricted means, other weights of times ------------
write_cases("survival-details", lapply(names(studies), function(name) {
  study <- studies[[name]]
  horizon <- 0.8 * max(study$time)
  fits <- lapply(c("log-log", "log", "plain"), function(kind)
    survfit(Surv(time, event) ~ 1, data = study, conf.type = kind))
  inside <- fits[[1]]$surv > 0 & fits[[1]]$surv < 1
  limits <- function(part) lapply(fits, function(fit) ifelse(inside, fit[[part]], NA))
  quartiles <- quantile(fits[[1]], c(0.25, 0.5, 0.75))
  table <- summary(fits[[1]], rmean = horizon)$table
  peto <- survdiff(Surv(time, event) ~ group, data = study, rho = 1)
  list(name = name, source = paste(with_package("survival"), "survfit, quantile, survdiff"),
       times = study$time, events = study$event == 1, groups = study$group,
       standardErrors = ifelse(fits[[1]]$surv > 0, fits[[1]]$std.err * fits[[1]]$surv, NA),
       logLower = limits("lower")[[2]], logUpper = limits("upper")[[2]],
       plainLower = limits("lower")[[3]], plainUpper = limits("upper")[[3]],
       quartiles = unname(quartiles$quantile), quartilesLower = unname(quartiles$lower),
       quartilesUpper = unname(quartiles$upper), horizon = horizon,
       restrictedMean = table[["rmean"]], restrictedMeanError = table[["se(rmean)"]],
       petoPeto = peto$chisq)
}))
