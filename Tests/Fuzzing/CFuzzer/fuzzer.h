#include <stddef.h>
#include <stdint.h>

// libFuzzer declares this in no header of its own.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*user_callback)(const uint8_t *data, size_t size));
