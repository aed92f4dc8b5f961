# Writes lift.json: lift of two codes with its interval on the logarithmic scale. The variance
# is the delta method's, with the gradient taken numerically from the multinomial shares, so
# that no formula of ours is used. Needs r-base-core and r-cran-jsonlite of Debian 12.
library(jsonlite)
log_lift <- function(p) log(p[1] / ((p[1] + p[2]) * (p[1] + p[3])))
gradient <- function(p) sapply(1:4, function(i) {
  h <- p[i] * 1e-3
  if (h == 0) h <- 1e-7
  step <- function(k) { q <- p; q[i] <- q[i] + k * h; log_lift(q) }
  # Central differences of the eighth order.
  (4/5 * (step(1) - step(-1)) - 1/5 * (step(2) - step(-2)) + 4/105 * (step(3) - step(-3)) -
     1/280 * (step(4) - step(-4))) / h
})
rows <- list(c(5, 28, 24, 254, 0.95), c(12, 40, 30, 100, 0.95), c(1, 2, 50, 60, 0.9),
             c(4000, 90000, 60000, 1500000, 0.99), c(7, 7, 7, 20, 0.95), c(3, 10, 3, 40, 0.95))
result <- lapply(rows, function(row) {
  n <- row[4]
  p <- c(row[1], row[2] - row[1], row[3] - row[1], n - row[2] - row[3] + row[1]) / n
  g <- gradient(p)
  variance <- (sum(p * g^2) - sum(p * g)^2) / n
  z <- qnorm((1 + row[5]) / 2)
  list(name = paste(row[1], "of", row[2], "and", row[3]),
       source = paste("R", getRversion(), "numerical delta method"),
       both = row[1], first = row[2], second = row[3], total = n, level = row[5],
       lift = exp(log_lift(p)), lower = exp(log_lift(p) - z * sqrt(variance)),
       upper = exp(log_lift(p) + z * sqrt(variance)))
})
write(toJSON(result, auto_unbox = TRUE, digits = NA, pretty = TRUE), "lift.json")
