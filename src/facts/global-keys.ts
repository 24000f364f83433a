/**
 * Types of the global condition keys (IAM User Guide, AWS global condition context keys), which the
 * service authorization reference does not list. `ArrayOf…` carries several values. A name that ends
 * in `/` stands for the whole family.
 */
export const globalKeys: Readonly<Record<string, string>> = {
  // The principal and its session.
  'aws:AssumedRoot': 'Bool',
  'aws:ChatbotSourceArn': 'ARN',
  'aws:Ec2InstanceSourcePrivateIPv4': 'IPAddress',
  'aws:Ec2InstanceSourceVpc': 'String',
  'aws:FederatedProvider': 'String',
  'aws:MultiFactorAuthAge': 'Numeric',
  'aws:MultiFactorAuthPresent': 'Bool',
  'aws:PrincipalAccount': 'String',
  'aws:PrincipalArn': 'ARN',
  'aws:PrincipalIsAWSService': 'Bool',
  'aws:PrincipalOrgID': 'String',
  'aws:PrincipalOrgPaths': 'ArrayOfString',
  'aws:PrincipalServiceName': 'String',
  'aws:PrincipalServiceNamesList': 'ArrayOfString',
  'aws:PrincipalTag/': 'String',
  'aws:PrincipalType': 'String',
  'aws:SignInSessionArn': 'ARN',
  'aws:SourceIdentity': 'String',
  'aws:TokenIssueTime': 'Date',
  'aws:userid': 'String',
  'aws:username': 'String',
  // The network.
  'aws:SourceIp': 'IPAddress',
  'aws:SourceVpc': 'String',
  'aws:SourceVpcArn': 'ARN',
  'aws:SourceVpce': 'String',
  'aws:VpcSourceIp': 'IPAddress',
  'aws:VpceAccount': 'String',
  'aws:VpceOrgID': 'String',
  'aws:VpceOrgPaths': 'ArrayOfString',
  // The resource.
  'aws:ResourceAccount': 'String',
  'aws:ResourceOrgID': 'String',
  'aws:ResourceOrgPaths': 'ArrayOfString',
  'aws:ResourceTag/': 'String',
  // The request.
  'aws:CalledVia': 'ArrayOfString',
  'aws:CalledViaAWSMCP': 'String',
  'aws:CalledViaFirst': 'String',
  'aws:CalledViaLast': 'String',
  'aws:CurrentTime': 'Date',
  'aws:EpochTime': 'Date',
  'aws:Referer': 'String',
  'aws:RequestTag/': 'String',
  'aws:RequestedRegion': 'String',
  'aws:SecureTransport': 'Bool',
  'aws:SourceAccount': 'String',
  'aws:SourceArn': 'ARN',
  'aws:SourceOrgID': 'String',
  'aws:SourceOrgPaths': 'ArrayOfString',
  // Amazon SNS and S3 wrote it before aws:SourceAccount was there.
  'aws:SourceOwner': 'String',
  'aws:TagKeys': 'ArrayOfString',
  'aws:UserAgent': 'String',
  'aws:ViaAWSMCPService': 'Bool',
  'aws:ViaAWSService': 'Bool',
};
