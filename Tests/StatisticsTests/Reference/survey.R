# Writes the references of weighting. Run it in this folder:
#   Rscript survey.R
# Needs r-base-core and r-cran-survey of Debian 12.
suppressPackageStartupMessages(library(survey))
source("writing.R")

cars <- data.frame(
  mpg = mtcars$mpg, am = mtcars$am, cyl = factor(mtcars$cyl), gear = factor(mtcars$gear),
  carb = factor(pmin(mtcars$carb, 4)), weight = 1 + (seq_len(32) %% 5) / 4)
totals <- list(cyl = c(120, 90, 190), gear = c(180, 150, 70), carb = c(95, 125, 40, 140))
margin <- function(name) setNames(data.frame(levels(cars[[name]]), totals[[name]]), c(name, "Freq"))
plain <- svydesign(~1, weights = ~weight, data = cars)
rake_to <- function(names) rake(
  plain, lapply(names, function(name) reformulate(name)), lapply(names, margin),
  control = list(epsilon = 1e-14, maxit = 5000))
code <- function(name) as.integer(cars[[name]]) - 1
common <- list(mpg = cars$mpg, am = cars$am == 1, cyl = code("cyl"), gear = code("gear"),
               carb = code("carb"), baseWeights = cars$weight)

fits <- list("two margins" = c("cyl", "gear"), "three margins" = c("cyl", "gear", "carb"))
write_cases("raking", lapply(names(fits), function(name) {
  fit <- suppressWarnings(rake_to(fits[[name]]))
  mean <- svymean(~mpg, fit)
  c(list(name = name, source = paste(with_package("survey"), "rake, svymean, trimWeights")),
    common, list(margins = I(fits[[name]]), cylTotals = totals$cyl, gearTotals = totals$gear,
    carbTotals = totals$carb, weights = weights(fit), mean = coef(mean)[[1]],
    standardError = SE(mean)[[1]], limit = 18,
    trimmedOnce = weights(trimWeights(fit, upper = 18)),
    trimmed = weights(trimWeights(fit, upper = 18, strict = TRUE))))
}))

post <- postStratify(plain, ~cyl, margin("cyl"))
write_cases("post-stratification", list(c(
  list(name = "cylinders", source = paste(with_package("survey"), "postStratify, svymean")),
  common, list(totals = totals$cyl, weights = weights(post),
               mean = coef(svymean(~mpg, post))[[1]],
               standardError = SE(svymean(~mpg, post))[[1]]))))

designs <- list(
  "plain" = list(plain, NA, NA),
  "strata" = list(svydesign(~1, strata = ~cyl, weights = ~weight, data = cars), "cyl", NA),
  "clusters" = list(svydesign(~carb, weights = ~weight, data = cars), NA, "carb"),
  "clusters within strata" =
    list(svydesign(~carb, strata = ~am, weights = ~weight, data = cars, nest = TRUE), "am", "carb"))
cars$group <- cars$gear
write_cases("survey-designs", lapply(names(designs), function(name) {
  design <- designs[[name]][[1]]
  mean <- svymean(~mpg, design, deff = TRUE)
  share <- svymean(~am, design)
  interval <- function(method) as.vector(attr(svyciprop(~am, design, method = method), "ci"))
  part <- subset(design, gear == "4")
  c(list(name = name, source = paste(with_package("survey"), "svymean, svyciprop")), common,
    list(strata = designs[[name]][[2]], clusters = designs[[name]][[3]],
         mean = coef(mean)[[1]], standardError = SE(mean)[[1]], degrees = degf(design),
         designEffect = as.vector(deff(mean)), domainMean = coef(svymean(~mpg, part))[[1]],
         domainError = SE(svymean(~mpg, part))[[1]], share = coef(share)[[1]],
         shareError = SE(share)[[1]], logit = interval("xlogit"),
         kornGraubard = interval("beta"), wald = interval("mean")))
}))
