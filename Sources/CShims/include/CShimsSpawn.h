#pragma once
#include <signal.h>
#include <stdint.h>
#include <sys/pidfd.h>
#include <sys/types.h>

/// What a child gets. `directory` may be NULL; `address_space` is in bytes, 0 for no limit.
struct shim_spawn_request {
    const char *path;
    char *const *argv;
    char *const *envp;
    const char *directory;
    int in, out, err;
    uint64_t address_space;
};

/// Forks and executes; returns the child's pid, or -errno when it could not be started (the executable is missing, say).
///
/// The child leads a process group of its own, holds no descriptor but 0, 1 and 2, has default signal handling, and is killed by the kernel when the
/// calling *thread* ends (PR_SET_PDEATHSIG): call it on a thread that lives as long as the child.
pid_t shim_spawn(const struct shim_spawn_request *request);

/// A pipe whose ends are closed on exec: [0] is read, [1] is written. Returns 0, or -1 with errno set.
int shim_pipe(int ends[2]);
