import { judge, judgeReached, reached, rule, untrusted } from '../../src/rule/index.ts';

/** The manifest of an image, and its layers. */
const pulls = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];

export default rule({
  id: 'exposure/image-repository-is-shared-with-trusted',
  code: 'EXP-08',
  title: 'Container images are pulled by trusted accounts alone',
  severity: 'critical',
  why: 'An image of training or inference holds code, often weights and now and then credentials. The policies of the repository and of the registry it is in are asked together, with the resource control policies above them, who outside the account can get manifests or layers. Trusted are inputs.trustedAccounts and the own organisation; AWS services belong to nobody and are not judged here.',
  fix: 'In SetRepositoryPolicy (and PutRegistryPolicy) name the accounts that pull, or bind Principal "*" with aws:PrincipalOrgID under a plain StringEquals; declare accounts that may pull in inputs.trustedAccounts.',
  on: 'ecr.repository',
  needs: ['policy'],
  check: ({ id, policy }, account) =>
    judge({ policy }, () =>
      judgeReached([
        reached({
          who: pulls.map((action) => untrusted(account, { action, resource: id })),
          // None of those that are asked about may.
          sentence: () => 'forbidden',
          finding: 'puller',
          expected: 'none but the account, inputs.trustedAccounts and its organisation',
        }),
      ]),
    ),
});
