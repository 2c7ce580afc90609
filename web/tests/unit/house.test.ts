import assert from "node:assert/strict";
import test from "node:test";
import { Failure } from "../../src/failure";
import { brightness, causeText, isOn, kindOf, range, rooms, sortAutomations, stateText, triggerText } from "../../src/house";
import { HOUSE_TEXTS } from "../../src/housetexts";
import { readArea, readAutomation, readEntity, readHouseEvent, readRun } from "../../src/housewire";
import type { Entity, Trigger } from "../../src/housewire";
import { addressOfPage, conversationInAddress, pageInAddress } from "../../src/routes";

function present<Value>(value: Value | null): Value {
  if (value === null) throw new Error("it could not be read");
  return value;
}

function entity(id: string, state: string, attributes: Record<string, unknown> = {}, more: Partial<Entity> = {}): Entity {
  return present(readEntity({ id, name: more.name ?? id, state, attributes, ...more }));
}

const fr = HOUSE_TEXTS.fr;
const en = HOUSE_TEXTS.en;

test("house: what a device is like, in words", () => {
  const cases: [Entity, string, string][] = [
    [entity("light.a", "on"), "Allumé", "On"],
    [entity("light.a", "on", { brightness: 102 }), "Allumé à 40 %", "On at 40 %"],
    [entity("cover.a", "open", { current_position: 30 }), "Ouvert à 30 %", "Open at 30 %"],
    [entity("cover.a", "opening"), "S’ouvre", "Opening"],
    [entity("sensor.a", "21.54", { unit_of_measurement: "°C" }), "21,5 °C", "21.5 °C"],
    [entity("sensor.a", "pluie"), "pluie", "pluie"],
    [entity("sensor.a", ""), "Inconnu", "Unknown"],
    [entity("binary_sensor.a", "on", {}, { device_class: "door" }), "Ouverte", "Open"],
    [entity("binary_sensor.a", "off"), "Désactivé", "Off"],
    [entity("climate.a", "heat", { current_temperature: 18.5 }), "Chauffe · il fait 18,5 °C", "Heating · now 18.5 °C"],
    [entity("lock.a", "jammed"), "Bloqué", "Jammed"],
    [entity("scene.a", "unknown"), "Pas encore utilisé", "Not used yet"],
    [entity("media_player.a", "playing", { media_title: "Le journal" }), "Lecture · Le journal", "Playing · Le journal"],
    [entity("light.a", "unavailable"), "Injoignable", "Unavailable"],
    [entity("vacuum.a", "cleaning_zone"), "cleaning_zone", "cleaning_zone"],
  ];
  for (const [device, french, english] of cases) {
    assert.equal(stateText(device, fr, "fr").replace(/\u202f|\u00a0/g, " "), french);
    assert.equal(stateText(device, en, "en"), english);
  }
});

test("house: what can be done with a device", () => {
  assert.deepEqual(["light.a", "cover.a", "climate.a", "lock.a", "scene.a", "sensor.a", "strange.a"].map((id) => kindOf(entity(id, "on"))), ["switch", "cover", "climate", "lock", "press", "read", "read"]);
  assert.equal(brightness(entity("light.a", "on", { supported_color_modes: ["onoff"] })), null);
  assert.equal(brightness(entity("light.a", "on", { brightness: 1 })), 1);
  assert.equal(brightness(entity("switch.a", "on")), null);
  assert.equal(isOn(entity("climate.a", "auto")), true);
  assert.equal(isOn(entity("climate.a", "off")), false);
  assert.deepEqual(range(entity("climate.a", "heat", { min_temp: 7, max_temp: "x" })), { low: 7, high: 35, step: 0.5 });
});

test("house: rooms by floor and name, what has no room last, searched without accents", () => {
  const devices = [
    entity("sensor.t", "1", {}, { name: "Température", area_id: "salon", area: "Salon" }), entity("light.b", "on", {}, { name: "Lampe", area_id: "salon", area: "Salon" }),
    entity("light.c", "on", {}, { name: "Veilleuse", area_id: "chambre", area: "Chambre" }), entity("lock.d", "locked", {}, { name: "Entrée", area_id: "gone" }),
  ];
  const areas = [{ id: "chambre", name: "Chambre", floor: "" }, { id: "salon", name: "Salon", floor: "Rez" }, { id: "vide", name: "Vide", floor: "Rez" }];
  const told = (search: string) => rooms(devices, areas, search, "Ailleurs").map((room) => `${room.name}: ${room.entities.map((device) => device.name).join(", ")}`);
  assert.deepEqual(told(""), ["Salon: Lampe, Température", "Chambre: Veilleuse", "Ailleurs: Entrée"]);
  assert.deepEqual(told("temperature"), ["Salon: Température"]);
  assert.deepEqual(told("salon lampe"), ["Salon: Lampe"]);
  assert.deepEqual(told("nulle part"), []);
});

