#pragma once
#include <microhttpd.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>

/// The callbacks and limits of one daemon; `context` is handed to every callback.
struct shim_mhd_options {
    void *context;
    /// -1 when it is given its connections with `MHD_add_connection`.
    int listen_fd;
    unsigned int idle_seconds;
    size_t connection_memory;
    MHD_AcceptPolicyCallback accept_policy;
    MHD_AccessHandlerCallback handler;
    MHD_RequestCompletedCallback completed;
    MHD_NotifyConnectionCallback connection;
    void *(*request_line)(void *context, const char *uri, struct MHD_Connection *connection);
};

/// `MHD_start_daemon` for an external epoll loop; it is variadic, which Swift cannot call. Paths and queries stay percent-encoded.
struct MHD_Daemon *shim_mhd_start(const struct shim_mhd_options *options);

/// What `MHD_get_daemon_info` and `MHD_get_connection_info` return in unions; -1 or NULL when unknown.
int shim_mhd_epoll_fd(struct MHD_Daemon *daemon);
int shim_mhd_connection_fd(struct MHD_Connection *connection);
const struct sockaddr *shim_mhd_client_address(struct MHD_Connection *connection);
void *shim_mhd_socket_context(struct MHD_Connection *connection);
size_t shim_mhd_head_size(struct MHD_Connection *connection);

/// Gives an upgraded connection back to the daemon, which closes it at its next run.
int shim_mhd_upgrade_close(struct MHD_UpgradeResponseHandle *handle);
