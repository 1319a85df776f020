import type { Program } from './program.ts';
import { databaseServers } from './servers/databases.ts';
import { javascriptServers } from './servers/javascript.ts';
import { pythonServers } from './servers/python.ts';
import { rubyServers } from './servers/ruby.ts';

/**
 * The programs that listen on a port which their arguments state.
 *
 * A bind host (`--host`, `--ip`) stands in `others`: whatever a server binds to is this container.
 */
export const servers: readonly Program[] = [...databaseServers, ...javascriptServers, ...pythonServers, ...rubyServers];
