import { error, type Check } from './finding.ts';

/** Sids are unique within a document and, in IAM, of letters and digits. */
export const sids: Check = ({ policy, at, kind }) => {
  const seen = new Set<string>();
  return policy.statements.flatMap((statement) => {
    const { sid } = statement;
    if (sid === undefined || sid === '') return [];
    const twice = seen.has(sid);
    seen.add(sid);
    const place = at(statement, 'Sid');
    const iam = kind === 'identity' || kind === 'trust';
    return [
      ...(twice
        ? [error('sid-twice', place, `another statement has the Sid "${sid}"; give it its own`)]
        : []),
      ...(iam && !/^[A-Za-z0-9]*$/.test(sid)
        ? [error('sid-characters', place, 'IAM takes letters and digits in a Sid, nothing else')]
        : []),
    ];
  });
};
