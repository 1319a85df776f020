/** Functions whose result is their first argument, as far as a port or a host is concerned. */
export const CONVERSIONS: readonly string[] = [
  'int',
  'str',
  'bytes',
  'String',
  'Number',
  'parseInt',
  'Integer',
  'intval',
  'strval',
  'tonumber',
  'tostring',
  'as.integer',
  'as.numeric',
  'as.character',
  'gethostbyname',
  'inet_aton',
  'URI',
  'URI.parse',
  'URL',
  'L',
];

/** Methods whose result is what they are called on. */
export const CONVERSION_METHODS: readonly string[] = [
  'strip',
  'encode',
  'decode',
  'trim',
  'toString',
  'valueOf',
  'to_i',
  'to_s',
  'chomp',
  'href',
];

/** Functions that put their further arguments into their first one, at `%s` and `%d`. */
export const FORMATTERS: readonly string[] = ['sprintf', 'format', 'util.format', 'string.format'];

/** Functions that put their arguments together to one text. */
export const CONCATENATIONS: readonly string[] = ['paste0'];

/** Functions whose result is the name of this container. */
export const OWN_NAME: readonly string[] = ['gethostname', 'os.hostname', 'Socket.gethostname', 'getfqdn'];
