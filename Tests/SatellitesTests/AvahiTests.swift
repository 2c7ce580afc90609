import Foundation
import Lifecycle
import Observability
import TestSupport
import Testing

@testable import Satellites

/// Finding and announcing with a real Avahi, on a bus and in a network of its own.
@Suite(.timeLimit(.minutes(1)), .serialized) struct AvahiTests {
    private static let canRun =
        getuid() == 0 && ["/usr/sbin/avahi-daemon", "/usr/bin/dbus-daemon", "/usr/bin/unshare"].allSatisfy { FileManager.default.isExecutableFile(atPath: $0) }
    private static let why: Comment = "needs root, avahi-daemon, dbus-daemon and unshare"

    private static let bus = """
        <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
        <busconfig><type>system</type><listen>unix:path=SOCKET</listen><auth>EXTERNAL</auth>
        <policy context="default"><allow user="*"/><allow own="*"/><allow send_destination="*"/><allow receive_sender="*"/><allow eavesdrop="true"/></policy>
        </busconfig>
        """
    private static let daemon = """
        mount -t tmpfs none /run && mkdir -p /run/avahi-daemon && ip link set lo up && ip link set lo multicast on \
        && exec /usr/sbin/avahi-daemon --no-drop-root --no-chroot --no-rlimits --no-proc-title -f "$0"
        """

    @Test(.enabled(if: canRun, why)) func whatIsAnnouncedIsFoundUntilItIsTakenBack() async throws {
        let folder = try Paths.temporaryFolder()
        let (socket, configuration, settings) = (folder.file("bus"), folder.file("bus.conf"), folder.file("avahi.conf"))
        try Self.bus.replacing("SOCKET", with: socket).write(toFile: configuration, atomically: true, encoding: .utf8)
        try "[server]\nhost-name=kitchen-pi\nuse-ipv6=no\n[wide-area]\nenable-wide-area=no\n".write(toFile: settings, atomically: true, encoding: .utf8)
        let bus = try await ChildProcess.launch(
            .init(executable: "/usr/bin/dbus-daemon", arguments: ["--config-file=\(configuration)", "--nofork", "--print-address=1"]), log: .silent)
        defer { bus.kill() }
        _ = try await bus.announcement()
        setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=\(socket)", 1)
        // Looked for before the daemon is there.
        let (browser, announcement) = (AvahiBrowser(log: .silent), AvahiAnnouncement(name: "kitchen", port: 10_700, log: .silent))
        var changes = browser.changes().makeAsyncIterator()
        var environment = ChildProcess.Command.plainEnvironment
        environment["DBUS_SYSTEM_BUS_ADDRESS"] = "unix:path=\(socket)"
        let avahi = try await ChildProcess.launch(
            .init(executable: "/usr/bin/unshare", arguments: ["-n", "-m", "/bin/sh", "-c", Self.daemon, settings], environment: environment), log: .silent)
        defer { avahi.kill() }
        let service = FoundService(name: "kitchen", host: "kitchen-pi.local", address: "127.0.0.1", port: 10_700)
        #expect(await changes.next() == .found(service))
        announcement.stop()
        #expect(await changes.next() == .lost(name: "kitchen"))
    }
}
