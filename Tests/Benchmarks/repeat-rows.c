// Writes a CSV file's heading once and its records many times, with " #k" behind each first field.
#include <stdio.h>
#include <stdlib.h>

int main(int count, char **arguments) {
  if (count != 3) return 64;
  FILE *file = fopen(arguments[1], "rb");
  if (!file) return 66;
  fseek(file, 0, SEEK_END);
  long length = ftell(file);
  rewind(file);
  char *text = malloc(length);
  if (fread(text, 1, length, file) != (size_t)length) return 66;
  fclose(file);
  long heading = 0;
  for (int quoted = 0; heading < length; heading++) {
    if (text[heading] == '"') quoted = !quoted;
    if (text[heading] == '\n' && !quoted) break;
  }
  heading++;
  fwrite(text, 1, heading, stdout);
  int times = atoi(arguments[2]);
  for (int k = 0; k < times; k++) {
    int quoted = 0, first = 1;
    for (long index = heading; index < length; index++) {
      char letter = text[index];
      if (letter == '"') quoted = !quoted;
      if (first && !quoted && letter == ',') {
        printf(" #%d", k);
        first = 0;
      }
      if (letter == '\n' && !quoted) first = 1;
      putchar_unlocked(letter);
    }
  }
  free(text);
  return 0;
}
