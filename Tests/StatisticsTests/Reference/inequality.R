# Writes the references of inequality and diversity. Run it in this folder:
#   Rscript inequality.R
# Needs r-base-core and r-cran-vegan of Debian 12. The Gini coefficient and its standard
# error come from their definition: all pairs, and numerical derivatives.
suppressPackageStartupMessages(library(vegan))
source("writing.R")

gini <- function(x, w) {
  sum(outer(w, w) * abs(outer(x, x, "-"))) / (2 * sum(w)^2 * (sum(w * x) / sum(w)))
}
amounts <- list(
  "incomes" = list(c(541, 1463, 2445, 3246, 4389, 2445, 90), rep(1, 7)),
  "weighted" = list(c(12, 7.5, 30, 0, 18, 7.5), c(2, 1.5, 0.5, 3, 1, 2)),
  "hours" = list(c(1, 2, 2, 3, 5, 8, 13, 21, 34), rep(1, 9)))
write_cases("weighted-gini", lapply(names(amounts), function(name) {
  x <- amounts[[name]][[1]]
  w <- amounts[[name]][[2]]
  slopes <- vapply(seq_along(x), function(i) {
    moved <- function(by) { t <- rep(1, length(x)); t[i] <- 1 + by; gini(x, w * t) }
    step <- 1e-3
    (8 * (moved(step) - moved(-step)) - (moved(2 * step) - moved(-2 * step))) / (12 * step)
  }, 0)
  list(name = name, source = paste(base, "all pairs"), values = x, weights = w,
       gini = gini(x, w), standardError = sqrt(sum(slopes^2)))
}))

write_cases("inequality", lapply(names(amounts), function(name) {
  x <- amounts[[name]][[1]]
  r <- x / mean(x)
  atkinson <- function(e) {
    if (any(r == 0) && e >= 1) 1
    else if (e == 1) 1 - exp(mean(log(r))) else 1 - mean(r^(1 - e))^(1 / (1 - e))
  }
  list(name = name, source = paste(base, "from the definition"), values = x,
       t = mean(ifelse(r > 0, r * log(r), 0)), l = if (any(r == 0)) NA else -mean(log(r)),
       hoover = mean(abs(r - 1)) / 2, variation = sqrt(mean((r - 1)^2)),
       aversions = c(0.5, 1, 2), atkinson = c(atkinson(0.5), atkinson(1), atkinson(2)))
}))

counts <- list("four" = c(8, 6, 5, 1), "unused" = c(7, 0, 3, 1, 0), "even" = c(5, 5, 5),
               "large" = c(51000, 30000, 18998, 2))
write_cases("diversity", lapply(names(counts), function(name) {
  n <- counts[[name]]
  list(name = name, source = paste(with_package("vegan"), "diversity, specnumber, simpson.unb"),
       counts = n, richness = specnumber(n), shannon = diversity(n),
       blau = diversity(n, "simpson"), inverseSimpson = diversity(n, "invsimpson"),
       unbiasedSimpson = simpson.unb(n), evenness = diversity(n) / log(length(n)),
       evennessOfUsed = diversity(n) / log(specnumber(n)))
}))

shares <- list(list(c(0.1, 0.4, 0.5), c(0.8, 0.15, 0.05)), list(c(3, 5, 2), c(3, 3, 4)),
               list(c(0.5, 0.5, 0), c(0.3, 0.3, 0.4)))
write_cases("divergence", lapply(shares, function(pair) {
  p <- pair[[1]] / sum(pair[[1]])
  q <- pair[[2]] / sum(pair[[2]])
  kl <- function(p, q) sum(ifelse(p > 0, p * log(p / q), 0))
  m <- (p + q) / 2
  list(name = paste(paste(pair[[1]], collapse = " "), "against", paste(pair[[2]], collapse = " ")),
       source = paste(base, "from the definition"), group = pair[[1]], reference = pair[[2]],
       kullbackLeibler = kl(p, q), jensenShannonBits = (kl(p, m) + kl(q, m)) / 2 / log(2))
}))
