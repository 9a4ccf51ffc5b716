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
const PASSWORD = 'pass wörd';

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
  const root = workplace('apache');
  const port = await freePort();
  for (const folder of ['lock', 'run']) mkdirSync(join(root, folder), { mode: 0o777 });
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
  const args = [
    'serve',
    'webdav',
    join(root, 'files'),
    '--addr',
    `127.0.0.1:${port}`,
    '--user',
    USER,
    '--pass',
    PASSWORD,
    '--etag-hash',
    'MD5',
    '--config',
    '/dev/null',
  ];
  return started(spawn(RCLONE!, args, { stdio: 'ignore' }), `http://127.0.0.1:${port}/`, root);
}

const NGINX = binary(['/usr/sbin/nginx']);
const LIGHTTPD = binary(['/usr/sbin/lighttpd']);

/** A folder for a server that has its files, its users and its log. */
function workplace(name: string): string {
  const root = mkdtempSync(join(tmpdir(), `foldaway-${name}-`));
  for (const folder of ['files', 'temporary']) mkdirSync(join(root, folder), { mode: 0o777 });
  const digest = spawnSync('openssl', ['passwd', '-apr1', '-stdin'], { input: PASSWORD, encoding: 'utf8' }).stdout.trim();
  writeFileSync(join(root, 'users'), `${USER}:${digest}\n`);
  return root;
}

/** nginx with its DAV modules: no ETag in listings, makes folders by itself, ignores preconditions. */
async function nginx(): Promise<Server> {
  const root = workplace('nginx');
  const port = await freePort();
  writeFileSync(
    join(root, 'nginx.conf'),
    `load_module /usr/lib/nginx/modules/ngx_http_dav_ext_module.so;
daemon off;
pid ${root}/nginx.pid;
error_log ${root}/error.log;
${process.getuid?.() === 0 ? 'user root;' : ''}
events {}
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${root}/temporary;`).join('\n  ')}
  server {
    listen 127.0.0.1:${port};
    root ${root}/files;
    client_max_body_size 100m;
    auth_basic test;
    auth_basic_user_file ${root}/users;
    location / {
      dav_methods PUT DELETE MKCOL COPY MOVE;
      dav_ext_methods PROPFIND OPTIONS;
      create_full_put_path on;
    }
  }
}
`,
  );
  return started(
    spawn(NGINX!, ['-p', root, '-c', join(root, 'nginx.conf'), '-e', join(root, 'error.log')], { stdio: 'ignore' }),
    `http://127.0.0.1:${port}/`,
    root,
  );
}

/** lighttpd's mod_webdav: lengths on folders, and no listing without a content type. */
async function lighttpd(): Promise<Server> {
  const root = workplace('lighttpd');
  const port = await freePort();
  writeFileSync(
    join(root, 'lighttpd.conf'),
    `server.modules = ( "mod_auth", "mod_authn_file", "mod_webdav" )
server.document-root = "${root}/files"
server.bind = "127.0.0.1"
server.port = ${port}
server.errorlog = "${root}/error.log"
server.upload-dirs = ( "${root}/temporary" )
auth.backend = "htpasswd"
auth.backend.htpasswd.userfile = "${root}/users"
auth.require = ( "/" => ( "method" => "basic", "realm" => "test", "require" => "valid-user" ) )
webdav.activate = "enable"
webdav.is-readonly = "disable"
`,
  );
  return started(spawn(LIGHTTPD!, ['-D', '-f', join(root, 'lighttpd.conf')], { stdio: 'ignore' }), `http://127.0.0.1:${port}/`, root);
}

/** `FOLDAWAY_WEBDAV=all` also runs the servers that are not installed by the test command. */
const asked = process.env['FOLDAWAY_WEBDAV'] === 'all';

/** The servers to test against. Outside of continuous integration one that is not installed is left out, with its reason. */
export const SERVERS: readonly { name: string; start: () => Promise<Server>; missing: boolean }[] = [
  { name: 'Apache mod_dav', start: apache, missing: APACHE === undefined && !process.env['CI'] },
  { name: 'rclone', start: rclone, missing: RCLONE === undefined && !process.env['CI'] },
  ...(asked
    ? [
        { name: 'nginx', start: nginx, missing: false },
        { name: 'lighttpd', start: lighttpd, missing: false },
      ]
    : []),
];
