const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** What HTML may not hold as text: control characters, lone surrogates, and marks that turn the text around them. */
const UNFIT = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu;

/** Text for the content of an element or for an attribute in quotation marks. */
export function escapeHtml(text: string): string {
  return text.replace(UNFIT, "\ufffd").replace(/[&<>"']/gu, (mark) => ENTITIES[mark] ?? mark);
}
