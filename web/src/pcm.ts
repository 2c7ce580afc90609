/** Signed 16-bit little-endian samples to floats from -1 to 1. An odd last byte is left out. */
export function floats(bytes: ArrayBuffer): Float32Array {
  const view = new DataView(bytes);
  const samples = new Float32Array(bytes.byteLength >> 1);
  for (let at = 0; at < samples.length; at++) samples[at] = view.getInt16(2 * at, true) / 0x8000;
  return samples;
}

/** The same from base64; `null` when it is not base64. */
export function decodePcm(base64: string): Float32Array | null {
  try {
    return floats(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)).buffer);
  } catch {
    return null;
  }
}
