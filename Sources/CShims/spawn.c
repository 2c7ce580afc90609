#define _GNU_SOURCE
#include "CShimsSpawn.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/close_range.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

// Runs between fork and exec: only async-signal-safe calls, because another thread may have held any lock at the fork.
static int become(const struct shim_spawn_request *request, pid_t parent) {
    for (int signal_number = 1; signal_number < NSIG; signal_number++) signal(signal_number, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    if (setpgid(0, 0) != 0) return errno;
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) return errno;
    if (getppid() != parent) _exit(127); // The parent died before prctl.
    // Out of the way of 0, 1 and 2 first: a pipe's end may be one of them.
    int ends[3] = {request->in, request->out, request->err};
    for (int i = 0; i < 3; i++)
        if ((ends[i] = fcntl(ends[i], F_DUPFD_CLOEXEC, 3)) < 0) return errno;
    for (int i = 0; i < 3; i++)
        if (dup2(ends[i], i) < 0) return errno;
    // Fails on kernels before 5.11; there only the close-on-exec flag that every descriptor of ours has keeps them out.
    syscall(SYS_close_range, 3u, ~0u, CLOSE_RANGE_CLOEXEC);
    if (request->address_space != 0) {
        struct rlimit limit = {request->address_space, request->address_space};
        if (setrlimit(RLIMIT_AS, &limit) != 0) return errno;
    }
    if (request->directory != NULL && chdir(request->directory) != 0) return errno;
    execve(request->path, request->argv, request->envp);
    return errno;
}

pid_t shim_spawn(const struct shim_spawn_request *request) {
    int report[2]; // Closed by a successful exec; carries errno otherwise.
    if (pipe2(report, O_CLOEXEC) != 0) return -errno;
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    pid_t parent = getpid();
    pid_t child = fork();
    if (child == 0) {
        int problem = become(request, parent);
        while (write(report[1], &problem, sizeof problem) < 0 && errno == EINTR) {}
        _exit(127);
    }
    int problem = child < 0 ? errno : 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    close(report[1]);
    if (child > 0) {
        int told = 0;
        ssize_t count;
        while ((count = read(report[0], &told, sizeof told)) < 0 && errno == EINTR) {}
        if (count == sizeof told) {
            problem = told;
            while (waitpid(child, NULL, 0) < 0 && errno == EINTR) {}
        }
    }
    close(report[0]);
    return problem != 0 ? -problem : child;
}

int shim_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }
