import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { Schedules } from "../../queue/sources/schedules.ts";

const WORKERS = 3;
const POLL_MS = 50;
/** A phase that brings no ticks in this time has none to bring. */
const MOST_WAIT_MS = 90_000;

export interface TickSoak {
  readonly schedules: Schedules;
  /** The source whose ticks are watched. */
  readonly name: string;
  /** Starts a process that takes up ticks, and answers when it does. */
  readonly startWorker: () => Promise<ChildProcess>;
  /** Applies the same definitions again. */
  readonly apply: () => Promise<unknown>;
  readonly killRedis: () => Promise<void>;
  /** Ticks to wait for between two blows. */
  readonly ticksBetween: number;
  readonly onBlow?: (blow: string, ticks: number) => void;
}

async function stop(worker: ChildProcess, signal: "SIGKILL" | "SIGTERM"): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const ended = once(worker, "exit");
  worker.kill(signal);
  await ended;
}

/**
 * Three workers take up the ticks of a source while they are killed and stopped, one and all, the definitions are
 * applied again and again, and Redis is killed. Ends with all workers stopped cleanly.
 */
export async function runTickSoak(soak: TickSoak): Promise<void> {
  const { schedules, name, ticksBetween } = soak;
  const workers: ChildProcess[] = [];
  const count = async (): Promise<number> => (await schedules.ticks(name)).length;

  async function moreTicks(): Promise<void> {
    const wanted = (await count()) + ticksBetween;
    const deadline = performance.now() + MOST_WAIT_MS;
    while ((await count()) < wanted) {
      if (performance.now() > deadline)
        throw new Error(`${name} has stopped: no tick came in ${MOST_WAIT_MS} ms`);
      await sleep(POLL_MS);
    }
  }
  const start = async (): Promise<void> => void workers.push(await soak.startWorker());
  const startAll = (): Promise<unknown> => Promise.all(Array.from({ length: WORKERS }, start));

  async function replaceOne(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    const worker = workers.shift();
    if (worker !== undefined) await stop(worker, signal);
    await start();
  }
  async function replaceAll(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    await Promise.all(workers.splice(0).map((worker) => stop(worker, signal)));
    // Ticks come due while nothing runs, and definitions are applied over the one that waits.
    await sleep(2200);
    await soak.apply();
    await startAll();
  }
  /** What a stalled job does: its processor runs again, long after the tick was taken up. */
  async function deliverAgain(): Promise<void> {
    for (const { tick } of await schedules.ticks(name)) await schedules.tick(name, tick);
  }
  const blows: readonly (readonly [blow: string, strike: () => Promise<unknown>])[] = [
    ["a worker killed", () => replaceOne("SIGKILL")],
    ["applied again, by three at once", () => Promise.all([soak.apply(), soak.apply(), soak.apply()])],
    ["a worker stopped", () => replaceOne("SIGTERM")],
    ["all workers killed, applied again, all started", () => replaceAll("SIGKILL")],
    ["Redis killed", soak.killRedis],
    ["every tick delivered again", deliverAgain],
    ["all workers stopped, applied again, all started", () => replaceAll("SIGTERM")],
  ];
  try {
    await Promise.all([soak.apply(), soak.apply(), startAll()]);
    await moreTicks();
    for (const [blow, strike] of blows) {
      await strike();
      soak.onBlow?.(blow, await count());
      await moreTicks();
    }
  } finally {
    await Promise.all(workers.map((worker) => stop(worker, "SIGTERM")));
  }
}
