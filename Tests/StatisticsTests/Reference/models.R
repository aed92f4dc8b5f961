# Writes the references of models and trends. Run it in this folder when a case is added:
#   Rscript models.R
# Needs r-base-core, r-cran-sandwich, r-cran-lme4, r-cran-lmertest and r-cran-emmeans of
# Debian 12.
suppressPackageStartupMessages({
  library(sandwich)
  library(lme4)
  library(lmerTest)
  library(emmeans)
})
source("writing.R")

# Least squares -------------------------------------------------------------------
set.seed(7)
visits <- data.frame(site = rep(c(1, 2, 3, 4, 5, 6), c(3, 5, 2, 6, 4, 7)))
visits$x <- round(runif(nrow(visits), 0, 10), 1)
visits$z <- round(visits$site + runif(nrow(visits)), 1)
visits$y <- round(2 + 0.5 * visits$x - visits$z + rnorm(6)[visits$site] + rnorm(nrow(visits)), 1)
cases <- list(
  "cars" = list(data = data.frame(y = mtcars$mpg, x = mtcars$wt, z = mtcars$hp),
                site = mtcars$cyl),
  "visits" = list(data = visits[c("y", "x", "z")], site = visits$site),
  "nearly dependent" = list(data = data.frame(y = longley$Employed, x = longley$GNP,
                                              z = longley$Year),
                            site = rep(1:4, each = 4)))
# CR2 by its definition: whole matrices, and the square root by eigenvectors.
cr2 <- function(fit, site) {
  X <- model.matrix(fit)
  M <- solve(crossprod(X))
  H <- X %*% M %*% t(X)
  root <- function(A) {
    parts <- eigen(A, symmetric = TRUE)
    kept <- parts$values > 1e-10
    V <- parts$vectors[, kept, drop = FALSE]
    V %*% diag(1 / sqrt(parts$values[kept]), sum(kept)) %*% t(V)
  }
  groups <- split(seq_len(nrow(X)), site)
  adjusted <- lapply(groups, function(rows) root(diag(length(rows)) - H[rows, rows]))
  meat <- Reduce(`+`, Map(function(rows, A) {
    crossprod(t(crossprod(X[rows, , drop = FALSE], A %*% residuals(fit)[rows])))
  }, groups, adjusted))
  df <- vapply(seq_len(ncol(X)), function(j) {
    P <- do.call(cbind, Map(function(rows, A) {
      part <- matrix(0, nrow(X), 1)
      part[rows] <- A %*% X[rows, , drop = FALSE] %*% M[, j]
      (diag(nrow(X)) - H) %*% part
    }, groups, adjusted))
    B <- crossprod(P)
    sum(diag(B))^2 / sum(B^2)
  }, 0)
  list(se = sqrt(diag(M %*% meat %*% M)), df = df)
}
write_cases("least-squares", lapply(names(cases), function(name) {
  data <- cases[[name]]$data
  fit <- lm(y ~ x + z, data)
  table <- unname(coef(summary(fit)))
  se <- function(type) unname(sqrt(diag(vcovHC(fit, type = type))))
  cluster <- function(...) unname(sqrt(diag(vcovCL(fit, cases[[name]]$site, ...))))
  few <- cr2(fit, cases[[name]]$site)
  list(name = name, source = paste(with_package("sandwich"), "lm, vcovHC, vcovCL, NeweyWest"),
       x = data$x, z = data$z, outcome = data$y, clusters = cases[[name]]$site,
       estimates = table[, 1], errors = table[, 2], pValues = table[, 4],
       lower = unname(confint(fit)[, 1]), rSquared = summary(fit)$r.squared,
       adjusted = summary(fit)$adj.r.squared, sigma = sigma(fit), aic = AIC(fit), bic = BIC(fit),
       f = summary(fit)$fstatistic[[1]], fOfZ = anova(lm(y ~ x, data), fit)$F[2],
       hc0 = se("HC0"), hc1 = se("HC1"), hc2 = se("HC2"), hc3 = se("HC3"),
       neweyWest = unname(sqrt(diag(NeweyWest(fit, lag = 2, prewhite = FALSE, adjust = FALSE)))),
       cr0 = cluster(type = "HC0", cadjust = FALSE), cr1 = cluster(type = "HC0", cadjust = TRUE),
       cr1s = cluster(type = "HC1", cadjust = TRUE), cr2 = unname(few$se), cr2Degrees = few$df)
}))

