import { fail, judge, pass, rule } from '../../src/rule/index.ts';

export default rule({
  id: 'network/domain-is-vpc-only',
  code: 'NET-11',
  title: 'Studio domains send all traffic through the VPC',
  severity: 'high',
  why: 'In a PublicInternetOnly domain every Studio app has direct internet access beside your VPC, so data scientists and the packages they install can move data out unseen.',
  fix: 'Set AppNetworkAccessType to VpcOnly in CreateDomain, or in UpdateDomain once all apps are deleted, and give the VPC endpoints for SageMaker, S3, STS, KMS, ECR and CloudWatch Logs.',
  on: 'sagemaker.domain',
  needs: ['networkAccess'],
  check: (domain) =>
    judge({ networkAccess: domain.networkAccess }, ({ networkAccess }) => {
      if (networkAccess === 'VpcOnly') return pass();
      return fail({
        finding: 'public-internet',
        expected: 'AppNetworkAccessType VpcOnly',
        got: networkAccess ?? 'not set, which means PublicInternetOnly',
        field: 'networkAccess',
      });
    }),
});
