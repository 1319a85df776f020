import type { PlannedDockerfile } from '../../src/run/plan-dockerfile.ts';
import { type PlanRequest, plan } from '../support/plan.ts';

/** Two changes close together, one far from them, two for review of which one can only be written by hand. */
const APP = [
  'FROM scratch',
  'ENV PORT=8095',
  'EXPOSE 8095',
  ...Array.from({ length: 9 }, (_, i) => `RUN step ${i}`),
  'CMD ["uvicorn", "app:app", "--port", "8095"]',
  'RUN tool 8095',
  'RUN thing 8095 \\',
  '  80\\',
  '95',
  '',
].join('\n');

export function planned(path: string, text: string = APP, request: PlanRequest = {}): PlannedDockerfile {
  return { ...plan(text, request), path };
}
