import { readFile } from 'node:fs/promises';
import { decode } from '../files/encoding.ts';

/** Whether a Dockerfile has a port that a plan would assign. One that cannot be read may have one. */
export async function hasPort(path: string): Promise<boolean> {
  const { findPorts } = await import('../plan-dockerfile.ts');
  const { servicePorts } = await import('../check/service-ports.ts');
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined) return true;
  const decoded = decode(bytes);
  return decoded.kind === 'problem' || servicePorts(findPorts(path, decoded.text)).length > 0;
}
