import type { Program } from '../program.ts';
import { words } from '../words.ts';

const OPENVPN_OTHERS = words(`
  --rport --config --dev --proto --ca --cert --key --dh --status --status-version --verb --cd --keepalive --ping
  --ping-restart --mtu-test= --tun-mtu --fragment --mssfix --reneg-sec --hand-window --user --group --server
  --server-bridge --push --route --writepid --log --log-append --max-clients --resolv-retry --connect-retry
  --auth-user-pass= --secret --local --ifconfig --cipher --auth --script-security
`);

/** Tunnels, virtual private networks and proxies for any protocol. */
export const tunnelServers: readonly Program[] = [
  {
    names: ['chisel'],
    subcommands: ['server'],
    ports: words('-p --port'),
    peers: words('--backend --proxy'),
    others: words(`
      --host --key --keygen --keyfile --authfile --auth --keepalive --pid= --tls-key --tls-cert --tls-domain --tls-ca
    `),
    operands: ['other'],
    defaultPort: 8080,
    source: 'https://github.com/jpillora/chisel#usage',
  },
  {
    names: ['cloudflared'],
    ports: ['--port'],
    addresses: ['--metrics'],
    peers: words('--upstream --url --bootstrap --edge'),
    others: words(`
      --address --config --hostname --token --protocol --retries --loglevel --logfile --pidfile --origincert
      --max-upstream-conns --grace-period --region --name --no-autoupdate=
    `),
    operands: ['other'],
    source:
      'https://developers.cloudflare.com/cloudflare-one/connections/connect-networks/configure-tunnels/cloudflared-parameters/run-parameters/',
  },
  {
    names: ['frps'],
    ports: words(`
      -p --bind-port --bind_port --bind-udp-port --bind_udp_port --kcp-bind-port --kcp_bind_port --quic_bind_port
      --vhost-http-port --vhost_http_port --vhost-https-port --vhost_https_port --dashboard-port --dashboard_port
    `),
    others: words(`
      -c --config --bind-addr --bind_addr --dashboard-addr --dashboard_addr --dashboard-user --dashboard_user
      --dashboard-pwd --dashboard_pwd --proxy-bind-addr --proxy_bind_addr --allow-ports --allow_ports --log-file
      --log_file --log-level --log_level --log-max-days --log_max_days --max-ports-per-client --max_ports_per_client
      --subdomain-host --subdomain_host -t --token --vhost-http-timeout --vhost_http_timeout
    `),
    operands: ['other'],
    defaultPort: 7000,
    source: 'https://github.com/fatedier/frp/blob/dev/pkg/config/flags.go',
  },
  {
    names: ['gost'],
    addresses: words('-L -api -metrics'),
    peers: ['-F'],
    others: words('-C -M -I -O= -R'),
    operands: ['other'],
    source: 'https://gost.run/en/getting-started/quick-start/',
  },
  {
    names: ['ngrok'],
    subcommands: ['http', 'start', 'tcp', 'tls'],
    others: words(`
      -config --config -subdomain --subdomain -hostname --hostname --domain --url -region --region -authtoken
      --authtoken -log --log -log-level --log-level -auth --basic-auth --remote-addr
    `),
    operands: ['address'],
    source: 'https://ngrok.com/docs/agent/cli/',
  },
  {
    names: ['openvpn'],
    ports: words('--port --lport'),
    others: OPENVPN_OTHERS,
    operands: ['other'],
    defaultPort: 1194,
    source: 'https://github.com/OpenVPN/openvpn/blob/master/doc/man-sections/link-options.rst',
  },
  {
    names: ['openvpn'],
    requires: ['--management'],
    ports: words('--port --lport'),
    hosts: ['--management'],
    others: OPENVPN_OTHERS,
    operands: ['port', 'other'],
    source: 'https://github.com/OpenVPN/openvpn/blob/master/doc/man-sections/management-options.rst',
  },
  {
    names: ['redir'],
    ports: ['--lport'],
    others: words(`
      --cport --caddr --laddr --connect --name --timeout --bufsize --maxbandwidth --random_wait --wait_in_out
    `),
    operands: ['listen', 'peer'],
    source: 'https://github.com/troglobit/redir',
  },
  {
    names: ['simpleproxy'],
    addresses: ['-L'],
    peers: ['-R'],
    others: words('-S -A -a -P -t -f -D'),
    operands: ['other'],
    source: 'https://github.com/vzaliva/simpleproxy',
  },
  {
    names: ['ss-local', 'ss-redir', 'ss-tunnel'],
    ports: words('-l'),
    others: words('-s -p -k -m -a -f -t -c -n -i -b -L --mtu --plugin --plugin-opts --key --acl'),
    operands: ['other'],
    defaultPort: 1080,
    source: 'https://github.com/shadowsocks/shadowsocks-libev/blob/master/doc/ss-local.asciidoc',
  },
  {
    names: ['ss-server'],
    ports: ['-p'],
    others: words('-s -l -k -m -a -f -t -c -n -i -b -d --mtu --plugin --plugin-opts --manager-address --key --acl'),
    operands: ['other'],
    source: 'https://github.com/shadowsocks/shadowsocks-libev/blob/master/doc/ss-server.asciidoc',
  },
  {
    names: ['sslocal'],
    ports: ['-l'],
    addresses: words('-b --local-addr'),
    others: words(`
      -s --server-addr -p -k --password -m --encrypt-method --timeout -t -c --config --plugin --plugin-opts --user
      --workers --pid-file --log-file
    `),
    operands: ['other'],
    defaultPort: 1080,
    source: 'https://github.com/shadowsocks/shadowsocks-rust#getting-started',
  },
  {
    names: ['ssserver', 'ssservice'],
    ports: ['-p'],
    addresses: words('-s --server-addr --manager-addr'),
    others: words(`
      -k --password -m --encrypt-method -t --timeout -c --config -o -O -G -g --plugin --plugin-opts --user --workers
      --pid-file --log-file -b -l
    `),
    operands: ['other'],
    defaultPort: 8388,
    source: 'https://github.com/shadowsocks/shadowsocks/wiki/Shadowsocks-Usage',
  },
  {
    names: ['tor'],
    addresses: words(`
      --SocksPort --ControlPort --ORPort --DirPort --DNSPort --TransPort --NATDPort --HTTPTunnelPort --ExtORPort
      --SOCKSPort
    `),
    others: words(`
      -f --defaults-torrc --hash-password --DataDirectory --Log --Nickname --ExitPolicy --MaxCircuitDirtiness --User
      --BandwidthRate --BandwidthBurst --NumCPUs --RelayBandwidthRate
    `),
    operands: ['other'],
    defaultPort: 9050,
    source: 'https://2019.www.torproject.org/docs/tor-manual.html.en',
  },
  {
    names: ['toxiproxy-server'],
    ports: words('-port --port'),
    others: words('-host --host -config --config -seed --seed'),
    operands: ['other'],
    defaultPort: 8474,
    source: 'https://github.com/Shopify/toxiproxy/blob/main/cmd/server/server.go',
  },
  {
    names: ['v2ray', 'xray'],
    others: words('-c -config --config -confdir --confdir -format --format'),
    operands: ['other'],
    source: 'https://xtls.github.io/en/document/command.html',
  },
];
