import { hasWord } from "./match-selector.ts";

/** What a token list asks of its element. */
interface ClassHolder {
  className: unknown;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
}

/** `classList`: a view of the `class` attribute, written back on change. */
export class SlimTokenList {
  private readonly element: ClassHolder;

  constructor(element: ClassHolder) {
    this.element = element;
  }

  get value(): string {
    return this.element.getAttribute("class") ?? "";
  }

  get length(): number {
    return this.tokens().length;
  }

  item(position: number): string | null {
    return this.tokens()[position] ?? null;
  }

  contains(token: string): boolean {
    return hasWord(this.element.getAttribute("class"), token);
  }

  add(...tokens: readonly string[]): void {
    this.write(new Set([...this.tokens(), ...tokens]));
  }

  remove(...tokens: readonly string[]): void {
    const left = new Set(this.tokens());
    for (const token of tokens) left.delete(token);
    if (this.element.getAttribute("class") !== null) this.write(left);
  }

  toggle(token: string, force?: boolean): boolean {
    const wanted = force ?? !this.contains(token);
    if (wanted) this.add(token);
    else this.remove(token);
    return wanted;
  }

  forEach(visit: (token: string, position: number) => void): void {
    for (const [position, token] of this.tokens().entries()) visit(token, position);
  }

  [Symbol.iterator](): Iterator<string> {
    return this.tokens()[Symbol.iterator]();
  }

  toString(): string {
    return this.value;
  }

  private tokens(): readonly string[] {
    return [...new Set(this.value.split(/[ \t\n\f\r]+/).filter((token) => token !== ""))];
  }

  private write(tokens: ReadonlySet<string>): void {
    this.element.setAttribute("class", [...tokens].join(" "));
  }
}
