import {
  isDeclaredAdministrator,
  isPersona,
  isServiceLinkedRole,
  judgeReached,
  noPersonas,
  reached,
  rule,
  type Account,
  type Sentence,
  type Subject,
} from '../../src/rule/index.ts';

const actions = [
  'sagemaker:InvokeEndpoint',
  'sagemaker:InvokeEndpointAsync',
  'sagemaker:InvokeEndpointWithResponseStream',
];

export default rule({
  id: 'exposure/endpoint-is-invoked-by-declared',
  code: 'EXP-10',
  title: 'Endpoints are invoked by declared invokers alone',
  severity: 'high',
  why: 'Whoever can invoke a model can copy it by its answers, learn of its training data, and run up costs. The access engine is asked who can, over all policies of the account and in any context. Declared administrators stand in the note; the root user and roles that AWS keeps for its services are left out.',
  fix: 'Take sagemaker:InvokeEndpoint, InvokeEndpointAsync and InvokeEndpointWithResponseStream from the statement that is named, or name in its Resource the endpoints that the principal calls; declare who may in inputs.personas.invoker.',
  on: 'sagemaker.endpoint',
  needs: [],
  check: ({ id }, account) =>
    judgeReached([
      reached({
        who: actions.map((action) => account.whoCan({ action, resource: id })),
        sentence: (subject) => sentenceOf(account, subject),
        finding: 'invoker',
        expected: 'a principal of inputs.personas.invoker',
      }),
    ]),
});

function sentenceOf(account: Account, { sort, name }: Subject): Sentence {
  if (sort === 'root' || isServiceLinkedRole(name)) return 'allowed';
  if (isPersona(account, 'invoker', name)) return 'allowed';
  if (isDeclaredAdministrator(account, name)) return 'administrator';
  if (account.inputs.personas.invoker !== undefined) return 'forbidden';
  return { missing: noPersonas(name, 'invoker') };
}
