import type { Program } from '../program.ts';
import { words } from '../words.ts';

const POSTGRES = 'https://www.postgresql.org/docs/current/';

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
    names: words(`
      clusterdb createdb createuser dropdb dropuser pg_basebackup pg_receivewal pgbench reindexdb vacuumdb
    `),
    ports: words('-p --port'),
    hosts: words('-h --host'),
    others: words('-U --username -D -T -E -l -O -t -c -j -s -d --dbname --maintenance-db'),
    operands: ['other'],
    defaultPort: 5432,
    portArgument: '-p {port}',
    // https://www.postgresql.org/docs/current/libpq-envars.html
    portVariable: 'PGPORT',
    source: `${POSTGRES}reference-client.html`,
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
    names: words(`
      mysql mysqlcheck mysqldump mysqlimport mysqlshow mysqlslap mariadb mariadb-check mariadb-dump mariadb-import
    `),
    ports: words('-P --port'),
    hosts: words('-h --host'),
    others: words(`
      -u --user -p= --password= -e --execute -D --database -S --socket --protocol --connect-timeout --connect_timeout
      --max-allowed-packet --net-buffer-length --default-character-set --delimiter --prompt --init-command
    `),
    operands: ['other'],
    defaultPort: 3306,
    portArgument: '-P {port}',
    // https://dev.mysql.com/doc/refman/8.4/en/environment-variables.html
    portVariable: 'MYSQL_TCP_PORT',
    source: 'https://dev.mysql.com/doc/refman/8.4/en/connection-options.html',
  },
  {
    names: ['mysqladmin', 'mariadb-admin'],
    ports: words('-P --port'),
    hosts: words('-h --host'),
    others: words(`
      -u --user -p= --password= -c --count -i --sleep -S --socket -t= --connect-timeout --connect_timeout
      --shutdown-timeout -w= --wait= --protocol
    `),
    operands: ['other'],
    defaultPort: 3306,
    portArgument: '-P {port}',
    // https://dev.mysql.com/doc/refman/8.4/en/environment-variables.html
    portVariable: 'MYSQL_TCP_PORT',
    source: 'https://dev.mysql.com/doc/refman/8.4/en/mysqladmin.html',
  },
  {
    names: ['pg_dump', 'pg_dumpall', 'pg_restore'],
    ports: words('-p --port'),
    peers: words('-d --dbname'),
    hosts: words('-h --host'),
    others: words(`
      -U --username -f --file -F --format -j --jobs -n --schema -N -t --table -T -Z --compress -E --role -L -I
    `),
    operands: ['other'],
    defaultPort: 5432,
    portArgument: '-p {port}',
    // https://www.postgresql.org/docs/current/libpq-envars.html
    portVariable: 'PGPORT',
    source: `${POSTGRES}app-pgdump.html`,
  },
  {
    names: ['pg_isready'],
    ports: words('-p --port'),
    peers: words('-d --dbname'),
    hosts: words('-h --host'),
    others: words('-U --username -t --timeout'),
    operands: ['other'],
    defaultPort: 5432,
    portArgument: '-p {port}',
    // https://www.postgresql.org/docs/current/libpq-envars.html
    portVariable: 'PGPORT',
    source: `${POSTGRES}app-pg-isready.html`,
  },
  {
    names: ['psql'],
    ports: words('-p --port'),
    peers: words('-d --dbname'),
    hosts: words('-h --host'),
    others: words(`
      -U --username -c --command -f --file -F --field-separator -L --log-file -o --output -P --pset -R -T -v --set
      --variable
    `),
    operands: ['address', 'other'],
    defaultPort: 5432,
    portArgument: '-p {port}',
    // https://www.postgresql.org/docs/current/libpq-envars.html
    portVariable: 'PGPORT',
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
