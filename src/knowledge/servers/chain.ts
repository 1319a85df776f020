import type { Program } from '../program.ts';
import { words } from '../words.ts';

const BITCOIN_PORTS = words('-port --port -rpcport --rpcport');
const BITCOIN_ADDRESSES = words(`
  -bind --bind -rpcbind --rpcbind -whitebind --whitebind -zmqpubhashblock --zmqpubhashblock -zmqpubhashtx
  --zmqpubhashtx -zmqpubrawblock --zmqpubrawblock -zmqpubrawtx --zmqpubrawtx -zmqpubsequence --zmqpubsequence
`);
const BITCOIN_PEERS = words(`
  -addnode --addnode -connect --connect -seednode --seednode -proxy --proxy -onion --onion -externalip --externalip
  -torcontrol --torcontrol -masternodeaddr --masternodeaddr
`);
const BITCOIN_OTHERS = words(`
  -conf --conf -datadir --datadir -dbcache --dbcache -prune --prune -maxconnections --maxconnections -rpcuser --rpcuser
  -rpcpassword --rpcpassword -rpcauth --rpcauth -rpcallowip --rpcallowip -rpcthreads --rpcthreads -rpcworkqueue
  --rpcworkqueue -maxmempool --maxmempool -par --par -maxuploadtarget -banscore -bantime -blockmaxweight -pid
  -rpcservertimeout -timeout --timeout -walletnotify -blocknotify -wallet -uacomment -minrelaytxfee -fallbackfee
`);

