import type { Program } from '../program.ts';
import { words } from '../words.ts';

/** Mocks, emulators and back ends that run on Node.js. */
export const javascriptMockServers: readonly Program[] = [
  {
    names: ['drakov'],
    ports: ['-p', '--port'],
    others: words(`
      -f --sourceFiles --serverFiles --config --sslKeyFile --sslCrtFile --delay --method --header --discover= --watch=
    `),
    operands: ['other'],
    defaultPort: 3000,
    source: 'https://github.com/Aconex/drakov#arguments',
  },
  {
    names: ['dynalite', 'kinesalite'],
    ports: ['--port'],
    others: words(`
      --host --path --createTableMs --deleteTableMs --updateTableMs --maxItemSizeKb --createStreamMs --deleteStreamMs
      --updateStreamMs --shardLimit --delayTransitionMs --verbose=
    `),
    operands: ['other'],
    defaultPort: 4567,
    source: 'https://github.com/architect/dynalite#usage',
  },
  {
    names: ['firebase'],
    subcommands: ['serve'],
    ports: ['-p', '--port'],
    others: words('-o --host -P --project --only --except --token'),
    operands: ['other'],
    defaultPort: 5000,
    source: 'https://firebase.google.com/docs/cli',
  },
  {
    names: ['ganache', 'ganache-cli', 'testrpc'],
    ports: words('-p --port --server.port --chain.port='),
    peers: words('-f --fork --fork.url'),
    others: words(`
      -h --host --server.host -a --accounts --wallet.totalAccounts -e --defaultBalanceEther -b --blockTime -g
      --gasPrice -l --gasLimit -i --networkId --chainId -m --mnemonic -s --seed -t --time -k --hardfork --account --db
      --callGasLimit --miner.blockTime
    `),
    operands: ['other'],
    defaultPort: 8545,
    source: 'https://github.com/trufflesuite/ganache/blob/develop/packages/ganache/README.md',
  },
  {
    names: ['hardhat'],
    subcommands: ['node'],
    ports: ['--port'],
    peers: ['--fork'],
    others: words('--hostname --fork-block-number --network --config'),
    operands: ['other'],
    defaultPort: 8545,
    source: 'https://hardhat.org/hardhat-network/docs/overview',
  },
  {
    names: ['json-server'],
    ports: ['-p', '--port'],
    others: words(`
      -H --host -c --config -r --routes -m --middlewares -s --static -d --delay -i --id -f --foreignKeySuffix -S
      --snapshots
    `),
    operands: ['other'],
    defaultPort: 3000,
    source: 'https://github.com/typicode/json-server#options',
  },
  {
    names: ['maildev'],
    ports: words('-w --web -s --smtp'),
    others: words(`
      --ip --web-ip --mail-directory --https-key --https-cert --outgoing-host --outgoing-port --outgoing-user
      --outgoing-pass --auto-relay= --auto-relay-rules --incoming-user --incoming-pass --incoming-cert --incoming-key
      --web-user --web-pass --base-pathname --hide-extensions
    `),
    operands: ['other'],
    defaultPort: 1080,
    source: 'https://github.com/maildev/maildev#usage',
  },
  {
    names: ['mb', 'mountebank'],
    ports: ['--port'],
    others: words(`
      --configfile --logfile --loglevel --host --ipWhitelist --origin --pidfile --datadir --impostersRepository
      --protofile --rcfile
    `),
    operands: ['other'],
    defaultPort: 2525,
    source: 'https://www.mbtest.org/docs/commandLine',
  },
  {
    names: ['peerjs', 'peerjsserver'],
    ports: ['-p', '--port'],
    others: words(`
      -k --key -t --timeout -i --ip_limit -c --concurrent_limit -H --host --path --expire_timeout --alive_timeout
      --sslkey --sslcert --cors
    `),
    operands: ['other'],
    source: 'https://github.com/peers/peerjs-server#config--cli-options',
  },
  {
    names: ['postgraphile', 'postgraphql'],
    ports: ['-p', '--port'],
    peers: words('-c --connection -C --owner-connection'),
    others: words(`
      -n --host -s --schema -m --max-pool-size -q --graphql -i --graphiql -b --disable-default-mutations= -t --token
      -e --jwt-secret -A --jwt-verify-audience -w= -o= -j= -l --body-size-limit --timeout --cluster-workers
      --append-plugins
    `),
    operands: ['other'],
    defaultPort: 5000,
    source: 'https://www.graphile.org/postgraphile/usage-cli/',
  },
  {
    names: ['pouchdb-server'],
    ports: ['-p', '--port'],
    others: words('-d --dir -o --host -t --prefix -n= --proxy -r= --level-backend --level-prefix -c --config'),
    operands: ['other'],
    defaultPort: 5984,
    source: 'https://github.com/pouchdb/pouchdb-server#full-options',
  },
  {
    names: ['prism'],
    subcommands: ['mock', 'proxy'],
    ports: ['-p', '--port'],
    others: words('-h --host -d= --verboseLevel'),
    operands: ['other', 'peer'],
    defaultPort: 4010,
    source: 'https://github.com/stoplightio/prism/blob/master/docs/getting-started/03-cli.md',
  },
  {
    names: ['redis-commander'],
    ports: words('-p --port'),
    others: words(`
      -a --address --redis-host --redis-port --redis-socket --redis-username --redis-password --redis-db --redis-label
      --sentinel-host --sentinel-port --sentinels --clusters --http-auth-username --http-auth-password -u -P
      --url-prefix --root-pattern
    `),
    operands: ['other'],
    defaultPort: 8081,
    source: 'https://github.com/joeferner/redis-commander#usage',
  },
  {
    names: ['s3rver'],
    ports: ['-p', '--port'],
    others: words('-a --address -h --hostname -d --directory -k --key -c --cert --service-endpoint --configure-bucket'),
    operands: ['other'],
    defaultPort: 4568,
    source: 'https://github.com/jamhall/s3rver#usage',
  },
  {
    names: ['sinopia', 'verdaccio'],
    addresses: ['-l', '--listen'],
    others: words('-c --config'),
    operands: ['other'],
    defaultPort: 4873,
    source: 'https://verdaccio.org/docs/cli/',
  },
];
