# Writes counts.cases.json: proportions, tables and tests of them. Where R has no function of
# its own, the definition is written out or its equation solved. Needs r-base-core and
# r-cran-vcd of Debian 12.
source("cases.R")
suppressPackageStartupMessages(library(vcd))

# One proportion ------------------------------------------------------------------
for (row in list(c(7, 31, 0.95), c(0, 12, 0.95), c(9, 9, 0.9), c(1, 2, 0.99), c(1234, 5678, 0.95))) {
  x <- row[1]
  n <- row[2]
  z <- qnorm((1 + row[3]) / 2)
  tail <- (1 - row[3]) / 2
  p <- x / n
  # The trivial root at a share of 0 or 1 is left out of the search.
  score <- function(sign) if (x == if (sign < 0) 0 else n) p else root(
    function(q) (q - p) - sign * z * sqrt(q * (1 - q) / n), if (sign < 0) 1e-12 else p + 1e-12,
    if (sign < 0) p - 1e-12 else 1)
  wilson <- c(score(-1), score(1))
  corrected <- function(sign) {
    if (x == if (sign < 0) 0 else n) return(p)
    root(function(q) (q - p) - sign * (z * sqrt(q * (1 - q) / n) + 1 / (2 * n)),
         if (sign < 0) 1e-12 else p, if (sign < 0) p else 1 - 1e-12)
  }
  exact <- binom.test(x, n, conf.level = row[3])$conf.int
  more <- n + z^2
  share <- (x + z^2 / 2) / more
  add(paste("proportion", x, "of", n), "proportion.ci",
      paste(base, "binom.test, qbeta; score equations by uniroot"),
      list(x = x, n = n, conf_level = row[3]), rel = 1e-8, expected = list(
        estimate = p, wilson_low = wilson[1], wilson_high = wilson[2],
        wilson_cc_low = corrected(-1), wilson_cc_high = corrected(1),
        clopper_pearson_low = exact[1], clopper_pearson_high = exact[2],
        agresti_coull_low = share - z * sqrt(share * (1 - share) / more),
        agresti_coull_high = share + z * sqrt(share * (1 - share) / more),
        jeffreys_equal_tailed_low = qbeta(tail, x + 0.5, n - x + 0.5),
        jeffreys_equal_tailed_high = qbeta(1 - tail, x + 0.5, n - x + 0.5),
        wald_low = p - z * sqrt(p * (1 - p) / n), wald_high = p + z * sqrt(p * (1 - p) / n)))
}
add("nobody asked", "proportion.ci", "no result by definition", list(x = 0, n = 0),
    list(error = "nobody was asked"))

