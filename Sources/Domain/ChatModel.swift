public import Base

/// One message of a prompt.
public struct ChatMessage: Sendable, Hashable {
    public enum Role: String, Sendable, Codable { case system, user, assistant, tool }
    public var role: Role
    public var content: String

    public init(_ role: Role, _ content: String) {
        self.role = role
        self.content = content
    }
}

/// What a model is asked.
public struct ChatRequest: Sendable {
    public var messages: [ChatMessage]
    /// The most tokens the answer may have.
    public var maxTokens: Int
    /// 0 (always the likeliest token) to 2.
    public var temperature: Double
    public var tools: [ToolDescription]

    public init(messages: [ChatMessage], maxTokens: Int = 512, temperature: Double = 0.4, tools: [ToolDescription] = []) {
        self.messages = messages
        self.maxTokens = maxTokens
        self.temperature = temperature
        self.tools = tools
    }
}

/// The next piece of a model's answer.
public enum ChatDelta: Sendable, Hashable {
    case text(String)
    /// A whole tool call: engines that send it in pieces are joined before it comes here.
    case toolCall(id: String, name: String, arguments: JSONValue)
}

/// Token counts as the engine reports them; `nil` where it does not.
public struct ChatUsage: Sendable, Hashable {
    public var promptTokens: Int?
    public var answerTokens: Int?

    public init(promptTokens: Int? = nil, answerTokens: Int? = nil) {
        self.promptTokens = promptTokens
        self.answerTokens = answerTokens
    }
}

/// A language model that answers as a stream.
///
/// Throws `Problem.unavailable` when no engine can be reached, with a detail that says how to get one; cancelling the task stops the generation.
public protocol ChatModel: Sendable {
    /// A short word for traces: `ollama`, `openai`, `llama.cpp`.
    var name: String { get }
    func answer(_ request: ChatRequest, onDelta: @Sendable (ChatDelta) async throws -> Void) async throws -> ChatUsage
}

/// Turns text into vectors of one fixed length.
public protocol Embedder: Sendable {
    /// Changes whenever vectors of two instances may not be compared.
    var model: String { get }
    func embed(_ texts: [String]) async throws -> [[Float]]
}

/// What a model is told about a tool.
public struct ToolDescription: Sendable, Hashable {
    public var name: String
    public var summary: String
    /// JSON Schema of the arguments.
    public var parameters: JSONValue

    public init(name: String, summary: String, parameters: JSONValue) {
        self.name = name
        self.summary = summary
        self.parameters = parameters
    }
}

/// Something a model may ask for.
public protocol Tool: Sendable {
    var description: ToolDescription { get }
    func call(_ arguments: JSONValue, in context: SkillContext) async throws -> JSONValue
}
