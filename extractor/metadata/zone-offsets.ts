/** Names of zones that stand for one offset the world over. Others (IST, BST, CST, ET) have several meanings, and none is guessed. */
const OFFSETS: Readonly<Record<string, string>> = {
  z: "Z",
  utc: "Z",
  gmt: "Z",
  wet: "+00:00",
  cet: "+01:00",
  mez: "+01:00",
  wat: "+01:00",
  cest: "+02:00",
  mesz: "+02:00",
  eet: "+02:00",
  sast: "+02:00",
  eest: "+03:00",
  eat: "+03:00",
  msk: "+03:00",
  мск: "+03:00",
  trt: "+03:00",
  pkt: "+05:00",
  wib: "+07:00",
  wita: "+08:00",
  sgt: "+08:00",
  hkt: "+08:00",
  awst: "+08:00",
  jst: "+09:00",
  kst: "+09:00",
  wit: "+09:00",
  aest: "+10:00",
  aedt: "+11:00",
  nzst: "+12:00",
  nzdt: "+13:00",
  brt: "-03:00",
  edt: "-04:00",
  est: "-05:00",
  cdt: "-05:00",
  mdt: "-06:00",
  pdt: "-07:00",
  pst: "-08:00",
  akdt: "-08:00",
  akst: "-09:00",
};

/** A zone as dates write it, in one group: `+02:00`, `Z`, `CET`, `GMT+7`, `(МСК)`. */
export const ZONE = String.raw`\s*[([]?((?:GMT|UTC)\s?[+-]\d\d?(?::?\d\d)?(?!\d)|[+-]\d\d(?::?\d\d)?(?!\d)|Z(?!\p{L})|[A-Z]{3,4}(?!\p{L})|мск(?!\p{L}))[)\]]?`;

const NUMERIC = /^(?:GMT|UTC)?\s?([+-])(\d\d?)(?::?(\d\d))?$/i;

/** The offset that a zone stands for, as ISO 8601 writes it; empty where the name has several meanings, or none. */
export function zoneOf(text: string | undefined): string {
  if (text === undefined) return "";
  const numeric = NUMERIC.exec(text);
  if (numeric) return `${numeric[1]}${(numeric[2] ?? "").padStart(2, "0")}:${numeric[3] ?? "00"}`;
  return OFFSETS[text.toLowerCase()] ?? "";
}
