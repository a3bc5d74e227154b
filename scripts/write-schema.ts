/** `npm run schema`: writes the published JSON Schema of `sources.yaml` from the schema that reads it. */
import { writeFileSync } from "node:fs";
import { SCHEMA_PATH, sourcesJsonSchema } from "../queue/sources/source-schema.ts";

writeFileSync(new URL(`../${SCHEMA_PATH}`, import.meta.url), sourcesJsonSchema());
console.log(SCHEMA_PATH);
