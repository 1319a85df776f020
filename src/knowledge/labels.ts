/** What a label that machines read says of its value. */
export interface LabelRow {
  /** Matches the whole key. */
  readonly key: RegExp;
  /**
   * - `ports`: a port or a list of them, each perhaps with a protocol or a name: `8080:http, 8443/tcp`.
   * - `pairs`: a list of `PORT:PORT` or `PORT:PORT/PROTOCOL`, the first of each the container's, the second the host's.
   * - `address`: an address or URL of the container.
   * - `port-in-key`: the key itself holds the port: `che:server:8080:ref`.
   * - `usage`: a command line for people, such as `docker run -p 80:8080`.
   * - `other`: never a port: versions, dates, URLs of other hosts.
   */
  readonly says: 'ports' | 'pairs' | 'address' | 'port-in-key' | 'usage' | 'other';
  readonly source: string;
}

const TRAEFIK_2 = 'https://doc.traefik.io/traefik/reference/routing-configuration/other-providers/docker/';
const LABEL_SCHEMA = 'http://label-schema.org/rc1/';
const OCI = 'https://github.com/opencontainers/image-spec/blob/main/annotations.md';

/** The first row that matches a key counts. */
export const labels: readonly LabelRow[] = [
  {
    key: /^traefik\.(?:http|tcp|udp)\.services\.[^.]+\.loadbalancer\.server\.port$/i,
    says: 'ports',
    source: TRAEFIK_2,
  },
  {
    key: /^traefik\.(?:[\w-]+\.)?port$/i,
    says: 'ports',
    source: 'https://doc.traefik.io/traefik/v1.7/configuration/backends/docker/',
  },
  {
    key: /^traefik\..*\.(?:healthcheck\.port|server\.url)$/i,
    says: 'address',
    source: TRAEFIK_2,
  },
  { key: /^traefik\./i, says: 'other', source: TRAEFIK_2 },
  {
    key: /^io\.openshift\.expose-services$/i,
    says: 'ports',
    source: 'https://docs.openshift.com/container-platform/3.11/creating_images/metadata.html',
  },
  {
    key: /^(?:io\.openshift|io\.k8s)\.(?:tags|description|display-name|min-cpu|min-memory|non-scalable|wants)/i,
    says: 'other',
    source: 'https://docs.openshift.com/container-platform/3.11/creating_images/metadata.html',
  },
  {
    key: /^org\.freenas\.port-mappings$/i,
    says: 'pairs',
    source: 'https://github.com/freenas/freenas/blob/9.10-stable/README.md',
  },
  {
    key: /^che:server:\d+:\w+$/i,
    says: 'port-in-key',
    source: 'https://www.eclipse.org/che/docs/versions/6/using/servers/',
  },
  {
    key: /^SERVICE_\d+_[A-Z_]+$/,
    says: 'port-in-key',
    source: 'https://gliderlabs.github.io/registrator/latest/user/services/',
  },
  {
    key: /^(?:prometheus\.io\/port|prometheus\.port|prometheus_port)$/i,
    says: 'ports',
    source: 'https://prometheus.io/docs/prometheus/latest/configuration/configuration/#docker_sd_config',
  },
  {
    key: /^(?:com\.centurylinklabs\.|com\.github\.containrrr\.)/i,
    says: 'other',
    source: 'https://containrrr.dev/watchtower/container-selection/',
  },
  { key: /^caddy(?:_\d+)?(?:\.|$)/i, says: 'address', source: 'https://github.com/lucaslorentz/caddy-docker-proxy' },
  {
    key: /^org\.label-schema\.(?:docker\.cmd|docker\.debug|usage)/i,
    says: 'usage',
    source: LABEL_SCHEMA,
  },
  { key: /^org\.label-schema\./i, says: 'other', source: LABEL_SCHEMA },
  { key: /^org\.opencontainers\.image\.description$/i, says: 'usage', source: OCI },
  { key: /^org\.opencontainers\.image\./i, says: 'other', source: OCI },
  {
    key: /(?:^|[._-])(?:run|install|uninstall|usage|help|cmd|command|description|summary|example|about|readme|doc|docs)$/i,
    says: 'usage',
    source:
      'https://docs.redhat.com/en/documentation/red_hat_enterprise_linux_atomic_host/7/html/managing_containers/running_super_privileged_containers',
  },
  {
    key: /(?:^|[._-])(?:version|release|date|created|revision|maintainer|vendor|license|licenses|author|authors|architecture|vcs-ref|vcs-url|build-date)$/i,
    says: 'other',
    source: OCI,
  },
  {
    key: /(?:^|[._-])expose[ds]?\.\d+(?:\.|$)/i,
    says: 'port-in-key',
    source: 'https://docs.docker.com/reference/dockerfile/#label',
  },
  {
    key: /(?:^|[._-])expose[ds]?(?:[._-].*)?$|(?:^|[._-])(?:port|ports)$/i,
    says: 'ports',
    source: 'https://docs.docker.com/reference/dockerfile/#label',
  },
];
