import { RequestError } from "../problem.ts";

/** Formats that need a language model, a camera or a recorder: Galley has no meaning for them. */
const REFUSED_FORMATS: Readonly<Record<string, string>> = {
  json: "it needs a language model",
  extract: "it needs a language model",
  summary: "it needs a language model",
  question: "it needs a language model",
  highlights: "it needs a language model",
  query: "it needs a language model",
  screenshot: "Galley keeps text, not pictures",
  "screenshot@fullPage": "Galley keeps text, not pictures",
  changeTracking: "the revisions of a stored article (GET /api/v1/articles/ID/revisions) say what changed",
  attributes: "Galley answers no single attributes",
  branding: "Galley keeps articles alone",
  product: "Galley keeps articles alone",
  menu: "Galley keeps articles alone",
  audio: "Galley keeps text alone",
  video: "Galley keeps text alone",
};

export function refuse(what: string, why: string): never {
  throw new RequestError("unsupported", `Galley does not do ${what}: ${why}.`);
}

/** @throws RequestError (unsupported) for a format that Galley does not make */
export function refuseFormat(name: string): never {
  const why = Object.hasOwn(REFUSED_FORMATS, name) ? REFUSED_FORMATS[name] : undefined;
  refuse(`the format "${name}"`, why ?? "it is not known here");
}

/** Whether an option was left at what does nothing. */
function isIdle(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === "") return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === "object" && Object.keys(value).length === 0;
}

/**
 * Refuses options that Galley has no meaning for, unless they ask for nothing. Ignoring one would answer something else
 * than what was asked for.
 */
export function refuseOptions(
  options: Readonly<Record<string, unknown>>,
  reasons: Readonly<Record<string, string>>,
): void {
  for (const [name, why] of Object.entries(reasons)) {
    if (!isIdle(options[name])) refuse(`the option "${name}"`, why);
  }
}
