import { useEffect, useRef, useState } from "react";
import { useSurroundings } from "./context";
import { Dialog } from "./dialog";
import { explain } from "./explain";
import { Failure, isAbort } from "./failure";
import { LOCALE } from "./format";
import { brightness, isAway, isOn, kindOf, range, stateText } from "./house";
import { numberOf } from "./housewire";
import type { Entity, Value } from "./housewire";
import { Icon } from "./icons";
import type { IconName } from "./icons";
import { useRest } from "./userest";

const ICONS: Record<string, IconName> = {
  light: "lamp", switch: "plug", cover: "shutter", valve: "shutter", climate: "heat", lock: "lock", fan: "fan", scene: "spark", script: "spark", button: "spark", media_player: "speaker",
  sensor: "trace", binary_sensor: "eye",
};

/** How long a slider, and a pair of buttons, must rest before their value is sent, in milliseconds. */
const SLIDER_REST_MS = 250;
const BUTTON_REST_MS = 500;

type Call = (service: string, data?: Record<string, Value>) => void;

interface TileProps {
  entity: Entity;
  onCall(service: string, data?: Record<string, Value>, confirm?: boolean): Promise<void>;
}

/** One device: what it is like, and what can be done with it. */
export function Tile({ entity, onCall }: TileProps) {
  const { texts, language } = useSurroundings();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [asking, setAsking] = useState<{ service: string; data: Record<string, Value> } | null>(null);
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);

  const call = (service: string, data: Record<string, Value> = {}, confirm = false) => {
    setBusy(true);
    setFailure(null);
    onCall(service, data, confirm).catch((error: unknown) => {
      if (!mounted.current || isAbort(error)) return;
      const found = Failure.from(error);
      if (found.code === "confirmation_needed" && !confirm) setAsking({ service, data });
      else setFailure(found);
    }).finally(() => {
      if (mounted.current) setBusy(false);
    });
  };

  const away = isAway(entity);
  const kind = kindOf(entity);
  const state = stateText(entity, texts.house, language);
  const head = (
    <>
      <span className="tile-icon"><Icon name={ICONS[entity.domain] ?? "home"} /></span>
      <span className="tile-text">
        <span className="tile-name">{entity.name}</span>
        <span className="tile-state">{state}</span>
      </span>
    </>
  );
  const wide = kind === "switch";
  const looks = `tile tile-${kind} ${isOn(entity) && !away ? "tile-on" : ""} ${away ? "tile-away" : ""} ${busy ? "tile-busy" : ""}`;
  return (
    <li className={looks} aria-busy={busy}>
      {wide ? (
        <button type="button" className="tile-main" aria-pressed={isOn(entity)} disabled={away} onClick={() => call(isOn(entity) ? "turn_off" : "turn_on")}>{head}</button>
      ) : (
        <div className="tile-main">{head}</div>
      )}
      {!away && <Controls entity={entity} call={call} />}
      {failure && <p className="tile-failure" role="alert">{explain(failure, texts).title}{texts.colon}{explain(failure, texts).advice}</p>}
      {asking && (
        <Dialog title={texts.house.confirmTitle} onClose={() => setAsking(null)}>
          <p>{texts.house.confirmAdvice(entity.name)}</p>
          <div className="dialog-choices">
            <button type="button" className="button" onClick={() => setAsking(null)}>{texts.cancel}</button>
            <button type="button" className="button button-danger" onClick={() => {
              setAsking(null);
              call(asking.service, asking.data, true);
            }}>{texts.house.confirm}</button>
          </div>
        </Dialog>
      )}
    </li>
  );
}

