/** Base64 of 16-bit little-endian samples to floats from -1 to 1; `null` when it is not base64. An odd last byte is left out. */
export function decodePcm(base64: string): Float32Array | null {
  let bytes: string;
  try {
    bytes = atob(base64);
  } catch {
    return null;
  }
  const samples = new Float32Array(bytes.length >> 1);
  for (let at = 0; at < samples.length; at++) {
    const value = bytes.charCodeAt(2 * at) | (bytes.charCodeAt(2 * at + 1) << 8);
    samples[at] = (value >= 0x8000 ? value - 0x10000 : value) / 0x8000;
  }
  return samples;
}
