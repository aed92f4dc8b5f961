/* Times Vectorscan alone on the task of `time-matching`: in which pairs of a comment and a pattern
   the one has the other. One scan for each line; each pattern tells at most once.

   match-vectorscan COMMENTS PATTERNS */
#include <hs.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { most_patterns = 4096, longest_expression = 1024, most_tasks = 2 };

struct text {
  char *bytes;
  size_t count;
};

struct task {
  const hs_database_t *database;
  const char *start;
  const char *end;
  unsigned long pairs;
};

static void stop(const char *why) {
  fprintf(stderr, "match-vectorscan: %s\n", why);
  exit(1);
}

static struct text read_file(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) stop("a file cannot be opened");
  fseek(file, 0, SEEK_END);
  struct text text = {NULL, (size_t)ftell(file)};
  rewind(file);
  text.bytes = malloc(text.count + 1);
  if (!text.bytes || fread(text.bytes, 1, text.count, file) != text.count) stop("cannot be read");
  text.bytes[text.count] = 0;
  fclose(file);
  return text;
}

/* A word, with a star for any ending; words with single spaces between. */
static char *expression(const char *pattern) {
  char *out = malloc(longest_expression), *next = out;
  next += sprintf(next, "\\b");
  for (; *pattern; pattern++) {
    if (*pattern == '*') next += sprintf(next, "\\w*");
    else if (*pattern == ' ') next += sprintf(next, " +");
    else *next++ = *pattern;
  }
  sprintf(next, "\\b");
  return out;
}

static hs_database_t *compile(char *patterns) {
  const char *expressions[most_patterns];
  unsigned flags[most_patterns], ids[most_patterns], count = 0;
  for (char *line = strtok(patterns, "\n"); line && count < most_patterns;
       line = strtok(NULL, "\n")) {
    expressions[count] = expression(line);
    flags[count] = HS_FLAG_CASELESS | HS_FLAG_SINGLEMATCH;
    ids[count] = count;
    count++;
  }
  hs_database_t *database;
  hs_compile_error_t *error;
  if (hs_compile_multi(expressions, flags, ids, count, HS_MODE_BLOCK, NULL, &database, &error))
    stop(error->message);
  return database;
}

static int count_match(unsigned id, unsigned long long from, unsigned long long to, unsigned flags,
                       void *pairs) {
  (void)id, (void)from, (void)to, (void)flags;
  ++*(unsigned long *)pairs;
  return 0;
}

static void *run(void *argument) {
  struct task *task = argument;
  hs_scratch_t *scratch = NULL;
  if (hs_alloc_scratch(task->database, &scratch)) stop("no working memory");
  task->pairs = 0;
  for (const char *line = task->start; line < task->end;) {
    const char *end = memchr(line, '\n', (size_t)(task->end - line));
    if (!end) end = task->end;
    if (hs_scan(task->database, line, (unsigned)(end - line), 0, scratch, count_match,
                &task->pairs))
      stop("a line cannot be scanned");
    line = end + 1;
  }
  hs_free_scratch(scratch);
  return NULL;
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

int main(int count, char **arguments) {
  if (count != 3) stop("needs a file of comments and a file of patterns");
  struct text comments = read_file(arguments[1]);
  for (int tasks = 1; tasks <= most_tasks; tasks++) {
    double shortest = 1e9;
    unsigned long pairs = 0;
    for (int turn = 0; turn < 3; turn++) {
      struct text patterns = read_file(arguments[2]);
      double start = now();
      hs_database_t *database = compile(patterns.bytes);
      struct task parts[most_tasks];
      pthread_t threads[most_tasks];
      const char *from = comments.bytes, *last = comments.bytes + comments.count;
      for (int part = 0; part < tasks; part++) {
        const char *to = comments.bytes + comments.count * (size_t)(part + 1) / (size_t)tasks;
        while (to < last && to[-1] != '\n') to++;
        parts[part] = (struct task){database, from, to, 0};
        pthread_create(&threads[part], NULL, run, &parts[part]);
        from = to;
      }
      pairs = 0;
      for (int part = 0; part < tasks; part++) {
        pthread_join(threads[part], NULL);
        pairs += parts[part].pairs;
      }
      double taken = now() - start;
      if (taken < shortest) shortest = taken;
      hs_free_database(database);
      free(patterns.bytes);
    }
    printf("tasks %d %.3f %lu\n", tasks, shortest, pairs);
  }
  return 0;
}
