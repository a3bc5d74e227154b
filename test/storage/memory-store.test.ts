import { openMemoryStore } from "../../storage/memory-store.ts";
import { describeStore } from "./conformance.ts";

describeStore("memory store", { keeps: false, open: async () => openMemoryStore() });
