import type { Program } from '../program.ts';
import { words } from '../words.ts';

/** Servers of documents, pages and small applications. */
export const documentationServers: readonly Program[] = [
  {
    names: ['godoc', 'pkgsite'],
    addresses: words('-http --http'),
    others: words(`
      -goroot --goroot -index_files -index_interval -index_throttle -links= -maxresults -notes -play= -timestamps=
      -templates -zip -url -analysis
    `),
    operands: ['other'],
    defaultPort: 6060,
    source: 'https://pkg.go.dev/golang.org/x/tools/cmd/godoc',
  },
  {
    names: ['gotenberg'],
    ports: ['--api-port'],
    others: words(`
      --api-timeout --api-root-path --api-start-timeout --chromium-max-queue-size --chromium-restart-after
      --libreoffice-restart-after --libreoffice-max-queue-size --log-level --log-format
      --gotenberg-graceful-shutdown-duration --pdfengines-engines --webhook-client-timeout --webhook-max-retry
    `),
    operands: ['other'],
    defaultPort: 3000,
    source: 'https://gotenberg.dev/docs/configuration',
  },
  {
    names: ['grip'],
    others: words('--user --pass --title --context --wide= --export='),
    operands: ['listen'],
    defaultPort: 6419,
    source: 'https://github.com/joeyespo/grip#usage',
  },
  {
    names: ['hugo'],
    subcommands: ['serve', 'server'],
    ports: words('-p --port --liveReloadPort'),
    peers: words('-b --baseURL --baseUrl -baseUrl'),
    others: words(`
      --bind --appendPort= --config --configDir -c --contentDir -d --destination -e --environment -l --layoutDir -s
      --source -t --theme --themesDir --cacheDir --logLevel --poll --memstats --meminterval --tlsCertFile --tlsKeyFile
    `),
    operands: ['other'],
    defaultPort: 1313,
    source: 'https://gohugo.io/commands/hugo_server/',
  },
  {
    names: ['mdbook'],
    subcommands: ['serve', 'watch'],
    ports: words('-p --port'),
    others: words('-d --dest-dir -n --hostname --watcher'),
    operands: ['other'],
    defaultPort: 3000,
    source: 'https://rust-lang.github.io/mdBook/cli/serve.html',
  },
  {
    names: ['pocketbase'],
    subcommands: ['serve'],
    addresses: words('--http --https'),
    others: words('--dir --encryptionEnv --queryTimeout --origins --hooksDir --hooksPool --migrationsDir --publicDir'),
    operands: ['other'],
    defaultPort: 8090,
    source: 'https://pocketbase.io/docs/going-to-production/',
  },
  {
    names: ['present'],
    addresses: words('-http --http'),
    others: words('-base --base -orighost --orighost -content --content -notes= -play= -use_playground='),
    operands: ['other'],
    defaultPort: 3999,
    source: 'https://pkg.go.dev/golang.org/x/tools/cmd/present',
  },
  {
    names: ['revel'],
    subcommands: ['run'],
    ports: words('-p --port'),
    others: words('-a --application-path -m --run-mode -n='),
    operands: ['other', 'other', 'port'],
    defaultPort: 9000,
    source: 'https://revel.github.io/manual/tool.html',
  },
  {
    names: ['zola'],
    subcommands: ['serve'],
    ports: words('-p --port'),
    peers: words('-u --base-url'),
    others: words('-i --interface -o --output-dir -r --root -c --config --store-html='),
    operands: ['other'],
    defaultPort: 1111,
    source: 'https://www.getzola.org/documentation/getting-started/cli-usage/#serve',
  },
];
