# Writes the references of several groups, association and power. Run it in this folder when
# a case is added:  Rscript groups.R
# Needs r-base-core, r-cran-polycor, r-cran-pwr and r-cran-coin of Debian 12.
suppressPackageStartupMessages({
  library(polycor)
  library(pwr)
  library(coin)
})
source("writing.R")

# Several groups ------------------------------------------------------------------
studies <- list(
  "three plants" = split(PlantGrowth$weight, PlantGrowth$group),
  "uneven" = list(c(1, 2, 4), c(2, 5, 9, 7, 4.5), c(11, 3), c(6, 6.5, 7, 8, 2, 1.5)),
  "ties" = list(c(1, 2, 2, 3, 5), c(3, 3, 4, 5, 5), c(2, 4, 5, 5, 4, 3)),
  "two groups" = list(c(5.1, 4.9, 6.2, 5.7), c(4.1, 4.4, 3.9, 4.8, 4.6)),
  "far tail" = list(c(10, 10.1, 9.9, 10.05, 9.95), c(0, 0.1, -0.1, 0.05), c(5, 5.1, 4.9, 5)),
  "large offset" = list(1e7 + c(1, 2, 4), 1e7 + c(2, 5, 9), 1e7 + c(8, 7, 9, 5)))
write_cases("several-groups", lapply(names(studies), function(name) {
  groups <- studies[[name]]
  y <- unlist(groups, use.names = FALSE)
  g <- factor(rep(seq_along(groups), lengths(groups)))
  aov_table <- anova(lm(I(y - mean(y)) ~ g))
  welch <- oneway.test(y ~ g)
  kruskal <- kruskal.test(y, g)
  # TukeyHSD takes one less the lower tail, so the p-values come from ptukey itself.
  tukey <- TukeyHSD(aov(y ~ g))$g
  within <- aov_table[["Mean Sq"]][2]
  pairs <- combn(length(groups), 2)
  means <- vapply(groups, mean, 0)
  n <- lengths(groups)
  range <- abs(means[pairs[2, ]] - means[pairs[1, ]]) /
    sqrt(within / 2 * (1 / n[pairs[1, ]] + 1 / n[pairs[2, ]]))
  # Games and Howell, written out.
  parts <- vapply(groups, var, 0) / n
  squared <- parts[pairs[1, ]] + parts[pairs[2, ]]
  df <- squared^2 / (parts[pairs[1, ]]^2 / (n[pairs[1, ]] - 1) +
                     parts[pairs[2, ]]^2 / (n[pairs[2, ]] - 1))
  difference <- means[pairs[2, ]] - means[pairs[1, ]]
  # Dunn, written out.
  ranks <- rank(y)
  size <- length(y)
  ties <- table(y)
  spread <- size * (size + 1) / 12 - sum(ties^3 - ties) / (12 * (size - 1))
  mean_ranks <- tapply(ranks, g, mean)
  z <- (mean_ranks[pairs[2, ]] - mean_ranks[pairs[1, ]]) /
    sqrt(spread * (1 / n[pairs[1, ]] + 1 / n[pairs[2, ]]))
  list(
    name = name, source = paste(base, "lm, oneway.test, kruskal.test, TukeyHSD, ptukey"),
    groups = unname(groups), squares = aov_table[["Sum Sq"]],
    statistic = aov_table[["F value"]][1], pValue = aov_table[["Pr(>F)"]][1],
    welchStatistic = welch$statistic[[1]], welchDegrees = welch$parameter[[2]],
    welchPValue = welch$p.value, kruskalStatistic = kruskal$statistic[[1]],
    kruskalPValue = kruskal$p.value,
    tukeyLower = I(unname(tukey[, "lwr"])), tukeyUpper = I(unname(tukey[, "upr"])),
    tukeyPValues = I(unname(ptukey(range, length(groups), sum(n) - length(n), lower.tail = FALSE))),
    gamesHowellPValues = I(unname(ptukey(
      abs(difference) / sqrt(squared / 2), length(groups), df, lower.tail = FALSE))),
    gamesHowellMargins = I(unname(qtukey(0.95, length(groups), df) * sqrt(squared / 2))),
    dunnStatistics = I(unname(z)), dunnPValues = I(unname(p.adjust(2 * pnorm(-abs(z)), "holm"))))
}))

