import { words } from '../words.ts';
import type { Wrapper } from '../wrapper.ts';

const NODE_INSPECT = words('--inspect= --inspect-brk= --inspect-wait=');

/** Package managers, runtimes, process managers, tracers and reloaders that start a program. */
export const languageWrappers: readonly Wrapper[] = [
  {
    names: ['air'],
    others: ['-c'],
    operands: ['other'],
    separator: 'arguments',
    source: 'https://github.com/air-verse/air#usage',
  },
  {
    names: ['c8', 'nyc'],
    others: words(
      '-r --reporter --report-dir -t --temp-dir -n --include -x --exclude --cwd -e --extension --require -i',
    ),
    operands: ['command'],
    source: 'https://github.com/istanbuljs/nyc',
  },
  {
    names: ['clj', 'clojure'],
    others: words('-Sdeps -J -A -X -T -e --eval -i --init'),
    moduleFlags: words('-m --main'),
    operands: ['command'],
    source: 'https://clojure.org/reference/clojure_cli',
  },
  {
    names: ['coverage', 'coverage3'],
    subcommands: ['run'],
    others: words('--concurrency --context --data-file --include --omit --rcfile --source'),
    moduleFlags: ['-m', '--module'],
    operands: ['command'],
    source: 'https://coverage.readthedocs.io/en/latest/cmd.html#execution-coverage-run',
  },
  {
    names: ['cross-env', 'cross-env-shell'],
    assignments: true,
    operands: ['command'],
    source: 'https://github.com/kentcdodds/cross-env#usage',
  },
  {
    names: ['ddtrace-run'],
    operands: ['command'],
    source: 'https://ddtrace.readthedocs.io/en/stable/installation_quickstart.html',
  },
  {
    names: ['debugpy', 'ptvsd'],
    ports: ['--port'],
    addresses: ['--listen'],
    peers: ['--connect'],
    others: words('--host --log-to --adapter-access-token --pid'),
    moduleFlags: ['-m'],
    operands: ['command'],
    source: 'https://github.com/microsoft/debugpy#debugpy-cli-usage',
  },
  {
    names: ['dotenv', 'env-cmd'],
    others: words('-f --file -e --environments -q --quote'),
    operands: ['command'],
    source: 'https://github.com/toddbluhm/env-cmd#-cli-usage',
  },
  {
    names: ['dotenv'],
    subcommands: ['run'],
    operands: ['command'],
    source: 'https://github.com/theskumar/python-dotenv#command-line-interface',
  },
  {
    names: ['elastic-apm-run', 'opentelemetry-instrument'],
    others: words(`
      --traces_exporter --metrics_exporter --logs_exporter --service_name --exporter_otlp_protocol --log_level
      --propagators --id_generator --traces_sampler --traces_sampler_arg --resource_attributes
      --python_disabled_instrumentations --exporter_otlp_headers --exporter_otlp_timeout --exporter_otlp_certificate
      --bsp_schedule_delay --bsp_export_timeout --bsp_max_queue_size --bsp_max_export_batch_size
      --metric_export_interval --metric_export_timeout
    `),
    peers: ['--exporter_otlp_endpoint'],
    operands: ['command'],
    source: 'https://opentelemetry.io/docs/zero-code/python/',
  },
  {
    names: ['forever'],
    others: words(`
      -m --max -l --logFile -o --outFile -e --errFile -p --path -c --command --uid --pidFile --sourceDir --workingDir
      --minUptime --spinSleepTime --watchDirectory --watchIgnore --killSignal --killTree --fifo
    `),
    operands: ['command'],
    source: 'https://github.com/foreversd/forever#command-line-usage',
  },
  {
    names: ['forever'],
    subcommands: ['start'],
    others: words(
      '-m --max -l --logFile -o --outFile -e --errFile -p --path -c --command --uid --pidFile --sourceDir --workingDir --minUptime --spinSleepTime',
    ),
    operands: ['command'],
    source: 'https://github.com/foreversd/forever#command-line-usage',
  },
  {
    names: ['heroku'],
    subcommands: ['local:run'],
    others: words('-e --env -p --port'),
    operands: ['command'],
    source: 'https://devcenter.heroku.com/articles/heroku-cli-commands',
  },
  {
    names: ['honcho', 'foreman'],
    subcommands: ['run'],
    others: words('-e --env -d --app-root -f --procfile'),
    operands: ['command'],
    source: 'https://ddollar.github.io/foreman/',
  },
  {
    names: ['java', 'javaw'],
    others: words(`
      -cp -classpath --class-path -p --module-path --upgrade-module-path --add-modules --add-exports --add-opens
      --add-reads --patch-module --limit-modules -d --describe-module --source
    `),
    operands: ['command'],
    source: 'https://docs.oracle.com/en/java/javase/21/docs/specs/man/java.html',
  },
  {
    names: ['kernprof'],
    others: words('-o --outfile -s --setup -u --unit -p --prof-mod'),
    moduleFlags: ['-m'],
    operands: ['command'],
    source: 'https://github.com/pyutils/line_profiler',
  },
  {
    names: ['mono', 'mono-sgen', 'mono-boehm'],
    others: words('--config'),
    operands: ['command'],
    source: 'https://www.mono-project.com/docs/about-mono/runtime/',
  },
  {
    names: ['newrelic-admin'],
    subcommands: ['run-program'],
    operands: ['command'],
    source:
      'https://docs.newrelic.com/docs/apm/agents/python-agent/installation/python-agent-admin-script-advanced-usage/',
  },
  {
    names: ['nodemon'],
    addresses: NODE_INSPECT,
    others: words('--config -w --watch -i --ignore -e --ext --delay -d -s --signal --cwd -r --require --watched'),
    moduleFlags: words('-x --exec'),
    operands: ['command'],
    source: 'https://github.com/remy/nodemon/blob/main/doc/cli/options.txt',
  },
  {
    names: ['pm2', 'pm2-dev', 'pm2-docker', 'pm2-runtime'],
    ports: ['--web'],
    others: words(`
      -n --name -i --instances -l --log -o --output -e --error -p --pid -k --kill-timeout --listen-timeout
      --max-memory-restart --restart-delay --exp-backoff-restart-delay -x --interpreter --interpreter-args --node-args
      --env --only --cron --ignore-watch --cwd --log-date-format --delay --secret --public --machine-name
      --format= --user -u --uid --gid --namespace --max-restarts --min-uptime
    `),
    operands: ['command'],
    separator: 'arguments',
    source: 'https://pm2.keymetrics.io/docs/usage/docker-pm2-nodejs/',
  },
  {
    names: ['pm2', 'pm2-docker', 'pm2-runtime'],
    subcommands: ['restart', 'start', 'startOrReload', 'startOrRestart'],
    ports: ['--web'],
    others: words(`
      -n --name -i --instances -l --log -o --output -e --error -p --pid -k --kill-timeout --listen-timeout
      --max-memory-restart --restart-delay --exp-backoff-restart-delay -x --interpreter --interpreter-args --node-args
      --env --only --cron --ignore-watch --cwd --log-date-format --delay --user -u --uid --gid --namespace
      --max-restarts --min-uptime
    `),
    operands: ['command'],
    separator: 'arguments',
    source: 'https://pm2.keymetrics.io/docs/usage/process-management/',
  },
  {
    names: ['py-spy'],
    subcommands: ['record', 'top'],
    others: words('-p --pid -o --output -f --format -d --duration -r --rate'),
    operands: ['other'],
    separator: 'command',
    source: 'https://github.com/benfred/py-spy#usage',
  },
  {
    names: ['reflex'],
    others: words(
      '-r --regex -R --inverse-regex -g --glob -G --inverse-glob -c --config -d --decoration --shutdown-timeout -t',
    ),
    operands: ['command'],
    source: 'https://github.com/cespare/reflex#usage',
  },
  {
    names: ['watchexec'],
    others: words(
      '-e --exts -w --watch -i --ignore -f --filter -d --debounce -s --signal --stop-signal --stop-timeout -o --on-busy-update --shell --workdir -E --env --delay-run',
    ),
    operands: ['command'],
    source: 'https://github.com/watchexec/watchexec/blob/main/doc/watchexec.1.md',
  },
  {
    names: ['watchmedo'],
    subcommands: ['auto-restart'],
    others: words(
      '-d --directory -p --pattern --patterns -i --ignore-pattern --ignore-patterns --signal --kill-after --debounce-interval',
    ),
    operands: ['command'],
    source: 'https://github.com/gorakhargosh/watchdog#shell-utilities',
  },
];
