import type { Program } from '../program.ts';
import { words } from '../words.ts';

/** Rack servers and other programs of the Ruby world. */
export const rubyServers: readonly Program[] = [
  {
    names: ['puma'],
    ports: ['-p', '--port'],
    addresses: ['-b', '--bind', '--control', '--control-url'],
    others: words(`
      -C --config --control-token --dir -e --environment -f --fork-worker -I --include --pidfile --persistent-timeout
      -r --require -S --state --redirect-stdout --redirect-stderr --silence-fork-callback-warning -t --threads --tag
      -w --workers
    `),
    operands: ['other'],
    defaultPort: 9292,
    source: 'https://github.com/puma/puma/blob/main/lib/puma/cli.rb',
  },
  {
    names: ['rackup'],
    ports: ['-p', '--port'],
    settings: { flags: ['-O', '--option'], ports: ['Port'] },
    others: words('-o --host -s --server -E --env -P --pid -r --require -I --include -b --builder -e --eval'),
    operands: ['other'],
    defaultPort: 9292,
    source: 'https://github.com/rack/rackup/blob/main/lib/rackup/server.rb',
  },
  {
    names: ['rails'],
    subcommands: ['s', 'server'],
    ports: ['-p', '--port'],
    others: words('-b --binding -c --config -e --environment -u --using -P --pid'),
    operands: ['other'],
    defaultPort: 3000,
    source: 'https://guides.rubyonrails.org/command_line.html#bin-rails-server',
  },
];