# The limits that solve for the noncentrality, by R's own distribution and search.
limits <- function(f, df1, df2, level) {
  tail <- (1 - level) / 2
  solve_for <- function(excess) {
    if (excess(0) <= 0) return(0)
    uniroot(excess, c(0, 10 * f * df1 + 100), tol = 1e-15)$root
  }
  c(solve_for(function(ncp) tail - pf(f, df1, df2, ncp, lower.tail = FALSE)),
    solve_for(function(ncp) pf(f, df1, df2, ncp) - tail))
}
write_cases("variance-explained", lapply(names(studies)[1:4], function(name) {
  groups <- studies[[name]]
  y <- unlist(groups, use.names = FALSE)
  g <- factor(rep(seq_along(groups), lengths(groups)))
  table <- anova(lm(y ~ g))
  f <- table[["F value"]][1]
  df <- table[["Df"]]
  ncp <- limits(f, df[1], df[2], 0.9)
  list(name = name, source = paste(base, "pf, uniroot"), groups = unname(groups),
       estimate = f * df[1] / (f * df[1] + df[2]), limits = ncp / (ncp + df[2]),
       omegaSquared = max(0, (f - 1) * df[1] / (f * df[1] + df[2] + 1)),
       epsilonSquared = max(0, (f - 1) * df[1] / (f * df[1] + df[2])))
}))

# People by conditions ------------------------------------------------------------
panels <- list(
  "ties" = rbind(c(2, 3, 4, 4), c(3, 3, 3, 5), c(1, 2, 2, 4), c(2, 2, 5, 3), c(1, 4, 3, 5)),
  "no ties" = rbind(c(1, 2, 3), c(2, 1, 3), c(1, 3, 2), c(1, 2, 3), c(2, 3, 1), c(1, 2, 3)),
  "two conditions" = rbind(c(1, 2), c(4, 3), c(5, 7), c(2, 8)))
write_cases("friedman-test", lapply(names(panels), function(name) {
  test <- friedman.test(panels[[name]])
  list(name = name, source = paste(base, "friedman.test"), rows = panels[[name]],
       statistic = test$statistic[[1]], pValue = test$p.value)
}))

# Ordered groups, by trying all orders ----------------------------------------------
jonckheere <- function(groups) {
  sum(unlist(lapply(seq_along(groups)[-1], function(later) {
    lapply(seq_len(later - 1), function(earlier) {
      d <- outer(groups[[later]], groups[[earlier]], "-")
      sum(d > 0) + sum(d == 0) / 2
    })
  })))
}
arrange <- function(y, sizes) {
  if (length(sizes) == 1) return(list(list(y)))
  unlist(lapply(combn(seq_along(y), sizes[1], simplify = FALSE), function(chosen) {
    lapply(arrange(y[-chosen], sizes[-1]), function(rest) c(list(y[chosen]), rest))
  }), recursive = FALSE)
}
ordered <- list(
  "rising" = list(c(1, 3, 2), c(4, 2.5, 6), c(5, 7)),
  "mixed" = list(c(4, 1), c(3, 8, 2), c(7, 6), c(5, 9)),
  "ties" = list(c(1, 2, 2), c(2, 3), c(3, 3, 4)),
  "many ties" = list(c(1, 1, 3), c(2, 1, 2), c(3, 2), c(1, 3)),
  "a group of one" = list(4, c(2, 4, 4, 1), c(4, 5, 5)))
write_cases("jonckheere-terpstra-test", lapply(names(ordered), function(name) {
  groups <- ordered[[name]]
  all <- vapply(arrange(unlist(groups), lengths(groups)), jonckheere, 0)
  list(name = name, source = paste(base, "all share-outs"), groups = groups,
       statistic = jonckheere(groups), standardized = (jonckheere(groups) - mean(all)) /
         sqrt(mean((all - mean(all))^2)),
       isExact = TRUE, atLeast = mean(all >= jonckheere(groups)),
       atMost = mean(all <= jonckheere(groups)))
}))

# Associations --------------------------------------------------------------------
pairs <- list(
  "cars" = list(mtcars$mpg, mtcars$wt),
  "answers" = list(c(1, 2, 2, 3, 4, 5, 5, 3, 4, 2), c(2, 1, 3, 3, 5, 5, 4, 2, 4, 2)),
  "few" = list(c(3.1, 1.2, 5.5, 4.4, 2.2), c(2, 1, 3.5, 5, 4)),
  "nine" = list(c(1, 2, 3, 4, 5, 6, 7, 8, 9), c(2, 1, 4, 3, 7, 5, 9, 6, 8)),
  "opposite" = list(c(1, 2, 3, 4, 5, 6, 7), c(9.5, 8, 8.5, 6, 5, 4.5, 1)),
  "large offset" = list(1e8 + c(1, 2, 4, 7, 5), 1e8 + c(3, 1, 6, 9, 4)))
