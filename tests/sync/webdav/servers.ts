import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A real WebDAV server on loopback, started for a test and ended by `stop`. */
export interface Server {
  url: string;
  user: string;
  password: string;
  /** Where its files lie. */
  root: string;
  stop(): Promise<void>;
}

export const USER = 'anna';
export const PASSWORD = 'pass wörd';

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

async function started(child: ChildProcess, url: string, root: string): Promise<Server> {
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const server: Server = {
    url,
    user: USER,
    password: PASSWORD,
    root,
    stop: async () => {
      child.kill();
      await ended;
      rmSync(root, { recursive: true, force: true });
    },
  };
  for (let tries = 0; tries < 100; tries++) {
    const reached = await fetch(url, { method: 'OPTIONS' }).then(
      (response) => response.status > 0,
      () => false,
    );
    if (reached) return server;
    if (child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await server.stop();
  throw new Error(`server at ${url} did not start`);
}

const binary = (names: string[]): string | undefined => names.find((name) => existsSync(name));
const APACHE = binary(['/usr/sbin/apache2', '/usr/sbin/httpd']);
const RCLONE = binary(['/usr/bin/rclone', '/usr/local/bin/rclone']);

/** Apache's mod_dav: the strictest of those measured. */
async function apache(): Promise<Server> {
  const root = mkdtempSync(join(tmpdir(), 'foldaway-apache-'));
  const port = await freePort();
  for (const folder of ['files', 'lock', 'run']) mkdirSync(join(root, folder), { mode: 0o777 });
  const digest = spawnSync('openssl', ['passwd', '-apr1', '-stdin'], { input: PASSWORD, encoding: 'utf8' }).stdout.trim();
  writeFileSync(join(root, 'users'), `${USER}:${digest}\n`);
  const modules = ['mpm_event', 'authn_core', 'authn_file', 'authz_core', 'authz_user', 'auth_basic', 'mime', 'dav', 'dav_fs'];
  const folder = '/usr/lib/apache2/modules';
  writeFileSync(
    join(root, 'httpd.conf'),
    `ServerRoot "${root}"
ServerName localhost
Listen 127.0.0.1:${port}
PidFile run/httpd.pid
ErrorLog run/error.log
${modules.map((name) => `LoadModule ${name}_module ${folder}/mod_${name}.so`).join('\n')}
${process.getuid?.() === 0 ? 'User nobody\nGroup nogroup' : ''}
DavLockDB "${root}/lock/db"
DocumentRoot "${root}/files"
TypesConfig /dev/null
<Directory "${root}/files">
  Dav On
  AuthType Basic
  AuthName test
  AuthUserFile "${root}/users"
  Require valid-user
</Directory>
`,
  );
  if (process.getuid?.() === 0) spawnSync('chown', ['-R', 'nobody:nogroup', join(root, 'files'), join(root, 'lock')]);
  spawnSync('chmod', ['755', root]);
  return started(spawn(APACHE!, ['-d', root, '-f', join(root, 'httpd.conf'), '-D', 'FOREGROUND'], { stdio: 'ignore' }), `http://127.0.0.1:${port}/`, root);
}

/** rclone's server: the loosest; it ignores preconditions and keeps what arrived of a cut upload. */
async function rclone(): Promise<Server> {
  const root = mkdtempSync(join(tmpdir(), 'foldaway-rclone-'));
  const port = await freePort();
  mkdirSync(join(root, 'files'));
  const args = ['serve', 'webdav', join(root, 'files'), '--addr', `127.0.0.1:${port}`, '--user', USER, '--pass', PASSWORD, '--etag-hash', 'MD5', '--config', '/dev/null'];
  return started(spawn(RCLONE!, args, { stdio: 'ignore' }), `http://127.0.0.1:${port}/`, root);
}

/** The servers to test against. Outside of continuous integration one that is not installed is left out, with its reason. */
export const SERVERS: readonly { name: string; start: () => Promise<Server>; missing: boolean }[] = [
  { name: 'Apache mod_dav', start: apache, missing: APACHE === undefined && !process.env['CI'] },
  { name: 'rclone', start: rclone, missing: RCLONE === undefined && !process.env['CI'] },
];
