import {
  fileWriter,
  ParquetWriter,
  schemaFromColumnData,
  type BasicType,
  type ColumnSource,
} from "hyparquet-writer";
import type { FeedItem } from "./feed-item.ts";
import type { FeedWriter } from "./feed-writer.ts";
import { COLUMNS, type Cell, type CellKind } from "./flat-row.ts";

const TYPES: Readonly<Record<CellKind, BasicType>> = {
  text: "STRING",
  integer: "INT64",
  number: "DOUBLE",
  boolean: "BOOLEAN",
  time: "TIMESTAMP",
  json: "STRING",
};

/** Rows held in memory: articles of 50 KB in three forms make some 150 MB a thousand. */
const GROUP_ROWS = 500;

/** A Parquet file (by hyparquet-writer), Snappy-packed, every column nullable, a row group every 500 rows. */
export function openParquetFile(path: string): FeedWriter {
  const writer = new ParquetWriter({
    writer: fileWriter(path),
    schema: schemaFromColumnData({ columnData: columnsOf([]) }),
    createdBy: "galley",
  });
  let rows: FeedItem[] = [];
  async function flush(): Promise<void> {
    if (rows.length === 0) return;
    // The schema holds the types; columns that name them again are refused.
    const columnData = columnsOf(rows).map(({ name, data }) => ({ name, data }));
    rows = [];
    await writer.write({ columnData, rowGroupSize: GROUP_ROWS });
  }
  return {
    async write(items) {
      for (const item of items) {
        rows.push(item);
        if (rows.length >= GROUP_ROWS) await flush();
      }
    },
    async end() {
      await flush();
      await writer.finish();
    },
  };
}

function columnsOf(items: readonly FeedItem[]): ColumnSource[] {
  return COLUMNS.map(({ name, kind, cell }) => ({
    name,
    type: TYPES[kind],
    nullable: true,
    data: items.map((item) => typed(cell(item), kind)),
  }));
}

function typed(value: Cell, kind: CellKind): string | number | boolean | bigint | Date | null {
  if (typeof value !== "number") return value;
  if (kind === "integer") return BigInt(value);
  return kind === "time" ? new Date(value) : value;
}
