/** Columns a string takes on a terminal: wide East Asian characters take two, marks none. */
function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (/\p{M}|\p{Cf}/u.test(character)) continue;
    columns +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return columns;
}

function cut(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  let kept = "";
  let used = 0;
  for (const character of text) {
    const width = columnsOf(character);
    if (used + width > columns - 1) break;
    kept += character;
    used += width;
  }
  return `${kept}…`;
}

/** A plain-text table, cut to `width` terminal columns: the widest columns give way first. `right`: columns set flush right. */
export function renderTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  options: { readonly width: number; readonly right?: readonly number[] },
): string {
  const clean = [head, ...rows].map((row) => row.map((cell) => cell.replace(/\s+/gu, " ").trim()));
  const widths = head.map((_, column) => Math.max(...clean.map((row) => columnsOf(row[column] ?? ""))));
  const GAP = 2;
  const MINIMUM = 8;
  const total = (): number => widths.reduce((sum, width) => sum + width, 0) + GAP * (widths.length - 1);
  while (total() > options.width && Math.max(...widths) > MINIMUM) {
    const widest = widths.indexOf(Math.max(...widths));
    widths[widest] = (widths[widest] ?? MINIMUM) - 1;
  }
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        const text = cut(cell, width);
        const padding = " ".repeat(Math.max(0, width - columnsOf(text)));
        return options.right?.includes(column) ? padding + text : text + padding;
      })
      .join(" ".repeat(GAP))
      .trimEnd();
  const [header = [], ...body] = clean;
  const rule = widths.map((width) => "─".repeat(width)).join(" ".repeat(GAP));
  return `${[line(header), rule, ...body.map(line)].join("\n")}\n`;
}
