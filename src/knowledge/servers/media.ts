import type { Program } from '../program.ts';
import { words } from '../words.ts';

/** File sharing, media, home automation, maps and games. */
export const mediaServers: readonly Program[] = [
  {
    names: ['calibre-server'],
    ports: words('-p --port'),
    others: words(`
      --listen-on --url-prefix --log --access-log --timeout --shutdown-timeout --max-jobs --max-job-time
      --max-opds-items --max-opds-ungrouped-items --max-request-body-size --max-header-line-size --max-log-size
      --num-per-page --search-the-net-urls --userdb --worker-count --ajax-timeout --auto-reload-port --ban-after
      --ban-for --compress-min-size --custom-list-template --daemonize= --displayed-fields --ignored-fields --pidfile
      --ssl-certfile --ssl-keyfile --trusted-ips --auth-mode --with-library
    `),
    operands: ['other'],
    defaultPort: 8080,
    source: 'https://manual.calibre-ebook.com/generated/en/calibre-server.html',
  },
  {
    names: ['deluge-web'],
    ports: words('-p --port'),
    others: words(`
      -b --base -c --config -i --interface -l --logfile -L --loglevel -P --pidfile -u= -U --user -g --group --cert
      --key -q=
    `),
    operands: ['other'],
    defaultPort: 8112,
    source: 'https://deluge.readthedocs.io/en/latest/man/deluge-web.html',
  },
  {
    names: ['deluged'],
    ports: words('-p --port'),
    others: words(`
      -c --config -i --interface -o --outgoing-interface -u --ui-interface -l --logfile -L --loglevel -P --pidfile -U
      --user -g --group --logrotate=
    `),
    operands: ['other'],
    defaultPort: 58846,
    source: 'https://deluge.readthedocs.io/en/latest/man/deluged.html',
  },
  {
    names: ['domoticz'],
    ports: ['-www', '-sslwww'],
    others: words(`
      -wwwbind -wwwroot -dbase -sslcert -sslkey -sslpass -sslmethod -userdata -webroot -log -loglevel -debuglevel
      -startupdelay -pidfile -syslog= -approot
    `),
    operands: ['other'],
    defaultPort: 8080,
    source: 'https://wiki.domoticz.com/Linux',
  },
  {
    names: ['elogd'],
    ports: ['-p'],
    others: words('-c -d -f -h -n -s'),
    operands: ['other'],
    defaultPort: 8080,
    source: 'https://elog.psi.ch/elog/adminguide.html',
  },
  {
    names: ['factorio'],
    ports: words('--port --rcon-port'),
    others: words(`
      --start-server --start-server-load-scenario --create --bind --rcon-password --rcon-bind= --server-settings
      --server-whitelist --server-adminlist --server-banlist --server-id --console-log --mod-directory
      --map-gen-settings --map-settings --use-server-whitelist= -c --config
    `),
    operands: ['other'],
    defaultPort: 34197,
    source: 'https://wiki.factorio.com/Command_line_parameters',
  },
  {
    names: ['filebrowser'],
    ports: words('-p --port'),
    others: words(`
      -a --address -b --baseurl --baseURL -c --config -d --database -k --key -l --log -r --root --scope -s --socket -t
      --cert --username --password --img-processors --cache-dir --token-expiration-time
    `),
    operands: ['other'],
    defaultPort: 8080,
    source: 'https://filebrowser.org/cli/filebrowser',
  },
  {
    names: ['gerbera', 'mediatomb'],
    ports: words('-p --port'),
    others: words(`
      -i --ip -e --interface -c --config -m --home -f --cfgdir -d= -P --pidfile -u --user -g --group -a --add -l
      --logfile --add-file --magic
    `),
    operands: ['other'],
    defaultPort: 49152,
    source: 'https://docs.gerbera.io/en/stable/run.html',
  },
  {
    names: ['hlds_run', 'srcds_linux', 'srcds_run', 'srcds_run.sh'],
    ports: words('-port -steamport -clientport -sport'),
    others: words(`
      -game -ip -maxplayers -tickrate -authkey -console= -pidfile -timeout -condebug= -binary -autoupdate= -steam_dir
      -steamcmd_script
    `),
    operands: ['other'],
    defaultPort: 27015,
    source: 'https://developer.valvesoftware.com/wiki/Command_line_options',
  },
  {
    names: ['hovercraft'],
    addresses: words('-p --port'),
    others: words('-t --template -c --css -j --js --directories'),
    operands: ['other'],
    defaultPort: 8000,
    source: 'https://github.com/regebro/hovercraft/blob/master/hovercraft/__init__.py',
  },
  {
    names: ['kiwix-serve'],
    ports: words('-p --port'),
    others: words(`
      -i --address -r --urlRootLocation -t --threads -s --searchLimit -a --attachToProcess -l= -c --customIndex -L
      --ipConnectionLimit
    `),
    operands: ['other'],
    defaultPort: 80,
    source: 'https://kiwix-tools.readthedocs.io/en/latest/kiwix-serve.html',
  },
  {
    names: ['martin'],
    addresses: words('-l --listen-addresses'),
    others: words(`
      -c --config --save-config -k --keep-alive -W --workers -p --pool-size -b= --auto-bounds -d --default-srid
      --ca-root-file -m --max-feature-count -s --sprite -f --font -C --cache-size
    `),
    operands: ['other'],
    defaultPort: 3000,
    source: 'https://maplibre.org/martin/run-with-cli.html',
  },
  {
    names: ['minetestserver', 'luantiserver'],
    ports: ['--port'],
    others: words(`
      --config --world --worldname --gameid --logfile --map-dir --migrate --terminal= --color --debugger=
    `),
    operands: ['other'],
    defaultPort: 30000,
    source: 'https://github.com/luanti-org/luanti/blob/master/README.md',
  },
  {
    names: ['minidlna', 'minidlnad'],
    ports: ['-p'],
    others: words('-f -i -s -t -u -w -m -P'),
    operands: ['other'],
    defaultPort: 8200,
    source: 'https://manpages.debian.org/stable/minidlna/minidlnad.1.en.html',
  },
  {
    names: ['mumble-server', 'murmurd', 'murmur.x86'],
    others: words('-ini -supw -readsupw= -wipessl='),
    operands: ['other'],
    defaultPort: 64738,
    source: 'https://github.com/mumble-voip/mumble/blob/master/auxiliary_files/mumble-server.ini',
  },
  {
    names: ['openttd'],
    addresses: ['-D'],
    others: words('-c -d= -g= -G -I -M -m -n -q -r -s -S -t -v -p'),
    operands: ['other'],
    defaultPort: 3979,
    source: 'https://github.com/OpenTTD/OpenTTD/blob/master/docs/openttd.6',
  },
  {
    names: ['osrm-routed'],
    ports: words('-p --port'),
    others: words(`
      -i --ip -t --threads -a --algorithm -l --verbosity --max-viaroute-size --max-trip-size --max-table-size
      --max-matching-size --max-nearest-size --dataset-name --max-alternatives -k --keepalive-timeout
      --max-matching-radius
    `),
    operands: ['other'],
    defaultPort: 5000,
    source: 'https://github.com/Project-OSRM/osrm-backend/blob/master/src/tools/routed.cpp',
  },
  {
    names: ['ozwcp'],
    ports: ['-p'],
    others: ['-c'],
    operands: ['other'],
    source: 'https://github.com/OpenZWave/open-zwave-control-panel',
  },
  {
    names: ['qbittorrent-nox'],
    ports: words('--webui-port --torrenting-port'),
    others: words('--profile --configuration --save-path --category --skip-dialog --add-paused'),
    operands: ['other'],
    defaultPort: 8080,
    source: 'https://github.com/qbittorrent/qBittorrent/wiki',
  },
  {
    names: ['shairport-sync'],
    ports: words('-p --port'),
    others: words(`
      -a --name -B --on-start -E --on-stop -c --configfile -L --latency -m --mdns -o --output -r= --resync -S
      --stuffing -t --timeout -T --tolerance -A --password= --get-cover-art=
    `),
    operands: ['other'],
    defaultPort: 5000,
    source: 'https://github.com/mikebrady/shairport-sync/blob/master/man/shairport-sync.1.xml.in',
  },
  {
    names: ['streamlink', 'livestreamer'],
    ports: ['--player-external-http-port'],
    peers: words('--http-proxy --https-proxy --twitch-proxy'),
    others: words(`
      -p --player -a --player-args --player-external-http-interface --player-continuous-http= --player-fifo= -n -o
      --output -r --record -l --loglevel --logfile -Q= --retry-streams --retry-max --retry-open --default-stream
      --stream-segment-threads --stream-segment-attempts --stream-segment-timeout --stream-timeout --ringbuffer-size
      --hls-live-edge --hls-segment-threads --http-timeout --http-header --http-cookie --config
    `),
    operands: ['peer', 'other'],
    source: 'https://streamlink.github.io/cli.html',
  },
  {
    names: ['syncthing'],
    addresses: words('-gui-address --gui-address'),
    others: words(`
      -home --home -C -D --config --data -logfile --logfile -logflags --logflags -gui-apikey --gui-apikey -generate
      --generate --log-file --log-level --log-max-old-files --log-max-size -db --debug-profiler-listen
    `),
    operands: ['other'],
    defaultPort: 8384,
    source: 'https://docs.syncthing.net/users/syncthing.html',
  },
  {
    names: ['TerrariaServer', 'TerrariaServer.bin.x86_64', 'TerrariaServer.exe'],
    ports: words('-port --port'),
    others: words(`
      -config -ip -players -maxplayers -world -autocreate -worldname -password -banlist -worldpath -motd -lang
    `),
    operands: ['other'],
    defaultPort: 7777,
    source: 'https://terraria.wiki.gg/wiki/Server',
  },
  {
    names: ['transmission-daemon'],
    ports: words('-p --port -P --peerport'),
    others: words(`
      -a --allowed -c --watch-dir -e --logfile -g --config-dir --incomplete-dir -i --bind-address-ipv4 -I
      --bind-address-ipv6 -L --peerlimit-global -l --peerlimit-torrent -r --rpc-bind-address -s --seedratio= -u
      --username -v --password -w --download-dir -x --pid-file -gsr --globalseedratio --log-level
    `),
    operands: ['other'],
    defaultPort: 9091,
    source: 'https://github.com/transmission/transmission/blob/main/daemon/transmission-daemon.1',
  },
  {
    names: ['ts3server', 'ts3server_minimal_runscript.sh', 'ts3server_startscript.sh'],
    operands: ['other'],
    defaultPort: 9987,
    source: 'https://community.teamspeak.com/',
  },
  {
    names: ['tvheadend'],
    ports: words('--http_port --htsp_port --htsp_port2 --satip_rtsp'),
    others: words(`
      -c --config -u --user -g --group -p --pid --bindaddr --http_root --debug -l --logfile -a --adapters --xspf=
      --cprefix -d=
    `),
    operands: ['other'],
    defaultPort: 9981,
    source: 'https://github.com/tvheadend/tvheadend/blob/master/src/main.c',
  },
  {
    names: ['udpxy', 'udpxrec'],
    ports: ['-p'],
    others: words('-a -B -c -H -l -m -M -n -P -R'),
    operands: ['other'],
    defaultPort: 4022,
    source: 'https://github.com/pcherenkov/udpxy',
  },
  {
    names: ['unoconv'],
    ports: words('-p --port'),
    others: words(`
      -c --connection -d --doctype -e --export -f --format -F --field -i --import -o --output --password --pipe -P
      --printer -s --server -t --template -T --timeout --user-profile -I
    `),
    operands: ['other'],
    defaultPort: 2002,
    source: 'https://github.com/unoconv/unoconv/blob/master/doc/unoconv.1.adoc',
  },
];
