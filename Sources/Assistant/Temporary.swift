import Base
import Domain
import Foundation
struct SentenceSplitter { init(language: Language) {}; mutating func append(_ t: String) -> [String] { [] }; mutating func finish() -> String? { nil } }
struct Prompt { var language: Language; var now: Date; var timeZone: TimeZone; var userName: String; var memories: [String]; var history: [Message]; var message: String
 func messages() -> [ChatMessage] { [] } }
