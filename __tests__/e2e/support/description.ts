import type { ImageConfiguration } from './builder.ts';

/**
 * An image in lines, to be compared: one for each variable, exposed port, label and trigger, one for
 * each command as a JSON array, and one for each other setting.
 */
export function describeConfiguration(configuration: ImageConfiguration): string[] {
  return Object.entries(configuration).flatMap(([key, value]) => linesOf(key, value));
}

function linesOf(key: string, value: unknown): string[] {
  if (key === 'Env' || key === 'OnBuild') return listOf(value).map((entry) => `${key} ${entry}`);
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return [`${key} ${JSON.stringify(value)}`];
  const entries = Object.entries(value);
  if (key === 'ExposedPorts') return entries.map(([port]) => `${key} ${port}`);
  return entries.flatMap(([name, inner]) => linesOf(`${key} ${name}`, inner));
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The lines that only one of two descriptions has: `-` those of the first, `+` those of the second. */
export function differences(before: readonly string[], after: readonly string[]): string[] {
  const rest = [...after];
  const removed = before.filter((line) => {
    const at = rest.indexOf(line);
    if (at !== -1) rest.splice(at, 1);
    return at === -1;
  });
  return [...removed.map((line) => `-${line}`), ...rest.map((line) => `+${line}`)];
}
