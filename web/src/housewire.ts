// The house and its automations on the wire, with the guards that check them.

import { isFields } from "./wire";

export type Value = string | number | boolean | null | Value[] | { [name: string]: Value };

export interface Entity {
  id: string; name: string; domain: string; area_id: string; area: string; device_class: string; state: string; attributes: Record<string, unknown>;
}

export interface Area { id: string; name: string; floor: string }

export interface Trigger {
  type: string; date: string; time: string; weekdays: number[]; event: string; offset: number; entity: string; to: string; seconds: number;
  above: number | null; below: number | null; person: string; arrives: boolean; once: boolean;
}

export interface Automation {
  id: string; name: string; trigger: Trigger; orders: string[]; conditions: number; paused: boolean; created_by: string; next_due: string;
}

export interface Run { id: string; started_at: string; outcome: string; result: string; cause: { type: string; subject: string; name: string; value: string } }

/** What the house tells over the open line. */
export type HouseEvent = { type: "state"; entity: Entity } | { type: "house"; connected: boolean };

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const number = (value: unknown): number | null => (typeof value === "number" && Number.isFinite(value) ? value : null);

export function readEntity(value: unknown): Entity | null {
  if (!isFields(value) || !text(value.id)) return null;
  return {
    id: text(value.id), name: text(value.name) || text(value.id), domain: text(value.domain) || text(value.id).split(".")[0] || "", area_id: text(value.area_id),
    area: text(value.area), device_class: text(value.device_class), state: text(value.state), attributes: isFields(value.attributes) ? value.attributes : {},
  };
}

export function readArea(value: unknown): Area | null {
  if (!isFields(value) || !text(value.id)) return null;
  return { id: text(value.id), name: text(value.name) || text(value.id), floor: text(value.floor) };
}

function readTrigger(value: unknown): Trigger {
  const trigger = isFields(value) ? value : {};
  return {
    type: text(trigger.type), date: text(trigger.date), time: text(trigger.time),
    weekdays: Array.isArray(trigger.weekdays) ? trigger.weekdays.filter((day): day is number => typeof day === "number" && day >= 1 && day <= 7) : [],
    event: text(trigger.event), offset: number(trigger.offset) ?? 0, entity: text(trigger.entity), to: text(trigger.to), seconds: number(trigger.seconds) ?? 0,
    above: number(trigger.above), below: number(trigger.below), person: text(trigger.person), arrives: trigger.arrives === true, once: trigger.once === true,
  };
}

export function readAutomation(value: unknown): Automation | null {
  if (!isFields(value) || !text(value.id)) return null;
  const orders = Array.isArray(value.orders) ? value.orders.filter(isFields).map((order) => text(order.text) || text(order.intent)) : [];
  return {
    id: text(value.id), name: text(value.name), trigger: readTrigger(value.trigger), orders, conditions: Array.isArray(value.conditions) ? value.conditions.length : 0,
    paused: value.paused === true, created_by: text(value.created_by), next_due: text(value.next_due),
  };
}

export function readRun(value: unknown): Run | null {
  if (!isFields(value) || !text(value.id)) return null;
  const cause = isFields(value.cause) ? value.cause : {};
  return {
    id: text(value.id), started_at: text(value.started_at), outcome: text(value.outcome), result: text(value.result),
    cause: { type: text(cause.type), subject: text(cause.subject), name: text(cause.name), value: text(cause.value) },
  };
}

export function readHouseEvent(value: unknown): HouseEvent | null {
  if (!isFields(value)) return null;
  if (value.type === "house") return { type: "house", connected: value.connected === true };
  if (value.type !== "state") return null;
  const entity = readEntity(value.entity);
  return entity && { type: "state", entity };
}

export function numberOf(entity: Entity, attribute: string): number | null {
  return number(entity.attributes[attribute]);
}

export function textOf(entity: Entity, attribute: string): string {
  return text(entity.attributes[attribute]);
}
