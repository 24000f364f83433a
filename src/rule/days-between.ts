/** Days from one ISO-8601 instant to another; `undefined` when either cannot be read. */
export function daysBetween(from: string, to: string): number | undefined {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  return Number.isNaN(days) ? undefined : days;
}
