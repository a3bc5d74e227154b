/** A host's requests that end within this time are noted as one, with the time of the note: later, never sooner. */
const COLLECT_MS = 100;

export interface EndNotes {
  note(host: string): void;
  /** Writes at once what is to be noted, of one host or of all. */
  flush(host?: string): void;
}

/**
 * Notes when the last request to a host was over, a few times a second at most: a host without a delay is asked often,
 * and only a delay that becomes known later counts from there.
 * @param write Its failure is Redis's, which the next step of any page meets too.
 */
export function noteEnds(write: (host: string) => Promise<unknown>): EndNotes {
  const timers = new Map<string, NodeJS.Timeout>();
  function send(host: string): void {
    clearTimeout(timers.get(host));
    timers.delete(host);
    write(host).catch(() => {});
  }
  return {
    note(host) {
      if (timers.has(host)) return;
      timers.set(
        host,
        setTimeout(() => send(host), COLLECT_MS),
      );
    },
    flush(host) {
      if (host === undefined) for (const noted of timers.keys()) send(noted);
      else if (timers.has(host)) send(host);
    },
  };
}