# Two proportions ------------------------------------------------------------------
wilson <- function(x, n) {
  p <- x / n
  z <- qnorm(0.975)
  c(p + z^2 / (2 * n) - z * sqrt((p * (1 - p) + z^2 / (4 * n)) / n),
    p + z^2 / (2 * n) + z * sqrt((p * (1 - p) + z^2 / (4 * n)) / n)) / (1 + z^2 / n)
}
# The other proportion by maximizing the likelihood under a difference.
score_variance <- function(d, x1, n1, x2, n2) {
  part <- function(x, p) if (x == 0) 0 else x * log(p)
  likelihood <- function(q) part(x1, q + d) + part(n1 - x1, 1 - q - d) + part(x2, q) +
    part(n2 - x2, 1 - q)
  q <- optimize(likelihood, c(max(0, -d), min(1, 1 - d)), maximum = TRUE, tol = 1e-14)$maximum
  ((q + d) * (1 - q - d) / n1 + q * (1 - q) / n2) * (n1 + n2) / (n1 + n2 - 1)
}
# In the fourth the search meets a difference of exactly zero on its way.
for (row in list(
  c(13, 20, 6, 22), c(3, 9, 7, 8), c(410, 1000, 395, 1010), c(6, 9, 3, 9))) {
  x1 <- row[1]; n1 <- row[2]; x2 <- row[3]; n2 <- row[4]
  parameters <- list(x1 = x1, n1 = n1, x2 = x2, n2 = n2, conf_level = 0.95)
  id <- paste(x1, "of", n1, "and", x2, "of", n2)
  p <- c(x1 / n1, x2 / n2)
  d <- p[1] - p[2]
  z <- qnorm(0.975)
  one <- wilson(x1, n1)
  two <- wilson(x2, n2)
  wald <- z * sqrt(p[1] * (1 - p[1]) / n1 + p[2] * (1 - p[2]) / n2)
  q <- c((x1 + 1) / (n1 + 2), (x2 + 1) / (n2 + 2))
  caffo <- z * sqrt(q[1] * (1 - q[1]) / (n1 + 2) + q[2] * (1 - q[2]) / (n2 + 2))
  add(paste("difference", id), "proportion.difference_ci", paste(base, "definitions"), parameters,
      list(difference = d, newcombe_low = d - sqrt((p[1] - one[1])^2 + (two[2] - p[2])^2),
           newcombe_high = d + sqrt((one[2] - p[1])^2 + (p[2] - two[1])^2),
           agresti_caffo_low = q[1] - q[2] - caffo, agresti_caffo_high = q[1] - q[2] + caffo,
           wald_low = d - wald, wald_high = d + wald))
  edge <- function(sign, from, to) root(function(at) {
    (at - d) - sign * z * sqrt(score_variance(at, x1, n1, x2, n2))
  }, from, to)
  add(paste("score difference", id), "proportion.difference_ci",
      paste(base, "optimize, uniroot"), parameters, rel = 1e-6, expected = list(
        miettinen_nurminen_low = edge(-1, -0.9999, d), miettinen_nurminen_high = edge(1, d, 0.9999)))
  plain <- suppressWarnings(prop.test(c(x1, x2), c(n1, n2), correct = FALSE))
  yates <- suppressWarnings(prop.test(c(x1, x2), c(n1, n2), correct = TRUE))
  add(paste("test", id), "proportion.two_sample_test", paste(base, "prop.test"), parameters, list(
    z_pooled = sign(d) * sqrt(plain$statistic[[1]]), chisq = plain$statistic[[1]],
    p = plain$p.value, chisq_yates = yates$statistic[[1]], p_yates = yates$p.value,
    log10_p = log10(plain$p.value)))
  rr <- p[1] / p[2]
  or <- (x1 * (n2 - x2)) / ((n1 - x1) * x2)
  katz <- exp(z * sqrt(1 / x1 - 1 / n1 + 1 / x2 - 1 / n2))
  woolf <- exp(z * sqrt(1 / x1 + 1 / (n1 - x1) + 1 / x2 + 1 / (n2 - x2)))
  add(paste("ratio", id), "proportion.risk_ratio_odds_ratio", paste(base, "definitions"),
      parameters, list(
        risk_ratio = rr, rr_wald_low = rr / katz, rr_wald_high = rr * katz, odds_ratio = or,
        or_wald_low = or / woolf, or_wald_high = or * woolf))
  # Fisher's noncentral distribution by its definition.
  support <- max(0, x1 + x2 - n2):min(n1, x1 + x2)
  weight <- function(o) {
    w <- dhyper(support, n1, n2, x1 + x2, log = TRUE) + support * log(o)
    exp(w - max(w)) / sum(exp(w - max(w)))
  }
  solve <- function(f) exp(root(function(lo) f(weight(exp(lo))), -15, 15))
  add(paste("conditional odds ratio", id), "proportion.odds_ratio_exact",
      paste(base, "dhyper, uniroot"), parameters, rel = 1e-9, expected = list(
        or_conditional_mle = solve(function(w) sum(w * support) - x1),
        or_fisher_exact_low = solve(function(w) sum(w[support >= x1]) - 0.025),
        or_fisher_exact_high = solve(function(w) sum(w[support <= x1]) - 0.025)))
}
add("all against none", "proportion.odds_ratio_exact", paste(base, "dhyper"),
    list(x1 = 4, n1 = 4, x2 = 0, n2 = 3),
    list(or_conditional_mle = Inf, or_fisher_exact_high = Inf,
         or_fisher_exact_low = exp(root(function(lo) {
           w <- dhyper(1:4, 4, 3, 4) * exp(lo * 1:4)
           w[4] / sum(w) - 0.025
         }, -10, 10))), rel = 1e-9)
