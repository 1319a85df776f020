import { applyEdits } from '../../src/rewrite/edit.ts';
import type { Edit } from '../../src/rewrite/plan.ts';
import { plan } from '../support/plan.ts';

const [any] = plan('FROM a\nEXPOSE 8095\n').edits;

function edit(start: number, end: number, text: string): Edit {
  if (any === undefined) throw new Error('no edit');
  return { ...any, span: { start, end }, text };
}

describe('edits', () => {
  test('replace their spans, and nothing else', () => {
    expect(applyEdits('a 80 b 81 c', [edit(2, 4, '8080'), edit(7, 9, '1')])).toBe('a 8080 b 1 c');
  });

  test('insert at an empty span', () => {
    expect(applyEdits('http://h/x', [edit(8, 8, ':8080')])).toBe('http://h:8080/x');
  });

  test('side by side stay apart', () => {
    expect(applyEdits('8081', [edit(0, 2, '90'), edit(2, 4, '91')])).toBe('9091');
    expect(applyEdits('80', [edit(0, 2, '90'), edit(2, 2, ':1')])).toBe('90:1');
  });

  test('none leave the text as it is', () => {
    const text = '\uFEFFFROM a\r\n\uDC80';
    expect(applyEdits(text, [])).toBe(text);
  });

  test('keep every other unit of the text, lone surrogates too', () => {
    expect(applyEdits('\uFEFF\uDCFF80😀\r\n\r', [edit(2, 4, '1')])).toBe('\uFEFF\uDCFF1😀\r\n\r');
  });
});
