// Runs a command with its output thrown away; prints wall seconds, CPU seconds and peak memory.
#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

int main(int count, char **arguments) {
  if (count < 2) return 64;
  struct timespec start, end;
  clock_gettime(CLOCK_MONOTONIC, &start);
  pid_t child = fork();
  if (child == 0) {
    int nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, STDOUT_FILENO);
    dup2(nowhere, STDERR_FILENO);
    execv(arguments[1], arguments + 1);
    _exit(127);
  }
  int status;
  struct rusage usage;
  wait4(child, &status, 0, &usage);
  clock_gettime(CLOCK_MONOTONIC, &end);
  double wall = end.tv_sec - start.tv_sec + (end.tv_nsec - start.tv_nsec) / 1e9;
  double cpu = usage.ru_utime.tv_sec + usage.ru_utime.tv_usec / 1e6 + usage.ru_stime.tv_sec +
               usage.ru_stime.tv_usec / 1e6;
#ifdef __APPLE__
  double megabytes = usage.ru_maxrss / 1e6;
#else
  double megabytes = usage.ru_maxrss * 1024 / 1e6;
#endif
  printf("  %6.2f s wall  %6.2f s cpu  %6.0f MB peak  exit %d\n", wall, cpu, megabytes,
         WEXITSTATUS(status));
  return WEXITSTATUS(status);
}
