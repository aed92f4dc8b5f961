// Exchanges two paths in one step, where the system can.
//
// Swift does not see renameat2, which glibc shows to GNU sources only.
#pragma once

// 0, or the error number; ENOSYS, EINVAL or ENOTSUP where there is no such step.
int exchange_paths(const char *first, const char *second);
