import type { Program } from '../program.ts';
import { words } from '../words.ts';

/** HTTP clients, load generators and gRPC probes. */
export const webClients: readonly Program[] = [
  {
    names: ['ab'],
    peers: ['-X'],
    others: words('-A -b -B -C -c -E -e -f -g -H -m -n -P -p -s -T -t -u -v -x -y -Z -z'),
    operands: ['address', 'other'],
    defaultPort: 80,
    source: 'https://httpd.apache.org/docs/current/programs/ab.html',
  },
  {
    names: ['aria2c'],
    peers: words('--all-proxy --http-proxy --https-proxy'),
    others: words(`
      -d --dir -o --out -l --log -t --timeout -m --max-tries -x --max-connection-per-server -s --split -j -k
      --checksum --header
    `),
    operands: ['address'],
    source: 'https://aria2.github.io/manual/en/html/aria2c.html',
  },
  {
    names: ['axel'],
    others: words(`
      -s --max-speed -n --num-connections -o --output -H --header -U --user-agent -T --timeout --max-redirect
    `),
    operands: ['address'],
    source: 'https://github.com/axel-download-accelerator/axel',
  },
  {
    names: ['bombardier'],
    others: words(`
      -c --connections -t --timeout -n --requests -d --duration -r --rate -m --method -b --body -f --body-file -H
      --header -p --print -o --format --cert --key
    `),
    operands: ['address'],
    source: 'https://github.com/codesenberg/bombardier#usage',
  },
  {
    names: ['curl', 'curlie'],
    addresses: ['--url'],
    peers: words(`
      -x --proxy --preproxy --socks4 --socks4a --socks5 --socks5-hostname --resolve --connect-to --doh-url
    `),
    others: words(`
      -A --user-agent -b --cookie -c --cookie-jar -C --continue-at -d --data --data-ascii --data-binary --data-raw
      --data-urlencode --json --url-query -D --dump-header -e --referer -E --cert -F --form --form-string -H --header
      -K --config -m --max-time -o --output --output-dir -P --ftp-port -Q --quote -r --range -t --telnet-option -T
      --upload-file -u --user -U --proxy-user --proxy-header -w --write-out -X --request -y --speed-time -Y
      --speed-limit -z --time-cond --abstract-unix-socket --aws-sigv4 --cacert --capath --cert-type --ciphers
      --connect-timeout --create-file-mode --crlfile --dns-interface --dns-servers --engine --expect100-timeout
      --happy-eyeballs-timeout-ms --hostpubmd5 --interface --keepalive-time --key --key-type --limit-rate --local-port
      --login-options --mail-auth --mail-from --mail-rcpt --max-filesize --max-redirs --netrc-file --noproxy
      --oauth2-bearer --pass --pinnedpubkey --proto --proto-default --proto-redir --pubkey --random-file --rate
      --request-target --retry --retry-delay --retry-max-time --service-name --stderr --tls-max --tls13-ciphers
      --trace --trace-ascii --unix-socket
    `),
    operands: ['address'],
    defaultPort: 80,
    source: 'https://curl.se/docs/manpage.html',
  },
  {
    names: ['fetch'],
    others: words('-B -F -h -i -N -o -S -T -w'),
    operands: ['address'],
    defaultPort: 80,
    source: 'https://man.freebsd.org/cgi/man.cgi?query=fetch&sektion=1',
  },
  {
    names: ['grpc_health_probe', 'grpc-health-probe'],
    addresses: words('-addr --addr'),
    others: words(`
      -connect-timeout --connect-timeout -rpc-timeout --rpc-timeout -service --service -user-agent --user-agent
      -tls-ca-cert --tls-ca-cert -tls-client-cert --tls-client-cert -tls-client-key --tls-client-key -tls-server-name
      --tls-server-name -rpc-header --rpc-header
    `),
    operands: ['other'],
    source: 'https://github.com/grpc-ecosystem/grpc-health-probe',
  },
  {
    names: ['grpcurl'],
    others: words(`
      -d -H -rpc-header -reflect-header -proto -protoset -import-path -max-time -connect-timeout -keepalive-time
      -max-msg-sz -cacert -cert -key -authority -servername -user-agent -format
    `),
    operands: ['address', 'other'],
    source: 'https://github.com/fullstorydev/grpcurl#usage',
  },
  {
    names: ['hey'],
    peers: ['-x'],
    others: words('-n -c -q -z -o -m -H -t -A -d -D -T -U -a -cpus -host'),
    operands: ['address'],
    defaultPort: 80,
    source: 'https://github.com/rakyll/hey#usage',
  },
  {
    names: ['http'],
    peers: ['--proxy'],
    others: words(`
      -a --auth -A --auth-type -b= -o --output -p --print -s --style --timeout --max-redirects --max-headers --session
      --verify --cert --cert-key --raw --boundary --format-options --response-charset --default-scheme
    `),
    operands: ['address', 'address', 'other'],
    defaultPort: 80,
    source: 'https://httpie.io/docs/cli/http-url',
  },
  {
    names: ['https'],
    peers: ['--proxy'],
    others: words('-a --auth -A --auth-type -o --output -p --print -s --style --timeout --max-redirects --verify'),
    operands: ['address', 'address', 'other'],
    defaultPort: 443,
    source: 'https://httpie.io/docs/cli/https',
  },
  {
    names: ['lynx', 'links', 'elinks', 'w3m'],
    others: words('-auth -width -connect_timeout -read_timeout -useragent -cfg'),
    operands: ['address'],
    defaultPort: 80,
    source: 'https://lynx.invisible-island.net/current/lynx.1.html',
  },
  {
    names: ['siege'],
    others: words(`
      -c --concurrent -r --reps -t --time -d --delay -f --file -R --rc -l= -H --header -A --user-agent -T
      --content-type -m --mark
    `),
    operands: ['address', 'other'],
    defaultPort: 80,
    source: 'https://www.joedog.org/siege-manual/',
  },
  {
    names: ['websocat'],
    others: words(`
      -H --header -o --origin -B --buffer-size --protocol --server-protocol --restrict-uri --static-file --basic-auth
      --ping-interval --ping-timeout --max-messages --oneshot= --queue-len --exec-args= --autoreconnect-delay-millis
    `),
    operands: ['address'],
    source: 'https://github.com/vi/websocat#websocat',
  },
  {
    names: ['websocat'],
    requires: ['-s', '--server-mode'],
    others: words('-H --header --protocol --server-protocol --restrict-uri --static-file --basic-auth'),
    operands: ['listen', 'other'],
    source: 'https://github.com/vi/websocat#websocat',
  },
  {
    names: ['wget', 'wget2'],
    peers: words('--proxy= -e'),
    others: words(`
      -o --output-file -a --append-output -i --input-file -B --base -t --tries -O --output-document --start-pos
      --progress -T --timeout --dns-timeout --connect-timeout --read-timeout --limit-rate -w --wait --waitretry -Q
      --quota --bind-address --user --password --ftp-user --ftp-password --retry-on-http-error --restrict-file-names
      --cut-dirs -P --directory-prefix --default-page --header --max-redirect --http-user --http-password --referer -U
      --user-agent --save-cookies --load-cookies --post-data --post-file --method --body-data --body-file
      --secure-protocol --certificate --private-key --ca-certificate --ca-directory -l --level -A --accept -R --reject
      -D --domains --exclude-domains -I --include-directories -X --exclude-directories -Y
    `),
    operands: ['address'],
    defaultPort: 80,
    source: 'https://www.gnu.org/software/wget/manual/wget.html',
  },
  {
    names: ['wrk', 'wrk2'],
    others: words('-c --connections -d --duration -t --threads -s --script -H --header --timeout -R --rate'),
    operands: ['address', 'other'],
    defaultPort: 80,
    source: 'https://github.com/wg/wrk#command-line-options',
  },
  {
    names: ['wscat'],
    addresses: words('-c --connect'),
    ports: words('-l --listen'),
    others: words(`
      -H --header -o --origin -x --execute -w --wait -s --subprotocol --auth --ca --cert --key --passphrase -p --protocol
      -P= --host --proxy
    `),
    operands: ['address'],
    source: 'https://github.com/websockets/wscat#usage',
  },
];
