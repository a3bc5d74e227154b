import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { getCACertificates, setDefaultCACertificates } from "node:tls";

/** Key and certificate, as PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

const KEY_TYPE = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];

/**
 * A certificate that nobody signed, made for this run; null where there is no openssl.
 * @param names As openssl writes subjects' other names: `DNS:press.example`, `IP:127.0.0.1`.
 */
export function makeCertificate(...names: readonly string[]): Certificate | null {
  const folder = mkdtempSync(join(tmpdir(), "galley-tls-"));
  try {
    const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
    const subject = ["-subj", "/CN=Galley's tests", "-addext", `subjectAltName=${names.join(",")}`];
    const files = ["-keyout", key, "-out", cert];
    const made = spawnSync("openssl", ["req", "-x509", ...KEY_TYPE, "-days", "2", ...files, ...subject]);
    if (made.status !== 0) return null;
    return { key: readFileSync(key, "utf8"), cert: readFileSync(cert, "utf8") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Has this process trust the certificate until the test ends. */
export function trust(context: TestContext, { cert }: Certificate): void {
  const before = getCACertificates("default");
  setDefaultCACertificates([...before, cert]);
  context.after(() => setDefaultCACertificates(before));
}
