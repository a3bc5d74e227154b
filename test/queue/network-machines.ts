import { execFileSync, spawn, type ChildProcess } from "node:child_process";

/** A machine of its own as far as the network goes: a Linux network namespace. */
export interface NetworkMachine {
  readonly address: string;
  /** Starts Node there, with a channel for messages. */
  fork(args: readonly string[]): ChildProcess;
  /** Starts a program there. */
  spawn(program: string, args: readonly string[]): ChildProcess;
  /** Pulls the plug: nothing goes in or out any more. */
  unplug(): void;
}

/** Machines around a hub that all of them reach; nothing else is reached from any of them. */
export interface NetworkMachines {
  readonly hub: NetworkMachine;
  readonly machines: readonly NetworkMachine[];
  /** Addresses of the hub beside its own. */
  readonly hubAddresses: readonly string[];
  remove(): void;
}

/** Every address stands in this network; namespaces make it nobody else's concern. */
export const NETWORK = "10.213.0.0/16";
const HUB_ADDRESSES = ["10.213.200.1", "10.213.200.2", "10.213.200.3"];

function ip(...args: readonly string[]): void {
  execFileSync("ip", args, { stdio: ["ignore", "ignore", "pipe"] });
}

/** Makes the namespaces and the cables between them. @throws where that is not allowed, or `ip` is missing. */
export function makeMachines(count: number): NetworkMachines {
  const prefix = `gly${process.pid}`;
  const nameOf = (index: number | "hub"): string => `${prefix}-${index}`;
  const made: string[] = [];
  const remove = (): void => {
    // A namespace takes its ends of the cables with it, and a cable its other end.
    for (const name of made.splice(0)) ip("netns", "del", name);
  };
  const machine = (name: string, address: string, plug: string): NetworkMachine => ({
    address,
    fork: (args) =>
      spawn("ip", ["netns", "exec", name, process.execPath, ...args], {
        stdio: ["ignore", "inherit", "inherit", "ipc"],
      }),
    spawn: (program, args) => spawn("ip", ["netns", "exec", name, program, ...args], { stdio: "ignore" }),
    unplug: () => ip("-n", name, "link", "set", plug, "down"),
  });
  try {
    const hub = nameOf("hub");
    ip("netns", "add", hub);
    made.push(hub);
    ip("-n", hub, "link", "set", "lo", "up");
    for (const address of HUB_ADDRESSES) ip("-n", hub, "address", "add", `${address}/32`, "dev", "lo");
    const machines = Array.from({ length: count }, (_, index) => {
      const name = nameOf(index);
      const subnet = `10.213.${index + 1}`;
      ip("netns", "add", name);
      made.push(name);
      ip(
        "link",
        "add",
        `${prefix}h${index}`,
        "netns",
        hub,
        "type",
        "veth",
        "peer",
        "name",
        "plug",
        "netns",
        name,
      );
      ip("-n", hub, "address", "add", `${subnet}.1/24`, "dev", `${prefix}h${index}`);
      ip("-n", hub, "link", "set", `${prefix}h${index}`, "up");
      ip("-n", name, "address", "add", `${subnet}.2/24`, "dev", "plug");
      ip("-n", name, "link", "set", "plug", "up");
      ip("-n", name, "link", "set", "lo", "up");
      ip("-n", name, "route", "add", "default", "via", `${subnet}.1`);
      return machine(name, `${subnet}.2`, "plug");
    });
    return { hub: machine(hub, "10.213.1.1", "lo"), machines, hubAddresses: HUB_ADDRESSES, remove };
  } catch (error) {
    remove();
    throw error;
  }
}