add("none against none", "proportion.odds_ratio_exact", "by definition: one table only",
    list(x1 = 0, n1 = 4, x2 = 0, n2 = 3),
    list(or_conditional_mle = refused, or_fisher_exact_low = 0, or_fisher_exact_high = Inf))
add("an empty cell", "proportion.risk_ratio_odds_ratio", "no result by definition",
    list(x1 = 0, n1 = 4, x2 = 2, n2 = 3),
    list(risk_ratio = refused, odds_ratio = refused,
         odds_ratio_plus_half = (0.5 / 4.5) / (2.5 / 1.5)))
# Tango: the score of a change, with the nuisance share by maximizing the likelihood.
for (row in list(c(20, 4, 11, 15), c(6, 0, 3, 9), c(2, 7, 1, 5))) {
  n <- sum(row); down <- row[2]; up <- row[3]
  error <- function(d) {
    part <- function(x, p) if (x == 0) 0 else x * log(p)
    q <- optimize(function(q) part(up, q + d) + part(down, q) + part(n - up - down, 1 - 2 * q - d),
                  c(max(0, -d), (1 - d) / 2), maximum = TRUE, tol = 1e-14)$maximum
    sqrt((2 * q + d * (1 - d)) / n)
  }
  d <- (up - down) / n
  edge <- function(sign, from, to) root(
    function(at) (at - d) - sign * qnorm(0.975) * error(at), from, to)
  add(paste(c("change", row), collapse = " "), "proportion.paired_difference_ci",
      paste(base, "optimize, uniroot"), list(
        both_yes = row[1], yes_then_no = down, no_then_yes = up, both_no = row[4]),
      rel = 1e-6, expected = list(
        difference_post_minus_pre = d, tango_score_low = edge(-1, -0.999, d),
        tango_score_high = edge(1, d, 0.999)))
  plain <- suppressWarnings(mcnemar.test(matrix(row, 2), correct = FALSE))
  corrected <- suppressWarnings(mcnemar.test(matrix(row, 2), correct = TRUE))
  exact <- binom.test(down, down + up)
  limits <- exact$conf.int / (1 - exact$conf.int)
  add(paste(c("mcnemar", row), collapse = " "), "mcnemar",
      paste(base, "mcnemar.test, binom.test"), list(
        yes_yes = row[1], yes_no = down, no_yes = up, no_no = row[4]), list(
        b_yes_no = down, c_no_yes = up, chisq_nocc = plain$statistic[[1]], p_nocc = plain$p.value,
        chisq_cc = corrected$statistic[[1]], p_cc = corrected$p.value, p_exact = exact$p.value,
        p_mid = exact$p.value - dbinom(down, down + up, 0.5), odds_ratio_b_over_c = down / up,
        or_exact_ci_low = limits[1], or_exact_ci_high = limits[2]))
}

# Tables ---------------------------------------------------------------------------
tables <- list(
  small = rbind(c(3, 1), c(2, 9)), empty = rbind(c(4, 0, 7), c(0, 0, 0), c(6, 0, 1)),
  wide = rbind(c(2, 4, 0, 1), c(5, 1, 3, 0), c(0, 2, 2, 6)), large = rbind(c(120, 95), c(88, 140)),
  long = rbind(c(4, 1, 6, 2, 3, 5, 0, 2), c(1, 5, 2, 7, 1, 0, 4, 3)),
  five = rbind(c(6, 1, 2, 0, 1), c(2, 5, 1, 1, 0), c(0, 2, 7, 2, 1), c(1, 0, 3, 4, 2),
               c(3, 1, 0, 2, 6)))