# Analysis of covariance ------------------------------------------------------------
wellbeing <- data.frame(
  group = rep(c("control", "talk", "walk"), c(6, 7, 5)),
  before = c(20, 25, 18, 30, 22, 27, 21, 24, 19, 28, 26, 23, 20, 25, 29, 18, 22, 24),
  after = c(22, 24, 19, 31, 21, 29, 27, 28, 25, 33, 30, 29, 24, 31, 33, 22, 28, 27))
fit <- lm(after ~ before + group, wellbeing)
adjusted <- as.data.frame(emmeans(fit, "group"))
write_cases("ancova", list(list(
  name = "wellbeing", source = paste(with_package("emmeans"), "lm, anova, emmeans"),
  group = wellbeing$group, before = wellbeing$before, after = wellbeing$after,
  estimates = unname(coef(fit)), errors = unname(coef(summary(fit))[, 2]),
  groupF = anova(lm(after ~ before, wellbeing), fit)$F[2],
  groupP = anova(lm(after ~ before, wellbeing), fit)$`Pr(>F)`[2],
  means = adjusted$emmean, meanErrors = adjusted$SE, lower = adjusted$lower.CL,
  slopesP = anova(fit, lm(after ~ before * group, wellbeing))$`Pr(>F)`[2])))

# Logistic regression, plain and with Firth's penalty ---------------------------------
attendance <- data.frame(
  came = c(0, 0, 1, 0, 1, 0, 1, 1, 0, 1, 1, 1, 0, 1, 0, 0, 1, 1, 0, 1),
  age = c(34, 22, 45, 30, 52, 28, 61, 40, 33, 58, 47, 66, 25, 39, 41, 19, 55, 36, 48, 62),
  invited = c(0, 1, 1, 0, 0, 0, 1, 1, 1, 0, 1, 1, 0, 1, 0, 0, 0, 1, 1, 0))
separated <- data.frame(came = c(0, 0, 0, 0, 1, 1, 1, 1), age = c(20, 25, 31, 38, 41, 50, 55, 63),
                        invited = c(0, 1, 0, 1, 1, 0, 1, 1))
penalized <- function(data) {
  X <- model.matrix(~ age + invited, data)
  # Columns of like size make the search exact.
  scale <- c(1, sd(data$age), 1)
  S <- sweep(X, 2, scale, "/")
  value <- function(b) {
    p <- plogis(S %*% b)
    W <- as.vector(p * (1 - p))
    -sum(ifelse(data$came == 1, log(p), log1p(-p))) - log(det(crossprod(S * W, S))) / 2
  }
  b <- c(0, 0, 0)
  for (round in 1:6) {
    b <- optim(b, value, method = "Nelder-Mead", control = list(reltol = 1e-15, maxit = 5000))$par
  }
  p <- as.vector(plogis(S %*% b))
  list(estimates = b / scale, errors = sqrt(diag(solve(crossprod(X * (p * (1 - p)), X)))))
}
write_cases("logistic-regression", list({
  fit <- glm(came ~ age + invited, binomial, attendance, epsilon = 1e-12, maxit = 200)
  best <- penalized(attendance)
  limits <- sapply(2:3, function(j) sapply(c(-1, 1), function(side) {
    # A profile limit by its definition, not by MASS's interpolation.
    X <- model.matrix(fit)
    held <- function(b) deviance(glm.fit(X[, -j], attendance$came, offset = X[, j] * b,
                                         family = binomial(), control = list(epsilon = 1e-12, maxit = 200)))
    uniroot(function(b) held(b) - deviance(fit) - qchisq(0.95, 1),
            coef(fit)[j] + sort(side * c(0, 6 * sqrt(vcov(fit)[j, j]))), tol = 1e-12)$root
  }))
  list(name = "attendance", source = paste(with_package("sandwich"), "glm, glm.fit, uniroot, optim"),
       age = attendance$age, invited = attendance$invited, came = attendance$came == 1,
       estimates = unname(coef(fit)), errors = unname(coef(summary(fit))[, 2]),
       deviance = deviance(fit), nullDeviance = fit$null.deviance,
       robust = unname(sqrt(diag(sandwich(fit)))), lower = limits[1, ], upper = limits[2, ],
       firth = best$estimates, firthErrors = unname(best$errors))
}, {
  best <- penalized(separated)
  list(name = "separated", source = paste(base, "optim"), age = separated$age,
       invited = separated$invited, came = separated$came == 1, estimates = NA, errors = NA,
       deviance = NA, nullDeviance = NA, robust = NA, lower = NA, upper = NA,
       firth = best$estimates, firthErrors = unname(best$errors))
}))

