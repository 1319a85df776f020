import type { ConfigProgram } from '../../knowledge/directives.ts';
import { looksLikeAnswers } from './lines.ts';
import type { CodeLanguage } from './readers.ts';

/** How a text is to be read. */
export interface Format {
  readonly kind: 'settings' | 'script' | 'code' | 'crontab' | 'services' | 'answers' | 'none';
  readonly program?: ConfigProgram;
  readonly language?: CodeLanguage;
}

/** Files that hold no ports of this container, whatever numbers stand in them. */
const WITHOUT_PORTS =
  /(?:^|\/)(?:passwd-?|shadow-?|group-?|gshadow-?|sudoers(?:\.d\/.*)?|hosts|fstab|resolv\.conf|authorized_keys|known_hosts|id_(?:rsa|dsa|ed25519|ecdsa)(?:\.pub)?|sysctl(?:\.d\/.*|\.conf)|limits(?:\.d\/.*|\.conf)|locale\.gen|timezone|machine-id|subuid|subgid|pg_hba\.conf|\.Xresources|\.Xdefaults|requirements[\w.-]*\.txt)$/;
const SCRIPT =
  /\.(?:sh|bash|zsh|ksh|profile)$|\.(?:bash|zsh|ksh|csh)rc$|bash\.bashrc$|\.(?:bash_)?(?:profile|login|aliases)$|(?:^|\/)(?:profile(?:\.d\/.*)?|rc\.local|init\.d\/[^/]+|my_init\.d\/[^/]+|cont-init\.d\/[^/]+|envvars)$|\/(?:services?|services\.d)\/.*\/(?:run|finish)$|^(?:\/usr(?:\/local)?)?\/s?bin\/[^/]+$|(?:^|\/)(?:docker-)?(?:entrypoint|entry|start|startup|run|launch|boot|init|bootstrap)$/;
const CODE: readonly (readonly [RegExp, CodeLanguage])[] = [
  [/\.(?:m|c)?[jt]sx?$/, 'javascript'],
  [/\.pyw?$/, 'python'],
  [/\.php\d?$/, 'php'],
  [/\.(?:pl|pm|psgi)$/, 'perl'],
  [/\.(?:rb|ru)$/, 'ruby'],
  [/\.lua$/, 'lua'],
];
const INTERPRETER: readonly (readonly [RegExp, CodeLanguage])[] = [
  [/\b(?:node|nodejs|deno|bun)\b/, 'javascript'],
  [/\bpython[\d.]*\b/, 'python'],
  [/\bphp\d?\b/, 'php'],
  [/\bperl\b/, 'perl'],
  [/\bruby\b/, 'ruby'],
  [/\blua\b/, 'lua'],
];

