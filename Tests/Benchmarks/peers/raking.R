# Raking by R's survey, on the data of the Swift benchmark. Needs r-cran-survey of Debian 12.
suppressPackageStartupMessages(library(survey))
count <- 1e6
person <- 0:(count - 1)
data <- data.frame(weight = 1 + (person %% 7) / 10)
shapes <- list(c(2, 3), c(3, 7), c(4, 11), c(5, 19), c(6, 23))
totals <- list()
for (place in 1:5) {
  shape <- shapes[[place]]
  category <- ((person * shape[2] + person %/% 97 * 13 + person %/% 1009) %/%
                 (2 * place + 1)) %% shape[1]
  name <- paste0("m", place)
  data[[name]] <- factor(category)
  sums <- rowsum(data$weight, category)[, 1]
  moved <- sums * (1 + 0.15 * ((seq_along(sums) - 1 + place) %% 3 - 1))
  totals[[place]] <- setNames(
    data.frame(levels(data[[name]]), moved / sum(moved) * count), c(name, "Freq"))
}
design <- svydesign(~1, weights = ~weight, data = data)
margins <- lapply(1:5, function(place) reformulate(paste0("m", place)))
seconds <- system.time(
  fit <- rake(design, margins, totals, control = list(epsilon = 1e-10, maxit = 200)))
cat("raking", seconds[["elapsed"]], format(weights(fit)[[1]], digits = 15), "\n")
