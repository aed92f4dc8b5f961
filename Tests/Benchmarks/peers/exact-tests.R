# Times exact tests, on the data of `time-statistics`: a line is the name, the shortest of
# three times in seconds, and the p-value. Needs r-base-core and r-cran-coin of Debian 12.
suppressPackageStartupMessages(library(coin))
shortest <- function(name, compute) {
  times <- sapply(1:3, function(run) system.time(result <<- compute())[["elapsed"]])
  cat(name, min(times), format(result, digits = 15), "\n")
}
rows <- 0:199
before <- (rows * 37) %% 11
after <- (rows * 53) %% 13
shortest("signed-rank", function() {
  pvalue(wilcoxsign_test(after ~ before, distribution = "exact", zero.method = "Wilcoxon"))[[1]]
})
table <- rbind(c(6, 3, 4, 2, 5), c(2, 7, 3, 5, 3), c(4, 2, 6, 3, 5), c(5, 4, 1, 7, 3), c(3, 4, 6, 3, 4))
shortest("fisher-5x5", function() fisher.test(table, workspace = 2e8)$p.value)
