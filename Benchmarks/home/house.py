"""A house as people have it, on Home Assistant's demo devices and a few that its templates make: rooms, names, aliases, in French or English.

`packages()` is configuration to start Home Assistant with, `set_up` gives everything its name, place and exposure. Entity ids are the same in
both languages. Everything that is not in the tables is hidden from voice assistants.
"""
from dataclasses import dataclass

# id, French names, English names: the name first, then its aliases
AREAS = [
    ("salon", ["Salon", "séjour", "salle à vivre"], ["Living room", "lounge"]),
    ("cuisine", ["Cuisine"], ["Kitchen"]),
    ("chambre", ["Chambre", "chambre à coucher", "chambre parentale"], ["Bedroom", "master bedroom"]),
    ("amis", ["Chambre d'amis"], ["Guest room", "spare room"]),
    ("enfants", ["Chambre des enfants"], ["Children's room", "kids' room"]),
    ("bureau", ["Bureau"], ["Office", "study"]),
    ("sdb", ["Salle de bain", "salle de bains"], ["Bathroom"]),
    ("entree", ["Entrée", "hall d'entrée"], ["Entrance", "hall"]),
    ("couloir", ["Couloir"], ["Corridor", "hallway"]),
    ("garage", ["Garage"], ["Garage"]),
    ("jardin", ["Jardin", "extérieur"], ["Garden", "outside"]),
]


@dataclass(frozen=True)
class Entity:
    id: str
    area: str | None
    french: list
    english: list
    base: dict                              # what it is reset to before each command
    demo: str | None = None                 # its id before it is renamed
    device_class: str | None = None         # given in the registry


def light(name, area, french, english, demo=None):
    return Entity(f"light.{name}", area, french, english, {"state": "off"}, demo)


def cover(name, area, french, english, position, demo=None, device_class=None):
    base = {"state": position} if isinstance(position, str) else {"state": "open" if position else "closed", "position": position}
    return Entity(f"cover.{name}", area, french, english, base, demo, device_class)


