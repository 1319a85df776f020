import { isDockerfileName } from '../../src/files/names.ts';

describe('isDockerfileName', () => {
  test.each([
    'Dockerfile',
    'dockerfile',
    'DOCKERFILE',
    'DockerFile',
    'Dockerfile.dev',
    'dockerfile.PROD',
    'Dockerfile.trx-staking',
    'Dockerfile.alpine.arm64',
    'Dockerfile.1',
    'Dockerfile.with space',
    'Dockerfile.new\nline',
    'Dockerfile.größe',
    'api.Dockerfile',
    'api.dockerfile',
    'api.v2.DOCKERFILE',
    '.dockerfile',
    'Containerfile',
    'containerfile.dev',
    'api.Containerfile',
    'Dockerfile-dev',
    'Dockerfile_dev',
    'Dockerfile-go',
    'DockerFile-dev',
    'Containerfile-arm64.prod',
  ])('takes %j', (name) => {
    expect(isDockerfileName(name)).toBe(true);
  });

  test.each(['Dockerfile.j2', 'Dockerfile.tmpl', 'Dockerfile.template', 'Dockerfile.in', 'Dockerfile.erb'])(
    'takes the template %s',
    (name) => {
      expect(isDockerfileName(name)).toBe(true);
    },
  );

  test.each(['Dockerfile.txt', 'Dockerfile.yml', 'Dockerfile.yaml'])('takes %s: an editor added the ending', (name) => {
    expect(isDockerfileName(name)).toBe(true);
  });

  test.each([
    '',
    'dockerfiles',
    'dockerfile-dev',
    'dockerfile_dev',
    'myDockerfile',
    'Dockerfile.',
    'Dockerfile-',
    'Dockerfile-lint.js',
    'Dockerfile_spec.rb',
    'docker-compose.yml',
    'dockerfile-lint.js',
    'Containerfiles',
    'api.containerfile.md',
    '.dockerignore',
  ])('does not take %j: another name', (name) => {
    expect(isDockerfileName(name)).toBe(false);
  });

  test.each([
    'Dockerfile.dockerignore',
    'api.Dockerfile.dockerignore',
    'Dockerfile.prod.dockerignore',
    'Dockerfile.DockerIgnore',
    'Containerfile.containerignore',
    'Dockerfile.md',
    'DOCKERFILE.MD',
    'Dockerfile.html',
    'Dockerfile.rst',
    'Dockerfile.orig',
    'Dockerfile.rej',
    'Dockerfile.bak',
    'Dockerfile.old',
    'Dockerfile_old',
    'Dockerfile-prod-bak',
    'Dockerfile-README.md',
    'Dockerfile-prod~',
    'Containerfile_OLD',
    'Dockerfile~',
    'Dockerfile.dev~',
    'api.Dockerfile~',
    'Dockerfile.swp',
    'Dockerfile.patch',
    'Dockerfile.diff',
    'Dockerfile.sha256',
    'Dockerfile.sh',
    'Dockerfile.png',
  ])('does not take %s: another kind of file', (name) => {
    expect(isDockerfileName(name)).toBe(false);
  });

  test.each(['go', 'py', 'js', 'ts', 'rb', 'rs', 'json'])(
    'tells Dockerfile.%s from source code by its case',
    (word) => {
      expect(isDockerfileName(`Dockerfile.${word}`)).toBe(true);
      expect(isDockerfileName(`dockerfile.${word}`)).toBe(false);
    },
  );
});
