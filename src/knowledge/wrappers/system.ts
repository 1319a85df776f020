import { words } from '../words.ts';
import type { Wrapper } from '../wrapper.ts';

const COREUTILS = 'https://www.gnu.org/software/coreutils/manual/html_node/';
const MAN = 'https://man7.org/linux/man-pages/';

/** Shell builtins and system tools that start the command they are given. */
export const systemWrappers: readonly Wrapper[] = [
  {
    names: ['busybox', 'busybox-extras', 'toybox'],
    operands: ['command'],
    source: 'https://www.busybox.net/downloads/BusyBox.html',
  },
  {
    names: ['chroot'],
    others: words('--groups --userspec'),
    operands: ['other', 'command'],
    source: `${COREUTILS}chroot-invocation.html`,
  },
  {
    names: ['command', 'builtin'],
    operands: ['command'],
    source: 'https://www.gnu.org/software/bash/manual/html_node/Bash-Builtins.html',
  },
  {
    names: ['dbus-launch', 'dbus-run-session'],
    others: words('--config-file --dbus-daemon'),
    operands: ['command'],
    source: 'https://dbus.freedesktop.org/doc/dbus-run-session.1.html',
  },
  { names: ['doas'], others: words('-a -C -u'), operands: ['command'], source: 'https://man.openbsd.org/doas' },
  {
    names: ['entr'],
    commandFlags: ['-s'],
    operands: ['command'],
    source: 'https://eradman.com/entrproject/entr.1.html',
  },
  {
    names: ['env', 'genv'],
    others: words('-u --unset -C --chdir -a --argv0'),
    commandFlags: words('-S --split-string'),
    assignments: true,
    operands: ['command'],
    source: `${COREUTILS}env-invocation.html`,
  },
  {
    names: ['envdir', 's6-envdir'],
    operands: ['other', 'command'],
    source: 'https://cr.yp.to/daemontools/envdir.html',
  },
  {
    names: ['exec'],
    others: ['-a'],
    operands: ['command'],
    source: 'https://www.gnu.org/software/bash/manual/html_node/Bourne-Shell-Builtins.html',
  },
  {
    names: ['fakeroot'],
    others: words('-l -s -i -b'),
    operands: ['command'],
    source: 'https://manpages.debian.org/stable/fakeroot/fakeroot.1.en.html',
  },
  {
    names: ['flock'],
    others: words('-w --timeout -E --conflict-exit-code'),
    commandFlags: words('-c --command'),
    operands: ['other', 'command'],
    source: `${MAN}man1/flock.1.html`,
  },
  { names: ['inotifyd'], operands: ['command'], source: 'https://www.busybox.net/downloads/BusyBox.html#inotifyd' },
  {
    names: ['ionice'],
    others: words('-c --class -n --classdata'),
    operands: ['command'],
    source: `${MAN}man1/ionice.1.html`,
  },
  {
    names: ['nice'],
    others: words('-n --adjustment'),
    operands: ['command'],
    source: `${COREUTILS}nice-invocation.html`,
  },
  { names: ['nohup'], operands: ['command'], source: `${COREUTILS}nohup-invocation.html` },
  {
    names: ['nsenter'],
    others: words('-t --target -S --setuid -G --setgid'),
    operands: ['command'],
    source: `${MAN}man1/nsenter.1.html`,
  },
  {
    names: ['numactl'],
    others: words('-i --interleave -p --preferred -P -m --membind -N --cpunodebind -C --physcpubind'),
    operands: ['command'],
    source: `${MAN}man8/numactl.8.html`,
  },
  {
    names: ['prlimit'],
    others: words('-p --pid -o --output'),
    operands: ['command'],
    source: `${MAN}man1/prlimit.1.html`,
  },
  {
    names: ['rlwrap'],
    others: words('-b -C -f -g -H -l -m= -M -P -q -s -S -t -w -z'),
    operands: ['command'],
    source: 'https://github.com/hanslub42/rlwrap',
  },
  {
    names: ['runuser'],
    others: words('-u --user -g --group -G --supp-group -s --shell -w --whitelist-environment'),
    commandFlags: words('-c --command --session-command'),
    operands: ['command'],
    source: `${MAN}man1/runuser.1.html`,
  },
  {
    names: ['scl'],
    subcommands: ['enable'],
    operands: ['other'],
    separator: 'command',
    source: 'https://github.com/sclorg/scl-utils',
  },
  {
    names: ['script'],
    others: words('-E --echo -I --log-in -O --log-out -B --log-io -T --log-timing -o --output-limit'),
    commandFlags: words('-c --command'),
    operands: ['other'],
    source: `${MAN}man1/script.1.html`,
  },
  {
    names: ['setpriv'],
    others: words(`
      --reuid --ruid --euid --regid --rgid --egid --groups --inh-caps --ambient-caps --bounding-set --securebits
      --pdeathsig --selinux-label --apparmor-profile
    `),
    operands: ['command'],
    source: `${MAN}man1/setpriv.1.html`,
  },
  { names: ['setsid'], operands: ['command'], source: `${MAN}man1/setsid.1.html` },
  {
    names: ['start-stop-daemon'],
    others: words(`
      -p --pidfile -n --name -u --user -s --signal -R --retry -g --group -r --chroot -d --chdir -N --nicelevel -P
      --procsched -I --iosched -k --umask -c --chuid -O --output --notify-timeout --ppid
    `),
    moduleFlags: words('-a --startas -x --exec'),
    separator: 'arguments',
    source: `${MAN}man8/start-stop-daemon.8.html`,
  },
  {
    names: ['stdbuf'],
    others: words('-i --input -o --output -e --error'),
    operands: ['command'],
    source: `${COREUTILS}stdbuf-invocation.html`,
  },
  {
    names: ['strace', 'ltrace'],
    others: words(
      '-a -b -e -E -I -o -O -p -P -s -S -u --user -U --summary-columns --columns -X --attach --trace --output --string-limit',
    ),
    operands: ['command'],
    source: `${MAN}man1/strace.1.html`,
  },
  {
    names: ['su'],
    others: words('-g --group -G --supp-group -s --shell -w --whitelist-environment'),
    commandFlags: words('-c --command --session-command'),
    operands: ['other'],
    source: `${MAN}man1/su.1.html`,
  },
  {
    names: ['sudo'],
    others: words(`
      -a --auth-type -C --close-from -c --login-class -D --chdir -g --group -h --host -p --prompt -R --chroot -r
      --role -t --type -T --command-timeout -U --other-user -u --user
    `),
    assignments: true,
    operands: ['command'],
    source: 'https://www.sudo.ws/docs/man/sudo.man/',
  },
  {
    names: ['systemd-run'],
    others: words('-p --property -u --unit -E --setenv --uid --gid --slice --description'),
    operands: ['command'],
    source: `${MAN}man1/systemd-run.1.html`,
  },
  {
    names: ['taskset'],
    others: ['-p'],
    operands: ['other', 'command'],
    source: `${MAN}man1/taskset.1.html`,
  },
  {
    names: ['time', 'gtime'],
    others: words('-f --format -o --output'),
    operands: ['command'],
    source: `${MAN}man1/time.1.html`,
  },
  {
    names: ['timeout', 'gtimeout'],
    others: words('-k --kill-after -s --signal'),
    operands: ['other', 'command'],
    source: `${COREUTILS}timeout-invocation.html`,
  },
  { names: ['unbuffer'], operands: ['command'], source: 'https://core.tcl-lang.org/expect/home' },
  {
    names: ['unshare'],
    others: words(`
      -S --setuid -G --setgid -R --root -w --wd --propagation --setgroups --map-user --map-group --map-users
      --map-groups --monotonic --boottime --kill-child=
    `),
    operands: ['command'],
    source: `${MAN}man1/unshare.1.html`,
  },
  {
    names: ['valgrind'],
    others: words('--tool= --log-file= --leak-check= --suppressions='),
    operands: ['command'],
    source: 'https://valgrind.org/docs/manual/manual-core.html',
  },
  { names: ['watch'], others: words('-n --interval'), operands: ['command'], source: `${MAN}man1/watch.1.html` },
  {
    names: ['wine', 'wine64'],
    operands: ['command'],
    source: 'https://gitlab.winehq.org/wine/wine/-/wikis/Wine-User%27s-Guide',
  },
  {
    names: ['xargs', 'gxargs'],
    others: words('-a --arg-file -d --delimiter -E -I -L --max-lines= -n --max-args -P --max-procs -s --max-chars'),
    operands: ['command'],
    source: `${MAN}man1/xargs.1.html`,
  },
  {
    names: ['xvfb-run'],
    others: words('-e --error-file -f --auth-file -n --server-num -p --xauth-protocol -s --server-args -w --wait'),
    operands: ['command'],
    source: 'https://manpages.debian.org/stable/xvfb/xvfb-run.1.en.html',
  },
];
