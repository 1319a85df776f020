import { createRequire } from 'node:module';
import type { core, infer as Infer } from 'zod';
import { PROTOCOLS } from '../occurrence.ts';
import { LAST_PORT } from './port-text.ts';

const PORTS_PATTERN = `[1-9][0-9]{0,4}(-[1-9][0-9]{0,4})?(/(${PROTOCOLS.join('|')}))?`;

/**
 * The shape of a mapping file. What a port is, and how entries go together, is checked by
 * `parseMapping`, which can name the place of each; here it is only described, for editors.
 *
 * The `error` of a field completes the sentence "FIELD must be …".
 */
function createSchema() {
  const z: typeof import('zod') = createRequire(import.meta.url)('zod');

  const port = () =>
    z.union(
      [
        z.number().meta({ type: 'integer', minimum: 1, maximum: LAST_PORT }),
        z.string().meta({ pattern: `^${PORTS_PATTERN}$` }),
      ],
      { error: 'a port such as 8096, or a range such as 9100-9103' },
    );
  const byPort = <T extends core.$ZodType>(value: T, error: string) =>
    z.record(z.string().meta({ pattern: `^${PORTS_PATTERN}$` }), value, { error });
  const texts = (error: string) =>
    z.union(
      [
        z.string().min(1, { error: 'text' }),
        z.array(z.string({ error: 'text' }).min(1, { error: 'text' })).min(1, { error }),
      ],
      {
        error,
      },
    );
  const ports = () => byPort(port(), 'a map of old to new ports, such as { 8095: 8096 }');

  const service = z
    .strictObject(
      {
        dockerfile: texts('a path, a glob, or a list of them').meta({
          title: 'Dockerfile',
          description:
            "Path or glob of its Dockerfile, or a list of them, relative to this file's folder or to --root.",
          examples: ['services/api/Dockerfile', 'services/*/Dockerfile.api', ['api/Dockerfile', 'api/Dockerfile.dev']],
        }),
        hosts: z
          .array(z.string({ error: 'a host name' }).min(1, { error: 'a host name' }), { error: 'a list of host names' })
          .optional()
          .meta({
            title: 'Host names',
            description:
              'How other containers reach it. An address such as http://api:8095 in another Dockerfile then moves, too.',
            examples: [['api', 'api.internal']],
          }),
        ports: ports().meta({
          title: 'Ports that move',
          description: 'Old port: new port, all at once. Also "8095/tcp": 8096 and 9000-9003: 9100-9103.',
          examples: [{ 8095: 8096 }, { '53/udp': 5353 }, { '9000-9003': '9100-9103' }],
        }),
        shared: z.boolean({ error: 'true or false' }).optional().meta({
          title: 'May share a port',
          description: 'Allows this service to land on a port that another service has, or that is reserved.',
        }),
      },
      { error: 'a map with "dockerfile" and "ports"' },
    )
    .meta({ title: 'Service', description: 'A container: its Dockerfile, its host names, and its ports that move.' });

  const mapping = z
    .strictObject(
      {
        $schema: z.string({ error: 'the address of a JSON Schema' }).optional().meta({
          description: 'The schema of this file, for editors.',
        }),
        services: z
          .record(z.string(), service, { error: 'a map of service names, each with "dockerfile" and "ports"' })
          .optional()
          .meta({ title: 'Services', description: 'The services whose ports move, by name.' }),
        ports: ports()
          .optional()
          .meta({
            title: 'Ports that move everywhere',
            description: "For every Dockerfile of the run. A service's own ports win in its Dockerfiles.",
            examples: [{ 5000: 5050 }],
          }),
        reserved: z
          .union(
            [
              z.array(port()),
              byPort(z.string({ error: 'the name of its owner' }), 'a map of port to owner, or a list of ports'),
            ],
            { error: 'a map of port to owner, such as { 8095: node-management }, or a list of ports' },
          )
          .optional()
          .meta({
            title: 'Reserved ports',
            description: 'Ports that nobody but their owner may land on: a map of port to owner, or a list of ports.',
            examples: [{ 8095: 'node-management' }, [8095, '9000-9003']],
          }),
      },
      { error: 'a map with "services" or "ports"' },
    )
    .meta({ title: 'reberth mapping', description: 'Which service moves from which port to which.' });
  return { mapping, service };
}

type Schemas = ReturnType<typeof createSchema>;
let schemas: Schemas | undefined;

/** A mapping file as it is written. */
export type MappingDocument = Infer<Schemas['mapping']>;

/** What of a document is not of the shape of a mapping. */
export function validateShape(document: unknown): readonly core.$ZodIssue[] {
  schemas ??= createSchema();
  return schemas.mapping.safeParse(document).error?.issues ?? [];
}

/** The keys that a mapping may have at the top, or those of a service. */
export function knownKeys(of: 'mapping' | 'service'): readonly string[] {
  schemas ??= createSchema();
  return Object.keys(schemas[of].shape);
}

/** The JSON Schema (draft 2020-12) of mapping files, for editors. */
export function mappingJsonSchema(): Record<string, unknown> {
  const z: typeof import('zod') = createRequire(import.meta.url)('zod');
  schemas ??= createSchema();
  return { ...z.toJSONSchema(schemas.mapping, { target: 'draft-2020-12', io: 'input' }) };
}
