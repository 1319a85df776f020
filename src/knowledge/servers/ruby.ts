import type { Program } from '../program.ts';
import { words } from '../words.ts';

/** Rack servers and other programs of the Ruby world. */
export const rubyServers: readonly Program[] = [
  {
    names: ['dashing', 'smashing'],
    subcommands: ['start'],
    ports: ['-p', '--port'],
    others: words('-a --address -e --environment -d= --job_path -s --servers -P --pid -l --log'),
    operands: ['other'],
    defaultPort: 3030,
    source: 'https://github.com/Smashing/smashing/wiki',
  },
  {
    names: ['fake_sns'],
    ports: ['-p', '--port'],
    others: words('-o --bind -s --server --database --log --pid'),
    operands: ['other'],
    defaultPort: 9292,
    source: 'https://github.com/yourkarma/fake_sns/blob/master/bin/fake_sns',
  },
  {
    names: ['fake_sqs'],
    ports: ['-p', '--port'],
    others: words('-o --bind -s --server --database --log -P --pid --host'),
    defaultPort: 4568,
    operands: ['other'],
    source: 'https://github.com/iain/fake_sqs/blob/master/bin/fake_sqs',
  },
  {
    names: ['fakes3'],
    ports: ['-p', '--port'],
    others: words('-r --root -a --address -h -H --hostname -l --limit --sslcert --sslkey --license'),
    operands: ['other'],
    source: 'https://github.com/jubos/fake-s3/blob/master/lib/fakes3/cli.rb',
  },
  {
    names: ['falcon'],
    subcommands: ['serve'],
    ports: ['-p', '--port'],
    addresses: ['-b', '--bind'],
    others: words('-h --hostname -t --timeout -c --config --preload -n --count --forks --threads'),
    operands: ['other'],
    defaultPort: 9292,
    source: 'https://github.com/socketry/falcon/blob/main/lib/falcon/command/serve.rb',
  },
  {
    names: ['foreman'],
    subcommands: ['start'],
    ports: ['-p', '--port'],
    others: words('-f --procfile -m --formation -c --concurrency -e --env -d --root -t --timeout --color='),
    operands: ['other'],
    defaultPort: 5000,
    source: 'https://ddollar.github.io/foreman/',
  },
  {
    names: ['gem'],
    subcommands: ['server'],
    ports: ['-p', '--port'],
    others: words('-b --bind -d --dir -l= --launch='),
    operands: ['other'],
    defaultPort: 8808,
    source: 'https://github.com/rubygems/guides/blob/gh-pages/command-reference.md',
  },
  {
    names: ['gollum'],
    ports: ['-p', '--port'],
    others: words(`
      -h --host -b --base-path -c --config -r --ref --adapter --page-file-dir --static= --h1-title= --allow-uploads=
      --css= --js= --user-icons --mathjax-config --template-dir --irb=
    `),
    operands: ['other'],
    defaultPort: 4567,
    source: 'https://github.com/gollum/gollum/blob/master/bin/gollum',
  },
  {
    names: ['hanami'],
    subcommands: ['dev', 's', 'server'],
    ports: ['-p', '--port'],
    others: words('--host --debug= --warn= --config --code-reloading='),
    operands: ['other'],
    defaultPort: 2300,
    source: 'https://guides.hanamirb.org/cli-commands/server/',
  },
  {
    names: ['iodine'],
    ports: words('-p -port'),
    others: words(`
      -b -address -t -threads -w -workers -www -maxbd -maxhead -maxhd -maxms -tout -ping -keep -tls -logger
    `),
    operands: ['other'],
    defaultPort: 3000,
    source: 'https://github.com/boazsegev/iodine#running-the-web-server',
  },
  {
    names: ['jekyll'],
    subcommands: ['s', 'serve', 'server'],
    ports: words('-P --port --livereload-port'),
    others: words(`
      -H --host -s --source -d --destination -c --config -b --baseurl -p --plugins --layouts --limit_posts --ssl-cert
      --ssl-key --livereload-ignore --livereload-min-delay --livereload-max-delay
    `),
    operands: ['other'],
    defaultPort: 4000,
    source: 'https://jekyllrb.com/docs/configuration/options/#serve-command-options',
  },
  {
    names: ['mailcatcher'],
    ports: words('--smtp-port --http-port'),
    others: words('--ip --smtp-ip --http-ip --http-path --messages-limit'),
    operands: ['other'],
    defaultPort: 1080,
    source: 'https://github.com/sj26/mailcatcher/blob/main/lib/mail_catcher.rb',
  },
  {
    names: ['middleman'],
    subcommands: ['s', 'server'],
    ports: ['-p', '--port'],
    others: words('-e --environment -b --bind-address -l= --latency --server-name --ssl-certificate --ssl-private-key'),
    operands: ['other'],
    defaultPort: 4567,
    source: 'https://middlemanapp.com/basics/development-cycle/',
  },
  {
    names: ['nanoc'],
    subcommands: ['live', 'view'],
    ports: ['-p', '--port'],
    others: words('-H --handler -o --host'),
    operands: ['other'],
    defaultPort: 3000,
    source: 'https://nanoc.app/doc/reference/commands/',
  },
  {
    names: ['passenger', 'passenger-enterprise'],
    subcommands: ['start'],
    ports: words('-p --port --ssl-port'),
    others: words(`
      -a --address -S --socket -e --environment --envvar -R --rackup --app-type --startup-file --max-pool-size
      --min-instances --max-requests --pool-idle-time --max-preloader-idle-time --start-timeout --pid-file --log-file
      --log-level --engine --nginx-version --nginx-config-template --static-files-dir --user --memory-limit
      --thread-count --concurrency-model --ruby --nodejs --python --max-request-queue-size
      --core-file-descriptor-ulimit
    `),
    operands: ['other'],
    defaultPort: 3000,
    source: 'https://www.phusionpassenger.com/library/config/standalone/reference/',
  },
  {
    names: ['puma'],
    ports: ['-p', '--port'],
    addresses: words('-b --bind --control --control-url'),
    others: words(`
      -C --config --control-token --dir -e --environment -f= --fork-worker= -I --include --pidfile
      --persistent-timeout -r --require -S --state --redirect-stdout --redirect-stderr -t --threads --tag -w --workers
    `),
    operands: ['other'],
    defaultPort: 9292,
    source: 'https://github.com/puma/puma/blob/main/lib/puma/cli.rb',
  },
  {
    names: ['rackup'],
    ports: ['-p', '--port'],
    settings: { flags: ['-O', '--option'], ports: ['Port'] },
    others: words('-o --host -s --server -E --env -P --pid -r --require -I --include -b --builder -e --eval'),
    operands: ['other'],
    defaultPort: 9292,
    source: 'https://github.com/rack/rackup/blob/main/lib/rackup/server.rb',
  },
  {
    names: ['rails'],
    subcommands: ['s', 'server'],
    ports: ['-p', '--port'],
    others: words('-b --binding -c --config -e --environment -u --using -P --pid'),
    operands: ['other'],
    defaultPort: 3000,
    source: 'https://guides.rubyonrails.org/command_line.html#bin-rails-server',
  },
  {
    names: ['resque-web'],
    ports: ['-p', '--port'],
    peers: ['-r', '--redis'],
    others: words('-o --host -e --environment -s --server -N --namespace --app-dir --pid-file --log-file'),
    operands: ['other'],
    defaultPort: 5678,
    source: 'https://github.com/quirkey/vegas/blob/master/lib/vegas/runner.rb',
  },
  {
    names: ['shotgun'],
    ports: ['-p', '--port'],
    others: words('-o --host -s --server -E --env -e --eval -I --include -r --require -u --url -P --public'),
    operands: ['other'],
    defaultPort: 9393,
    source: 'https://github.com/rtomayko/shotgun/blob/master/bin/shotgun',
  },
  {
    names: ['thin'],
    ports: ['-p', '--port'],
    others: words(`
      -a --address -S --socket -y= -A --adapter -R --rackup -c --chdir --stats -e --environment -l --log -P --pid -u
      --user -g --group --tag -C --config -s --servers -o --only -r --require -t --timeout --max-conns
      --max-persistent-conns --threadpool-size --wait --prefix --ssl-key-file --ssl-cert-file
    `),
    operands: ['other'],
    defaultPort: 3000,
    source: 'https://github.com/macournoyer/thin/blob/master/lib/thin/runner.rb',
  },
  {
    names: ['unicorn', 'unicorn_rails'],
    ports: ['-p', '--port'],
    addresses: ['-l', '--listen'],
    others: words(`
      -o --host -c --config-file -e --eval -E --env -I --include -r --require -P= --path= -s --server -N=
    `),
    operands: ['other'],
    defaultPort: 8080,
    source: 'https://yhbt.net/unicorn/unicorn_1.html',
  },
  {
    names: ['yard'],
    subcommands: ['server'],
    ports: ['-p', '--port'],
    others: words('-s --server --docroot -t --template -B= --bind -e --load --plugin'),
    operands: ['other'],
    defaultPort: 8808,
    source: 'https://www.rubydoc.info/gems/yard/YARD/CLI/Server',
  },
];
