import Wyoming

/// What goes over the wire; a conversation's messages are of no interest here.
typealias Message = Wyoming.Message
