/** Words that names are made of. */
export const teams = [
  'fraud',
  'churn',
  'recsys',
  'nlp',
  'vision',
  'pricing',
  'search',
  'risk',
] as const;

export type Team = (typeof teams)[number];

export const accountId = '123456789012';

/** Names counted with leading zeros, so that they sort as they were made. */
export function numbered(word: string, index: number): string {
  return `${word}-${String(index).padStart(5, '0')}`;
}

export function teamOf(index: number): Team {
  return teams[index % teams.length] ?? 'fraud';
}

/** Buckets go to the teams in turn; every third round holds models. */
export function bucketName(index: number): string {
  const holds = Math.floor(index / teams.length) % 3 === 2 ? 'models' : 'data';
  return numbered(`acme-${teamOf(index)}-${holds}`, index);
}
