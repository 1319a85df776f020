import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { folderWith, reberth, removeFolders } from '../support/process.ts';

const CHROMIUM = '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const HOSTILE = '<img src=x onerror="document.title=1">';
const FILES = {
  'api/Dockerfile': [
    'FROM python:3.12',
    'ENV SERVICE_PORT=8095',
    'RUN tool 8095',
    'HEALTHCHECK CMD curl -f http://localhost:8095/',
    ...Array.from({ length: 60 }, (_, i) => `RUN step ${i}`),
    'EXPOSE 8095',
    '',
  ].join('\n'),
  'web/Dockerfile': `FROM nginx\nENV A="${HOSTILE}"\nEXPOSE 5000\n`,
  [`other/Dockerfile.${HOSTILE.replaceAll('/', '')}`]: 'FROM nginx\nEXPOSE 5000\n',
  'ports.yaml': [
    'services:',
    '  api: { dockerfile: api/Dockerfile, ports: { 8095: 8096 } }',
    `  "${HOSTILE.replaceAll('"', '\\"')}": { dockerfile: web/Dockerfile, ports: { 5000: 5001 } }`,
    'ports: { 5000: 5002 }',
    '',
  ].join('\n'),
};

if (!existsSync(CHROMIUM)) throw new Error(`the review page is tested in ${CHROMIUM}: install Debian's chromium`);

let profile: string;
let context: BrowserContext;
let page: Page;
const requests: string[] = [];
const messages: string[] = [];

beforeAll(async () => {
  const folder = folderWith(FILES);
  const { code, stdout, stderr } = await reberth(['apply', '-m', 'ports.yaml', '.', '--format', 'html'], {
    cwd: folder,
  });
  if (code !== 0) throw new Error(stderr);
  writeFileSync(join(folder, 'review.html'), stdout);
  profile = mkdtempSync(join(tmpdir(), 'reberth-chromium-'));
  context = await chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM,
    headless: true,
    args: FLAGS,
    viewport: { width: 1200, height: 700 },
  });
  page = await context.newPage();
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => messages.push(message.text()));
  page.on('pageerror', (error) => messages.push(error.message));
  await page.goto(pathToFileURL(join(folder, 'review.html')).href);
});

afterAll(async () => {
  await context?.close();
  rmSync(profile, { recursive: true, force: true });
  removeFolders();
});

beforeEach(async () => {
  await page.reload();
});

/** `8095 → 8096 env` of the notes that can be seen. */
function visibleNotes(): Promise<string[]> {
  return page
    .locator('.note:visible')
    .evaluateAll((notes) => notes.map((note) => `${note.querySelector('.ports')?.textContent} ${note.dataset.role}`));
}

const ALL = [
  '8095 → 8096 env',
  '8095 config',
  '8095 → 8096 healthcheck',
  '8095 → 8096 expose',
  '5000 → 5002 expose',
  '5000 → 5001 expose',
];

test('the page loads nothing and reports no error', async () => {
  expect(await page.title()).toBe('Review of moved ports');
  expect(await visibleNotes()).toEqual(ALL);
  expect(requests.filter((url) => !url.startsWith('file:'))).toEqual([]);
  expect(new Set(requests).size).toBe(1);
  expect(messages).toEqual([]);
});

test('names and contents of files are text', async () => {
  expect(await page.locator('img').count()).toBe(0);
  expect(await page.locator('section.file').nth(2).innerText()).toContain(`ENV A="${HOSTILE}"`);
  expect(await page.locator('section.file h2').nth(1).innerText()).toContain('<img src=x');
});

test('the changed digits stand out, and have the reason on them', async () => {
  const changed = page.locator('tr.line ins').first();
  expect(await changed.innerText()).toBe('8096');
  expect(await changed.locator('..').getAttribute('title')).toBe('the variable SERVICE_PORT says port');
  const [own, line] = await page.evaluate<string[]>(
    "[document.querySelector('tr.line ins'), document.querySelector('tr.line ins').closest('td')].map((one) => getComputedStyle(one).backgroundColor)",
  );
  expect(own).not.toBe(line);
});

