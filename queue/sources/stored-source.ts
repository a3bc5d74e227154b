import type { Redis } from "ioredis";
import { PermanentError } from "../../errors.ts";
import type { Schedule } from "./cron.ts";
import { sourceSchema, type SourceDefinition } from "./source-schema.ts";
import { sourceKey } from "./source-scripts.ts";

/** What Redis holds of a source. */
export interface StoredSource {
  readonly definition: SourceDefinition;
  readonly paused: boolean;
  /** Ticks count after this, milliseconds since the epoch: when it was added, timed anew or resumed. */
  readonly base: number;
}

/**
 * The source of that name, or null.
 * @throws PermanentError invalid-sources when another version of Galley wrote a definition that this one cannot read.
 */
export async function readSource(redis: Redis, name: string): Promise<StoredSource | null> {
  const [definition, paused, base] = await redis.hmget(sourceKey(name), "definition", "paused", "base");
  if (typeof definition !== "string") return null;
  const parsed = sourceSchema.safeParse(JSON.parse(definition));
  if (!parsed.success) {
    const message = `The source ${JSON.stringify(name)} in Redis was written by another version of Galley; apply sources.yaml again (galley schedule apply).`;
    throw new PermanentError("invalid-sources", message, { cause: parsed.error });
  }
  return {
    definition: parsed.data,
    paused: paused === "1",
    base: Number(base ?? 0),
  };
}

/** When the source's ticks come; null when there are none. */
export function scheduleOf({ definition, paused }: StoredSource): Schedule | null {
  const { cron, timezone } = definition;
  return cron === null || paused ? null : { cron, timezone };
}
