import { findInJavaScript } from '../../src/languages/javascript.ts';
import { findInPython } from '../../src/languages/python.ts';
import { findInScript } from '../../src/languages/scripts.ts';
import type { Finding } from '../../src/occurrence.ts';
import { MappedText, MappedTextBuilder } from '../../src/text/mapped-text.ts';

/** A file, and its code as a Dockerfile's exec form carries it: continued lines in a JSON string. */
function execForm(file: string): MappedText {
  const whole = MappedText.of(file);
  const joined = new MappedTextBuilder();
  let copied = 0;
  for (const match of file.matchAll(/\\\n/g)) {
    joined.copy(whole, copied, match.index);
    copied = match.index + 2;
  }
  const logical = joined.copy(whole, copied).build('continued lines', whole);
  const string = /"-[ce]", "(.*)"\]$/s.exec(logical.text)?.[1] ?? '';
  const inside = logical.slice(logical.text.length - 2 - string.length, logical.text.length - 2);
  const decoded = new MappedTextBuilder();
  copied = 0;
  for (const match of inside.text.matchAll(/\\(.)/g)) {
    decoded.copy(inside, copied, match.index);
    decoded.replace(match[1] === 'n' ? '\n' : (match[1] ?? ''), inside, match.index, match.index + 2);
    copied = match.index + 2;
  }
  return decoded.copy(inside, copied).build('JSON string', inside);
}

function places(file: string, findings: readonly Finding[]): string[] {
  return findings
    .filter((finding) => finding.kind === 'port')
    .map((finding) => {
      const span = finding.at.toSource();
      return span === undefined ? `${finding.port} nowhere` : `${file.slice(span.start, span.end)} at ${span.start}`;
    });
}

describe('findings through all layers', () => {
  test('stand where the digits stand in the file', () => {
    const file = String.raw`CMD ["python3", "-c", "import socket\nsocket.create_connection((\"localhost\", 8095), \
 timeout=2)"]`;
    expect(places(file, findInPython(execForm(file)))).toEqual([`8095 at ${file.indexOf('8095')}`]);
  });

  test('in a URL, in a string with escapes, in JSON', () => {
    const file = String.raw`CMD ["node", "-e", "fetch(\"http:\\/\\/localhost:8095\\/x\\u0041\")"]`;
    expect(places(file, findInJavaScript(execForm(file)))).toEqual([`8095 at ${file.indexOf('8095')}`]);
  });

  test('in a text that is put together of pieces', () => {
    const file = String.raw`CMD ["python3", "-c", "p = \"8095\"; u = \"http://%s:%s/\" % (\"localhost\", p); print(u)"]`;
    expect(places(file, findInPython(execForm(file)))).toEqual([`8095 at ${file.indexOf('8095')}`]);
  });

  test('are not one run where a line is continued within the digits', () => {
    const file = 'CMD ["node", "-e", "app.listen(80\\\n95)"]';
    expect(places(file, findInJavaScript(execForm(file)))).toEqual(['8095 nowhere']);
  });

  test('are not one run where a digit is written as an escape', () => {
    const file = String.raw`CMD ["python3", "-c", "open('http://localhost:\\x38095')"]`;
    expect(places(file, findInPython(execForm(file)))).toEqual(['8095 nowhere']);
  });

  test('of several files do not get mixed up', () => {
    const first = MappedText.of(`app.listen(8095)`, 100);
    const second = MappedText.of(`/* other */ app.listen(8095)`, 200);
    expect(findInJavaScript(first).map(({ at }) => at.sourceOffset(0))).toEqual([111]);
    expect(findInJavaScript(second).map(({ at }) => at.sourceOffset(0))).toEqual([223]);
  });

  test('keep the layers that were read', () => {
    const [finding] = findInScript(MappedText.of(`get('http://localhost:8095/')`).enter('perl'), 'perl');
    const names: string[] = [];
    for (let layer = finding?.at.layer; layer !== undefined; layer = layer.parent) names.push(layer.name);
    expect(names).toEqual(['perl string', 'perl']);
  });
});
