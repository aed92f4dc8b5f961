# Writes the references of agreement between coders, code by code and overall. Run it in this
# folder:
#   Rscript coders.R
# Needs R alone (written with 4.2.2). The coefficients follow their definitions pair by pair. The
# standard errors of one code come from numerical derivatives with respect to the weight of each
# response, those over all codes from leaving out one response at a time.
options(digits = 17)

# For each coder a table of responses and codes; NA where the coder did not code the response.
codes <- c("rare", "middling", "common")
three <- list(
  asha = rbind(c(0,1,1), c(0,1,1), c(1,0,1), c(0,0,1), c(0,1,1), c(0,0,0), c(0,1,1), c(1,0,0),
               c(0,0,1), c(0,1,1), c(0,0,1), c(0,1,0), c(0,0,1), c(0,1,1)),
  ben = rbind(c(0,1,1), c(0,0,1), c(1,0,1), c(0,0,1), c(0,1,1), c(0,1,0), c(0,1,1), c(0,0,1),
              c(0,0,1), c(0,1,1), c(1,0,1), c(0,1,0), c(0,0,0), c(NA,NA,NA)),
  carol = rbind(c(0,1,1), c(0,1,0), c(1,0,1), c(0,1,1), c(0,1,1), c(0,0,0), c(0,0,1), c(1,0,0),
                c(0,0,1), c(NA,NA,NA), c(0,0,1), c(0,1,0), c(0,0,1), c(0,1,1)))
two <- lapply(three[1:2], function(x) x[1:13, ])

# Ratings of one code, a response in a row; of all codes one below the other.
of_code <- function(data, code) sapply(data, function(x) x[, code])
of_all <- function(data) do.call(rbind, lapply(seq_along(codes), function(k) of_code(data, k)))
twice <- function(r) rowSums(!is.na(r)) >= 2
pairwise <- function(r) {
  apply(r, 1, function(x) { x <- x[!is.na(x)]; mean(outer(x, x, "==")[upper.tri(diag(length(x)))]) })
}
percent <- function(r, w = rep(1, nrow(r))) weighted.mean(pairwise(r), w)
yes <- function(r, w) weighted.mean(rowMeans(r, na.rm = TRUE), w)
ac1 <- function(r, w = rep(1, nrow(r))) {
  p <- yes(r, w); e <- 2 * p * (1 - p); (percent(r, w) - e) / (1 - e)
}
fleiss <- function(r, w = rep(1, nrow(r))) {
  force(w)
  keep <- rowSums(is.na(r)) == 0
  r <- r[keep, , drop = FALSE]; w <- w[keep]
  p <- yes(r, w); e <- p^2 + (1 - p)^2; (percent(r, w) - e) / (1 - e)
}
cohen <- function(r, w = rep(1, nrow(r))) {
  a <- weighted.mean(r[, 1], w); b <- weighted.mean(r[, 2], w)
  e <- a * b + (1 - a) * (1 - b); (weighted.mean(r[, 1] == r[, 2], w) - e) / (1 - e)
}
alpha <- function(r, w = rep(1, nrow(r))) {
  m <- matrix(0, 2, 2)
  for (u in seq_len(nrow(r))) {
    x <- r[u, !is.na(r[u, ])] + 1
    for (i in seq_along(x)) for (j in seq_along(x)) if (i != j) {
      m[x[i], x[j]] <- m[x[i], x[j]] + w[u] / (length(x) - 1)
    }
  }
  n <- rowSums(m); 1 - (sum(n) - 1) * (m[1, 2] + m[2, 1]) / (2 * n[1] * n[2])
}
slope <- function(value, w, u) {
  h <- 1e-4
  at <- function(by) { w[u] <- w[u] + by; value(w) }
  (8 * (at(h) - at(-h)) - (at(2 * h) - at(-2 * h))) / (12 * h)
}
# The interval by linearisation, with the estimate.
linear <- function(f, r, total_fixed = FALSE) {
  n <- nrow(r); ones <- rep(1, n)
  g <- vapply(seq_len(n), function(u) slope(function(w) f(r, w), ones, u), 0)
  se <- sqrt(sum(g^2) * n / (n - 1))
  c(f(r), pmax(-1, f(r) - qnorm(0.975) * se), pmin(1, f(r) + qnorm(0.975) * se))
}
student <- function(x) {
  margin <- qt(0.975, length(x) - 1) * sd(x) / sqrt(length(x))
  c(mean(x), max(0, mean(x) - margin), min(1, mean(x) + margin))
}
# The interval by leaving out one response at a time.
jackknife <- function(f, data, low) {
  all <- f(data); n <- nrow(data[[1]])
  out <- vapply(seq_len(n), function(u) f(lapply(data, function(x) x[-u, , drop = FALSE])), 0)
  margin <- qt(0.975, n - 1) * sqrt((n - 1) / n * sum((out - mean(out))^2))
  c(all, max(low, all - margin), min(1, all + margin))
}
rated <- function(r) r[twice(r), , drop = FALSE]

results <- list()
add <- function(name, value) results[[name]] <<- value
for (set in c("two", "three")) {
  data <- get(set)
  kappas <- if (set == "two") list(kappa = cohen) else list(`fleiss-kappa` = fleiss)
  all <- c(list(`percent-agreement` = percent, `krippendorffs-alpha` = alpha, `gwets-ac1` = ac1), kappas)
  for (k in seq_along(codes)) {
    r <- rated(of_code(data, k))
    id <- function(what) paste(set, codes[k], what, sep = "/")
    add(id("prevalence"), student(rowMeans(r, na.rm = TRUE)))
    if (set == "three") add(id("percent-agreement"), student(pairwise(r)))
    add(id("krippendorffs-alpha"), linear(alpha, r))
    add(id("gwets-ac1"), linear(ac1, r))
    if (set == "three") add(id("fleiss-kappa"), linear(fleiss, r[rowSums(is.na(r)) == 0, ]))
  }
  for (what in names(all)) {
    f <- all[[what]]; low <- if (what == "percent-agreement") 0 else -1
    add(paste(set, "all-decisions", what, sep = "/"),
        jackknife(function(d) f(rated(of_all(d))), data, low))
    add(paste(set, "mean-of-codes", what, sep = "/"),
        jackknife(function(d) mean(vapply(seq_along(codes), function(k) f(rated(of_code(d, k))), 0)),
                  data, low))
  }
}
# Asha as a rule that is held against Ben.
f1 <- function(t) 2 * t[1] / (2 * t[1] + t[2] + t[3])
counts <- function(r) c(sum(r[, 1] & r[, 2]), sum(r[, 1] & !r[, 2]), sum(!r[, 1] & r[, 2]))
shares <- list(precision = function(t) t[1] / (t[1] + t[2]), recall = function(t) t[1] / (t[1] + t[3]),
               f1 = f1)
for (what in names(shares)) {
  f <- shares[[what]]
  add(paste("rules", "all-decisions", what, sep = "/"), jackknife(function(d) f(counts(of_all(d))), two, 0))
  add(paste("rules", "mean-of-codes", what, sep = "/"),
      jackknife(function(d) mean(vapply(seq_along(codes), function(k) f(counts(of_code(d, k))), 0)), two, 0))
}
line <- function(name) sprintf('  "%s": [%s]', name, paste(sprintf("%.15g", results[[name]]), collapse = ", "))
writeLines(c("{", paste(vapply(names(results), line, ""), collapse = ",\n"), "}"), "coders.json")
