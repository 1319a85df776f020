import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

import { errorCode } from '../files/errors.ts';

/** A process, so described that it can be told later whether it is still running. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly host: string;
  /** Of Linux: changes at each start of the machine. */
  readonly boot?: string | undefined;
  /** Of Linux: the processes of one container see each other, and no others. */
  readonly namespace?: string | undefined;
  /** Of Linux: when the process started, in ticks since the boot. Another process with its pid has another one. */
  readonly start?: string | undefined;
}

/** `unknown`: it runs where it cannot be seen from here. */
export type Fate = 'running' | 'gone' | 'unknown';

/** The process that this runs in. */
export function thisProcess(): ProcessIdentity {
  return {
    pid: process.pid,
    host: hostname(),
    boot: attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    namespace: attempt(() => readlinkSync('/proc/self/ns/pid')),
    start: statusOf(process.pid)?.start,
  };
}

/** What has become of a process, as seen from another one: this one, unless told otherwise. */
export function fateOf(other: ProcessIdentity, here: ProcessIdentity = thisProcess()): Fate {
  const isSameBoot = isSame(other.boot, here.boot);
  if (isSameBoot === true && isSame(other.namespace, here.namespace) === false) return 'unknown';
  if (isSameBoot !== true && other.host !== here.host) return 'unknown';
  if (isSameBoot === false || !isRunning(other.pid)) return 'gone';
  return isSame(other.start, statusOf(other.pid)?.start) === false ? 'gone' : 'running';
}

function isSame(one: string | undefined, other: string | undefined): boolean | undefined {
  return one === undefined || other === undefined ? undefined : one === other;
}

function isRunning(pid: number): boolean {
  if (statusOf(pid)?.isDead === true) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
}

/** Reads `/proc/PID/stat`, see {@link https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html}. */
function statusOf(pid: number): { start: string | undefined; isDead: boolean } | undefined {
  const text = attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  if (text === undefined) return undefined;
  // The second field, the name in parentheses, may have blanks and parentheses in it; the third one is next.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return { start: fields[22 - 3], isDead: fields[0] === 'Z' || fields[0] === 'X' };
}

function attempt(read: () => string): string | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
