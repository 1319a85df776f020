import type { Program } from '../program.ts';
import { words } from '../words.ts';

/** Remote shells, web terminals, remote desktops and remotely controlled browsers. */
export const remoteServers: readonly Program[] = [
  {
    names: ['adb'],
    ports: ['-P'],
    others: words('-s -t -H -L'),
    operands: ['other'],
    defaultPort: 5037,
    source: 'https://developer.android.com/tools/adb',
  },
  {
    names: ['appium'],
    ports: words(`
      -p --port -bp --bootstrap-port --chromedriver-port --selendroid-port --webdriveragent-port --callback-port
    `),
    others: words(`
      -a --address --base-path -g --log --log-level --log-timestamp= --tmp --default-capabilities -dc --nodeconfig
      --callback-address --keep-alive-timeout --use-drivers --use-plugins --allow-insecure --relaxed-security=
      --session-override= --command-timeout
    `),
    operands: ['other'],
    defaultPort: 4723,
    source: 'https://appium.io/docs/en/latest/reference/cli/server/',
  },
  {
    names: words(`
      chrome chrome-headless-shell chromium chromium-browser google-chrome google-chrome-beta google-chrome-stable
      google-chrome-unstable headless-shell headless_shell
    `),
    ports: ['--remote-debugging-port'],
    peers: ['--proxy-server='],
    others: words(`
      --remote-debugging-address= --window-size= --window-position= --user-data-dir= --user-agent= --disk-cache-size=
      --js-flags= --virtual-time-budget= --force-device-scale-factor= --timeout= --disable-features= --lang=
    `),
    operands: ['other'],
    source: 'https://chromedevtools.github.io/devtools-protocol/',
  },
  {
    names: ['chromedriver'],
    ports: words('--port --adb-port'),
    others: words('--log-path --log-level --url-base --whitelisted-ips --allowed-ips --allowed-origins'),
    operands: ['other'],
    defaultPort: 9515,
    source: 'https://developer.chrome.com/docs/chromedriver/get-started',
  },
  {
    names: ['dropbear', 'dropbearmulti'],
    addresses: ['-p'],
    others: words('-b -r -c -I -K -l -P -T -W -G -D -d='),
    operands: ['other'],
    defaultPort: 22,
    source: 'https://github.com/mkj/dropbear/blob/master/manpages/dropbear.8',
  },
  {
    names: ['firefox'],
    ports: ['--remote-debugging-port', '-remote-debugging-port', '--start-debugger-server', '-start-debugger-server'],
    others: words('-P -profile --profile --window-size --screenshot= --display'),
    operands: ['other'],
    source: 'https://firefox-source-docs.mozilla.org/remote/',
  },
  {
    names: ['geckodriver'],
    ports: words('-p --port --websocket-port --marionette-port'),
    others: words(`
      -b --binary --host --log --profile-root --allow-hosts --allow-origins --marionette-host --android-storage
    `),
    operands: ['other'],
    defaultPort: 4444,
    source: 'https://firefox-source-docs.mozilla.org/testing/geckodriver/Flags.html',
  },
  {
    names: ['gotty'],
    ports: ['-p', '--port'],
    others: words(`
      -a --address --path -c --credential -r= --tls-crt --tls-key --tls-ca-crt --index --title-format --reconnect-time
      --max-connection --timeout --width --height --config --term --close-signal --close-timeout
    `),
    operands: ['command'],
    defaultPort: 8080,
    source: 'https://github.com/sorenisanerd/gotty#options',
  },
  {
    names: ['guacd'],
    ports: ['-l'],
    others: words('-b -L -p -C -K'),
    operands: ['other'],
    defaultPort: 4822,
    source: 'https://guacamole.apache.org/doc/gug/configuring-guacamole.html',
  },
  {
    names: ['launch.sh', 'novnc_proxy', 'novnc_server'],
    addresses: ['--listen'],
    peers: ['--vnc'],
    others: words('--cert --key --web --heartbeat --idle-timeout --timeout --record --file-only= --syslog --web-auth='),
    operands: ['other'],
    defaultPort: 6080,
    source: 'https://github.com/novnc/noVNC/blob/master/utils/novnc_proxy',
  },
  {
    names: ['phantomjs', 'slimerjs'],
    addresses: ['--webdriver'],
    ports: ['--remote-debugger-port'],
    peers: words('--proxy --webdriver-selenium-grid-hub'),
    others: words(`
      --cookies-file --disk-cache --disk-cache-path --max-disk-cache-size --load-images --ignore-ssl-errors
      --local-storage-path --local-storage-quota --output-encoding --proxy-type --proxy-auth --script-encoding
      --ssl-protocol --ssl-certificates-path --web-security --webdriver-logfile --webdriver-loglevel --config
    `),
    operands: ['other'],
    source: 'https://phantomjs.org/api/command-line.html',
  },
  {
    names: ['shellinaboxd'],
    ports: ['-p', '--port'],
    others: words(`
      -b= --background= -c --cert --cert-fd --css -g --group -f --static-file --localhost-only= --messages-origin -s
      --service --user-css -u --user --pidfile --unixdomain-only --linkify
    `),
    operands: ['other'],
    defaultPort: 4200,
    source: 'https://github.com/shellinabox/shellinabox/blob/master/shellinabox/shellinaboxd.man.in',
  },
  {
    names: ['sshd'],
    ports: ['-p'],
    settings: { flags: ['-o'], ports: ['Port'] },
    others: words('-b -C -c -E -f -g -h -k -u'),
    operands: ['other'],
    defaultPort: 22,
    source: 'https://man.openbsd.org/sshd.8',
  },
  {
    names: ['ttyd'],
    ports: ['-p', '--port'],
    others: words(`
      -i --interface -c --credential -H --auth-header -u --uid -g --gid -s --signal -w --cwd -t --client-option -T
      --terminal-type -m --max-clients -I --index -b --base-path -P --ping-interval -f --srv-buf-size -C --ssl-cert -K
      --ssl-key -A --ssl-ca -d --debug -U --socket-owner -r= --reconnect=
    `),
    operands: ['command'],
    defaultPort: 7681,
    source: 'https://github.com/tsl0922/ttyd#command-line-options',
  },
  {
    names: ['websockify', 'websockify.py'],
    others: words(`
      --cert --key --key-password --ssl-version --ssl-ciphers --ssl-options= --unix-target --inetd= --web --web-dir=
      --wrap-mode --unix-listen --timeout --idle-timeout --cafile --token-plugin --token-source --target-config
      --auth-plugin --auth-source --heartbeat --log-file --record --syslog --file-only= --libserver=
    `),
    operands: ['listen', 'peer', 'other'],
    source: 'https://github.com/novnc/websockify/blob/master/docs/websockify.1',
  },
  {
    names: ['x0tigervncserver', 'x0vncserver'],
    ports: words('-rfbport --rfbport'),
    others: words('-display -PasswordFile -passwordfile -SecurityTypes -PollingCycle -MaxProcessorUsage -Geometry'),
    operands: ['other'],
    defaultPort: 5900,
    source: 'https://tigervnc.org/doc/x0vncserver.html',
  },
  {
    names: ['x11vnc'],
    ports: words('-rfbport --rfbport -httpport -autoport'),
    peers: words('-connect -reflect -proxy'),
    others: words(`
      -display -auth -id -sid -clip -passwd -passwdfile -rfbauth -storepasswd= -o -logfile -rc -gui -geometry -scale
      -desktop -listen -allow -localhost= -input -wait -defer -speeds -sleepin -timeout -tightfilexfer= -httpdir -ping
      -nap= -wireframe= -threads= -scrollcopyrect= -env -repeat= -xkb= -afteraccept -gone -users -grabptr= -pipeinput
    `),
    operands: ['other'],
    defaultPort: 5900,
    source: 'https://github.com/LibVNC/x11vnc/blob/master/doc/OPTIONS.md',
  },
  {
    names: ['xpra'],
    addresses: words('--bind --bind-tcp --bind-ws --bind-wss --bind-ssl --bind-ssh --bind-rfb --bind-quic --bind-udp'),
    others: words(`
      --start --start-child --exit-with-children= --html= --xvfb --auth --tcp-auth --ws-auth --password-file --dpi
      --encoding --quality --speed --session-name --socket-dir --log-file --log-dir --mode --resize-display
      --tcp-encryption --compression_level --idle-timeout --server-idle-timeout
    `),
    operands: ['other'],
    source: 'https://github.com/Xpra-org/xpra/blob/master/docs/Network/README.md',
  },
  {
    names: ['xrdp'],
    ports: ['-p', '--port'],
    others: words('-c --config -f= --fork='),
    operands: ['other'],
    defaultPort: 3389,
    source: 'https://github.com/neutrinolabs/xrdp/blob/devel/docs/man/xrdp.8.in',
  },
  {
    names: ['Xvnc', 'Xtightvnc', 'Xtigervnc', 'tightvncserver', 'tigervncserver', 'vncserver'],
    ports: words('-rfbport --rfbport -httpport -httpPort'),
    others: words(`
      -geometry --geometry -depth --depth -name -desktop -rfbauth --rfbauth -rfbwait -SecurityTypes --SecurityTypes
      -PasswordFile -passwd -pixelformat -httpd -auth -interface -fp -dpi -IdleTimeout -MaxIdleTime -xstartup
      -localhost= -screen
    `),
    operands: ['other'],
    defaultPort: 5901,
    source: 'https://tigervnc.org/doc/Xvnc.html',
  },
];
