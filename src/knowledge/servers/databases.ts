import type { Program } from '../program.ts';
import { words } from '../words.ts';

/** Databases, caches, key-value stores, search engines and object stores. */
export const databaseServers: readonly Program[] = [
  {
    names: ['arangod'],
    addresses: ['--server.endpoint'],
    peers: words('--cluster.agency-endpoint --cluster.my-address --agency.endpoint --agency.my-address'),
    others: words(`
      --server.authentication --database.directory --log.level --server.threads --cluster.my-role --configuration -c
      --javascript.startup-directory
    `),
    operands: ['other'],
    defaultPort: 8529,
    source: 'https://docs.arangodb.com/stable/components/arangodb-server/options/',
  },
  {
    names: ['clickhouse-server'],
    ports: words('--http_port --tcp_port --https_port --interserver_http_port --mysql_port --postgresql_port'),
    others: words('-C --config-file --pid-file -L --log-file -E --errorlog-file --listen_host --path'),
    operands: ['other'],
    defaultPort: 8123,
    source: 'https://clickhouse.com/docs/operations/server-configuration-parameters/settings',
  },
  {
    names: ['cockroach'],
    subcommands: ['demo', 'start', 'start-single-node'],
    ports: words('-p --port --http-port'),
    addresses: words(`
      --listen-addr --http-addr --advertise-addr --sql-addr --advertise-sql-addr --advertise-http-addr
    `),
    peers: words('-j --join'),
    others: words(`
      --host --advertise-host --http-host --store -s --cache --max-sql-memory --locality --certs-dir --attrs --log
      --max-disk-temp-storage --max-offset --background= --pid-file --cluster-name
    `),
    operands: ['other'],
    defaultPort: 26257,
    source: 'https://www.cockroachlabs.com/docs/stable/cockroach-start',
  },
  {
    names: ['couchdb'],
    others: words('-a -A -b= -o -e -p -r'),
    operands: ['other'],
    defaultPort: 5984,
    source: 'https://docs.couchdb.org/en/stable/config/http.html',
  },
  {
    names: ['etcd'],
    addresses: words(`
      --listen-client-urls -listen-client-urls --listen-client-http-urls --listen-peer-urls -listen-peer-urls
      --listen-metrics-urls --advertise-client-urls -advertise-client-urls --initial-advertise-peer-urls
      -initial-advertise-peer-urls --bind-addr -bind-addr --peer-bind-addr -peer-bind-addr --addr -addr --peer-addr
      -peer-addr -c -s
    `),
    peers: words('--initial-cluster -initial-cluster --discovery -discovery --peers -peers'),
    others: words(`
      --name -name --data-dir -data-dir --wal-dir --snapshot-count --heartbeat-interval --election-timeout
      --max-snapshots --max-wals --quota-backend-bytes --max-request-bytes --initial-cluster-state
      -initial-cluster-state --initial-cluster-token -initial-cluster-token --cert-file --key-file --trusted-ca-file
      --peer-cert-file --peer-key-file --peer-trusted-ca-file --auto-compaction-retention --auto-compaction-mode
      --log-level --logger --config-file --discovery-srv --proxy -proxy --cors --enable-v2=
    `),
    operands: ['other'],
    defaultPort: 2379,
    source: 'https://etcd.io/docs/latest/op-guide/configuration/',
  },
  {
    names: ['influxd'],
    addresses: ['--http-bind-address'],
    others: words(`
      -config --config -pidfile -hostname -cpuprofile -memprofile --bolt-path --engine-path --log-level
      --reporting-disabled= --session-length --query-concurrency
    `),
    operands: ['other'],
    defaultPort: 8086,
    source: 'https://docs.influxdata.com/influxdb/v2/reference/config-options/',
  },
  {
    names: ['memcached'],
    ports: words('-p --port -U --udp-port'),
    addresses: words('-l --listen'),
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
      --bind_ip --dbpath -f --config --logpath --pidfilepath --replSet --oplogSize --maxConns --keyFile
      --wiredTigerCacheSizeGB --setParameter --storageEngine --slowms --profile --timeZoneInfo --unixSocketPrefix
      --tlsMode --tlsCertificateKeyFile --sslMode --sslPEMKeyFile --networkMessageCompressors --nssize
    `),
    operands: ['other'],
    defaultPort: 27017,
    source: 'https://www.mongodb.com/docs/manual/reference/program/mongod/',
  },
  {
    names: ['mongos'],
    ports: ['--port'],
    peers: ['--configdb'],
    others: words('--bind_ip -f --config --logpath --maxConns --keyFile --setParameter --localThreshold --chunkSize'),
    operands: ['other'],
    defaultPort: 27017,
    source: 'https://www.mongodb.com/docs/manual/reference/program/mongos/',
  },
  {
    names: ['mysql-proxy'],
    addresses: words('-P --proxy-address --admin-address'),
    peers: words('-b --proxy-backend-addresses -r --proxy-read-only-backend-addresses'),
    others: words(`
      --proxy-lua-script -s --plugins --log-level --log-file --admin-username --admin-password --admin-lua-script
      --event-threads --max-open-files --user --pid-file --defaults-file
    `),
    operands: ['other'],
    defaultPort: 4040,
    source: 'https://downloads.mysql.com/docs/mysql-proxy-en.a4.pdf',
  },
  {
    names: ['mysqld', 'mysqld_safe', 'mariadbd', 'mariadbd-safe'],
    ports: words(`
      -P --port --mysqlx-port --mysqlx_port --admin-port --admin_port --report-port --report_port --extra-port
    `),
    others: words(`
      --bind-address --bind_address --server-id --server_id --max-connections --max_connections -u --user -h --datadir
      --wait-timeout --wait_timeout --max-allowed-packet --max_allowed_packet --innodb-buffer-pool-size
      --innodb_buffer_pool_size --default-authentication-plugin --character-set-server --collation-server --socket
      --init-file --log-bin --binlog-format --sql-mode --sql_mode --interactive-timeout --interactive_timeout
      --port-open-timeout --wsrep_cluster_address
    `),
    operands: ['other'],
    defaultPort: 3306,
    source: 'https://dev.mysql.com/doc/refman/8.4/en/server-options.html',
  },
  {
    names: ['neo4j'],
    operands: ['other'],
    defaultPort: 7474,
    source: 'https://neo4j.com/docs/operations-manual/current/configuration/ports/',
  },
  {
    names: ['pd-server'],
    addresses: words('--client-urls -client-urls --advertise-client-urls --peer-urls -peer-urls --advertise-peer-urls'),
    peers: words('--initial-cluster --join'),
    others: words('--name --data-dir --config --log-file -L --metrics-addr --cacert --cert --key'),
    operands: ['other'],
    defaultPort: 2379,
    source: 'https://docs.pingcap.com/tidb/stable/command-line-flags-for-pd-configuration/',
  },
  {
    names: ['pgbouncer'],
    others: words('-u --user'),
    operands: ['other'],
    defaultPort: 6432,
    source: 'https://www.pgbouncer.org/usage.html',
  },
  {
    names: ['postgres', 'postmaster'],
    ports: ['-p', '--port'],
    settings: { flags: ['-c'], ports: ['port'] },
    others: words(`
      -B -D -d -f -h -k -N -S -t -W --max_connections --max-connections --config_file --config-file --hba_file
      --shared_buffers --shared-buffers --work_mem --listen_addresses --listen-addresses
    `),
    operands: ['other'],
    defaultPort: 5432,
    source: 'https://www.postgresql.org/docs/current/app-postgres.html',
  },
  {
    names: ['redis-sentinel'],
    ports: ['--port'],
    others: words('--bind --dir --loglevel --protected-mode --sentinel'),
    operands: ['other'],
    defaultPort: 26379,
    source: 'https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/',
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
      --cluster-node-timeout --repl-timeout --slowlog-log-slower-than --slowlog-max-len --cluster-enabled
      --client-output-buffer-limit --appendfsync --dbfilename --daemonize --io-threads --lua-time-limit --logfile
      --unixsocket --unixsocketperm --user --loadmodule --notify-keyspace-events
    `),
    operands: ['other'],
    defaultPort: 6379,
    source: 'https://redis.io/docs/latest/operate/oss_and_stack/management/config/',
  },
  {
    names: ['rethinkdb'],
    ports: words('--driver-port --cluster-port --http-port --canonical-address-port'),
    peers: words('-j --join --canonical-address'),
    others: words(`
      -d --directory -n --server-name -t --server-tag --bind --bind-cluster --bind-driver --bind-http -o --port-offset
      -c --cores --cache-size --config-file --log-file --runuser --rungroup --initial-password
      --cluster-reconnect-timeout
    `),
    operands: ['other'],
    defaultPort: 28015,
    source: 'https://rethinkdb.com/docs/cli-options/',
  },
  {
    names: ['scylla'],
    ports: words(`
      --native-transport-port --storage-port --ssl-storage-port --rpc-port --api-port --prometheus-port
      --native-shard-aware-transport-port
    `),
    others: words(`
      --smp -c -m --memory --overprovisioned= --listen-address --rpc-address --broadcast-address
      --broadcast-rpc-address --seed-provider-parameters --api-address --alternator-port= --developer-mode
      --options-file --reserve-memory --blocked-reactor-notify-ms
    `),
    operands: ['other'],
    defaultPort: 9042,
    source: 'https://docs.scylladb.com/manual/stable/reference/configuration-parameters.html',
  },
  {
    names: ['surreal'],
    subcommands: ['start'],
    addresses: words('-b --bind'),
    others: words(`
      -l --log -u --user --username -p --pass --password -k --key --query-timeout --transaction-timeout --web-crt
      --web-key --client-ip
    `),
    operands: ['other'],
    defaultPort: 8000,
    source: 'https://surrealdb.com/docs/surrealdb/cli/start',
  },
  {
    names: ['tidb-server'],
    ports: words('-P --P -status --status'),
    peers: words('-path --path'),
    others: words(`
      -host --host -store --store -config --config -L --log-file --log-slow-query --lease -socket --socket
      --advertise-address --report-status= --token-limit --status-host
    `),
    operands: ['other'],
    defaultPort: 4000,
    source: 'https://docs.pingcap.com/tidb/stable/command-line-flags-for-tidb-configuration/',
  },
  {
    names: ['tikv-server'],
    addresses: words('-A --addr --advertise-addr --status-addr --advertise-status-addr'),
    peers: words('--pd-endpoints --pd'),
    others: words('-C --config --data-dir -s --capacity -L --log-level -f --log-file --labels'),
    operands: ['other'],
    defaultPort: 20160,
    source: 'https://docs.pingcap.com/tidb/stable/command-line-flags-for-tikv-configuration/',
  },
];
