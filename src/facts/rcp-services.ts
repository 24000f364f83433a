import { readFileSync } from 'node:fs';

let services: ReadonlySet<string> | undefined;

/** Whether resource control policies apply to the service's resources; `service` as in actions. */
export function isRcpSupported(service: string): boolean {
  services ??= new Set(
    JSON.parse(
      readFileSync(new URL('./data/rcp-services.json', import.meta.url), 'utf8'),
    ) as readonly string[],
  );
  return services.has(service);
}
