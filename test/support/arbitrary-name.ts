// Two accounts and few callers in them: whoever is named is often the one who asks.

export const own = '111122223333';
export const other = '444455556666';

const iam = `arn:aws:iam::${own}`;
const sts = `arn:aws:sts::${own}`;
const serviceRole = 'aws-service-role/sagemaker.amazonaws.com/AWSServiceRoleForSageMaker';

export const callers = [
  ...[`${iam}:user/ada`, `${iam}:user/ml/ada`, `${iam}:role/Train`, `${iam}:role/ml/Train`],
  ...[`${sts}:assumed-role/Train/s1`, `${sts}:assumed-role/Train/s2`, `${sts}:federated-user/ada`],
  ...[`${iam}:root`, `${iam}:role/${serviceRole}`, `arn:aws:iam::${other}:role/Train`],
  ...[`arn:aws:sts::${other}:assumed-role/Train/s1`, `arn:aws:iam::${other}:root`, 'anonymous'],
] as const;

export const services = ['sagemaker.amazonaws.com', 'lambda.amazonaws.com'] as const;

export const providers = [`${iam}:saml-provider/Corp`, 'accounts.google.com'] as const;

/** The names that `AWS` lists; the last ones more often. */
export const named = [
  ...callers.filter((one) => one !== 'anonymous'),
  ...[`${iam}:role/*`, `arn:aws:iam::${other}:r*`, `arn:aws:iam::${other}:user/ada`],
  ...[other, `${iam}:root`, own, own, '*', '*', `${iam}:role/Train`, `${iam}:user/ada`],
] as const;