test("automations: when, in words", () => {
  const trigger = (fields: Partial<Trigger> & { type: string }): Trigger => present(readAutomation({ id: "x", trigger: fields })).trigger;
  const name = (id: string) => (id === "light.a" ? "Lampe" : id);
  const cases: [Trigger, string, string][] = [
    [trigger({ type: "time", time: "07:30" }), "Tous les jours à 7 h 30", "Every day at 07:30"],
    [trigger({ type: "time", time: "22:00", weekdays: [5, 4, 3, 2, 1] }), "En semaine à 22 h", "On weekdays at 22:00"],
    [trigger({ type: "time", time: "09:00", weekdays: [3], once: true }), "mercredi à 9 h (une seule fois)", "Wednesday at 09:00 (only once)"],
    [trigger({ type: "sun", event: "sunset", offset: -1800 }), "30 min avant : au coucher du soleil", "30 min before: at sunset"],
    [trigger({ type: "state", entity: "light.a", to: "on", seconds: 600 }), "Quand Lampe : allumé depuis 10 min", "When Lampe is on for 10 min"],
    [trigger({ type: "number", entity: "sensor.t", above: 25.5 }), "Quand sensor.t dépasse 25,5", "When sensor.t goes above 25.5"],
    [trigger({ type: "presence", arrives: false }), "Quand le dernier part", "When the last one leaves"],
    [trigger({ type: "demand" }), "À la demande", "On demand"],
    [trigger({ type: "moon" }), "À la demande", "On demand"],
  ];
  for (const [when, french, english] of cases) {
    assert.equal(triggerText(when, name, fr, "fr"), french);
    assert.equal(triggerText(when, name, en, "en"), english);
  }
  const run = present(readRun({ id: "r", outcome: "done", cause: { type: "entity", name: "Porte", value: "open" } }));
  assert.equal(causeText(run, fr), "Porte : ouvert");
});

test("automations: those that are on first, then by when", () => {
  const made = [["a", true, "1"], ["b", false, "3"], ["c", false, "2"], ["d", false, ""]].map(([id, paused, next_due]) => readAutomation({ id, name: id, paused, next_due }));
  assert.deepEqual(sortAutomations(made.flatMap((item) => item ?? [])).map((item) => item.id), ["c", "b", "d", "a"]);
});

test("house: what is not what it should be is passed over", () => {
  for (const wrong of [null, 3, "x", [], {}, { id: "" }, { id: 4 }]) {
    assert.equal(readEntity(wrong), null);
    assert.equal(readArea(wrong), null);
    assert.equal(readAutomation(wrong), null);
    assert.equal(readRun(wrong), null);
    assert.equal(readHouseEvent(wrong), null);
  }
  assert.deepEqual(readEntity({ id: "light.a", attributes: [] })?.attributes, {});
  assert.deepEqual(readAutomation({ id: "a", trigger: 3, orders: [1, { intent: "HassTurnOn" }, { text: "allume" }] })?.orders, ["HassTurnOn", "allume"]);
  assert.deepEqual(readHouseEvent({ type: "house", connected: true }), { type: "house", connected: true });
  assert.equal(readHouseEvent({ type: "state", entity: {} }), null);
});

test("addresses of the pages, and the kind of a problem", () => {
  assert.deepEqual(["", "#/", "#/c/abc", "#/home", "#/automations", "#/account", "#/https", "#/people", "#/audit", "#/home/x"].map(pageInAddress), ["chat", "chat", "chat", "home", "automations", "account", "https", "people", "audit", "chat"]);
  assert.equal(conversationInAddress(addressOfPage("home")), null);
  assert.equal(Failure.fromProblem({ type: "urn:jarvis:problem:confirmation_needed", title: "Conflict" }, 409).code, "confirmation_needed");
});
