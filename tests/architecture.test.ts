import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/*
 * The locks of the house (docs/architecture.md). A failure says which door was opened and where the rule is
 * written down. To move a wall, change LOCKS here and write a decision record.
 */
const ROOT = resolve(import.meta.dirname, '..');

interface Lock {
  /** Rooms, or single files, that this room may import from. */
  imports: string[];
  zod: boolean;
  /** May name `document`, elements and the like. */
  dom: boolean;
  /** May reach the extension API. */
  browser: boolean;
  network?: boolean;
}

const LOCKS: Record<string, Lock> = {
  domain: { imports: [], zod: true, dom: false, browser: false },
  archives: { imports: ['domain'], zod: false, dom: true, browser: false },
  rules: { imports: ['domain'], zod: true, dom: false, browser: false },
  page: { imports: ['domain', 'messages/send.ts', 'messages/listen.ts', 'i18n.ts'], zod: false, dom: true, browser: false },
  messages: { imports: ['domain', 'rules', 'browser.ts', 'extension-api.ts'], zod: true, dom: false, browser: true },
  storage: { imports: ['domain', 'rules', 'browser.ts'], zod: true, dom: false, browser: true },
  sync: { imports: ['domain', 'rules', 'browser.ts'], zod: true, dom: false, browser: true, network: true },
  exchange: { imports: ['domain', 'rules'], zod: true, dom: false, browser: false },
  ui: { imports: ['domain', 'rules', 'messages', 'i18n.ts', 'browser.ts'], zod: false, dom: true, browser: true },
};

/** Types cost nothing at run time and open no door, but only between rooms that could meet at all. */
const TYPE_ONLY: Record<string, string[]> = {
  page: ['messages/table.ts', 'rules'],
  'i18n.ts': ['public'],
  // What the reader is told of a subscription, and the words handed to pages, are made in one room and said by the other.
  messages: ['exchange/subscriptions/view.ts', 'exchange/asking/ask-page.ts', 'i18n.ts'],
  // A store names the texts that it is offered with, and a name that is in no locale does not compile.
  sync: ['i18n.ts'],
};

interface Import {
  from: string;
  specifier: string;
  /** Path of the imported file in the repository, or null for a package. */
  target: string | null;
  typeOnly: boolean;
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

const isSource = (path: string): boolean => /\.tsx?$/.test(path);
const sourceFiles = filesBelow(join(ROOT, 'src')).filter(isSource);
const entryFiles = filesBelow(join(ROOT, 'entrypoints')).filter(isSource);
const text = new Map([...sourceFiles, ...entryFiles].map((path) => [path, readFileSync(path, 'utf8')]));
const short = (path: string): string => relative(ROOT, path);

/** Code without comments and strings' contents kept; good enough to look for names of globals. */
const codeOf = (path: string): string => (text.get(path) ?? '').replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/[^\n]*/g, '$1');

function resolveTarget(from: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  const base = resolve(dirname(from), specifier.replace(/\?.*$/, ''));
  return [base, `${base}.ts`, `${base}.tsx`, join(base, 'index.ts')].find((path) => existsSync(path) && statSync(path).isFile()) ?? base;
}

