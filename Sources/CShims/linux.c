#define _GNU_SOURCE
#include "CShimsLinux.h"

#include <linux/tcp.h>
#include <netinet/in.h>
#include <stddef.h>
#include <sys/socket.h>

int shim_accept(int listener, struct sockaddr *address, socklen_t *length) {
    return accept4(listener, address, length, SOCK_NONBLOCK | SOCK_CLOEXEC);
}

bool shim_tcp_progress(int descriptor, uint64_t *taken, uint64_t *waiting) {
    struct tcp_info info = {0};
    socklen_t size = sizeof info;
    if (getsockopt(descriptor, IPPROTO_TCP, TCP_INFO, &info, &size) != 0 || size < offsetof(struct tcp_info, tcpi_min_rtt)) return false;
    *taken = info.tcpi_bytes_acked;
    *waiting = info.tcpi_notsent_bytes + (uint64_t)info.tcpi_unacked;
    return true;
}
