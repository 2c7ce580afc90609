/** The modules of a QR code in SVG as this server draws them, and the side of the picture; `null` for anything else: what is drawn is never markup from elsewhere. */
export function readQRCode(svg: string): { side: number; dark: string } | null {
  const box = /^<svg [^>]*viewBox="0 0 (\d{1,3}) (\d{1,3})"/.exec(svg);
  const dark = /<path fill="#000" d="([Mhvz\d -]{1,200000})"\/>/.exec(svg)?.[1];
  return box?.[1] && box[1] === box[2] && dark ? { side: Number(box[1]), dark } : null;
}

/** Black on white whatever the page looks like: cameras want it so. */
export function QRCode({ svg, label }: { svg: string; label: string }) {
  const code = readQRCode(svg);
  if (!code) return null;
  return (
    <svg className="qrcode" viewBox={`0 0 ${code.side} ${code.side}`} shapeRendering="crispEdges" role="img" aria-label={label}>
      <rect width={code.side} height={code.side} fill="#fff" />
      <path d={code.dark} fill="#000" />
    </svg>
  );
}
