import type { Program } from './program.ts';
import { chainServers } from './servers/chain.ts';
import { clusterServers } from './servers/cluster.ts';
import { databaseServers } from './servers/databases.ts';
import { developmentServers } from './servers/development.ts';
import { documentationServers } from './servers/documentation.ts';
import { exporterServers } from './servers/exporters.ts';
import { javaServers } from './servers/java.ts';
import { javascriptServers } from './servers/javascript.ts';
import { javascriptMockServers } from './servers/javascript-mocks.ts';
import { javascriptToolServers } from './servers/javascript-tools.ts';
import { kubernetesServers } from './servers/kubernetes.ts';
import { languageServers } from './servers/languages.ts';
import { mediaServers } from './servers/media.ts';
import { messagingServers } from './servers/messaging.ts';
import { monitoringServers } from './servers/monitoring.ts';
import { networkServers } from './servers/network.ts';
import { pythonServers } from './servers/python.ts';
import { pythonAppServers } from './servers/python-apps.ts';
import { pythonDataServers } from './servers/python-data.ts';
import { remoteServers } from './servers/remote.ts';
import { rubyServers } from './servers/ruby.ts';
import { storeServers } from './servers/stores.ts';
import { tunnelServers } from './servers/tunnels.ts';
import { webServers } from './servers/web.ts';

/**
 * The programs that listen on a port which their arguments state.
 *
 * A bind host (`--host`, `--ip`) stands in `others`: whatever a server binds to is this container.
 */
export const servers: readonly Program[] = [
  ...chainServers,
  ...clusterServers,
  ...databaseServers,
  ...developmentServers,
  ...documentationServers,
  ...exporterServers,
  ...javaServers,
  ...javascriptMockServers,
  ...javascriptToolServers,
  ...javascriptServers,
  ...kubernetesServers,
  ...languageServers,
  ...mediaServers,
  ...messagingServers,
  ...monitoringServers,
  ...networkServers,
  ...pythonAppServers,
  ...pythonDataServers,
  ...pythonServers,
  ...remoteServers,
  ...rubyServers,
  ...storeServers,
  ...tunnelServers,
  ...webServers,
];

const known = new Set(servers);

/** Whether a row is of this table. */
export function isServer(row: Program): boolean {
  return known.has(row);
}
