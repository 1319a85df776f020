/** Languages that are read word by word, with what of their grammar matters for ports. */
export const SCRIPT_LANGUAGES = ['php', 'perl', 'ruby', 'lua', 'r'] as const;
export type ScriptLanguage = (typeof SCRIPT_LANGUAGES)[number];

/** How a quote is read: which escapes count in it, and how values are put into it. */
export interface QuoteRule {
  readonly backslash: 'all' | 'quotes';
  readonly interpolates: 'dollar' | 'hash' | 'no';
}

export interface ScriptSyntax {
  readonly lineComments: readonly string[];
  readonly blockComments: readonly (readonly [open: string, close: string])[];
  readonly quotes: Readonly<Record<string, QuoteRule>>;
  /** Whether a name can have dots in it. */
  readonly dottedNames: boolean;
  /** The characters that start a variable's name. */
  readonly sigils: string;
  /** Between an object and the name of its member. */
  readonly members: readonly string[];
  /** Put texts together. */
  readonly joins: readonly string[];
  /** Take the right side where the left one is not set. */
  readonly choices: readonly string[];
  /** Those of them that bind more weakly than an assignment. */
  readonly weakChoices: readonly string[];
  readonly assignments: readonly string[];
  readonly comparisons: readonly string[];
  /** Between a name and its value in arguments and tables, beside `=>`. */
  readonly namedBy: '=' | ':' | undefined;
  /** A call may have no parentheses: for `any` arguments, or for one `text` or table. */
  readonly bareCalls: 'any' | 'text' | 'no';
  readonly newlineEnds: boolean;
  /** `/…/`, `s/…/…/` and `%w[…]`. */
  readonly quoteWords: readonly string[];
  /** Words in front of an expression that change nothing here. */
  readonly prefixes: readonly string[];
  /** Words between expressions. */
  readonly separators: readonly string[];
  /** Where the syntax is documented. */
  readonly source: string;
}

const COMPARISONS = ['==', '!=', '<', '>', '<=', '>='];

