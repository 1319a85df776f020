/** The programs whose configuration files are known by name. */
export type ConfigProgram =
  | 'activemq'
  | 'apache'
  | 'asterisk'
  | 'bind'
  | 'bitcoin'
  | 'cassandra'
  | 'clamav'
  | 'consul'
  | 'couchdb'
  | 'coturn'
  | 'cups'
  | 'dnsmasq'
  | 'dovecot'
  | 'elasticsearch'
  | 'erlang'
  | 'freeradius'
  | 'gitea'
  | 'grafana'
  | 'hadoop'
  | 'haproxy'
  | 'influxdb'
  | 'java'
  | 'jupyter'
  | 'kafka'
  | 'kamailio'
  | 'lighttpd'
  | 'logstash'
  | 'memcached'
  | 'mongodb'
  | 'monit'
  | 'mosquitto'
  | 'msmtp'
  | 'mysql'
  | 'neo4j'
  | 'nginx'
  | 'nrpe'
  | 'opendkim'
  | 'openvpn'
  | 'pgbouncer'
  | 'php'
  | 'php-fpm'
  | 'postfix'
  | 'postgresql'
  | 'powerdns'
  | 'privoxy'
  | 'proftpd'
  | 'prosody'
  | 'rabbitmq'
  | 'redis'
  | 'rspamd'
  | 'rsyslog'
  | 'rsync'
  | 'samba'
  | 'snmpd'
  | 'solr'
  | 'spring'
  | 'squid'
  | 'ssh-client'
  | 'sshd'
  | 'stunnel'
  | 'supervisor'
  | 'systemd'
  | 'tinyproxy'
  | 'tomcat'
  | 'tor'
  | 'trafficserver'
  | 'transmission'
  | 'unbound'
  | 'uwsgi'
  | 'varnish'
  | 'vsftpd'
  | 'webmin'
  | 'wildfly'
  | 'xrdp'
  | 'zabbix'
  | 'zookeeper';

/** What a value of a directive is. */
export type DirectiveValue =
  /** A port, or a list of ports, of the program itself. */
  | 'port'
  /** An address, a URL or a bare port to listen on: the port is its own, whatever name its interface has. */
  | 'listen'
  /** An address or a URL, whose host says whose port it is. */
  | 'address'
  /** The host that a following port belongs to. */
  | 'host'
  /** Never a port of this container. */
  | 'other';

/** A directive of a configuration file that states a port, or that looks as if it did. */
export interface Directive {
  /** As the program spells it; compared without regard to case. `listen-on port` is a directive and its first value. */
  readonly names: readonly string[];
  readonly in: ConfigProgram;
  /** What its first value is. */
  readonly value: DirectiveValue;
  /** What the values behind the first one are, by position; they are `other` where this is absent. */
  readonly rest?: readonly DirectiveValue[];
  /** For a `port`: names, in lower case, of settings beside it whose value is the host that it belongs to. */
  readonly of?: readonly string[];
  /** Why an `other` is none, where the name alone does not say so. */
  readonly because?: string;
  /** Where the directive is documented. */
  readonly source: string;
}
