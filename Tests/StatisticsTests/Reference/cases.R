# What the R scripts share that write cases for `reference-check`: data and parameters in
# the form of its `cases.json`, with the columns inside the case instead of a CSV file.
# Every script is run in this folder:  Rscript groups-and-pairs.R
base <- paste("R", getRversion())
with_package <- function(name) paste0(base, ", ", name, " ", packageVersion(name))

# 17 significant digits, so that every number is read back as it was.
json <- function(value) {
  if (is.null(value)) return("null")
  if (is.list(value)) {
    return(paste0("{", paste0('"', names(value), '": ', lapply(value, json), collapse = ", "), "}"))
  }
  if (is.matrix(value)) {
    return(paste0("[", paste(apply(value, 1, function(row) json(I(row))), collapse = ", "), "]"))
  }
  texts <- if (is.character(value)) {
    paste0('"', value, '"')
  } else if (is.logical(value) && !all(is.na(value))) {
    tolower(value)
  } else {
    ifelse(is.nan(value), '"NaN"', ifelse(is.na(value), "null",
      ifelse(is.infinite(value), ifelse(value > 0, '"Inf"', '"-Inf"'), sprintf("%.17g", value))))
  }
  if (length(value) == 1 && !inherits(value, "AsIs")) return(texts)
  paste0("[", paste(texts, collapse = ", "), "]")
}

cases <- list()
# `refused` marks what the library gives no result for, with a reason.
refused <- NaN
add <- function(id, statistic, source, parameters = list(), expected, data = NULL, rel = 1e-11) {
  cases[[length(cases) + 1]] <<- list(
    id = id, dataset = if (is.null(data)) NULL else lapply(data, I), statistic = statistic,
    parameters = if (length(parameters)) parameters else NULL, expected = expected,
    tolerance = list(rel = rel, abs = 0), source = source)
}
write_cases <- function(name) {
  rows <- vapply(cases, function(case) {
    paste0(" {", paste0('"', names(case), '": ', lapply(case, json), collapse = ", "), "}")
  }, "")
  rows <- gsub('"parameters": null', '"parameters": {}', rows, fixed = TRUE)
  writeLines(c("[", paste(rows, collapse = ",\n"), "]"), paste0(name, ".cases.json"))
}
root <- function(f, from, to) uniroot(f, c(from, to), tol = 1e-15, maxiter = 5000)$root