export const SCRIPT_SYNTAX: Readonly<Record<ScriptLanguage, ScriptSyntax>> = {
  php: {
    lineComments: ['//', '#'],
    blockComments: [['/*', '*/']],
    quotes: {
      "'": { backslash: 'quotes', interpolates: 'no' },
      '"': { backslash: 'all', interpolates: 'dollar' },
      '`': { backslash: 'all', interpolates: 'dollar' },
    },
    dottedNames: false,
    sigils: '$',
    members: ['->', '?->', '::', '\\'],
    joins: ['.'],
    choices: ['||', '??', '?:', '&&', 'or', 'and'],
    weakChoices: ['or', 'and', 'xor'],
    assignments: ['=', '.=', '+=', '??='],
    comparisons: [...COMPARISONS, '===', '!==', '<>', '<=>'],
    namedBy: ':',
    bareCalls: 'no',
    newlineEnds: false,
    quoteWords: [],
    prefixes: ['new', 'echo', 'print', 'return', 'throw', 'clone', 'global', 'static', 'use', 'require', 'include'],
    separators: ['as', 'case', 'catch', 'else', 'try', 'finally', 'do'],
    source: 'https://www.php.net/manual/en/langref.php',
  },
  perl: {
    lineComments: ['#'],
    blockComments: [],
    quotes: {
      "'": { backslash: 'quotes', interpolates: 'no' },
      '"': { backslash: 'all', interpolates: 'dollar' },
      '`': { backslash: 'all', interpolates: 'dollar' },
    },
    dottedNames: false,
    sigils: '$@%&',
    members: ['->', '::'],
    joins: ['.'],
    choices: ['||', '//', '&&', 'or', 'and', 'xor'],
    weakChoices: ['or', 'and', 'xor'],
    assignments: ['=', '.=', '+=', '||=', '//='],
    comparisons: [...COMPARISONS, '<=>', '=~', '!~', 'eq', 'ne', 'lt', 'gt', 'le', 'ge'],
    namedBy: undefined,
    bareCalls: 'any',
    newlineEnds: false,
    quoteWords: ['q', 'qq', 'qw', 'qx', 'm', 'qr', 's', 'tr', 'y'],
    prefixes: ['my', 'our', 'local', 'return', 'use', 'no', 'not', 'defined'],
    separators: ['if', 'unless', 'while', 'until', 'for', 'foreach', 'else', 'elsif', 'do', 'eval', 'sub'],
    source: 'https://perldoc.perl.org/perlsyn',
  },
  ruby: {
    lineComments: ['#'],
    blockComments: [],
    quotes: {
      "'": { backslash: 'quotes', interpolates: 'no' },
      '"': { backslash: 'all', interpolates: 'hash' },
      '`': { backslash: 'all', interpolates: 'hash' },
    },
    dottedNames: false,
    sigils: '$@',
    members: ['.', '&.', '::'],
    joins: ['+'],
    choices: ['||', '&&', 'or', 'and'],
    weakChoices: ['or', 'and', 'xor'],
    assignments: ['=', '+=', '||='],
    comparisons: [...COMPARISONS, '===', '<=>', '=~', '!~'],
    namedBy: ':',
    bareCalls: 'any',
    newlineEnds: true,
    quoteWords: ['%w', '%i', '%q', '%Q', '%r'],
    prefixes: ['return', 'not', 'yield'],
    separators: [
      'if',
      'unless',
      'while',
      'until',
      'else',
      'elsif',
      'do',
      'end',
      'then',
      'begin',
      'rescue',
      'ensure',
      'def',
    ],
    source: 'https://docs.ruby-lang.org/en/master/syntax_rdoc.html',
  },
  lua: {
    lineComments: ['--'],
    blockComments: [['--[[', ']]']],
    quotes: {
      "'": { backslash: 'all', interpolates: 'no' },
      '"': { backslash: 'all', interpolates: 'no' },
    },
    dottedNames: false,
    sigils: '$',
    members: ['.', ':'],
    joins: ['..'],
    choices: ['or', 'and'],
    weakChoices: [],
    assignments: ['='],
    comparisons: [...COMPARISONS, '~='],
    namedBy: '=',
    bareCalls: 'text',
    newlineEnds: false,
    quoteWords: [],
    prefixes: ['local', 'return', 'not'],
    separators: ['if', 'then', 'else', 'elseif', 'end', 'do', 'while', 'for', 'in', 'repeat', 'until', 'function'],
    source: 'https://www.lua.org/manual/5.4/manual.html#9',
  },
  r: {
    lineComments: ['#'],
    blockComments: [],
    quotes: {
      "'": { backslash: 'all', interpolates: 'no' },
      '"': { backslash: 'all', interpolates: 'no' },
    },
    dottedNames: true,
    sigils: '$',
    members: ['$', '::', ':::', '@'],
    joins: [],
    choices: ['||', '&&', '%||%'],
    weakChoices: [],
    assignments: ['=', '<-', '<<-'],
    comparisons: [...COMPARISONS, '%in%'],
    namedBy: '=',
    bareCalls: 'no',
    newlineEnds: true,
    quoteWords: [],
    prefixes: [],
    separators: ['if', 'else', 'for', 'in', 'while', 'repeat'],
    source: 'https://cran.r-project.org/doc/manuals/r-release/R-lang.html',
  },
};

/** Longer ones first, so that the longest counts. */
export const SIGNS: readonly string[] = [
  '<<-',
  '<=>',
  '===',
  '!==',
  '...',
  ':::',
  '?->',
  '??=',
  '||=',
  '//=',
  '->',
  '=>',
  '::',
  '&.',
  '==',
  '!=',
  '~=',
  '=~',
  '!~',
  '<=',
  '>=',
  '<>',
  '<-',
  '&&',
  '||',
  '//',
  '??',
  '?:',
  '..',
  '+=',
  '-=',
  '.=',
  '**',
  '<<',
  '>>',
];
