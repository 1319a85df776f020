import type { Program } from '../program.ts';
import { words } from '../words.ts';

const KUBERNETES = 'https://kubernetes.io/docs/reference/command-line-tools-reference/';
const KUBERNETES_OTHERS = words(`
  -v --v --kubeconfig --bind-address --address --cert-dir --tls-cert-file --tls-private-key-file --client-ca-file
  --cluster-cidr --cluster-name --service-cluster-ip-range --service-node-port-range --authentication-kubeconfig
  --authorization-kubeconfig --requestheader-client-ca-file --feature-gates --leader-elect= --leader-elect-lease-duration
  --leader-elect-renew-deadline --leader-elect-retry-period --kube-api-qps --kube-api-burst --config --log-dir
  --allocate-node-cidrs= --service-account-private-key-file --root-ca-file --cloud-provider --cloud-config
  --algorithm-provider --policy-config-file --node-monitor-period --node-monitor-grace-period --pod-eviction-timeout
`);

/** Daemons of Kubernetes and what runs beside them. */
export const kubernetesServers: readonly Program[] = [
  {
    names: ['dashboard', 'kubernetes-dashboard'],
    ports: words('--port --insecure-port'),
    peers: words('--apiserver-host --heapster-host --sidecar-host'),
    others: words(`
      --bind-address --insecure-bind-address --default-cert-dir --tls-cert-file --tls-key-file --kubeconfig
      --token-ttl --metric-client-check-period --authentication-mode --namespace --system-banner
    `),
    operands: ['other'],
    defaultPort: 8443,
    source: 'https://github.com/kubernetes/dashboard/blob/v2.7.0/docs/common/dashboard-arguments.md',
  },
  {
    names: ['exechealthz'],
    ports: words('-port --port'),
    others: words('-cmd --cmd --url -url -period --period -latency --latency -max-latency -quiet='),
    operands: ['other'],
    defaultPort: 8080,
    source: 'https://github.com/kubernetes-retired/contrib/blob/master/exec-healthz/exechealthz.go',
  },
  {
    names: ['heapster'],
    ports: ['--heapster-port', '--heapster_port'],
    peers: ['--source', '--sink'],
    others: words(`
      --metric_resolution --metric-resolution --listen_ip --listen-ip --max-procs --stats_resolution --tls_cert
      --tls_key --v
    `),
    operands: ['other'],
    defaultPort: 8082,
    source: 'https://github.com/kubernetes-retired/heapster/blob/master/metrics/options/options.go',
  },
  {
    names: ['k3s'],
    subcommands: ['server'],
    ports: words('--https-listen-port --http-listen-port --supervisor-port --apiserver-port --advertise-port'),
    peers: words('-s --server --datastore-endpoint'),
    others: words(`
      --bind-address --advertise-address --tls-san -d --data-dir --cluster-cidr --service-cidr
      --service-node-port-range --cluster-dns --cluster-domain -t --token --node-name --node-ip --disable --no-deploy
      --kubelet-arg --kube-apiserver-arg -o --write-kubeconfig --flannel-backend --snapshotter
    `),
    operands: ['other'],
    defaultPort: 6443,
    source: 'https://docs.k3s.io/cli/server',
  },
  {
    names: ['kube-apiserver'],
    ports: words('--secure-port --insecure-port'),
    peers: words('--etcd-servers --etcd-servers-overrides --service-account-issuer'),
    others: [...KUBERNETES_OTHERS, ...words('--kubelet-port --kubelet-read-only-port --kubernetes-service-node-port')],
    operands: ['other'],
    defaultPort: 6443,
    source: `${KUBERNETES}kube-apiserver/`,
  },
  {
    names: ['kube-controller-manager'],
    ports: words('--secure-port --port'),
    peers: ['--master'],
    others: KUBERNETES_OTHERS,
    operands: ['other'],
    defaultPort: 10257,
    source: `${KUBERNETES}kube-controller-manager/`,
  },
  {
    names: ['kube-dns', 'kubedns'],
    ports: words('--dns-port --healthz-port'),
    peers: words('--kube-master-url --kube_master_url'),
    others: words(`
      --domain --config-dir --config-map --config-period --federations --kubecfg-file --dns-bind-address
      --initial-sync-timeout --v --nameservers
    `),
    operands: ['other'],
    defaultPort: 53,
    source: 'https://github.com/kubernetes/dns/blob/master/cmd/kube-dns/app/options/options.go',
  },
  {
    names: ['kube-proxy'],
    ports: words('--healthz-port --metrics-port'),
    addresses: words('--healthz-bind-address --metrics-bind-address'),
    peers: ['--master'],
    others: words(`
      --proxy-port-range --proxy-mode --hostname-override --conntrack-max-per-core --conntrack-min
      --iptables-sync-period --iptables-masquerade-bit --oom-score-adj --udp-timeout --config-sync-period
    `),
    operands: ['other'],
    defaultPort: 10256,
    source: `${KUBERNETES}kube-proxy/`,
  },
  {
    names: ['kube-scheduler'],
    ports: words('--secure-port --port'),
    peers: ['--master'],
    others: KUBERNETES_OTHERS,
    operands: ['other'],
    defaultPort: 10259,
    source: `${KUBERNETES}kube-scheduler/`,
  },
  {
    names: ['kubectl', 'oc'],
    subcommands: ['proxy'],
    ports: words('-p --port'),
    peers: words('-s --server'),
    others: words(`
      --address --accept-hosts --accept-paths --api-prefix --reject-methods --reject-paths -u --unix-socket -w --www
      -P --www-prefix --keepalive --kubeconfig --context -n --namespace
    `),
    operands: ['other'],
    defaultPort: 8001,
    source: 'https://kubernetes.io/docs/reference/kubectl/generated/kubectl_proxy/',
  },
  {
    names: ['kubelet'],
    ports: words('--port --read-only-port --healthz-port --cadvisor-port'),
    peers: words('--api-servers --image-service-endpoint --container-runtime-endpoint'),
    others: words(`
      --healthz-bind-address --node-ip --hostname-override --cluster-dns --cluster-domain --max-pods --pod-cidr
      --pod-manifest-path --root-dir --image-gc-high-threshold --image-gc-low-threshold --pod-infra-container-image
      --streaming-connection-idle-timeout --register-node= --node-labels --volume-plugin-dir
    `),
    operands: ['other'],
    defaultPort: 10250,
    source: `${KUBERNETES}kubelet/`,
  },
  {
    names: ['metrics-server'],
    ports: ['--secure-port'],
    others: words(`
      --metric-resolution --kubelet-port --kubelet-preferred-address-types --kubelet-request-timeout
      --kubelet-certificate-authority
    `),
    operands: ['other'],
    defaultPort: 443,
    source: 'https://github.com/kubernetes-sigs/metrics-server/blob/master/cmd/metrics-server/app/options/options.go',
  },
  {
    names: ['nginx-ingress-controller'],
    ports: words(`
      --http-port --https-port --healthz-port --status-port --default-server-port --ssl-passthrough-proxy-port
      --stream-port --profiler-port
    `),
    peers: ['--apiserver-host'],
    others: words(`
      --configmap --default-backend-service --publish-service --tcp-services-configmap --udp-services-configmap
      --ingress-class --watch-namespace --sync-period --default-ssl-certificate --shutdown-grace-period
    `),
    operands: ['other'],
    defaultPort: 80,
    source: 'https://kubernetes.github.io/ingress-nginx/user-guide/cli-arguments/',
  },
  {
    names: ['tiller'],
    addresses: words('-listen --listen -probe-listen --probe-listen'),
    others: words(`
      -storage --storage -history-max --history-max -tls-ca-cert --tls-ca-cert -tls-cert --tls-cert -tls-key --tls-key
      -trace=
    `),
    operands: ['other'],
    defaultPort: 44134,
    source: 'https://github.com/helm/helm/blob/v2.17.0/cmd/tiller/tiller.go',
  },
];
