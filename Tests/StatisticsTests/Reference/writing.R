# What the scripts that write references share.
base <- paste("R", getRversion())
with_package <- function(name) paste0(base, ", ", name, " ", packageVersion(name))

# 17 significant digits, so that every number is read back as it was.
json <- function(value) {
  if (is.list(value) && is.null(names(value))) {
    return(paste0("[", paste(vapply(value, function(item) json(I(item)), ""), collapse = ", "), "]"))
  }
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
    ifelse(is.na(value), "null", sprintf("%.17g", value))
  }
  if (length(value) == 1 && !inherits(value, "AsIs")) return(texts)
  paste0("[", paste(texts, collapse = ", "), "]")
}
write_cases <- function(name, cases) {
  rows <- vapply(cases, function(case) paste0(" ", json(case)), "")
  writeLines(c("[", paste(rows, collapse = ",\n"), "]"), paste0(name, ".json"))
}
