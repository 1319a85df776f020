import type { Directive } from './directive.ts';

const ASTERISK = 'https://docs.asterisk.org/Latest_API/API_Documentation/Module_Configuration/res_pjsip/';
const COTURN = 'https://github.com/coturn/coturn/blob/master/README.turnserver';
const OPENVPN = 'https://openvpn.net/community-resources/reference-manual-for-openvpn-2-6/';
const RSYSLOG = 'https://www.rsyslog.com/doc/configuration/modules';
const SSH = 'https://man.openbsd.org';
const TOR = 'https://manpages.debian.org/stable/tor/torrc.5.en.html';
const VSFTPD = 'https://manpages.debian.org/stable/vsftpd/vsftpd.conf.5.en.html';
const ZABBIX = 'https://www.zabbix.com/documentation/current/en/manual/appendix/config';

/** Mail, names, logs, files, remote access and supervision. */
export const NETWORK_DIRECTIVES: readonly Directive[] = [
  { names: ['Port'], in: 'sshd', value: 'port', source: `${SSH}/sshd_config#Port` },
  { names: ['ListenAddress'], in: 'sshd', value: 'listen', source: `${SSH}/sshd_config#ListenAddress` },
  {
    names: ['Port'],
    in: 'ssh-client',
    value: 'other',
    because: 'the port of the host that ssh connects to',
    source: `${SSH}/ssh_config#Port`,
  },
  {
    names: ['LocalForward', 'DynamicForward'],
    in: 'ssh-client',
    value: 'address',
    rest: ['address'],
    source: `${SSH}/ssh_config#LocalForward`,
  },
  {
    names: ['port'],
    in: 'supervisor',
    value: 'listen',
    source: 'https://supervisord.org/configuration.html#inet-http-server-section-values',
  },
  {
    names: ['serverurl'],
    in: 'supervisor',
    value: 'address',
    source: 'https://supervisord.org/configuration.html#supervisorctl-section-values',
  },
  {
    names: ['ListenStream', 'ListenDatagram', 'ListenSequentialPacket'],
    in: 'systemd',
    value: 'listen',
    source: 'https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html',
  },
  {
    names: ['port'],
    in: 'xrdp',
    value: 'port',
    of: ['ip'],
    source: 'https://manpages.debian.org/stable/xrdp/xrdp.ini.5.en.html',
  },

  {
    names: ['UDPServerRun', 'InputTCPServerRun', 'InputRELPServerRun'],
    in: 'rsyslog',
    value: 'port',
    source: `${RSYSLOG}/imudp.html`,
  },
  { names: ['port'], in: 'rsyslog', value: 'port', of: ['target', 'server'], source: `${RSYSLOG}/omfwd.html` },
  { names: ['serverport'], in: 'rsyslog', value: 'port', of: ['server'], source: `${RSYSLOG}/ommysql.html` },
  {
    names: ['agentAddress'],
    in: 'snmpd',
    value: 'listen',
    source: 'http://www.net-snmp.org/docs/man/snmpd.conf.html',
  },
  {
    names: ['trapsink', 'trap2sink', 'informsink'],
    in: 'snmpd',
    value: 'address',
    source: 'http://www.net-snmp.org/docs/man/snmpd.conf.html',
  },

  {
    names: ['relayhost', 'transport_maps', 'content_filter', 'smtpd_milters', 'non_smtpd_milters'],
    in: 'postfix',
    value: 'address',
    source: 'https://www.postfix.org/postconf.5.html#relayhost',
  },
  {
    names: ['port'],
    in: 'msmtp',
    value: 'other',
    because: 'the port of the mail server that mail is sent to',
    source: 'https://marlam.de/msmtp/msmtp.html',
  },
  {
    names: ['port'],
    in: 'dovecot',
    value: 'port',
    of: ['host'],
    source: 'https://doc.dovecot.org/latest/core/config/service.html',
  },
  {
    names: ['bind_socket'],
    in: 'rspamd',
    value: 'listen',
    source: 'https://rspamd.com/doc/workers/index.html',
  },
  {
    names: ['Socket', 'MilterSocket', 'Milter'],
    in: 'opendkim',
    value: 'listen',
    source: 'http://www.opendkim.org/opendkim.conf.5.html',
  },
  {
    names: ['TCPSocket'],
    in: 'clamav',
    value: 'port',
    source: 'https://manpages.debian.org/stable/clamav-daemon/clamd.conf.5.en.html',
  },
  {
    names: ['MilterSocket'],
    in: 'clamav',
    value: 'listen',
    source: 'https://manpages.debian.org/stable/clamav-milter/clamav-milter.conf.5.en.html',
  },
  {
    names: ['ClamdSocket'],
    in: 'clamav',
    value: 'address',
    source: 'https://manpages.debian.org/stable/clamav-milter/clamav-milter.conf.5.en.html',
  },

  {
    names: ['listen-on port', 'listen-on-v6 port'],
    in: 'bind',
    value: 'other',
    rest: ['port', 'other'],
    source: 'https://bind9.readthedocs.io/en/latest/reference.html#namedconf-statement-listen-on',
  },
  {
    names: ['inet'],
    in: 'bind',
    value: 'other',
    rest: ['other', 'port', 'other'],
    because: 'an address',
    source: 'https://bind9.readthedocs.io/en/latest/reference.html#namedconf-statement-inet',
  },
  {
    names: ['port'],
    in: 'dnsmasq',
    value: 'port',
    source: 'https://thekelleys.org.uk/dnsmasq/docs/dnsmasq-man.html',
  },
  {
    names: ['server', 'local', 'rev-server'],
    in: 'dnsmasq',
    value: 'address',
    source: 'https://thekelleys.org.uk/dnsmasq/docs/dnsmasq-man.html',
  },
  {
    names: ['port', 'tls-port', 'https-port', 'interface', 'control-port'],
    in: 'unbound',
    value: 'listen',
    source: 'https://unbound.docs.nlnetlabs.nl/en/latest/manpages/unbound.conf.html',
  },
  {
    names: ['local-port', 'webserver-port', 'local-address'],
    in: 'powerdns',
    value: 'listen',
    source: 'https://doc.powerdns.com/authoritative/settings.html',
  },

  {
    names: ['SocksPort', 'ControlPort', 'ORPort', 'DirPort', 'DNSPort', 'TransPort', 'NATDPort', 'HTTPTunnelPort'],
    in: 'tor',
    value: 'listen',
    source: `${TOR}#SocksPort`,
  },
  {
    names: ['HiddenServicePort'],
    in: 'tor',
    value: 'other',
    rest: ['address'],
    because: 'the port of the onion service as its visitors see it',
    source: `${TOR}#HiddenServicePort`,
  },
  {
    names: ['listen_port', 'ftp_data_port', 'pasv_min_port', 'pasv_max_port'],
    in: 'vsftpd',
    value: 'port',
    source: `${VSFTPD}#listen_port`,
  },
  {
    names: ['listen', 'listen_ipv6', 'connect_from_port_20', 'pasv_address'],
    in: 'vsftpd',
    value: 'other',
    source: VSFTPD,
  },
  { names: ['Port'], in: 'proftpd', value: 'port', source: 'http://www.proftpd.org/docs/modules/mod_core.html#Port' },
  {
    names: ['PassivePorts'],
    in: 'proftpd',
    value: 'port',
    rest: ['port'],
    source: 'http://www.proftpd.org/docs/modules/mod_core.html#PassivePorts',
  },
  {
    names: ['port'],
    in: 'rsync',
    value: 'port',
    source: 'https://download.samba.org/pub/rsync/rsyncd.conf.5',
  },
  {
    names: ['smb ports'],
    in: 'samba',
    value: 'other',
    rest: ['other', 'port', 'port'],
    source: 'https://www.samba.org/samba/docs/current/man-html/smb.conf.5.html#SMBPORTS',
  },
  {
    names: ['Listen', 'Port', 'SSLListen', 'SSLPort'],
    in: 'cups',
    value: 'listen',
    source: 'https://www.cups.org/doc/man-cupsd.conf.html',
  },
  { names: ['port', 'lport'], in: 'openvpn', value: 'port', source: OPENVPN },
  { names: ['rport'], in: 'openvpn', value: 'other', because: 'the port of the peer', source: OPENVPN },
  { names: ['remote'], in: 'openvpn', value: 'host', rest: ['port'], source: OPENVPN },
  { names: ['management'], in: 'openvpn', value: 'host', rest: ['port'], source: OPENVPN },
  { names: ['accept'], in: 'stunnel', value: 'listen', source: 'https://www.stunnel.org/static/stunnel.html' },
  { names: ['connect'], in: 'stunnel', value: 'address', source: 'https://www.stunnel.org/static/stunnel.html' },

  {
    names: ['bindport', 'tlsbindaddr', 'udpbindaddr', 'tcpbindaddr', 'bindaddr', 'bind', 'rtpstart', 'rtpend'],
    in: 'asterisk',
    value: 'listen',
    source: ASTERISK,
  },
  {
    names: ['listen'],
    in: 'kamailio',
    value: 'listen',
    source: 'https://www.kamailio.org/wikidocs/cookbooks/devel/core/#listen',
  },
  {
    names: ['listening-port', 'tls-listening-port', 'alt-listening-port', 'min-port', 'max-port', 'cli-port'],
    in: 'coturn',
    value: 'port',
    source: COTURN,
  },
  {
    names: ['c2s_ports', 's2s_ports', 'http_ports', 'https_ports', 'component_ports', 'legacy_ssl_ports'],
    in: 'prosody',
    value: 'port',
    source: 'https://prosody.im/doc/ports',
  },
  {
    names: ['set httpd'],
    in: 'monit',
    value: 'other',
    rest: ['other', 'port', 'other'],
    source: 'https://mmonit.com/monit/documentation/monit.html#MONIT-HTTPD',
  },
  {
    names: ['server_port'],
    in: 'nrpe',
    value: 'port',
    source: 'https://github.com/NagiosEnterprises/nrpe/blob/master/sample-config/nrpe.cfg.in',
  },
  { names: ['ListenPort', 'StartPort'], in: 'zabbix', value: 'port', source: `${ZABBIX}/zabbix_server` },
  {
    names: ['DBPort', 'JavaGatewayPort', 'SourcePort'],
    in: 'zabbix',
    value: 'other',
    because: 'the port of another service',
    source: `${ZABBIX}/zabbix_server`,
  },
  {
    names: ['port', 'auth_port', 'acct_port'],
    in: 'freeradius',
    value: 'port',
    of: ['ipaddr', 'ipv4addr', 'server'],
    source: 'https://www.freeradius.org/documentation/',
  },
  {
    names: ['port', 'listen'],
    in: 'webmin',
    value: 'port',
    source: 'https://webmin.com/docs/modules/webmin-configuration/',
  },
];
