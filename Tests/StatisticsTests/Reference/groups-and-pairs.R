# Writes groups-and-pairs.cases.json: description, one and two samples, pairs, effect sizes.
# Where R has no function of its own, the definition is written out, not the formula that the
# library uses. Needs r-base-core and r-cran-coin of Debian 12.
source("cases.R")
suppressPackageStartupMessages(library(coin))

# Description -------------------------------------------------------------------
samples <- list(
  ratings = c(5, 4, NA, 4, 3, 5, 2, 4), offset = 1e9 + c(1, 2, 4, 4.5, 9), one = 7.25,
  constant = rep(2.5, 6), skewed = c(0.01, 0.2, 0.5, 1.3, 8.75, 40.5, 3.25), two = c(-3, 11))
probabilities <- c(0, 0.01, 0.125, 0.25, 0.5, 0.6, 0.75, 0.9, 1)
for (name in names(samples)) {
  all <- samples[[name]]
  x <- all[!is.na(all)]
  n <- length(x)
  varies <- n > 1 && sd(x) > 0
  add(paste("basic", name), "descriptives.basic", paste(base, "mean, var, mad"),
      list(column = "x"), data = list(x = all), expected = list(
        n = n, n_missing = sum(is.na(all)), sum = sum(x), mean = mean(x),
        variance = if (n > 1) var(x) else refused, sd = if (n > 1) sd(x) else refused,
        se_mean = if (n > 1) sd(x) / sqrt(n) else refused, min = min(x), max = max(x),
        range = diff(range(x)), median = median(x), mad_raw = mad(x, constant = 1),
        `mad_1.4826` = mad(x)))
  for (type in 1:9) {
    add(paste("quantile", name, type), "descriptives.quantile_other_types",
        paste0(base, " quantile(type = ", type, ")"),
        list(column = "x", type = type, probs = probabilities), data = list(x = all),
        expected = list(quantiles = I(quantile(x, probabilities, type = type, names = FALSE))))
  }
  # From the first value, which is exact: the mean of a large offset is rounded.
  moment <- function(k) mean((x - x[1] - mean(x - x[1]))^k)
  g1 <- moment(3) / moment(2)^1.5
  g2 <- moment(4) / moment(2)^2 - 3
  only <- function(condition, value) if (condition) value else refused
  add(paste("shape", name), "descriptives.skew_kurtosis", paste(base, "definitions"),
      list(column = "x"), data = list(x = all), rel = 1e-9, expected = list(
        skew_g1_type1 = only(varies, g1),
        skew_G1_type2 = only(varies && n > 2, g1 * sqrt(n * (n - 1)) / (n - 2)),
        skew_b1_type3 = only(varies, moment(3) / var(x)^1.5),
        excess_kurtosis_g2_type1 = only(varies, g2),
        excess_kurtosis_G2_type2 = only(
          varies && n > 3, (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * g2 + 6)),
        excess_kurtosis_b2_type3 = only(varies, moment(4) / var(x)^2 - 3)))
}
weighted <- list(
  survey = list(x = c(3, 9, 1, 4, 4, 12, 7), w = c(0.5, 1.25, 2, 0.75, 1, 0.2, 3.1)),
  zero = list(x = c(5, 8, 2), w = c(0, 2, 1)), counts = list(x = c(1, 2, 3), w = c(4, 1, 5)))
for (name in names(weighted)) {
  x <- weighted[[name]]$x
  w <- weighted[[name]]$w
  n <- sum(w > 0)
  m <- weighted.mean(x, w)
  s <- sum(w * (x - m)^2)
  add(paste("weighted", name), "descriptives.weighted_mean_variance",
      paste(base, "weighted.mean, cov.wt"), list(value = "x", weight = "w"),
      data = weighted[[name]], expected = list(
        sum_w = sum(w), weighted_mean = m, variance_ML = s / sum(w),
        variance_frequency = s / (sum(w) - 1),
        variance_reliability = cov.wt(cbind(x), w / sum(w))$cov[1, 1],
        variance_rescaled_n_minus_1 = s * n / sum(w) / (n - 1)))
  o <- order(x[w > 0])
  reached <- cumsum(w[w > 0][o]) / sum(w)
  wanted <- c(0.05, 0.3, 0.55, 0.95)
  add(paste("weighted quantile", name), "descriptives.weighted_quantile",
      paste(base, "definition"), list(value = "x", weight = "w", probs = wanted),
      data = weighted[[name]], expected = list(
        invcdf = I(sapply(wanted, function(p) x[w > 0][o][which(reached >= p)[1]]))))
}

