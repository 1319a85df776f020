import { words } from '../words.ts';
import type { Wrapper } from '../wrapper.ts';

/** What containers are started with: init processes, user switches, waiting for others, secrets. */
export const containerWrappers: readonly Wrapper[] = [
  { names: ['aws-env', 'vault-env'], operands: ['command'], source: 'https://github.com/bank-vaults/vault-env' },
  {
    names: ['berglas'],
    subcommands: ['exec'],
    operands: ['other'],
    separator: 'command',
    source: 'https://github.com/GoogleCloudPlatform/berglas',
  },
  { names: ['catatonit', 'pid1'], operands: ['command'], source: 'https://github.com/openSUSE/catatonit' },
  {
    names: ['chamber'],
    subcommands: ['exec'],
    operands: ['other'],
    separator: 'command',
    source: 'https://github.com/segmentio/chamber#exec',
  },
  {
    names: ['chpst', 'softlimit'],
    others: words('-u -U -b -e -C -n -l -L -m -d -o -p -f -c -r -t'),
    operands: ['command'],
    source: 'https://manpages.debian.org/stable/runit/chpst.8.en.html',
  },
  {
    names: ['consul-template', 'envconsul'],
    peers: words('-consul-addr --consul-addr -vault-addr --vault-addr -consul --consul'),
    others: words(`
      -config --config -template --template -consul-token --consul-token -vault-token --vault-token -log-level
      --log-level -wait --wait -prefix --prefix -secret --secret -pid-file --pid-file -exec-kill-timeout
      -exec-kill-signal -exec-splay -retry -kill-signal -reload-signal -max-stale -syslog-facility
    `),
    commandFlags: words('-exec --exec'),
    operands: ['command'],
    source: 'https://github.com/hashicorp/consul-template#command-line-flags',
  },
  {
    names: ['dockerize'],
    peers: words('-wait --wait'),
    others: words(`
      -timeout --timeout -wait-retry-interval --wait-retry-interval -wait-http-header --wait-http-header -template
      --template -stdout --stdout -stderr --stderr -delims --delims -env --env -env-section --env-section
    `),
    operands: ['command'],
    source: 'https://github.com/jwilder/dockerize#command-line-options',
  },
  {
    names: ['doppler'],
    subcommands: ['run'],
    others: words('-p --project -c --config -t --token'),
    commandFlags: ['--command'],
    operands: ['command'],
    source: 'https://docs.doppler.com/docs/cli',
  },
  {
    names: ['dumb-init'],
    others: words('-r --rewrite'),
    operands: ['command'],
    source: 'https://github.com/Yelp/dumb-init#usage',
  },
  {
    names: ['fixuid'],
    operands: ['command'],
    source: 'https://github.com/boxboat/fixuid#specify-fixuid-as-the-entrypoint',
  },
  { names: ['gosu', 'su-exec'], operands: ['other', 'command'], source: 'https://github.com/tianon/gosu#usage' },
  {
    names: ['infisical', 'op'],
    subcommands: ['run'],
    others: words('--env --path --env-file --token'),
    operands: ['command'],
    source: 'https://infisical.com/docs/cli/commands/run',
  },
  {
    names: ['my_init', 'my_init.py'],
    others: words('--kill-all-on-exit-timeout'),
    operands: ['command'],
    source: 'https://github.com/phusion/baseimage-docker#running-a-one-shot-command-in-a-new-container',
  },
  {
    names: ['s6-applyuidgid'],
    others: words('-u -g -G'),
    operands: ['command'],
    source: 'https://skarnet.org/software/s6/s6-applyuidgid.html',
  },
  {
    names: ['s6-setuidgid', 'setuidgid', 's6-envuidgid', 'envuidgid'],
    operands: ['other', 'command'],
    source: 'https://skarnet.org/software/s6/s6-setuidgid.html',
  },
  {
    names: ['setuser'],
    operands: ['other', 'command'],
    source: 'https://github.com/phusion/baseimage-docker#running-a-command-as-a-user',
  },
  {
    names: ['tini', 'tini-static', 'docker-init'],
    others: words('-p -e'),
    operands: ['command'],
    source: 'https://github.com/krallin/tini#using-tini',
  },
  {
    names: ['wait-for', 'wait-for.sh'],
    others: words('-t --timeout'),
    operands: ['address', 'other'],
    separator: 'command',
    source: 'https://github.com/eficode/wait-for#usage',
  },
  {
    names: ['wait-for-it', 'wait-for-it.sh', 'wait_for_it.sh', 'waitforit.sh'],
    ports: words('-p --port'),
    hosts: words('-h --host'),
    others: words('-t --timeout'),
    operands: ['address', 'other'],
    separator: 'command',
    source: 'https://github.com/vishnubob/wait-for-it#usage',
  },
  {
    names: ['wait4x'],
    subcommands: words('dns exec http kafka mongodb mysql postgresql rabbitmq redis tcp temporal'),
    others: words(`
      -t --timeout -i --interval --connection-timeout --expect-status-code --expect-body-regex --expect-body-json
      --expect-body-xpath --expect-header --expect-key --backoff-policy --backoff-exponential-coefficient
      --backoff-exponential-max-interval --request-header --request-body --log-level
    `),
    operands: ['address'],
    separator: 'command',
    source: 'https://github.com/wait4x/wait4x',
  },
  {
    names: ['waitforit'],
    peers: words('-address --address'),
    ports: words('-port --port'),
    hosts: words('-host --host'),
    others: words('-timeout --timeout -retry --retry -status --status -proto --proto -file --file'),
    separator: 'command',
    operands: ['other'],
    source: 'https://github.com/maxcnunes/waitforit#usage',
  },
  {
    names: ['with-contenv'],
    operands: ['command'],
    source: 'https://github.com/just-containers/s6-overlay#container-environment',
  },
];
