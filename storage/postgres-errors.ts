import { GalleyError, TransientError, UsageError, messageOf } from "../errors.ts";
import { codeOf } from "./data-folder.ts";

/** Failures of the way to the server, as Node names them. */
const UNREACHABLE: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ENOENT",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EADDRNOTAVAIL",
]);

/** What pg says, without a code, of a connection that broke or was not made in time. */
const BROKEN =
  /connection terminated|timeout exceeded when trying to connect|not queryable|client was closed/iu;

/**
 * Classes of SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html) that pass: 08 connection,
 * 40 a transaction given up for another's sake, 53 resources (too many connections, a full disk), 55P03 a lock, 57 an
 * operator or a restart, 58 the system.
 */
const PASSING = /^(?:08|40|55P03|57P|58)/u;
/** What the caller has to mend: 28 a login refused, 3D a database that is not there, 42501 rights. */
const TO_MEND = /^(?:28|3D|42501$)/u;
/** A standby, or a server, database or role that an operator made read-only. */
const READ_ONLY = "25006";

/** Whether a failure comes from the server or the way to it, not from the code around. */
function isPostgresError(error: unknown): error is Error {
  return (
    error instanceof Error &&
    ("severity" in error || UNREACHABLE.has(codeOf(error)) || BROKEN.test(error.message))
  );
}

/**
 * A failure of PostgreSQL in Galley's words. What passes is a TransientError (store-unreachable): what was acknowledged is
 * safe, what was not is worth putting again. Other errors come back as they are.
 */
export function postgresError(place: string, error: unknown): unknown {
  if (error instanceof GalleyError || !isPostgresError(error)) return error;
  const code = codeOf(error);
  const reason = messageOf(error) || code;
  if (TO_MEND.test(code))
    return new UsageError(
      "data-folder",
      `Cannot use the store ${place}: ${reason}. Look at the user, the password, the database's name and its rights.`,
      { cause: error },
    );
  if (code === READ_ONLY)
    return new UsageError(
      "data-folder",
      `The store ${place} is read-only: ${reason}. What was stored before is safe; make it writable, or name the primary server.`,
      { cause: error },
    );
  if (code.startsWith("53"))
    return new TransientError(
      "store-unreachable",
      `The server of the store ${place} has no room: ${reason}. What was stored before is safe; make room there, and run again.`,
      { cause: error },
    );
  if (UNREACHABLE.has(code) || PASSING.test(code) || BROKEN.test(error.message))
    return new TransientError(
      "store-unreachable",
      `The store ${place} does not answer: ${reason}. What was stored before is safe; start the server, or look at it, and run again.`,
      { cause: error },
    );
  return error;
}
