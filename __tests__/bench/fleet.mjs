// Synthetic fleets of Dockerfiles: the same files for the same numbers, sized and shaped like those of real services.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The port that moves in every benchmark. It, and the port that it moves to, stand nowhere but where they should. */
export const PORT = 8095;
const OTHER_PORTS = [80, 443, 3000, 4000, 5000, 5432, 6379, 8000, 8080, 8443, 8888, 9000, 9090];
/** Of the sizes that are aimed at. Files end with a whole line, so theirs is 570. */
const MEDIAN_BYTES = 530;
/** Of the logarithm of the size: nine of ten files are between a quarter and four times the median. */
const SPREAD = 0.85;
const FILES_IN_A_GROUP = 100;

const KINDS = [
  {
    from: 'python:3.12-slim',
    setup: [
      'WORKDIR /app',
      'COPY requirements.txt .',
      'RUN pip install --no-cache-dir -r requirements.txt',
      'COPY . .',
    ],
    command: (port) => `CMD ["python3", "-m", "uvicorn", "main:app", "--host", "0.0.0.0", "--port", "${port}"]`,
    health: (port) =>
      `CMD ["python3", "-c", "import urllib.request; urllib.request.urlopen('http://localhost:${port}/health')"]`,
  },
  {
    from: 'node:20-alpine',
    setup: ['WORKDIR /app', 'COPY package*.json ./', 'RUN npm ci --omit=dev && npm cache clean --force', 'COPY . .'],
    command: () => 'CMD ["node", "server.js"]',
    health: (port) => `CMD wget -qO- http://127.0.0.1:${port}/ready || exit 1`,
  },
  {
    from: 'eclipse-temurin:21-jre',
    setup: ['COPY target/service.jar /service.jar'],
    command: (port) => `ENTRYPOINT ["java", "-jar", "/service.jar", "--server.port=${port}"]`,
    health: (port) => `CMD curl -fsS http://localhost:${port}/actuator/health || exit 1`,
  },
  {
    from: 'golang:1.22 AS build\nWORKDIR /src\nCOPY . .\nRUN CGO_ENABLED=0 go build -o /service ./cmd/service\n\nFROM alpine:3.20',
    setup: ['COPY --from=build /service /usr/local/bin/service', 'USER 65534'],
    command: (port) => `ENTRYPOINT ["service", "--listen", ":${port}"]`,
    health: (port) => `CMD nc -z localhost ${port}`,
  },
];

const FILLERS = [
  (random) =>
    `RUN apt-get update && apt-get install -y --no-install-recommends curl=7.${random(99)} \\\n    && rm -rf /var/lib/apt/lists/*`,
  (random) => `ENV REQUEST_TIMEOUT_MS=${1000 + random(6000)} WORKERS=${1 + random(8)}`,
  (random) => `LABEL org.opencontainers.image.version="1.${random(40)}.${random(900)}" team="payments"`,
  () => '# The certificates of the proxy',
  (random) => `COPY config/settings-${random(500)}.yaml /etc/service/`,
  (random) => `RUN adduser --system --uid ${10000 + random(5000)} service`,
  (random) => `ARG BUILD_NUMBER=${random(7000)}`,
  () => 'RUN set -eux; mkdir -p /var/lib/service; chown -R nobody:nogroup /var/lib/service',
];

/**
 * Writes a fleet.
 *
 * @param folder where to
 * @param count of files
 * @param share of the files that hold {@link PORT}, 0 to 1
 * @returns how many hold it, and the median size in bytes
 */
export function writeFleet(folder, count, share) {
  const next = generator(count);
  const random = (below) => Math.floor(next() * below);
  const sizes = [];
  let matching = 0;
  for (let at = 0; at < count; at += 1) {
    // Spread evenly: the share is met in every part of the fleet.
    const matches = Math.floor((at + 1) * share) > Math.floor(at * share);
    if (matches) matching += 1;
    const text = dockerfile(matches ? PORT : OTHER_PORTS[random(OTHER_PORTS.length)], targetSize(next), random);
    sizes.push(text.length);
    const path = join(folder, `group-${Math.floor(at / FILES_IN_A_GROUP)}`, `service-${at}`);
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'Dockerfile'), text);
  }
  sizes.sort((a, b) => a - b);
  return { matching, medianBytes: sizes[Math.floor(count / 2)] };
}

function dockerfile(port, size, random) {
  const { from, setup, command, health } = KINDS[random(KINDS.length)];
  const required = [`EXPOSE ${port}`, command(port)];
  if (random(3) > 0) required.unshift(`ENV SERVICE_PORT=${port}`);
  if (random(3) === 0) required.splice(-1, 0, `HEALTHCHECK --interval=30s --timeout=5s \\\n    ${health(port)}`);
  const lines = [`FROM ${from}`, ...setup];
  let length = [...lines, ...required].reduce((sum, line) => sum + line.length + 1, 0);
  while (length < size) {
    const line = FILLERS[random(FILLERS.length)](random);
    lines.push(line);
    length += line.length + 1;
  }
  return `${[...lines, ...required].join('\n')}\n`;
}

/** Log-normal, by the transform of Box and Muller. */
function targetSize(next) {
  const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return MEDIAN_BYTES * Math.exp(SPREAD * normal);
}

/** Numbers from 0 to 1, the same for the same seed: a linear congruential generator with the constants of Numerical Recipes. */
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
