// A self-signed certificate for a test server.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** For a name; null when there is no openssl to make one. */
export function selfSigned(
  host = 'localhost',
): { readonly key: Buffer; readonly cert: Buffer } | null {
  const dir = mkdtempSync(join(tmpdir(), 'auth-monitor-tls-'));
  try {
    const [key, cert] = [join(dir, 'key.pem'), join(dir, 'cert.pem')];
    const shape = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
    const subject = ['-days', '2', '-subj', `/CN=${host}`, '-keyout', key, '-out', cert];
    const { status } = spawnSync('openssl', ['req', ...shape, ...subject], { stdio: 'ignore' });
    return status === 0 ? { key: readFileSync(key), cert: readFileSync(cert) } : null;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
