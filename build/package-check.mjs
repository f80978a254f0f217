// Checks what would be published: complete, small, without source maps or anything else to install.
// @ts-check
import { execFileSync } from 'node:child_process';
import { manifest, root } from './paths.mjs';

/** 4 MB, as npm counts them. */
const LARGEST_BYTES = 4_000_000;
const REQUIRED = [
  'LICENSE',
  'README.md',
  'CHANGELOG.md',
  'SECURITY.md',
  'deploy/kubernetes/base/kustomization.yaml',
  'deploy/prometheus/rules.yml',
  'deploy/systemd-timer/system/openclaw-auth-monitor@.service',
  'scripts/termux/common.sh',
  'scripts/termux/report-only.sh',
  'dist/THIRD-PARTY-LICENSES.txt',
  'dist/cli.cjs',
  'dist/chunks/node-sqlite3-wasm.wasm.br',
  ...Object.keys(manifest.bin).map((name) => `dist/man/${name}.1`),
  `dist/completions/_${manifest.name}`,
  `dist/completions/${manifest.name}.bash`,
  `dist/completions/${manifest.name}.fish`,
  'dist/findings/profile_expired.md',
  'dist/schema/config.schema.json',
  'dist/schema/report.schema.json',
  'dist/schema/webhook.schema.json',
  'dist/schema/doctor.schema.json',
];

const listing = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
  cwd: root,
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'ignore'],
});
/** @type {[{ unpackedSize: number, files: { path: string, mode: number }[] }]} */
const [packed] = JSON.parse(listing);
const paths = packed.files.map((file) => file.path);
const faults = [
  ...REQUIRED.filter((path) => !paths.includes(path)).map((path) => `${path} is missing`),
  ...paths.filter((path) => path.endsWith('.map')).map((path) => `${path} must stay out`),
  ...['dependencies', 'optionalDependencies', 'peerDependencies']
    .filter((key) => key in manifest)
    .map((key) => `package.json has ${key}: everything is bundled`),
  ...(packed.unpackedSize > LARGEST_BYTES
    ? [`${packed.unpackedSize} bytes unpacked is too much`]
    : []),
];

for (const fault of faults) console.error(fault);
console.log(`${paths.length} files, ${(packed.unpackedSize / 1_000_000).toFixed(2)} MB unpacked`);
process.exitCode = faults.length > 0 ? 1 : 0;
