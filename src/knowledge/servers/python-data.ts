import type { Program } from '../program.ts';
import { words } from '../words.ts';

const DAGSTER = 'https://docs.dagster.io/api/clis/cli';
const JUPYTER_OTHERS = words(`
  --ip --port-retries --notebook-dir --config --transport --keyfile --certfile --client-ca --gateway-url --autoreload=
  --NotebookApp.ip --ServerApp.ip --NotebookApp.token --ServerApp.token --NotebookApp.password --ServerApp.password
  --NotebookApp.port_retries --ServerApp.port_retries --NotebookApp.base_url --ServerApp.base_url --profile --IdentityProvider.token
  --NotebookApp.iopub_data_rate_limit --ServerApp.iopub_data_rate_limit --NotebookApp.notebook_dir --ServerApp.root_dir
  --NotebookApp.allow_origin --ServerApp.allow_origin --MappingKernelManager.cull_idle_timeout
  --MappingKernelManager.cull_interval
`);

/** Notebooks, dashboards, pipelines and models served by Python programs. */
export const pythonDataServers: readonly Program[] = [
  {
    names: ['airflow'],
    subcommands: ['api-server', 'webserver'],
    ports: ['-p', '--port'],
    others: words(`
      -A --access-logfile -E --error-logfile -H --hostname --host -k --workerclass -L --access-logformat -l --log-file
      --pid --ssl-cert --ssl-key --stderr --stdout -t --worker-timeout -w --workers
    `),
    operands: ['other'],
    defaultPort: 8080,
    source: 'https://airflow.apache.org/docs/apache-airflow/stable/cli-and-env-variables-ref.html',
  },
  {
    names: ['airflow'],
    subcommands: ['celery', 'flower'],
    ports: ['-p', '--port'],
    peers: words('-a --broker-api'),
    others: words(`
      -A --basic-auth -c --flower-conf --concurrency -H --hostname -l --log-file --pid --stderr --stdout -u
      --url-prefix -q --queues
    `),
    operands: ['other'],
    source: 'https://airflow.apache.org/docs/apache-airflow-providers-celery/stable/cli-ref.html',
  },
  {
    names: ['bentoml'],
    subcommands: ['serve', 'serve-grpc', 'serve-http'],
    ports: ['-p', '--port'],
    others: words('--host --api-workers --timeout --backlog --working-dir --ssl-certfile --ssl-keyfile'),
    operands: ['other'],
    defaultPort: 3000,
    source: 'https://docs.bentoml.com/en/latest/reference/bentoml/cli.html',
  },
  {
    names: ['bokeh', 'panel'],
    subcommands: ['serve'],
    ports: ['--port'],
    others: words(`
      --address --allow-websocket-origin --prefix --num-procs --keep-alive --check-unused-sessions
      --unused-session-lifetime --stats-log-frequency --mem-log-frequency --session-ids --log-level --log-file
      --session-token-expiration --websocket-max-message-size --num-threads --host
    `),
    operands: ['other'],
    defaultPort: 5006,
    source: 'https://docs.bokeh.org/en/latest/docs/reference/command/subcommands/serve.html',
  },
  {
    names: ['chainlit'],
    subcommands: ['run'],
    ports: ['--port'],
    others: words('--host --root-path --ssl-cert --ssl-key'),
    operands: ['other'],
    defaultPort: 8000,
    source: 'https://github.com/Chainlit/chainlit/blob/main/backend/chainlit/cli/__init__.py',
  },
  {
    names: ['chroma'],
    subcommands: ['run'],
    ports: ['--port'],
    others: words('--host --path --log-path'),
    operands: ['other'],
    defaultPort: 8000,
    source: 'https://docs.trychroma.com/docs/cli/run',
  },
  {
    names: ['dagit', 'dagster-webserver'],
    ports: ['-p', '--port'],
    others: words(`
      -h --host -l --path-prefix -w --workspace -f --python-file -m --module-name -d --working-directory
      --db-statement-timeout --db-pool-recycle
    `),
    operands: ['other'],
    defaultPort: 3000,
    source: DAGSTER,
  },
  {
    names: ['dagster'],
    subcommands: ['dev'],
    ports: ['-p', '--port'],
    others: words(`
      -h --host -w --workspace -f --python-file -m --module-name -d --working-directory --code-server-log-level
    `),
    operands: ['other'],
    defaultPort: 3000,
    source: DAGSTER,
  },
  {
    names: ['ipython'],
    subcommands: ['notebook'],
    ports: words('--port --NotebookApp.port'),
    others: JUPYTER_OTHERS,
    operands: ['other'],
    defaultPort: 8888,
    source: 'https://ipython.org/ipython-doc/3/notebook/public_server.html',
  },
  {
    names: ['jupyter'],
    subcommands: words('enterprisegateway kernelgateway lab labhub nbclassic notebook retro server'),
    ports: words(`
      --port --NotebookApp.port --ServerApp.port --LabApp.port --KernelGatewayApp.port --EnterpriseGatewayApp.port
    `),
    others: JUPYTER_OTHERS,
    operands: ['other'],
    defaultPort: 8888,
    source: 'https://jupyter-server.readthedocs.io/en/latest/other/full-config.html',
  },
  {
    names: words(`
      jupyter-lab jupyter-labhub jupyter-nbclassic jupyter-notebook jupyter-server jupyter-kernelgateway
      jupyterhub-singleuser start-notebook.sh start-notebook.py start-singleuser.sh
    `),
    ports: words('--port --NotebookApp.port --ServerApp.port --LabApp.port --KernelGatewayApp.port'),
    others: JUPYTER_OTHERS,
    operands: ['other'],
    defaultPort: 8888,
    source: 'https://jupyter-server.readthedocs.io/en/latest/other/full-config.html',
  },
  {
    names: ['jupyterhub'],
    ports: words('--port --JupyterHub.port --JupyterHub.hub_port --JupyterHub.proxy_api_port'),
    addresses: words('--JupyterHub.bind_url --JupyterHub.hub_bind_url --ConfigurableHTTPProxy.api_url --url'),
    others: words(`
      --ip -f --config --db --log-file --pid-file --base-url --log-level --ssl-cert --ssl-key --JupyterHub.ip
    `),
    operands: ['other'],
    defaultPort: 8000,
    source: 'https://jupyterhub.readthedocs.io/en/stable/reference/config-reference.html',
  },
  {
    names: ['kedro'],
    subcommands: ['viz'],
    ports: ['--port'],
    others: words('--host --load-file --save-file -p --pipeline -e --env --params'),
    operands: ['other'],
    defaultPort: 4141,
    source: 'https://docs.kedro.org/projects/kedro-viz/en/stable/',
  },
  {
    names: ['label-studio'],
    ports: ['-p', '--port'],
    others: words('--host -d --data-dir -l --label-config --log-level --username --password'),
    operands: ['other'],
    defaultPort: 8080,
    source: 'https://labelstud.io/guide/start',
  },
  {
    names: ['litellm'],
    ports: ['--port'],
    others: words(`
      --host --num_workers --config -c -m --model --timeout --request_timeout --max_tokens --max_budget --temperature
    `),
    peers: ['--api_base'],
    operands: ['other'],
    defaultPort: 4000,
    source: 'https://docs.litellm.ai/docs/proxy/cli',
  },
  {
    names: ['mlflow'],
    subcommands: ['models', 'sagemaker', 'server', 'ui'],
    ports: ['-p', '--port'],
    peers: words('--backend-store-uri --registry-store-uri'),
    others: words(`
      -h --host -w --workers --default-artifact-root --artifacts-destination --static-prefix --gunicorn-opts
      --waitress-opts --uvicorn-opts --app-name -m --model-uri -t --timeout --env-manager --expose-prometheus
    `),
    operands: ['other'],
    defaultPort: 5000,
    source: 'https://mlflow.org/docs/latest/api_reference/cli.html',
  },
  {
    names: ['prefect'],
    subcommands: ['server'],
    ports: ['--port'],
    others: words('--host --keep-alive-timeout --log-level --workers'),
    operands: ['other'],
    defaultPort: 4200,
    source: 'https://docs.prefect.io/v3/api-ref/cli/server',
  },
  {
    names: ['rasa'],
    subcommands: ['run', 'shell', 'x'],
    ports: ['-p', '--port'],
    others: words(`
      -i --interface -m --model --log-file --endpoints --credentials --connector -t --auth-token --cors=
      --response-timeout --request-timeout --actions --jwt-secret --data
    `),
    operands: ['other'],
    defaultPort: 5005,
    source: 'https://rasa.com/docs/rasa/command-line-interface/#rasa-run',
  },
  {
    names: ['ray'],
    subcommands: ['start'],
    ports: words(`
      --port --dashboard-port --dashboard-agent-listen-port --dashboard-agent-grpc-port --dashboard-grpc-port
      --node-manager-port --object-manager-port --ray-client-server-port --metrics-export-port
      --runtime-env-agent-port --redis-port --redis-shard-ports
    `),
    peers: ['--address'],
    others: words(`
      --node-ip-address --redis-password --num-cpus --num-gpus --resources --object-store-memory --memory
      --dashboard-host --temp-dir --min-worker-port --max-worker-port --worker-port-list
    `),
    operands: ['other'],
    defaultPort: 6379,
    source: 'https://docs.ray.io/en/latest/ray-core/configure.html#ports-configurations',
  },
  {
    names: ['superset', 'fabmanager', 'caravel'],
    subcommands: ['run', 'runserver'],
    ports: ['-p', '--port'],
    others: words('-h --host -a --address -w --workers -t --timeout -s --socket --cert --key --extra-files'),
    operands: ['other'],
    defaultPort: 8088,
    source: 'https://superset.apache.org/docs/installation/pypi',
  },
  {
    names: ['tensorboard'],
    ports: ['--port'],
    others: words(`
      --host --logdir --logdir_spec --reload_interval --samples_per_plugin --path_prefix --window_title
      --max_reload_threads --load_fast --purge_orphaned_data --db --grpc_creds_type --master_tpu_unsecure_channel
    `),
    operands: ['other'],
    defaultPort: 6006,
    source: 'https://github.com/tensorflow/tensorboard/blob/master/tensorboard/plugins/core/core_plugin.py',
  },
  {
    names: ['vllm'],
    subcommands: ['serve'],
    ports: ['--port'],
    others: words(`
      --host --model --max-model-len --tensor-parallel-size --gpu-memory-utilization --max-num-seqs
      --max-num-batched-tokens --dtype --served-model-name --swap-space --uvicorn-log-level --api-key --seed
    `),
    operands: ['other'],
    defaultPort: 8000,
    source: 'https://docs.vllm.ai/en/latest/cli/serve.html',
  },
  {
    names: ['vllm.entrypoints.api_server', 'vllm.entrypoints.openai.api_server'],
    ports: ['--port'],
    others: words(`
      --host --model --max-model-len --tensor-parallel-size --gpu-memory-utilization --max-num-seqs
      --max-num-batched-tokens --dtype --served-model-name --swap-space --uvicorn-log-level --api-key --seed
    `),
    operands: ['other'],
    defaultPort: 8000,
    source: 'https://docs.vllm.ai/en/latest/cli/serve.html',
  },
  {
    names: ['voila'],
    ports: words('--port --Voila.port --VoilaConfiguration.port'),
    others: words('--Voila.ip --base_url --template --theme --server_url --preheat_kernel --pool_size'),
    operands: ['other'],
    defaultPort: 8866,
    source: 'https://voila.readthedocs.io/en/stable/deploy.html',
  },
];
