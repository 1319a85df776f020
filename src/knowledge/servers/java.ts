import type { Program } from '../program.ts';
import { words } from '../words.ts';

/** Servers on the Java machine: a `.jar` or main class is the program that `java` starts. */
export const javaServers: readonly Program[] = [
  {
    names: ['carte.sh'],
    others: words('-h -p -s -u'),
    operands: ['other', 'port', 'other'],
    source: 'https://docs.pentaho.com/pdia-data-integration/pdi-carte-server-landing-page/use-carte-clusters',
  },
  {
    names: ['DynamoDBLocal.jar'],
    ports: ['-port'],
    others: words('-cors -dbPath'),
    operands: ['other'],
    defaultPort: 8000,
    source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DynamoDBLocal.UsageNotes.html',
  },
  {
    names: ['edu.stanford.nlp.pipeline.StanfordCoreNLPServer'],
    ports: words('-port --port -status_port --status_port'),
    others: words(`
      -timeout --timeout -serverProperties -annotators -preload -threads -maxCharLength -username -password
      -uriContext -quiet=
    `),
    operands: ['other'],
    defaultPort: 9000,
    source: 'https://stanfordnlp.github.io/CoreNLP/corenlp-server.html',
  },
  {
    names: ['h2.jar', 'org.h2.tools.Server', 'org.h2.tools.Console'],
    ports: words('-webPort -tcpPort -pgPort'),
    others: words('-baseDir -webAdminPassword -tcpPassword -key -properties'),
    operands: ['other'],
    defaultPort: 8082,
    source: 'https://www.h2database.com/javadoc/org/h2/tools/Server.html',
  },
  {
    names: ['jenkins', 'jenkins.war', 'jenkins.sh', 'winstone.jar'],
    ports: words('--httpPort --httpsPort --http2Port --ajp13Port --debugPort --controlPort'),
    others: words(`
      --httpListenAddress --httpsListenAddress --prefix --config --logfile --httpKeepAliveTimeout --sessionTimeout
      --sessionEviction --maxParamCount --mimeTypes --handlerCountMax --handlerCountMaxIdle --qtpMaxThreadsCount
      --accessLoggerClassName --httpsKeyStore --httpsKeyStorePassword --webroot --pluginroot --extractedFilesFolder
      --requestHeaderSize --responseHeaderSize
    `),
    operands: ['other'],
    defaultPort: 8080,
    source: 'https://github.com/jenkinsci/winstone#command-line-options',
  },
  {
    names: ['jetty-runner.jar', 'org.eclipse.jetty.runner.Runner'],
    ports: words('--port --stop-port'),
    others: words('--host --log --out --path --lib --jar --classes --config --stop-key --stats'),
    operands: ['other'],
    defaultPort: 8080,
    source: 'https://jetty.org/docs/jetty/9/index.html',
  },
  {
    names: ['kc.sh', 'keycloak'],
    ports: words('--http-port --https-port --http-management-port'),
    peers: words('--db-url --hostname --hostname-admin'),
    others: words(`
      --db-url-port --db-url-host --db --db-username --db-password --http-host --http-pool-max-threads
      --http-max-queued-requests --db-pool-max-size --db-pool-min-size --db-pool-initial-size --log-level --cache
      --proxy --proxy-headers --http-relative-path --hostname-port
    `),
    operands: ['other'],
    defaultPort: 8080,
    source: 'https://www.keycloak.org/server/all-config',
  },
  {
    names: words(`
      minecraft_server.jar craftbukkit.jar forge.jar paper.jar paperclip.jar spigot.jar fabric-server-launch.jar
    `),
    ports: words('-p --port --server-port'),
    others: words(`
      -h --host --server-ip -s --size --max-players -w --world --world-name --level-name -W --world-dir
      --world-container --universe -P --plugins -c --config -o --online-mode -C --commands-settings
    `),
    operands: ['other'],
    defaultPort: 25565,
    source: 'https://docs.papermc.io/paper/reference/arguments/',
  },
  {
    names: ['mockserver', 'mockserver-netty.jar', 'mockserver-netty-jar-with-dependencies.jar', 'run_mockserver.sh'],
    ports: words('-serverPort -proxyPort'),
    others: words('-proxyRemotePort -proxyRemoteHost -logLevel'),
    operands: ['other'],
    defaultPort: 1080,
    source: 'https://www.mock-server.com/mock_server/running_mock_server.html',
  },
  {
    names: ['moco-runner.jar', 'moco-runner-standalone.jar', 'moco-runner-uber.jar', 'moco'],
    ports: words('-p --port -s --shutdown'),
    others: words('-c --config -g --settings -e --env --https --cert --keystore'),
    operands: ['other'],
    source: 'https://github.com/dreamhead/moco/blob/master/moco-doc/usage.md',
  },
  {
    names: ['mvn', 'mvnw', 'mvnd'],
    others: words(`
      -b --builder -f --file -gs --global-settings -l --log-file -P --activate-profiles -pl --projects -rf
      --resume-from -s --settings -T --threads -t --toolchains
    `),
    operands: ['other'],
    source: 'https://maven.apache.org/ref/current/maven-embedder/cli.html',
  },
  {
    names: ['org.apache.spark.deploy.master.Master', 'start-master.sh'],
    ports: words('-p --port --webui-port'),
    others: words('-i --ip -h --host --properties-file'),
    operands: ['other'],
    defaultPort: 7077,
    source: 'https://spark.apache.org/docs/latest/spark-standalone.html',
  },
  {
    names: ['org.apache.spark.deploy.worker.Worker', 'start-slave.sh', 'start-worker.sh'],
    ports: words('-p --port --webui-port'),
    others: words('-i --ip -h --host -c --cores -m --memory -d --work-dir --properties-file'),
    operands: ['peer'],
    defaultPort: 8081,
    source: 'https://spark.apache.org/docs/latest/spark-standalone.html',
  },
  {
    names: ['org.languagetool.server.HTTPServer', 'languagetool-server.jar'],
    ports: words('-p --port'),
    others: words('--config --allow-origin= --languageModel --word2vecModel'),
    operands: ['other'],
    defaultPort: 8081,
    source: 'https://dev.languagetool.org/http-server',
  },
  {
    names: ['payara-micro.jar'],
    ports: words('--port --sslPort --clusterPort --startPort'),
    others: words(`
      --name --deploy --deploymentDir --rootDir --logToFile --maxHttpThreads --minHttpThreads --domainConfig --addLibs
      --contextRoot
    `),
    operands: ['other'],
    defaultPort: 8080,
    source:
      'https://docs.payara.fish/community/docs/Technical%20Documentation/Payara%20Micro%20Documentation/Payara%20Micro%20Configuration%20and%20Management/Micro%20Management/Command%20Line%20Options.html',
  },
  {
    names: ['selenium-server', 'selenium-server.jar', 'selenium-server-standalone.jar'],
    ports: words('-p -port --port --publish-events-port --subscribe-events-port'),
    peers: words('-hub --hub --grid-url --publish-events --subscribe-events -s --sessions -d --distributor'),
    others: words(`
      --host -host -role -maxSession --max-sessions -browser -timeout --session-timeout -browserTimeout -nodeConfig
      -hubConfig --config -cleanUpCycle -nodePolling -unregisterIfStillDownAfter -newSessionWaitTimeout -registerCycle
      -log --log-level --selenium-manager --bind-host --driver-implementation --session-request-timeout
      --heartbeat-period --register-period
    `),
    operands: ['other'],
    defaultPort: 4444,
    source: 'https://www.selenium.dev/documentation/grid/configuration/cli_options/',
  },
  {
    names: ['tika-server.jar', 'tika-server-standard.jar'],
    ports: words('-p --port'),
    others: words('-h --host -c --config -C --cors -s= -l --log'),
    operands: ['other'],
    defaultPort: 9998,
    source: 'https://cwiki.apache.org/confluence/display/TIKA/TikaServer',
  },
  {
    names: ['webapp-runner.jar'],
    ports: ['--port'],
    others: words(`
      --path --session-timeout --session-store --memcached-transcoder-factory-class --basic-auth-user --basic-auth-pw
      --temp-directory --max-threads
    `),
    operands: ['other'],
    defaultPort: 8080,
    source: 'https://github.com/heroku/webapp-runner#options',
  },
  {
    names: ['wiremock', 'wiremock.jar', 'wiremock-standalone.jar', 'wiremock-jre8-standalone.jar'],
    ports: words('--port --https-port'),
    peers: words('--proxy-all --proxy-via'),
    others: words(`
      --bind-address --root-dir --container-threads --max-request-journal-entries --jetty-acceptor-threads
      --jetty-accept-queue-size --jetty-header-buffer-size --async-response-threads --https-keystore --extensions
      --keystore-password --https-truststore --logged-response-body-size-limit --jetty-stop-timeout --proxy-timeout
    `),
    operands: ['other'],
    defaultPort: 8080,
    source: 'https://wiremock.org/docs/standalone/java-jar/#command-line-options',
  },
];
