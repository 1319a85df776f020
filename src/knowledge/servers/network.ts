import type { Program } from '../program.ts';
import { words } from '../words.ts';

/** Name servers, tunnels, proxies for any protocol, file transfer and sockets by hand. */
export const networkServers: readonly Program[] = [
  {
    names: ['aria2c'],
    requires: ['--enable-rpc', '--rpc-listen-port', '--rpc-listen-all'],
    ports: words('--rpc-listen-port --listen-port --dht-listen-port'),
    others: words(`
      -d --dir -o --out -l --log -i --input-file --conf-path --rpc-secret --save-session -j -x -s -k --disk-cache
      --max-overall-download-limit
    `),
    operands: ['other'],
    defaultPort: 6800,
    source: 'https://aria2.github.io/manual/en/html/aria2c.html#rpc-options',
  },
  {
    names: ['coredns'],
    ports: words('-dns.port --dns.port -p'),
    others: words('-conf --conf -pidfile --pidfile'),
    operands: ['other'],
    defaultPort: 53,
    source: 'https://coredns.io/man/coredns/',
  },
  {
    names: ['dnscrypt-proxy'],
    addresses: words('-a --local-address'),
    others: words(`
      -R --resolver-name -L --resolvers-list -r --resolver-address -k --provider-key -N --provider-name -u --user -p
      --pidfile -l --logfile -n --max-active-requests -e --edns-payload-size -m --loglevel -config --config
    `),
    operands: ['other'],
    defaultPort: 53,
    source: 'https://manpages.debian.org/stretch/dnscrypt-proxy/dnscrypt-proxy.8.en.html',
  },
  {
    names: ['dnsdist'],
    addresses: words('-l --local -c= --client='),
    others: words('-a --acl -C --config -e --execute -g --gid -k --setkey -u --uid'),
    operands: ['peer'],
    defaultPort: 53,
    source: 'https://dnsdist.org/manpages/dnsdist.1.html',
  },
  {
    names: ['dnsmasq'],
    ports: words('-p --port'),
    others: words(`
      -A --address -a --listen-address -B --bogus-nxdomain -c --cache-size -C --conf-file -7 --conf-dir -D= -E= -F
      --dhcp-range -G --dhcp-host -g --group -H --addn-hosts -i --interface -I --except-interface -L= -l
      --dhcp-leasefile -m --mx-host -M --dhcp-boot -O --dhcp-option -P --edns-packet-max -Q --query-port -q= -r
      --resolv-file -s --domain -S --server -T --local-ttl -u --user -V --alias -W --srv-host -x --pid-file -X
      --dhcp-lease-max -Y --txt-record -8 --log-facility -0 --dns-forward-max --min-port --max-port --host-record
      --cname --local --neg-ttl --max-ttl --min-cache-ttl --rebind-domain-ok --ptr-record --tftp-root
    `),
    operands: ['other'],
    defaultPort: 53,
    source: 'https://thekelleys.org.uk/dnsmasq/docs/dnsmasq-man.html',
  },
  {
    names: ['in.tftpd', 'tftpd'],
    addresses: words('-a --address'),
    others: words(`
      -u --user -U --umask -m --map-file -B --blocksize -r --refuse -P --pidfile -T --retransmit -t --timeout -R
      --port-range
    `),
    operands: ['other'],
    defaultPort: 69,
    source: 'https://manpages.debian.org/stable/tftpd-hpa/tftpd.8.en.html',
  },
  {
    names: ['iperf', 'iperf2', 'iperf3'],
    ports: ['-p', '--port'],
    hosts: ['-c', '--client'],
    others: words(`
      -b --bandwidth --bitrate -B --bind -f --format -F --file -i --interval -I --pidfile -k --blockcount --num -l
      --len -L -M --set-mss --mss -n -o --output -O --omit -P --parallel -S --tos -t --time -T --title --ttl -w
      --window -A --affinity -C --congestion --linux-congestion --cport --logfile --connect-timeout
      --server-bitrate-limit
    `),
    operands: ['other'],
    source: 'https://software.es.net/iperf/invoking.html',
  },
  {
    names: ['micro-inetd', 'mini-inetd'],
    others: ['-m'],
    operands: ['port', 'command'],
    source: 'https://acme.com/software/micro_inetd/micro_inetd_man.html',
  },
  {
    names: ['named'],
    ports: ['-p'],
    others: words('-c -C= -d -D -E -L -M -m -n -S -t -U -u -X -T'),
    operands: ['other'],
    defaultPort: 53,
    source: 'https://bind9.readthedocs.io/en/latest/manpages.html#named-internet-domain-name-server',
  },
  {
    names: ['netserver'],
    ports: ['-p'],
    others: words('-L -v -Z'),
    operands: ['other'],
    defaultPort: 12865,
    source: 'https://hewlettpackard.github.io/netperf/doc/netperf.html',
  },
  {
    names: ['onenetd'],
    others: words('-c -g -l -r -u -U= -t='),
    operands: ['other', 'port', 'command'],
    source: 'https://offog.org/code/onenetd/',
  },
  {
    names: ['openssl'],
    subcommands: ['s_server'],
    ports: ['-port'],
    addresses: ['-accept'],
    others: words(`
      -cert -key -CAfile -CApath -context -verify -Verify -cipher -ciphersuites -pass -dhparam -naccept -alpn
    `),
    operands: ['other'],
    defaultPort: 4433,
    source: 'https://docs.openssl.org/master/man1/openssl-s_server/',
  },
  {
    names: ['pdns_recursor', 'pdns_server'],
    ports: words('--local-port --webserver-port'),
    others: words(`
      --local-address --local-ipv6 --webserver-address --webserver-password --webserver-allow-from --api-key --launch
      --gmysql-host --gmysql-port --gmysql-user --gmysql-password --gmysql-dbname --gpgsql-host --gpgsql-port
      --gpgsql-user --gpgsql-password --gpgsql-dbname --config-dir --config-name --socket-dir --cache-ttl
      --receiver-threads --distributor-threads --threads --max-cache-entries --setuid --setgid --allow-from
      --forward-zones --forward-zones-recurse --loglevel --resolver --recursor
    `),
    operands: ['other'],
    defaultPort: 53,
    source: 'https://doc.powerdns.com/authoritative/settings.html',
  },
  {
    names: ['proftpd'],
    others: words('-c --config -d --debug -D --define -p --persistent -S --serveraddr -u -g'),
    operands: ['other'],
    defaultPort: 21,
    source: 'https://github.com/proftpd/proftpd/blob/master/src/proftpd.8.in',
  },
  {
    names: ['pure-ftpd', 'pure-ftpd-mysql', 'pure-ftpd-postgresql'],
    ports: words('-p --passiveportrange'),
    addresses: words('-S --bind'),
    others: words(`
      -a --trustedgid -c --maxclientsnumber -C --maxclientsperip -f --syslogfacility -F --fortunesfile -g --pidfile -I
      --maxidletime -k --maxdiskusagepct -l --login -L --limitrecursion -m --maxload -n --quota -O --altlog -P
      --forcepassiveip -q --anonymousratio -Q --userratio -t --anonymousbandwidth -T --userbandwidth -u --minuid -U
      --umask -V --trustedip -y --peruserlimits -Y --tls -8 --fscharset -9 --clientcharset -J --tlsciphersuite
    `),
    operands: ['other'],
    defaultPort: 21,
    source: 'https://github.com/jedisct1/pure-ftpd/blob/master/README',
  },
  {
    names: ['rclone'],
    subcommands: ['rcd', 'serve'],
    addresses: words('--addr --rc-addr --metrics-addr'),
    others: words(`
      --config --transfers --checkers --user --pass --rc-user --rc-pass --htpasswd --realm --baseurl --rc-baseurl
      --server-read-timeout --server-write-timeout --max-header-bytes --dir-cache-time --poll-interval
      --vfs-cache-mode --vfs-cache-max-size --buffer-size --cert --key --log-file --log-level --uid --gid --umask
      --auth-key
    `),
    operands: ['other'],
    source: 'https://rclone.org/commands/rclone_serve_http/',
  },
  {
    names: ['rest-server'],
    addresses: ['--listen'],
    others: words('--path --log --tls-cert --tls-key --max-size --htpasswd-file --cpu-profile'),
    operands: ['other'],
    defaultPort: 8000,
    source: 'https://github.com/restic/rest-server#usage',
  },
  {
    names: ['rsync'],
    requires: ['--daemon'],
    ports: ['--port'],
    others: words('--config --address --bwlimit --log-file --log-file-format --sockopts -M --dparam'),
    operands: ['other'],
    defaultPort: 873,
    source: 'https://download.samba.org/pub/rsync/rsync.1',
  },
  {
    names: ['socat'],
    others: words('-lp -lf -ly= -ls= -lm= -b -S -t -T -L -W'),
    operands: ['other'],
    source: 'https://manpages.debian.org/stable/socat/socat.1.en.html',
  },
  {
    names: ['tcpserver'],
    others: words('-b -B -c -D= -g -l -t -u -x -i'),
    operands: ['other', 'port', 'command'],
    source: 'https://cr.yp.to/ucspi-tcp/tcpserver.html',
  },
  {
    names: ['tcpsvd', 'udpsvd', 's6-tcpserver', 's6-tcpserver4'],
    others: words('-c -C -b -l -u -g'),
    operands: ['other', 'port', 'command'],
    source: 'https://www.busybox.net/downloads/BusyBox.html#tcpsvd',
  },
  {
    names: ['unbound'],
    others: ['-c'],
    operands: ['other'],
    defaultPort: 53,
    source: 'https://nlnetlabs.nl/documentation/unbound/unbound/',
  },
  {
    names: ['unison'],
    ports: ['-socket'],
    others: words('-listen -path -ignore -prefer -repeat -logfile -perms -retry -rshcmd -sshargs -maxthreads'),
    operands: ['other'],
    source: 'https://github.com/bcpierce00/unison/blob/master/doc/unison-manual.tex',
  },
  {
    names: ['vsftpd'],
    settings: { flags: ['-o'], ports: ['listen_port', 'pasv_min_port', 'pasv_max_port', 'ftp_data_port'] },
    operands: ['other'],
    defaultPort: 21,
    source: 'https://security.appspot.com/vsftpd/vsftpd_conf.html',
  },
];
