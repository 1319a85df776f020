import { checkFleet } from '../../src/check/verdict.ts';
import { documentHtml, reportHtml } from '../../src/report/html.ts';
import { file, fleet, service } from '../check/fleet.ts';

const before = checkFleet(fleet([service('a', [8096], [file('a/Dockerfile', 'FROM a', 'EXPOSE 8095')])]));

test('the page needs nothing else and is readable in light and dark', () => {
  const page = reportHtml({ before });
  expect(page.startsWith('<!DOCTYPE html>\n<html lang="en">\n')).toBe(true);
  expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|https?:/i);
  expect(page).toContain('color-scheme: light dark');
  expect(page).toContain('@media (prefers-color-scheme: dark)');
  expect(page).toContain(
    '<td><strong class="bad">drift</strong></td><td><code>a/Dockerfile</code> line 2</td><td>8095</td><td>8096</td>',
  );
});

test('every element is closed', () => {
  const page = reportHtml({ before });
  const open: string[] = [];
  for (const [, slash, name = ''] of page.replace(/<!DOCTYPE html>/, '').matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
    if (name === 'meta') continue;
    if (slash === '/') expect(open.pop()).toBe(name);
    else open.push(name);
  }
  expect(open).toEqual([]);
});

test('no text becomes markup', () => {
  const page = documentHtml({
    title: '</title><script>',
    lead: [[`<b>"&'`, { as: 'good', text: '<i>' }, { as: 'code', text: '<u>\x1b' }]],
    sections: [],
  });
  expect(page).toContain('<title>&lt;/title&gt;&lt;script&gt;</title>');
  expect(page).toContain(
    '<p>&lt;b&gt;&quot;&amp;&#39;<strong class="good">&lt;i&gt;</strong><code>&lt;u&gt;\\x1b</code></p>',
  );
});