ENTITIES = [
    light("salon_plafonnier", "salon", ["Plafonnier du salon", "plafonnier"], ["Ceiling light"], "light.living_room_rgbww_lights"),
    light("salon_lampadaire", "salon", ["Lampadaire"], ["Floor lamp"], "light.ceiling_lights"),
    light("cuisine_spots", "cuisine", ["Spots de la cuisine", "spots"], ["Kitchen spotlights", "spotlights"], "light.kitchen_lights"),
    light("chambre_chevet", "chambre", ["Lampe de chevet", "chevet"], ["Bedside lamp"], "light.bed_light"),
    light("chambre_plafonnier", "chambre", ["Plafonnier de la chambre"], ["Bedroom ceiling light"]),
    light("amis_lampe", "amis", ["Lampe de la chambre d'amis"], ["Guest room lamp"]),
    light("enfants_veilleuse", "enfants", ["Veilleuse"], ["Night light"]),
    light("bureau_led", "bureau", ["Ruban LED", "bandeau LED", "leds du bureau"], ["LED strip"], "light.office_rgbw_lights"),
    light("bureau_lampe", "bureau", ["Lampe de bureau"], ["Desk lamp"], "light.desk_lamp"),
    light("sdb_miroir", "sdb", ["Miroir", "lumière du miroir"], ["Mirror light", "mirror"]),
    light("entree_applique", "entree", ["Applique de l'entrée", "applique"], ["Wall light", "entrance light"], "light.entrance_color_white_lights"),
    light("couloir_lampe", "couloir", ["Lampe du couloir"], ["Corridor lamp"]),
    light("garage_neon", "garage", ["Néon du garage", "néon"], ["Garage strip light"]),
    light("jardin_eclairage", "jardin", ["Éclairage du jardin", "éclairage extérieur"], ["Garden lights", "outdoor lights"]),

    # The first two are the demo's slow ones: a tenth of the way in a second.
    cover("salon_volet", "salon", ["Volet du salon", "volet roulant du salon"], ["Living room shutter"], 30, "cover.living_room_window", "shutter"),
    cover("chambre_volet", "chambre", ["Volet de la chambre"], ["Bedroom shutter"], 0, "cover.hall_window", "shutter"),
    cover("cuisine_store", "cuisine", ["Store de la cuisine", "store"], ["Kitchen blind", "blind"], "closed", "cover.kitchen_window", "blind"),
    cover("bureau_volet", "bureau", ["Volet du bureau"], ["Office shutter"], 100),
    cover("enfants_volet", "enfants", ["Volet de la chambre des enfants", "volet des enfants"], ["Children's shutter"], 100),
    cover("amis_rideaux", "amis", ["Rideaux de la chambre d'amis"], ["Guest room curtains"], 100),
    cover("garage_porte", "garage", ["Porte du garage", "porte de garage"], ["Garage door"], "closed", "cover.garage_door"),
    cover("jardin_portail", "jardin", ["Portail"], ["Gate"], 0),

    Entity("climate.salon_chauffage", "salon", ["Chauffage", "chauffage du salon", "thermostat du salon"], ["Heating", "thermostat"],
           {"state": "heat", "temperature": 19}, "climate.heatpump"),
    Entity("climate.chambre_radiateur", "chambre", ["Radiateur de la chambre", "chauffage de la chambre"], ["Bedroom radiator", "bedroom heating"],
           {"state": "heat", "temperature": 17}),
    Entity("climate.sdb_seche_serviettes", "sdb", ["Sèche-serviettes"], ["Towel rail"], {"state": "heat", "temperature": 20}),
    Entity("climate.bureau_clim", "bureau", ["Climatisation", "clim"], ["Air conditioning", "air conditioner"],
           {"state": "cool", "temperature": 24}, "climate.hvac"),

    Entity("fan.salon_ventilateur", "salon", ["Ventilateur du salon", "ventilateur"], ["Fan", "living room fan"], {"state": "off"}, "fan.living_room_fan"),
    Entity("fan.chambre_ventilateur", "chambre", ["Ventilateur de la chambre", "ventilateur de plafond"], ["Bedroom fan", "ceiling fan"],
           {"state": "off"}, "fan.ceiling_fan"),
    Entity("fan.sdb_vmc", "sdb", ["VMC", "ventilation"], ["Ventilation", "extractor fan"], {"state": "off"}, "fan.percentage_full_fan"),

    Entity("lock.entree_porte", "entree", ["Porte d'entrée"], ["Front door"], {"state": "locked"}),
    Entity("lock.cuisine_porte", "cuisine", ["Porte de la cuisine", "porte de derrière"], ["Back door", "kitchen door"],
           {"state": "unlocked"}),
    Entity("lock.jardin_portillon", "jardin", ["Portillon"], ["Garden gate"], {"state": "unlocked"}),

    Entity("media_player.salon_tele", "salon", ["Télé", "télévision", "TV", "télé du salon"], ["TV", "television"],
           {"state": "playing", "volume": 40, "muted": False}),
    Entity("media_player.cuisine_radio", "cuisine", ["Radio", "radio de la cuisine"], ["Radio", "kitchen radio"],
           {"state": "playing", "volume": 40, "muted": False}),
    Entity("media_player.chambre_enceinte", "chambre", ["Enceinte de la chambre", "enceinte"], ["Bedroom speaker", "speaker"],
           {"state": "paused", "volume": 40, "muted": False}),

    Entity("vacuum.aspirateur", "salon", ["Aspirateur", "robot aspirateur", "aspirateur robot"], ["Vacuum", "vacuum cleaner", "robot"], {"state": "docked"}),

    Entity("switch.cuisine_cafetiere", "cuisine", ["Cafetière", "machine à café"], ["Coffee machine", "coffee maker"], {"state": "off"}, "switch.ac"),
    Entity("switch.salon_guirlande", "salon", ["Guirlande"], ["Fairy lights"], {"state": "off"}, "switch.decorative_lights"),
    Entity("switch.bureau_prise", "bureau", ["Prise du bureau", "prise"], ["Office plug", "plug"], {"state": "off"}, "switch.wall_plug"),
    Entity("switch.jardin_arrosage", "jardin", ["Arrosage", "arrosage automatique"], ["Sprinkler", "sprinklers"], {"state": "off"}),
    Entity("input_boolean.vacances", None, ["Mode vacances"], ["Holiday mode"], {"state": "off"}),

    Entity("humidifier.chambre_humidificateur", "chambre", ["Humidificateur"], ["Humidifier"], {"state": "on", "humidity": 50}),
    Entity("humidifier.sdb_deshumidificateur", "sdb", ["Déshumidificateur"], ["Dehumidifier"], {"state": "on", "humidity": 50}),

    Entity("alarm_control_panel.security", None, ["Alarme"], ["Alarm"], {"state": "disarmed"}),

    Entity("scene.cinema", "salon", ["Cinéma", "ambiance cinéma"], ["Cinema", "movie night"], {}),
    Entity("scene.diner", None, ["Dîner"], ["Dinner"], {}),
    Entity("script.bonne_nuit", None, ["Bonne nuit"], ["Good night"], {}),

    Entity("sensor.exterieur_temperature", "jardin", ["Température extérieure"], ["Outside temperature"], {}, "sensor.outside_temperature"),
    Entity("sensor.exterieur_humidite", "jardin", ["Humidité extérieure"], ["Outside humidity"], {}, "sensor.outside_humidity"),
    Entity("sensor.consommation", None, ["Consommation électrique"], ["Power consumption"], {}, "sensor.power_consumption"),
    Entity("sensor.chambre_co2", "chambre", ["CO2 de la chambre"], ["Bedroom CO2"], {}, "sensor.carbon_dioxide"),
    Entity("sensor.salon_temperature", "salon", ["Température du salon"], ["Living room temperature"], {}),
    Entity("sensor.chambre_temperature", "chambre", ["Température de la chambre"], ["Bedroom temperature"], {}),
    Entity("sensor.sdb_humidite", "sdb", ["Humidité de la salle de bain"], ["Bathroom humidity"], {}),
    Entity("sensor.serrure_batterie", "entree", ["Batterie de la serrure"], ["Lock battery"], {}),
    Entity("binary_sensor.cuisine_fenetre", "cuisine", ["Fenêtre de la cuisine"], ["Kitchen window"], {}),
    Entity("binary_sensor.chambre_fenetre", "chambre", ["Fenêtre de la chambre"], ["Bedroom window"], {}),
    Entity("binary_sensor.jardin_mouvement", "jardin", ["Détecteur de mouvement"], ["Motion sensor"], {}, "binary_sensor.movement_backyard"),
    Entity("binary_sensor.garage_fuite", "garage", ["Détecteur de fuite"], ["Leak sensor"], {}, "binary_sensor.basement_floor_wet"),
]
BY_ID = {entity.id: entity for entity in ENTITIES}
TEMPLATE_LIGHTS = [entity.id for entity in ENTITIES if entity.id.startswith("light.") and not entity.demo]
TEMPLATE_COVERS = {"bureau_volet": "shutter", "enfants_volet": "shutter", "amis_rideaux": "curtain", "jardin_portail": "gate"}
# It has no area, and its name comes from the configuration.
UNREGISTERED = {"alarm_control_panel.security"}
# Demo devices that cannot be placed either, and stand behind one that can.
DEMO_PLAYERS = {"salon_tele": "living_room", "cuisine_radio": "kitchen", "chambre_enceinte": "bedroom"}
DEMO_LOCKS = {"entree_porte": "front_door"}     # it takes two seconds
# What the devices above are made of: it changes with them.
PARTS = (*(f"input_{kind}.part_" for kind in ("boolean", "number", "select")), "input_boolean.lamp", "input_boolean.plug", "input_number.lamp_level",
         *(f"media_player.{name}" for name in DEMO_PLAYERS.values()), *(f"lock.{name}" for name in DEMO_LOCKS.values()))


