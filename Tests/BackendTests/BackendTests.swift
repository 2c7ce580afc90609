import API
import Base
import Domain
import Foundation
import HTTPServer
import TestSupport
import Testing

@Suite struct AccessTests {
    @Test func everyRouteButTheListedOnesAsksForAToken() async throws {
        let house = try await House()
        _ = try await house.owner()
        let document = try await house.send(.get, "/openapi.json").decode(JSONValue.self)
        guard case .object(let paths)? = document["paths"] else { return }
        var open: Set<String> = []
        for (path, methods) in paths {
            guard case .object(let methods) = methods else { continue }
            for method in methods.keys {
                let target = path.replacing("{id}", with: "01890a5d-ac96-774b-bcce-b302099a8057").replacing("{name}", with: "courses")
                let answer = await house.send(HTTPMethod(rawValue: method.uppercased()), target, peer: PeerAddress(ipv4: 192, 0, 2, 7))
                if answer.status != 401 { open.insert("\(method.uppercased()) \(path)") } else { _ = try answer.problem() }
            }
        }
        // /auth/token and its twins are open too: they answer 400 to an empty form.
        let expected: Set<String> = [
            "GET /health", "GET /health/live", "GET /health/ready", "POST /auth/setup", "GET /docs", "GET /openapi.json", "POST /auth/token",
            "POST /auth/jwt/login",
            "POST /auth/refresh", "POST /auth/register", "POST /auth/reset", "POST /auth/passkeys/sign-in/options", "POST /auth/passkeys/sign-in",
            "GET /auth/oidc", "GET /auth/oidc/start", "GET /auth/oidc/callback", "POST /auth/oidc/token", "POST /auth/oidc/register",
        ]
        #expect(open == expected)
    }

    @Test func theDocumentHasEveryRouteAndNoOther() async throws {
        let house = try await House()
        let token = try await house.owner()
        let document = try await house.send(.get, "/openapi.json").decode(JSONValue.self)
        guard case .object(let paths)? = document["paths"] else { throw Problem(.invalid, "no paths") }
        for path in paths.keys {
            // An address that exists answers 405 to a method it does not have, and names the ones it has.
            let target = path.replacing("{id}", with: "01890a5d-ac96-774b-bcce-b302099a8057").replacing("{name}", with: "courses")
            let allowed = await house.send(HTTPMethod(rawValue: "NONE"), target, token: token).headers[.allow] ?? ""
            guard case .object(let methods)? = paths[path] else { continue }
            #expect(Set(allowed.split(separator: ", ").map { $0.lowercased() }).subtracting(["head"]) == Set(methods.keys), "\(path)")
        }
    }

    @Test func theDocumentSaysHowMuchThereMayBe() async throws {
        let document = try await House().send(.get, "/openapi.json").decode(JSONValue.self)
        let schemas = document["components"]?["schemas"]
        #expect(schemas?["NewTimer"]?["properties"]?["seconds"] == ["type": "number", "exclusiveMinimum": 0, "maximum": 8_640_000])
        let days = schemas?["Trigger"]?["properties"]?["weekdays"]
        #expect(days == ["type": "array", "minItems": 0, "maxItems": 7, "items": ["type": "integer", "minimum": 1, "maximum": 7]])
        #expect(document["paths"]?["/chat"]?["post"]?["responses"]?["429"] == ["$ref": "#/components/responses/Later"])
    }

