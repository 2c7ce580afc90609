/// Connections in the order in which they began to wait for a request, the longest-waiting first. Leaving takes the same time from anywhere.
struct WaitingLine {
    private(set) var first: Connection?
    private var last: Connection?

    mutating func join(_ connection: Connection) {
        guard !connection.isInLine else { return }
        connection.isInLine = true
        connection.ahead = last
        last?.behind = connection
        if first == nil { first = connection }
        last = connection
    }

    mutating func leave(_ connection: Connection) {
        guard connection.isInLine else { return }
        connection.isInLine = false
        let ahead = connection.ahead, behind = connection.behind
        connection.ahead = nil
        connection.behind = nil
        if let ahead { ahead.behind = behind } else { first = behind }
        if let behind { behind.ahead = ahead } else { last = ahead }
    }

    /// The longest-waiting one that is fit.
    func first(where isFit: (Connection) -> Bool) -> Connection? {
        var next = first
        while let connection = next {
            if isFit(connection) { return connection }
            next = connection.behind
        }
        return nil
    }
}
