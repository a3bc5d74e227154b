import { crc32, deflateSync, inflateSync } from "node:zlib";

// PNG (third edition), https://www.w3.org/TR/png-3/: as much of it as a browser's screenshots use.

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MOST_COLOURS = 256;
const CHANNELS_OF: Readonly<Record<number, number>> = { 2: 3, 6: 4 };
const PALETTE_TYPE = 3;

function chunksOf(png: Buffer): ReadonlyMap<string, Buffer> {
  const chunks = new Map<string, Buffer>();
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    const type = png.toString("latin1", at + 4, at + 8);
    const data = png.subarray(at + 8, at + 8 + length);
    chunks.set(type, Buffer.concat([chunks.get(type) ?? Buffer.alloc(0), data]));
    at += length + 12;
  }
  return chunks;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** Undoes the filters of the rows (§9), in place; each row keeps its filter byte. */
function unfilter(rows: Buffer, rowBytes: number, channels: number): void {
  for (let start = 0; start < rows.length; start += rowBytes) {
    const filter = rows[start] ?? 0;
    for (let at = start + 1; at < start + rowBytes; at += 1) {
      const isFirst = at - start <= channels;
      const left = isFirst ? 0 : (rows[at - channels] ?? 0);
      const up = rows[at - rowBytes] ?? 0;
      const corner = isFirst ? 0 : (rows[at - rowBytes - channels] ?? 0);
      const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      rows[at] = (rows[at] ?? 0) + predicted;
    }
  }
}

const distance = (a: number, b: number): number =>
  [16, 8, 0].reduce((sum, shift) => sum + (((a >> shift) & 255) - ((b >> shift) & 255)) ** 2, 0);

/** The most frequent colours, and which of them stands for each colour. */
function choosePalette(counts: ReadonlyMap<number, number>): {
  readonly palette: readonly number[];
  readonly placeOf: ReadonlyMap<number, number>;
} {
  const byCount = [...counts].toSorted(([, a], [, b]) => b - a).map(([colour]) => colour);
  const palette = byCount.slice(0, MOST_COLOURS);
  const nearest = (colour: number): number => {
    let best = 0;
    for (const [place, candidate] of palette.entries())
      if (distance(candidate, colour) < distance(palette[best] ?? 0, colour)) best = place;
    return best;
  };
  return { palette, placeOf: new Map(byCount.map((colour) => [colour, nearest(colour)])) };
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** The same picture in 256 colours: a page of text looks the same in them and takes a third of the bytes. */
export function shrinkPng(png: Buffer): Buffer {
  const chunks = chunksOf(png);
  const header = Buffer.from(chunks.get("IHDR") ?? []);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const channels = CHANNELS_OF[header[9] ?? 0];
  if (channels === undefined || header[8] !== 8 || header[12] !== 0)
    throw new Error("Only 8-bit RGB and RGBA pictures without interlacing can be shrunk.");
  const rows = inflateSync(chunks.get("IDAT") ?? Buffer.alloc(0));
  const rowBytes = 1 + width * channels;
  unfilter(rows, rowBytes, channels);
  const colourAt = (x: number, y: number): number => rows.readUIntBE(y * rowBytes + 1 + x * channels, 3);
  const counts = new Map<number, number>();
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) counts.set(colourAt(x, y), (counts.get(colourAt(x, y)) ?? 0) + 1);
  const { palette, placeOf } = choosePalette(counts);
  const places = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) places[y * (width + 1) + 1 + x] = placeOf.get(colourAt(x, y)) ?? 0;
  header[9] = PALETTE_TYPE;
  const colours = Buffer.alloc(palette.length * 3);
  for (const [place, colour] of palette.entries()) colours.writeUIntBE(colour, place * 3, 3);
  const data = deflateSync(places, { level: 9 });
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("PLTE", colours),
    chunk("IDAT", data),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
