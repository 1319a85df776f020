import type { Program } from '../program.ts';
import { words } from '../words.ts';

/** Servers of PHP, Perl, .NET, Java, Clojure, Elixir and R. */
export const languageServers: readonly Program[] = [
  {
    names: ['artisan'],
    subcommands: ['octane:start', 'octane:swoole', 'octane:roadrunner', 'octane:frankenphp'],
    ports: words('--port --admin-port --rpc-port'),
    others: words(`
      --host --server --admin-host --rpc-host --workers --task-workers --max-requests --rr-config --caddyfile
      --log-level --env --poll=
    `),
    operands: ['other'],
    defaultPort: 8000,
    source: 'https://laravel.com/docs/octane',
  },
  {
    names: ['artisan'],
    subcommands: ['reverb:start', 'websockets:serve'],
    ports: ['--port'],
    others: words('--host --path --hostname --cache-ttl --statistics-interval --loop --env'),
    operands: ['other'],
    source: 'https://laravel.com/docs/reverb',
  },
  {
    names: ['artisan'],
    subcommands: ['serve'],
    ports: ['--port'],
    others: words('--host --tries --env'),
    operands: ['other'],
    defaultPort: 8000,
    source: 'https://github.com/laravel/framework/blob/master/src/Illuminate/Foundation/Console/ServeCommand.php',
  },
  {
    names: ['cake', 'cake.php'],
    subcommands: ['server'],
    ports: ['-p', '--port'],
    others: words('-H --host -d --document_root -i --ini_path'),
    operands: ['other'],
    defaultPort: 8765,
    source: 'https://book.cakephp.org/5/en/console-commands/server.html',
  },
  {
    names: ['console'],
    subcommands: ['server:run', 'server:start'],
    others: words('-d --docroot -r --router -e --env --pidfile'),
    ports: words('-p --port'),
    operands: ['listen'],
    defaultPort: 8000,
    source: 'https://symfony.com/doc/4.4/setup/built_in_web_server.html',
  },
  {
    names: ['dotnet'],
    addresses: words('--urls --server.urls'),
    others: words('--additionalprobingpath --additional-deps --depsfile --fx-version --roll-forward --runtimeconfig'),
    operands: ['other'],
    source: 'https://learn.microsoft.com/en-us/aspnet/core/fundamentals/host/web-host#server-urls',
  },
  {
    names: ['dotnet'],
    subcommands: ['run', 'watch'],
    addresses: words('--urls --server.urls'),
    others: words(`
      -p --project -c --configuration -f --framework -r --runtime -a --arch --os -v --verbosity --launch-profile -e
      --environment
    `),
    operands: ['other'],
    source: 'https://learn.microsoft.com/en-us/dotnet/core/tools/dotnet-run',
  },
  {
    names: ['drush'],
    subcommands: ['rs', 'runserver'],
    others: words('--default-server --dns= --browser= -l --uri -r --root'),
    operands: ['listen'],
    defaultPort: 8888,
    source: 'https://www.drush.org/latest/commands/core_runserver/',
  },
  {
    names: ['fastcgi-mono-server', 'fastcgi-mono-server2', 'fastcgi-mono-server4'],
    ports: ['--port'],
    addresses: ['--socket'],
    others: words(`
      --address --filename --root --applications --appconfigfile --appconfigdir --backlog --loglevels --logfile
    `),
    operands: ['other'],
    source: 'https://www.mono-project.com/docs/web/fastcgi/',
  },
  {
    names: ['fcgiwrap'],
    addresses: ['-s'],
    others: words('-c -p'),
    operands: ['other'],
    source: 'https://github.com/gnosek/fcgiwrap/blob/master/fcgiwrap.8',
  },
  {
    names: ['frankenphp'],
    subcommands: ['php-server'],
    addresses: ['-l', '--listen'],
    others: words('-d --domain -r --root -w --worker --watch='),
    operands: ['other'],
    defaultPort: 80,
    source: 'https://frankenphp.dev/docs/',
  },
  {
    names: ['hhvm'],
    ports: words('-p --port --debug-port --admin-port'),
    settings: {
      flags: ['-v', '-d'],
      ports: ['Server.Port', 'hhvm.server.port', 'AdminServer.Port', 'hhvm.admin_server.port'],
    },
    others: words('-m --mode -c --config -f --file -u --user -a --args --instance-id -w --watch'),
    operands: ['other'],
    source: 'https://docs.hhvm.com/hhvm/basic-usage/introduction',
  },
  {
    names: ['lein'],
    subcommands: ['ring'],
    operands: ['other', 'port'],
    defaultPort: 3000,
    source: 'https://github.com/weavejester/lein-ring#starting-a-web-server',
  },
  {
    names: ['mix'],
    subcommands: ['phoenix.server', 'phx.server'],
    operands: ['other'],
    defaultPort: 4000,
    source: 'https://hexdocs.pm/phoenix/Mix.Tasks.Phx.Server.html',
  },
  {
    names: ['mod-mono-server', 'mod-mono-server4', 'xsp', 'xsp2', 'xsp4'],
    ports: ['--port'],
    others: words(`
      --address --root --applications --appconfigfile --appconfigdir --backlog --minThreads --cert --pkfile --pkpwd
      --p12file --protocols --pidfile
    `),
    operands: ['other'],
    source: 'https://www.mono-project.com/docs/web/aspnet/#aspnet-hosting-with-xsp',
  },
  {
    names: ['mojo'],
    subcommands: ['daemon', 'prefork'],
    addresses: ['-l', '--listen'],
    others: words(`
      -b --backlog -c --clients -i --inactivity-timeout -k --keep-alive-timeout -m --mode -r --requests --home -a
      --accepts -G --graceful-timeout -H --heartbeat-timeout -I --heartbeat-interval -P --pid-file -s --spare -w
      --workers
    `),
    operands: ['other'],
    defaultPort: 3000,
    source: 'https://docs.mojolicious.org/Mojolicious/Command/daemon',
  },
  {
    names: ['morbo'],
    addresses: ['-l', '--listen'],
    others: words('-b --backend -m --mode -w --watch'),
    operands: ['other'],
    defaultPort: 3000,
    source: 'https://docs.mojolicious.org/Mojo/Server/Morbo',
  },
  {
    names: ['php', 'php-cli'],
    requires: ['-S', '--server'],
    addresses: ['-S', '--server'],
    others: words('-c --php-ini -d --define -t --docroot -z --zend-extension'),
    operands: ['other'],
    source: 'https://www.php.net/manual/en/features.commandline.webserver.php',
  },
  {
    names: ['php-cgi'],
    addresses: words('-b --bindpath'),
    others: words('-c --php-ini -d --define -T --timing -z --zend-extension -f'),
    operands: ['other'],
    source: 'https://github.com/php/php-src/blob/master/sapi/cgi/cgi_main.c',
  },
  {
    names: ['php-fpm', 'php5-fpm', 'php7-fpm'],
    settings: { flags: ['-d', '--define'], addresses: ['listen'] },
    others: words('-c --php-ini -g --pid -p --prefix -y --fpm-config'),
    operands: ['other'],
    defaultPort: 9000,
    source: 'https://www.php.net/manual/en/install.fpm.configuration.php',
  },
  {
    names: ['plackup'],
    ports: ['-p', '--port'],
    addresses: ['-l', '--listen'],
    others: words(`
      -o --host -s --server -E --env -a --app -e --eval -I -M -L --loader -S --socket --workers --max-workers
      --max-requests --max-reqs-per-child --min-reqs-per-child --timeout --keepalive-timeout --backlog --access-log
      --pid --user --group --max-keepalive-reqs
    `),
    operands: ['other'],
    defaultPort: 5000,
    source: 'https://github.com/plack/Plack/blob/master/script/plackup',
  },
  {
    names: ['rr'],
    subcommands: ['serve'],
    settings: {
      flags: ['-o'],
      addresses: words('http.address rpc.listen metrics.address status.address grpc.listen'),
    },
    others: words('-c -w --dotenv'),
    operands: ['other'],
    source: 'https://docs.roadrunner.dev/docs/general/cli',
  },
  {
    names: ['rserver'],
    ports: words('--www-port'),
    others: words(`
      --www-address --server-daemonize --server-user --rsession-which-r --auth-none --server-working-dir
      --www-root-path --server-data-dir --www-thread-pool-size
    `),
    operands: ['other'],
    defaultPort: 8787,
    source: 'https://docs.posit.co/ide/server-pro/reference/rserver_conf.html',
  },
  {
    names: ['spark'],
    subcommands: ['serve'],
    ports: ['--port'],
    others: words('--host --php'),
    operands: ['other'],
    defaultPort: 8080,
    source: 'https://codeigniter.com/user_guide/installation/running.html',
  },
  {
    names: ['spawn-fcgi'],
    ports: ['-p'],
    others: words('-f -d -a -b -s -M -C -F -P -c -u -g -U -G'),
    operands: ['other'],
    source: 'https://github.com/lighttpd/spawn-fcgi/blob/master/spawn-fcgi.1',
  },
  {
    names: ['starman'],
    ports: ['-p', '--port'],
    addresses: ['-l', '--listen'],
    others: words(`
      -o --host -S --socket --workers --backlog --max-requests --user --group --pid --error-log -I -E --env --timeout
      --keepalive-timeout --read-timeout --ssl-key --ssl-cert -a --app -M --chroot --interval --run-timeout
    `),
    operands: ['other'],
    defaultPort: 5000,
    source: 'https://github.com/miyagawa/Starman/blob/master/script/starman',
  },
  {
    names: ['symfony'],
    subcommands: ['local:server:start', 'serve', 'server:start'],
    ports: ['--port'],
    others: words('--dir --document-root --passthru --p12 --listen-ip'),
    operands: ['other'],
    defaultPort: 8000,
    source: 'https://symfony.com/doc/current/setup/symfony_cli.html',
  },
  {
    names: ['think'],
    subcommands: ['run'],
    ports: ['-p', '--port'],
    others: words('-H --host -r --root'),
    operands: ['other'],
    defaultPort: 8000,
    source: 'https://github.com/top-think/framework/blob/8.0/src/think/console/command/RunServer.php',
  },
  {
    names: ['twiggy'],
    ports: ['-p', '--port'],
    addresses: ['-l', '--listen'],
    others: words('-o --host -a --app -I -E'),
    operands: ['other'],
    defaultPort: 5000,
    source: 'https://github.com/miyagawa/Twiggy',
  },
  {
    names: ['wp', 'wp-cli.phar'],
    subcommands: ['server'],
    ports: ['--port'],
    others: words('--host --docroot --config --path'),
    operands: ['other'],
    defaultPort: 8080,
    source: 'https://developer.wordpress.org/cli/commands/server/',
  },
  {
    names: ['yii'],
    subcommands: ['serve', 'serve/index'],
    ports: ['-p', '--port'],
    others: words('-t --docroot -r --router'),
    operands: ['listen'],
    defaultPort: 8080,
    source: 'https://github.com/yiisoft/yii2/blob/master/framework/console/controllers/ServeController.php',
  },
];
