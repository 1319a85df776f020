import type { Program } from '../program.ts';
import { words } from '../words.ts';

const EXPORTER_TOOLKIT = 'https://github.com/prometheus/exporter-toolkit/blob/master/web/kingpinflag/flag.go';
const WEB_LISTEN = words('--web.listen-address -web.listen-address');
const EXPORTER_OTHERS = words(`
  --web.telemetry-path -web.telemetry-path --web.config.file --web.max-requests --log.level -log.level --log.format
  --collector.textfile.directory --path.procfs --path.sysfs --path.rootfs --config.file -config.file
`);

/** An exporter for Prometheus by the name of its program and the port that is allotted to it. */
function exporter(name: string, defaultPort: number, peers: string, more: Partial<Program> = {}): Program {
  const dashed = name.replaceAll('_', '-');
  return {
    names: dashed === name ? [name] : [name, dashed],
    addresses: WEB_LISTEN,
    peers: words(peers),
    others: EXPORTER_OTHERS,
    operands: ['other'],
    defaultPort,
    source: 'https://github.com/prometheus/prometheus/wiki/Default-port-allocations',
    ...more,
  };
}

/** Exporters for Prometheus. Any other `*_exporter` has the same flag for its address. */
export const exporterServers: readonly Program[] = [
  {
    names: ['*_exporter', '*-exporter'],
    addresses: words('--web.listen-address -web.listen-address --listen-address -listen-address'),
    others: EXPORTER_OTHERS,
    operands: ['other'],
    source: EXPORTER_TOOLKIT,
  },
  exporter('apache_exporter', 9117, '--scrape_uri -scrape_uri', { others: [...EXPORTER_OTHERS, '--host_override'] }),
  exporter('blackbox_exporter', 9115, '--web.external-url'),
  exporter('consul_exporter', 9107, '--consul.server'),
  exporter('elasticsearch_exporter', 9114, '--es.uri -es.uri', {
    others: [...EXPORTER_OTHERS, '--es.timeout', '--es.clusterinfo.interval'],
  }),
  exporter('graphite_exporter', 9108, '', {
    addresses: [...WEB_LISTEN, '--graphite.listen-address', '-graphite.listen-address'],
    others: [...EXPORTER_OTHERS, '--graphite.mapping-config', '--graphite.sample-expiry', '--graphite.cache-size'],
  }),
  exporter('haproxy_exporter', 9101, '--haproxy.scrape-uri -haproxy.scrape-uri', {
    others: [...EXPORTER_OTHERS, '--haproxy.timeout'],
  }),
  exporter('influxdb_exporter', 9122, '', {
    addresses: [...WEB_LISTEN, '--udp.bind-address'],
    others: [...EXPORTER_OTHERS, '--influxdb.sample-expiry'],
  }),
  exporter('kafka_exporter', 9308, '--kafka.server --zookeeper.server', {
    others: words('--kafka.version --topic.filter --group.filter --refresh.metadata --concurrent.workers'),
  }),
  exporter('memcached_exporter', 9150, '--memcached.address -memcached.address', {
    others: [...EXPORTER_OTHERS, '--memcached.timeout', '--memcached.pid-file'],
  }),
  exporter('mongodb_exporter', 9216, '--mongodb.uri -mongodb.uri'),
  exporter('mysqld_exporter', 9104, '--mysqld.address', {
    others: [...EXPORTER_OTHERS, '--config.my-cnf', '--timeout-offset', '--tls.insecure-skip-verify='],
  }),
  exporter('nginx-prometheus-exporter', 9113, '--nginx.scrape-uri -nginx.scrape-uri --web.external-url'),
  exporter('node_exporter', 9100, ''),
  exporter('php-fpm_exporter', 9253, '--phpfpm.scrape-uri'),
  exporter('postgres_exporter', 9187, ''),
  exporter('process-exporter', 9256, '', {
    others: words('-config.path --config.path -procnames -namemapping -procfs'),
  }),
  exporter('redis_exporter', 9121, '-redis.addr --redis.addr', {
    others: words('-redis.password --redis.password -connection-timeout -check-keys -namespace -check-key-groups'),
  }),
  exporter('snmp_exporter', 9116, ''),
  exporter('statsd_exporter', 9102, '', {
    addresses: [
      ...WEB_LISTEN,
      ...words('--statsd.listen-udp --statsd.listen-tcp -statsd.listen-udp -statsd.listen-tcp -statsd.listen-address'),
    ],
    peers: ['--statsd.relay.address'],
    others: words(`
      --statsd.mapping-config -statsd.mapping-config --statsd.read-buffer --statsd.cache-size
      --statsd.event-queue-size
    `),
  }),
  exporter('uwsgi_exporter', 9117, '-uwsgi-stats-address --stats.uri', {
    addresses: [...WEB_LISTEN, '-listen-address'],
  }),
];
