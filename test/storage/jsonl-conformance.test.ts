import { join } from "node:path";
import { openJsonlStore } from "../../storage/jsonl-store.ts";
import { describeStore } from "./conformance.ts";

describeStore("JSONL store", {
  keeps: true,
  open: (folder) => openJsonlStore(join(folder, "articles.jsonl")),
});
