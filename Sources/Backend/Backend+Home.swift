import API
import Base
import Domain
import HTTPServer
import Synchronization

extension Backend {
    /// What a service may take, in members.
    private static let dataLimit = 32

    func addHomeRoutes(to router: inout Router) {
        router.get("/home/entities") { request in
            let house = try houseDesk(for: request.caller).house
            let model = try house.model.seen(by: request.caller)
            let area = request.query["area"], domain = request.query["domain"]
            if let area, !model.areas.contains(where: { $0.id == area }) { throw Problem(.notFound, "there is no such area; GET /home/areas lists them") }
            let entities = try Self.entities(of: model, for: request.caller).filter {
                (area == nil || $0.area == area) && (domain == nil || $0.domain == domain)
            }
            return try .json(PageBody(items: Self.bodies(of: entities, in: house, model)))
        }
        router.get("/home/entities/{id}") { request in
            let house = try houseDesk(for: request.caller).house
            return try .json(Self.body(of: try Self.entity(request, in: house), in: house))
        }
        router.post("/home/entities/{id}/{service}") { request in
            let desk = try houseDesk(for: request.caller)
            let entity = try Self.entity(request, in: desk.house)
            let body: ServiceRequest = request.body.isEmpty ? ServiceRequest() : try request.decode()
            let data = body.data ?? [:]
            guard let service = request.parameter("service"), Self.isServiceName(service), data.count <= Self.dataLimit else {
                throw Problem(.invalid, "a service is a name like turn_on, and takes at most \(Self.dataLimit) members of data")
            }
            let call = ServiceCall(domain: entity.domain, service: service, entities: [entity.id], data: data)
            try await desk.call(call, body.confirm ?? false, request.caller)
            return try .json(Self.body(of: entity, in: desk.house))
        }
        router.get("/home/areas") { request in
            let model = try houseDesk(for: request.caller).house.model.seen(by: request.caller)
            let floors = Dictionary(model.floors.map { ($0.id, $0.name) }) { first, _ in first }
            return try .json(
                PageBody(
                    items: model.areas.map {
                        AreaBody(id: $0.id, name: $0.name, aliases: $0.aliases, floorID: $0.floor, floor: $0.floor.flatMap { floors[$0] })
                    }))
        }
        router.post("/home/command") { request in
            let command: HomeCommand = try request.decode()
            if let area = command.area, try !houseDesk(for: request.caller).house.model.seen(by: request.caller).areas.contains(where: { $0.id == area }) {
                throw Problem(.invalid, "area is not the id of an area of the house; GET /home/areas lists them")
            }
            var turn = try turn(
                ChatRequest(message: command.text, conversationID: command.conversationID, language: command.language), of: request.caller)
            turn.area = command.area
            let actions = Mutex<[API.ReplyEvent.Action]>([])
            let result = try await parts.assistant.turn(turn) { event in
                if case .action(let action) = API.ReplyEvent(event, inlineAudio: false) { actions.withLock { $0.append(action) } }
            }
            return try .json(
                HomeCommandAnswer(
                    response: result.response, actions: actions.withLock { $0 }, conversationID: result.conversation.description,
                    traceID: result.trace.id.description))
        }
    }

    /// - Throws: `Problem.unavailable` where there is no house, and for those of another household.
    func houseDesk(for principal: Principal) throws(Problem) -> HouseDesk {
        guard let desk = parts.house, principal.hasHouse else {
            throw Problem(.unavailable, "no house is set up: set HOME_ASSISTANT_URL, JARVIS_MQTT_URL or JARVIS_HOME_FILE")
        }
        return desk
    }

    /// Those that this principal may see.
    static func entities(of model: HomeModel, for principal: Principal) -> [HomeModel.Entity] {
        model.entities.filter { $0.isSeen(by: principal) }
    }

    private static func entity(_ request: Request, in house: any House) throws -> HomeModel.Entity {
        let id = request.parameter("id")
        guard let entity = try entities(of: house.model, for: request.caller).first(where: { $0.id == id }) else {
            throw Problem(.notFound, "there is no such entity, or it is not to be seen")
        }
        return entity
    }

    private static func bodies(of entities: [HomeModel.Entity], in house: any House, _ model: HomeModel) -> [EntityBody] {
        let areas = Dictionary(model.areas.map { ($0.id, $0.name) }) { first, _ in first }
        return entities.map { EntityBody($0, house.state(of: $0.id), area: $0.area.flatMap { areas[$0] }) }
    }

    static func body(of entity: HomeModel.Entity, in house: any House) -> EntityBody {
        EntityBody(entity, house.state(of: entity.id), area: house.model.areas.first { $0.id == entity.area }?.name)
    }

    private static func isServiceName(_ name: String) -> Bool {
        (1...64).contains(name.utf8.count) && name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
    }
}

extension EntityBody {
    /// What lets others in, or leads elsewhere.
    private static let unseen: Set<String> = ["access_token", "entity_picture", "token"]

    init(_ entity: HomeModel.Entity, _ state: EntityState?, area: String?) {
        self.init(
            id: entity.id, name: entity.name, domain: entity.domain, areaID: entity.area, area: area, deviceClass: entity.deviceClass,
            state: state?.value ?? "unknown", attributes: .object((state?.attributes ?? [:]).filter { !Self.unseen.contains($0.key) }),
            changedAt: state?.changedAt)
    }
}
