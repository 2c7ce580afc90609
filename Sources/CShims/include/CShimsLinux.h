#pragma once
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/socket.h>

/// `accept4` for a descriptor that does not block and is not handed on to children.
int shim_accept(int listener, struct sockaddr *address, socklen_t *length);

/// How far a TCP peer is: bytes it has acknowledged, and whether any wait for it (bytes not sent and segments not acknowledged; 0 when none).
/// False when it cannot be told, as on other sockets. The C library's `struct tcp_info` lacks these.
bool shim_tcp_progress(int descriptor, uint64_t *taken, uint64_t *waiting);
