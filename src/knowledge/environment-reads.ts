import type { CodeLanguage } from './call.ts';

/** How a language reads the environment. Names as in {@link CallRow}. */
export interface EnvironmentRow {
  readonly language: CodeLanguage;
  /** What holds the variables as its members: `process.env.PORT`, `os.environ['PORT']`. */
  readonly objects: readonly string[];
  /** What is called with the name of a variable, and a default behind it. */
  readonly functions: readonly string[];
  readonly source: string;
}

export const ENVIRONMENT: readonly EnvironmentRow[] = [
  {
    language: 'python',
    objects: ['os.environ', 'environ', 'os.environb'],
    functions: ['os.getenv', 'getenv', 'os.environ.get', 'environ.get', 'os.environ.setdefault', 'os.environ.pop'],
    source: 'https://docs.python.org/3/library/os.html#os.environ',
  },
  {
    language: 'javascript',
    objects: ['process.env', 'Bun.env', 'import.meta.env', 'env'],
    functions: ['Deno.env.get'],
    source: 'https://nodejs.org/api/process.html#processenv',
  },
  {
    language: 'php',
    objects: ['$_ENV', '$_SERVER'],
    functions: ['getenv', 'env'],
    source: 'https://www.php.net/manual/en/function.getenv.php',
  },
  { language: 'perl', objects: ['$ENV', '%ENV'], functions: [], source: 'https://perldoc.perl.org/variables/%25ENV' },
  {
    language: 'ruby',
    objects: ['ENV'],
    functions: ['ENV.fetch'],
    source: 'https://docs.ruby-lang.org/en/master/ENV.html',
  },
  {
    language: 'lua',
    objects: [],
    functions: ['os.getenv'],
    source: 'https://www.lua.org/manual/5.4/manual.html#pdf-os.getenv',
  },
  {
    language: 'r',
    objects: [],
    functions: ['Sys.getenv'],
    source: 'https://stat.ethz.ch/R-manual/R-devel/library/base/html/Sys.getenv.html',
  },
];
