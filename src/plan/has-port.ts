import { DiagnosticError } from '../diagnostic.ts';
import { readDockerfile } from '../files/read.ts';

/** Whether a Dockerfile has a port that a plan would assign. One that cannot be read may have one. */
export async function hasPort(path: string): Promise<boolean> {
  const { findPorts } = await import('../run/plan-dockerfile.ts');
  const { servicePorts } = await import('../assign/service-ports.ts');
  try {
    const { text } = readDockerfile(path);
    return servicePorts(findPorts(path, text)).length > 0;
  } catch (error) {
    if (error instanceof DiagnosticError) return true;
    throw error;
  }
}
