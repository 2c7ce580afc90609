"""What is looked at in a state, what a case may say about it, and the services that bring it about.

`observe` makes a small dictionary of a Home Assistant state: percentages from 0 to 100, a colour as (hue, saturation). `wanted` reads the short
form of a case file into requirements on such dictionaries, `meets` compares.
"""
import re

# hue in degrees, how far it may be off, saturation from–to in percent
COLOURS = {
    "red": (0, 14, 60, 100), "orange": (30, 14, 60, 100), "yellow": (58, 14, 50, 100), "green": (120, 40, 50, 100), "turquoise": (180, 20, 30, 100),
    "blue": (235, 35, 50, 100), "purple": (285, 30, 40, 100), "pink": (335, 30, 15, 100),
}
HUES = {"red": (0, 100), "orange": (30, 100), "yellow": (60, 100), "green": (120, 100), "blue": (240, 100), "purple": (280, 100), "pink": (330, 60)}
# What "50 %" means in a domain, and whether it also says that the thing is on
PERCENT = {"light": ("brightness", True), "fan": ("percentage", True), "cover": ("position", False), "media_player": ("volume", False),
           "humidifier": ("humidity", False)}
NUMBER = {"climate": "temperature", "humidifier": "humidity"}
TOLERANCE = {"temperature": 0.05, "colour_temperature": 60}


def domain_of(entity):
    return entity.partition(".")[0]


def observe(state):
    """What counts of a state as Home Assistant writes it; anything else may change by itself."""
    attributes, domain = state["attributes"], domain_of(state["entity_id"])
    seen = {"state": state["state"]}

    def add(key, value):
        if value is not None:
            seen[key] = value

    def percent(value, of):
        return None if value is None else round(100 * value / of)

    if domain == "light" and state["state"] == "on":
        add("brightness", percent(attributes.get("brightness"), 255))
        mode = attributes.get("color_mode")
        if mode == "color_temp":
            add("colour_temperature", attributes.get("color_temp_kelvin"))
        elif mode == "white":
            add("colour", (0, 0))
        elif attributes.get("hs_color"):
            add("colour", tuple(attributes["hs_color"]))
    elif domain == "cover":
        add("position", attributes.get("current_position"))
        add("tilt", attributes.get("current_tilt_position"))
    elif domain == "climate":
        add("temperature", attributes.get("temperature"))
        add("preset", attributes.get("preset_mode"))
        add("fan_mode", attributes.get("fan_mode"))
    elif domain == "fan" and state["state"] == "on":
        add("percentage", attributes.get("percentage"))
        add("oscillating", attributes.get("oscillating"))
    elif domain == "media_player" and state["state"] != "off":
        add("volume", percent(attributes.get("volume_level"), 1))
        add("muted", attributes.get("is_volume_muted"))
        add("title", attributes.get("media_title"))
        add("source", attributes.get("source"))
    elif domain == "humidifier":
        add("humidity", attributes.get("humidity"))
        add("mode", attributes.get("mode"))
    elif domain == "vacuum":
        add("fan_speed", attributes.get("fan_speed"))
    elif domain in ("script", "automation"):
        add("last_triggered", attributes.get("last_triggered"))
    return seen


def wanted(entity, value):
    """The requirements that a case's short form makes on an observation. `ValueError` when it cannot be read.

    `on`, `paused|docked`: the state. `50%`, `>50%`, `<50%`, `20..60%`: brightness, position, volume, speed or humidity. A number: a temperature or
    humidity. `red`: a light's colour. `warm`, `cold`: its white. A dictionary of these, by name, for everything else.
    """
    domain = domain_of(entity)
    if isinstance(value, dict):
        return {key: tidy(each) for key, each in value.items()}
    value = tidy(value)
    if isinstance(value, (int, float)):
        if domain not in NUMBER:
            raise ValueError(f"a number says nothing about {entity}")
        return {NUMBER[domain]: value}
    if value.endswith("%"):
        if domain not in PERCENT:
            raise ValueError(f"a percentage says nothing about {entity}")
        key, implies_on = PERCENT[domain]
        return {key: limits(value[:-1])} | ({"state": "on"} if implies_on else {})
    if re.match(r"[<>]", value) and domain in NUMBER:
        return {NUMBER[domain]: limits(value)}
    if domain == "light" and value in COLOURS:
        return {"state": "on", "colour": value}
    if domain == "light" and value in ("warm", "cold", "white"):
        return {"state": "on", "white": value}
    return {"state": value}