for (name in names(tables)) {
  given <- tables[[name]]
  table <- given[rowSums(given) > 0, colSums(given) > 0]
  data <- lapply(seq_len(ncol(given)), function(column) given[, column])
  names(data) <- paste0("c", seq_along(data))
  test <- suppressWarnings(chisq.test(table, correct = FALSE))
  independence <- list(
    n = sum(table), chisq = test$statistic[[1]], df = test$parameter[[1]], p = test$p.value,
    log10_p = log10(test$p.value), min_expected = min(test$expected),
    cells_expected_below_5 = sum(test$expected < 5), observed = table,
    expected_counts = test$expected, pearson_residuals = test$residuals,
    adjusted_standardised_residuals = test$stdres)
  square <- all(dim(table) == 2)
  if (square) {
    yates <- suppressWarnings(chisq.test(table))
    independence <- c(independence, chisq_yates = yates$statistic[[1]], p_yates = yates$p.value)
  }
  layout <- list(layout = "each CSV row is a table row, each column a table column")
  add(paste("independence", name), "chi_square.independence", paste(base, "chisq.test"), layout,
      independence, data = data)
  n <- sum(table)
  g <- 2 * sum(ifelse(table > 0, table * log(table / test$expected), 0))
  q <- 1 + (n * sum(1 / rowSums(table)) - 1) * (n * sum(1 / colSums(table)) - 1) /
    (6 * n * test$parameter[[1]])
  tail <- function(x) pchisq(x, test$parameter[[1]], lower.tail = FALSE)
  add(paste("likelihood ratio", name), "g_test.independence", paste(base, "definitions"), layout,
      list(G = g, df = test$parameter[[1]], p = tail(g), G_williams = g / q, p_williams = tail(g / q)),
      data = data)
  v <- assocstats(table)
  r <- nrow(table)
  k <- ncol(table)
  left <- max(0, test$statistic[[1]] / n - (r - 1) * (k - 1) / (n - 1))
  room <- min(r - (r - 1)^2 / (n - 1), k - (k - 1)^2 / (n - 1)) - 1
  add(paste("association", name), "cramers_v", paste(with_package("vcd"), "assocstats"), layout,
      list(cramers_v = v$cramer, contingency_coefficient = v$contingency,
           phi_abs = sqrt(test$statistic[[1]] / n),
           tschuprow_t = sqrt(test$statistic[[1]] / n / sqrt((r - 1) * (k - 1))),
           cramers_v_bias_corrected = sqrt(left / room)), data = data)
  if (square) {
    kinds <- c(p_two_sided = "two.sided", p_less = "less", p_greater = "greater")
    p <- lapply(kinds, function(kind) fisher.test(table, alternative = kind)$p.value)
    add(paste("fisher", name), "fisher_exact.2x2", paste(base, "fisher.test"), layout,
        c(p, sample_odds_ratio = table[1, 1] * table[2, 2] / table[1, 2] / table[2, 1]), data = data)
  }
  add(paste("exact", name), "fisher_exact.rxc", paste(base, "fisher.test"), layout,
      list(p_two_sided = fisher.test(table, workspace = 2e7)$p.value), data = data, rel = 1e-9)
}
add("one row", "chi_square.independence", "no result by definition",
    list(layout = "rows"), list(chisq = refused, p = refused), data = list(a = c(3, 0), b = c(4, 0)))
