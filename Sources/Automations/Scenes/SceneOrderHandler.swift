public import Base
public import Domain

/// Saves ambiences ("enregistre cette ambiance comme soirée"), and forgets them. They are turned on like any scene of the house.
public struct SceneOrderHandler: OrderHandler {
    public let name = "scenes"
    public let intents: Set<String> = ["JarvisSceneSave", "JarvisSceneActivate", "JarvisSceneDelete", "JarvisSceneList"]

    private let store: any SceneStore
    private let house: SceneHouse

    /// How many ambiences a household may have, and the characters of a name.
    private static let limit = 100, nameLength = 60

    public init(store: any SceneStore, house: SceneHouse) {
        self.store = store
        self.house = house
    }

    public func handle(_ order: Order, isConfirmed: Bool, language: Language, in context: SkillContext) async throws -> SkillReply? {
        let name = String((order.intent.slots["name"].map { $0.value.string ?? $0.text } ?? "").prefix(Self.nameLength))
        guard context.principal.mayUseHouse else {
            return SkillReply(
                context.principal.hasHouse
                    ? language(fr: "Tu n'as pas le droit de commander la maison.", en: "You may not control the house.")
                    : language(fr: "Aucune maison n'est réglée ici.", en: "No house is set up here."))
        }
        let scenes = try await store.scenes(for: context.principal).filter { context.principal.permissions.covers(area: $0.area) }
        let known = scenes.first { Words.all($0.name) == Words.all(name) }
        switch order.intent.name {
        case "JarvisSceneSave": return try await save(name, replacing: known, count: scenes.count, order, language, context)
        case "JarvisSceneActivate":
            guard let known else { return missing(name, scenes, language) }
            do {
                try await house.call(ServiceCall(domain: "scene", service: "turn_on", entities: [SceneHouse.entity(of: known.id)]))
            } catch is HouseError {
                return SkillReply(
                    language(fr: "Ça n'a pas marché partout.", en: "That did not work everywhere."), actions: [action("activate", known, .failed)])
            }
            return SkillReply(language(fr: "Ambiance « \(known.name) ».", en: "Scene “\(known.name)”."), actions: [action("activate", known)])
        case "JarvisSceneDelete":
            guard let known else { return missing(name, scenes, language) }
            guard context.principal.role != .guest, try await store.deleteScene(known.id, for: context.principal) else {
                return SkillReply(language(fr: "Je garde cette ambiance.", en: "I keep that scene."))
            }
            try await house.reload()
            return SkillReply(language(fr: "Ambiance supprimée : \(known.name).", en: "Scene deleted: \(known.name)."), actions: [action("delete", known)])
        case "JarvisSceneList":
            if scenes.isEmpty { return SkillReply(language(fr: "Aucune ambiance n'est enregistrée.", en: "No scene is saved.")) }
            let names = Words.enumeration(scenes.map { Words.quoted($0.name, language) }, language)
            return SkillReply(language(fr: "Ambiances : \(names).", en: "Scenes: \(names)."))
        default: return nil
        }
    }

    private func save(
        _ name: String, replacing known: Scene?, count: Int, _ order: Order, _ language: Language, _ context: SkillContext
    ) async throws -> SkillReply {
        guard !Words.all(name).isEmpty else {
            return SkillReply(
                language(
                    fr: "Sous quel nom ? Dis par exemple « enregistre cette ambiance comme soirée ».",
                    en: "Under which name? Say for example “save this scene as evening”."))
        }
        guard context.principal.role != .guest else {
            return SkillReply(language(fr: "Seuls les habitants enregistrent des ambiances.", en: "Only residents save scenes."))
        }
        guard known != nil || count < Self.limit else {
            return SkillReply(
                language(fr: "Il y a déjà \(count) ambiances : supprimes-en d'abord.", en: "There are \(count) scenes already: delete some first."))
        }
        let model = house.model.seen(by: context.principal)
        let areas = order.intent.slots["area"]?.ids ?? context.area.map { [$0] }
        let members = Set(
            model.entities.filter { entity in (areas.map { entity.area.map($0.contains) ?? false } ?? true) && Self.mayBeSet(entity) }.map(\.id))
        let parts = house.states().filter { members.contains($0.entity) }.sorted { $0.entity < $1.entity }.compactMap(Scene.part)
        guard !parts.isEmpty else {
            return SkillReply(language(fr: "Je ne vois ici ni lampe ni volet à retenir.", en: "I see no light or cover here to remember."))
        }
        let scene = Scene(
            id: known?.id ?? .init(at: context.now), name: known?.name ?? name, area: areas?.count == 1 ? areas?.first : nil, parts: parts,
            createdAt: known?.createdAt ?? context.now)
        try await store.save(scene, for: context.principal)
        try await house.reload()
        let lights = parts.filter { $0.entity.hasPrefix("light.") }.count, covers = parts.count - lights
        let counted = [
            lights == 0 ? nil : language(fr: lights == 1 ? "1 lampe" : "\(lights) lampes", en: lights == 1 ? "1 light" : "\(lights) lights"),
            covers == 0 ? nil : language(fr: covers == 1 ? "1 volet" : "\(covers) volets", en: covers == 1 ? "1 cover" : "\(covers) covers"),
        ].compactMap { $0 }
        let what = Words.enumeration(counted, language)
        return SkillReply(
            language(fr: "Ambiance « \(scene.name) » enregistrée : \(what).", en: "Scene “\(scene.name)” saved: \(what)."), actions: [action("save", scene)])
    }

    /// A scene is set without a question, so that nothing that opens the house is part of one.
    private static func mayBeSet(_ entity: HomeModel.Entity) -> Bool {
        guard entity.domain == "cover" else { return true }
        if let kind = entity.deviceClass { return ["shutter", "blind", "shade", "curtain", "awning"].contains(kind) }
        return ["volet", "store", "rideau", "shutter", "blind", "curtain", "shade"].contains { entity.name.lowercased().contains($0) }
    }

    private func missing(_ name: String, _ scenes: [Scene], _ language: Language) -> SkillReply {
        let others =
            scenes.isEmpty
            ? "" : language(fr: " Il y a : ", en: " There is: ") + Words.enumeration(scenes.map { Words.quoted($0.name, language) }, language) + "."
        return SkillReply(language(fr: "Je ne connais pas l'ambiance « \(name) ».", en: "I don't know the scene “\(name)”.") + others)
    }

    private func action(_ tool: String, _ scene: Scene, _ status: Action.Status = .done) -> Action {
        Action(tool: "scenes." + tool, arguments: ["name": .string(scene.name)], status: status, evidence: scene.id.description)
    }
}
