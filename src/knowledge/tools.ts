/** Programs whose arguments never state a port of the container, whatever their digits. */
interface ToolRow {
  readonly names: string;
  readonly source: string;
}

const rows: readonly ToolRow[] = [
  {
    names: `basename cat chgrp chmod chown cp cut date dd df dirname du false head install link ln ls mkdir mkfifo mknod mktemp
      mv od paste pwd readlink realpath rm rmdir seq shasum sha1sum sha256sum sha512sum md5sum sleep sort split stat sync tac
      tail touch tr true truncate uname unlink wc whoami numfmt base64 comm join uniq`,
    source: 'https://www.gnu.org/software/coreutils/manual/coreutils.html',
  },
  {
    names: 'cd exit umask ulimit kill wait shift return break continue trap unset set source . read : [ test',
    source: 'https://pubs.opengroup.org/onlinepubs/9699919799/utilities/V3_chap02.html',
  },
  {
    names: `adduser addgroup useradd groupadd usermod groupmod userdel groupdel deluser delgroup passwd chpasswd gpasswd chage`,
    source: 'https://man7.org/linux/man-pages/man8/useradd.8.html',
  },
  {
    names: `apt apt-get apt-key apt-cache apt-mark aptitude dpkg dpkg-reconfigure dpkg-divert add-apt-repository apk yum dnf
      microdnf rpm rpmkeys zypper pacman emerge brew snap opkg tdnf yum-config-manager`,
    source: 'https://wiki.debian.org/Apt',
  },
  {
    names: `pip pip2 pip3 easy_install gem npm-install nuget composer cpan cpanm luarocks pecl pear docker-php-ext-install
      docker-php-ext-configure docker-php-ext-enable conda-install opam cabal stack cargo-install sdk nvm pyenv rbenv rvm`,
    source: 'https://pip.pypa.io/en/stable/cli/',
  },
  {
    names: `tar unzip zip gzip gunzip bzip2 xz unxz 7z 7za cpio ar jar unrar zcat zstd patch diff make cmake gcc g++ cc clang
      ninja meson autoconf automake strip ldconfig ld go-build javac`,
    source: 'https://www.gnu.org/software/tar/manual/tar.html',
  },
  { names: 'git svn hg bzr cvs', source: 'https://git-scm.com/docs' },
  { names: 'gpg gpg2 gpgv gpgconf gpg-agent dirmngr', source: 'https://www.gnupg.org/documentation/manpage.html' },
  {
    names: 'ssh-keygen openssl-req keytool update-ca-certificates setcap getcap setfacl chattr restorecon semanage',
    source: 'https://man7.org/linux/man-pages/man8/setcap.8.html',
  },
  {
    names:
      'find locate which type file a2enmod a2dismod a2ensite a2dissite a2enconf a2disconf update-rc.d systemctl chkconfig',
    source: 'https://manpages.debian.org/bookworm/apache2/a2enmod.8.en.html',
  },
];

const names = new Set(rows.flatMap((row) => row.names.split(/\s+/)));

/** Whether a program of this base name never takes a port of the container as an argument. */
export function isTool(program: string): boolean {
  return names.has(program);
}
