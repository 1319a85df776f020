import type { Program } from '../program.ts';
import { words } from '../words.ts';

/** Clients of databases, caches, queues and directories. */
export const dataClients: readonly Program[] = [
  {
    names: ['amqp-consume', 'amqp-declare-queue', 'amqp-get', 'amqp-publish'],
    ports: ['--port'],
    peers: words('-u --url -s --server'),
    others: words('--vhost --username --password --heartbeat -q --queue -e --exchange -r --routing-key -b --body'),
    operands: ['other'],
    defaultPort: 5672,
    portArgument: '--port {port}',
    source: 'https://manpages.debian.org/stable/amqp-tools/amqp-publish.1.en.html',
  },
  {
    names: ['cgi-fcgi'],
    peers: ['-connect'],
    operands: ['other'],
    source: 'https://fastcgi-archives.github.io/cgi-fcgi.1.html',
  },
  {
    names: ['cypher-shell'],
    peers: words('-a --address --uri'),
    others: words('-u --username -p --password -d --database -f --file -P --param --format --encryption'),
    operands: ['other'],
    defaultPort: 7687,
    portArgument: '-a neo4j://localhost:{port}',
    source: 'https://neo4j.com/docs/operations-manual/current/cypher-shell/',
  },
  {
    names: ['etcdctl'],
    peers: words('--endpoints --endpoint -C --peers'),
    others: words(`
      --command-timeout --dial-timeout --keepalive-time --keepalive-timeout --timeout --total-timeout --cacert --cert
      --key --ca-file --cert-file --key-file -u --username --user --password -w --write-out -o --output
    `),
    operands: ['other'],
    defaultPort: 2379,
    portArgument: '--endpoints=localhost:{port}',
    source: 'https://github.com/etcd-io/etcd/blob/main/etcdctl/README.md',
  },
  {
    names: ['influx'],
    ports: words('-port --port'),
    hosts: words('-host --host'),
    others: words('-database -username -password -execute -format -precision -o --org -t --token -b --bucket'),
    operands: ['other'],
    defaultPort: 8086,
    source: 'https://docs.influxdata.com/influxdb/v1/tools/influx-cli/use-influx-cli/',
  },
  {
    names: words(`
      kafka-acls kafka-acls.sh kafka-broker-api-versions kafka-broker-api-versions.sh kafka-configs kafka-configs.sh
      kafka-console-consumer kafka-console-consumer.sh kafka-console-producer kafka-console-producer.sh
      kafka-consumer-groups kafka-consumer-groups.sh kafka-topics kafka-topics.sh
    `),
    peers: words('--bootstrap-server --broker-list --zookeeper'),
    others: words(`
      --topic --partitions --replication-factor --config --command-config --max-messages --timeout-ms --timeout
      --group --offset --partition --property --consumer.config --producer.config --batch-size --request-timeout-ms
    `),
    operands: ['other'],
    source: 'https://kafka.apache.org/documentation/#basic_ops',
  },
  {
    names: ['kafkacat', 'kcat'],
    peers: ['-b'],
    others: words('-t -p -o -c -e= -G -F -X -K -D -k -H -s -m -d -f'),
    operands: ['other'],
    source: 'https://github.com/edenhill/kcat#examples',
  },
  {
    names: words('ldapadd ldapcompare ldapdelete ldapmodify ldappasswd ldapsearch ldapwhoami'),
    ports: ['-p'],
    addresses: ['-H'],
    hosts: ['-h'],
    others: words('-a -b -D -d -E -e -f -F -l -o -O -P -R -s -S -T -U -w -X -y -Y -z'),
    operands: ['other'],
    defaultPort: 389,
    portArgument: '-H ldap://localhost:{port}',
    source: 'https://www.openldap.org/software/man.cgi?query=ldapsearch',
  },
  {
    names: ['memcached-tool'],
    operands: ['address', 'other'],
    defaultPort: 11211,
    source: 'https://github.com/memcached/memcached/blob/master/scripts/memcached-tool',
  },
  {
    names: ['mongo', 'mongosh'],
    ports: ['--port'],
    hosts: ['--host'],
    others: words('--eval -u --username -p= --password --authenticationDatabase --authenticationMechanism -f --file'),
    operands: ['address', 'other'],
    defaultPort: 27017,
    portArgument: '--port {port}',
    source: 'https://www.mongodb.com/docs/mongodb-shell/reference/options/',
  },
  {
    names: words('mongodump mongoexport mongofiles mongoimport mongorestore mongostat mongotop'),
    ports: ['--port'],
    peers: ['--uri'],
    hosts: words('-h --host'),
    others: words(`
      -d --db -c --collection -u --username -p --password --authenticationDatabase -o --out --archive= -q --query -j
      --numParallelCollections --numInsertionWorkers --type --file -f --fields --batchSize
    `),
    operands: ['other'],
    defaultPort: 27017,
    portArgument: '--port {port}',
    source: 'https://www.mongodb.com/docs/database-tools/mongodump/',
  },
  {
    names: ['mosquitto_pub', 'mosquitto_rr', 'mosquitto_sub'],
    ports: words('-p --port'),
    peers: words('-L --url'),
    hosts: words('-h --host'),
    others: words(`
      -t --topic -m --message -f --file -u --username -P --pw -i --id -q --qos -k --keepalive -C -W -V -A -U -T -F -M -x
      -D --will-topic --will-payload --will-qos --cafile --capath --cert --key --tls-version --ciphers --keyform
    `),
    operands: ['other'],
    defaultPort: 1883,
    portArgument: '-p {port}',
    source: 'https://mosquitto.org/man/mosquitto_sub-1.html',
  },
  {
    names: ['nodetool'],
    ports: words('-p --port'),
    hosts: words('-h --host'),
    others: words('-u --username -pw --password -pwf --password-file'),
    operands: ['other'],
    defaultPort: 7199,
    portArgument: '-p {port}',
    source: 'https://cassandra.apache.org/doc/latest/cassandra/troubleshooting/use_nodetool.html',
  },
  {
    names: ['rabbitmq-diagnostics'],
    subcommands: ['check_port_listener'],
    others: words('-n --node -t --timeout'),
    operands: ['port'],
    source: 'https://www.rabbitmq.com/docs/man/rabbitmq-diagnostics.8',
  },
  {
    names: ['rabbitmqadmin'],
    ports: words('-P --port'),
    hosts: words('-H --host'),
    others: words(`
      -u --username -p --password -V --vhost -N --node -c --config -f --format --path-prefix -U --base-uri
    `),
    operands: ['other'],
    defaultPort: 15672,
    portArgument: '-P {port}',
    source: 'https://www.rabbitmq.com/docs/management-cli',
  },
  {
    names: ['rabbitmqctl', 'rabbitmq-diagnostics', 'rabbitmq-plugins'],
    others: words('-n --node -t --timeout -p --vhost'),
    operands: ['other'],
    source: 'https://www.rabbitmq.com/docs/man/rabbitmqctl.8',
  },
  {
    names: ['redis-benchmark'],
    ports: ['-p'],
    hosts: ['-h'],
    peers: ['-u'],
    others: words('-s -a --user -c -n -d --dbnum --threads -k -r -P -t'),
    operands: ['other'],
    defaultPort: 6379,
    portArgument: '-p {port}',
    source: 'https://redis.io/docs/latest/operate/oss_and_stack/management/optimization/benchmarks/',
  },
  {
    names: ['redis-cli', 'keydb-cli', 'valkey-cli'],
    ports: ['-p'],
    addresses: ['-u'],
    hosts: ['-h'],
    others: words(`
      -s -t -a --user --pass -r -i -n -d -D -X --cacert --cacertdir --cert --key --sni --eval --pattern --rdb
      --functions-rdb --intrinsic-latency --memkeys-samples
    `),
    operands: ['other'],
    defaultPort: 6379,
    portArgument: '-p {port}',
    source: 'https://redis.io/docs/latest/develop/tools/cli/',
  },
  {
    names: ['zkCli.sh', 'zookeeper-shell', 'zookeeper-shell.sh'],
    peers: ['-server'],
    others: ['-timeout'],
    operands: ['address', 'other'],
    defaultPort: 2181,
    portArgument: '-server localhost:{port}',
    source: 'https://zookeeper.apache.org/doc/current/zookeeperCLI.html',
  },
];
