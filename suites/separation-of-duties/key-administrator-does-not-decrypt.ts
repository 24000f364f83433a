import {
  judge,
  judgeReached,
  nearest,
  notApplicable,
  onCustomerKey,
  reached,
  rule,
  spareAdministrators,
  unsure,
  type Sentence,
  type Subject,
  type WhoCan,
} from '../../src/rule/index.ts';

export default rule({
  id: 'separation-of-duties/key-administrator-does-not-decrypt',
  code: 'SOD-06',
  title: 'Nobody both administers a key of artifacts and decrypts with it',
  severity: 'high',
  why: 'A key is a second lock only if one who keeps the locks cannot open them: whoever changes the key policy, deletes the key or grants its use, and decrypts as well, has the artifacts to himself. Judged are kms:PutKeyPolicy, kms:ScheduleKeyDeletion and a kms:CreateGrant that lets anybody decrypt. Declared administrators stand in the note; the root user is left out.',
  fix: 'Give kms:PutKeyPolicy, kms:ScheduleKeyDeletion and kms:CreateGrant to a key administrator without kms:Decrypt; bind CreateGrant of others with kms:GrantIsForAWSResource true.',
  on: 'kms.key',
  needs: ['manager', 'policy', 'usage'],
  check: ({ id, manager, policy, usage }, account) =>
    judge({ manager, policy, usage }, (values) =>
      onCustomerKey(account, { id, manager: values.manager }, () => {
        const encrypts = values.usage === null || values.usage === 'ENCRYPT_DECRYPT';
        if (!encrypts) return notApplicable('the key decrypts nothing');
        const administer = [
          account.whoCan({ action: 'kms:PutKeyPolicy', resource: id }),
          account.whoCan({ action: 'kms:ScheduleKeyDeletion', resource: id }),
          account.whoCan({ action: 'kms:CreateGrant', resource: id, context: anybodyDecrypts }),
        ];
        const decrypt = [account.whoCan({ action: 'kms:Decrypt', resource: id })];
        return judgeReached([
          reached({
            who: [...administer, ...decrypt],
            sentence: (subject) =>
              spareAdministrators(account, subject, () => both(subject, administer, decrypt)),
            finding: 'administers-and-decrypts',
            expected: 'kms:Decrypt for none who administers the key',
          }),
        ]);
      }),
    ),
});

/** A grant of one's own, not one that an AWS service asks for. */
const anybodyDecrypts = {
  'kms:GrantIsForAWSResource': 'false',
  'kms:GrantOperations': ['Decrypt'],
};

function both(subject: Subject, one: readonly WhoCan[], other: readonly WhoCan[]): Sentence {
  const [first, second] = [nearest(one, subject), nearest(other, subject)];
  if (first === undefined || second === undefined) return 'allowed';
  const open = [first, second].find(({ answer }) => answer.is !== 'yes');
  return open === undefined ? 'forbidden' : { missing: unsure(open) };
}