def packages(language="fr"):
    """Configuration for Home Assistant: the devices that its demo lacks."""
    on, off, number = "input_boolean.turn_on", "input_boolean.turn_off", "input_number.set_value"

    def call(service, entity, **data):
        return {"service": service, "target": {"entity_id": entity}} | ({"data": data} if data else {})

    booleans, numbers, lights, covers = {}, {}, {}, {}
    for entity in TEMPLATE_LIGHTS:
        name = entity.partition(".")[2]
        switch, level = f"input_boolean.part_{name}", f"input_number.part_{name}"
        booleans[f"part_{name}"] = {"name": name}
        numbers[f"part_{name}"] = {"name": name, "min": 0, "max": 255, "step": 1, "initial": 200}
        lights[name] = {
            "unique_id": name, "friendly_name": name, "value_template": f"{{{{ is_state('{switch}', 'on') }}}}",
            "level_template": f"{{{{ states('{level}') | int(0) }}}}", "turn_on": call(on, switch), "turn_off": call(off, switch),
            "set_level": [call(number, level, value="{{ brightness }}"), call(on, switch)],
        }
    for name, device_class in TEMPLATE_COVERS.items():
        place = f"input_number.part_{name}"
        numbers[f"part_{name}"] = {"name": name, "min": 0, "max": 100, "step": 1, "initial": BY_ID[f"cover.{name}"].base["position"]}
        covers[name] = {
            "unique_id": name, "friendly_name": name, "device_class": device_class, "position_template": f"{{{{ states('{place}') | int(0) }}}}",
            "open_cover": call(number, place, value=100), "close_cover": call(number, place, value=0), "stop_cover": [],
            "set_cover_position": call(number, place, value="{{ position }}"),
        }
    locks, players = [], []
    for name in ("entree_porte", "cuisine_porte", "jardin_portillon"):
        if name in DEMO_LOCKS:
            real = f"lock.{DEMO_LOCKS[name]}"
            value, lock, unlock = f"{{{{ states('{real}') }}}}", call("lock.lock", real), call("lock.unlock", real)
        else:
            bolt = f"input_boolean.part_{name}"
            booleans[f"part_{name}"] = {"name": name}
            value, lock, unlock = f"{{{{ 'locked' if is_state('{bolt}', 'on') else 'unlocked' }}}}", call(on, bolt), call(off, bolt)
        locks.append({"platform": "template", "unique_id": name, "name": name, "value_template": value, "lock": lock, "unlock": unlock})
    for name, demo in DEMO_PLAYERS.items():
        real = f"media_player.{demo}"
        services = {"turn_on": {}, "turn_off": {}, "volume_set": {"volume_level": "{{ volume_level }}"}, "volume_up": {}, "volume_down": {},
                    "volume_mute": {"is_volume_muted": "{{ is_volume_muted }}"}}
        players.append({
            "platform": "universal", "unique_id": name, "name": name, "children": [real],
            "commands": {service: call(f"media_player.{service}", real, **data) for service, data in services.items()},
            "attributes": {"state": real, "volume_level": f"{real}|volume_level", "is_volume_muted": f"{real}|is_volume_muted"},
        } | ({"device_class": "tv"} if name == "salon_tele" else {}))
    for name in ("arrosage", "radiateur", "seche_serviettes", "humidificateur", "deshumidificateur"):
        booleans[f"part_{name}"] = {"name": name}
    robot = "input_select.part_aspirateur"
    choose = {name: call("input_select.select_option", robot, option=name) for name in ("cleaning", "paused", "docked")}

    def sensor(name, state, unit, kind):
        return {"unique_id": name, "name": name, "state": str(state), "unit_of_measurement": unit, "device_class": kind, "state_class": "measurement"}

    def thermostat(name, heater, temperature, minimum, maximum, target):
        return {"platform": "generic_thermostat", "unique_id": name, "name": name, "heater": f"input_boolean.part_{heater}",
                "target_sensor": temperature, "min_temp": minimum, "max_temp": maximum, "target_temp": target, "initial_hvac_mode": "heat",
                "precision": 0.5, "target_temp_step": 0.5}

    def hygrostat(name, switch, kind):
        return {"unique_id": name, "name": name, "humidifier": f"input_boolean.part_{switch}", "target_sensor": "sensor.sdb_humidite", "device_class": kind,
                "min_humidity": 30, "max_humidity": 80, "target_humidity": 50, "initial_state": True}

    return {"house": {
        "homeassistant": {"customize": {entity.id: {"friendly_name": entity.french[0] if language == "fr" else entity.english[0]}
                                        for entity in ENTITIES if entity.id in UNREGISTERED}},
        "lock": locks,
        "media_player": players,
        "generic_hygrostat": [hygrostat("chambre_humidificateur", "humidificateur", "humidifier"),
                              hygrostat("sdb_deshumidificateur", "deshumidificateur", "dehumidifier")],
        "input_boolean": booleans | {"vacances": {"name": "vacances"}},
        "input_number": numbers,
        "input_select": {"part_aspirateur": {"name": "aspirateur", "options": ["docked", "cleaning", "paused"], "initial": "docked"}},
        "light": [{"platform": "template", "lights": lights}],
        "cover": [{"platform": "template", "covers": covers}],
        "vacuum": [{"platform": "template", "vacuums": {"aspirateur": {
            "unique_id": "aspirateur", "friendly_name": "aspirateur", "value_template": f"{{{{ states('{robot}') }}}}", "start": choose["cleaning"],
            "pause": choose["paused"], "stop": choose["paused"], "return_to_base": choose["docked"]}}}],
        "switch": [{"platform": "template", "switches": {"jardin_arrosage": {
            "unique_id": "jardin_arrosage", "friendly_name": "arrosage", "value_template": "{{ is_state('input_boolean.part_arrosage', 'on') }}",
            "turn_on": call(on, "input_boolean.part_arrosage"), "turn_off": call(off, "input_boolean.part_arrosage")}}}],
        "climate": [thermostat("chambre_radiateur", "radiateur", "sensor.chambre_temperature", 7, 25, 17),
                    thermostat("sdb_seche_serviettes", "seche_serviettes", "sensor.chambre_temperature", 7, 28, 20)],
        "template": [
            {"sensor": [sensor("salon_temperature", 21.5, "°C", "temperature"), sensor("chambre_temperature", 18.5, "°C", "temperature"),
                        sensor("sdb_humidite", 61, "%", "humidity"), sensor("serrure_batterie", 12, "%", "battery")]},
            {"binary_sensor": [{"unique_id": "cuisine_fenetre", "name": "cuisine_fenetre", "device_class": "window", "state": "{{ true }}"},
                               {"unique_id": "chambre_fenetre", "name": "chambre_fenetre", "device_class": "window", "state": "{{ false }}"}]},
        ],
        "scene": [
            {"id": "cinema", "name": "cinema", "entities": {"light.salon_plafonnier": "off", "light.salon_lampadaire": {"state": "on", "brightness": 51}}},
            {"id": "diner", "name": "diner", "entities": {"light.salon_lampadaire": {"state": "on", "brightness": 128},
                                                          "light.cuisine_spots": {"state": "on", "brightness": 128}}},
        ],
        "script": {"bonne_nuit": {"alias": "bonne_nuit", "sequence": [
            call("light.turn_off", "light.salon_plafonnier"), call("light.turn_off", "light.salon_lampadaire"),
            call("light.turn_on", "light.chambre_chevet", brightness_pct=10)]}},
    }}


