import API
import Base
import Foundation
import TestSupport
import Testing

private let noon = Date(timeIntervalSince1970: 1_769_850_000.5)
private let id = "01890a5d-ac96-774b-bcce-b302099a8057"

private let memory = MemoryBody(
    id: id, text: "Léa habite à Lyon.", kind: "fact", language: "fr", occurredAt: noon, learnedAt: noon, speaker: "lea", conversationID: "D1",
    externalID: "x-1", area: "salon", importance: 0.5, valence: -0.25, arousal: 0.75, pinned: true, shared: true, source: "rule", origins: [id],
    entities: ["lea"], count: 2,
    recalls: 3, recalledAt: noon, dueAt: noon,
    fact: FactBody(
        subject: "lea", subjectName: "Léa", relation: "lives_in", value: "Lyon", negated: false, validFrom: noon, validUntil: noon, confidence: 0.75,
        supersededBy: id, supersededAt: noon), binnedAt: noon, score: 1.5, why: "mots communs")

/// A value whose JSON is compared with a golden file and read back.
struct Sample: Sendable, CustomTestStringConvertible {
    let name: String
    let encoded: @Sendable () throws -> Data
    let returns: @Sendable (Data) throws -> Bool
    var testDescription: String { name }

    init<T: Codable & Equatable & Sendable>(_ name: String, _ value: T) {
        self.name = name
        encoded = { try JSON.encode(value, pretty: true) }
        returns = { try JSON.decodeBody(T.self, from: $0) == value }
    }

