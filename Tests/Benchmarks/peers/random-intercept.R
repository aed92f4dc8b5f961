# lme4's side of `time-statistics random-intercept`: needs r-cran-lme4 and r-cran-lmertest.
suppressPackageStartupMessages(library(lmerTest))
row <- 0:29999
person <- row %/% 3
data <- data.frame(
  person = factor(person), time = c("a", "b", "c")[row %% 3 + 1],
  group = ifelse(person %% 2 == 0, "control", "taught"),
  y = (person * 7919) %% 1009 / 100 + ifelse(person %% 2 == 1, row %% 3 / 4, 0) +
    (row * 104729) %% 997 / 200)
seconds <- c(Inf, Inf)
for (round in 1:3) {
  plain <- system.time(lme4::lmer(y ~ time * group + (1 | person), data))[["elapsed"]]
  tested <- system.time({
    fit <- lmer(y ~ time * group + (1 | person), data)
    summary(fit)
    f <- tail(anova(fit), 1)$`F value`
  })[["elapsed"]]
  seconds <- pmin(seconds, c(plain, tested))
}
cat("random-intercept, lmer alone", seconds[1], "\n")
cat("random-intercept, with tests", seconds[2], f, "\n")
