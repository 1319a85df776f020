import type { Program } from '../program.ts';
import { words } from '../words.ts';

const NSQ_OTHERS = words(`
  -broadcast-address --broadcast-address -data-path --data-path -mem-queue-size --mem-queue-size -max-bytes-per-file
  --max-bytes-per-file -sync-every --sync-every -sync-timeout --sync-timeout -msg-timeout --msg-timeout -max-msg-size
  --max-msg-size -max-msg-timeout --max-msg-timeout -max-rdy-count --max-rdy-count -node-id --node-id -config --config
  -statsd-interval --statsd-interval -statsd-prefix --statsd-prefix -log-level --log-level -log-prefix --log-prefix
  -tls-cert --tls-cert -tls-key --tls-key -inactive-producer-timeout --inactive-producer-timeout
  -tombstone-lifetime --tombstone-lifetime -max-heartbeat-interval --max-heartbeat-interval
`);
const NSQ = 'https://nsq.io/components/nsqd.html';

/** Message brokers, queues, coordination services, mail and directory servers. */
export const messagingServers: readonly Program[] = [
  {
    names: ['beanstalkd'],
    ports: ['-p'],
    others: words('-b -f -l -s -u -z'),
    operands: ['other'],
    defaultPort: 11300,
    source: 'https://github.com/beanstalkd/beanstalkd/blob/master/doc/beanstalkd.ronn',
  },
  {
    names: ['centrifugo'],
    ports: words(`
      -p --port --internal_port --admin_port --api_port --grpc_api_port --http_server.port --http_server.internal_port
    `),
    peers: words('--redis_url --redis_address --broker.redis.address --nats_url'),
    others: words(`
      -a --address -c --config -e --engine -n --name --internal_address --log_level --log_file --redis_host
      --redis_port --redis_password --pid_file --tls_cert --tls_key --http_server.address
    `),
    operands: ['other'],
    defaultPort: 8000,
    source: 'https://centrifugal.dev/docs/server/configuration',
  },
  {
    names: ['exim', 'exim4'],
    ports: ['-oX'],
    others: words('-C -oP -oMa -oMi -os'),
    operands: ['other'],
    defaultPort: 25,
    source: 'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-the_exim_command_line.html',
  },
  {
    names: ['gearmand'],
    ports: words('-p --port --http-port'),
    others: words(`
      -L --listen -b --backlog -d= --daemon= -f --file-descriptors -j --job-retries --job-handle-prefix
      --hashtable-buckets --keepalive-count --keepalive-idle --keepalive-interval -l --log-file -P --pid-file -r
      --protocol -q --queue-type -t --threads -u --user --verbose -w --worker-wakeup --libdrizzle-host
      --libdrizzle-port --mysql-host --mysql-port --mysql-user --mysql-password --mysql-db --mysql-table
      --libpq-conninfo --libpq-table --redis-server --redis-port --libmemcached-servers --libsqlite3-db
      --store-queue-on-shutdown=
    `),
    operands: ['other'],
    defaultPort: 4730,
    source: 'https://gearman.org/man/gearmand/',
  },
  {
    names: ['kafka-server-start', 'kafka-server-start.sh'],
    settings: {
      flags: ['--override'],
      ports: ['port', 'advertised.port'],
      addresses: ['listeners', 'advertised.listeners'],
      peers: ['controller.quorum.voters', 'zookeeper.connect'],
    },
    operands: ['other'],
    defaultPort: 9092,
    source: 'https://kafka.apache.org/documentation/#brokerconfigs_listeners',
  },
  {
    names: ['MailHog', 'mailhog'],
    addresses: words('-api-bind-addr --api-bind-addr -ui-bind-addr --ui-bind-addr -smtp-bind-addr --smtp-bind-addr'),
    peers: words('-api-host --api-host -mongo-uri --mongo-uri'),
    others: words(`
      -storage --storage -maildir-path --maildir-path -hostname --hostname -mongo-db --mongo-db -mongo-coll
      --mongo-coll -auth-file --auth-file -cors-origin --cors-origin -outgoing-smtp --outgoing-smtp -ui-web-path
      --ui-web-path -jim-accept -jim-disconnect -jim-linkspeed-min -jim-linkspeed-max
    `),
    operands: ['other'],
    defaultPort: 8025,
    source: 'https://github.com/mailhog/MailHog/blob/master/docs/CONFIG.md',
  },
  {
    names: ['mailpit'],
    addresses: words('-l --listen -s --smtp --pop3'),
    others: words(`
      -d --database -m --max --webroot --ui-auth-file --ui-tls-cert --ui-tls-key --api-cors --smtp-auth-file
      --smtp-tls-cert --smtp-tls-key --smtp-max-recipients --smtp-relay-config --smtp-allowed-recipients --log-file
      --label --tenant-id -t --tag
    `),
    operands: ['other'],
    defaultPort: 8025,
    source: 'https://mailpit.axllent.org/docs/configuration/runtime-options/',
  },
  {
    names: ['mosquitto'],
    ports: ['-p'],
    others: words('-c --config-file'),
    operands: ['other'],
    defaultPort: 1883,
    source: 'https://mosquitto.org/man/mosquitto-8.html',
  },
  {
    names: ['nats-server', 'gnatsd', 'nats-streaming-server'],
    ports: words('-p --port -port -m --http_port -http_port -ms --https_port --profile -profile'),
    addresses: words('--cluster -cluster --cluster_listen'),
    peers: words('--routes -routes -st_nats_server -ns --nats_server'),
    others: words(`
      -a --addr -addr -n --name --server_name -c --config -P --pid -l --log -r --remote_syslog -sl --signal -sd
      --store_dir -st --store --max_channels --max_subs --max_msgs --max_bytes --max_age --cluster_id -cid --user
      --pass --auth --cluster_name --ports_file_dir --dir -dir -mc -msu -mm -mb -ma --log_size_limit --tlscert
      --tlskey --tlscacert --connect_retries
    `),
    operands: ['other'],
    defaultPort: 4222,
    source: 'https://docs.nats.io/running-a-nats-service/introduction/flags',
  },
  {
    names: ['nsqadmin'],
    addresses: words('-http-address --http-address'),
    peers: words(`
      -lookupd-http-address --lookupd-http-address -nsqd-http-address --nsqd-http-address -graphite-url --graphite-url
      -notification-http-endpoint
    `),
    others: NSQ_OTHERS,
    operands: ['other'],
    defaultPort: 4171,
    source: 'https://nsq.io/components/nsqadmin.html',
  },
  {
    names: ['nsqd'],
    ports: words('-broadcast-tcp-port --broadcast-tcp-port -broadcast-http-port --broadcast-http-port'),
    addresses: words('-tcp-address --tcp-address -http-address --http-address -https-address --https-address'),
    peers: words(`
      -lookupd-tcp-address --lookupd-tcp-address -statsd-address --statsd-address -auth-http-address
      --auth-http-address
    `),
    others: NSQ_OTHERS,
    operands: ['other'],
    defaultPort: 4150,
    source: NSQ,
  },
  {
    names: ['nsqlookupd'],
    addresses: words('-tcp-address --tcp-address -http-address --http-address'),
    others: NSQ_OTHERS,
    operands: ['other'],
    defaultPort: 4160,
    source: 'https://nsq.io/components/nsqlookupd.html',
  },
  {
    names: ['opendkim'],
    addresses: ['-p'],
    others: words('-b -c -d -F -k -L -M -n= -N -o -P -q= -Q= -R= -s -S -t -u -U -x'),
    operands: ['other'],
    source: 'https://manpages.debian.org/stable/opendkim/opendkim.8.en.html',
  },
  {
    names: ['opensmtpd', 'smtpd.py'],
    others: words('-f -D -P -T'),
    operands: ['other'],
    defaultPort: 25,
    source: 'https://man.openbsd.org/smtpd.8',
  },
  {
    names: ['postgrey'],
    addresses: words('-i --inet'),
    others: words(`
      -u --unix -d= --dbdir --user --group --delay --max-age --retry-window --greylist-action --greylist-text
      --hostname --auto-whitelist-clients= --whitelist-clients --whitelist-recipients --pidfile -x --syslog-facility
      --lookup-by-host=
    `),
    operands: ['other'],
    defaultPort: 10023,
    source: 'https://manpages.debian.org/stable/postgrey/postgrey.8.en.html',
  },
  {
    names: ['rabbitmq-server', 'rabbitmq'],
    operands: ['other'],
    defaultPort: 5672,
    source: 'https://www.rabbitmq.com/docs/configure',
  },
  {
    names: ['slapd'],
    addresses: ['-h'],
    others: words('-d -f -F -g -l -n -o -r -s -S -T -u -c'),
    operands: ['other'],
    defaultPort: 389,
    source: 'https://www.openldap.org/software/man.cgi?query=slapd',
  },
  {
    names: ['smtp-sink'],
    others: words('-A -B -d -D -f -h -H -M -m -n -p -q -Q -r -R -s -S -t -T -u -w -W'),
    operands: ['listen', 'other'],
    source: 'https://www.postfix.org/smtp-sink.1.html',
  },
  {
    names: ['sogod'],
    addresses: ['-WOPort'],
    others: words(`
      -WOWorkersCount -WOLogFile -WOPidFile -WONoDetach -WOListenQueueSize -WOWatchDogRequestTimeout -SxVMemLimit
      -WOUseWatchDog
    `),
    operands: ['other'],
    defaultPort: 20000,
    source: 'https://www.sogo.nu/files/docs/SOGoInstallationGuide.html',
  },
  {
    names: ['spamd'],
    ports: ['-p', '--port'],
    others: words(`
      -i= --listen= -A --allowed-ips -m --max-children --min-children --min-spare --max-spare --max-conn-per-child
      --round-robin= -u --username -g --groupname -x= -H= --helper-home-dir= -r --pidfile -s --syslog -C --configpath
      --siteconfigpath -q= --timeout-tcp --timeout-child -D= --socketpath
    `),
    operands: ['other'],
    defaultPort: 783,
    source: 'https://spamassassin.apache.org/full/4.0.x/doc/spamd.html',
  },
  {
    names: ['zkServer.sh'],
    operands: ['other'],
    defaultPort: 2181,
    source: 'https://zookeeper.apache.org/doc/current/zookeeperAdmin.html',
  },
];