    static let all = [
        Sample("ChatRequest", ChatRequest(message: "quelle heure est-il ?", conversationID: id, language: "fr", speak: true)),
        Sample("ChatRequest-least", ChatRequest(message: "bonjour")),
        Sample(
            "ChatResponse", ChatResponse(response: "Il est midi.", timestamp: noon, userID: id, conversationID: id, traceID: id, audio: Data([82, 73, 70, 70]))),
        Sample(
            "ConversationSummary", PageBody(items: [ConversationSummary(id: id, title: "quelle heure", startedAt: noon, updatedAt: noon)], nextCursor: "abc")),
        Sample(
            "AuditEntryBody",
            PageBody(
                items: [
                    AuditEntryBody(
                        number: 7, at: noon, action: "sign_in", outcome: "refused", userID: id, name: "zoé", address: "192.0.2.7", target: "x", isErased: false)
                ], nextCursor: "7")),
        Sample("EraseRequest", EraseRequest(password: "une phrase facile à retenir", otp: "123456")),
        Sample(
            "ConversationDetail",
            ConversationDetail(
                id: id, title: "quelle heure", startedAt: noon, updatedAt: noon,
                messages: [MessageBody(id: id, role: "user", text: "quelle heure est-il ?", at: noon, traceID: id)])),
        Sample(
            "TraceBody", TraceBody(id: id, conversationID: id, startedAt: noon, path: "skill:time", stages: [.init(name: "understand", milliseconds: 0.25)])),
        Sample("SetupRequest", SetupRequest(username: "lea", password: "correct horse battery", language: "fr", setupCode: "123-456")),
        Sample("Me", Me(id: id, username: "lea", role: "owner", language: "fr", householdID: id, isOperator: true)),
        Sample("TokenResponse", TokenResponse(accessToken: "a.b.c", refreshToken: "r", expiresIn: 1800)),
        Sample(
            "UserBody",
            UserBody(
                id: id, username: "lea", role: "child", language: "fr", createdAt: noon, isDisabled: false,
                permissions: PermissionsBody(capabilities: ["talk", "home"], areas: ["salon"], risk: "harmless"))),
        Sample(
            "UserPatch",
            UserPatch(
                username: "lea", role: "admin", language: "en", isDisabled: true, permissions: PermissionsBody(capabilities: ["talk"], risk: "dangerous"))),
        Sample("ResetCodeBody", ResetCodeBody(code: "0123-4567", expiresAt: noon)),
        Sample("NewInvitation", NewInvitation(role: "member")),
        Sample("InvitationBody", InvitationBody(id: id, role: "member", code: "0123-4567", createdAt: noon, expiresAt: noon)),
        Sample("HouseholdName", HouseholdName(name: "Home")),
        Sample("HouseholdBody", HouseholdBody(id: id, name: "Home", people: 2, hasHouse: true, createdAt: noon)),
        Sample("RegisterRequest", RegisterRequest(code: "0123-4567", username: "lea", password: "correct horse battery", language: "fr")),
        Sample("PasswordChange", PasswordChange(oldPassword: "correct horse battery", newPassword: "another horse battery")),
        Sample("PasswordReset", PasswordReset(code: "0123-4567", password: "correct horse battery")),
        Sample("NewAPIKey", NewAPIKey(name: "script", scopes: ["talk"], days: 30)),
        Sample(
            "APIKeyBody", APIKeyBody(id: id, name: "script", scopes: ["talk"], key: "jrv_k", createdAt: noon, expiresAt: noon, usedAt: noon)),
        Sample("RefreshRequest", RefreshRequest(refreshToken: "r")),
        Sample(
            "RevokedKeys", RevokedKeys(revokedKeys: [APIKeyBody(id: id, name: "script", scopes: ["talk"], createdAt: noon, expiresAt: noon, usedAt: noon)])),
        Sample("MachinePassword", MachinePassword(username: "zoé", password: "une autre phrase", withoutSecondFactors: true)),
        Sample("MachinePasswordAnswer", MachinePasswordAnswer(username: "zoé", revokedKeys: [], wantsCode: true, isDisabled: false)),
        Sample("MachineExport", MachineExport(username: "zoé")),
        Sample("SecondFactorsBody", SecondFactorsBody(totp: true, totpSince: noon, recoveryCodesLeft: 9, guardsHome: false)),
        Sample("SecondFactorsPatch", SecondFactorsPatch(guardsHome: true)),
        Sample("TOTPEnrolment", TOTPEnrolment(secret: "JBSWY3DP", uri: "otpauth://totp/x", svg: "<svg/>", png: Data([137, 80]))),
        Sample("TOTPConfirmation", TOTPConfirmation(code: "123456")),
        Sample("RecoveryCodes", RecoveryCodes(recoveryCodes: ["0000-0000-0000-0000"])),
        Sample("StepUpRequest", StepUpRequest(password: "correct horse battery", otp: "123456")),
        Sample(
            "PasskeyCreationOptions",
            PasskeyCreationOptions(
                rp: .init(id: "localhost", name: "Jarvis"), user: .init(id: "AQ", name: "lea", displayName: "lea"), challenge: "AA",
                pubKeyCredParams: [.init(alg: -8)], timeout: 120_000, excludeCredentials: [.init(id: "Ag")])),
        Sample("PasskeyRequestOptions", PasskeyRequestOptions(challenge: "AA", rpId: "localhost", timeout: 120_000, allowCredentials: [.init(id: "Ag")])),
        Sample("NewPasskey", NewPasskey(name: "Téléphone", credential: .init(id: "Ag", response: .init(clientDataJSON: "e30", attestationObject: "oA")))),
        Sample(
            "PasskeySignIn",
            PasskeySignIn(
                credential: .init(id: "Ag", response: .init(clientDataJSON: "e30", authenticatorData: "AA", signature: "AA", userHandle: "AQ")))),
        Sample("PasskeyBody", PasskeyBody(id: id, name: "Téléphone", site: "localhost", synced: true, createdAt: noon, usedAt: noon)),
        Sample("OpenIDProviderBody", OpenIDProviderBody(name: "Maison")),
        Sample("OpenIDLinkRequest", OpenIDLinkRequest(challenge: "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU")),
        Sample("OpenIDStart", OpenIDStart(url: "https://id.example/authorize?state=x")),
        Sample("OpenIDCode", OpenIDCode(code: "c", verifier: "v", otp: "123456")),
        Sample(
            "OpenIDRegistration", OpenIDRegistration(invitation: "0000-0000", username: "lea", language: "fr", code: "c", verifier: "v")),
        Sample("OpenIDLink", OpenIDLink(id: id, issuer: "https://id.example", name: "lea", createdAt: noon, usedAt: noon)),
        Sample("StepUpResponse", StepUpResponse(expiresIn: 300)),
        Sample("TicketResponse", TicketResponse(ticket: "t", expiresIn: 30)),
        Sample("MemoryBody", memory),
        Sample("MemoryBody-least", MemoryBody(id: id, text: "…", kind: "fact", occurredAt: noon, learnedAt: noon, importance: 0, pinned: false, source: "api")),
        Sample(
            "NewMemory",
            NewMemory(
                text: "…", kind: "fact", language: "fr", occurredAt: noon, speaker: "lea", conversationID: "D1", importance: 1, pinned: true, shared: true)),
        Sample("MemoryPatch", MemoryPatch(pinned: false, shared: true)),
        Sample("ProvenanceBody", ProvenanceBody(memory: memory, origins: [memory], supersededBy: memory)),
        Sample("ForgetRequest", ForgetRequest(ids: [id], query: "portail", from: noon, until: noon, conversationID: "D1", dryRun: true)),
        Sample("RestoreRequest", RestoreRequest(ids: [id])),
        Sample("ImportResult", ImportResult(read: 3, added: 2)),
        Sample("ImportedMemory-least", ImportedMemory(text: "…")),
        Sample(
            "MemoryQualityBody",
            MemoryQualityBody(
                total: 1000, sampled: 200, byKind: ["fact": 10], junkRate: 0.015, duplicateRate: 0, contradictionRate: 0.5, staleRate: 1,
                examples: ["junk": [id]])),
        Sample("RememberingRequest", RememberingRequest(remember: false)),
        Sample("TimerBody", TimerBody(id: id, label: "les pâtes", dueAt: noon, createdAt: noon, state: "pending")),
        Sample("NewTimer", NewTimer(seconds: 120, label: "les pâtes")),
        Sample("NewReminder", NewReminder(dueAt: noon, label: "appeler")),
        Sample("ListBody", ListBody(name: "courses", count: 1, items: [.init(id: id, text: "du lait", addedAt: noon)])),
        Sample("NewListItem", NewListItem(text: "du lait")),
        Sample("SynthesizeRequest", SynthesizeRequest(text: "Bonjour.", voice: "fr", language: "fr", speed: 1.25, format: "wav")),
        Sample("VoiceBody", VoiceBody(name: "fr", languages: ["fr"], engine: "espeak-ng")),
        Sample(
            "EntityBody",
            EntityBody(
                id: "cover.salon", name: "Volet", domain: "cover", areaID: "salon", area: "Salon", deviceClass: "shutter", state: "open",
                attributes: ["current_position": 40], changedAt: noon)),
        Sample(
            "WeatherBody",
            WeatherBody(
                city: "Lyon", latitude: 45.8, longitude: 4.8, outdoorTemperature: 3.5,
                current: .init(temperature: 4, feelsLike: 1, wind: 20, condition: "rain"),
                hours: [.init(time: "2026-11-21T14:00", temperature: 4, condition: "snow", rainChance: 40, wind: 20)],
                days: [.init(date: "2026-11-21", low: -1, high: 6, condition: "fog", rainChance: 80, wind: 30)], ageSeconds: 60, stale: true)),
        Sample("WeatherBody-least", WeatherBody(latitude: 45.8, longitude: 4.8)),
        Sample("AreaBody", AreaBody(id: "salon", name: "Salon", aliases: ["séjour"], floorID: "rdc", floor: "Rez-de-chaussée")),
        Sample("HomeCommand", HomeCommand(text: "éteins", language: "fr", area: "salon", conversationID: id)),
        Sample(
            "HomeCommandAnswer",
            HomeCommandAnswer(
                response: "C'est éteint.", actions: [.init(tool: "home.light.turn_off", arguments: ["entities": ["light.salon"]], status: "done")],
                conversationID: id, traceID: id)),
        Sample("ServiceRequest", ServiceRequest(data: ["brightness_pct": 40], confirm: true)),
        Sample(
            "NewAutomation",
            NewAutomation(
                name: "Soir", language: "fr", trigger: TriggerBody(type: "sun", event: "sunset", offset: -600, once: true),
                conditions: [ConditionBody(type: "time", from: "18:00", to: "23:00", weekdays: [1, 5])], commands: ["ferme les volets"],
                orders: [OrderBody(intent: "HassTurnOff", slots: ["area": "Salon"], text: "éteins le salon")])),
        Sample("AutomationPatch", AutomationPatch(paused: true)),
        Sample(
            "AutomationBody",
            AutomationBody(
                id: id, name: "Soir", trigger: TriggerBody(type: "time", time: "20:00", weekdays: [], once: false),
                conditions: [ConditionBody(type: "state", entity: "person.a", value: "home", met: true)], orders: [OrderBody(intent: "HassTurnOff")],
                paused: false, createdAt: noon, createdBy: "lea", nextDue: noon)),
        Sample(
            "AutomationRunBody",
            AutomationRunBody(
                id: id, automationID: id, name: "Soir", startedAt: noon, finishedAt: noon, outcome: "done",
                cause: .init(type: "entity", subject: "binary_sensor.door", name: "Porte", value: "on"), result: "C'est éteint.")),
        Sample("AutomationResult", AutomationResult(result: "C'est fait.")),
        Sample("Health", Health(status: "ok", version: "0.1.0", setupRequired: false, uptimeSeconds: 1.5, services: ["database": "up", "llm": "off"])),
        Sample("ProblemDetails", ProblemDetails(type: "about:blank", title: "Not Found", status: 404, detail: "There is none.", instance: "/x", requestID: id)),
        Sample(
            "ReplyEvents",
            [
                ReplyEvent.listening, .wake, .speechStarted, .speechEnded, .transcript(.init(text: "allume", final: false, language: "fr", speaker: "lea")),
                .thinking,
                .text(delta: "Il est "), .action(.init(tool: "timers.set", arguments: ["seconds": 120, "label": "pâtes"], status: "done", evidence: id)),
                .confirm(id: "c1", question: "Ouvrir le portail ?"), .sentence(index: 0, text: "Il est midi."),
                .audio(.init(index: 0, rate: 22_050, data: Data([1, 0, 2, 0]))), .audio(.init(index: 1, rate: 22_050)),
                .announcement(.init(id: id, kind: "timer", text: "Les pâtes sont prêtes.", dueAt: noon)),
                .state(
                    .init(
                        id: "light.salon", name: "Lampe", domain: "light", areaID: "salon", area: "Salon", state: "on", attributes: ["brightness": 128],
                        changedAt: noon)),
                .house(connected: false),
                .done(.init(conversationID: id, traceID: id, timings: ["understand": 0.5])),
                .error(ProblemDetails(type: "about:blank", title: "Unavailable", status: 503)),
            ]),
        Sample(
            "ClientEvents",
            [
                ClientEvent.start(.init(mode: .voice, conversationID: id, language: "fr", speak: true, audio: .init())),
                .start(.init(mode: .text, states: true, area: "salon")),
                .text("bonjour"), .stop,
                .interrupt, .confirm(id: "c1", yes: true),
            ]),
    ]
}

