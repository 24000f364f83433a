import {
  askWho,
  judge,
  judgeReached,
  notApplicable,
  onArtifactBucket,
  reached,
  rule,
  spareAdministrators,
} from '../../src/rule/index.ts';

export default rule({
  id: 'integrity/retention-is-not-bypassed',
  code: 'INT-06',
  title: 'Nobody may bypass the retention of artifacts',
  severity: 'high',
  why: 'Object lock in governance mode keeps an object only from those without s3:BypassGovernanceRetention: whoever has it can delete locked training data and reports, or shorten how long they are kept. Declared break-glass principals and administrators stand in the note; the root user is left out.',
  fix: 'Take s3:BypassGovernanceRetention from the statement that is named (s3:* holds it), or deny it in the bucket policy to all but the break-glass role.',
  on: 's3.bucket',
  needs: ['objectLock'],
  check: ({ id, name, objectLock }, account) =>
    onArtifactBucket(account, name, () =>
      judge({ objectLock }, ({ objectLock: lock }) => {
        if (lock?.enabled !== true) return notApplicable('object lock is off');
        const question = { action: 's3:BypassGovernanceRetention', resource: `${id}/*` };
        return judgeReached([
          reached({
            who: askWho(account, [question]),
            sentence: (subject) => spareAdministrators(account, subject, () => 'forbidden'),
            finding: 'bypass',
            expected: 'nobody but declared break-glass principals and administrators',
          }),
        ]);
      }),
    ),
});
