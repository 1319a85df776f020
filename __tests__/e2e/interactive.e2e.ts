import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CLI, folderWith, reberth, removeFolders } from '../support/process.ts';

try {
  execFileSync('tmux', ['-V']);
} catch {
  throw new Error("apply --interactive is tested in a terminal of tmux: install Debian's tmux");
}

const FILES = {
  'a/Dockerfile': [
    'FROM scratch',
    'ENV PORT=8095',
    ...Array.from({ length: 9 }, (_, i) => `RUN step ${i}`),
    'EXPOSE 8095',
    'RUN tool 8095',
    '',
  ].join('\n'),
  'b/Dockerfile': 'FROM scratch\nEXPOSE 8095\n',
};

interface Terminal {
  readonly folder: string;
  /** Waits until the screen shows a text. */
  until(text: string | RegExp): Promise<string>;
  press(...keys: string[]): void;
  read(path: string): string;
}

const sockets = mkdtempSync(join(tmpdir(), 'reberth-tmux-'));
let started = 0;

/** Runs a command line in a terminal of its own; `$REBERTH` is the command. */
async function inTerminal(command: string, use: (terminal: Terminal) => Promise<void>): Promise<void> {
  const folder = folderWith(FILES);
  const socket = join(sockets, String(started++));
  const tmux = (...args: string[]): string =>
    execFileSync('tmux', ['-f', '/dev/null', '-S', socket, ...args], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: folder, TERM: 'xterm-256color', LANG: 'C.UTF-8' },
    });
  // The shell stays, so that what is left on the screen can be read.
  const script = `REBERTH="${process.execPath} ${CLI}"; ${command}; echo "exit code $?"; exec cat`;
  tmux('-u', 'new-session', '-d', '-x', '110', '-y', '50', '-c', folder, script);
  const screen = (): string => tmux('capture-pane', '-p', '-S', '-');
  try {
    await use({
      folder,
      async until(text) {
        const end = Date.now() + 20_000;
        for (let shown = ''; Date.now() < end; await wait(25)) {
          shown = screen();
          if (typeof text === 'string' ? shown.includes(text) : text.test(shown)) return shown;
        }
        throw new Error(`the terminal does not show ${text}:\n${screen()}`);
      },
      press: (...keys) => void tmux('send-keys', ...keys),
      read: (path) => readFileSync(join(folder, path), 'utf8'),
    });
  } finally {
    tmux('kill-server');
  }
}

afterEach(removeFolders);
afterAll(() => rmSync(sockets, { recursive: true, force: true }));

const APPLY = '$REBERTH apply . --port 8095=8096 --interactive';

test('yes, no, and yes to what is possible: just that is written', async () => {
  await inTerminal(APPLY, async ({ until, press, read }) => {
    const first = await until('(1/4) a/Dockerfile: Change 8095 → 8096?');
    expect(first).toMatch(/-ENV PORT=8095\n\+ENV PORT=8096\n/);
    press('y');
    await until('(2/4) a/Dockerfile: Change 8095 → 8096?');
    press('n');
    const possible = await until('(3/4) a/Dockerfile: Is this the port?');
    expect(possible).toContain('argument of tool that equals an exposed port');
    press('y');
    await until('(4/4) b/Dockerfile: Change 8095 → 8096?');
    press('y');
    const last = await until('exit code 0');
    expect(last).toContain('warning[partly-moved]');
    expect(last).toContain('Changed 2 of 2 files');
    expect(read('a/Dockerfile')).toBe(
      FILES['a/Dockerfile'].replace('PORT=8095', 'PORT=8096').replace('tool 8095', 'tool 8096'),
    );
    expect(read('b/Dockerfile')).toBe('FROM scratch\nEXPOSE 8096\n');
  });
});

test('why, back, all of this port; Enter leaves what is only possible', async () => {
  await inTerminal(APPLY, async ({ until, press, read }) => {
    await until('(1/4)');
    press('w');
    await until(/2:10 +ENV +8095 → 8096 +env +probable +the variable PORT says port/);
    press('n');
    await until('(2/4)');
    press('b');
    await until(/\(2\/4\).*\(1\/4\)/s);
    press('p');
    await until('(4/4) a/Dockerfile: Is this the port?');
    press('Enter');
    await until('exit code 0');
    expect(read('a/Dockerfile')).toBe(FILES['a/Dockerfile'].replace(/(PORT=|EXPOSE )8095/g, '$18096'));
    expect(read('b/Dockerfile')).toBe('FROM scratch\nEXPOSE 8096\n');
  });
});

