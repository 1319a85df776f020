import type { Image } from '../images.ts';

const HUB = 'https://hub.docker.com/_/';
const HUB_OF = 'https://hub.docker.com/r/';

/** Monitoring, logging, discovery, secrets, directories and name servers. */
export const infrastructureImages: readonly Image[] = [
  {
    names: ['apm/apm-server', 'docker.elastic.co/apm/apm-server'],
    ports: [8200],
    listener: 'apm-server.yml',
    source: 'https://www.elastic.co/guide/en/apm/guide/current/index.html',
  },
  {
    names: ['bitnami/consul', 'consul', 'hashicorp/consul'],
    ports: [8300, 8301, 8302, 8500, 8600],
    listener: '-http-port',
    source: `${HUB}consul`,
  },
  {
    names: [
      'bitnami/etcd',
      'coreos/etcd',
      'etcd-development/etcd',
      'gcr.io/etcd-development/etcd',
      'quay.io/coreos/etcd',
    ],
    ports: [2379, 2380],
    listener: '--listen-client-urls',
    source: 'https://etcd.io/docs/latest/op-guide/container/',
  },
  {
    names: ['bitnami/grafana', 'grafana/grafana', 'grafana/grafana-enterprise', 'grafana/grafana-oss'],
    ports: [3000],
    listener: 'GF_SERVER_HTTP_PORT',
    source: 'https://grafana.com/docs/grafana/latest/setup-grafana/configure-docker/',
  },
  {
    names: ['bitnami/kibana', 'docker.elastic.co/kibana/kibana', 'kibana', 'kibana/kibana'],
    ports: [5601],
    listener: 'SERVER_PORT',
    source: `${HUB}kibana`,
  },
  {
    names: ['bitnami/openldap'],
    ports: [1389, 1636],
    listener: 'LDAP_PORT_NUMBER',
    source: `${HUB_OF}bitnami/openldap`,
  },
  {
    names: ['bitnami/prometheus', 'prom/prometheus', 'prometheus/prometheus', 'quay.io/prometheus/prometheus'],
    ports: [9090],
    listener: '--web.listen-address',
    source: `${HUB_OF}prom/prometheus`,
  },
  {
    names: ['bitnami/vault', 'hashicorp/vault', 'vault'],
    ports: [8200],
    listener: 'VAULT_DEV_LISTEN_ADDRESS',
    source: `${HUB_OF}hashicorp/vault`,
  },
  {
    names: ['cadvisor/cadvisor', 'gcr.io/cadvisor/cadvisor', 'google/cadvisor'],
    ports: [8080],
    listener: '-port',
    source: 'https://github.com/google/cadvisor/blob/master/docs/running.md',
  },
  { names: ['chronograf'], ports: [8888], listener: '--port', source: `${HUB}chronograf` },
  {
    names: ['coredns/coredns', 'k8s.gcr.io/coredns', 'registry.k8s.io/coredns/coredns'],
    ports: [53],
    listener: 'Corefile',
    source: `${HUB_OF}coredns/coredns`,
  },
  {
    names: ['datadog/agent', 'datadog/docker-dd-agent', 'gcr.io/datadoghq/agent'],
    ports: [8125, 8126],
    listener: 'DD_DOGSTATSD_PORT',
    source: 'https://docs.datadoghq.com/containers/docker/',
  },
  {
    names: ['fluent-bit/fluent-bit', 'fluent/fluent-bit'],
    ports: [2020],
    listener: '/fluent-bit/etc/fluent-bit.conf',
    source: 'https://docs.fluentbit.io/manual/administration/monitoring',
  },
  {
    names: ['fluent/fluentd', 'fluentd'],
    ports: [24224, 5140],
    listener: '/fluentd/etc/fluent.conf',
    source: 'https://github.com/fluent/fluentd-docker-image',
  },
  {
    names: ['grafana/loki'],
    ports: [3100],
    listener: '/etc/loki/local-config.yaml',
    source: 'https://grafana.com/docs/loki/latest/configure/',
  },
  {
    names: ['grafana/promtail'],
    ports: [9080],
    listener: '/etc/promtail/config.yml',
    source: 'https://grafana.com/docs/loki/latest/send-data/promtail/configuration/',
  },
  {
    names: ['grafana/tempo'],
    ports: [3200],
    listener: '/etc/tempo.yaml',
    source: 'https://grafana.com/docs/tempo/latest/configuration/',
  },
  {
    names: ['graphiteapp/graphite-statsd', 'hopsoft/graphite-statsd'],
    ports: [80, 2003, 2004, 2023, 2024, 8080, 8125, 8126],
    source: 'https://github.com/graphite-project/docker-graphite-statsd',
  },
  {
    names: ['jaegertracing/all-in-one', 'jaegertracing/jaeger'],
    ports: [16686, 14250, 14268, 5778, 9411, 4317, 4318],
    listener: '--query.http-server.host-port',
    source: 'https://www.jaegertracing.io/docs/latest/deployment/',
  },
  { names: ['kapacitor'], ports: [9092], listener: 'KAPACITOR_HTTP_BIND_ADDRESS', source: `${HUB}kapacitor` },
  {
    names: ['kylemanna/openvpn', 'openvpn/openvpn-as'],
    ports: [1194],
    listener: '/etc/openvpn/openvpn.conf',
    source: 'https://github.com/kylemanna/docker-openvpn',
  },
  {
    names: ['netdata/netdata'],
    ports: [19999],
    listener: '-p',
    source: 'https://learn.netdata.cloud/docs/netdata-agent/installation/docker',
  },
  {
    names: ['openzipkin/zipkin', 'openzipkin/zipkin-slim'],
    ports: [9411],
    listener: 'QUERY_PORT',
    source: 'https://github.com/openzipkin/zipkin/tree/master/zipkin-server',
  },
  {
    names: ['osixia/openldap'],
    ports: [389, 636],
    listener: 'LDAP_PORT',
    source: 'https://github.com/osixia/docker-openldap',
  },
  {
    names: ['otel/opentelemetry-collector', 'otel/opentelemetry-collector-contrib'],
    ports: [4317, 4318],
    listener: '/etc/otelcol/config.yaml',
    source: 'https://opentelemetry.io/docs/collector/installation/',
  },
  {
    names: ['pihole/pihole'],
    ports: [53, 80, 443],
    listener: 'FTLCONF_webserver_port',
    source: 'https://github.com/pi-hole/docker-pi-hole',
  },
  {
    names: ['portainer/portainer', 'portainer/portainer-ce', 'portainer/portainer-ee'],
    ports: [9000, 8000, 9443],
    listener: '--bind',
    source: 'https://docs.portainer.io/advanced/cli',
  },
  {
    names: ['prom/alertmanager', 'quay.io/prometheus/alertmanager'],
    ports: [9093],
    listener: '--web.listen-address',
    source: `${HUB_OF}prom/alertmanager`,
  },
  {
    names: ['prom/blackbox-exporter'],
    ports: [9115],
    listener: '--web.listen-address',
    source: `${HUB_OF}prom/blackbox-exporter`,
  },
  {
    names: ['prom/node-exporter', 'quay.io/prometheus/node-exporter'],
    ports: [9100],
    listener: '--web.listen-address',
    source: `${HUB_OF}prom/node-exporter`,
  },
  { names: ['prom/pushgateway'], ports: [9091], listener: '--web.listen-address', source: `${HUB_OF}prom/pushgateway` },
  {
    names: ['prom/statsd-exporter'],
    ports: [9102, 9125],
    listener: '--web.listen-address',
    source: `${HUB_OF}prom/statsd-exporter`,
  },
  { names: ['swarm'], ports: [2375], listener: '--host', source: `${HUB}swarm` },
  { names: ['telegraf'], ports: [8092, 8094, 8125], listener: '/etc/telegraf/telegraf.conf', source: `${HUB}telegraf` },
  {
    names: ['victoriametrics/victoria-metrics'],
    ports: [8428],
    listener: '-httpListenAddr',
    source: 'https://docs.victoriametrics.com/',
  },
];
