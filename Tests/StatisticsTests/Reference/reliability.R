# Writes the references of the reliability of scales and raters. Run it in this folder:
#   Rscript reliability.R
# Needs r-base-core, r-cran-psych, r-cran-lavaan and r-cran-semtools of Debian 12.
suppressPackageStartupMessages({
  library(psych)
  library(lavaan)
  library(semTools)
})
source("writing.R")

scales <- list(
  "judges" = USJudgeRatings[, 2:7],
  "flowers" = iris[51:100, 1:4],
  "answers" = data.frame(a = c(4, 5, 3, 4, 2, 5, 1, 3, 4, 2), b = c(3, 5, 3, 5, 2, 4, 2, 3, 4, 1),
                         c = c(4, 4, 2, 4, 3, 5, 1, 2, 5, 2), d = c(2, 5, 4, 3, 2, 4, 2, 3, 3, 3)))
write_cases("scales", lapply(names(scales), function(name) {
  data <- scales[[name]]
  colnames(data) <- paste0("i", seq_along(data))
  result <- suppressWarnings(psych::alpha(data, warnings = FALSE, check.keys = FALSE))
  limits <- psych::alpha.ci(result$total$raw_alpha, n.obs = nrow(data), n.var = ncol(data))
  fit <- cfa(paste("f =~", paste(colnames(data), collapse = " + ")), data, std.lv = TRUE)
  list(name = name,
       source = paste0(with_package("psych"), " alpha, alpha.ci; lavaan ",
                       packageVersion("lavaan"), ", semTools ", packageVersion("semTools"),
                       " compRelSEM"),
       items = t(as.matrix(data)), alpha = result$total$raw_alpha,
       lower = limits$lower.ci[[1]], upper = limits$upper.ci[[1]],
       standardError = result$total$ase, standardized = result$total$std.alpha,
       lambda6 = result$total[["G6(smc)"]], meanCorrelation = result$total$average_r,
       itemRest = result$item.stats$r.drop, itemTotal = result$item.stats$raw.r,
       alphaIfDropped = result$alpha.drop$raw_alpha, omega = compRelSEM(fit)[[1]])
}))

ratings <- list(
  "judges" = USJudgeRatings[1:12, c("DILG", "CFMG", "DECI")],
  "raters that differ" = cbind(c(5, 7, 6, 9, 4), c(7, 10, 8, 11, 6), c(6, 7, 9, 10, 5)),
  "below zero" = cbind(c(1, 5, 3, 4), c(4, 2, 5, 1), c(3, 3, 1, 5)))
write_cases("intraclass-correlation", lapply(names(ratings), function(name) {
  data <- as.matrix(ratings[[name]])
  result <- suppressWarnings(suppressMessages(ICC(data, lmer = FALSE)))$results
  list(name = name, source = paste(with_package("psych"), "ICC"), scores = unname(data),
       estimates = result$ICC, lower = result[["lower bound"]],
       upper = result[["upper bound"]], statistics = result$F, pValues = result$p,
       numerators = result$df1, denominators = result$df2)
}))

# The error of omega with three items, where the fit is exact: lavaan's delta method, which
# divides by n where the library divides by n - 1.
triples <- list("three traits" = USJudgeRatings[, 3:5], "three lengths" = iris[51:100, 1:3])
write_cases("omega-errors", lapply(names(triples), function(name) {
  data <- triples[[name]]
  colnames(data) <- c("x", "y", "z")
  fit <- cfa("f =~ a * x + b * y + c * z
              x ~~ u * x
              y ~~ v * y
              z ~~ w * z
              omega := (a + b + c)^2 / ((a + b + c)^2 + u + v + w)", data, std.lv = TRUE)
  row <- subset(parameterEstimates(fit), label == "omega")
  list(name = name, source = with_package("lavaan"), items = t(as.matrix(data)),
       omega = row$est, standardError = row$se * sqrt(nrow(data) / (nrow(data) - 1)))
}))
