import Base
import Domain
import Testing

@testable import Home

@Suite struct TargetTests {
    let model: HomeModel
    let states: [String: EntityState]

    init() throws {
        let (model, states) = try SampleHouse.read()
        self.model = model
        self.states = Dictionary(uniqueKeysWithValues: states.map { ($0.entity, $0) })
    }

    func find(_ order: Order, context: String? = nil, states changed: [String: String] = [:]) -> Targets {
        var states = states
        for (id, value) in changed { states[id]?.value = value }
        guard let wish = Wish(order.intent, in: model) else { return .found([]) }
        let finder = TargetFinder(model: model, state: { states[$0] }, limits: OrderLimits())
        return finder.find(
            Selection(order.intent.slots, in: model), for: wish, exceptions: order.exceptions.map { Selection($0, in: model) }, isWide: order.isWide,
            context: context)
    }

    func ids(_ targets: Targets) -> [String] { if case .found(let found) = targets { found.map(\.id).sorted() } else { ["\(targets)"] } }

    @Test func aRoomsLightsAreItsLights() {
        let found = ids(find(SampleHouse.order("HassTurnOn", ["area": "Salon", "domain": "light"])))
        #expect(found == ["light.salon_1", "light.salon_2", "light.salon_3"])
    }

    @Test func whatIsNotExposedIsNeverMeant() {
        #expect(find(SampleHouse.order("HassTurnOn", ["name": "Veilleuse secrète"])) == .nothing(.unknownName("Veilleuse secrète")))
    }

    @Test func aRoomAloneIsItsLights() {
        #expect(ids(find(SampleHouse.order("HassTurnOn", ["area": "Salon"]))) == ["light.salon_1", "light.salon_2", "light.salon_3"])
    }

    @Test func everythingInARoomIsWhatIsLitRunsOrPlays() {
        let found = ids(find(SampleHouse.order("HassTurnOff", ["area": "Salon"], isWide: true)))
        #expect(found == ["light.salon_1", "light.salon_2", "light.salon_3", "media_player.tele"])
    }

    @Test func aFloorHoldsItsRooms() {
        #expect(ids(find(SampleHouse.order("HassTurnOff", ["floor": "en haut", "domain": "light"]))) == ["light.bureau", "light.desk"])
    }

    @Test func withoutAPlaceTheRoomWhereItIsSaidIsMeant() {
        #expect(ids(find(SampleHouse.order("HassTurnOn", ["domain": "light"]), context: "cuisine")) == ["light.cuisine"])
    }

    @Test func everywhereIsNotTheRoomWhereItIsSaid() {
        #expect(ids(find(SampleHouse.order("HassTurnOff", ["domain": "light"], isWide: true), context: "cuisine")).count == 6)
    }

    @Test func withoutARoomItIsAsked() {
        guard case .ask(.room(let areas, _)) = find(SampleHouse.order("HassTurnOn", ["domain": "light"])) else {
            Issue.record("not asked")
            return
        }
        #expect(areas.map(\.id) == ["salon", "cuisine", "bureau"])
    }

    @Test func theOnlyOneInTheHouseNeedsNoRoom() {
        #expect(ids(find(SampleHouse.order("HassTurnOn", ["domain": "fan"]))) == ["fan.chambre"])
        #expect(ids(find(SampleHouse.order("HassVacuumStart"))) == ["vacuum.robot"])
    }

    @Test func theOnlyLampThatIsLitIsTheOneToPutOut() {
        #expect(ids(find(SampleHouse.order("HassTurnOff", ["domain": "light"]))) == ["light.cuisine"])
    }

    @Test func anUnknownRoomIsNotDropped() {
        #expect(find(SampleHouse.order("HassTurnOn", ["area": "Véranda", "domain": "light"])) == .nothing(.unknownArea("Véranda")))
        #expect(find(SampleHouse.order("HassTurnOn", ["floor": "Cave", "domain": "light"])) == .nothing(.unknownFloor("Cave")))
    }

    @Test func anUnknownExceptionStopsTheOrder() {
        let order = SampleHouse.order("HassTurnOff", ["domain": "light"], except: [["area": "Véranda"]], isWide: true)
        #expect(find(order) == .nothing(.unknownArea("Véranda")))
    }

    @Test func exceptionsAreLeftOut() {
        let order = SampleHouse.order("HassTurnOff", ["domain": "light"], except: [["area": "Salon"], ["name": "Desk Lamp"]], isWide: true)
        #expect(ids(find(order)) == ["light.bureau", "light.cuisine"])
        #expect(find(SampleHouse.order("HassTurnOff", ["area": "Cuisine", "domain": "light"], except: [["area": "Cuisine"]])) == .nothing(.everythingExcepted))
    }

