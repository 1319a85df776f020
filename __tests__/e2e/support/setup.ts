import { requireSystem } from './system.ts';

/** Run by jest once, before the tests. */
export default function setup(): void {
  requireSystem();
}
