import type { Program } from '../program.ts';
import { words } from '../words.ts';

const GRAFANA_LABS_OTHERS = words(`
  -config.file --config.file -target --target -log.level --log.level -server.http-listen-address
  --server.http-listen-address -server.grpc-listen-address --server.grpc-listen-address
  -server.http-server-read-timeout -server.http-server-write-timeout -server.grpc-max-recv-msg-size-bytes
  -server.graceful-shutdown-timeout -config.expand-env=
`);
const GRAFANA_LABS_PORTS = words(`
  -server.http-listen-port --server.http-listen-port -server.grpc-listen-port --server.grpc-listen-port
`);

/** Metrics, logs, traces and their dashboards. */
export const monitoringServers: readonly Program[] = [
  {
    names: ['alertmanager'],
    addresses: words(`
      --web.listen-address -web.listen-address --cluster.listen-address -cluster.listen-address
      --cluster.advertise-address --mesh.listen-address -mesh.listen-address
    `),
    peers: words('--cluster.peer -mesh.peer --mesh.peer --web.external-url -web.external-url'),
    others: words(`
      --config.file -config.file --storage.path -storage.path --data.retention --alerts.gc-interval --web.route-prefix
      --web.timeout --web.get-concurrency --cluster.peer-timeout --cluster.gossip-interval --cluster.pushpull-interval
      --cluster.settle-timeout --log.level -log.level
    `),
    operands: ['other'],
    defaultPort: 9093,
    source: 'https://github.com/prometheus/alertmanager/blob/main/cmd/alertmanager/main.go',
  },
  {
    names: ['cadvisor'],
    ports: words('-port --port'),
    peers: words('-docker --docker -containerd --containerd -storage_driver_host --storage_driver_host'),
    others: words(`
      -listen_ip --listen_ip -storage_duration --storage_duration -housekeeping_interval --housekeeping_interval
      -max_housekeeping_interval --max_housekeeping_interval -global_housekeeping_interval -prometheus_endpoint
      --prometheus_endpoint -storage_driver --storage_driver -max_procs --max_procs --disable_metrics -disable_metrics
    `),
    operands: ['other'],
    defaultPort: 8080,
    source: 'https://github.com/google/cadvisor/blob/master/docs/runtime_options.md',
  },
  {
    names: ['chronograf'],
    ports: ['--port'],
    peers: words('--influxdb-url --kapacitor-url --public-url'),
    others: words(`
      --host -b --bolt-path -c --canned-path --resources-path -p= --basepath --status-feed-url -l --log-level
      --influxdb-username --influxdb-password --kapacitor-username --kapacitor-password -t --token-secret
      --auth-duration --cert --key
    `),
    operands: ['other'],
    defaultPort: 8888,
    source: 'https://docs.influxdata.com/chronograf/v1/administration/config-options/',
  },
  {
    names: ['consul-alerts'],
    subcommands: ['start'],
    addresses: ['--alert-addr'],
    peers: ['--consul-addr'],
    others: words('--consul-dc --consul-acl-token --log-level --config-file'),
    operands: ['other'],
    defaultPort: 9000,
    source: 'https://github.com/AcalephStorage/consul-alerts#readme',
  },
  {
    names: ['fluent-bit', 'td-agent-bit'],
    ports: words('-P --port'),
    others: words(`
      -b --storage_path -c --config -f --flush -i --input -F --filter -m --match -o --output -p --prop -R --parser -e
      --plugin -l --log_file -t --tag -L --listen -s --coro_stack_size --grace
    `),
    operands: ['other'],
    defaultPort: 2020,
    source: 'https://github.com/fluent/fluent-bit/blob/master/src/fluent-bit.c',
  },
  {
    names: ['fluentd', 'td-agent'],
    others: words(`
      -s= --setup= -c --config -p --plugin -I -r --require -d --daemon --user --group -o --log --log-rotate-age
      --log-rotate-size -i --inline-config -C --counter= --root-dir --workers -g --gemfile -G --gem-path --chroot
    `),
    operands: ['other'],
    defaultPort: 24224,
    source: 'https://docs.fluentd.org/deployment/command-line-option',
  },
  {
    names: ['grafana', 'grafana-server'],
    others: words(`
      -config --config -homepath --homepath -pidfile --pidfile -packaging --packaging -profile-port --profile-port
    `),
    operands: ['other'],
    defaultPort: 3000,
    source: 'https://grafana.com/docs/grafana/latest/setup-grafana/configure-grafana/',
  },
  {
    names: words(`
      jaeger jaeger-all-in-one jaeger-collector jaeger-ingester jaeger-query jaeger-standalone all-in-one-linux
      collector-linux query-linux
    `),
    ports: words(`
      --query.port --collector.port --collector.http-port --collector.grpc-port --collector.zipkin.http-port
      --admin-http-port --health-check-http-port --processor.jaeger-binary.server-port
    `),
    addresses: words(`
      --query.host-port --query.http-server.host-port --query.grpc-server.host-port --collector.http-server.host-port
      --collector.grpc-server.host-port --collector.zipkin.host-port --collector.otlp.grpc.host-port
      --collector.otlp.http.host-port --admin.http.host-port --http-server.host-port
      --processor.jaeger-binary.server-host-port --processor.jaeger-compact.server-host-port
      --processor.zipkin-compact.server-host-port --ingester.http-server.host-port
    `),
    peers: words(`
      --es.server-urls --cassandra.servers --kafka.producer.brokers --kafka.consumer.brokers --reporter.grpc.host-port
      --prometheus.server-url --grpc-storage.server
    `),
    others: words(`
      --cassandra.port --cassandra.keyspace --es.num-shards --es.num-replicas --es.max-span-age --es.timeout
      --memory.max-traces --collector.queue-size --collector.num-workers --query.base-path --query.static-files
      --span-storage.type --sampling.strategies-file --log-level --es.bulk.size --es.bulk.workers
    `),
    operands: ['other'],
    defaultPort: 16686,
    source: 'https://www.jaegertracing.io/docs/1.62/cli/',
  },
  {
    names: ['jaeger-agent'],
    ports: words('--admin-http-port --processor.jaeger-binary.server-port --processor.jaeger-compact.server-port'),
    addresses: words(`
      --admin.http.host-port --http-server.host-port --processor.jaeger-binary.server-host-port
      --processor.jaeger-compact.server-host-port --processor.zipkin-compact.server-host-port
    `),
    peers: words('--collector.host-port --reporter.grpc.host-port --reporter.tchannel.host-port'),
    others: words(`
      --processor.jaeger-binary.workers --processor.jaeger-compact.workers --processor.zipkin-compact.workers
      --processor.jaeger-binary.server-queue-size --processor.jaeger-compact.server-queue-size
      --processor.jaeger-binary.server-max-packet-size --processor.jaeger-compact.server-max-packet-size --log-level
    `),
    operands: ['other'],
    defaultPort: 5778,
    source: 'https://www.jaegertracing.io/docs/1.62/cli/#jaeger-agent',
  },
  {
    names: ['kube-state-metrics'],
    ports: words('--port --telemetry-port'),
    peers: ['--apiserver'],
    others: words(`
      --host --telemetry-host --kubeconfig --namespace --namespaces --resources --collectors --shard --total-shards -v
      --v --pod --pod-namespace --metric-allowlist
    `),
    operands: ['other'],
    defaultPort: 8080,
    source: 'https://github.com/kubernetes/kube-state-metrics/blob/main/docs/developer/cli-arguments.md',
  },
  {
    names: ['logstash'],
    ports: words('--http.port --api.http.port'),
    others: words(`
      -n --node.name -f --path.config -e --config.string -w --pipeline.workers -b --pipeline.batch.size -u
      --pipeline.batch.delay --path.settings --path.data --path.logs -p --path.plugins -l --log.level --http.host
      --api.http.host --pipeline.id
    `),
    operands: ['other'],
    defaultPort: 9600,
    source: 'https://www.elastic.co/docs/reference/logstash/running-logstash-command-line',
  },
  {
    names: ['loki', 'loki-linux-amd64'],
    ports: GRAFANA_LABS_PORTS,
    others: GRAFANA_LABS_OTHERS,
    operands: ['other'],
    defaultPort: 3100,
    source: 'https://grafana.com/docs/loki/latest/configure/#server',
  },
  {
    names: ['mimir', 'cortex', 'tempo', 'phlare', 'pyroscope'],
    ports: GRAFANA_LABS_PORTS,
    others: GRAFANA_LABS_OTHERS,
    operands: ['other'],
    source: 'https://grafana.com/docs/mimir/latest/configure/configuration-parameters/#server',
  },
  {
    names: ['netdata'],
    ports: ['-p'],
    others: words('-c -D= -h= -i -P -s -t -u -v= -W'),
    operands: ['other'],
    defaultPort: 19999,
    source:
      'https://learn.netdata.cloud/docs/netdata-agent/configuration/daemon-configuration/daemon-command-line-reference',
  },
  {
    names: ['prometheus'],
    addresses: words('--web.listen-address -web.listen-address'),
    peers: words(`
      --web.external-url -web.external-url -alertmanager.url --alertmanager.url -storage.remote.influxdb-url
    `),
    others: words(`
      --config.file -config.file --web.read-timeout --web.max-connections --web.route-prefix --web.user-assets
      --web.console.templates -web.console.templates --web.console.libraries -web.console.libraries --web.page-title
      --storage.tsdb.path -storage.local.path --storage.tsdb.retention --storage.tsdb.retention.time
      --storage.tsdb.retention.size -storage.local.retention -storage.local.memory-chunks
      --storage.tsdb.min-block-duration --storage.tsdb.max-block-duration --storage.remote.flush-deadline
      --rules.alert.for-outage-tolerance --alertmanager.notification-queue-capacity --query.lookback-delta
      --query.timeout --query.max-concurrency --query.max-samples --log.level --log.format --enable-feature
    `),
    operands: ['other'],
    defaultPort: 9090,
    source: 'https://prometheus.io/docs/prometheus/latest/command-line/prometheus/',
  },
  {
    names: ['promtail', 'promtail-linux-amd64'],
    ports: GRAFANA_LABS_PORTS,
    peers: words('-client.url --client.url'),
    others: GRAFANA_LABS_OTHERS,
    operands: ['other'],
    defaultPort: 9080,
    source: 'https://grafana.com/docs/loki/latest/send-data/promtail/configuration/#server',
  },
  {
    names: ['pushgateway'],
    addresses: words('--web.listen-address -web.listen-address'),
    peers: words('--web.external-url'),
    others: words(`
      --web.telemetry-path --web.route-prefix --persistence.file -persistence.file --persistence.interval --log.level
      --log.format
    `),
    operands: ['other'],
    defaultPort: 9091,
    source: 'https://github.com/prometheus/pushgateway/blob/master/main.go',
  },
  {
    names: ['thanos'],
    addresses: words('--http-address --grpc-address --remote-write.address --cluster.address --http.config='),
    peers: words(`
      --prometheus.url --store --endpoint --query --rule --alertmanagers.url --cluster.peers --receive.local-endpoint
      --target
    `),
    others: words(`
      --tsdb.path --data-dir --objstore.config --objstore.config-file --http-grace-period --grpc-grace-period
      --log.level --query.timeout --query.max-concurrent --query.replica-label --retention.resolution-raw
      --retention.resolution-5m --retention.resolution-1h --sync-block-duration --block-sync-concurrency
      --index-cache-size --chunk-pool-size --compact.concurrency --wait-interval --label --rule-file --eval-interval
      --tsdb.retention
    `),
    operands: ['other'],
    defaultPort: 10902,
    source: 'https://thanos.io/tip/components/query.md/',
  },
  {
    names: ['victoria-metrics', 'victoria-metrics-prod'],
    addresses: words(`
      -httpListenAddr --httpListenAddr -graphiteListenAddr --graphiteListenAddr -influxListenAddr --influxListenAddr
      -opentsdbListenAddr --opentsdbListenAddr -opentsdbHTTPListenAddr --opentsdbHTTPListenAddr
    `),
    peers: words('-remoteWrite.url --remoteWrite.url'),
    others: words(`
      -storageDataPath --storageDataPath -retentionPeriod --retentionPeriod -promscrape.config --promscrape.config
      -memory.allowedPercent -search.maxUniqueTimeseries -search.maxConcurrentRequests -loggerLevel
    `),
    operands: ['other'],
    defaultPort: 8428,
    source: 'https://docs.victoriametrics.com/#list-of-command-line-flags',
  },
  {
    names: words('vmagent vmagent-prod vmalert vmalert-prod vmauth vmauth-prod vminsert vmselect vmstorage'),
    addresses: words(`
      -httpListenAddr --httpListenAddr -graphiteListenAddr -influxListenAddr -opentsdbListenAddr -vminsertAddr
      -vmselectAddr
    `),
    peers: words(`
      -remoteWrite.url --remoteWrite.url -datasource.url --datasource.url -notifier.url --notifier.url -remoteRead.url
      -storageNode --storageNode -external.url
    `),
    others: words(`
      -promscrape.config --promscrape.config -rule --rule -auth.config --auth.config -storageDataPath -retentionPeriod
      -replicationFactor -evaluationInterval -remoteWrite.tmpDataPath
    `),
    operands: ['other'],
    source: 'https://docs.victoriametrics.com/vmagent/',
  },
  {
    names: ['zipkin', 'zipkin.jar'],
    operands: ['other'],
    defaultPort: 9411,
    source: 'https://github.com/openzipkin/zipkin/tree/master/zipkin-server#environment-variables',
  },
];
