// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Dockerfiles are written with such placeholders
import { expose } from '../../transforms/expose.ts';
import { movedInMarks } from '../support/marked.ts';

/** What stands in a Dockerfile: `«8095»` moves, `⟨8095⟩` is for review, the rest stays. */
const CASES: readonly string[] = [
  'EXPOSE «8095»',
  'EXPOSE «8095»/tcp 8097/udp «8095»/udp',
  'EXPOSE "«8095»"',
  'EXPOSE ${PORT:-«8095»}',
  'EXPOSE ${PORT:-«8095»}/tcp',
  'expose 80 \\\n  «8095» \\\n  # 8095\n  443',
  'EXPOSE ⟨80\\\n95⟩',
  'EXPOSE 80950 18095',
  'ENV P=«8095»\nEXPOSE $P',
  'ARG P=«8095»\nEXPOSE ${P}/tcp ${P}',
  'ENV A=«8095»\nENV B=$A\nEXPOSE $B',
];

describe(expose.name, () => {
  test.each(CASES)('%s', (marked) => {
    const { expected, actual } = movedInMarks(`FROM a\n${marked}\n`);
    expect(actual).toBe(expected);
  });

  test('is for the instructions it says, and says what it does', () => {
    expect(expose.instructions.length).toBeGreaterThan(0);
    expect(expose.describe).toMatch(/^[A-Z]/);
  });
});
