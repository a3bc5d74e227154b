import { stringify } from "yaml";
import { sourceSchema, type SourceDefinition } from "./source-schema.ts";

/** What a source says of itself: the settings that differ from their defaults, in the schema's order. */
function settingsOf(source: SourceDefinition): Readonly<Record<string, unknown>> {
  const plain: Readonly<Record<string, unknown>> = sourceSchema.parse({
    name: source.name,
    seeds: source.seeds,
  });
  const isOwn = ([key, value]: readonly [string, unknown]): boolean =>
    key === "name" || key === "seeds" || JSON.stringify(value) !== JSON.stringify(plain[key]);
  return Object.fromEntries(Object.entries(source).filter((entry) => isOwn(entry)));
}

/** Sources as a `sources.yaml` has them; readSources reads the same sources back. */
export function writeSources(sources: readonly SourceDefinition[]): string {
  return stringify({ sources: sources.map(settingsOf) }, { lineWidth: 0 });
}
