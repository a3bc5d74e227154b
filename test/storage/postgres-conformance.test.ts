import { basename } from "node:path";
import { after } from "node:test";
import { openPostgresStore } from "../../storage/postgres-store.ts";
import { describeStore } from "./conformance.ts";
import { startPostgres } from "./postgres-server.ts";

const server = await startPostgres();
after(() => server.close());

describeStore("PostgreSQL store", {
  keeps: true,
  open: (folder) => openPostgresStore(server.url(basename(folder))),
});
