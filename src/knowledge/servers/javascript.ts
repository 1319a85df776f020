import type { Program } from '../program.ts';
import { words } from '../words.ts';

/** Servers, development servers and static file servers of the JavaScript world. */
export const javascriptServers: readonly Program[] = [
  {
    names: ['http-server'],
    ports: ['-p', '--port'],
    peers: ['-P', '--proxy'],
    others: words('-a -c -t -e --ext -d -i -S= -C --cert -K --key --username --password --base-dir'),
    operands: ['other'],
    defaultPort: 8080,
    source: 'https://github.com/http-party/http-server#available-options',
  },
  {
    names: ['next'],
    subcommands: ['dev', 'start'],
    ports: ['-p', '--port'],
    others: ['-H', '--hostname', '--keepAliveTimeout'],
    operands: ['other'],
    defaultPort: 3000,
    source: 'https://nextjs.org/docs/app/api-reference/cli/next',
  },
  {
    names: ['ng'],
    subcommands: ['s', 'serve'],
    ports: ['-p', '--port', '--live-reload-port'],
    others: words('-H --host -c --configuration --proxy-config --public-host --poll --base-href'),
    operands: ['other'],
    defaultPort: 4200,
    source: 'https://angular.dev/cli/serve',
  },
  {
    names: ['serve'],
    ports: ['-p', '--port'],
    addresses: ['-l', '--listen'],
    others: words('-c --config --ssl-cert --ssl-key --ssl-pass'),
    operands: ['other'],
    defaultPort: 3000,
    source: 'https://github.com/vercel/serve/blob/main/source/utilities/cli.ts',
  },
  {
    names: ['vite'],
    ports: ['--port'],
    others: words('--host= --base -c --config -m --mode -l --logLevel -f --filter'),
    operands: ['other'],
    defaultPort: 5173,
    source: 'https://vite.dev/guide/cli',
  },
];
