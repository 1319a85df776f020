import type { Directive } from './directive.ts';

const APACHE = 'https://httpd.apache.org/docs/2.4/mod';
const HAPROXY = 'https://docs.haproxy.org/3.0/configuration.html';
const NGINX = 'https://nginx.org/en/docs/http';
const TOMCAT = 'https://tomcat.apache.org/tomcat-10.1-doc/config';
const UWSGI = 'https://uwsgi-docs.readthedocs.io/en/latest/Options.html';
const XDEBUG = 'https://xdebug.org/docs/all_settings';

/** Web servers, application servers and proxies. */
export const WEB_DIRECTIVES: readonly Directive[] = [
  { names: ['listen'], in: 'nginx', value: 'listen', source: `${NGINX}/ngx_http_core_module.html#listen` },
  { names: ['server'], in: 'nginx', value: 'address', source: `${NGINX}/ngx_http_upstream_module.html#server` },
  { names: ['proxy_pass'], in: 'nginx', value: 'address', source: `${NGINX}/ngx_http_proxy_module.html#proxy_pass` },
  {
    names: ['fastcgi_pass'],
    in: 'nginx',
    value: 'address',
    source: `${NGINX}/ngx_http_fastcgi_module.html#fastcgi_pass`,
  },
  { names: ['uwsgi_pass'], in: 'nginx', value: 'address', source: `${NGINX}/ngx_http_uwsgi_module.html#uwsgi_pass` },
  { names: ['grpc_pass'], in: 'nginx', value: 'address', source: `${NGINX}/ngx_http_grpc_module.html#grpc_pass` },
  {
    names: ['return', 'error_page'],
    in: 'nginx',
    value: 'other',
    rest: ['address'],
    because: 'a status code',
    source: 'https://nginx.org/en/docs/http/ngx_http_rewrite_module.html#return',
  },

  { names: ['Listen'], in: 'apache', value: 'listen', source: `${APACHE}/mpm_common.html#listen` },
  { names: ['VirtualHost'], in: 'apache', value: 'listen', source: `${APACHE}/core.html#virtualhost` },
  {
    names: ['NameVirtualHost'],
    in: 'apache',
    value: 'listen',
    source: 'https://httpd.apache.org/docs/2.2/mod/core.html#namevirtualhost',
  },
  { names: ['ServerName', 'ServerAlias'], in: 'apache', value: 'address', source: `${APACHE}/core.html#servername` },
  {
    names: ['ProxyPass', 'ProxyPassMatch', 'ProxyPassReverse'],
    in: 'apache',
    value: 'other',
    rest: ['address'],
    because: 'a path',
    source: `${APACHE}/mod_proxy.html#proxypass`,
  },
  { names: ['BalancerMember'], in: 'apache', value: 'address', source: `${APACHE}/mod_proxy.html#balancermember` },

  { names: ['bind'], in: 'haproxy', value: 'listen', source: `${HAPROXY}#4.2-bind` },
  {
    names: ['server'],
    in: 'haproxy',
    value: 'other',
    rest: ['address'],
    because: 'the name of a server',
    source: `${HAPROXY}#4.2-server`,
  },

  {
    names: ['server.port'],
    in: 'lighttpd',
    value: 'port',
    source: 'https://redmine.lighttpd.net/projects/lighttpd/wiki/Server_portDetails',
  },
  {
    names: ['http_port', 'https_port', 'icp_port', 'snmp_port', 'htcp_port'],
    in: 'squid',
    value: 'listen',
    source: 'https://www.squid-cache.org/Doc/config/http_port/',
  },
  {
    names: ['cache_peer'],
    in: 'squid',
    value: 'host',
    rest: ['other', 'port', 'other'],
    source: 'https://www.squid-cache.org/Doc/config/cache_peer/',
  },
  {
    names: ['acl Safe_ports', 'acl SSL_ports'],
    in: 'squid',
    value: 'other',
    rest: ['other', 'other'],
    because: 'a port that clients may connect to',
    source: 'https://www.squid-cache.org/Doc/config/acl/',
  },
  {
    names: ['listen-address'],
    in: 'privoxy',
    value: 'listen',
    source: 'https://www.privoxy.org/user-manual/config.html#LISTEN-ADDRESS',
  },
  {
    names: ['forward-socks4', 'forward-socks4a', 'forward-socks5', 'forward-socks5t', 'forward'],
    in: 'privoxy',
    value: 'other',
    rest: ['address', 'address'],
    because: 'a pattern of URLs',
    source: 'https://www.privoxy.org/user-manual/config.html#SOCKS',
  },
  {
    names: ['VARNISH_LISTEN_PORT', 'VARNISH_PORT'],
    in: 'varnish',
    value: 'port',
    source: 'https://varnish-cache.org/docs/trunk/reference/varnishd.html',
  },
  { names: ['Port'], in: 'tinyproxy', value: 'port', source: 'https://tinyproxy.github.io/#configuration' },
  {
    names: ['ConnectPort'],
    in: 'tinyproxy',
    value: 'other',
    because: 'a port that clients may connect to',
    source: 'https://tinyproxy.github.io/#configuration',
  },
  {
    names: ['proxy.config.http.server_ports'],
    in: 'trafficserver',
    value: 'port',
    rest: ['port', 'port', 'port', 'port'],
    source: 'https://docs.trafficserver.apache.org/en/latest/admin-guide/files/records.yaml.en.html',
  },

  { names: ['port'], in: 'tomcat', value: 'port', source: `${TOMCAT}/http.html` },
  { names: ['redirectPort'], in: 'tomcat', value: 'port', source: `${TOMCAT}/http.html` },
  {
    names: ['proxyPort'],
    in: 'tomcat',
    value: 'other',
    because: 'the port of the proxy in front',
    source: `${TOMCAT}/http.html`,
  },
  {
    names: ['port-offset'],
    in: 'wildfly',
    value: 'other',
    because: 'added to every port',
    source: 'https://docs.wildfly.org/33/Admin_Guide.html#Interfaces_and_ports',
  },
  {
    names: ['jetty.http.port', 'jetty.port', 'jetty.ssl.port', 'STOP.PORT'],
    in: 'java',
    value: 'port',
    source: 'https://jetty.org/docs/jetty/12/operations-guide/protocols/index.html',
  },
  {
    names: ['server.port', 'management.server.port', 'management.port', 'local.server.port'],
    in: 'spring',
    value: 'port',
    source: 'https://docs.spring.io/spring-boot/appendix/application-properties/index.html',
  },
  {
    names: ['quarkus.http.port', 'quarkus.http.ssl-port', 'quarkus.management.port', 'quarkus.grpc.server.port'],
    in: 'java',
    value: 'port',
    source: 'https://quarkus.io/guides/all-config',
  },
  {
    names: ['micronaut.server.port', 'http.server.port'],
    in: 'java',
    value: 'port',
    source: 'https://docs.micronaut.io/latest/guide/configurationreference.html',
  },
  {
    names: ['org.osgi.service.http.port', 'org.osgi.service.http.port.secure'],
    in: 'java',
    value: 'port',
    source: 'https://felix.apache.org/documentation/subprojects/apache-felix-http-service.html',
  },
  {
    names: ['com.sun.management.jmxremote.port', 'com.sun.management.jmxremote.rmi.port'],
    in: 'java',
    value: 'port',
    source: 'https://docs.oracle.com/en/java/javase/21/management/monitoring-and-management-using-jmx-technology.html',
  },

  {
    names: ['listen'],
    in: 'php-fpm',
    value: 'listen',
    source: 'https://www.php.net/manual/en/install.fpm.configuration.php#listen',
  },
  {
    names: ['listen.backlog', 'listen.mode', 'listen.allowed_clients'],
    in: 'php-fpm',
    value: 'other',
    source: 'https://www.php.net/manual/en/install.fpm.configuration.php',
  },
  {
    names: ['xdebug.remote_port', 'xdebug.client_port'],
    in: 'php',
    value: 'other',
    because: "the port of the debugger on the developer's machine",
    source: `${XDEBUG}#client_port`,
  },
  {
    names: [
      'http',
      'https',
      'http-socket',
      'https-socket',
      'http11-socket',
      'socket',
      'uwsgi-socket',
      'fastcgi-socket',
    ],
    in: 'uwsgi',
    value: 'listen',
    source: UWSGI,
  },
  { names: ['stats', 'stats-server', 'udp'], in: 'uwsgi', value: 'listen', source: UWSGI },
  { names: ['carbon'], in: 'uwsgi', value: 'address', source: UWSGI },
  {
    names: ['ServerApp.port', 'NotebookApp.port', 'c.NotebookApp.port', 'c.ServerApp.port', 'c.LabApp.port'],
    in: 'jupyter',
    value: 'port',
    source: 'https://jupyter-server.readthedocs.io/en/latest/other/full-config.html',
  },
  {
    names: ['c.JupyterHub.port', 'c.JupyterHub.hub_port', 'c.JupyterHub.bind_url', 'c.JupyterHub.hub_bind_url'],
    in: 'jupyter',
    value: 'listen',
    source: 'https://jupyterhub.readthedocs.io/en/stable/reference/config-reference.html',
  },
  {
    names: ['HTTP_PORT', 'SSH_PORT', 'SSH_LISTEN_PORT', 'PORT_TO_REDIRECT'],
    in: 'gitea',
    value: 'port',
    source: 'https://docs.gitea.com/administration/config-cheat-sheet',
  },
  {
    names: ['http_port', 'grpc_server.address'],
    in: 'grafana',
    value: 'listen',
    source: 'https://grafana.com/docs/grafana/latest/setup-grafana/configure-grafana/#http_port',
  },
];