def set_up(home, language="fr"):
    """Names, places and exposure, on a house that was started with `packages()`."""
    known = {row["entity_id"]: row for row in home.command("config/entity_registry/list")}
    for area in home.command("config/area_registry/list"):      # the onboarding makes a few
        home.command("config/area_registry/delete", area_id=area["area_id"])
    areas = {}
    for key, french, english in AREAS:
        name, *aliases = french if language == "fr" else english
        areas[key] = home.command("config/area_registry/create", name=name, aliases=aliases)["area_id"]
    for entity in ENTITIES:
        if entity.id in UNREGISTERED:
            continue
        name, *aliases = entity.french if language == "fr" else entity.english
        fields = {"name": name, "aliases": aliases, "area_id": areas.get(entity.area)}
        if entity.device_class:
            fields["device_class"] = entity.device_class
        if entity.demo:
            fields["new_entity_id"] = entity.id
        if (entity.demo or entity.id) not in known:
            raise SystemExit(f"the house has no {entity.demo or entity.id}")
        home.command("config/entity_registry/update", entity_id=entity.demo or entity.id, **fields)
    exposed = [entity.id for entity in ENTITIES]
    home.command("homeassistant/expose_new_entities/set", assistant="conversation", expose_new=False)
    home.command("homeassistant/expose_entity", assistants=["conversation"], entity_ids=exposed, should_expose=True)
    flow = home.request("POST", "/api/config/config_entries/flow", {"handler": "shopping_list"})
    if flow["type"] == "form":      # else the onboarding has made it
        home.request("POST", f"/api/config/config_entries/flow/{flow['flow_id']}", {})
    others = sorted(set(home.states()) - set(exposed))
    home.command("homeassistant/expose_entity", assistants=["conversation"], entity_ids=others, should_expose=False)