add("records", "chi_square.independence", "counted by hand; chisq.test",
    list(row = "a", column = "b"), local({
      test <- suppressWarnings(chisq.test(rbind(c(2, 1), c(1, 3)), correct = FALSE))
      list(observed = rbind(c(2, 1), c(1, 3)), chisq = test$statistic[[1]], p = test$p.value)
    }), data = list(a = c("x", "y", "y", "x", "y", "x", "y"), b = c("p", "q", "q", "q", "p", "p", "q")))

# One classification -----------------------------------------------------------------
shares <- list(
  list(c(4, 9, 2, 6), c(0.25, 0.25, 0.25, 0.25)), list(c(7, 1, 3), c(0.5, 0.3, 0.2)),
  list(c(2, 0, 5, 1, 4), c(0.1, 0.15, 0.3, 0.2, 0.25)), list(c(11, 3), c(0.6, 0.4)))
outcomes <- function(n, k) {
  if (k == 1) return(matrix(n))
  do.call(rbind, lapply(0:n, function(first) cbind(first, outcomes(n - first, k - 1))))
}
for (row in shares) {
  o <- row[[1]]
  p <- row[[2]]
  id <- paste(o, collapse = ", ")
  test <- suppressWarnings(chisq.test(o, p = p))
  parameters <- list(observed = I(o), probabilities = I(p))
  add(paste("fit", id), "chi_square.goodness_of_fit", paste(base, "chisq.test"), parameters, list(
    chisq = test$statistic[[1]], df = test$parameter[[1]], p = test$p.value,
    residuals = test$residuals, standardised_residuals = test$stdres))
  g <- 2 * sum(ifelse(o > 0, o * log(o / (sum(o) * p)), 0))
  add(paste("likelihood ratio fit", id), "g_test.goodness_of_fit", paste(base, "definition"),
      parameters, list(
        G = g, df = length(o) - 1, p = pchisq(g, length(o) - 1, lower.tail = FALSE)))
  all <- outcomes(sum(o), length(o))
  chance <- apply(all, 1, dmultinom, prob = p)
  distance <- apply(all, 1, function(a) sum((a - sum(o) * p)^2 / (sum(o) * p)))
  add(paste("exact fit", id), "exact_multinomial", paste(base, "dmultinom of every outcome"),
      parameters, list(
        p_by_probability = sum(chance[chance <= dmultinom(o, prob = p) * (1 + 1e-7)]),
        p_by_chisq = sum(chance[distance >= test$statistic[[1]] * (1 - 1e-7)])))
}

# Repeated answers and trend -----------------------------------------------------------
answers <- rbind(c(1, 1, 0), c(1, 0, 0), c(1, 1, 1), c(0, 1, 0), c(1, 1, 0), c(1, 0, 0), c(0, 0, 0))
k <- ncol(answers)
totals <- colSums(answers)
q <- k * (k - 1) * sum((totals - mean(totals))^2) / (k * sum(answers) - sum(rowSums(answers)^2))
add("three questions", "cochran_q", paste(base, "definition"), list(layout = "rows"),
    list(Q = q, df = k - 1, p = pchisq(q, k - 1, lower.tail = FALSE)),
    data = list(a = answers[, 1], b = answers[, 2], c = answers[, 3]))
add("always the same", "cochran_q", "no result by definition", list(layout = "rows"),
    list(Q = refused, p = refused), data = list(a = c(1, 0, 1), b = c(1, 0, 1)))
for (row in list(
  list(c(3, 8, 9, 14), c(20, 22, 19, 25), c(1, 2, 3, 4)), list(c(9, 4, 1), c(10, 11, 12), c(0, 2, 7)))) {
  test <- suppressWarnings(prop.trend.test(row[[1]], row[[2]], row[[3]]))
  add(paste("trend", paste(row[[1]], collapse = ", ")), "cochran_armitage",
      paste(base, "prop.trend.test"), list(
        successes = I(row[[1]]), n = I(row[[2]]), scores = I(row[[3]])),
      list(chisq = test$statistic[[1]], df = 1, p = test$p.value))
}
write_cases("counts")
