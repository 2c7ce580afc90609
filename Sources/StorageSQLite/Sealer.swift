import Base
import Cryptography
import Domain
import Foundation
import SQLite

/// Seals the texts of a row: each sealed text opens only in the table, column, row and household it was made for.
struct Sealer: Sendable {
    let key: SealingKey

    /// A place for a sealed text. The name is part of what is authenticated: renaming a table or column means sealing anew.
    struct Column: Sendable {
        let name: String
        static let title = Column(name: "conversations.title")
        static let message = Column(name: "messages.text")
        static let memory = Column(name: "memories.text")
        static let memoryDetails = Column(name: "memories.details")
        static let memoryVector = Column(name: "memory_vectors.vector")
        static let appointment = Column(name: "appointments.label")
        static let list = Column(name: "list_items.list")
        static let listItem = Column(name: "list_items.text")
        static let automationName = Column(name: "automations.name")
        static let automationPlan = Column(name: "automations.plan")
        static let runName = Column(name: "automation_runs.name")
        static let runFacts = Column(name: "automation_runs.facts")
        static let runResult = Column(name: "automation_runs.result")
        static let changeCause = Column(name: "change_causes.cause")
        static let sceneName = Column(name: "scenes.name")
        static let scenePlan = Column(name: "scenes.plan")
        static let voicePrint = Column(name: "voice_prints.print")
        static let sessionDevice = Column(name: "sessions.device")
        static let sessionAddress = Column(name: "sessions.address")
        static let appSecret = Column(name: "authenticator_apps.secret")
        static let passkeyName = Column(name: "passkeys.name")
        static let outsideName = Column(name: "outside_accounts.name")
        static let auditDetails = Column(name: "audit.details")
        static let apiKeyName = Column(name: "api_keys.name")
    }

    func seal<Tag>(_ text: String, _ column: Column, row: Identifier<Tag>, household: Household.ID) -> Value {
        seal(bytes: Array(text.utf8), column, row: row, household: household)
    }

    func open<Tag>(_ sealed: [UInt8], _ column: Column, row: Identifier<Tag>, household: Household.ID) throws -> String {
        String(decoding: try open(bytes: sealed, column, row: row, household: household), as: UTF8.self)
    }

    func seal<Tag>(bytes: [UInt8], _ column: Column, row: Identifier<Tag>, household: Household.ID) -> Value {
        .blob(key.seal(bytes, context: context(column, row, household)))
    }

    func open<Tag>(bytes sealed: [UInt8], _ column: Column, row: Identifier<Tag>, household: Household.ID) throws(CryptographyError) -> [UInt8] {
        try key.open(sealed, context: context(column, row, household))
    }

    /// Any value, as JSON.
    func seal<Tag>(json value: some Encodable, _ column: Column, row: Identifier<Tag>, household: Household.ID) throws -> Value {
        seal(String(decoding: try JSON.encode(value), as: UTF8.self), column, row: row, household: household)
    }

    func open<Tag, T: Decodable>(json sealed: [UInt8], as type: T.Type, _ column: Column, row: Identifier<Tag>, household: Household.ID) throws -> T {
        try JSON.decode(type, from: Data(open(bytes: sealed, column, row: row, household: household)))
    }

    private func context<Tag>(_ column: Column, _ row: Identifier<Tag>, _ household: Household.ID) -> [UInt8] {
        Array(column.name.utf8) + row.bytes + household.bytes
    }
}
