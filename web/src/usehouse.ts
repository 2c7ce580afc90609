import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useSurroundings } from "./context";
import { Failure } from "./failure";
import { readArea, readEntity } from "./housewire";
import type { Area, Entity, HouseEvent, Value } from "./housewire";
import { readPage } from "./wire";

export interface HouseView {
  entities: Entity[];
  areas: Area[];
  /** Whether anything was read yet. */
  ready: boolean;
  connected: boolean;
  failure: Failure | null;
  refresh(): void;
  /** Takes in what the open line tells. */
  take(event: HouseEvent): void;
  /** Has a service called; its failure is the caller's to show. */
  call(entity: Entity, service: string, data?: Record<string, Value>, confirm?: boolean): Promise<void>;
}

/** The devices of the house: read when `wanted`, and kept up with by events. */
export function useHouse(wanted: boolean): HouseView {
  const { session, language } = useSurroundings();
  const [entities, setEntities] = useState<Map<string, Entity>>(new Map());
  const [areas, setAreas] = useState<Area[]>([]);
  const [ready, setReady] = useState(false);
  const [connected, setConnected] = useState(true);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [asked, setAsked] = useState(0);
  // What was told while the list was on its way is newer than the list.
  const told = useRef<Map<string, Entity> | null>(null);
  const refresh = useCallback(() => setAsked((count) => count + 1), []);

  useEffect(() => {
    if (!wanted) return undefined;
    const control = new AbortController();
    const meanwhile = new Map<string, Entity>();
    told.current = meanwhile;
    const options = { signal: control.signal, language };
    Promise.all([
      session.json("/home/entities", (value) => readPage(value, readEntity), options), session.json("/home/areas", (value) => readPage(value, readArea), options),
    ]).then(
      ([devices, rooms]) => {
        const found = new Map(devices.items.map((entity) => [entity.id, entity]));
        for (const [id, entity] of meanwhile) if (found.has(id)) found.set(id, entity);
        setEntities(found);
        setAreas(rooms.items);
        setFailure(null);
        setReady(true);
      },
      (error: unknown) => {
        if (!control.signal.aborted) setFailure(Failure.from(error));
      },
    ).finally(() => {
      if (told.current === meanwhile) told.current = null;
    });
    return () => control.abort();
  }, [wanted, asked, session, language]);

  const put = useCallback((entity: Entity) => {
    told.current?.set(entity.id, entity);
    setEntities((now) => (now.has(entity.id) ? new Map(now).set(entity.id, entity) : now));
  }, []);

  const take = useCallback((event: HouseEvent) => {
    if (event.type === "state") return put(event.entity);
    setConnected(event.connected);
    refresh();
  }, [put, refresh]);

  const call = useCallback(async (entity: Entity, service: string, data: Record<string, Value> = {}, confirm = false) => {
    const path = `/home/entities/${encodeURIComponent(entity.id)}/${encodeURIComponent(service)}`;
    put(await session.json(path, readEntity, { json: { data, ...(confirm && { confirm }) }, language }));
  }, [session, language, put]);

  return {
    entities: useMemo(() => [...entities.values()], [entities]), areas, ready, connected, failure, refresh, take, call,
  };
}
