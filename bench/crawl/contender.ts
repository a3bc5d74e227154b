import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpuOf, watchTree } from "../measure-cpu.ts";

/** A crawler under measurement: a program that crawls the site and ends. */
export interface Contender {
  readonly name: string;
  /** Arguments of Node. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** A server that works for it, whose CPU time counts too. */
  readonly serverPid: number | null;
  /** Articles that it has stored, counted when it has ended. */
  readonly countStored: () => Promise<number>;
}

export interface Measured {
  readonly name: string;
  readonly pages: number;
  readonly seconds: number;
  readonly pagesPerSecond: number;
  readonly cpuMsPerPage: number;
  /** The server's part of it. */
  readonly serverMsPerPage: number;
}

/**
 * Runs a contender from its start to its end, start-up included.
 * @param pages What it must have stored, or the measurement means nothing.
 */
export async function runContender(contender: Contender, pages: number): Promise<Measured> {
  const { name, serverPid } = contender;
  const serverBefore = serverPid === null ? 0 : cpuOf(serverPid);
  const started = performance.now();
  const child = spawn(process.execPath, contender.args, {
    cwd: contender.cwd,
    env: { PATH: process.env["PATH"] ?? "", ...contender.env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = once(child, "exit");
  const watch = watchTree(child.pid ?? 0);
  const [code, signal] = (await ended) as [number | null, string | null];
  const seconds = (performance.now() - started) / 1000;
  const treeMs = watch.stop();
  if (code !== 0) throw new Error(`${name} ended with ${code ?? signal}`);
  const serverMs = serverPid === null ? 0 : cpuOf(serverPid) - serverBefore;
  const stored = await contender.countStored();
  if (stored < pages) throw new Error(`${name} stored ${stored} of ${pages} pages`);
  return {
    name,
    pages,
    seconds,
    pagesPerSecond: pages / seconds,
    cpuMsPerPage: (treeMs + serverMs) / pages,
    serverMsPerPage: serverMs / pages,
  };
}

/** Runs of one contender, at least one, as if they were one run. */
export function sumOf(runs: readonly Measured[]): Measured {
  const total = (of: (run: Measured) => number): number => runs.reduce((sum, run) => sum + of(run), 0);
  const pages = total((run) => run.pages);
  const seconds = total((run) => run.seconds);
  return {
    name: runs[0]?.name ?? "",
    pages,
    seconds,
    pagesPerSecond: pages / seconds,
    cpuMsPerPage: total((run) => run.cpuMsPerPage * run.pages) / pages,
    serverMsPerPage: total((run) => run.serverMsPerPage * run.pages) / pages,
  };
}

export function lineOf({ name, pages, seconds, ...measured }: Measured): string {
  const rate = measured.pagesPerSecond.toFixed(1).padStart(7);
  const cpu = measured.cpuMsPerPage.toFixed(1).padStart(7);
  const server = measured.serverMsPerPage > 0 ? ` (Redis ${measured.serverMsPerPage.toFixed(1)})` : "";
  return `${name.padEnd(44)} ${String(pages).padStart(6)} pages in ${seconds.toFixed(1).padStart(6)} s  ${rate} pages/s  ${cpu} ms CPU a page${server}`;
}
