import {
  accessOf,
  findTogether,
  judgePrincipal,
  principalFields,
  rule,
  type Account,
  type Findings,
} from '../../src/rule/index.ts';

export default rule({
  id: 'separation-of-duties/registrar-does-not-approve',
  code: 'SOD-02',
  title: 'Nobody both registers a model and approves it',
  severity: 'high',
  why: 'Approval is the gate to production only if another opens it than who stands before it: with sagemaker:CreateModelPackage and UpdateModelPackage in one hand, or a CreateModelPackage that is free to say Approved at once, a model approves itself. A declared administrator passes with a note.',
  fix: 'Give those who register the condition {"StringEquals": {"sagemaker:ModelApprovalStatus": "PendingManualApproval"}} on CreateModelPackage, or deny the value Approved to them on CreateModelPackage and UpdateModelPackage; let another role approve.',
  on: 'iam.role',
  alsoOn: ['iam.user'],
  needs: principalFields,
  uses: ['sagemaker.model-package-group'],
  check: (principal, account) =>
    judgePrincipal(account, principal, () => {
      // Over all groups first: most principals come to nothing in any of them.
      const any = `arn:${account.partition}:sagemaker:*:${account.id}:model-package/*`;
      if (isNothing(findIn(account, principal.id, any))) return { evidence: [], missing: [] };
      const groups = account.all('sagemaker.model-package-group').map(({ id }) => {
        const packages = `${id.replace(':model-package-group/', ':model-package/')}/*`;
        return findIn(account, principal.id, packages);
      });
      return {
        evidence: groups.flatMap(({ evidence }) => evidence),
        missing: [
          ...groups.flatMap(({ missing }) => missing),
          ...account.gaps('sagemaker.model-package-group'),
        ],
      };
    }),
});

const approved = { 'sagemaker:ModelApprovalStatus': 'Approved' };

function findIn(account: Account, principal: string, packages: string): Findings {
  const [create, update] = [
    'sagemaker:CreateModelPackage',
    'sagemaker:UpdateModelPackage',
  ] as const;
  const registers = accessOf(account, principal, [{ action: create, resource: packages }]);
  if (registers.is === 'no') return { evidence: [], missing: [] };
  const approves = accessOf(account, principal, [
    { action: update, resource: packages, context: approved },
    { action: create, resource: packages, context: approved },
  ]);
  const group = packages.replace(/^.*:model-package\/(.*)\/\*$/s, '$1');
  return findTogether([registers, approves], {
    finding: `registers-and-approves:${group}`,
    expected: 'registration and approval by different principals',
  });
}

function isNothing({ evidence, missing }: Findings): boolean {
  return evidence.length === 0 && missing.length === 0;
}