function Controls({ entity, call }: { entity: Entity; call: Call }) {
  const { texts } = useSurroundings();
  const words = texts.house;
  switch (kindOf(entity)) {
    case "switch": {
      const level = brightness(entity);
      return level !== null && entity.state === "on" ? <Dimmer entity={entity} level={level} call={call} /> : null;
    }
    case "cover": {
      const suffix = entity.domain === "valve" ? "valve" : "cover";
      return (
        <div className="tile-buttons">
          <TileButton icon="up" label={words.open(entity.name)} onClick={() => call(`open_${suffix}`)} />
          <TileButton icon="stop" label={words.halt(entity.name)} onClick={() => call(`stop_${suffix}`)} />
          <TileButton icon="down" label={words.close(entity.name)} onClick={() => call(`close_${suffix}`)} />
        </div>
      );
    }
    case "climate":
      return <Thermostat entity={entity} call={call} />;
    case "lock": {
      const locked = entity.state === "locked" || entity.state === "locking";
      return (
        <div className="tile-buttons">
          <button type="button" className="button button-small" aria-label={`${locked ? words.unlock : words.lock} ${entity.name}`} onClick={() => call(locked ? "unlock" : "lock")}>
            <Icon name={locked ? "unlock" : "lock"} size={16} /> {locked ? words.unlock : words.lock}
          </button>
        </div>
      );
    }
    case "media": {
      const playing = entity.state === "playing";
      return (
        <div className="tile-buttons">
          <TileButton icon={playing ? "pause" : "play"} label={playing ? words.pause(entity.name) : words.play(entity.name)} onClick={() => call(playing ? "media_pause" : "media_play")} />
        </div>
      );
    }
    case "press":
      return (
        <div className="tile-buttons">
          <button type="button" className="button button-small" aria-label={words.pressName(entity.name)} onClick={() => call(entity.domain.endsWith("button") ? "press" : "turn_on")}>{words.press}</button>
        </div>
      );
    default:
      return null;
  }
}

function TileButton({ icon, label, disabled, onClick }: { icon: IconName; label: string; disabled?: boolean; onClick(): void }) {
  return <button type="button" className="icon-button" aria-label={label} title={label} disabled={disabled} onClick={onClick}><Icon name={icon} /></button>;
}

/** Follows the finger at once, and sends where it came to rest. */
function Dimmer({ entity, level, call }: { entity: Entity; level: number; call: Call }) {
  const { texts } = useSurroundings();
  const [wanted, setWanted] = useState<number | null>(null);
  const send = useRest(SLIDER_REST_MS, (value: number) => call("turn_on", { brightness_pct: value }));
  useEffect(() => setWanted(null), [level]);
  return (
    <input
      type="range" className="tile-slider" min={1} max={100} value={wanted ?? level} aria-label={texts.house.dim(entity.name)} aria-valuetext={`${wanted ?? level} %`}
      onChange={(event) => {
        const value = Number(event.target.value);
        setWanted(value);
        send(value);
      }}
    />
  );
}

function Thermostat({ entity, call }: { entity: Entity; call: Call }) {
  const { texts, language } = useSurroundings();
  const [wanted, setWanted] = useState<number | null>(null);
  const send = useRest(BUTTON_REST_MS, (value: number) => call("set_temperature", { temperature: value }));
  const target = numberOf(entity, "temperature");
  useEffect(() => setWanted(null), [target]);
  if (target === null) return null;
  const { low, high, step } = range(entity);
  const shown = wanted ?? target;
  const turn = (by: number) => {
    const next = Math.round(Math.min(high, Math.max(low, Math.round((shown + by) / step) * step)) * 100) / 100;
    setWanted(next);
    send(next);
  };
  return (
    <div className="tile-buttons">
      <TileButton icon="minus" label={texts.house.colder(entity.name)} disabled={shown <= low} onClick={() => turn(-step)} />
      <span className="tile-target" role="status">{texts.house.target(`${shown.toLocaleString(LOCALE[language], { maximumFractionDigits: 1 })} °C`)}</span>
      <TileButton icon="plus" label={texts.house.warmer(entity.name)} disabled={shown >= high} onClick={() => turn(step)} />
    </div>
  );
}