test('j and k go from place to place, and bring it into view', async () => {
  const current = page.locator('[aria-current]');
  expect(await current.count()).toBe(0);
  await page.keyboard.press('j');
  expect(await current.innerText()).toContain('SERVICE_PORT');
  for (let i = 0; i < 3; i++) await page.keyboard.press('j');
  expect(await current.innerText()).toContain('expose');
  expect(await page.locator('output').innerText()).toBe('place 4 of 6');
  const box = await current.boundingBox();
  expect(box?.y).toBeGreaterThan(40);
  expect(box?.y).toBeLessThan(700);
  await page.keyboard.press('k');
  expect(await current.innerText()).toContain('healthcheck');
  for (let i = 0; i < 9; i++) await page.keyboard.press('j');
  expect(await page.locator('output').innerText()).toBe('place 6 of 6');
});

test('filters show one service, role, certainty or kind', async () => {
  const choose = async (name: string, label: string): Promise<string[]> => {
    await page.locator(`select[name=${name}]`).selectOption({ label });
    return visibleNotes();
  };
  expect(await choose('services', HOSTILE)).toEqual(['5000 → 5001 expose']);
  expect(await page.locator('section.file:visible').count()).toBe(1);
  await page.keyboard.press('Escape');
  await page.keyboard.press('c');
  expect(await visibleNotes()).toEqual(ALL);
  expect(await choose('role', 'expose')).toHaveLength(3);
  expect(await choose('services', 'api')).toEqual(['8095 → 8096 expose']);
  expect(await page.locator('tbody.hunk:visible').count()).toBe(1);
  expect(await page.locator('output').innerText()).toBe('1 of 6 places');
  await page.locator('button[name=clear]').click();
  expect(await choose('certainty', 'probable')).toEqual(['8095 → 8096 env']);
  await page.locator('button[name=clear]').click();
  expect(await choose('kind', 'for review alone')).toEqual(['8095 config']);
});

test('f goes to the filters, Escape leaves them, and keys do nothing else there', async () => {
  await page.keyboard.press('f');
  expect(await page.evaluate<string>('document.activeElement.name')).toBe('services');
  await page.keyboard.press('j');
  expect(await page.locator('[aria-current]').count()).toBe(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  expect(await page.locator('[aria-current]').count()).toBe(1);
});

test('? shows the keys, and the dialog closes by key and by button', async () => {
  const help = page.locator('dialog');
  expect(await help.isVisible()).toBe(false);
  await page.keyboard.press('?');
  expect(await help.isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  expect(await help.isVisible()).toBe(false);
  await page.locator('button[name=help]').click();
  await help.locator('button').click();
  expect(await help.isVisible()).toBe(false);
});

/** The contrast of texts to what is behind them, computed on the page: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
const CONTRASTS = `(() => {
  const parts = (color) => color.match(/[\\d.]+/g).map(Number);
  const over = ([r, g, b, alpha = 1], back) => [r, g, b].map((part, i) => part * alpha + back[i] * (1 - alpha));
  const behind = (element) => element === null
    ? [255, 255, 255]
    : over(parts(getComputedStyle(element).backgroundColor), behind(element.parentElement));
  const luminance = (color) => {
    const [r, g, b] = color.map((part) => part / 255).map((part) =>
      part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const texts = 'h1, .lead, th, td, a, ins, del, .badge, .reason, .hint, .place, .number, .sign, output';
  return [...document.querySelectorAll(texts)].map((element) => {
    const back = behind(element);
    const [low, high] = [over(parts(getComputedStyle(element).color), back), back].map(luminance).sort((a, b) => a - b);
    return { of: element.tagName + ' ' + element.className, ratio: (high + 0.05) / (low + 0.05) };
  });
})()`;

test.each(['light', 'dark'] as const)('text can be read on a %s page', async (colorScheme) => {
  await page.emulateMedia({ colorScheme });
  const ratios = await page.evaluate<{ of: string; ratio: number }[]>(CONTRASTS);
  // https://www.w3.org/TR/WCAG22/#contrast-minimum
  expect(ratios.filter(({ ratio }) => ratio < 4.5)).toEqual([]);
  expect(ratios.length).toBeGreaterThan(50);
});

test('a narrow page does not scroll sideways', async () => {
  await page.setViewportSize({ width: 480, height: 800 });
  const [content, view] = await page.evaluate<number[]>('[document.body.scrollWidth, window.innerWidth]');
  expect(content).toBeLessThanOrEqual(view ?? 0);
  await page.setViewportSize({ width: 1200, height: 700 });
});
