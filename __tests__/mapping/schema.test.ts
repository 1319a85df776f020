import { knownKeys, mappingJsonSchema, validateShape } from '../../src/mapping/schema.ts';

/** The part of a JSON Schema at a path of keys. */
function at(...path: readonly string[]): unknown {
  return path.reduce<unknown>((part, key) => Object(part)[key], mappingJsonSchema());
}

test('names the draft it is written in', () => {
  expect(at('$schema')).toBe('https://json-schema.org/draft/2020-12/schema');
});

test('allows the keys that the validator allows, and no others', () => {
  expect(Object.keys(Object(at('properties')))).toEqual([...knownKeys('mapping')]);
  expect(at('additionalProperties')).toBe(false);
  const service = ['properties', 'services', 'additionalProperties'];
  expect(Object.keys(Object(at(...service, 'properties')))).toEqual([...knownKeys('service')]);
  expect(at(...service, 'additionalProperties')).toBe(false);
  expect(at(...service, 'required')).toEqual(['dockerfile']);
  expect(at(...service, 'oneOf')).toEqual([{ required: ['port'] }, { required: ['ports'] }]);
});

test('tells an editor what every field is for', () => {
  for (const key of knownKeys('mapping')) {
    expect(at('properties', key, 'description')).toEqual(expect.stringMatching(/\w+ .*\.$/));
  }
  for (const key of knownKeys('service')) {
    const field = ['properties', 'services', 'additionalProperties', 'properties', key];
    expect(at(...field, 'title')).toEqual(expect.stringMatching(/\w/));
    expect(at(...field, 'description')).toEqual(expect.stringMatching(/\w+ .*\.$/));
  }
});

test('every example is one that the validator takes', () => {
  const examplesOf = (...path: string[]): readonly unknown[] => Object(at(...path, 'examples'));
  for (const ports of examplesOf('properties', 'ports')) expect(validateShape({ ports })).toEqual([]);
  for (const reserved of examplesOf('properties', 'reserved')) expect(validateShape({ reserved })).toEqual([]);
  const service = ['properties', 'services', 'additionalProperties', 'properties'];
  for (const dockerfile of examplesOf(...service, 'dockerfile')) {
    expect(validateShape({ services: { a: { dockerfile, ports: {} } } })).toEqual([]);
  }
  const fields = ['hosts', 'port', 'ports', 'image', 'platforms', 'context'];
  for (const field of fields) {
    for (const value of examplesOf(...service, field)) {
      expect(validateShape({ services: { a: { dockerfile: 'D', [field]: value } } })).toEqual([]);
    }
  }
});

test.each([
  ['8095', true],
  ['8095/udp', true],
  ['9000-9003', true],
  ['9000-9003/sctp', true],
  ['0', false],
  ['08', false],
  ['http', false],
  ['80/icmp', false],
  ['123456', false],
])('the pattern of a port takes %s: %s', (text, isPort) => {
  const pattern = at('properties', 'ports', 'propertyNames', 'pattern');
  expect(new RegExp(String(pattern)).test(text)).toBe(isPort);
});

test('a new port is a whole number in range, or a text', () => {
  expect(at('properties', 'ports', 'additionalProperties', 'anyOf')).toEqual([
    { type: 'integer', minimum: 1, maximum: 65535 },
    { type: 'string', pattern: at('properties', 'ports', 'propertyNames', 'pattern') },
  ]);
});
