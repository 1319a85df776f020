import { wordsOf } from '../knowledge/names.ts';

/**
 * Words that leave it open which of several ports a variable is for: `PORT`, `SERVICE_PORT`,
 * `HTTP_LISTEN_ADDR`. With any other word (`METRICS_PORT`) it is a port beside the main one.
 *
 * Sources: https://12factor.net/port-binding,
 * https://learn.microsoft.com/aspnet/core/fundamentals/servers/kestrel/endpoints,
 * https://docs.spring.io/spring-boot/appendix/application-properties/index.html,
 * https://fastapi.tiangolo.com/deployment/docker/, https://streamlit.io, https://nuxt.com/docs/getting-started/deployment
 */
const GENERIC = new Set(
  `port ports addr address addresses bind binding listen listener url urls service server app application web http
  main default container internal api backend node flask django fastapi uvicorn gunicorn hypercorn rails puma express
  next nuxt nitro vite streamlit spring quarkus micronaut aspnetcore dotnet kestrel jetty tomcat run`.split(/\s+/),
);

/** Whether a variable of this name sets the port that its container is about. */
export function isMainName(name: string, ownSoftware: ReadonlySet<string>): boolean {
  return wordsOf(name).every((word) => GENERIC.has(word) || ownSoftware.has(word));
}
