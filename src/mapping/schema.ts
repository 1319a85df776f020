import * as z from 'zod';
import { PROTOCOLS } from '../occurrence.ts';
import { LAST_PORT } from './port-text.ts';

/** What a service calls one of its ports: `http`, `metrics`. */
const NAME_PATTERN = '[A-Za-z][A-Za-z0-9_.-]*';
/** {@link https://github.com/opencontainers/image-spec/blob/main/image-index.md}, `platform`. */
const PLATFORM_PATTERN = /^[a-z0-9]+\/[a-z0-9_]+(?:\/[a-z0-9.]+)?$/;
const PORTS_PATTERN = `[1-9][0-9]{0,4}(-[1-9][0-9]{0,4})?(/(${PROTOCOLS.join('|')}))?`;

const PORTS = 'a map of old to new ports, such as { 8095: 8096 }, or a list of ports, such as [8096]';
const PLATFORM = 'a platform such as linux/arm64';

/**
 * The shape of a mapping file. What a port is, and how entries go together, is checked by
 * `parseMapping`, which can name the place of each; here it is only described, for editors.
 *
 * The `error` of a field completes the sentence "FIELD must be …".
 */
function createSchema() {
  const port = () =>
    z.union(
      [
        z.number().meta({ type: 'integer', minimum: 1, maximum: LAST_PORT }),
        z.string().meta({ pattern: `^${PORTS_PATTERN}$` }),
      ],
      { error: 'a port such as 8096, or a range such as 9100-9103' },
    );
  const byPort = <T extends z.core.$ZodType>(value: T, error: string) =>
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
  const assigned = (error: string) =>
    z.union(
      [
        port(),
        z.strictObject(
          {
            from: z.union([port(), z.array(port()).min(1)], { error: 'the port that it replaces, such as 8095' }).meta({
              description: 'The port, or the list of ports, that it replaces.',
            }),
            to: port().meta({ description: 'The port that it is to have.' }),
          },
          { error },
        ),
      ],
      { error },
    );
  const ONE = 'a port such as 8096, or { from: 8095, to: 8096 }';

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
        port: assigned(ONE)
          .optional()
          .meta({
            title: 'Port',
            description:
              'The port that it is to have; several have the key "ports". Which port becomes it is read from the Dockerfile; where that has several, "from" says it.',
            examples: [8096, '53/udp', { from: 8095, to: 8096 }],
          }),
        ports: z
          .union(
            [
              z.record(z.string().meta({ pattern: `^(${PORTS_PATTERN}|${NAME_PATTERN})$` }), assigned(ONE), {
                error: PORTS,
              }),
              z.array(assigned(ONE), { error: PORTS }),
            ],
            { error: PORTS },
          )
          .optional()
          .meta({
            title: 'Ports',
            description:
              'Either the ports that it is to have, as a list or by name, or old port: new port. Also "8095/tcp": 8096 and 9000-9003: 9100-9103.',
            examples: [
              { 8095: 8096 },
              { '53/udp': 5353 },
              { '9000-9003': '9100-9103' },
              [8096, 8105],
              { http: 8096, metrics: { from: 9090, to: 8105 } },
            ],
          }),
        shared: z.boolean({ error: 'true or false' }).optional().meta({
          title: 'May share a port',
          description: 'Allows this service to land on a port that another service has, or that is reserved.',
        }),
        image: z
          .string({ error: 'the name of an image' })
          .regex(/^\S+$/, { error: 'the name of an image' })
          .optional()
          .meta({
            title: 'Image',
            description: 'The image that its Dockerfile builds, for --rebuild-script and --bake.',
            examples: ['registry.example/api:1.4'],
          }),
        platforms: z
          .array(z.string({ error: PLATFORM }).regex(PLATFORM_PATTERN, { error: PLATFORM }), {
            error: 'a list of platforms, such as [linux/arm64]',
          })
          .min(1, { error: 'a list of platforms, such as [linux/arm64]' })
          .optional()
          .meta({
            title: 'Platforms',
            description: 'What the image is built for.',
            examples: [['linux/amd64', 'linux/arm64']],
          }),
        context: z
          .string({ error: 'a folder' })
          .min(1, { error: 'a folder' })
          .optional()
          .meta({
            title: 'Build context',
            description: "The folder that is sent to the builder, relative to this file's folder or to --root.",
            examples: ['services/api'],
          }),
        push: z.boolean({ error: 'true or false' }).optional().meta({
          title: 'Push',
          description: 'Whether the image is pushed once it is built.',
        }),
      },
      { error: 'a map with "dockerfile" and "port" or "ports"' },
    )
    .meta({
      title: 'Service',
      description: 'A container: its Dockerfile, its host names, and its ports.',
      oneOf: [{ required: ['port'] }, { required: ['ports'] }],
    });

  const mapping = z
    .strictObject(
      {
        $schema: z.string({ error: 'the address of a JSON Schema' }).optional().meta({
          description: 'The schema of this file, for editors.',
        }),
        services: z
          .record(z.string(), service, { error: 'a map of service names, each with "dockerfile" and "ports"' })
          .optional()
          .meta({ title: 'Services', description: 'The services, by name.' }),
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
    .meta({
      title: 'reberth mapping',
      description: 'Which service has which port, or moves from which port to which.',
    });
  return { mapping, service };
}

type Schemas = ReturnType<typeof createSchema>;
let schemas: Schemas | undefined;

/** What of a document is not of the shape of a mapping. */
export function validateShape(document: unknown): readonly z.core.$ZodIssue[] {
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
  schemas ??= createSchema();
  return { ...z.toJSONSchema(schemas.mapping, { target: 'draft-2020-12', io: 'input' }) };
}