# A level of its own for each cluster -------------------------------------------------
set.seed(11)
waves <- expand.grid(id = 1:14, time = c("a", "b", "c"), stringsAsFactors = FALSE)
waves$group <- ifelse(waves$id <= 6, "control", "taught")
waves$y <- round(20 + rnorm(14, 0, 3)[waves$id] + 2 * (waves$time != "a") * (waves$group == "taught") +
                   rnorm(nrow(waves), 0, 2), 1)
gaps <- waves[-c(3, 17, 18, 30, 41), ]
apart <- data.frame(id = rep(1:5, each = 2), time = rep(c("a", "b"), 5), group = "all",
                    y = c(1, 5, 6, 2, 3, 4, 5, 1, 2, 7))
write_cases("random-intercept-model", lapply(
  list(list("all waves", waves, y ~ time * group + (1 | id)),
       list("gaps", gaps, y ~ time * group + (1 | id)),
       list("no difference", apart, y ~ time + (1 | id))), function(case) {
  data <- case[[2]]
  control <- lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-12))
  fit <- suppressMessages(lmer(case[[3]], data, control = control))
  table <- unname(coef(summary(fit)))
  variances <- as.data.frame(VarCorr(fit))$vcov
  term <- tail(anova(fit), 1)
  list(name = case[[1]], source = paste(with_package("lmerTest"), "lmer, anova"), id = data$id,
       time = data$time, group = data$group, outcome = data$y, hasGroups = length(unique(data$group)) > 1,
       estimates = table[, 1], errors = table[, 2], degrees = table[, 3], pValues = table[, 5],
       between = variances[1], within = variances[2], restricted = as.numeric(logLik(fit)),
       full = as.numeric(logLik(refitML(fit))), f = term$`F value`, fDegrees = term$DenDF)
}))

# Trends ------------------------------------------------------------------------------
series <- list("rise with ties" = c(3, 1, 4, 4, 5, 3, 6, 7, 5, 8), "fall" = c(9, 8.5, 7, 7.5, 5, 4),
               "short" = c(2, 3, 1, 4))
write_cases("trends", lapply(names(series), function(name) {
  y <- series[[name]]
  n <- length(y)
  pairs <- combn(n, 2)
  slopes <- (y[pairs[2, ]] - y[pairs[1, ]]) / (pairs[2, ] - pairs[1, ])
  s <- sum(sign(slopes))
  # The variance of S over all orders, by the formula for ties.
  ties <- table(y)
  v <- (n * (n - 1) * (2 * n + 5) - sum(ties * (ties - 1) * (2 * ties + 5))) / 18
  z <- sign(s) * max(0, abs(s) - 1) / sqrt(v)
  margin <- qnorm(0.975) * sqrt(v)
  places <- c(round((length(slopes) - margin) / 2), round((length(slopes) + margin) / 2 + 1))
  inside <- places[1] >= 1 && places[2] <= length(slopes)
  list(name = name, source = paste(base, "the formulas"), values = y, score = s, variance = v,
       statistic = z, pValue = 2 * pnorm(-abs(z)), tau = cor(y, seq_len(n), method = "kendall"),
       slope = median(slopes), lower = if (inside) sort(slopes)[places[1]] else NA,
       upper = if (inside) sort(slopes)[places[2]] else NA)
}))
calls <- c(12, 15, 11, 14, 16, 13, 17, 15, 9, 10, 8, 11, 7, 9, 6, 8)
segments <- data.frame(y = calls, t = 1:16, level = as.numeric(1:16 >= 9), slope = pmax(0, 1:16 - 8))
fit <- lm(y ~ t + level + slope, segments)
residual <- residuals(fit)
write_cases("segmented-regression", list(list(
  name = "calls", source = paste(with_package("sandwich"), "lm, NeweyWest"), values = calls, first = 9,
  estimates = unname(coef(fit)), errors = unname(coef(summary(fit))[, 2]),
  neweyWest = unname(sqrt(diag(NeweyWest(fit, lag = 3, prewhite = FALSE, adjust = FALSE)))),
  durbinWatson = sum(diff(residual)^2) / sum(residual^2))))
