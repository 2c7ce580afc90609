public import Assistant
public import Memory

/// What the memory asks of the conversations that leave no trace.
extension IncognitoConversations: Incognito {}
