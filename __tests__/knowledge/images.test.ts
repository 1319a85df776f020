import { findImage, images } from '../../src/knowledge/images.ts';

describe('the table of images', () => {
  test.each(images.map((image) => [image.names.join(' '), image] as const))('%s', (_, image) => {
    expect(image.source).toMatch(/^https:\/\/[^/\s]+\.[^/\s]+/);
    for (const port of image.ports) expect(port).toBeGreaterThan(0);
    for (const port of image.ports) expect(port).toBeLessThan(65536);
    expect(new Set(image.ports).size).toBe(image.ports.length);
    for (const name of image.names) expect(name).toMatch(/^[a-z0-9][a-z0-9._/-]*$/);
    expect([...image.names].sort()).toEqual(image.names);
    if (image.ports.length === 0) expect(image.listener).toBeDefined();
  });

  test('has enough rows', () => {
    expect(images.length).toBeGreaterThanOrEqual(150);
  });

  test('a name stands twice only where the tag tells the rows apart, the row for every tag last', () => {
    const seen = new Map<string, boolean[]>();
    for (const image of images) {
      for (const name of image.names) seen.set(name, [...(seen.get(name) ?? []), image.tag === undefined]);
    }
    const wrong = [...seen].filter(([, forEveryTag]) => forEveryTag.slice(0, -1).includes(true));
    expect(wrong).toEqual([]);
  });
});

describe('findImage', () => {
  test.each([
    ['nginx', [80]],
    ['nginx:1.27-alpine', [80]],
    ['docker.io/library/nginx:1.27@sha256:0123456789abcdef', [80]],
    ['index.docker.io/nginx', [80]],
    ['localhost:5000/nginx:alpine', [80]],
    ['registry.example.com:5000/library/postgres', [5432]],
    ['public.ecr.aws/docker/library/redis:7', [6379]],
    ['mirror.gcr.io/library/httpd', [80]],
    ['MariaDB:10', [3306]],
    ['quay.io/keycloak/keycloak:24.0', [8080, 8443]],
    ['docker.elastic.co/elasticsearch/elasticsearch:8.0.0', [9200, 9300]],
    ['haproxy:3', []],
  ])('%s', (image, ports) => {
    expect(findImage(image)?.ports).toEqual(ports);
  });

  test.each([
    ['php:8.3-apache', [80]],
    ['php:8.3-fpm-alpine', [9000]],
    ['wordpress', [80]],
    ['wordpress:6-fpm', [9000]],
    ['mcr.microsoft.com/dotnet/aspnet:6.0', [80]],
    ['mcr.microsoft.com/dotnet/aspnet:8.0', [8080]],
    ['mcr.microsoft.com/dotnet/aspnet', [8080]],
    ['docker:27-dind', [2375, 2376]],
  ])('the tag decides: %s', (image, ports) => {
    expect(findImage(image)?.ports).toEqual(ports);
  });

  test('rabbitmq serves its management page only with that tag', () => {
    expect(findImage('rabbitmq:3-management')?.ports).toContain(15672);
    expect(findImage('rabbitmq:3')?.ports).not.toContain(15672);
  });

  test.each(['node:20', 'php:8.3-cli', 'docker:27', 'scratch', 'mycompany/nginx', '$BASE', `\${BASE}:5000`, ''])(
    'knows nothing of "%s"',
    (image) => {
      expect(findImage(image)).toBeUndefined();
    },
  );

  test('says where nginx is configured', () => {
    expect(findImage('nginx')?.listener).toBe('/etc/nginx/conf.d/*.conf');
  });
});
