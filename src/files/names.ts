/** `Dockerfile`, `Dockerfile.*`, `*.Dockerfile`, and the same with `Containerfile`, in any case. */
const DOCKERFILE_NAME = /^(?:(?:dockerfile|containerfile)(?:\..+)?|.*\.(?:dockerfile|containerfile))$/is;
/**
 * `Dockerfile-prod`, `Dockerfile_prod`. In lower case, such names are mostly those of programs.
 *
 * @see https://docs.renovatebot.com/modules/manager/dockerfile/
 */
const SUFFIXED_NAME = /^(?:Docker|Container)[Ff]ile[-_]./s;

interface OtherKind {
  readonly what: string;
  readonly extensions: readonly string[];
  /** Only where the whole name is in lower case: `Dockerfile.go` is for Go, `dockerfile.go` is Go. */
  readonly lowerCaseOnly?: boolean;
}

/**
 * What `Dockerfile.*` is not a Dockerfile. Left out on purpose, because such files mostly are
 * Dockerfiles: `.txt`, `.yml` and `.yaml` (editors add them), templates (`.j2`, `.tmpl`, `.in`,
 * `.erb`: Dockerfiles with holes), and any word that says what the image is for (`.dev`, `.test`).
 */
const OTHER_KINDS: readonly OtherKind[] = [
  { what: 'the ignore file of one Dockerfile', extensions: ['dockerignore', 'containerignore'] },
  {
    what: 'a document',
    extensions: ['md', 'markdown', 'mdx', 'rst', 'adoc', 'asciidoc', 'html', 'htm', 'pdf', 'rtf', 'doc', 'docx', 'odt'],
  },
  { what: 'a picture', extensions: ['png', 'jpg', 'jpeg', 'gif', 'svg', 'webp'] },
  {
    what: 'a copy that somebody goes back to, so it stays as it is',
    extensions: ['orig', 'bak', 'backup', 'old', 'save', 'rpmsave', 'rpmnew', 'dpkg-old', 'dpkg-dist'],
  },
  { what: 'a leftover of an editor or a tool', extensions: ['swp', 'swo', 'tmp', 'rej'] },
  { what: 'a change to a Dockerfile', extensions: ['patch', 'diff'] },
  { what: 'a checksum, signature or lock', extensions: ['md5', 'sha1', 'sha256', 'sha512', 'asc', 'sig', 'lock'] },
  { what: 'an archive', extensions: ['tar', 'tgz', 'gz', 'zip'] },
  { what: 'a script that builds or replaces it', extensions: ['sh', 'bash', 'ps1', 'bat', 'cmd'] },
  {
    what: 'a program about Dockerfiles',
    extensions: [
      'go',
      'py',
      'js',
      'mjs',
      'cjs',
      'jsx',
      'ts',
      'tsx',
      'rb',
      'rs',
      'java',
      'kt',
      'scala',
      'cs',
      'php',
      'pl',
    ],
    lowerCaseOnly: true,
  },
  { what: 'data about Dockerfiles', extensions: ['json', 'toml', 'xml', 'snap', 'css'], lowerCaseOnly: true },
];

const ALWAYS = extensionsOf(OTHER_KINDS.filter((kind) => !kind.lowerCaseOnly));
const LOWER_CASE_ONLY = extensionsOf(OTHER_KINDS.filter((kind) => kind.lowerCaseOnly));

/**
 * Whether a walk takes a file of this name for a Dockerfile.
 *
 * `Dockerfile`, `Dockerfile.*` and `*.Dockerfile` in any case, `Dockerfile-*` and `Dockerfile_*`,
 * and the same with `Containerfile`, without ignore files, documents, backups and the like.
 *
 * @param basename - The last part of a path.
 */
export function isDockerfileName(basename: string): boolean {
  const isSuffixed = SUFFIXED_NAME.test(basename);
  if (!(isSuffixed || DOCKERFILE_NAME.test(basename)) || basename.endsWith('~')) return false;
  const extension = basename.slice(basename.lastIndexOf('.') + 1);
  if (ALWAYS.has(extension.toLowerCase())) return false;
  const suffix = isSuffixed ? /[-_]((?:dpkg-)?[^-_]*)$/i.exec(basename)?.[1]?.toLowerCase() : undefined;
  if (suffix !== undefined && ALWAYS.has(suffix)) return false;
  return (basename !== basename.toLowerCase() && !isSuffixed) || !LOWER_CASE_ONLY.has(extension);
}

function extensionsOf(kinds: readonly OtherKind[]): ReadonlySet<string> {
  return new Set(kinds.flatMap((kind) => kind.extensions));
}