    @Test func aRoomWithoutSuchDevices() {
        guard
            case .nothing(.none(let noun, let area, nil)) = find(
                SampleHouse.order("HassTurnOff", ["area": "Bureau", "domain": "cover", "device_class": "shutter"]))
        else {
            Issue.record("something was found")
            return
        }
        #expect(noun.french.one == "volet")
        #expect(area?.id == "bureau")
    }

    @Test func aCoverThatNobodyClassifiedIsAShutterWhereThereIsNoOther() {
        let slots: [String: JSONValue] = ["area": "Chambre", "domain": "cover", "device_class": "shutter"]
        #expect(ids(find(SampleHouse.order("HassTurnOff", slots))) == ["cover.chambre"])
        #expect(ids(find(SampleHouse.order("HassTurnOn", ["area": "Chambre", "domain": "cover", "device_class": "garage"])))[0].contains("none"))
    }

    @Test(arguments: ["window", "shutter", "blind", "curtain", "awning", "door", "garage"])
    func whatIsNotThereIsNotTheGate(_ kind: String) {
        let gate = HomeModel(entities: [HomeModel.Entity(id: "cover.portail", name: "Portail")])
        let finder = TargetFinder(
            model: gate, state: { EntityState(entity: $0, value: "open", changedAt: SampleHouse.start, updatedAt: SampleHouse.start) }, limits: OrderLimits())
        let slots: [String: SlotValue] = ["domain": SlotValue("cover"), "device_class": SlotValue(.array([.string(kind)]))]
        guard case .nothing(.none) = finder.find(Selection(slots, in: gate), for: .off) else {
            Issue.record("the gate was taken for a \(kind)")
            return
        }
        let named: [String: SlotValue] = ["domain": SlotValue("cover"), "device_class": SlotValue("gate")]
        #expect(ids(finder.find(Selection(named, in: gate), for: .off)) == ["cover.portail"])
    }

    @Test(arguments: [
        ("Volet de la porte-fenêtre", ["shutter"]), ("Roller shutters", ["shutter"]), ("Store", ["blind"]), ("Kitchen blind", ["blind"]),
        ("Rideaux du salon", ["curtain"]), ("Garage door", ["garage"]), ("Porte du garage", ["garage"]), ("Porte de derrière", ["door"]),
        ("Velux", ["window"]), ("Front gate", ["gate"]), ("Arrière", []), ("Colocation", []),
    ])
    func whatACoverIsIsGuessedFromItsName(_ name: String, _ kinds: [String]) {
        let entity = HomeModel.Entity(id: "cover.x", name: name)
        #expect(entity.kinds.isSuperset(of: kinds) && entity.kinds.isEmpty == kinds.isEmpty)
        // Only what says nothing of itself may be a shutter, and nothing is a window by chance.
        #expect(entity.mayBe(["shutter"]) == kinds.isEmpty && !entity.mayBe(["window"]) && !entity.mayBe(["door"]) && !entity.mayBe(["garage", "gate"]))
    }

    @Test func anUnclassifiedShutterCanBeExcepted() {
        let slots: [String: JSONValue] = ["domain": "cover", "floor": "en haut"]
        #expect(ids(find(SampleHouse.order("HassTurnOff", slots, isWide: true))) == ["cover.chambre"])
        let order = SampleHouse.order("HassTurnOff", slots, except: [["domain": "cover", "device_class": "shutter"]], isWide: true)
        #expect(find(order) == .nothing(.everythingExcepted))
    }

    @Test func anUnclassifiedPlayerMayBeTheTelevision() {
        var model = model
        for index in model.entities.indices where model.entities[index].domain == "media_player" { model.entities[index].deviceClass = nil }
        let finder = TargetFinder(model: model, state: { states[$0] }, limits: OrderLimits())
        let slots: [String: SlotValue] = ["domain": SlotValue("media_player"), "device_class": SlotValue("tv")]
        #expect(ids(finder.find(Selection(slots, in: model), for: .off)) == ["media_player.tele"])
        let inKitchen = slots.merging(["area": SlotValue("Cuisine")]) { $1 }
        #expect(ids(finder.find(Selection(inKitchen, in: model), for: .off)) == ["media_player.enceinte"])
    }

