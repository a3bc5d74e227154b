import type { Socket } from "node:net";

/** Reads a socket by so many bytes, for the handshakes that come before what it carries. */
export interface SocketReader {
  /** @throws Error when the socket ends before. */
  take(bytes: number): Promise<Buffer>;
  /** Up to and with the first occurrence of a mark, at most `limit` bytes. */
  takeThrough(mark: string, limit: number): Promise<Buffer>;
  /** Gives back what was read too much, and leaves the socket to others. */
  end(): void;
}

export function createSocketReader(socket: Socket): SocketReader {
  const state = { buffer: Buffer.alloc(0), ended: null as Error | null, wake: () => {} };
  const onData = (chunk: Buffer): void => {
    state.buffer = Buffer.concat([state.buffer, chunk]);
    state.wake();
  };
  const onEnd = (error?: Error): void => {
    state.ended ??= error instanceof Error ? error : new Error("the proxy hung up");
    state.wake();
  };
  socket.on("data", onData).on("error", onEnd).on("end", onEnd).on("close", onEnd);

  async function until(ready: () => boolean): Promise<void> {
    while (!ready()) {
      if (state.ended !== null) throw state.ended;
      await new Promise<void>((resolve) => {
        state.wake = resolve;
      });
    }
  }

  function cut(bytes: number): Buffer {
    const taken = state.buffer.subarray(0, bytes);
    state.buffer = state.buffer.subarray(bytes);
    return taken;
  }

  return {
    async take(bytes) {
      await until(() => state.buffer.length >= bytes);
      return cut(bytes);
    },
    async takeThrough(mark, limit) {
      await until(() => state.buffer.includes(mark) || state.buffer.length > limit);
      const at = state.buffer.indexOf(mark);
      if (at === -1) throw new Error("the proxy's answer is too long");
      return cut(at + mark.length);
    },
    end() {
      socket.off("data", onData).off("error", onEnd).off("end", onEnd).off("close", onEnd);
      socket.pause();
      if (state.buffer.length > 0) socket.unshift(state.buffer);
    },
  };
}
