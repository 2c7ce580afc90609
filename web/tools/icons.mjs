// Draws the app's icons: the round core, cyan and magenta on blue-black. Usage: node icons.mjs OUT_FOLDER
import * as zlib from "node:zlib";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const out = process.argv[2];
if (!out) throw new Error("usage: node icons.mjs OUT_FOLDER");

const ink = [5, 7, 15];
const cyan = [54, 231, 255];
const magenta = [255, 77, 184];

/** Colour of the point (x, y) of the unit disc, before the background is cut to a rounded square. */
function shade(x, y) {
  const r = Math.hypot(x, y);
  const angle = (Math.atan2(y, x) / Math.PI + 2) % 2; // 0 … 2, clockwise from the right
  let colour = ink.map((c, i) => c + [7, 18, 34][i] * Math.max(0, 1 - r));
  const add = (tint, amount) => { colour = colour.map((c, i) => Math.min(255, c + tint[i] * amount)); };
  const band = (centre, half) => Math.max(0, Math.min(1, (half - Math.abs(r - centre)) * 60 + 0.5));
  const glow = (centre, width) => Math.exp(-(((r - centre) / width) ** 2));
  const inArc = (from, to) => (from < to ? angle >= from && angle <= to : angle >= from || angle <= to);
  add(cyan, 0.34 * glow(0, 0.34));
  add(cyan, 0.16 * glow(0.58, 0.12));
  add(cyan, band(0.58, 0.028) * (inArc(1.08, 0.42) ? 1 : 0.18));
  add(magenta, band(0.74, 0.02) * (inArc(0.3, 1.02) ? 1 : 0.12));
  add(magenta, 0.12 * glow(0.74, 0.08) * (inArc(0.3, 1.02) ? 1 : 0));
  add(cyan, band(0.36, 0.012) * 0.7);
  add([255, 255, 255], Math.max(0, Math.min(1, (0.17 - r) * 40)) * 0.95);
  return colour;
}

/** A PNG of `size` pixels; `scale` is the emblem's share of it, `round` whether the corners are cut. */
function png(size, scale, round) {
  const samples = 2;
  const stride = size * 4 + 1;
  const rows = Buffer.alloc(size * stride);
  const corner = 0.44;
  for (let py = 0; py < size; py++) {
    for (let px = 0; px < size; px++) {
      const sum = [0, 0, 0];
      let cover = 0;
      for (let s = 0; s < samples * samples; s++) {
        const x = ((px + ((s % samples) + 0.5) / samples) / size) * 2 - 1;
        const y = ((py + (Math.floor(s / samples) + 0.5) / samples) / size) * 2 - 1;
        const dx = Math.max(0, Math.abs(x) - (1 - corner)), dy = Math.max(0, Math.abs(y) - (1 - corner));
        if (!round || Math.hypot(dx, dy) <= corner) cover++;
        shade(x / scale, y / scale).forEach((c, i) => { sum[i] += c; });
      }
      const at = py * stride + 1 + px * 4;
      const total = samples * samples;
      // Fewer shades pack better, and nobody sees it.
      sum.forEach((c, i) => { rows[at + i] = Math.min(255, Math.round(c / total / 4) * 4); });
      rows[at + 3] = Math.round((cover / total) * 255);
    }
  }
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const length = Buffer.alloc(4), sum = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body) >>> 0);
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header), chunk("IDAT", zlib.deflateSync(rows, { level: 9 })), chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** CRC-32 of ISO 3309, as PNG wants it; newer Node has it in zlib. */
function crc32(bytes) {
  if (typeof zlib.crc32 === "function") return zlib.crc32(bytes);
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc;
}

const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-100 -100 200 200">
<rect x="-100" y="-100" width="200" height="200" rx="44" fill="#05070f"/>
<g fill="none" stroke-linecap="round">
<circle r="54" stroke="#36e7ff" stroke-opacity=".2" stroke-width="6"/>
<path d="M-52.3 -13.5A54 54 0 1 1 13.5 52.3" stroke="#36e7ff" stroke-width="7"/>
<path d="M40.6 55.9A69 69 0 0 1 -68.6 -7.2" stroke="#ff4db8" stroke-width="5"/>
<circle r="33" stroke="#36e7ff" stroke-opacity=".6" stroke-width="2.5"/>
</g>
<circle r="16" fill="#f2feff"/>
</svg>
`;

writeFileSync(join(out, "icon.svg"), svg);
writeFileSync(join(out, "icon-192.png"), png(192, 0.92, true));
writeFileSync(join(out, "icon-512.png"), png(512, 0.92, true));
writeFileSync(join(out, "icon-maskable-512.png"), png(512, 0.72, false));
