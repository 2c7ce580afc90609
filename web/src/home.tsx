import { useMemo, useState } from "react";
import { useSurroundings } from "./context";
import { isAway, rooms } from "./house";
import { Icon } from "./icons";
import { FailureNote } from "./notes";
import { Tile } from "./tile";
import type { HouseView } from "./usehouse";

/** The rooms with their devices. */
export function HomePage({ house }: { house: HouseView }) {
  const { texts } = useSurroundings();
  const words = texts.house;
  const [search, setSearch] = useState("");
  const found = useMemo(() => rooms(house.entities, house.areas, search, words.elsewhere), [house.entities, house.areas, search, words.elsewhere]);
  const lit = house.entities.filter((entity) => entity.domain === "light" && entity.state === "on").length;
  const isMissing = house.failure?.status === 503 && !house.ready;

  return (
    <div className="page">
      <div className="page-head">
        <h1>{words.title}</h1>
        {house.ready && house.entities.some((entity) => entity.domain === "light" && !isAway(entity)) && <p role="status">{words.lit(lit)}</p>}
        {house.entities.length > 0 && (
          <input type="search" className="page-search" value={search} placeholder={words.search} aria-label={words.search} onChange={(event) => setSearch(event.target.value)} />
        )}
      </div>
      {isMissing && <Hint title={words.noHouse} advice={words.noHouseAdvice} />}
      {house.failure && !isMissing && <FailureNote failure={house.failure} onRetry={house.refresh} />}
      {!house.ready && !house.failure && <p role="status">{texts.loading}</p>}
      {house.ready && !house.connected && <div className="away" role="status"><Icon name="warning" size={18} /><span>{words.lost}</span></div>}
      {house.ready && house.entities.length === 0 && <Hint title={words.none} advice={words.noneAdvice} />}
      {house.entities.length > 0 && found.length === 0 && <p role="status">{words.nothingFound}</p>}
      {found.map((room) => (
        <section key={room.id} className="room" aria-labelledby={`room-${room.id}`}>
          <h2 id={`room-${room.id}`}>{room.name} {room.floor && <span className="room-floor">{room.floor}</span>}</h2>
          <ul className="tiles">
            {room.entities.map((entity) => (
              <Tile key={entity.id} entity={entity} onCall={(service, data, confirm) => house.call(entity, service, data, confirm)} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

export function Hint({ title, advice }: { title: string; advice: string }) {
  return <div className="page-hint"><strong>{title}</strong><p>{advice}</p></div>;
}
