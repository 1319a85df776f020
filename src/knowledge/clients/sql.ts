import type { Program } from '../program.ts';
import { words } from '../words.ts';

const POSTGRES = 'https://www.postgresql.org/docs/current/';

/** How all clients of PostgreSQL say where the server is: https://www.postgresql.org/docs/current/libpq-envars.html */
const POSTGRES_CONNECTION = {
  ports: words('-p --port'),
  hosts: words('-h --host'),
  operands: ['other'],
  defaultPort: 5432,
  portArgument: '-p {port}',
  portVariable: 'PGPORT',
} satisfies Partial<Program>;

/** The same for MySQL: https://dev.mysql.com/doc/refman/8.4/en/environment-variables.html */
const MYSQL_CONNECTION = {
  ports: words('-P --port'),
  hosts: words('-h --host'),
  operands: ['other'],
  defaultPort: 3306,
  portArgument: '-P {port}',
  portVariable: 'MYSQL_TCP_PORT',
} satisfies Partial<Program>;

/** Clients of relational databases, and of others that speak a query language like theirs. */
export const sqlClients: readonly Program[] = [
  {
    names: ['clickhouse-client'],
    ports: ['--port'],
    hosts: words('-h --host'),
    others: words('-u --user --password -q --query -d --database -C --config-file -f --format --connect_timeout'),
    operands: ['other'],
    defaultPort: 9000,
    portArgument: '--port {port}',
    source: 'https://clickhouse.com/docs/interfaces/cli',
  },
  {
    names: ['clusterdb', 'reindexdb', 'vacuumdb'],
    ...POSTGRES_CONNECTION,
    peers: words('-d --dbname --maintenance-db'),
    others: words(`
      -U --username -t --table -i --index -S --schema -n -N --exclude-schema -j --jobs -P --parallel --tablespace
      --min-xid-age --min-mxid-age --buffer-usage-limit
    `),
    source: `${POSTGRES}app-reindexdb.html`,
  },
  {
    names: ['cqlsh', 'cqlsh.py'],
    others: words(`
      -u --username -p --password -k --keyspace -f --file -e --execute --encoding --cqlshrc --cqlversion
      --connect-timeout --request-timeout --protocol-version --browser --color=
    `),
    operands: ['host', 'port'],
    defaultPort: 9042,
    portArgument: '127.0.0.1 {port}',
    source: 'https://cassandra.apache.org/doc/latest/cassandra/managing/tools/cqlsh.html',
  },
  {
    names: ['createdb', 'dropdb'],
    ...POSTGRES_CONNECTION,
    peers: ['--maintenance-db'],
    others: words(`
      -U --username -D --tablespace -E --encoding -l --locale --lc-collate --lc-ctype -O --owner -S --strategy -T
      --template --icu-locale --locale-provider
    `),
    source: `${POSTGRES}app-createdb.html`,
  },
  {
    names: ['createuser', 'dropuser'],
    ...POSTGRES_CONNECTION,
    others: words(`
      -U --username -a --with-admin -c --connection-limit -g --role --member-of -m --with-member -v --valid-until
    `),
    source: `${POSTGRES}app-createuser.html`,
  },
  {
    names: words(`
      mysql mysqlcheck mysqldump mysqlimport mysqlshow mariadb mariadb-check mariadb-dump mariadb-import
    `),
    ...MYSQL_CONNECTION,
    others: words(`
      -u --user -p= --password= -e --execute -D --database -S --socket --protocol --connect-timeout --connect_timeout
      --max-allowed-packet --net-buffer-length --default-character-set --delimiter --prompt --init-command
    `),
    source: 'https://dev.mysql.com/doc/refman/8.4/en/connection-options.html',
  },
  {
    names: ['mysqladmin', 'mariadb-admin'],
    ...MYSQL_CONNECTION,
    others: words(`
      -u --user -p= --password= -c --count -i --sleep -S --socket -t= --connect-timeout --connect_timeout
      --shutdown-timeout -w= --wait= --protocol
    `),
    source: 'https://dev.mysql.com/doc/refman/8.4/en/mysqladmin.html',
  },
  {
    names: ['mysqlslap', 'mariadb-slap'],
    ...MYSQL_CONNECTION,
    others: words(`
      -u --user -p= --password= -c --concurrency -i --iterations -x --number-char-cols -y --number-int-cols -q --query
      -e --engine -S --socket --protocol --number-of-queries --create --create-schema --delimiter --commit
    `),
    source: 'https://dev.mysql.com/doc/refman/8.4/en/mysqlslap.html',
  },
  {
    names: ['pg_basebackup', 'pg_receivewal'],
    ...POSTGRES_CONNECTION,
    peers: words('-d --dbname'),
    others: words(`
      -U --username -D --pgdata -F --format -i --incremental -r --max-rate -t --target -T --tablespace-mapping
      --waldir -X --wal-method -Z --compress -c --checkpoint -l --label -s --status-interval -S --slot
      --manifest-checksums -E --endpos
    `),
    source: `${POSTGRES}app-pgbasebackup.html`,
  },
  {
    names: ['pg_dump', 'pg_restore'],
    ...POSTGRES_CONNECTION,
    peers: words('-d --dbname'),
    others: words(`
      -U --username -f --file -F --format -j --jobs -n --schema -N -t --table -T -Z --compress -E --role -L -I
    `),
    source: `${POSTGRES}app-pgdump.html`,
  },
  {
    names: ['pg_dumpall'],
    ...POSTGRES_CONNECTION,
    peers: words('-d --dbname'),
    others: words(`
      -U --username -E --encoding -f --file -l --database -S --superuser --role --exclude-database --filter
      --lock-wait-timeout --extra-float-digits --rows-per-insert
    `),
    source: `${POSTGRES}app-pg-dumpall.html`,
  },
  {
    names: ['pg_isready'],
    ...POSTGRES_CONNECTION,
    peers: words('-d --dbname'),
    others: words('-U --username -t --timeout'),
    source: `${POSTGRES}app-pg-isready.html`,
  },
  {
    names: ['pgbench'],
    ...POSTGRES_CONNECTION,
    others: words(`
      -U --username -I --init-steps -F --fillfactor -s --scale --index-tablespace --tablespace --partitions
      --partition-method -b --builtin -f --file -c --client -D --define -j --jobs -L --latency-limit -M --protocol -P
      --progress -R --rate -t --transactions -T --time --aggregate-interval --log-prefix --max-tries --random-seed
      --sampling-rate --show-script --failures-detailed=
    `),
    source: `${POSTGRES}pgbench.html`,
  },
  {
    names: ['psql'],
    ...POSTGRES_CONNECTION,
    peers: words('-d --dbname'),
    others: words(`
      -U --username -c --command -f --file -F --field-separator -L --log-file -o --output -P --pset -R -T -v --set
      --variable
    `),
    operands: ['address', 'other'],
    source: `${POSTGRES}app-psql.html`,
  },
  {
    names: ['sqlcmd'],
    hosts: ['-S'],
    others: words('-U -P -d -Q -q -i -o -t -l -W= -h -s -w -v -a -H -K -M= -m -r= -u= -y -Y'),
    operands: ['other'],
    defaultPort: 1433,
    portArgument: '-S localhost,{port}',
    source: 'https://learn.microsoft.com/en-us/sql/tools/sqlcmd/sqlcmd-utility',
  },
];