    @Test func theOnlyDoorThatIsOpenIsTheOneToLock() {
        var model = model
        var states = states
        model.entities.append(HomeModel.Entity(id: "lock.cave", name: "Serrure de la cave"))
        states["lock.cave"] = EntityState(entity: "lock.cave", value: "unlocked", changedAt: SampleHouse.start, updatedAt: SampleHouse.start)
        let known = states
        let finder = TargetFinder(model: model, state: { known[$0] }, limits: OrderLimits())
        let selection = Selection(["domain": SlotValue("lock")], in: model)
        #expect(ids(finder.find(selection, for: .on)) == ["lock.cave"])
        #expect(ids(finder.find(selection, for: .off))[0].contains("which"))
    }

    @Test func theSameNameInTwoRoomsIsAskedAbout() {
        var model = model
        model.entities.append(HomeModel.Entity(id: "light.x", name: "Liseuse", area: "salon"))
        model.entities.append(HomeModel.Entity(id: "light.y", name: "Liseuse", area: "chambre"))
        let finder = TargetFinder(model: model, state: { states[$0] }, limits: OrderLimits())
        let selection = Selection(["name": SlotValue("liseuse")], in: model)
        guard case .ask(.which(let found)) = finder.find(selection, for: .on) else {
            Issue.record("not asked")
            return
        }
        #expect(found.map(\.id) == ["light.x", "light.y"])
        #expect(ids(finder.find(selection, for: .on, context: "chambre")) == ["light.y"])
        #expect(ids(finder.find(Selection(["name": SlotValue("liseuse"), "area": SlotValue("salon")], in: model), for: .on)) == ["light.x"])
        #expect(ids(finder.find(selection, for: .on, isWide: true)) == ["light.x", "light.y"])
    }

    @Test func aGroupOfLightsGoesWithItsMembers() {
        var model = model
        var states = states
        model.entities.append(HomeModel.Entity(id: "light.all", name: "Lumières du salon", area: "salon"))
        states["light.all"] = EntityState(
            entity: "light.all", value: "off", attributes: ["entity_id": ["light.salon_1", "light.salon_2"]], changedAt: SampleHouse.start,
            updatedAt: SampleHouse.start)
        let known = states
        let finder = TargetFinder(model: model, state: { known[$0] }, limits: OrderLimits())
        #expect(ids(finder.find(Selection(["area": SlotValue("salon"), "domain": SlotValue("light")], in: model), for: .on)).count == 3)
        #expect(ids(finder.find(Selection(["name": SlotValue("Lumières du salon")], in: model), for: .on)) == ["light.all"])
    }

    @Test func toPauseIsForWhatPlays() {
        #expect(ids(find(SampleHouse.order("HassMediaPause"))) == ["media_player.tele"])
        #expect(ids(find(SampleHouse.order("HassMediaPause"), context: "cuisine")) == ["media_player.tele"])
        #expect(find(SampleHouse.order("HassMediaPause", ["area": "Cuisine"])) == .nothing(.silence(area: model.area("cuisine"))))
        #expect(ids(find(SampleHouse.order("HassMediaPause"), states: ["media_player.tele": "off"]))[0].contains("silence"))
    }

    @Test func heatingWithoutARoomIsAllHeaters() {
        #expect(ids(find(SampleHouse.order("HassClimateSetTemperature", ["temperature": 20]))) == ["climate.chambre", "climate.salon"])
        #expect(ids(find(SampleHouse.order("HassClimateSetTemperature", ["temperature": 20]), context: "salon")) == ["climate.salon"])
    }

    @Test func moreThanThreeHeatersAreAskedAbout() {
        var model = model
        for room in ["cuisine", "bureau"] { model.entities.append(HomeModel.Entity(id: "climate.\(room)", name: "Radiateur", area: room)) }
        let finder = TargetFinder(model: model, state: { states[$0] }, limits: OrderLimits())
        guard case .ask(.room(let areas, _)) = finder.find(Selection([:], in: model), for: .temperature(20)) else {
            Issue.record("not asked")
            return
        }
        #expect(areas.count == 4)
    }

    @Test func stopIsForWhatMoves() {
        #expect(ids(find(SampleHouse.order("JarvisStop"), states: ["cover.salon": "closing", "media_player.tele": "off"])) == ["cover.salon"])
        #expect(find(SampleHouse.order("JarvisStop"), states: ["media_player.tele": "off"]) == .nothing(.stillness))
    }

    @Test func brighterIsForTheLampsThatAreOn() {
        let order = SampleHouse.order("JarvisAdjust", ["what": "brightness", "direction": "up", "area": "Salon"])
        #expect(ids(find(order, states: ["light.salon_2": "on"])) == ["light.salon_2"])
        #expect(ids(find(order)).count == 3)
    }

    @Test func theVacuumComesFromWhereverItStands() {
        #expect(ids(find(SampleHouse.order("HassVacuumCleanArea", ["area": "Cuisine"]))) == ["vacuum.robot"])
    }
}