/** Nodes and wallets of blockchains. */
export const chainServers: readonly Program[] = [
  {
    names: ['anvil'],
    ports: ['-p', '--port'],
    peers: words('-f --fork-url --rpc-url'),
    others: words(`
      -a --accounts --balance -b --block-time --chain-id --host -m --mnemonic --fork-block-number --gas-limit
      --gas-price --base-fee --hardfork --retries --timeout --state --derivation-path
    `),
    operands: ['other'],
    defaultPort: 8545,
    source: 'https://getfoundry.sh/anvil/reference/',
  },
  {
    names: ['bitcoind', 'bitcoin-qt'],
    ports: BITCOIN_PORTS,
    addresses: BITCOIN_ADDRESSES,
    peers: BITCOIN_PEERS,
    others: BITCOIN_OTHERS,
    operands: ['other'],
    defaultPort: 8333,
    source: 'https://github.com/bitcoin/bitcoin/blob/master/src/init.cpp',
  },
  {
    names: ['btcd', 'btcwallet', 'dcrd', 'ltcd'],
    addresses: words('--listen --rpclisten --profile'),
    peers: words('-a --addpeer --connect --proxy --onion -c= --rpcconnect --externalip'),
    others: words(`
      -b --datadir -C --configfile --logdir -u --rpcuser -P --rpcpass -d --debuglevel --maxpeers --banduration
      --banthreshold --rpcmaxclients --rpcmaxwebsockets --rpccert --rpckey --blockmaxsize --miningaddr
    `),
    operands: ['other'],
    source: 'https://github.com/btcsuite/btcd/blob/master/docs/configuration.md',
  },
  {
    names: ['cosmovisor', 'gaiad', 'osmosisd', 'simd', 'tendermint', 'cometbft'],
    addresses: words(`
      --rpc.laddr --p2p.laddr --rpc.grpc_laddr --rpc.pprof_laddr --grpc.address --grpc-web.address --api.address
      --address
    `),
    peers: words('--proxy_app --p2p.persistent_peers --p2p.seeds --p2p.external-address --priv_validator_laddr --node'),
    others: words(`
      --home --log_level --moniker --pruning --minimum-gas-prices --halt-height --trace= --abci --db_backend
      --inv-check-period --cpu-profile
    `),
    operands: ['other'],
    defaultPort: 26657,
    source: 'https://docs.cometbft.com/main/references/config/config.toml',
  },
  {
    names: words('dashd dogecoind elementsd groestlcoind litecoind namecoind pivxd vertcoind zcashd'),
    ports: BITCOIN_PORTS,
    addresses: BITCOIN_ADDRESSES,
    peers: BITCOIN_PEERS,
    others: BITCOIN_OTHERS,
    operands: ['other'],
    source: 'https://github.com/litecoin-project/litecoin/blob/master/src/init.cpp',
  },
  {
    names: ['geth'],
    ports: words(`
      --port -port --discovery.port --http.port --rpcport -rpcport --ws.port --wsport -wsport --authrpc.port
      --metrics.port --pprof.port --pprofport --raftport
    `),
    peers: words(`
      --bootnodes -bootnodes --bootnodesv4 --ethstats --remotedb --metrics.influxdb.endpoint --signer --externalsigner
    `),
    others: words(`
      --datadir -datadir --keystore --networkid -networkid --cache -cache --maxpeers -maxpeers --http.addr --rpcaddr
      -rpcaddr --ws.addr --wsaddr --authrpc.addr --metrics.addr --pprof.addr --http.api --rpcapi --ws.api --wsapi
      --http.corsdomain --rpccorsdomain --http.vhosts --rpcvhosts --ws.origins --wsorigins --authrpc.vhosts
      --authrpc.jwtsecret --syncmode --gcmode --nat --nodekey --nodekeyhex --identity --unlock --password --verbosity
      --etherbase --miner.etherbase --miner.threads --minerthreads --miner.gaslimit --targetgaslimit --gasprice
      --miner.gasprice --txpool.pricelimit --txpool.globalslots --config --maxpendpeers --netrestrict --ipcpath
      --dev.period --dev.gaslimit --rpc.gascap --rpc.txfeecap --http.rpcprefix --extradata --jspath --exec --trace
    `),
    operands: ['other'],
    defaultPort: 30303,
    source: 'https://geth.ethereum.org/docs/fundamentals/command-line-options',
  },
  {
    names: ['lnd'],
    addresses: words('--listen --rpclisten --restlisten --prometheus.listen --profile --externalip'),
    peers: words(`
      --bitcoind.rpchost --btcd.rpchost --ltcd.rpchost --bitcoind.zmqpubrawblock --bitcoind.zmqpubrawtx
      --neutrino.connect --neutrino.addpeer --tor.socks --tor.control
    `),
    others: words(`
      --lnddir --datadir --alias --color --debuglevel --maxpendingchannels --bitcoin.node --bitcoin.timelockdelta
      --bitcoind.rpcuser --bitcoind.rpcpass --bitcoin.basefee --bitcoin.feerate --configfile
    `),
    operands: ['other'],
    defaultPort: 9735,
    source: 'https://github.com/lightningnetwork/lnd/blob/master/sample-lnd.conf',
  },
  {
    names: ['monero-wallet-rpc'],
    ports: ['--rpc-bind-port'],
    peers: words('--daemon-address --proxy'),
    others: words(`
      --rpc-bind-ip --daemon-port --daemon-host --wallet-dir --wallet-file --password --password-file --rpc-login
      --daemon-login --log-level --log-file --max-concurrency --config-file
    `),
    operands: ['other'],
    source: 'https://docs.getmonero.org/interacting/monero-wallet-rpc-reference/',
  },
  {
    names: words(`
      monerod arqmad bittubed bytecoind havend iridiumd kepld lorentzd masarid moxd ryod TurtleCoind xcashd
    `),
    ports: words(`
      --p2p-bind-port --p2p-bind-port-ipv6 --p2p-external-port --rpc-bind-port --rpc-restricted-bind-port
      --zmq-rpc-bind-port
    `),
    addresses: words('--zmq-pub'),
    peers: words(`
      --add-peer --add-priority-node --add-exclusive-node --seed-node --proxy --tx-proxy --bootstrap-daemon-address
      --block-notify
    `),
    others: words(`
      --p2p-bind-ip --rpc-bind-ip --rpc-restricted-bind-ip --zmq-rpc-bind-ip --data-dir --log-file --log-level
      --max-concurrency --out-peers --in-peers --limit-rate-up --limit-rate-down --limit-rate --db-sync-mode
      --block-sync-size --rpc-login --config-file --max-log-file-size --rpc-max-connections --enable-cors=
      --start-mining --mining-threads --prep-blocks-threads --fee-address --fee-amount
    `),
    operands: ['other'],
    source: 'https://docs.getmonero.org/interacting/monerod-reference/',
  },
  {
    names: ['nodeos'],
    addresses: words(`
      --http-server-address --https-server-address --p2p-listen-endpoint --p2p-server-address --bnet-endpoint
      --state-history-endpoint --http-alias
    `),
    peers: words('--p2p-peer-address --bnet-connect --wallet-url --keosd-provider-timeout='),
    others: words(`
      -d --data-dir --config-dir --plugin -p --producer-name --chain-state-db-size-mb --max-clients
      --max-transaction-time --abi-serializer-max-time-ms --http-max-response-time-ms --genesis-json --snapshot
      --signature-provider --filter-on --access-control-allow-origin --net-threads --chain-threads --http-threads
      --p2p-max-nodes-per-host -l --logconf
    `),
    operands: ['other'],
    defaultPort: 8888,
    source: 'https://developers.eos.io/manuals/eos/v2.1/nodeos/usage/nodeos-options',
  },
  {
    names: ['octez-node', 'tezos-node'],
    addresses: words('--rpc-addr --net-addr --discovery-addr --advertised-net-port --metrics-addr'),
    peers: ['--peer'],
    others: words(`
      --data-dir --config-file --connections --expected-pow --log-output --network --history-mode
      --synchronisation-threshold --max-download-speed --max-upload-speed --cors-origin --cors-header --rpc-tls
      --target
    `),
    operands: ['other'],
    source: 'https://octez.tezos.com/docs/user/node-configuration.html',
  },
  {
    names: ['openethereum', 'parity', 'parity-ethereum'],
    ports: words(`
      --port --jsonrpc-port --rpcport --ws-port --websocket-port --ui-port --ipfs-api-port --dapps-port --stratum-port
      --secretstore-port --secretstore-http-port --metrics-port
    `),
    peers: words('--bootnodes --reserved-peers --node-url'),
    others: words(`
      --chain --base-path -d --db-path --keys-path -c --config --interface --jsonrpc-interface --ws-interface
      --ui-interface --jsonrpc-apis --ws-apis --jsonrpc-cors --jsonrpc-hosts --jsonrpc-threads --ws-origins --ws-hosts
      --ws-max-connections --min-peers --max-peers --snapshot-peers --max-pending-peers --cache-size --cache-size-db
      --pruning --pruning-history --pruning-memory --network-id --author --engine-signer --password --unlock --nat
      --tx-queue-size --gas-floor-target --gas-cap --min-gas-price --reseal-min-period -l --logging --log-file --mode
      --tracing --auto-update --identity --num-verifiers
    `),
    operands: ['other'],
    defaultPort: 30303,
    source: 'https://openethereum.github.io/Configuring-OpenEthereum',
  },
  {
    names: ['polkadot', 'substrate'],
    ports: words('--port --rpc-port --ws-port --prometheus-port'),
    addresses: words('--listen-addr --public-addr'),
    peers: words('--bootnodes --reserved-nodes --telemetry-url'),
    others: words(`
      --chain -d --base-path --name --in-peers --out-peers --db-cache --pruning --state-pruning --rpc-cors
      --rpc-methods --rpc-max-connections --ws-max-connections --node-key --execution --wasm-execution --pool-limit
      --ws-external= -l --log --sync --database
    `),
    operands: ['other'],
    source: 'https://github.com/paritytech/polkadot-sdk/tree/master/substrate/client/cli',
  },
  {
    names: ['solana-test-validator', 'solana-validator', 'agave-validator'],
    ports: words('--rpc-port --gossip-port --faucet-port'),
    peers: words('-u --url --entrypoint'),
    others: words(`
      --bind-address --ledger -l --log --dynamic-port-range --limit-ledger-size --slots-per-epoch --ticks-per-slot
      --mint --identity --vote-account --warp-slot --faucet-sol --rpc-bind-address --gossip-host --rpc-threads
      --account --bpf-program
    `),
    operands: ['other'],
    defaultPort: 8899,
    source: 'https://docs.anza.xyz/cli/examples/test-validator',
  },
];
