/** CSS-like path of an element in its page, for example `html>body>main>div:nth-child(3)`. */
export function elementPath(element: Element): string {
  const steps: string[] = [];
  for (let up: Element | null = element; up !== null; up = up.parentElement) {
    steps.unshift(step(up));
  }
  return steps.join(">");
}

function step(element: Element): string {
  const parent = element.parentElement;
  if (parent === null) {
    return element.localName;
  }
  let place = 1;
  let alike = false;
  for (let other = parent.firstElementChild; other !== null; other = other.nextElementSibling) {
    alike ||= other !== element && other.localName === element.localName;
  }
  for (let before = element.previousElementSibling; before !== null; before = before.previousElementSibling) {
    place += 1;
  }
  return alike ? `${element.localName}:nth-child(${place})` : element.localName;
}
