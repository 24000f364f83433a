import type { Domain } from '../domain.ts';

/** Equal for domains that are the same. */
export function domainText(domain: Domain): string {
  if (domain.is === 'fixed') return `=${JSON.stringify(domain.values)}`;
  return `~${domain.missing} ${domain.text ?? ''}${domain.unsure === true ? '?' : ''}`;
}
