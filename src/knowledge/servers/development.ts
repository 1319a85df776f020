import type { Program } from '../program.ts';
import { words } from '../words.ts';

/** Code hosting, documentation, site generators, mocks, emulators and model servers. */
export const developmentServers: readonly Program[] = [
  {
    names: ['cayley'],
    subcommands: ['http'],
    addresses: words('-host --host'),
    ports: words('-port --port'),
    others: words(`
      -config --config -c -db --db -dbpath --dbpath --assets -assets --timeout -timeout --init= -i --load --batch
    `),
    operands: ['other'],
    defaultPort: 64210,
    source: 'https://github.com/cayleygraph/cayley/blob/master/docs/getting-started.md',
  },
  {
    names: ['epmd'],
    ports: ['-port'],
    others: words('-address -packet_timeout -delay_accept -delay_write -names='),
    operands: ['other'],
    defaultPort: 4369,
    source: 'https://www.erlang.org/doc/apps/erts/epmd_cmd.html',
  },
  {
    names: ['fossil'],
    subcommands: ['server', 'ui'],
    addresses: words('-P --port'),
    others: words(`
      --baseurl --extroot --files --fossilcmd --jsmode --mainmenu --max-latency --notfound --scgi= --skin --th-trace=
      --from --extpage --cert --pkey
    `),
    operands: ['other'],
    defaultPort: 8080,
    source: 'https://fossil-scm.org/home/help/server',
  },
  {
    names: ['gcloud'],
    addresses: words('--host-port --rest-port'),
    others: words(`
      --data-dir --project --verbosity --consistency --format --configuration --account --import-data --database-mode
    `),
    operands: ['other'],
    source: 'https://cloud.google.com/sdk/gcloud/reference/beta/emulators/pubsub/start',
  },
  {
    names: ['gfServer'],
    subcommands: ['start'],
    others: words(`
      -tileSize= -stepSize= -minMatch= -maxGap= -repMatch= -maxTransHits= -maxDnaHits= -maxNtSize= -maxAaSize= -log=
      -timeout=
    `),
    operands: ['other', 'port', 'other'],
    source: 'https://genome.ucsc.edu/goldenPath/help/blatSpec.html',
  },
  {
    names: ['git'],
    subcommands: ['daemon'],
    ports: ['--port'],
    others: words(`
      --base-path= --interpolated-path= --listen= --timeout= --init-timeout= --max-connections= --user= --group=
      --pid-file= --access-hook= --enable= --disable= --log-destination=
    `),
    operands: ['other'],
    defaultPort: 9418,
    source: 'https://git-scm.com/docs/git-daemon',
  },
  {
    names: ['gitea', 'forgejo', 'gogs'],
    subcommands: ['web'],
    ports: words('-p --port --install-port'),
    others: words('-c --config -C --custom-path -P --pid -w --work-path'),
    operands: ['other'],
    defaultPort: 3000,
    source: 'https://docs.gitea.com/administration/command-line#web',
  },
  {
    names: ['goproxy'],
    addresses: words('-listen --listen'),
    peers: words('-proxy --proxy'),
    others: words('-cacheDir --cacheDir -exclude -cacheExpire'),
    operands: ['other'],
    defaultPort: 8081,
    source: 'https://github.com/goproxyio/goproxy#readme',
  },
  {
    names: ['graphql-engine'],
    ports: ['--server-port'],
    peers: words('--database-url --metadata-database-url --auth-hook'),
    others: words(`
      --server-host --host --port -u --user -p --password -d --dbname --retries -s --stripes -c --connections
      --timeout --admin-secret --jwt-secret --unauthorized-role --cors-domain --tx-iso --stringify-numeric-types=
      --enabled-apis --events-http-pool-size
    `),
    operands: ['other'],
    defaultPort: 8080,
    source: 'https://hasura.io/docs/2.0/deployment/graphql-engine-flags/reference/',
  },
  {
    names: ['helm'],
    subcommands: ['serve'],
    addresses: ['--address'],
    peers: words('--url --host'),
    others: words('--repo-path --home --kube-context --kubeconfig'),
    operands: ['other'],
    defaultPort: 8879,
    source: 'https://v2.helm.sh/docs/helm/#helm-serve',
  },
  {
    names: ['hg'],
    subcommands: ['serve'],
    ports: words('-p --port'),
    others: words(`
      -A --accesslog -a --address -E --errorlog -n --name --prefix --web-conf --pid-file --style -t --templates
      --certificate -R --repository --cwd --config --encoding
    `),
    operands: ['other'],
    defaultPort: 8000,
    source: 'https://www.mercurial-scm.org/help/commands/serve',
  },
  {
    names: ['hoverfly'],
    ports: words('-ap -pp'),
    peers: words('-upstream-proxy'),
    others: words(`
      -listen-on-host -db -db-path -import -cert -key -middleware -username -password -destination -dest -journal-size
      -cache-size -log-level -logs-size -response-body-files-path -add -spy=
    `),
    operands: ['other'],
    defaultPort: 8888,
    source: 'https://docs.hoverfly.io/en/latest/pages/reference/hoverfly/hoverflycommands.html',
  },
  {
    names: ['http-echo'],
    addresses: words('-listen --listen'),
    others: words('-text --text -status-code --status-code'),
    operands: ['other'],
    defaultPort: 5678,
    source: 'https://github.com/hashicorp/http-echo#readme',
  },
  {
    names: ['imaginary'],
    ports: words('-p -port --port'),
    others: words(`
      -a -addr -path-prefix -concurrency -burst -http-cache-ttl -http-read-timeout -http-write-timeout -mount -cpus
      -mrelease -key -allowed-origins -max-allowed-size -max-allowed-resolution -certfile -keyfile -placeholder
      -placeholder-status -url-signature-key -forward-headers -log-level
    `),
    operands: ['other'],
    defaultPort: 8088,
    source: 'https://github.com/h2non/imaginary#command-line-usage',
  },
  {
    names: ['linx-server'],
    addresses: words('-bind --bind'),
    peers: words('-siteurl -s3-endpoint -selifpath='),
    others: words(`
      -filespath -metapath -maxsize -maxexpiry -config -sitename -certfile -keyfile -remoteuploads= -authfile
      -remoteauthfile -contentsecuritypolicy -custompagespath
    `),
    operands: ['other'],
    defaultPort: 8080,
    source: 'https://github.com/andreimarcu/linx-server#options',
  },
  {
    names: ['llama-server', 'llama.cpp-server'],
    ports: ['--port'],
    others: words(`
      --host -m --model -c --ctx-size -n --predict --n-predict -t --threads -tb --threads-batch -b --batch-size -ub
      --ubatch-size -ngl --gpu-layers --n-gpu-layers -np --parallel -to --timeout --api-key --path -s --seed -a
      --alias --threads-http --slot-save-path --chat-template --rope-freq-base --rope-scale -mg -sm -ts -hf -hff
      --lora --mmproj
    `),
    operands: ['other'],
    defaultPort: 8080,
    source: 'https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md',
  },
  {
    names: ['svnserve'],
    ports: ['--listen-port'],
    others: words(`
      -r --root --listen-host --config-file --pid-file --log-file --tunnel-user -M --memory-cache-size -c
      --compression --min-threads --max-threads --max-request-size --max-response-size --virtual-host=
    `),
    operands: ['other'],
    defaultPort: 3690,
    source: 'https://svnbook.red-bean.com/en/1.8/svn.ref.svnserve.html',
  },
  {
    names: ['tensorflow_model_server'],
    ports: words('--port --rest_api_port'),
    others: words(`
      --model_name --model_base_path --model_config_file --model_config_file_poll_wait_seconds --rest_api_num_threads
      --rest_api_timeout_in_ms --file_system_poll_wait_seconds --tensorflow_session_parallelism
      --tensorflow_intra_op_parallelism --tensorflow_inter_op_parallelism --num_load_threads --num_unload_threads
      --max_num_load_retries --load_retry_interval_micros --per_process_gpu_memory_fraction --grpc_max_threads
      --grpc_channel_arguments --grpc_socket_path --batching_parameters_file --monitoring_config_file
      --ssl_config_file
    `),
    operands: ['other'],
    defaultPort: 8500,
    source: 'https://github.com/tensorflow/serving/blob/master/tensorflow_serving/model_servers/main.cc',
  },
  {
    names: ['text-embeddings-router', 'text-generation-launcher', 'text-generation-router'],
    ports: words('-p --port --master-port --prometheus-port'),
    others: words(`
      --hostname --model-id --revision --num-shard --quantize --max-concurrent-requests --max-best-of
      --max-input-length --max-input-tokens --max-total-tokens --max-batch-tokens --max-batch-prefill-tokens
      --max-batch-total-tokens --max-client-batch-size --max-waiting-tokens --max-batch-requests
      --tokenization-workers --dtype --pooling --uds-path --huggingface-hub-cache --payload-limit --api-key
      --shard-uds-path --master-addr --cuda-memory-fraction --otlp-service-name --waiting-served-ratio
    `),
    peers: ['--otlp-endpoint'],
    operands: ['other'],
    defaultPort: 3000,
    source: 'https://huggingface.co/docs/text-generation-inference/reference/launcher',
  },
  {
    names: ['transfer.sh', 'transfersh'],
    addresses: words('--listener --tls-listener --profile-listener'),
    peers: words('--proxy-path= --clamav-host --s3-endpoint'),
    others: words(`
      --provider --basedir --temp-path --web-path --lets-encrypt-hosts --log --aws-access-key --aws-secret-key
      --bucket --s3-region --rate-limit --max-upload-size --purge-days --purge-interval --random-token-length
      --http-auth-user --http-auth-pass --ip-whitelist --ip-blacklist --ga-key --email-contact
    `),
    operands: ['other'],
    defaultPort: 8080,
    source: 'https://github.com/dutchcoders/transfer.sh#parameters',
  },
  {
    names: ['tritonserver', 'trtserver'],
    ports: words('--http-port --grpc-port --metrics-port --sagemaker-port --vertex-ai-port'),
    others: words(`
      --model-repository --model-store --http-address --grpc-address --metrics-address --http-thread-count
      --log-verbose --strict-model-config= --model-control-mode --load-model --repository-poll-secs
      --exit-timeout-secs --pinned-memory-pool-byte-size --cuda-memory-pool-byte-size --backend-directory
      --backend-config --id --min-supported-compute-capability --rate-limit --grpc-infer-allocation-pool-size
      --buffer-manager-thread-count --response-cache-byte-size --cache-config --trace-config --metrics-interval-ms
      --grpc-keepalive-time
    `),
    operands: ['other'],
    defaultPort: 8000,
    source: 'https://github.com/triton-inference-server/server/blob/main/src/command_line_parser.cc',
  },
  {
    names: ['tusd'],
    ports: words('-port --port'),
    peers: words('-hooks-http -s3-endpoint'),
    others: words(`
      -host --host -dir -upload-dir -base-path -max-size -timeout -read-timeout -unix-sock -hooks-dir
      -hooks-http-retry -hooks-http-backoff -hooks-http-timeout -s3-bucket -s3-part-size -gcs-bucket
      -progress-hooks-interval -metrics-path -network-timeout -shutdown-timeout
    `),
    operands: ['other'],
    defaultPort: 8080,
    source: 'https://tus.github.io/tusd/getting-started/usage/',
  },
  {
    names: ['vcsim'],
    addresses: words('-l -httptest.serve'),
    others: words(`
      -app -cluster -dc -ds -folder -host -vm -pod -pool -nest= -pg -standalone-host -username -password -load -E
      -api-version -delay -delay-jitter
    `),
    operands: ['other'],
    defaultPort: 8989,
    source: 'https://github.com/vmware/govmomi/blob/main/vcsim/README.md',
  },
  {
    names: ['webhook'],
    ports: words('-port --port'),
    others: words(`
      -hooks --hooks -ip --ip -urlprefix --urlprefix -cert --cert -key --key -header -logfile -pidfile
      -max-multipart-mem -http-methods -setuid -setgid -tls-min-version -cipher-suites -x-request-id-limit -socket
    `),
    operands: ['other'],
    defaultPort: 9000,
    source: 'https://github.com/adnanh/webhook/blob/master/docs/Webhook-Parameters.md',
  },
];
