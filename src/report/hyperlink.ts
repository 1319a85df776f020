import { pathToFileURL } from 'node:url';

export interface HyperlinkQuestion {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether the stream is a terminal. */
  readonly isTTY: boolean;
}

/** Terminals by `TERM_PROGRAM`, with the version since which they show hyperlinks. */
const PROGRAMS: ReadonlyMap<string, readonly [major: number, minor: number]> = new Map([
  // https://iterm2.com/documentation-escape-codes.html
  ['iTerm.app', [3, 1]],
  // https://wezfurlong.org/wezterm/hyperlinks.html
  ['WezTerm', [20200620, 0]],
  // https://code.visualstudio.com/updates/v1_72
  ['vscode', [1, 72]],
  // https://ghostty.org/docs/vt/reference
  ['ghostty', [1, 0]],
  // https://github.com/tmux/tmux/blob/master/CHANGES
  ['tmux', [3, 4]],
]);

/** Terminals by `TERM`: https://sw.kovidgoyal.net/kitty, https://github.com/alacritty/alacritty/blob/master/CHANGELOG.md */
const TERMS: ReadonlySet<string> = new Set(['xterm-kitty', 'xterm-ghostty', 'alacritty', 'foot', 'foot-extra']);

/** VTE 0.50.0 crashes on hyperlinks: https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda */
const FIRST_VTE = 5001;

/**
 * Whether a stream gets hyperlinks (OSC 8). Never where it is no terminal; `FORCE_HYPERLINK` decides
 * for a terminal that is not known, or against one that is (`0`).
 */
export function wantsHyperlinks({ env, isTTY }: HyperlinkQuestion): boolean {
  const { FORCE_HYPERLINK: forced, TERM: term, WT_SESSION: windows, VTE_VERSION: vte, TERM_PROGRAM: program } = env;
  if (!isTTY) return false;
  if (forced) return forced !== '0' && forced !== 'false';
  if (term === 'dumb' || env['CI']) return false;
  if (program !== undefined) {
    const since = PROGRAMS.get(program);
    if (since !== undefined) return isSince(env['TERM_PROGRAM_VERSION'] ?? '', since);
  }
  if (windows) return true;
  if (vte) return vteVersion(vte) >= FIRST_VTE;
  return term !== undefined && TERMS.has(term);
}

/** `6003`, or `0.60.3` as older versions wrote it. */
function vteVersion(version: string): number {
  if (/^\d+$/.test(version)) return Number(version);
  const [, minor = '0', patch = '0'] = version.split('.');
  return Number(minor) * 100 + Number(patch);
}

function isSince(version: string, [major, minor]: readonly [number, number]): boolean {
  const [first = '0', second = '0'] = version.split(/[.-]/);
  const known = Number.parseInt(first, 10);
  return known > major || (known === major && (minor === 0 || Number.parseInt(second, 10) >= minor));
}

/** Puts a text into a link to a file; the text as it is where the stream gets no links. */
export type Linker = (text: string, absolute: string) => string;

/** Links for a stream. Ask once for stdout and once for stderr. */
export function linkerFor(question: HyperlinkQuestion): Linker {
  return wantsHyperlinks(question) ? fileLink : (text) => text;
}

/**
 * A text that opens a file where it is clicked. The address is percent-encoded, so that no name can
 * end the escape sequence.
 *
 * @param text - Printable already.
 * @param absolute - The path of the file.
 */
export function fileLink(text: string, absolute: string): string {
  return `\x1b]8;;${pathToFileURL(absolute).href}\x1b\\${text}\x1b]8;;\x1b\\`;
}
