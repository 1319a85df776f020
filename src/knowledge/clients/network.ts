import type { Program } from '../program.ts';
import { words } from '../words.ts';

/** Probes of sockets, name servers and mail servers, remote shells and control programs. */
export const networkClients: readonly Program[] = [
  {
    names: ['autossh', 'slogin', 'ssh'],
    ports: ['-p'],
    tunnels: { here: ['-L', '-D'], there: ['-R'] },
    settings: { flags: ['-o'], ports: ['Port'] },
    others: words('-B -b -c -E -e -F -I -i -J -l -m -M= -O -P -Q -S -W -w'),
    operands: ['host', 'other'],
    source: 'https://man.openbsd.org/ssh.1',
  },
  {
    names: ['confd'],
    peers: words('-node --node -srv-record'),
    others: words(`
      -interval --interval -backend --backend -prefix --prefix -confdir --confdir -config-file --config-file
      -log-level --log-level -scheme --scheme -auth-token -table -separator -username -password
    `),
    operands: ['other'],
    source: 'https://github.com/kelseyhightower/confd/blob/master/docs/command-line-flags.md',
  },
  {
    names: ['consul', 'nomad', 'vault'],
    peers: words('-address --address -http-addr --http-addr -rpc-addr --rpc-addr'),
    others: words('-token --token -namespace -datacenter -ca-cert -ca-path -client-cert -client-key -region -format'),
    operands: ['other'],
    source: 'https://developer.hashicorp.com/vault/docs/commands',
  },
  {
    names: ['dig', 'drill', 'kdig'],
    ports: ['-p'],
    hosts: ['@='],
    others: words('-b -c -f -k -m= -q -t -x -y'),
    operands: ['other'],
    defaultPort: 53,
    portArgument: '-p {port}',
    source: 'https://bind9.readthedocs.io/en/latest/manpages.html#dig-dns-lookup-utility',
  },
  {
    names: ['docker', 'podman'],
    peers: words('-H --host'),
    others: words(`
      -p --publish --expose -e --env -v --volume --name --network -u --user -w --workdir -m --memory --cpus -l
      --log-level --config -c --context
    `),
    operands: ['other'],
    source: 'https://docs.docker.com/reference/cli/docker/',
  },
  {
    names: ['docker-gen'],
    peers: words('-endpoint --endpoint'),
    others: words(`
      -interval --interval -notify --notify -notify-sighup --notify-sighup -notify-container -notify-signal -config
      -wait --wait -tlscacert -tlscert -tlskey -container-filter
    `),
    operands: ['other'],
    source: 'https://github.com/nginx-proxy/docker-gen#usage',
  },
  {
    names: ['ftp', 'tcping', 'telnet'],
    others: words('-b -e --escape -l -N -n= -P -q -s -T'),
    operands: ['host', 'port', 'other'],
    source: 'https://manpages.debian.org/stable/inetutils-telnet/telnet.1.en.html',
  },
  {
    names: ['fuser'],
    others: words('-n --namespace'),
    operands: ['port'],
    source: 'https://man7.org/linux/man-pages/man1/fuser.1.html',
  },
  {
    names: ['gearadmin'],
    ports: words('-p --port'),
    hosts: words('-h --host'),
    others: words('--create-function --drop-function --cancel-job'),
    operands: ['other'],
    defaultPort: 4730,
    portArgument: '--port={port}',
    source: 'https://manpages.debian.org/stable/gearman-tools/gearadmin.1.en.html',
  },
  {
    names: ['kubectl', 'oc'],
    peers: words('-s --server'),
    others: words(`
      -n --namespace --context --kubeconfig -o --output -l --selector --request-timeout --timeout -f --filename
      --token
    `),
    operands: ['other'],
    source: 'https://kubernetes.io/docs/reference/kubectl/kubectl/',
  },
  {
    names: ['lftp'],
    ports: ['-p'],
    others: words('-c -e -f -s -u'),
    operands: ['host'],
    source: 'https://lftp.yar.ru/lftp-man.html',
  },
  {
    names: ['lsof'],
    addresses: ['-i'],
    others: words('-a= -c -d -F= -g= -p -r= -s= -u -S= -T='),
    operands: ['other'],
    source: 'https://man7.org/linux/man-pages/man8/lsof.8.html',
  },
  {
    names: ['mc-health', 'mc-monitor'],
    ports: words('-port --port'),
    hosts: words('-host --host'),
    others: words('-retry-interval --retry-interval -retry-limit --retry-limit -timeout --timeout'),
    operands: ['other'],
    defaultPort: 25565,
    portArgument: '--port {port}',
    source: 'https://github.com/itzg/mc-monitor#usage',
  },
  {
    names: ['mcstatus'],
    operands: ['address', 'other'],
    defaultPort: 25565,
    source: 'https://github.com/py-mine/mcstatus#command-line-interface',
  },
  {
    names: ['msmtp'],
    ports: ['--port'],
    hosts: ['--host'],
    others: words(`
      --timeout -f --from -a --account -C --file --user --tls= --auth= --domain --proxy-host --proxy-port
    `),
    operands: ['other'],
    defaultPort: 25,
    portArgument: '--port={port}',
    source: 'https://marlam.de/msmtp/msmtp.html',
  },
  {
    names: ['nats', 'nats-pub', 'nats-sub'],
    peers: words('-s --server'),
    others: words('--user --password --creds --timeout --context'),
    operands: ['other'],
    defaultPort: 4222,
    source: 'https://github.com/nats-io/natscli',
  },
  {
    names: ['nc', 'nc.openbsd', 'nc.traditional', 'ncat', 'netcat'],
    peers: words('-x --proxy'),
    others: words(`
      -w --wait -i --idle-timeout --interval -q -s --source -p --source-port --local-port -e --exec -c= --sh-exec -g
      -G -I -O -o --output -T -t= -V -X --proxy-type --proxy-auth -M -m --max-conns -d= --delay -P -K -R -C= -W -Z -H
      --ssl-cert --ssl-key --ssl-trustfile --ssl-servername --ssl-alpn --ssl-ciphers --hex-dump --append-output=
    `),
    operands: ['host', 'port'],
    source: 'https://man.openbsd.org/nc.1',
  },
  {
    names: ['nc', 'nc.openbsd', 'nc.traditional', 'ncat', 'netcat'],
    requires: ['-l', '--listen'],
    ports: ['-p', '--local-port'],
    others: words(`
      -w --wait -i --idle-timeout --interval -q -s --source -e --exec -c= --sh-exec --lua-exec -g -G -I -O -o --output
      -T -t= -V -X -M -m --max-conns -d= --delay -P -K -R -C= -W -Z -H --allow --deny --allowfile --denyfile --broker=
      --ssl-cert --ssl-key --ssl-trustfile --ssl-servername --ssl-alpn --ssl-ciphers --hex-dump
    `),
    operands: ['address'],
    source: 'https://man.openbsd.org/nc.1',
  },
  {
    names: ['nmap'],
    ports: ['-p'],
    others: words(`
      -g --source-port --top-ports -oN -oX -oG -oA -iL -e -D -S --script --script-args --host-timeout --max-retries
      --min-rate --max-rate -T= --max-rtt-timeout --min-rtt-timeout --initial-rtt-timeout --stats-every --exclude
      --excludefile --scan-delay --max-scan-delay --ttl --mtu --version-intensity --min-parallelism --max-parallelism
      --min-hostgroup --max-hostgroup --data-length --proxies --dns-servers --spoof-mac --exclude-ports --port-ratio
    `),
    operands: ['host'],
    source: 'https://nmap.org/book/man-briefoptions.html',
  },
  {
    names: ['nslookup'],
    ports: ['-port'],
    others: words('-timeout -retry -type -query -class'),
    operands: ['other', 'host'],
    defaultPort: 53,
    portArgument: '-port={port}',
    source: 'https://bind9.readthedocs.io/en/latest/manpages.html#nslookup-query-internet-name-servers-interactively',
  },
  {
    names: ['openssl'],
    subcommands: ['s_client', 's_time'],
    ports: ['-port'],
    addresses: ['-connect'],
    peers: ['-proxy'],
    hosts: ['-host'],
    others: words(`
      -servername -CAfile -CApath -cert -key -pass -cipher -ciphersuites -starttls -alpn -verify -time -tlsextdebug=
      -bind
    `),
    operands: ['address'],
    source: 'https://docs.openssl.org/master/man1/openssl-s_client/',
  },
  {
    names: ['ping', 'ping6', 'fping', 'traceroute', 'tracepath'],
    others: words('-c -i -I -l -m -M -p -q= -Q -s -S -t -T -w -W'),
    operands: ['other'],
    source: 'https://man7.org/linux/man-pages/man8/ping.8.html',
  },
  {
    names: ['rsync'],
    others: words(`
      --port -e --rsh --timeout --contimeout --bwlimit --max-size --min-size --exclude --include --files-from -f
      --filter --log-file --password-file -B --block-size -M --remote-option --address --sockopts
    `),
    operands: ['other'],
    source: 'https://download.samba.org/pub/rsync/rsync.1',
  },
  {
    names: ['scp', 'sftp'],
    others: words('-P -B -b -c -D -F -i -J -l -o -R -S -s -X'),
    operands: ['other'],
    source: 'https://man.openbsd.org/sftp.1',
  },
  {
    names: ['snmpget', 'snmpgetnext', 'snmpstatus', 'snmpwalk'],
    others: words('-v -c -l -u -a -A -x -X -t -r -m -M -O -C -e -E -n'),
    operands: ['address', 'other'],
    defaultPort: 161,
    source: 'https://manpages.debian.org/stable/snmp/snmpcmd.1.en.html',
  },
  {
    names: ['ssh-keyscan'],
    ports: ['-p'],
    others: words('-f -O -T -t'),
    operands: ['host'],
    source: 'https://man.openbsd.org/ssh-keyscan.1',
  },
  {
    names: ['supervisorctl'],
    peers: words('-s --serverurl'),
    others: words('-c --configuration -u --username -p --password -r --history-file'),
    operands: ['other'],
    source: 'https://supervisord.org/running.html#supervisorctl-command-line-options',
  },
  {
    names: ['swaks'],
    ports: words('-p --port'),
    hosts: words('-s --server'),
    others: words(`
      -t --to -f --from -h --helo --ehlo -a= --auth= -au --auth-user -ap --auth-password -q --quit --timeout --header
      --body --data --attach
    `),
    operands: ['other'],
    defaultPort: 25,
    portArgument: '--port {port}',
    source: 'https://github.com/jetmore/swaks/blob/develop/doc/base.pod',
  },
  {
    names: ['varnishadm'],
    addresses: ['-T'],
    others: words('-n -S -t'),
    operands: ['other'],
    source: 'https://varnish-cache.org/docs/trunk/reference/varnishadm.html',
  },
  {
    names: ['wait-on'],
    others: words(`
      -c --config -d --delay -i --interval -s --simultaneous -t --timeout --tcpTimeout --httpTimeout -w --window
    `),
    operands: ['address'],
    source: 'https://github.com/jeffbski/wait-on#cli-usage',
  },
  {
    names: ['wait-port'],
    others: words('-t --timeout -o --output'),
    operands: ['address', 'other'],
    source: 'https://github.com/dwmkerr/wait-port#usage',
  },
];
