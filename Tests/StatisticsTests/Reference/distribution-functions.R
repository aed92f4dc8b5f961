# Writes distribution-functions.cases.json: the distribution functions. The quantiles are
# checked here by R's own distribution functions, for `qf`, `qbeta` and `qt` of R 4.2 are off
# in far tails; what fails is left out. Needs r-base-core of Debian 12.
source("cases.R")
distribution <- function(statistic, name, parameters, x, p, discrete = FALSE) {
  f <- function(prefix) get(paste0(prefix, name))
  of <- function(prefix, at, ...) do.call(f(prefix), c(list(at), unname(parameters), ...))
  expected <- list(
    x = I(x), density = I(of("d", x)), cdf = I(of("p", x)),
    sf = I(of("p", x, lower.tail = FALSE)),
    log10_cdf = I(of("p", x, log.p = TRUE) / log(10)),
    log10_sf = I(of("p", x, lower.tail = FALSE, log.p = TRUE) / log(10)))
  low <- of("q", p)
  high <- of("q", p, lower.tail = FALSE)
  if (!discrete) {
    sound <- abs(of("p", low) / p - 1) < 1e-12 & abs(of("p", high, lower.tail = FALSE) / p - 1) < 1e-12
    p <- p[sound]; low <- low[sound]; high <- high[sound]
  }
  expected <- c(expected, list(p = I(p), quantile = I(low), quantile_upper = I(high)))
  add(paste(c(name, unlist(parameters)), collapse = " "), statistic,
      paste0(base, " d", name, ", p", name, ", q", name), parameters, expected,
      rel = 1e-9)
}
p <- c(1e-9, 1e-4, 0.01, 0.2, 0.5, 0.7, 0.99, 0.9999)
distribution("distribution.normal", "norm", list(mean = 3, sd = 0.5), c(-40, -20, 0, 3, 3.2, 9, 30), p)
distribution("distribution.t", "t", list(df = 3), c(-1e60, -1e5, -2, 0, 0.3, 12, 1e80), p)
distribution("distribution.t", "t", list(df = 41.5), c(-60, -3, 1e-5, 2, 1e4), p)
distribution("distribution.chisq", "chisq", list(df = 7), c(1e-50, 0.1, 6, 30, 900, 3000), p)
distribution("distribution.f", "f", list(df1 = 4, df2 = 11), c(1e-80, 0.02, 1, 8, 1e9), p)
distribution("distribution.gamma", "gamma", list(shape = 2.5, rate = 1), c(1e-100, 0.3, 2, 60, 900), p)
distribution("distribution.beta", "beta", list(shape1 = 3, shape2 = 0.7), c(1e-80, 0.01, 0.5, 0.999), p)
whole <- c(0.001, 0.03, 0.2, 0.5, 0.8, 0.97, 0.999)
distribution("distribution.binomial", "binom", list(size = 23, prob = 0.15), c(0, 1, 4, 11, 22), whole, TRUE)
distribution("distribution.hypergeom", "hyper", list(m = 9, n = 13, k = 7), c(0, 2, 4, 6), whole, TRUE)
distribution("distribution.signrank", "signrank", list(n = 17), c(0, 20, 76, 90, 152), whole, TRUE)
distribution("distribution.ranksum", "wilcox", list(m = 6, n = 9), c(0, 8, 27, 40, 53), whole, TRUE)
cases[[6]]$parameters <- list(shape = 2.5, scale = 1)
write_cases("distribution-functions")
