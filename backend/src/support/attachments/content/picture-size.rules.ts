/** A picture this large fills a reader's memory (security.md F02); the largest phone cameras have 200 million. */
export const MAX_PIXELS = 250_000_000;

/** Width times height as the header of a PNG, WebP or JPEG states them; undefined while the bytes at hand do not say. */
export function pixelsOf(code: string, head: Uint8Array): number | undefined {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  if (code === 'png') return head.length < 24 ? undefined : view.getUint32(16) * view.getUint32(20);
  if (code === 'webp') return webpPixels(view);
  return code === 'jpeg' ? jpegPixels(view) : undefined;
}

function webpPixels(view: DataView): number | undefined {
  if (view.byteLength < 30) return undefined;
  const form = String.fromCharCode(...[12, 13, 14, 15].map((at) => view.getUint8(at)));
  if (form === 'VP8X') return (1 + uint24(view, 24)) * (1 + uint24(view, 27));
  if (form === 'VP8 ') return (view.getUint16(26, true) & 0x3fff) * (view.getUint16(28, true) & 0x3fff);
  const bits = view.getUint32(21, true);
  return (1 + (bits & 0x3fff)) * (1 + ((bits >> 14) & 0x3fff));
}

/** The frame header follows any number of other segments, a camera's thumbnail among them. */
function jpegPixels(view: DataView): number | undefined {
  let at = 2;
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return view.getUint16(at + 5) * view.getUint16(at + 7);
    // Markers without a length: fill bytes, restarts.
    at +=
      marker === 0xff
        ? 1
        : marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)
          ? 2
          : 2 + view.getUint16(at + 2);
  }
  return undefined;
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}
