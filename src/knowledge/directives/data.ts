import type { Directive } from './directive.ts';

const CASSANDRA = 'https://cassandra.apache.org/doc/stable/cassandra/getting_started/configuring.html';
const ELASTICSEARCH = 'https://www.elastic.co/guide/en/elasticsearch/reference/current/modules-network.html';
const HADOOP = 'https://hadoop.apache.org/docs/stable/hadoop-project-dist/hadoop-common/core-default.xml';
const KAFKA = 'https://kafka.apache.org/documentation/#brokerconfigs';
const NEO4J = 'https://neo4j.com/docs/operations-manual/current/configuration/configuration-settings/';
const RABBITMQ = 'https://www.rabbitmq.com/docs/networking';
const REDIS = 'https://redis.io/docs/latest/operate/oss_and_stack/management';

/** Databases, caches, queues, search engines and peer-to-peer nodes. */
export const DATA_DIRECTIVES: readonly Directive[] = [
  { names: ['port', 'tls-port', 'cluster-port'], in: 'redis', value: 'port', source: `${REDIS}/config-file/` },
  {
    names: ['replica-announce-port', 'slave-announce-port', 'cluster-announce-port', 'cluster-announce-bus-port'],
    in: 'redis',
    value: 'port',
    source: `${REDIS}/scaling/`,
  },
  {
    names: ['replicaof', 'slaveof'],
    in: 'redis',
    value: 'host',
    rest: ['port'],
    source: `${REDIS}/replication/`,
  },
  {
    names: ['sentinel monitor'],
    in: 'redis',
    value: 'other',
    rest: ['other', 'host', 'port', 'other'],
    because: 'the quorum',
    source: `${REDIS}/sentinel/`,
  },
  {
    names: ['port', 'mysqlx_port', 'mysqlx-port', 'report_port', 'report-port', 'admin_port', 'admin-port'],
    in: 'mysql',
    value: 'port',
    of: ['host'],
    source: 'https://dev.mysql.com/doc/refman/8.4/en/server-system-variables.html#sysvar_port',
  },
  {
    names: ['bind-address', 'bind_address'],
    in: 'mysql',
    value: 'host',
    source: 'https://dev.mysql.com/doc/refman/8.4/en/server-system-variables.html#sysvar_bind_address',
  },
  {
    names: ['port'],
    in: 'postgresql',
    value: 'port',
    of: ['host', 'hostaddr'],
    source: 'https://www.postgresql.org/docs/current/runtime-config-connection.html#GUC-PORT',
  },
  {
    names: ['listen_addresses'],
    in: 'postgresql',
    value: 'host',
    source: 'https://www.postgresql.org/docs/current/runtime-config-connection.html#GUC-LISTEN-ADDRESSES',
  },
  {
    names: ['listen_port'],
    in: 'pgbouncer',
    value: 'port',
    source: 'https://www.pgbouncer.org/config.html#listen_port',
  },
  {
    names: ['port', 'net.port'],
    in: 'mongodb',
    value: 'port',
    source: 'https://www.mongodb.com/docs/manual/reference/configuration-options/#mongodb-setting-net.port',
  },
  {
    names: ['http.port', 'transport.port', 'transport.tcp.port', 'http.publish_port', 'transport.publish_port'],
    in: 'elasticsearch',
    value: 'port',
    source: ELASTICSEARCH,
  },
  {
    names: ['discovery.seed_hosts', 'discovery.zen.ping.unicast.hosts'],
    in: 'elasticsearch',
    value: 'address',
    source: ELASTICSEARCH,
  },
  {
    names: ['api.http.port', 'http.port'],
    in: 'logstash',
    value: 'port',
    source: 'https://www.elastic.co/guide/en/logstash/current/monitoring-logstash.html',
  },
  {
    names: ['native_transport_port', 'native_transport_port_ssl', 'rpc_port', 'storage_port', 'ssl_storage_port'],
    in: 'cassandra',
    value: 'port',
    source: CASSANDRA,
  },
  {
    names: ['listen_address', 'rpc_address', 'broadcast_address'],
    in: 'cassandra',
    value: 'host',
    source: CASSANDRA,
  },
  {
    names: ['clientPort', 'secureClientPort', 'admin.serverPort', 'metricsProvider.httpPort'],
    in: 'zookeeper',
    value: 'port',
    source: 'https://zookeeper.apache.org/doc/current/zookeeperAdmin.html#sc_configuration',
  },
  { names: ['listeners'], in: 'kafka', value: 'listen', source: `${KAFKA}_listeners` },
  { names: ['advertised.listeners'], in: 'kafka', value: 'address', source: `${KAFKA}_advertised.listeners` },
  {
    names: ['port', 'advertised.port'],
    in: 'kafka',
    value: 'port',
    source: 'https://kafka.apache.org/25/documentation.html#brokerconfigs',
  },
  {
    names: ['zookeeper.connect', 'bootstrap.servers', 'controller.quorum.voters'],
    in: 'kafka',
    value: 'address',
    source: KAFKA,
  },
  {
    names: [
      'listeners.tcp.default',
      'listeners.ssl.default',
      'management.tcp.port',
      'management.listener.port',
      'mqtt.listeners.tcp.default',
      'mqtt.listeners.tcp.1',
      'stomp.listeners.tcp.default',
      'stomp.listeners.tcp.1',
    ],
    in: 'rabbitmq',
    value: 'listen',
    source: RABBITMQ,
  },
  { names: ['tcp_listeners', 'ssl_listeners'], in: 'rabbitmq', value: 'listen', source: RABBITMQ },
  {
    names: ['inet_dist_listen_min', 'inet_dist_listen_max'],
    in: 'erlang',
    value: 'port',
    source: 'https://www.erlang.org/doc/apps/kernel/kernel_app.html',
  },
  {
    names: ['port', 'httpd_port'],
    in: 'couchdb',
    value: 'port',
    source: 'https://docs.couchdb.org/en/stable/config/http.html',
  },
  {
    names: ['fs.defaultFS', 'fs.default.name'],
    in: 'hadoop',
    value: 'address',
    source: HADOOP,
  },
  {
    names: [
      'server.bolt.listen_address',
      'server.http.listen_address',
      'server.https.listen_address',
      'dbms.connector.bolt.listen_address',
      'dbms.connector.http.listen_address',
      'dbms.connector.https.listen_address',
    ],
    in: 'neo4j',
    value: 'listen',
    source: NEO4J,
  },
  {
    names: ['org.neo4j.server.webserver.port', 'org.neo4j.server.webserver.https.port'],
    in: 'neo4j',
    value: 'port',
    source: NEO4J,
  },
  {
    names: ['bind-address', 'http-bind-address'],
    in: 'influxdb',
    value: 'listen',
    source: 'https://docs.influxdata.com/influxdb/v1/administration/config/',
  },
  {
    names: ['-p', '--port', 'PORT'],
    in: 'memcached',
    value: 'port',
    source: 'https://docs.memcached.org/serverguide/configuring/',
  },
  {
    names: ['jetty.port', 'SOLR_PORT', 'SOLR_PORT_LISTEN'],
    in: 'solr',
    value: 'port',
    source: 'https://solr.apache.org/guide/solr/latest/deployment-guide/taking-solr-to-production.html',
  },
  {
    names: ['uri'],
    in: 'activemq',
    value: 'address',
    source: 'https://activemq.apache.org/components/classic/documentation/configuring-transports',
  },
  {
    names: ['listener'],
    in: 'mosquitto',
    value: 'port',
    rest: ['host'],
    source: 'https://mosquitto.org/man/mosquitto-conf-5.html',
  },
  { names: ['port'], in: 'mosquitto', value: 'port', source: 'https://mosquitto.org/man/mosquitto-conf-5.html' },
  {
    names: ['http', 'https', 'grpc', 'grpc_tls', 'dns', 'serf_lan', 'serf_wan', 'server'],
    in: 'consul',
    value: 'port',
    source: 'https://developer.hashicorp.com/consul/docs/agent/config/config-files#ports',
  },
  {
    names: ['rpcport', 'port', 'rpcbind', 'bind', 'zmqpubrawblock', 'zmqpubrawtx'],
    in: 'bitcoin',
    value: 'listen',
    source: 'https://github.com/bitcoin/bitcoin/blob/master/share/examples/bitcoin.conf',
  },
  {
    names: ['addnode', 'connect', 'rpcconnect', 'masternodeaddr', 'externalip'],
    in: 'bitcoin',
    value: 'address',
    source: 'https://github.com/bitcoin/bitcoin/blob/master/share/examples/bitcoin.conf',
  },
  {
    names: ['peer-port', 'rpc-port'],
    in: 'transmission',
    value: 'port',
    source: 'https://github.com/transmission/transmission/blob/main/docs/Editing-Configuration-Files.md',
  },
];
