import type { Program } from '../program.ts';
import { words } from '../words.ts';

/** Search engines and object stores. */
export const storeServers: readonly Program[] = [
  {
    names: ['elasticsearch', 'opensearch', 'opensearch-docker-entrypoint.sh'],
    settings: {
      flags: ['-E', '-D'],
      ports: words('http.port transport.port transport.tcp.port es.http.port es.transport.tcp.port'),
    },
    ports: words('--http.port --transport.tcp.port'),
    others: words('-p --pidfile --path.data --path.logs --network.host --cluster.name --node.name'),
    operands: ['other'],
    defaultPort: 9200,
    source: 'https://www.elastic.co/docs/reference/elasticsearch/configuration-reference/networking-settings',
  },
  {
    names: ['kibana', 'opensearch-dashboards'],
    ports: words('-p --port --server.port'),
    peers: words('-e --elasticsearch --elasticsearch.hosts --elasticsearch.url --opensearch.hosts'),
    others: words(`
      -H --host --server.host -c --config -l --log-file --plugins --plugin-dir --server.basePath --server.name
      --elasticsearch.requestTimeout
    `),
    operands: ['other'],
    defaultPort: 5601,
    source: 'https://www.elastic.co/docs/reference/kibana/configuration-reference/general-settings',
  },
  {
    names: ['meilisearch'],
    addresses: ['--http-addr'],
    others: words(`
      --db-path --env --master-key --max-indexing-memory --max-indexing-threads --http-payload-size-limit
      --snapshot-dir --schedule-snapshot= --import-dump --dump-dir --log-level --ssl-cert-path --ssl-key-path
    `),
    operands: ['other'],
    defaultPort: 7700,
    source: 'https://www.meilisearch.com/docs/learn/self_hosted/configure_meilisearch_at_launch',
  },
  {
    names: ['minio'],
    subcommands: ['gateway', 'server'],
    addresses: words('--address --console-address --ftp= --sftp='),
    others: words(`
      -C --config-dir -S --certs-dir --conn-read-deadline --conn-write-deadline --idle-timeout --read-header-timeout
      --license
    `),
    operands: ['other'],
    defaultPort: 9000,
    source: 'https://min.io/docs/minio/linux/reference/minio-server/minio-server.html',
  },
  {
    names: ['solr', 'solr-foreground', 'solr-precreate', 'solr-demo'],
    ports: words('-p --port'),
    peers: words('-z -zkHost --zk-host'),
    others: words(`
      -h --host -m --memory -s --solr-home -t --data-home -a --jvm-opts -j --jettyconfig -e --example -d --server-dir
      -u --user -S -V=
    `),
    operands: ['other'],
    defaultPort: 8983,
    source: 'https://solr.apache.org/guide/solr/latest/deployment-guide/solr-control-script-reference.html',
  },
  {
    names: ['typesense-server'],
    ports: words('--api-port --peering-port'),
    others: words(`
      --data-dir --api-key --api-address --peering-address --nodes --thread-pool-size --num-collections-parallel-load
      --cache-num-entries --log-dir --ssl-certificate --ssl-certificate-key --healthy-read-lag --healthy-write-lag
      --snapshot-interval-seconds
    `),
    operands: ['other'],
    defaultPort: 8108,
    source: 'https://typesense.org/docs/latest/api/server-configuration.html',
  },
  {
    names: ['weaviate'],
    ports: ['--port'],
    others: words('--host --scheme --config-file --write-timeout --read-timeout --max-header-size'),
    operands: ['other'],
    defaultPort: 8080,
    source: 'https://docs.weaviate.io/deploy/installation-guides/docker-installation',
  },
  {
    names: ['weed'],
    ports: words(`
      -port --port -port.grpc --port.grpc -port.public --port.public -master.port -master.port.grpc -volume.port
      -volume.port.grpc -volume.port.public -filer.port -filer.port.grpc -s3.port -s3.port.grpc -s3.port.https
      -webdav.port -iam.port -metricsPort
    `),
    peers: words('-mserver -master -master.peers -peers -filer -server'),
    others: words(`
      -ip -ip.bind -dir -mdir -max -volume.max -volumeSizeLimitMB -master.volumeSizeLimitMB -defaultReplication
      -idleTimeout -volume.idleTimeout -dataCenter -rack -index -minFreeSpace -whiteList -publicUrl -maxMB
      -filer.maxMB -collection -config -concurrentUploadLimitMB -metricsIntervalSeconds -pulseSeconds
    `),
    operands: ['other'],
    source: 'https://github.com/seaweedfs/seaweedfs/wiki/Getting-Started',
  },
];