    @Test func aBodyThatIsCalledSomethingElseThanJSONIsRefused() async throws {
        let house = try await House()
        let token = try await house.owner()
        for (type, status) in [
            ("text/plain", 415), ("application/x-www-form-urlencoded", 415), ("", 415), ("application/jsonp", 415), ("application/json", 201),
            ("Application/JSON; charset=utf-8", 201), ("application/merge-patch+json", 201),
        ] {
            let answer = await house.send(.post, "/timers", token: token, json: #"{"seconds":60}"#, headers: [(.contentType, type)])
            #expect(answer.status == status, "\(type)")
        }
    }

    @Test func aForeignHostNameGetsNothing() async throws {
        let house = try await House()
        #expect(await house.send(.get, "/health", headers: [(.host, "evil.example")]).status == 400)
        for host in ["[evil.example", "[::1]evil.example", "127.0.0.1.evil.example", "."] {
            #expect(await house.send(.get, "/health", headers: [(.host, host)]).status == 400, "\(host)")
        }
        for host in ["localhost:8000", "127.0.0.1:8000", "[::1]:8000", "192.168.1.20"] {
            #expect(await house.send(.get, "/health", headers: [(.host, host)]).status == 200, "\(host)")
        }
    }

    @Test func metricsAreForThisMachineOrASignedInUser() async throws {
        let house = try await House()
        let token = try await house.owner(), elsewhere = PeerAddress(ipv4: 192, 0, 2, 7)
        #expect(await house.send(.get, "/metrics").status == 200)
        #expect(await house.send(.get, "/metrics", peer: elsewhere).status == 401)
        #expect(await house.send(.get, "/metrics", headers: [(.forwardedFor, "192.0.2.7")]).status == 401, "a proxy on this machine is not this machine")
        #expect(await house.send(.get, "/metrics", token: token, peer: elsewhere).status == 200)
    }
}

@Suite struct OriginTests {
    @Test func pagesOfConfiguredOriginsMayCallAndNoOthers() async throws {
        let house = try await House()
        let token = try await house.owner()
        let preflight = await house.send(
            .options, "/chat", headers: [(.origin, "http://ok.example"), ("Access-Control-Request-Method", "POST")])
        #expect(preflight.status == 204 && preflight.headers["Access-Control-Allow-Origin"] == "http://ok.example")
        #expect(await house.send(.options, "/chat", headers: [(.origin, "http://evil.example"), ("Access-Control-Request-Method", "POST")]).status == 405)
        let answer = await house.send(.get, "/auth/me", token: token, headers: [(.origin, "http://ok.example")])
        #expect(answer.headers["Access-Control-Allow-Origin"] == "http://ok.example" && answer.headers[.vary]?.contains("Origin") == true)
        let refused = await house.send(.get, "/auth/me", headers: [(.origin, "http://ok.example")])
        #expect(refused.status == 401 && refused.headers["Access-Control-Allow-Origin"] == "http://ok.example", "a page must be able to read why")
        #expect(await house.send(.get, "/health", headers: [(.origin, "http://evil.example")]).headers["Access-Control-Allow-Origin"] == nil)
    }
}

@Suite struct SetupTests {
    @Test func fromAnotherMachineTheCodeIsNeeded() async throws {
        let house = try await House()
        let elsewhere = PeerAddress(ipv4: 192, 0, 2, 7)
        func setUp(_ extra: String) async -> Answer {
            await house.send(.post, "/auth/setup", json: #"{"username":"zoe","password":"\#(House.password)"\#(extra)}"#, peer: elsewhere)
        }
        #expect(try await house.send(.get, "/health").decode(Health.self).setupRequired)
        #expect(await setUp("").status == 403)
        #expect(await setUp(#","setup_code":"wrong"}"#.replacing("}", with: "")).status == 403)
        #expect(await setUp(#","setup_code":"\#(House.setupCode)""#).status == 201)
        #expect(await setUp(#","setup_code":"\#(House.setupCode)""#).status == 409)
        #expect(try await !house.send(.get, "/health").decode(Health.self).setupRequired)
    }
}

@Suite struct PrefixTests {
    @Test func theSameRoutesUnderAPrefixHaveTheSameDoor() async throws {
        let house = try await House(prefix: "/api")
        let token = try await house.owner()
        #expect(await house.send(.get, "/api/health").status == 200)
        #expect(await house.send(.get, "/api/auth/me").status == 401)
        #expect(await house.send(.get, "/api/auth/me", token: token).status == 200)
        #expect(await house.send(.get, "/api/metrics", peer: PeerAddress(ipv4: 192, 0, 2, 7)).status == 401)
    }
}

@Suite struct ChatTests {
    @Test func aTurnIsAnsweredStoredAndOpenable() async throws {
        let house = try await House()
        let token = try await house.owner()
        let answer = try await house.send(.post, "/chat", token: token, json: #"{"message":"heure ?"}"#).decode(ChatResponse.self)
        #expect(answer.response == "Il est 9 h." && answer.audio == nil)
        let detail = try await house.send(.get, "/conversations/\(answer.conversationID)", token: token).decode(ConversationDetail.self)
        #expect(detail.messages.map(\.text) == ["heure ?", "Il est 9 h."] && detail.messages.map(\.role) == ["user", "assistant"])
        let trace = try await house.send(.get, "/traces/\(answer.traceID)", token: token).decode(TraceBody.self)
        #expect(trace.path == "skill:time" && trace.stages.first?.name == "understand")
        let again = try await house.send(.post, "/chat", token: token, json: #"{"message":"heure","conversation_id":"\#(answer.conversationID)"}"#).decode(
            ChatResponse.self)
        #expect(again.conversationID == answer.conversationID)
        #expect(try await house.send(.get, "/conversations", token: token).decode(PageBody<ConversationSummary>.self).items.count == 1)
        #expect(await house.send(.delete, "/conversations/\(answer.conversationID)", token: token).status == 204)
        #expect(await house.send(.get, "/traces/\(answer.traceID)", token: token).status == 404)
    }

    @Test func anAnswerAloudIsAWave() async throws {
        let house = try await House()
        let token = try await house.owner()
        let answer = try await house.send(.post, "/chat", token: token, json: #"{"message":"heure","speak":true}"#).decode(ChatResponse.self)
        #expect(answer.audio?.prefix(4) == Data("RIFF".utf8))
        let wave = await house.send(.post, "/synthesize", token: token, json: #"{"text":"bonjour"}"#)
        #expect(wave.status == 200 && wave.bytes.prefix(4).elementsEqual("RIFF".utf8))
    }

    @Test func withNoModelTheAnswerSaysHowToGetOne() async throws {
        let house = try await House()
        let token = try await house.owner()
        let answer = try await house.send(.post, "/chat", token: token, json: #"{"message":"raconte","language":"en"}"#).decode(ChatResponse.self)
        #expect(answer.response == "Install a model.")
    }

    @Test(arguments: [
        (#"{"message":""}"#, 400), (#"{"message":"   "}"#, 400), ("{", 400), ("", 400), ("[]", 400), (#"{"message":5}"#, 400), (#"{"mess":"x"}"#, 400),
        ("null", 400),
        (#"{"message":"x","language":"de"}"#, 400), (#"{"message":"x","conversation_id":"7"}"#, 400), (#"{"message":"x","speak":"oui"}"#, 400),
        (#"{"message":"heure","conversation_id":"01890a5d-ac96-774b-bcce-b302099a8057"}"#, 404), (#"{"message":"\ud800"}"#, 400),
    ])
    func badBodiesGetAProblemThatSaysWhatToFix(_ body: String, _ status: Int) async throws {
        let house = try await House()
        let token = try await house.owner()
        let answer = await house.send(.post, "/chat", token: token, json: body)
        #expect(answer.status == status)
        _ = try answer.problem()
    }

    @Test func tooLongIsRefusedAndInvalidUTF8Too() async throws {
        let house = try await House()
        let token = try await house.owner()
        let long = await house.send(.post, "/chat", token: token, json: #"{"message":"\#(String(repeating: "a", count: 50_000))"}"#)
        #expect(long.status == 413)
        #expect(try long.problem().detail?.contains("50000") == true)
        #expect(await house.send(.post, "/chat", token: token, body: Array(repeating: 32, count: 100 << 20)).status == 413)
        #expect(await house.send(.post, "/chat", token: token, body: Array(#"{"message":"a"#.utf8) + [0xFF, 0xC0] + Array(#""}"#.utf8)).status == 400)
    }

    @Test func nulBytesAndOddTextsComeBackUnharmed() async throws {
        let house = try await House()
        let token = try await house.owner()
        for text in ["a\u{0}b", "\u{202E}abc", "👩‍👩‍👧 \u{FEFF}", "'; DROP TABLE messages; --", "<script>alert(1)</script>", #"\"\\n"#] {
            let body = String(decoding: try JSON.encode(API.ChatRequest(message: "écho " + text)), as: UTF8.self)
            let answer = try await house.send(.post, "/chat", token: token, json: body).decode(ChatResponse.self)
            #expect(answer.response == text)
            let detail = try await house.send(.get, "/conversations/\(answer.conversationID)", token: token).decode(ConversationDetail.self)
            #expect(detail.messages.last?.text == text)
        }
    }

    @Test func theWeatherIsToldToThoseWhoAreSignedIn() async throws {
        let house = try await House()
        #expect(await house.send(.get, "/weather").status == 401)
        let token = try await house.owner()
        let home = try await house.send(.get, "/weather", token: token).decode(WeatherBody.self)
        #expect(
            home
                == WeatherBody(
                    latitude: 48.9, longitude: 2.4, outdoorTemperature: 3.2, current: .init(temperature: 3.5, feelsLike: 1, condition: "partly_cloudy"),
                    hours: [.init(time: "2027-01-05T07:00", rainChance: 5)],
                    days: [.init(date: "2027-01-05", low: -2, high: 4, condition: "heavy_rain")], ageSeconds: 61, stale: true))
        #expect(try await house.send(.get, "/weather?city=Lyon", token: token).decode(WeatherBody.self).city == "Lyon")
        for (target, status) in [
            ("/weather?city=Nowhere", 404), ("/weather?city=", 400), ("/weather?city=\(String(repeating: "a", count: 61))", 400),
        ] {
            let answer = await house.send(.get, target, token: token)
            #expect(try answer.problem().status == status, "\(target)")
        }
        #expect(await house.send(.post, "/weather", token: token, json: "{}").status == 405)
    }

    @Test func messagesStayInOrderWhileOthersTalkAndTheClockGoesAstray() async throws {
        let house = try await House()
        let token = try await house.owner()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for talk in 0..<8 {
                group.addTask {
                    var conversation: String?, said: [String] = []
                    for turn in 0..<15 {
                        house.clock.advance(by: (talk + turn) % 2 == 0 ? 1.5 : -1.5)
                        let body = try JSON.encode(API.ChatRequest(message: "écho \(talk) \(turn)", conversationID: conversation))
                        let answer = try await house.send(.post, "/chat", token: token, json: String(decoding: body, as: UTF8.self)).decode(ChatResponse.self)
                        conversation = answer.conversationID
                        said += ["écho \(talk) \(turn)", "\(talk) \(turn)"]
                    }
                    let path = "/conversations/\(try #require(conversation))"
                    #expect(try await house.send(.get, path, token: token).decode(ConversationDetail.self).messages.map(\.text) == said)
                }
            }
            try await group.waitForAll()
        }
    }

    @Test(.enabled(if: Paths.shared("data/security/naughty_strings/blns.json") != nil, "the strings are not on this machine"))
    func naughtyStringsInEveryTextField() async throws {
        let house = try await House()
        let token = try await house.owner()
        let strings = try JSON.decode([String].self, from: Data(contentsOf: try #require(Paths.shared("data/security/naughty_strings/blns.json"))))
        func body(_ fields: [String: JSONValue]) throws -> String { String(decoding: try JSON.encode(fields), as: UTF8.self) }
        for text in strings {
            let value = JSONValue.string(text), spaces = CharacterSet(charactersIn: "/?#%").inverted
            for (path, fields) in [
                ("/chat", ["message": value]), ("/memories", ["text": value]), ("/timers", ["seconds": 60, "label": value]),
                ("/reminders", ["due_at": "2100-01-01T00:00:00Z", "label": value]), ("/lists/courses", ["text": value]), ("/synthesize", ["text": value]),
                ("/chat", ["message": "x", "conversation_id": value]), ("/chat", ["message": "x", "language": value]),
                ("/memories", ["text": "x", "kind": value]),
            ] as [(String, [String: JSONValue])] {
                let answer = await house.send(.post, path, token: token, json: try body(fields))
                #expect(answer.status < 500, "\(path) \(text.debugDescription)")
                if answer.status >= 400 { _ = try answer.problem() }
                if path == "/memories", answer.status == 201 {
                    let memory = try answer.decode(MemoryBody.self)
                    #expect(try await house.send(.get, "/memories/\(memory.id)", token: token).decode(MemoryBody.self).text == memory.text)
                }
            }
            let escaped = text.addingPercentEncoding(withAllowedCharacters: spaces.intersection(.urlPathAllowed)) ?? ""
            for path in ["/memories?query=\(escaped)", "/conversations?cursor=\(escaped)", "/memories/\(escaped)", "/lists/\(escaped)"] {
                #expect(await house.send(.get, path, token: token).status < 500, "\(path)")
            }
        }
    }

    @Test func unknownRoutesAndMethodsSayWhatThereIs() async throws {
        let house = try await House()
        #expect(try await house.send(.get, "/nowhere").problem().status == 404)
        let wrong = await house.send(.get, "/chat")
        #expect(try wrong.problem().status == 405)
        #expect(wrong.headers[.allow] == "POST")
    }
}

@Suite struct StoreRouteTests {
    @Test func ofTimersThatNobodyHeardTheLatestAreListed() async throws {
        let house = try await House()
        let token = try await house.owner()
        let me = try await house.send(.get, "/auth/me", token: token).decode(Me.self)
        let principal = Principal(household: try #require(.init(me.householdID)), user: try #require(.init(me.id)), role: .owner, name: me.username)
        for index in 0..<80 {
            let due = house.clock.now - 1000 + Double(index)
            try await house.store.add(
                Appointment(kind: .timer, state: index == 0 ? .pending : .due, label: "\(index)", createdAt: due - 60, dueAt: due, language: .french),
                for: principal)
        }
        let listed = try await house.send(.get, "/timers", token: token).decode(PageBody<TimerBody>.self).items.map(\.label)
        #expect(listed == ["0"] + (30..<80).map { "\($0)" })
    }

    @Test func timersAndRemindersAreMadeListedAndCancelled() async throws {
        let house = try await House()
        let token = try await house.owner()
        let timer = try await house.send(.post, "/timers", token: token, json: #"{"seconds":120,"label":"pâtes"}"#).decode(TimerBody.self)
        #expect(timer.dueAt == house.clock.now.addingTimeInterval(120))
        #expect(try await house.send(.get, "/timers", token: token).decode(PageBody<TimerBody>.self).items == [timer])
        #expect(try await house.send(.get, "/reminders", token: token).decode(PageBody<TimerBody>.self).items.isEmpty)
        #expect(await house.send(.get, "/reminders/\(timer.id)", token: token).status == 404)
        #expect(await house.send(.delete, "/timers/\(timer.id)", token: token).status == 204)
        #expect(await house.send(.delete, "/timers/\(timer.id)", token: token).status == 404)
        for body in [#"{"seconds":0}"#, #"{"seconds":-1}"#, #"{"seconds":1e300}"#, #"{"seconds":"x"}"#] {
            #expect(await house.send(.post, "/timers", token: token, json: body).status == 400)
        }
        #expect(await house.send(.post, "/reminders", token: token, json: #"{"due_at":"2001-01-01T00:00:00Z","label":"x"}"#).status == 400)
        #expect(await house.send(.post, "/reminders", token: token, json: #"{"due_at":"2100-01-01T00:00:00Z","label":"x"}"#).status == 201)
    }

    @Test func listsThroughTheirLife() async throws {
        let house = try await House()
        let token = try await house.owner()
        let list = try await house.send(.post, "/lists/courses", token: token, json: #"{"text":"lait"}"#).decode(ListBody.self)
        let item = try #require(list.items?.first)
        #expect(try await house.send(.get, "/lists", token: token).decode(PageBody<ListBody>.self).items.map(\.name) == ["courses"])
        #expect(await house.send(.delete, "/lists/autre/\(item.id)", token: token).status == 404)
        #expect(await house.send(.delete, "/lists/courses/\(item.id)", token: token).status == 204)
        #expect(await house.send(.delete, "/lists/courses", token: token).status == 404)
    }
}
