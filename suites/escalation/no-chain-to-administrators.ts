import {
  chainFindings,
  developerGaps,
  isDeveloper,
  isRuler,
  judgePrincipal,
  notCollected,
  principalFields,
  rule,
} from '../../src/rule/index.ts';

export default rule({
  id: 'escalation/no-chain-to-administrators',
  code: 'ESC-17',
  title: 'No chain of steps leads from developers to administrators, deployers or keepers of keys',
  severity: 'critical',
  why: 'Each step may look harmless: a training job with some role, a notebook that this role opens, a role that the notebook assumes. All steps of ESC-01 to ESC-16 and sts:AssumeRole are joined; the shortest chain to each of them is told. Developers are the principals of inputs.personas.dataScientist and the roles of notebooks and Studio; where none is declared, also whoever can start training or processing jobs and is no execution role. They must not reach those of inputs.personas.administrator, deployer, keyAdmin and breakGlass, nor whoever is allowed everything or can allow it to itself.',
  fix: 'Break the chain at the step that is easiest to take away: the Resource of an iam:PassRole, a trust policy that lets the whole account in, a notebook or profile with a broad role.',
  on: 'iam.role',
  alsoOn: ['iam.user'],
  needs: principalFields,
  check: (principal, account) =>
    judgePrincipal(account, principal, () => {
      const developer = isDeveloper(account, principal.id);
      const { is } = developer;
      const missing = [...developer.missing, ...developerGaps(account)];
      // Who starts jobs because everything is allowed administrates: others are asked about him.
      const isByAccess = is !== 'no' && developer.access.length > 0;
      if (is === 'no' || (isByAccess && isRuler(account, principal.id))) {
        return { evidence: [], missing };
      }
      const { evidence, missing: unsure } = chainFindings(account, principal.id);
      const all = [...unsure, ...missing];
      if (is === 'yes' || evidence.length === 0) return { evidence, missing: all };
      const what = `whether ${principal.name} is a developer`;
      return { evidence: [], missing: [{ what, why: notCollected('it may start jobs') }, ...all] };
    }),
});
