/** What an operand (an argument that is not a flag) of a program is, by its position. */
export type Operand =
  /** A port number: `python -m http.server 8000`. */
  | 'port'
  /** An address, a URL or a bare port, of this container where the host is: `curl localhost:8095/health`. */
  | 'address'
  /** An address or a bare port to listen on, whatever host is written: `runserver app:8000`. */
  | 'listen'
  /** An address or URL to connect to, as for the flags in `peers`: `websockify 6080 vnc:5900`. */
  | 'peer'
  /** A host; a following `port` operand or port flag is on this host: `nc localhost 8095`. */
  | 'host'
  /** Anything else: never a port of this container, whatever its digits. */
  | 'other'
  /** Anything else, and whatever follows is a command of its own: `wait-for-it host:port -- cmd`. */
  | 'command';

/**
 * A program whose arguments state ports: one row of the tables of servers and clients.
 *
 * Flags are written with their dashes, as the program takes them. `--port` covers `--port 80` and
 * `--port=80`; a short `-p` covers `-p 80`, `-p80` and `-p=80`. A flag that is written with `=` at
 * its end here (`--inspect=`, `-p=`) takes a value only when that is joined to it
 * (`--inspect=9229`, `-psecret`), and what follows a bare `--inspect` is no value. A `*` stands
 * for one name between dots: `--entrypoints.*.address`.
 */
export interface Program {
  /** Base names it is started by, without directory and `.exe`; a module for `python -m NAME`. */
  readonly names: readonly string[];
  /** Where the program has subcommands: the row is for any of these words as first operand. */
  readonly subcommands?: readonly string[];
  /** The row holds where one of these flags is given, in place of the row without: `nc` listens with `-l`. */
  readonly requires?: readonly string[];
  /** Flags whose value is a port (or a list of ports) of the container. */
  readonly ports?: readonly string[];
  /**
   * Flags whose value is an address or URL of the container (or a list of them); a bare port is one,
   * too. A server listens there, so that a host name is its own, whatever it is.
   */
  readonly addresses?: readonly string[];
  /**
   * Flags whose value is an address or URL that the program connects to, this container's port
   * only where a loopback host is written: `--upstream`. A bare port or `:80` is another one's.
   */
  readonly peers?: readonly string[];
  /** Flags whose value is a setting, `NAME=VALUE`: `postgres -c port=5433`. */
  readonly settings?: Settings;
  /** Flags whose value is text as in the program's configuration file: `nginx -g 'daemon off;'`. */
  readonly configuration?: readonly string[];
  /** Flags whose value is what a tunnel forwards: `[BIND:]PORT:HOST:HOSTPORT`. */
  readonly tunnels?: Tunnels;
  /**
   * Flags whose value is the host that the port belongs to; this container itself where the flag is
   * absent. A `host:port` there states the port, too: `mongo --host db:27018`. `@=` stands for a host
   * behind an @: `dig @ns`.
   */
  readonly hosts?: readonly string[];
  /** Flags with a value that is never a port of the container: timeouts, counts, other services. */
  readonly others?: readonly string[];
  /**
   * What the operands are, in order (behind the subcommand); the last one holds for all that follow.
   * `['other']` alone says of a server only that none is known to be a port: `NAME=VALUE` is read
   * there, and a number that EXPOSE declares is for a person to decide.
   */
  readonly operands?: readonly Operand[];
  /** The port it uses when no argument says one. */
  readonly defaultPort?: number;
  /** For a client with a default port: the argument to add, such as `-p {port}`. */
  readonly portArgument?: string;
  /** For a client with a default port: the environment variable that says another one. */
  readonly portVariable?: string;
  /** Where the flags are documented. */
  readonly source: string;
}

/** The ends of a tunnel that listen on PORT. */
export interface Tunnels {
  /** This container listens; HOST is as the far end sees it: `ssh -L`. */
  readonly here?: readonly string[];
  /** The far end listens; HOST is as this container sees it: `ssh -R`. */
  readonly there?: readonly string[];
}

/**
 * Settings given as `FLAG NAME=VALUE` or `FLAGNAME=VALUE`, or as an operand `NAME=VALUE`. Case does
 * not count in names; one that is in no list is read by what it says, as any name is.
 */
export interface Settings {
  /** Empty where settings are operands only. */
  readonly flags: readonly string[];
  /** Names of settings whose value is a port of the container. */
  readonly ports?: readonly string[];
  /** Names of settings whose value is an address or URL of the container; a bare port is one, too. */
  readonly addresses?: readonly string[];
  /** Names of settings whose value is an address or URL that the program connects to. */
  readonly peers?: readonly string[];
}
