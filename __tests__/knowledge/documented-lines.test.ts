import { movedInMarks } from '../support/marked.ts';

/**
 * Lines as the documentation of each program has them. 8095 moves: `«8095»` is the container's own,
 * `⟨8095⟩` is left for review, any other stays.
 */
const LINES: Readonly<Record<string, readonly string[]>> = {
  'servers in JavaScript': [
    'CMD ["pm2-runtime","serve","build","«8095»","--spa"]',
    'CMD pm2 serve . «8095»',
    'CMD npx pm2 serve dist «8095»',
    'CMD pm2 expose dist «8095»',
    'CMD pm2 serve dist --port «8095»',
    'CMD nuxi dev --host --port «8095»',
    'CMD nuxi dev --host 0.0.0.0 -p «8095»',
    'CMD svelte-kit dev --host --port=«8095»',
    'CMD webpack serve --stats --port=«8095»',
    'CMD webpack serve --port «8095» --client-web-socket-url-port 443',
    'CMD webpack serve --client-web-socket-url-port 8095',
    'CMD webpack-dev-server --stats --port=«8095»',
    'CMD configurable-http-proxy --ssl-key k --ssl-cert c --port 443 --redirect-port «8095»',
    'CMD ng dev --host 0.0.0.0 --port «8095»',
  ],
  'web servers': [
    'CMD ["traefik","--entryPoints=Name:http Address::«8095»"]',
    'CMD ["traefik","--entryPoints=Name:https Address:0.0.0.0:«8095» TLS"]',
    'CMD envoy --config-yaml "admin: {address: {socket_address: {address: 0.0.0.0, port_value: «8095»}}}"',
    'CMD httpd -DFOREGROUND -C "Listen «8095»"',
    'CMD httpd -f -p «8095»',
    'CMD caddy reverse-proxy --from :80 --to app:8095',
    'CMD caddy file-server -b --listen=web:«8095»',
  ],
  'servers in Python': [
    'CMD ["daphne","-e","ssl:port=«8095»:privateKey=key.pem:certKey=crt.pem","app:asgi"]',
    'CMD ["daphne","-e","tcp:port=«8095»:interface=0.0.0.0","app:asgi"]',
    'CMD ray start --head --redis-port=«8095» --block',
    'CMD ["mitmdump","--mode","regular@«8095»"]',
    'CMD ["mitmdump","--mode","reverse:http://app:3000@«8095»"]',
    'CMD ["mitmdump","--mode","socks5@0.0.0.0:«8095»"]',
    'CMD python3 -m http.server --content-type text/html «8095»',
    'CMD jupyterhub --JupyterHub.proxy_api_port=«8095»',
    'CMD uwsgi --emperor /e --emperor-stats :«8095»',
    'CMD uwsgi -z 8095 --http :9090',
    'CMD uwsgi --carbon graphite:8095 --http :9090',
    'CMD twistd -n web --https=«8095» -c c.pem',
    'CMD twistd -n web --listen=tcp:port=«8095»',
    'CMD SABnzbd.py -s 0.0.0.0:8080 --https «8095»',
    'CMD sabnzbdplus -w -s sabnzbd:«8095»',
    'CMD glances -w --username -p «8095»',
    'CMD devpi-server --listen devpi:«8095»',
    'CMD streamlit run app.py --server.port «8095» --browser.serverPort 443',
    'CMD streamlit run app.py --browser.serverPort 8095',
  ],
  'other servers': [
    'CMD gcloud emulators spanner start --host-port 0.0.0.0:9010 --rest-port «8095»',
    'CMD kc.sh start --https-port=8443 --hostname-port=8095',
    'CMD kc.sh start-dev --http-port=«8095»',
    'CMD ["novnc_proxy","--listen","«8095»","--vnc","desktop:5900"]',
    'CMD ["novnc_proxy","--listen","6080","--vnc","desktop:8095"]',
    'CMD ["novnc_proxy","--listen","6080","--vnc","localhost:«8095»"]',
    'CMD kube-apiserver --secure-port=«8095» --service-node-port-range=8095-8099',
    'CMD kube-apiserver --kubelet-port=8095 --kubelet-read-only-port=8095 --kubernetes-service-node-port=8095',
    'CMD nats-server --profile=«8095»',
    'CMD nats-server -p 4222 --profile «8095»',
    'CMD ["openvpn","--dev","tun","--management","0.0.0.0","«8095»"]',
    'CMD k3s server --https-listen-port «8095» --advertise-port «8095»',
    'CMD kafka-server-start.sh s.properties --override controller.quorum.voters=1@localhost:«8095»',
    'CMD kafka-server-start.sh s.properties --override controller.quorum.voters=1@kafka1.example.com:8095,2@kafka2.example.com:8095',
    'CMD statsd_exporter --web.listen-address=:«8095»',
  ],
  'clients of databases': [
    'RUN createuser -s -p «8095» app',
    'RUN createuser -d -p «8095» app',
    'RUN createuser -s --port=«8095» app',
    'RUN createdb -O app -p «8095» app',
    'RUN pgbench -l -p «8095» app',
    'RUN pgbench -d -p «8095» -R 8095 app',
    'RUN reindexdb -s -p «8095» app',
    'RUN vacuumdb -P 8095 -p 5432 app',
    'RUN pg_basebackup -r 8095 -D /x',
    'RUN pg_dumpall -t -p «8095» > x',
    'RUN mysqlslap -c 8095 -P 3306',
    'RUN mysql -hdb.example.com -P8095',
    'RUN mysql -hlocalhost -P«8095»',
    'HEALTHCHECK CMD mysqladmin ping -hdb.example.com -P8095',
    'RUN psql -hdb.example.com -p8095',
    'RUN psql -h127.0.0.1 -p«8095»',
    'HEALTHCHECK CMD mosquitto_sub -M 8095 -p «8095» -t x',
    'HEALTHCHECK CMD rabbitmq-diagnostics -t 10 -n rabbit@localhost check_port_listener «8095»',
  ],
  'clients of the network': [
    'CMD websocat -s «8095»',
    'CMD websocat -s 0.0.0.0:«8095»',
    'HEALTHCHECK CMD websocat ws://localhost:«8095»/x',
    'CMD wscat -l «8095»',
    'HEALTHCHECK CMD nc -u -W 1 localhost «8095»',
    'HEALTHCHECK CMD ncat --ssl-cert c.pem --ssl-key k.pem localhost «8095»',
    'HEALTHCHECK CMD ncat --ssl-trustfile ca.pem --ssl-alpn h2 localhost «8095»',
    'HEALTHCHECK CMD nmap -p «8095» --max-rtt-timeout 100ms --stats-every 5s localhost',
    'HEALTHCHECK CMD openssl s_client -connect :«8095»',
    'HEALTHCHECK CMD openssl s_client -connect example.com:8095',
    'HEALTHCHECK CMD curl --connect-to ::localhost:«8095» http://x',
    'HEALTHCHECK CMD curl --connect-to x:80:localhost:«8095» http://x',
    'HEALTHCHECK CMD curl --connect-to x:80:other.example.com:8095 http://x',
    'HEALTHCHECK CMD ssh -o Port=«8095» localhost true',
    'HEALTHCHECK CMD ssh -o Port=8095 far.example.com true',
    'HEALTHCHECK CMD telnet -e q localhost «8095»',
    'HEALTHCHECK CMD dig @8.8.8.8 -p 8095 example.com',
    'HEALTHCHECK CMD dig @127.0.0.1 -p «8095» example.com',
    'HEALTHCHECK CMD dig -p «8095» @localhost example.com',
    'HEALTHCHECK CMD drill -p 8095 @1.1.1.1 example.com',
    'HEALTHCHECK CMD nslookup -port=8095 x 8.8.8.8',
    'HEALTHCHECK CMD nslookup -port=«8095» x 127.0.0.1',
  ],
  'programs that start others': [
    'CMD wait4x tcp localhost:«8095» -- sleep 8095',
    'CMD wait4x tcp db:5432 -- uvicorn a:b --port «8095»',
    'CMD wait4x http http://localhost:«8095»/health --expect-status-code 200',
    'CMD opentelemetry-instrument --log_level debug python -m http.server «8095»',
    'CMD uv run -w httpx python -m http.server «8095»',
    'CMD uvx -w httpx uvicorn --port «8095» a:b',
    'CMD strace -f -U time,name python -m http.server «8095»',
  ],
  labels: [
    'LABEL org.freenas.port-mappings="«8095»:80/tcp,80:⟨8095⟩/tcp"',
    'LABEL caddy.reverse_proxy="{{upstreams «8095»}}"',
  ],
};

describe.each(Object.entries(LINES))('%s', (_, lines) => {
  test.each(lines)('%s', (line) => {
    const { expected, actual } = movedInMarks(`FROM a\nEXPOSE «8095»\n${line}\n`);
    expect(actual).toBe(expected);
  });
});

test('a default of the program that asks another server is not said', () => {
  const { expected, actual } = movedInMarks('FROM a\nEXPOSE «53»\nHEALTHCHECK CMD dig @8.8.8.8 google.com\n', {
    ports: { 53: 1053 },
  });
  expect(actual).toBe(expected);
});
