import { join } from "node:path";
import { openSqliteStore } from "../../storage/sqlite-store.ts";
import { describeStore } from "./conformance.ts";

describeStore("SQLite store", { keeps: true, open: (folder) => openSqliteStore(join(folder, "galley.db")) });
