import rule from '../../../suites/execution-role/has-permissions-boundary.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { build } from '../../support/build.ts';
import { executionTrust, humanTrust, serviceLinked } from '../../support/policy.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const boundary = 'arn:aws:iam::111122223333:policy/MlBoundary';
const bounded = build('iam.role', {
  trustPolicy: executionTrust,
  permissionsBoundary: present(boundary),
});
const unbounded = build('iam.role', { trustPolicy: executionTrust });

ruleCases(rule, {
  pass: [
    {
      name: 'the boundary is approved',
      resource: bounded,
      inputs: { permissionsBoundaries: [boundary] },
    },
  ],
  fail: [
    {
      name: 'there is no boundary',
      resource: unbounded,
      inputs: { permissionsBoundaries: [boundary] },
      findings: ['no-boundary'],
    },
    {
      name: 'there is no boundary and none is declared',
      resource: unbounded,
      findings: ['no-boundary'],
    },
    {
      name: 'the boundary is not approved',
      resource: bounded,
      inputs: { permissionsBoundaries: ['arn:aws:iam::aws:policy/PowerUserAccess'] },
      findings: ['unapproved-boundary'],
    },
  ],
  unknown: [
    {
      name: 'there is a boundary and none is declared',
      resource: bounded,
      missing: ['inputs.permissionsBoundaries'],
    },
    {
      name: 'the boundary was not read',
      resource: { ...bounded, permissionsBoundary: notCollected('denied') },
      inputs: { permissionsBoundaries: [boundary] },
      missing: ['permissionsBoundary'],
    },
  ],
  notApplicable: [
    {
      name: 'the role is service-linked, so that only AWS can change it',
      resource: { ...unbounded, ...serviceLinked },
    },
    {
      name: 'SageMaker may not assume the role',
      resource: build('iam.role', { trustPolicy: humanTrust }),
    },
  ],
});