test('a threshold is chosen from a list, and quit keeps what was chosen', async () => {
  await inTerminal(APPLY, async ({ until, press, read }) => {
    await until('(1/4)');
    press('t');
    await until('The least certain change to ask about');
    press('Up', 'Up', 'Enter');
    await until('(1/2) a/Dockerfile');
    press('y');
    await until('(2/2) b/Dockerfile');
    press('q');
    await until('exit code 0');
    expect(read('a/Dockerfile')).toBe(FILES['a/Dockerfile'].replace('EXPOSE 8095', 'EXPOSE 8096'));
    expect(read('b/Dockerfile')).toBe(FILES['b/Dockerfile']);
  });
});

test.each(['C-c', 'C-d', 'Escape'])(
  'breaking off with %s writes nothing and leaves the terminal as it was',
  async (key) => {
    await inTerminal(
      `before=$(stty -g); ${APPLY}; code=$?; [ "$before" = "$(stty -g)" ] && echo "the same"; (exit $code)`,
      async ({ folder, until, press, read }) => {
        await until('(1/4)');
        press('y');
        await until('(2/4)');
        press(key);
        const last = await until('exit code 2');
        expect(existsSync(join(folder, '.reberth/lock'))).toBe(false);
        expect(last).toContain('broken off: nothing was written');
        expect(last).toContain('the same');
        expect(read('a/Dockerfile')).toBe(FILES['a/Dockerfile']);
        expect(read('b/Dockerfile')).toBe(FILES['b/Dockerfile']);
      },
    );
  },
);

test('what is chosen can be shown instead: standard output is free for it', async () => {
  await inTerminal(`${APPLY} --dry-run > chosen.diff`, async ({ until, press, read }) => {
    await until('(1/4)');
    press('d');
    await until('(4/4)');
    press('a');
    await until('exit code 0');
    expect(read('chosen.diff')).toBe(
      'diff --git a/b/Dockerfile b/b/Dockerfile\n--- a/b/Dockerfile\n+++ b/b/Dockerfile\n@@ -1,2 +1,2 @@\n FROM scratch\n-EXPOSE 8095\n+EXPOSE 8096\n',
    );
    expect(read('b/Dockerfile')).toBe(FILES['b/Dockerfile']);
  });
});

test('what conflicts between services only because of the choice is refused', async () => {
  const mapping =
    '{"services": {"a": {"dockerfile": "a/Dockerfile", "ports": {"8095": 8096}}, "b": {"dockerfile": "b/Dockerfile", "ports": {"8096": 8097}}}}';
  // "b" is on 8096 already, and is to leave it.
  const prepare = `sed -i s/8095/8096/ b/Dockerfile; echo '${mapping}' > ports.yaml`;
  await inTerminal(`${prepare}; $REBERTH apply -m ports.yaml --interactive`, async ({ until, press, read }) => {
    await until('(1/4)');
    press('a');
    await until('Is this the port?');
    press('n');
    await until('b/Dockerfile: Change 8096 → 8097?');
    press('n');
    const last = await until('exit code 2');
    expect(last).toContain('error[port-conflict]');
    expect(read('a/Dockerfile')).toBe(FILES['a/Dockerfile']);
  });
});

test('without a terminal nothing is asked, and nothing is written', async () => {
  const folder = folderWith(FILES);
  const { code, stdout, stderr } = await reberth(['apply', '.', '--port', '8095=8096', '--interactive'], {
    cwd: folder,
  });
  expect(code).toBe(2);
  expect(stdout.toString()).toBe('');
  expect(stderr).toContain('error[no-terminal]: --interactive asks on a terminal, and standard input is none');
  expect(readFileSync(join(folder, 'a/Dockerfile'), 'utf8')).toBe(FILES['a/Dockerfile']);
});