write_cases("correlations", lapply(names(pairs), function(name) {
  x <- pairs[[name]][[1]]
  y <- pairs[[name]][[2]]
  has_ties <- anyDuplicated(x) > 0 || anyDuplicated(y) > 0
  quiet <- function(...) suppressWarnings(cor.test(x, y, ...))
  pearson <- quiet()
  # R takes an exact distribution where it can; with ties all orders are tried here.
  tried <- if (length(x) <= 7) {
    orders <- as.matrix(do.call(expand.grid, rep(list(seq_along(y)), length(y))))
    orders <- orders[apply(orders, 1, anyDuplicated) == 0, ]
    sums <- apply(orders, 1, function(order) sum(rank(x) * rank(y)[order]))
    observed <- sum(rank(x) * rank(y))
    min(1, 2 * min(mean(sums <= observed + 1e-9), mean(sums >= observed - 1e-9)))
  } else if (!has_ties && length(x) <= 9) {
    quiet(method = "spearman", exact = TRUE)$p.value
  } else NA
  list(
    name = name, source = paste(base, "cor.test, all orders"), first = x, second = y,
    pearson = pearson$estimate[[1]], statistic = pearson$statistic[[1]],
    pValue = pearson$p.value, lower = pearson$conf.int[1], upper = pearson$conf.int[2],
    spearman = cor(x, y, method = "spearman"),
    spearmanPValue = quiet(method = "spearman", exact = FALSE)$p.value,
    spearmanContinuity = quiet(method = "spearman", exact = FALSE, continuity = TRUE)$p.value,
    spearmanExact = tried, kendall = cor(x, y, method = "kendall"),
    kendallPValue = quiet(method = "kendall", exact = FALSE)$p.value,
    kendallContinuity = quiet(method = "kendall", exact = FALSE, continuity = TRUE)$p.value,
    kendallExact = if (has_ties) NA else quiet(method = "kendall", exact = TRUE)$p.value)
}))

tables <- list(
  "four cells" = rbind(c(40, 12), c(15, 33)),
  "hair and eyes" = unname(apply(HairEyeColor, 1:2, sum)),
  "three by four" = rbind(c(12, 20, 8, 3), c(6, 25, 22, 9), c(2, 8, 19, 25)),
  # A search that begins next to a correlation of one meets cells without a share.
  "two by three" = rbind(c(10, 5, 2), c(3, 8, 9)),
  "a heavy diagonal" = rbind(c(40, 3, 1), c(5, 20, 6), c(0, 4, 30)))
write_cases("polychoric-correlation", lapply(names(tables), function(name) {
  table <- tables[[name]]
  best <- polychor(table, ML = TRUE, std.err = TRUE)
  list(name = name, source = paste(with_package("polycor"), "polychor"), table = table,
       coefficient = best$rho, standardError = sqrt(best$var[1, 1]),
       twoStep = polychor(table, ML = FALSE))
}))

squares <- list(
  "four answers" = rbind(c(20, 10, 5, 2), c(3, 30, 15, 4), c(0, 5, 40, 10), c(1, 2, 3, 12)),
  "two answers" = rbind(c(30, 12), c(5, 22)))
write_cases("stuart-maxwell-test", lapply(names(squares), function(name) {
  test <- mh_test(as.table(squares[[name]]))
  list(name = name, source = paste(with_package("coin"), "mh_test"), table = squares[[name]],
       statistic = statistic(test)[[1]],
       pValue = pchisq(statistic(test)[[1]], nrow(squares[[name]]) - 1, lower.tail = FALSE))
}))

# Power ---------------------------------------------------------------------------
designs <- expand.grid(type = c("two.sample", "paired"), n = c(2, 12, 60), d = c(0.2, 0.8),
                       alpha = c(0.05, 0.01), stringsAsFactors = FALSE)
write_cases("t-test-power", lapply(seq_len(nrow(designs)), function(row) {
  design <- designs[row, ]
  list(name = paste(design, collapse = " "), source = paste(with_package("pwr"), "pwr.t.test"),
       isPaired = design$type == "paired", count = design$n, effect = design$d,
       significance = design$alpha,
       power = pwr.t.test(n = design$n, d = design$d, sig.level = design$alpha,
                          type = design$type)$power,
       greater = pwr.t.test(n = design$n, d = design$d, sig.level = design$alpha,
                            type = design$type, alternative = "greater")$power,
       countNeeded = power.t.test(delta = design$d, sig.level = design$alpha, power = 0.9,
                                  type = design$type, strict = TRUE, tol = 1e-13)$n,
       # R takes a normal distribution for the noncentral t of very large effects.
       effectFound = if (design$n == 2) NA else {
         power.t.test(n = design$n, sig.level = design$alpha, power = 0.9,
                      type = design$type, strict = TRUE, tol = 1e-13)$delta
       })
}))
proportions <- list(c(0.5, 0.75, 50), c(0.1, 0.15, 200), c(0.02, 0.3, 20), c(0.4, 0.4, 80))
write_cases("two-proportions-power", lapply(proportions, function(p) {
  test <- power.prop.test(n = p[3], p1 = p[1], p2 = p[2], strict = TRUE)
  differ <- p[1] != p[2]
  list(name = paste(p, collapse = " "), source = paste(with_package("pwr"), "power.prop.test"),
       first = p[1], second = p[2], count = p[3], power = test$power, h = ES.h(p[1], p[2]),
       arcsine = pwr.2p.test(h = ES.h(p[1], p[2]), n = p[3])$power,
       countNeeded = if (differ) {
         power.prop.test(p1 = p[1], p2 = p[2], power = 0.8, tol = 1e-13)$n
       } else NA)
}))