/** A part of a file's path, in lower case, and whose file it is. The first that fits holds. */
const TARGETS: readonly (readonly [RegExp, ConfigProgram])[] = [
  [/php-fpm|\/fpm\/|pool\.d\/|php.*www\.conf|zz-docker\.conf/, 'php-fpm'],
  [/xdebug|php[^/]*\.ini|\/php\b.*\.ini$|\/php\/conf\.d\//, 'php'],
  [/nginx|openresty|tengine/, 'nginx'],
  [/apache2?\b|httpd\b|ports\.conf$|000-default|default-ssl/, 'apache'],
  [/haproxy/, 'haproxy'],
  [/lighttpd/, 'lighttpd'],
  [/squid/, 'squid'],
  [/privoxy/, 'privoxy'],
  [/varnish/, 'varnish'],
  [/tinyproxy/, 'tinyproxy'],
  [/trafficserver|records\.config$/, 'trafficserver'],
  [/sshd_config|sshd\b/, 'sshd'],
  [/\.ssh\/config$|ssh_config/, 'ssh-client'],
  [/msmtprc|ssmtp/, 'msmtp'],
  [/supervisor/, 'supervisor'],
  [/systemd|\.(?:socket|service)$|\.socket\.d\//, 'systemd'],
  [/xrdp/, 'xrdp'],
  [/redis|sentinel\.conf/, 'redis'],
  [/pgbouncer/, 'pgbouncer'],
  [/postgres|pgsql|\/pg_?data\//, 'postgresql'],
  [/mysql|mariadb|my\.cnf|my\.ini/, 'mysql'],
  [/mongo/, 'mongodb'],
  [/elasticsearch/, 'elasticsearch'],
  [/logstash/, 'logstash'],
  [/cassandra/, 'cassandra'],
  [/zookeeper|zoo[\w-]*\.cfg/, 'zookeeper'],
  [/kafka/, 'kafka'],
  [/rabbitmq/, 'rabbitmq'],
  [/couchdb/, 'couchdb'],
  [/hadoop|(?:core|hdfs|yarn|mapred)-site\.xml/, 'hadoop'],
  [/neo4j/, 'neo4j'],
  [/influx/, 'influxdb'],
  [/memcached/, 'memcached'],
  [/solr/, 'solr'],
  [/activemq/, 'activemq'],
  [/mosquitto/, 'mosquitto'],
  [/tomcat|catalina|server\.xml$/, 'tomcat'],
  [/wildfly|jboss|standalone[\w-]*\.xml/, 'wildfly'],
  [/application[\w-]*\.(?:properties|ya?ml)$/, 'spring'],
  [/jetty/, 'java'],
  [/uwsgi/, 'uwsgi'],
  [/jupyter/, 'jupyter'],
  [/gitea|gogs/, 'gitea'],
  [/grafana/, 'grafana'],
  [/cups/, 'cups'],
  [/rsyslog/, 'rsyslog'],
  [/snmp/, 'snmpd'],
  [/postfix/, 'postfix'],
  [/dovecot/, 'dovecot'],
  [/rspamd/, 'rspamd'],
  [/opendkim/, 'opendkim'],
  [/clam/, 'clamav'],
  [/named\b|\/bind\//, 'bind'],
  [/dnsmasq/, 'dnsmasq'],
  [/consul/, 'consul'],
  [/unbound/, 'unbound'],
  [/pdns|powerdns/, 'powerdns'],
  [/torrc|\/tor\//, 'tor'],
  [/vsftpd/, 'vsftpd'],
  [/proftpd/, 'proftpd'],
  [/rsyncd/, 'rsync'],
  [/smb\.conf|samba/, 'samba'],
  [/openvpn|\.ovpn$/, 'openvpn'],
  [/stunnel/, 'stunnel'],
  [/asterisk/, 'asterisk'],
  [/kamailio/, 'kamailio'],
  [/turnserver|coturn/, 'coturn'],
  [/prosody/, 'prosody'],
  [/monit(?:rc)?\b/, 'monit'],
  [/nrpe/, 'nrpe'],
  [/zabbix/, 'zabbix'],
  [/raddb|radius/, 'freeradius'],
  [/webmin|miniserv\.conf/, 'webmin'],
  [/bitcoin|coin\.conf$/, 'bitcoin'],
  [/transmission/, 'transmission'],
];

/** What only the files of one program say. */
const CONTENTS: readonly (readonly [RegExp, ConfigProgram])[] = [
  [/^\s*<VirtualHost\b|^\s*DocumentRoot\s/m, 'apache'],
  [/\bserver\s*\{[\s\S]*\blisten\s|\blisten\s+\S+(?:\s+\w+)*\s*;/, 'nginx'],
  [/^\s*(?:frontend|backend)\s+\S+\s*$[\s\S]*^\s*(?:bind|server)\s/m, 'haproxy'],
  [/\[(?:inet_http_server|supervisord|supervisorctl)\]/, 'supervisor'],
  [/^\[(?:Unit|Socket)\]\s*$/m, 'systemd'],
  [/^\[mysqld\]\s*$/m, 'mysql'],
  [/^xdebug\./m, 'php'],
  [/<Connector\s[^>]*\bport=/, 'tomcat'],
  [/<socket-binding\s/, 'wildfly'],
];

const CRON_LINE = /^(?:(?:[\d*/,-]+\s+){5}|@(?:reboot|hourly|daily|weekly|monthly|yearly|annually)\s+)\S/;

/** How to read a text, by the name of the file it goes to and by what it says. */
export function formatOf(text: string, target: string | undefined): Format {
  const name = target ?? '';
  const interpreter = /^#!(.*)/.exec(text)?.[1];
  if (interpreter !== undefined) {
    const language = INTERPRETER.find(([program]) => program.test(interpreter))?.[1];
    return language === undefined ? { kind: 'script' } : { kind: 'code', language };
  }
  if (WITHOUT_PORTS.test(name)) return { kind: 'none' };
  if (/^(?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-\S+)\s/.test(text) || /^-----BEGIN /m.test(text)) return { kind: 'none' };
  const code = CODE.find(([suffix]) => suffix.test(name))?.[1];
  if (code !== undefined) return { kind: 'code', language: code };
  if (/(?:^|\/)services$/.test(name)) return { kind: 'services' };
  if (/(?:^|\/)(?:crontabs?(?:\/.*)?|cron\.d\/.*)$|crontab$/.test(name) || CRON_LINE.test(text)) {
    return { kind: 'crontab' };
  }
  if (SCRIPT.test(name)) return { kind: 'script' };
  if (target === undefined && looksLikeAnswers(text)) return { kind: 'answers' };
  const program = programOf(text, name);
  return program === undefined ? { kind: 'settings' } : { kind: 'settings', program };
}

function programOf(text: string, target: string): ConfigProgram | undefined {
  const name = target.toLowerCase();
  return TARGETS.find(([path]) => path.test(name))?.[1] ?? CONTENTS.find(([content]) => content.test(text))?.[1];
}
