// The floor: libcsv parses a file and every field is counted, nothing else.
#include <csv.h>
#include <stdio.h>

static void field(void *text, size_t length, void *counts) {
  (void)text;
  ((size_t *)counts)[0] += 1;
  ((size_t *)counts)[1] += length;
}

static void row(int last, void *counts) {
  (void)last;
  ((size_t *)counts)[2] += 1;
}

int main(int count, char **arguments) {
  if (count != 2) return 64;
  FILE *file = fopen(arguments[1], "rb");
  if (!file) return 66;
  struct csv_parser parser;
  csv_init(&parser, CSV_EMPTY_IS_NULL);
  static char buffer[1 << 20];
  size_t counts[3] = {0, 0, 0};
  size_t length;
  while ((length = fread(buffer, 1, sizeof buffer, file)) > 0)
    csv_parse(&parser, buffer, length, field, row, counts);
  csv_fini(&parser, field, row, counts);
  csv_free(&parser);
  fclose(file);
  return counts[2] > 0 ? 0 : 65;
}
