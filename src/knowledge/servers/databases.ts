import type { Program } from '../program.ts';
import { words } from '../words.ts';

/** Databases, caches, key-value stores and search engines. */
export const databaseServers: readonly Program[] = [
  {
    names: ['memcached'],
    ports: ['-p', '--port', '-U', '--udp-port'],
    addresses: ['-l', '--listen'],
    others: words(`
      -s --unix-socket -a --unix-mask -u --user -m --memory-limit -c --conn-limit -P --pidfile -f --slab-growth-factor
      -n --slab-min-size -D -t --threads -R --max-reqs-per-event -b --listen-backlog -B --protocol -I --max-item-size
      -o --extended
    `),
    operands: ['other'],
    defaultPort: 11211,
    source: 'https://github.com/memcached/memcached/blob/master/doc/memcached.1',
  },
  {
    names: ['mongod'],
    ports: ['--port'],
    others: words(`
      --bind_ip --dbpath -f --config --logpath --replSet --oplogSize --maxConns --keyFile --wiredTigerCacheSizeGB
      --setParameter
    `),
    operands: ['other'],
    defaultPort: 27017,
    source: 'https://www.mongodb.com/docs/manual/reference/program/mongod/',
  },
  {
    names: ['mysqld', 'mysqld_safe', 'mariadbd', 'mariadbd-safe'],
    ports: words('-P --port --mysqlx-port --admin-port --report-port'),
    others: words(`
      --bind-address --server-id --max-connections -u --user -h --datadir --wait-timeout --max-allowed-packet
      --innodb-buffer-pool-size --default-authentication-plugin --character-set-server --collation-server
    `),
    operands: ['other'],
    defaultPort: 3306,
    source: 'https://dev.mysql.com/doc/refman/8.4/en/server-options.html',
  },
  {
    names: ['postgres', 'postmaster'],
    ports: ['-p', '--port'],
    settings: { flags: ['-c'], ports: ['port'] },
    others: words('-B -D -d -f -h -k -N -S -t -W --max_connections --config_file'),
    operands: ['other'],
    defaultPort: 5432,
    source: 'https://www.postgresql.org/docs/current/app-postgres.html',
  },
  {
    names: ['redis-server', 'valkey-server', 'keydb-server'],
    ports: words(`
      --port --tls-port --cluster-port --cluster-announce-port --cluster-announce-bus-port --cluster-announce-tls-port
      --replica-announce-port --slave-announce-port
    `),
    others: words(`
      --bind --save --maxmemory --maxclients --timeout --tcp-backlog --tcp-keepalive --databases --hz --replicaof
      --slaveof --requirepass --masterauth --dir --loglevel --maxmemory-policy --appendonly --protected-mode
      --cluster-node-timeout --repl-timeout --slowlog-log-slower-than --slowlog-max-len
    `),
    operands: ['other'],
    defaultPort: 6379,
    source:
      'https://redis.io/docs/latest/operate/oss_and_stack/management/config/#passing-arguments-using-the-command-line',
  },
];