@Suite struct Wire {
    @Test(arguments: Sample.all) func looksLikeTheContract(sample: Sample) throws {
        let json = String(decoding: try sample.encoded(), as: UTF8.self) + "\n"
        #expect(try Golden.text("Tests/Golden/api/\(sample.name).json", now: json) == json)
        #expect(try sample.returns(Data(json.utf8)))
    }

    @Test func anUnknownEventIsPassedOver() throws {
        #expect(try JSON.decodeBody(ReplyEvent.self, from: Data(#"{"type":"sparkle","x":1}"#.utf8)) == .unknown(type: "sparkle"))
    }

    @Test(arguments: [
        (#"{}"#, "message", "The field `message` is missing."),
        (#"{"message": 3}"#, "message", "The field `message` must be text."),
        (#"{"message": null}"#, "message", "The field `message` is null; it must be text."),
        (#"{"message": "x", "speak": "yes"}"#, "speak", "The field `speak` must be true or false."),
        (#"{"message": "x", "speak": 1}"#, "speak", "The field `speak` must be true or false."),
        (#"[]"#, "", "The body must be an object."), (#""hello""#, "", "The body must be an object."),
        (#"{"message": "x""#, "", "The body is not valid JSON in UTF-8."),
        ("", "", "The body is not valid JSON in UTF-8."), ("\u{0}\u{1}", "", "The body is not valid JSON in UTF-8."),
        (String(repeating: "[", count: 513), "", "The body is nested more than 128 levels deep."),
    ])
    func aWrongBodyIsExplained(json: String, field: String, sentence: String) throws {
        let error = #expect(throws: WireError.self) { try JSON.decodeBody(ChatRequest.self, from: Data(json.utf8)) }
        #expect(error?.field == field)
        #expect(error?.description == sentence)
    }

    @Test func invalidUTF8IsExplained() {
        let error = #expect(throws: WireError.self) { try JSON.decodeBody(ChatRequest.self, from: Data([0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D])) }
        #expect(error?.description.hasPrefix("The") == true)
    }

    @Test func nestedFieldsAreNamedWithDots() {
        let start = #"{"type":"start","mode":"voice","audio":{"format":"pcm_s16le","rate":"16000"}}"#
        #expect(throws: WireError.self) { try JSON.decodeBody(ClientEvent.self, from: Data(start.utf8)) }
        do { _ = try JSON.decodeBody(ClientEvent.self, from: Data(start.utf8)) } catch {
            #expect(error.description == "The field `audio.rate` must be a whole number.")
        }
        let trace =
            #"{"id":"a","conversation_id":"b","started_at":"2026-01-31T09:00:00Z","path":"x","stages":[{"name":"a","milliseconds":1},{"name":true,"milliseconds":1}]}"#
        do { _ = try JSON.decodeBody(TraceBody.self, from: Data(trace.utf8)) } catch { #expect(error.description == "The field `stages.1.name` must be text.") }
        do { _ = try JSON.decodeBody(NewReminder.self, from: Data(#"{"due_at":"tomorrow","label":"x"}"#.utf8)) } catch {
            #expect(error.description == "The field `due_at` is not a date (RFC 3339, like 2026-01-31T09:00:00Z).")
        }
        do { _ = try JSON.decodeBody(ClientEvent.self, from: Data(#"{"type":"dance"}"#.utf8)) } catch {
            #expect(error.description == "The field `type` is not start, text, stop, interrupt, confirm, button or played.")
        }
        do { _ = try JSON.decodeBody(ClientEvent.self, from: Data(#"{"type":"start","mode":"mind"}"#.utf8)) } catch {
            #expect(error.description == "The field `mode` has a value that will not do.")
        }
    }
}
