import type { Program } from '../program.ts';
import { words } from '../words.ts';

/** Container engines, cluster daemons and schedulers. */
export const clusterServers: readonly Program[] = [
  {
    names: ['consul'],
    subcommands: ['agent'],
    ports: words(`
      -http-port --http-port -https-port --https-port -dns-port --dns-port -grpc-port --grpc-port -grpc-tls-port
      --grpc-tls-port -serf-lan-port --serf-lan-port -serf-wan-port --serf-wan-port -server-port --server-port
    `),
    peers: words('-join --join -retry-join --retry-join -join-wan -retry-join-wan -recursor -atlas-endpoint'),
    others: words(`
      -bind --bind -client --client -advertise --advertise -advertise-wan -bootstrap-expect --bootstrap-expect
      -config-dir --config-dir -config-file --config-file -data-dir --data-dir -datacenter --datacenter -dc --dc
      -domain -encrypt -log-level -node --node -node-id -pid-file -protocol -raft-protocol -rejoin= -retry-interval
      -retry-max -ui-dir -hcl
    `),
    operands: ['other'],
    defaultPort: 8500,
    source: 'https://developer.hashicorp.com/consul/commands/agent',
  },
  {
    names: ['docker'],
    subcommands: ['daemon'],
    addresses: words('-H --host --metrics-addr'),
    peers: words('--registry-mirror --insecure-registry --cluster-store --cluster-advertise'),
    others: words(`
      -b --bridge --bip --dns -G --group -g --graph -l --log-level --log-driver --log-opt --mtu -p --pidfile -s
      --storage-driver --storage-opt --exec-opt --default-ulimit --label --fixed-cidr
    `),
    operands: ['other'],
    defaultPort: 2375,
    source: 'https://docs.docker.com/reference/cli/dockerd/',
  },
  {
    names: ['dockerd', 'dockerd-entrypoint.sh', 'dockerd-rootless.sh'],
    addresses: words('-H --host --metrics-addr'),
    peers: words('--registry-mirror --insecure-registry --cluster-store --cluster-advertise'),
    others: words(`
      -b --bridge --bip --config-file --containerd --data-root --default-address-pool --default-ulimit --dns
      --exec-opt --exec-root --fixed-cidr -G --group -g --graph -l --log-level --log-driver --log-opt --label
      --max-concurrent-downloads --max-concurrent-uploads --mtu -p --pidfile -s --storage-driver --storage-opt
      --shutdown-timeout --tlscacert --tlscert --tlskey --userns-remap --ip --network-control-plane-mtu
    `),
    operands: ['other'],
    defaultPort: 2375,
    source: 'https://docs.docker.com/reference/cli/dockerd/',
  },
  {
    names: ['marathon'],
    ports: words('--http_port --https_port'),
    peers: words('--master --zk --event_stream_endpoint --mesos_leader_ui_url --webui_url --http_endpoints'),
    others: words(`
      --http_address --hostname --task_launch_timeout --checkpoint= --failover_timeout --framework_name
      --local_port_min --local_port_max --logging_level --zk_timeout --zk_session_timeout --ssl_keystore_path
      --ssl_keystore_password --http_credentials --event_subscriber
    `),
    operands: ['other'],
    defaultPort: 8080,
    source: 'https://mesosphere.github.io/marathon/docs/command-line-flags.html',
  },
  {
    names: ['mesos-agent', 'mesos-slave'],
    ports: ['--port'],
    addresses: ['--advertise_port'],
    peers: ['--master'],
    others: words(`
      --ip --hostname --advertise_ip --work_dir --resources --containerizers --attributes
      --executor_registration_timeout --log_dir --isolation --launcher --recovery_timeout --gc_delay --docker_socket
    `),
    operands: ['other'],
    defaultPort: 5051,
    source: 'https://mesos.apache.org/documentation/latest/configuration/agent/',
  },
  {
    names: ['mesos-master'],
    ports: words('--port --advertise_port'),
    peers: ['--zk'],
    others: words(`
      --ip --hostname --advertise_ip --work_dir --quorum --cluster --log_dir --zk_session_timeout --agent_ping_timeout
      --max_agent_ping_timeouts --offer_timeout --registry --roles --weights
    `),
    operands: ['other'],
    defaultPort: 5050,
    source: 'https://mesos.apache.org/documentation/latest/configuration/master/',
  },
  {
    names: ['nomad'],
    subcommands: ['agent'],
    peers: words('-servers -join -retry-join -consul-address -vault-address'),
    others: words(`
      -bind -bootstrap-expect -config -data-dir -dc -region -node -log-level -network-speed -node-class -meta -encrypt
    `),
    operands: ['other'],
    defaultPort: 4646,
    source: 'https://developer.hashicorp.com/nomad/commands/agent',
  },
  {
    names: ['registry', 'docker-registry'],
    subcommands: ['serve'],
    operands: ['other'],
    defaultPort: 5000,
    source: 'https://distribution.github.io/distribution/about/configuration/',
  },
  {
    names: ['swarm'],
    subcommands: ['j', 'join', 'm', 'manage'],
    addresses: words('-H --host --addr --advertise'),
    others: words(`
      --strategy --filter --heartbeat --ttl --timeout --delay --tlscacert --tlscert --tlskey --cluster-driver
      --cluster-opt --discovery-opt --replication-ttl --engine-refresh-min-interval --engine-refresh-max-interval
      --engine-failure-retry --engine-refresh-retry
    `),
    operands: ['other'],
    defaultPort: 2375,
    source: 'https://github.com/docker-archive/classicswarm/blob/master/cli/flags.go',
  },
  {
    names: ['vault'],
    subcommands: ['server'],
    addresses: words('-dev-listen-address --dev-listen-address'),
    others: words(`
      -config --config -log-level --log-level -log-format -dev-root-token-id --dev-root-token-id -dev-plugin-dir
      -log-file
    `),
    operands: ['other'],
    defaultPort: 8200,
    source: 'https://developer.hashicorp.com/vault/docs/commands/server',
  },
];
