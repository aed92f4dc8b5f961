# Writes the references of agreement between raters. Run it in this folder:
#   Rscript agreement.R
# Needs r-base-core of Debian 12 only: the coefficients follow their definitions word for
# word, pair by pair, and their standard errors come from numerical derivatives with respect
# to the weight of each unit.
source("writing.R")

# Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, example C.
krippendorff <- rbind(
  c(1, 1, NA, 1), c(2, 2, 3, 2), c(3, 3, 3, 3), c(3, 3, 3, 3), c(2, 2, 2, 2), c(1, 2, 3, 4),
  c(4, 4, 4, 4), c(1, 1, 2, 1), c(2, 2, 2, 2), c(NA, 5, 5, 5), c(NA, NA, 1, 1), c(NA, NA, 3, NA))
units <- list(
  "Krippendorff 2011" = krippendorff,
  "complete" = rbind(c(1, 2, 1), c(3, 3, 3), c(2, 2, 1), c(4, 4, 3), c(1, 1, 1), c(2, 3, 4)),
  "two raters" = rbind(c(1, 1), c(2, 2), c(3, 2), c(1, 3), c(3, 3), c(2, 2), c(1, 1)),
  "amounts" = rbind(c(0, 0.5, 0), c(10.25, 9, NA), c(3, 3.5, 4), c(NA, 120, 100), c(1, NA, NA)))

distance <- function(scale, n) {
  values <- as.numeric(names(n))
  outer(seq_along(n), seq_along(n), Vectorize(function(i, j) switch(scale,
    nominal = as.numeric(i != j),
    ordinal = if (i == j) 0 else (sum(n[min(i, j):max(i, j)]) - (n[[i]] + n[[j]]) / 2)^2,
    interval = (values[i] - values[j])^2,
    ratio = if (i == j) 0 else ((values[i] - values[j]) / (values[i] + values[j]))^2)))
}
# The coincidences of all pairs of ratings within units, each unit with a weight.
alpha <- function(data, scale, weights, given = NULL) {
  levels <- sort(unique(as.vector(data)))
  coincidences <- matrix(0, length(levels), length(levels))
  for (unit in seq_len(nrow(data))) {
    ratings <- match(data[unit, !is.na(data[unit, ])], levels)
    if (length(ratings) < 2) next
    for (i in seq_along(ratings)) for (j in seq_along(ratings)) if (i != j) {
      coincidences[ratings[i], ratings[j]] <-
        coincidences[ratings[i], ratings[j]] + weights[unit] / (length(ratings) - 1)
    }
  }
  n <- setNames(rowSums(coincidences), levels)
  d <- if (is.null(given)) distance(scale, n) else given
  list(alpha = 1 - (sum(n) - 1) * sum(coincidences * d) / sum(outer(n, n) * d), distance = d)
}
slope <- function(value, weights, unit) {
  step <- 1e-4
  moved <- function(by) { weights[unit] <- weights[unit] + by; value(weights) }
  (8 * (moved(step) - moved(-step)) - (moved(2 * step) - moved(-2 * step))) / (12 * step)
}
write_cases("krippendorffs-alpha", unlist(lapply(names(units), function(name) {
  data <- units[[name]]
  data <- data[rowSums(!is.na(data)) >= 1, , drop = FALSE]
  used <- which(rowSums(!is.na(data)) >= 2)
  lapply(c("nominal", "ordinal", "interval", "ratio"), function(scale) {
    ones <- rep(1, nrow(data))
    result <- alpha(data, scale, ones)
    slopes <- vapply(used, function(unit) slope(
      function(weights) alpha(data, scale, weights, result$distance)$alpha, ones, unit), 0)
    list(name = paste(name, scale), source = paste(base, "from the definition"),
         ratings = data, scale = scale, units = length(used), alpha = result$alpha,
         standardError = sqrt(sum(slopes^2) * length(used) / (length(used) - 1)))
  })
}), recursive = FALSE))

# Coefficients that differ in what they expect by chance -------------------------------
weight_matrix <- function(q, kind) outer(1:q, 1:q, function(i, j) switch(kind,
  unweighted = as.numeric(i == j), linear = 1 - abs(i - j) / (q - 1),
  quadratic = 1 - (i - j)^2 / (q - 1)^2))
