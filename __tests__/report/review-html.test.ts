import { type ReviewRun, reviewHtml } from '../../src/report/review-html.ts';
import { type PlanRequest, plan } from '../support/plan.ts';
import { summary } from './samples.ts';

const TEXT = 'FROM a\nENV PORT=8095\nRUN tool 8095\nEXPOSE 8095\n';

function fileAt(path: string, services: readonly string[] = [], text = TEXT, request: PlanRequest = {}) {
  return { ...plan(text, request), path, services };
}

function page(files: ReviewRun['files'], rest: Partial<ReviewRun> = {}): string {
  return reviewHtml({ files, diagnostics: [], summary: summary(), ...rest });
}

test('shows each change with its digits marked, and why it is made', () => {
  const html = page([fileAt('a/Dockerfile', ['app'])]);
  const title = 'title="the variable PORT says port"';
  expect(html).toContain(`ENV PORT=<span class="port edit" ${title}><del>8095</del></span>`);
  expect(html).toContain(`ENV PORT=<span class="port edit" ${title}><ins>8096</ins></span>`);
  expect(html).toContain('data-kind="edit" data-role="env" data-certainty="probable" data-services="0"');
  expect(html).toContain('<strong class="ports">8095 → 8096</strong> <span class="badge role">env</span>');
  expect(html).toContain('<span class="reason">ENV: the variable PORT says port</span>');
});

test('shows what is for review in its line, with what to do', () => {
  const html = page([fileAt('a/Dockerfile')]);
  expect(html).toContain(
    'RUN tool <span class="port review" title="argument of tool that equals an exposed port">8095</span>',
  );
  expect(html).toContain('<span class="badge review">review: possible</span>');
  expect(html).toContain('<span class="hint">--certainty possible rewrites it</span>');
});

test('only the digits are marked, whatever stands beside them', () => {
  const html = page([
    fileAt('Dockerfile', [], 'FROM a\nEXPOSE 8095/tcp\nCMD ["nc", "-lp8095"]\nENV URLS=http://localhost:8095,8095\n'),
  ]);
  const marked = [...html.matchAll(/<(ins|del)>([^<]*)<\/\1>/g)].map(([, , text]) => text);
  expect(marked.length).toBeGreaterThanOrEqual(6);
  expect(new Set(marked)).toEqual(new Set(['8095', '8096']));
});

test('lists the services with their ports, and links them to their files', () => {
  const html = page([
    fileAt('a/Dockerfile', ['app']),
    fileAt('b/Dockerfile', ['b & c']),
    fileAt('c/Dockerfile', [], 'FROM a\n'),
  ]);
  expect(html).toContain(
    '<tr><td>app</td><td><strong>8095 → 8096</strong></td><td class="count">2</td><td class="count">1</td><td><a href="#file-0"><code>a/Dockerfile</code></a></td></tr>',
  );
  expect(html).toContain('<td>b &amp; c</td>');
  expect(html).toContain('<option value="1">b &amp; c</option>');
  expect(html).not.toContain('c/Dockerfile</code></a></h2>\n<span class="count">0');
  expect([...html.matchAll(/<section /g)]).toHaveLength(2);
});

test('shows diagnostics of the run and of a file', () => {
  const diagnostic = {
    code: 'unmatched',
    severity: 'warning',
    message: 'nothing has <9>',
    file: 'ports.yaml',
    line: 3,
    column: 7,
    hint: 'drop it',
  } as const;
  const html = page([fileAt('a/Dockerfile', [], 'FROM a\nEXPOSE 8095 8096\n')], { diagnostics: [diagnostic] });
  expect(html).toContain(
    '<code class="place">ports.yaml:3:7</code> <span class="badge warning">warning: unmatched</span> nothing has &lt;9&gt; <span class="hint">drop it</span>',
  );
  expect(html).toContain('<span class="badge error">error: port-collision</span>');
});

test('loads nothing, and runs nothing but its own script', () => {
  const html = page([fileAt('a/Dockerfile')]);
  expect(html).not.toMatch(/<link|<img|<iframe|<object|@import|url\(|https?:|src=/i);
  expect(html).toMatch(/default-src 'none'; .*script-src 'sha256-[\w+/=]{44}'"/);
  expect([...html.matchAll(/<script/g)]).toHaveLength(1);
});

test('nothing of a file or a name becomes markup', () => {
  const hostile = '"><script>alert(1)</script><!--note:2--><del>';
  const text = `FROM a\nEXPOSE 8095\nENV PORT=8095 A="${hostile}"\n# </span>\ue000${hostile}\ue001\n`;
  const html = page([fileAt(`${hostile}\x1b/Dockerfile`, [hostile], text)]);
  expect([...html.matchAll(/<script/g)]).toHaveLength(1);
  expect([...html.matchAll(/class="note /g)]).toHaveLength(2);
  expect(html).not.toContain('<!--');
  expect(html).not.toMatch(/[\x1b\ue000\ue001]/);
});

test('every element is closed', () => {
  const html = page([
    fileAt('a/Dockerfile', ['app']),
    fileAt('b/Dockerfile', [], 'FROM a\n\n\n\n\nEXPOSE 8095\n\n\n\n\n\n\n\n\n\nEXPOSE 8095'),
  ]);
  const open: string[] = [];
  const body = html.replace(/<!DOCTYPE html>/, '').replace(/<(script|style)>.*?<\/\1>/gs, '');
  for (const [, slash, name = ''] of body.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
    if (['meta', 'br', 'col'].includes(name)) continue;
    if (slash === '/') expect(open.pop()).toBe(name);
    else open.push(name);
  }
  expect(open).toEqual([]);
  expect([...html.matchAll(/<tbody class="hunk">/g)]).toHaveLength(3);
});

test('the same run gives the same page', () => {
  const files = [fileAt('a/Dockerfile', ['app'])];
  expect(page(files)).toBe(page(files));
});

test('a run with nothing to show is a page that says so', () => {
  expect(page([])).toContain('No file has anything to show.');
});
