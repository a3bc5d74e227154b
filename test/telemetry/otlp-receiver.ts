import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { gunzipSync } from "node:zlib";

/** A span as it came over the wire. */
export interface ReceivedSpan {
  readonly traceId: string;
  readonly spanId: string;
  /** Empty for the first span of a trace. */
  readonly parentSpanId: string;
  readonly name: string;
  readonly facts: Readonly<Record<string, string | number | boolean>>;
  readonly service: string;
  readonly isError: boolean;
}

export interface OtlpReceiver {
  /** For OTEL_EXPORTER_OTLP_ENDPOINT. */
  readonly endpoint: string;
  readonly spans: readonly ReceivedSpan[];
  close(): Promise<void>;
}

interface Field {
  readonly number: number;
  readonly value: number | Uint8Array;
}

const GROUP_OF_EIGHT = 7;

/** The fields of a protobuf message (https://protobuf.dev/programming-guides/encoding/). */
function fieldsOf(bytes: Uint8Array): readonly Field[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fields: Field[] = [];
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += GROUP_OF_EIGHT) {
      const byte = view.getUint8(at++);
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < bytes.byteLength) {
    const tag = varint();
    const number = tag >>> 3;
    const kind = tag & 7;
    if (kind === 0) fields.push({ number, value: varint() });
    else {
      const length = kind === 2 ? varint() : kind === 1 ? 8 : 4;
      fields.push({ number, value: bytes.subarray(at, at + length) });
      at += length;
    }
  }
  return fields;
}

const messages = (bytes: Uint8Array, number: number): readonly Uint8Array[] =>
  fieldsOf(bytes).flatMap((field) =>
    field.number === number && typeof field.value !== "number" ? [field.value] : [],
  );
const bytesOf = (bytes: Uint8Array, number: number): Uint8Array =>
  messages(bytes, number)[0] ?? new Uint8Array();
const textOf = (bytes: Uint8Array, number: number): string =>
  new TextDecoder().decode(bytesOf(bytes, number));
const hexOf = (bytes: Uint8Array, number: number): string =>
  Buffer.from(bytesOf(bytes, number)).toString("hex");

/** KeyValue messages: strings, booleans and whole numbers are what the spans have. */
function factsOf(attributes: readonly Uint8Array[]): ReceivedSpan["facts"] {
  const entries = attributes.map((attribute): [string, string | number | boolean] => {
    const [value] = fieldsOf(bytesOf(attribute, 2));
    if (value === undefined) return [textOf(attribute, 1), ""];
    if (typeof value.value === "number")
      return [textOf(attribute, 1), value.number === 2 ? value.value === 1 : value.value];
    return [textOf(attribute, 1), new TextDecoder().decode(value.value)];
  });
  return Object.fromEntries(entries);
}

/** ExportTraceServiceRequest of opentelemetry/proto/collector/trace/v1, by its field numbers. */
function spansOf(body: Uint8Array): readonly ReceivedSpan[] {
  return messages(body, 1).flatMap((resourceSpans) => {
    const resource = factsOf(messages(bytesOf(resourceSpans, 1), 1));
    return messages(resourceSpans, 2).flatMap((scopeSpans) =>
      messages(scopeSpans, 2).map((span) => ({
        traceId: hexOf(span, 1),
        spanId: hexOf(span, 2),
        parentSpanId: hexOf(span, 4),
        name: textOf(span, 5),
        facts: factsOf(messages(span, 9)),
        service: String(resource["service.name"]),
        isError: fieldsOf(bytesOf(span, 15)).some(({ number, value }) => number === 3 && value === 2),
      })),
    );
  });
}

/** A collector of the test's own: OTLP over HTTP, in protobuf. */
export async function startOtlpReceiver(): Promise<OtlpReceiver> {
  const spans: ReceivedSpan[] = [];
  const server = createServer(async (request, response) => {
    const raw = await buffer(request);
    const body = request.headers["content-encoding"] === "gzip" ? gunzipSync(raw) : raw;
    const isTraces = request.method === "POST" && request.url === "/v1/traces";
    if (isTraces) spans.push(...spansOf(body));
    response.writeHead(isTraces ? 200 : 404, { "content-type": "application/x-protobuf" }).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