def tidy(value):
    """YAML reads a bare `on` as true."""
    return {True: "on", False: "off"}[value] if isinstance(value, bool) else value


def limits(text):
    """50, `>50`, `<50` or `20..60`: a number, or (lowest, highest), where `None` is open and the limit itself is not met."""
    if ".." in text:
        low, high = text.split("..")
        return (float(low) - 0.01, float(high) + 0.01)
    if text[0] in "<>":
        number = float(text[1:])
        return (None, number) if text[0] == "<" else (number, None)
    return float(text)


def meets(seen, requirements):
    return all(holds(seen, key, value) for key, value in requirements.items())


def holds(seen, key, value):
    if key == "white":
        kelvin, colour = seen.get("colour_temperature"), seen.get("colour")
        if value == "white":
            return kelvin is not None or (colour is not None and colour[1] <= 25)
        # The sentences of home-assistant-intents call 4000 kelvins cold.
        return kelvin is not None and (kelvin <= 3300 if value == "warm" else kelvin >= 3900)
    if key not in seen:
        return False
    found = seen[key]
    if key == "colour":
        hue, off, least, most = COLOURS[value]
        away = abs((found[0] - hue + 180) % 360 - 180)
        return away <= off and least <= found[1] <= most
    if isinstance(value, tuple):
        return isinstance(found, (int, float)) and (value[0] is None or found > value[0]) and (value[1] is None or found < value[1])
    if isinstance(value, (int, float)) and isinstance(found, (int, float)) and not isinstance(found, bool):
        return abs(found - value) <= TOLERANCE.get(key, 1)
    if isinstance(found, bool):
        return tidy(found) == tidy(value)
    return str(found) in str(value).split("|")


def services(entity, requirements):
    """The calls (service, data) that bring an entity from anything to what a reset asks for."""
    domain, state = domain_of(entity), requirements.get("state")
    rest = {key: value for key, value in requirements.items() if key != "state"}
    match domain:
        case "light":
            if state == "off":
                return [("light.turn_off", {})]
            data = {}
            if "brightness" in rest:
                data["brightness"] = round(rest["brightness"] * 2.55)
            if "colour" in rest:
                data["hs_color"] = HUES[rest["colour"]]
            if "white" in rest:
                data["kelvin"] = {"warm": 2700, "cold": 6000, "white": 4000}[rest["white"]]
            return [("light.turn_on", data)]
        case "switch" | "input_boolean":
            return [(f"{domain}.turn_{state}", {})]
        case "fan":
            if state == "off":
                return [("fan.turn_off", {})]
            return [("fan.turn_on", {"percentage": int(rest["percentage"])} if "percentage" in rest else {})]
        case "cover":
            if "position" in rest:
                return [("cover.set_cover_position", {"position": int(rest["position"])})]
            return [("cover.open_cover" if state == "open" else "cover.close_cover", {})]
        case "climate":
            calls = [("climate.set_hvac_mode", {"hvac_mode": state})] if state else []
            return calls + ([("climate.set_temperature", {"temperature": rest["temperature"]})] if "temperature" in rest else [])
        case "lock":
            return [("lock.lock" if state == "locked" else "lock.unlock", {})]
        case "humidifier":
            calls = [(f"humidifier.turn_{state}", {})] if state else []
            return calls + ([("humidifier.set_humidity", {"humidity": int(rest["humidity"])})] if "humidity" in rest else [])
        case "vacuum":
            return [({"cleaning": "vacuum.start", "paused": "vacuum.pause", "docked": "vacuum.return_to_base"}[state], {})]
        case "alarm_control_panel":
            return [("alarm_control_panel.alarm_disarm", {"code": "1234"})]
        case "media_player":
            calls = []
            if state == "off":
                return [("media_player.turn_off", {})]
            if state:
                calls = [("media_player.turn_on", {}), ("media_player.media_play" if state == "playing" else "media_player.media_pause", {})]
            if "volume" in rest:
                calls.append(("media_player.volume_set", {"volume_level": rest["volume"] / 100}))
            if "muted" in rest:
                calls.append(("media_player.volume_mute", {"is_volume_muted": rest["muted"] in (True, "on")}))
            return calls
    raise ValueError(f"{entity} cannot be brought to {requirements}")