coefficient <- function(data, q, kind, which, weights) {
  w <- weight_matrix(q, kind)
  shares <- numeric(q)
  agreed <- 0
  pairs_weight <- 0
  for (unit in seq_len(nrow(data))) {
    ratings <- data[unit, !is.na(data[unit, ])]
    for (rating in ratings) {
      shares[rating] <- shares[rating] + weights[unit] / length(ratings) / sum(weights)
    }
    if (length(ratings) < 2) next
    pairs <- combn(length(ratings), 2)
    agreed <- agreed + weights[unit] * mean(w[cbind(ratings[pairs[1, ]], ratings[pairs[2, ]])])
    pairs_weight <- pairs_weight + weights[unit]
  }
  observed <- agreed / pairs_weight
  expected <- switch(which,
    gwet = sum(w) * sum(shares * (1 - shares)) / (q * (q - 1)),
    brennanPrediger = sum(w) / q^2,
    fleiss = sum(w * outer(shares, shares)))
  c(observed, (observed - expected) / (1 - expected))
}
# Fleiss (1971), ten subjects rated by fourteen: each row says how often a category was given.
fleiss <- rbind(
  c(0, 0, 0, 0, 14), c(0, 2, 6, 4, 2), c(0, 0, 3, 5, 6), c(0, 3, 9, 2, 0), c(2, 2, 8, 1, 1),
  c(7, 7, 0, 0, 0), c(3, 2, 6, 3, 0), c(2, 5, 3, 2, 2), c(6, 5, 2, 1, 0), c(0, 2, 2, 3, 7))
rated <- c(units[1:3], list("fourteen raters" = t(apply(fleiss, 1, function(n) rep(1:5, n)))))
write_cases("chance-corrected-agreement", unlist(lapply(names(rated), function(name) {
  # Every unit is rated twice: how many are is a given in the formulas of the errors.
  data <- rated[[name]]
  data <- data[rowSums(!is.na(data)) >= 2, , drop = FALSE]
  q <- max(data, na.rm = TRUE)
  unlist(lapply(c("gwet", "brennanPrediger", "fleiss"), function(which) {
    lapply(c("unweighted", "linear", "quadratic"), function(kind) {
      ones <- rep(1, nrow(data))
      value <- coefficient(data, q, kind, which, ones)
      slopes <- vapply(seq_along(ones), function(unit) slope(
        function(weights) coefficient(data, q, kind, which, weights)[2], ones, unit), 0)
      n <- nrow(data)
      list(name = paste(name, which, kind), source = paste(base, "from the definition"),
           ratings = data, categories = q, coefficient = which, weights = kind,
           percentAgreement = value[1], estimate = value[2],
           standardError = sqrt(sum(slopes^2) * n / (n - 1)))
    })
  }), recursive = FALSE)
}), recursive = FALSE))

# With a unit that one rater alone has rated, whose ratings count for chance only: the errors of
# Gwet (2008) word for word.
once <- krippendorff
write_cases("agreement-with-gaps", unlist(lapply(c("gwet", "brennanPrediger", "fleiss"), function(which) {
  lapply(c("unweighted", "linear", "quadratic"), function(kind) {
    q <- 5
    w <- weight_matrix(q, kind)
    counts <- t(apply(once, 1, function(row) tabulate(row[!is.na(row)], q)))
    raters <- rowSums(counts)
    n <- nrow(once)
    twice <- raters >= 2
    shares <- colMeans(counts / raters)
    weighted <- counts %*% w
    agreed <- ifelse(twice, rowSums(counts * (weighted - 1)) / pmax(1, raters * (raters - 1)), 0)
    observed <- sum(agreed) / sum(twice)
    chance <- function(mix) switch(which,
      gwet = sum(w) / (q * (q - 1)) * sum(mix * (1 - shares)), brennanPrediger = sum(w) / q^2,
      fleiss = sum(mix * (w %*% shares)))
    expected <- chance(shares)
    estimate <- (observed - expected) / (1 - expected)
    each <- n / sum(twice) * (agreed - expected * twice) / (1 - expected) -
      2 * (1 - estimate) * (apply(counts / raters, 1, chance) - expected) / (1 - expected)
    list(name = paste(which, kind), source = paste(base, "Gwet's formulas"), ratings = once,
         categories = q, coefficient = which, weights = kind, percentAgreement = observed,
         estimate = estimate, standardError = sqrt(sum((each - estimate)^2) / n / (n - 1)))
  })
}), recursive = FALSE))

# Weighted kappa, from vcd -------------------------------------------------------------
suppressPackageStartupMessages(library(vcd))
tables <- list("three categories" = rbind(c(44, 5, 1), c(7, 20, 3), c(9, 5, 6)),
               "four categories" = rbind(c(7, 7, 2, 3), c(2, 8, 3, 7), c(1, 5, 4, 9), c(2, 8, 9, 14)),
               "an unused category" = rbind(c(5, 2, 0), c(1, 7, 0), c(0, 3, 0)))
write_cases("weighted-kappa", unlist(lapply(names(tables), function(name) {
  lapply(list(c("linear", "Equal-Spacing"), c("quadratic", "Fleiss-Cohen")), function(kind) {
    result <- Kappa(tables[[name]], weights = kind[2])$Weighted
    list(name = paste(name, kind[1]), source = paste(with_package("vcd"), "Kappa"),
         table = tables[[name]], weights = kind[1], kappa = result[[1]],
         standardError = result[[2]])
  })
}), recursive = FALSE))