# Tests of means and ranks ---------------------------------------------------------
shifts <- list(
  whole = list(c(12, 15, 9, 20, 17, 11), c(14, 15.5, 12, 19, 22, 18)),
  ties = list(c(1, 2, 2, 3, 4, 5, 3, 2, 1), c(2, 2, 3, 5, 3, 5, 4, 4, 1)),
  fall = list(c(9.5, 8.25, 7, 6.5, 10, 11.75, 8), c(1, 2.25, 3.5, 2, 0.25, 4, 1.125)))
signed_rank <- function(d, pratt) {
  ranked <- if (pratt) d else d[d != 0]
  r <- rank(abs(ranked))[ranked != 0]
  s <- sign(ranked[ranked != 0])
  patterns <- as.matrix(expand.grid(rep(list(0:1), length(r))))
  v <- as.vector(patterns %*% r)
  list(r = r, s = s, v = v, observed = sum(r[s > 0]),
       z = (sum(r[s > 0]) - sum(r) / 2) / sqrt(sum(r^2) / 4))
}
exact_two_sided <- function(t) {
  min(1, 2 * min(mean(t$v <= t$observed), mean(t$v >= t$observed)))
}
noncentral <- function(t, df, scale) {
  find <- function(tail) root(
    function(ncp) suppressWarnings(pt(t, df, ncp)) - tail, t - 5 - abs(t), t + 5 + abs(t))
  sort(c(find(0.975), find(0.025)) * scale)
}
J <- function(df) exp(lgamma(df / 2) - log(sqrt(df / 2)) - lgamma((df - 1) / 2))
for (name in names(shifts)) {
  pre <- shifts[[name]][[1]]
  post <- shifts[[name]][[2]]
  d <- post - pre
  n <- length(d)
  data <- list(pre = pre, post = post)
  columns <- list(pre = "pre", post = "post")
  p <- function(kind) t.test(post, pre, paired = TRUE, alternative = kind)$p.value
  ci <- function(level) t.test(post, pre, paired = TRUE, conf.level = level)$conf.int
  test <- t.test(post, pre, paired = TRUE)
  add(paste("paired t", name), "t_test.paired", paste(base, "t.test"), columns, data = data,
      expected = list(
        n = n, mean_difference = mean(d), sd_difference = sd(d), t = test$statistic[[1]],
        df = n - 1, p_two_sided = p("two.sided"), p_less = p("less"), p_greater = p("greater"),
        ci95_low = ci(0.95)[1], ci95_high = ci(0.95)[2], ci99_low = ci(0.99)[1],
        ci99_high = ci(0.99)[2], log10_p = log10(p("two.sided"))))
  one <- t.test(post, mu = 3)
  add(paste("one-sample t", name), "t_test.one_sample", paste(base, "t.test"),
      list(column = "post", mu = 3), data = data, expected = list(
        n = n, mean = mean(post), t = one$statistic[[1]], df = n - 1,
        p_two_sided = one$p.value, ci95_low = one$conf.int[1], ci95_high = one$conf.int[2]))
  plain <- signed_rank(d, FALSE)
  pratt <- signed_rank(d, TRUE)
  normal <- function(correct) suppressWarnings(
    wilcox.test(post, pre, paired = TRUE, exact = FALSE, correct = correct)$p.value)
  zoo <- pvalue(wilcoxsign_test(post ~ pre, zero.method = "Pratt"))
  add(paste("signed rank", name), "wilcoxon.signed_rank",
      paste(with_package("coin"), "wilcoxsign_test; wilcox.test; all sign patterns"), columns,
      data = data, expected = list(
        n = n, n_nonzero = sum(d != 0), n_zero = sum(d == 0), n_positive = sum(d > 0),
        n_negative = sum(d < 0), V_positive_rank_sum = plain$observed,
        V_negative_rank_sum = sum(plain$r) - plain$observed, p_normal_cc = normal(TRUE),
        p_normal_nocc = normal(FALSE), wilcox_z_nocc = plain$z, pratt_z = pratt$z,
        pratt_p_normal_nocc = as.numeric(zoo),
        p_exact_conditional_zeros_dropped = exact_two_sided(plain),
        p_exact_conditional_greater = mean(plain$v >= plain$observed),
        pratt_p_exact_conditional = exact_two_sided(pratt)))
  walsh <- outer(d, d, "+") / 2
  add(paste("pseudomedian", name), "hodges_lehmann.paired", paste(base, "definition"), columns,
      data = data, expected = list(
        pseudomedian_walsh_all = median(walsh[upper.tri(walsh, diag = TRUE)])))
  k <- sum(d > 0)
  m <- sum(d != 0)
  coins <- function(kind) binom.test(k, m, alternative = kind)$p.value
  place <- max(1, qbinom(0.025, n, 0.5))
  add(paste("sign", name), "sign_test", paste(base, "binom.test, qbinom"), columns, data = data,
      expected = list(
        n_positive = k, n_nonzero = m, p_two_sided = coins("two.sided"),
        p_greater = coins("greater"), p_less = coins("less"), median_difference = median(d),
        median_ci_low = sort(d)[place], median_ci_high = sort(d)[n + 1 - place],
        median_ci_actual_level = round(1 - 2 * pbinom(place - 1, n, 0.5), 3)))
  dz <- mean(d) / sd(d)
  limits <- noncentral(dz * sqrt(n), n - 1, 1 / sqrt(n))
  add(paste("d_z", name), "effect_size.paired_dz", paste(base, "pt(ncp), uniroot"), columns,
      data = data, rel = 1e-8, expected = list(
        n = n, d_z = dz, d_z_ci95_low = limits[1], d_z_ci95_high = limits[2], g_z = dz * J(n - 1),
        g_z_ci95_low = limits[1] * J(n - 1), g_z_ci95_high = limits[2] * J(n - 1)))
  add(paste("d_av", name), "effect_size.paired_dav_and_variants", paste(base, "definitions"),
      columns, data = data, expected = list(
        r = cor(pre, post), sd_pre = sd(pre), sd_post = sd(post),
        d_av_mean_of_sds = mean(d) / ((sd(pre) + sd(post)) / 2),
        d_rms_sqrt_mean_variance = mean(d) / sqrt((var(pre) + var(post)) / 2),
        d_rm = dz * sqrt(2 * (1 - cor(pre, post))), d_pre_sd = mean(d) / sd(pre),
        smcc_g_z = dz * J(n - 1), smcr_g_pre = mean(d) / sd(pre) * J(n - 1)))
  add(paste("matched rank-biserial", name), "effect_size.matched_rank_biserial",
      paste(base, "definition"), columns, data = data, expected = list(
        rank_biserial_zeros_dropped = 2 * plain$observed / sum(plain$r) - 1))
}
same <- list(pre = c(4, 4, 2, 7), post = c(4, 4, 2, 7))
add("no change at all", "wilcoxon.signed_rank", "no result by definition",
    list(pre = "pre", post = "post"), data = same, expected = list(n = 4, n_nonzero = 0, p = refused))
