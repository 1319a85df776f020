import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { isDockerfileName } from '../src/files/names.ts';

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly files: string;
  readonly exclude: string;
}

const [hook, ofPlan]: [Hook, Record<string, unknown>] = parse(
  readFileSync(join(import.meta.dirname, '..', '.pre-commit-hooks.yaml'), 'utf8'),
);
const names = readFileSync(join(import.meta.dirname, '..', 'src', 'files', 'names.ts'), 'utf8');

/** A pattern of Python's, without what JavaScript does not know: `(?x)` and groups that disregard case. */
function javascript(pattern: string): RegExp {
  const text = pattern.startsWith('(?x)') ? pattern.slice('(?x)'.length).replace(/\s/g, '') : pattern;
  const eitherCase = (letter: string) => `[${letter}${letter.toUpperCase()}]`;
  return new RegExp(
    text.replace(/\(\?i:([^)]*)\)/g, (_, group: string) => `(?:${group.replace(/[a-z]/g, eitherCase)})`),
  );
}

const files = javascript(hook.files);
const exclude = javascript(hook.exclude);
const isPassed = (path: string) => files.test(path) && !exclude.test(path);

const stems = [
  'Dockerfile',
  'dockerfile',
  'DOCKERFILE',
  'Containerfile',
  'containerfile',
  'api.Dockerfile',
  'api.Containerfile',
  'Dockerfile-prod',
  'Dockerfile_v1-x',
  'DockerFile-prod',
  'dockerfile-lint',
  'Containerfile_prod',
  'Makefile',
];
const quoted = [...names.matchAll(/'([a-z0-9-]+)'/g)].map(([, word = '']) => word);
const extensions = ['', 'dev', 'dockerfile', 'txt', 'yaml', 'j2', 'v2.prod', 'bak~', ...quoted];

test('the pre-commit hook is given the files that a walk takes', () => {
  expect(quoted.length).toBeGreaterThan(70);
  const cases = stems.flatMap((stem) =>
    extensions.flatMap((extension) =>
      [extension, extension.toUpperCase()].flatMap((ending) =>
        ending === '' ? [stem] : ['.', '-', '_'].map((separator) => `${stem}${separator}${ending}`),
      ),
    ),
  );
  const differing = cases.filter(
    (name) => isPassed(name) !== isDockerfileName(name) || isPassed(`a b/C/${name}`) !== isDockerfileName(name),
  );
  expect(differing).toEqual([]);
});

test('a commit of the plan alone is checked, and the whole plan with it', () => {
  expect(ofPlan).toMatchObject({ entry: hook.entry, always_run: true, pass_filenames: false });
  expect(ofPlan).not.toHaveProperty('files');
});

test('the README names the hooks that there are', () => {
  const readme = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8');
  expect([...readme.matchAll(/`id: ([\w-]+)`/g)].map(([, id]) => id)).toEqual([hook.id, ofPlan['id']]);
});