function importsOf(path: string): Import[] {
  const found: Import[] = [];
  const statement = /(?:^|\n)\s*(import|export)\s+(type\s+)?([^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;
  for (const match of codeOf(path).matchAll(statement)) {
    const specifier = match[4] ?? match[5] ?? '';
    const names = match[3] ?? '';
    const allTypes =
      /^\{[^}]*\}\s*from\s*$/.test(names.trim() + ' ') &&
      names
        .replace(/[{}]|from/g, '')
        .split(',')
        .every((name) => name.trim() === '' || name.trim().startsWith('type '));
    found.push({ from: path, specifier, target: resolveTarget(path, specifier), typeOnly: match[2] !== undefined || allTypes });
  }
  return found;
}

const imports = [...sourceFiles, ...entryFiles].flatMap(importsOf);

/** `rules` for src/rules/judge.ts, `i18n.ts` for src/i18n.ts. */
function roomOf(path: string): string {
  const [top, room = ''] = short(path).split('/');
  return top === 'src' ? room : (top ?? '');
}

function mayImport(room: string, target: string): boolean {
  const inside = relative(join(ROOT, 'src'), target);
  return roomOf(target) === room || (LOCKS[room]?.imports ?? []).some((open) => inside === open || inside.startsWith(`${open}/`));
}

describe('the house', () => {
  it('has only rooms that the plan knows', () => {
    const rooms = [...new Set(sourceFiles.map(roomOf))].filter((room) => !room.endsWith('.ts'));
    expect(rooms.filter((room) => LOCKS[room] === undefined)).toEqual([]);
    expect(
      sourceFiles
        .map(roomOf)
        .filter((room) => room.endsWith('.ts'))
        .sort(),
    ).toEqual(['browser.ts', 'extension-api.ts', 'i18n.ts']);
  });

  it('keeps every door locked that the plan does not open', () => {
    const broken = imports.flatMap(({ from, target, typeOnly }) => {
      const room = roomOf(from);
      if (target === null || LOCKS[room] === undefined || !short(from).startsWith('src/') || mayImport(room, target)) return [];
      if (typeOnly && (TYPE_ONLY[room] ?? []).some((open) => short(target) === `src/${open}` || short(target).startsWith(`src/${open}/`))) return [];
      return [`${short(from)} imports ${short(target)}: "${room}" may only import ${LOCKS[room].imports.join(', ') || 'nothing of ours'}`];
    });
    expect(broken).toEqual([]);
  });

  it('is as docs/architecture.md draws it', () => {
    const picture = /```mermaid\n([^]*?)```/.exec(readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8'))?.[1] ?? '';
    const drawn = [...picture.matchAll(/^ *([\w-]+) (-->|-\.->) ([\w-]+)$/gm)].map(([, from, arrow, to]) => `${from} ${arrow} ${to}`);
    const values = new Map<string, boolean>();
    for (const { from, target, typeOnly } of imports) {
      if (target === null || !short(from).startsWith('src/') || !short(target).startsWith('src/') || roomOf(from) === roomOf(target)) continue;
      const pair = `${roomOf(from)}|${roomOf(target)}`.replaceAll('.ts', '');
      values.set(pair, values.get(pair) === true || !typeOnly);
    }
    const real = [...values].map(([pair, value]) => pair.replace('|', value ? ' --> ' : ' -.-> '));
    expect(real.length).toBeGreaterThan(10);
    expect(drawn.sort()).toEqual(real.sort());
  });

  it('lets nothing import from an entrypoint', () => {
    const broken = imports.filter(
      ({ from, target }) =>
        target !== null && short(target).startsWith('entrypoints/') && dirname(target) !== dirname(from) && !target.startsWith(dirname(from)),
    );
    expect(broken.map(({ from, specifier }) => `${short(from)} -> ${specifier}`)).toEqual([]);
  });

  it('has no circle of imports', () => {
    const graph = new Map<string, string[]>();
    for (const { from, target, typeOnly } of imports) if (target !== null && !typeOnly) graph.set(from, [...(graph.get(from) ?? []), target]);
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (path: string, trail: string[]): void => {
      if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].map(short).join(' -> '));
      if (done.has(path) || trail.includes(path)) return;
      for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
      done.add(path);
    };
    for (const path of graph.keys()) visit(path, []);
    expect(circles).toEqual([]);
  });

  it('ships no validator and no polyfill to pages', () => {
    const reached = new Set<string>();
    const packages = new Set<string>();
    const visit = (path: string): void => {
      if (reached.has(path) || !isSource(path)) return;
      reached.add(path);
      for (const { specifier, target, typeOnly } of imports.filter((each) => each.from === path)) {
        if (typeOnly) continue;
        if (target === null) packages.add(specifier);
        else visit(target);
      }
    };
    for (const entry of entryFiles.filter((path) => /\.content\/|^entrypoints\/panel\//.test(short(path)))) visit(entry);
    expect(reached.size).toBeGreaterThan(5);
    expect([...packages].filter((name) => !name.startsWith('wxt/'))).toEqual([]);
  });

  it('imports zod only where data comes in, and always its small form', () => {
    const users = imports.filter(({ specifier }) => specifier === 'zod' || specifier.startsWith('zod/'));
    expect(users.filter(({ specifier }) => specifier !== 'zod/mini').map(({ from }) => short(from))).toEqual([]);
    expect(users.filter(({ from }) => LOCKS[roomOf(from)]?.zod !== true).map(({ from }) => short(from))).toEqual([]);
  });

  it('names the polyfill in one file', () => {
    const users = imports.filter(({ specifier, typeOnly }) => specifier === 'webextension-polyfill' && !typeOnly);
    expect(users.map(({ from }) => short(from))).toEqual(['src/browser.ts']);
  });

  it('touches the page, the browser and the network only in rooms that may', () => {
    const broken = sourceFiles.flatMap((path) => {
      const lock = LOCKS[roomOf(path)];
      if (lock === undefined) return [];
      const code = codeOf(path).replace(/'[^'\n]*'|"[^"\n]*"/g, "''");
      const faults: string[] = [];
      if (!lock.dom && /\b(document\.(querySelector|createElement|body|documentElement|addEventListener)|window\.|new DOMParser|localStorage)\b/.test(code))
        faults.push('touches the page');
      if (!lock.browser && /\b(browser|chrome)\.(runtime|storage|tabs|action|alarms)\b/.test(code)) faults.push('touches the extension API');
      if (lock.network !== true && /\bfetch\(|\bnew XMLHttpRequest\b|\bnew WebSocket\b|\bsendBeacon\(/.test(code)) faults.push('touches the network');
      if (['rules', 'domain'].includes(roomOf(path)) && /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(/.test(code))
        faults.push('has a clock or chance of its own');
      return faults.map((fault) => `${short(path)} ${fault}`);
    });
    expect(broken).toEqual([]);
  });

  it('never makes markup or code from strings', () => {
    const pattern = /\binnerHTML\b|\bouterHTML\s*=|insertAdjacentHTML|dangerouslySetInnerHTML|\bsrcdoc\b|document\.write\(|\beval\(|new Function\(/i;
    expect([...text.keys()].filter((path) => pattern.test(codeOf(path))).map(short)).toEqual([]);
  });

  it('keeps files short and gives them names', () => {
    const lines = sourceFiles.map((path) => ({ path: short(path), count: (text.get(path) ?? '').split('\n').length })).sort((a, b) => a.count - b.count);
    expect(lines.filter(({ count }) => count > 301)).toEqual([]);
    expect(lines[Math.floor(lines.length / 2)]?.count).toBeLessThanOrEqual(100);
    expect(entryFiles.filter((path) => (text.get(path) ?? '').split('\n').length > 81).map(short)).toEqual([]);
    const drawers = [...sourceFiles, ...entryFiles].map(short).filter((path) => /(^|\/)(utils?|helpers?|common|shared|misc)(\/|\.|$)/.test(path));
    expect(drawers).toEqual([]);
  });

  it('exports no function and no constant that nothing else uses', () => {
    const users = new Map<string, Set<string>>();
    for (const path of ['src', 'entrypoints', 'tools', 'tests']
      .flatMap((folder) => filesBelow(join(ROOT, folder)))
      .filter((file) => /\.(tsx?|mjs)$/.test(file))) {
      for (const word of new Set((text.get(path) ?? readFileSync(path, 'utf8')).match(/[\w$]+/g))) users.set(word, (users.get(word) ?? new Set()).add(path));
    }
    const exported = [...text].flatMap(([path, code]) =>
      [...code.matchAll(/^export (?:async )?(?:const|let|function\*?|class) ([\w$]+)/gm)].map(([, name = '']) => ({ path, name })),
    );
    expect(exported.length).toBeGreaterThan(300);
    expect(exported.filter(({ name }) => (users.get(name)?.size ?? 0) < 2).map(({ path, name }) => `${short(path)} exports ${name} to nobody`)).toEqual([]);
  });

  it('registers every archive in its list', () => {
    const folder = join(ROOT, 'src/archives');
    const lists = filesBelow(folder).filter((path) => /: readonly (?:Archive|Site)\[\] = \[/.test(text.get(path) ?? ''));
    const index = lists.map((path) => text.get(path)).join();
    const archives = filesBelow(folder).filter((path) => /export const \w+: (?:Archive|Site)\b/.test(text.get(path) ?? ''));
    expect(archives.length).toBeGreaterThan(0);
    const missing = archives.filter((path) => !index.includes(`'./${relative(folder, path).replace(/\.ts$/, '')}'`));
    expect(missing.map((path) => `${short(path)} is in no list of archives`)).toEqual([]);
  });

  it('registers every field and every import format in its list', () => {
    const lists: [folder: string, list: string, isOne: RegExp][] = [
      ['src/rules/fields', 'src/rules/fields/index.ts', /export const \w+Fields\b/],
      ['src/exchange/formats', 'src/exchange/index.ts', /export const \w+: Format\b/],
    ];
    for (const [folder, list, isOne] of lists) {
      const members = filesBelow(join(ROOT, folder)).filter((path) => isOne.test(text.get(path) ?? ''));
      expect(members.length, folder).toBeGreaterThan(5);
      const registered = new Set(imports.filter(({ from, typeOnly }) => !typeOnly && short(from) === list).map(({ target }) => target));
      expect(members.filter((path) => !registered.has(path)).map((path) => `${short(path)} is not in ${list}`)).toEqual([]);
    }
  });

  it('gives every script on pages a budget, and raises none without a decision record', () => {
    /** What a script on a page may weigh at most, minified, in bytes. */
    const MOST = 30_000;
    const budgets = JSON.parse(readFileSync(join(ROOT, 'tools/budgets.json'), 'utf8')) as Record<string, number>;
    const scripts = readdirSync(join(ROOT, 'entrypoints')).filter((name) => name.endsWith('.content'));
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((name) => budgets[`content-scripts/${name.replace('.content', '.js')}`] === undefined)).toEqual([]);
    const decisions = filesBelow(join(ROOT, 'docs/decisions')).map((path) => readFileSync(path, 'utf8'));
    const raised = Object.entries(budgets).filter(
      ([file, most]) => most > MOST && !decisions.some((words) => words.includes(file) && words.includes(String(most))),
    );
    expect(raised.map(([file, most]) => `${file} may weigh ${most} bytes, and no record in docs/decisions says why`)).toEqual([]);
  });
});