add("no change to be tested", "t_test.paired", "no result by definition",
    list(pre = "pre", post = "post"), data = same,
    expected = list(mean_difference = 0, t = refused, p_two_sided = refused))

groups <- list(
  noties = list(c(3.5, 8, 1.25, 9.75, 4), c(2, 12.5, 7, 11, 15, 6.5)),
  ties = list(c(1, 3, 2, 2, 5, 4), c(2, 4, 4, 5, 3, 5, 5, 1)),
  apart = list(c(10, 11.5, 12), c(1, 2, 4, 3.25, 2.5)), few = list(c(2, 9), c(1, 3)))
for (name in names(groups)) {
  a <- groups[[name]][[1]]
  b <- groups[[name]][[2]]
  m <- length(a)
  n <- length(b)
  data <- list(y = c(a, b), g = rep(c("one", "two"), c(m, n)))
  columns <- list(value = "y", group = "g", group1 = "one", group2 = "two")
  for (pooled in c(TRUE, FALSE)) {
    test <- function(kind = "two.sided", level = 0.95) t.test(
      a, b, var.equal = pooled, alternative = kind, conf.level = level)
    add(paste(if (pooled) "student" else "welch", name),
        if (pooled) "t_test.student" else "t_test.welch", paste(base, "t.test"), columns,
        data = data, expected = list(
          n1 = m, n2 = n, mean1 = mean(a), mean2 = mean(b), sd1 = sd(a), sd2 = sd(b),
          difference = mean(a) - mean(b), se = test()$stderr, t = test()$statistic[[1]],
          df = test()$parameter[[1]], p_two_sided = test()$p.value, p_less = test("less")$p.value,
          p_greater = test("greater")$p.value, ci95_low = test()$conf.int[1],
          ci95_high = test()$conf.int[2], ci90_low = test(level = 0.9)$conf.int[1],
          ci90_high = test(level = 0.9)$conf.int[2], log10_p = log10(test()$p.value)))
  }
  u <- sum(outer(a, b, ">")) + sum(outer(a, b, "==")) / 2
  r <- rank(c(a, b))
  sums <- combn(m + n, m, function(chosen) sum(r[chosen]))
  seen <- sum(r[1:m])
  middle <- m * mean(r)
  normal <- function(correct) suppressWarnings(
    wilcox.test(a, b, exact = FALSE, correct = correct)$p.value)
  sigma <- sqrt(m * n / (m + n) / (m + n - 1) * sum((r - mean(r))^2))
  add(paste("mann-whitney", name), "mann_whitney", paste(base, "wilcox.test; all divisions"),
      columns, data = data, expected = list(
        n1 = m, n2 = n, U1 = u, U2 = m * n - u, p_normal_cc = normal(TRUE),
        p_normal_nocc = normal(FALSE), z_nocc = (u - m * n / 2) / sigma,
        sigma_tie_corrected = sigma, log10_p_normal_nocc = log10(normal(FALSE)),
        p_exact_conditional = mean(abs(sums - middle) >= abs(seen - middle) - 1e-9),
        p_exact_less = mean(sums <= seen), p_exact_greater = mean(sums >= seen)))
  shift <- list(median_of_pairwise_differences = median(outer(a, b, "-")))
  if (!anyDuplicated(c(a, b))) {
    exact <- suppressWarnings(wilcox.test(a, b, exact = TRUE, conf.int = TRUE))
    shift <- c(shift, r_estimate = exact$estimate[[1]], r_ci_low = exact$conf.int[1],
               r_ci_high = exact$conf.int[2], r_method = "exact")
  }
  add(paste("shift", name), "hodges_lehmann.two_sample", paste(base, "outer; wilcox.test"),
      columns, data = data, expected = shift)
  df <- m + n - 2
  s <- sqrt(((m - 1) * var(a) + (n - 1) * var(b)) / df)
  cohen <- (mean(a) - mean(b)) / s
  scale <- sqrt(1 / m + 1 / n)
  limits <- noncentral(cohen / scale, df, scale)
  unequal <- sqrt(1 / n + var(a) / (m * var(b)))
  glass <- (mean(a) - mean(b)) / sd(b)
  glass_limits <- noncentral(glass / unequal, n - 1, unequal)
  add(paste("cohen", name), "effect_size.cohens_d_hedges_g_glass",
      paste(base, "pt(ncp), uniroot"), columns, data = data, rel = 1e-8, expected = list(
        cohens_d = cohen, d_ci_low = limits[1], d_ci_high = limits[2], hedges_g = cohen * J(df),
        g_ci_low = limits[1] * J(df), g_ci_high = limits[2] * J(df), hedges_J_exact = J(df),
        glass_delta_group2_sd = glass, glass_ci_low = glass_limits[1],
        glass_ci_high = glass_limits[2]))
  rb <- 2 * u / (m * n) - 1
  fisher <- tanh(atanh(rb) + c(-1, 1) * qnorm(0.975) * sqrt((m + n + 1) / (3 * m * n)))
  add(paste("rank-biserial", name), "effect_size.rank_biserial_cliff_vda_ps",
      paste(base, "definitions"), columns, data = data, rel = 1e-8, expected = list(
        rank_biserial = rb, cliffs_delta = rb, vargha_delaney_A = u / (m * n),
        prob_superiority_nonparam = u / (m * n), rb_ci_low = fisher[1], rb_ci_high = fisher[2],
        ps_ci_low = (fisher[1] + 1) / 2, ps_ci_high = (fisher[2] + 1) / 2,
        prob_superiority_parametric = pnorm(cohen / sqrt(2)),
        psp_ci_low = pnorm(limits[1] / sqrt(2)), psp_ci_high = pnorm(limits[2] / sqrt(2)),
        cohens_u3 = pnorm(cohen)))
}
add("all equal", "mann_whitney", "no result by definition; one division is like another",
    list(value = "y", group = "g", group1 = "a", group2 = "b"),
    data = list(y = c(2, 2, 2, 2, 2), g = c("a", "b", "a", "b", "b")),
    expected = list(U1 = 3, p_normal_cc = refused, z_nocc = refused, p_exact_conditional = 1))
write_cases("groups-and-pairs")
