/**
 * Families of SageMaker instance types whose volume is a local NVMe disk. A volume key cannot be
 * asked for there (API reference, ResourceConfig.VolumeKmsKeyId); the hardware encrypts the disk.
 * Which families have one: EC2 User Guide, "Instance store volumes".
 */
const local: ReadonlySet<string> = new Set([
  ...['c5d', 'c6gd', 'c6id', 'm5d', 'm6gd', 'm6id', 'r5d', 'r6gd', 'r6id', 'r7gd'],
  ...['g4dn', 'g5', 'g6', 'g6e', 'g7e', 'dl1', 'trn1', 'trn1n', 'trn2'],
  ...['p3dn', 'p4d', 'p4de', 'p5', 'p5e', 'p5en', 'p6-b200', 'p6-b300', 'p6e-gb200'],
]);

/** Families whose volume lies on EBS. */
const remote: ReadonlySet<string> = new Set([
  ...['c4', 'c5', 'c5n', 'c6g', 'c6gn', 'c6i', 'c6in', 'c7g', 'c7i', 'c7i-flex', 'c8g', 'c8i'],
  ...['c8i-flex', 'inf1', 'inf2', 'm4', 'm5', 'm6g', 'm6i', 'm7i', 'm7i-flex', 'm8g', 'm8i'],
  ...['m8i-flex', 'p2', 'p3', 'r5', 'r6g', 'r6i', 'r7i', 'r8g', 'r8i', 'r8i-flex', 't2', 't3'],
]);

/** Where an instance type (`ml.g5.xlarge`) keeps its volume; `unknown` for a family not listed. */
export function volumeStorage(instanceType: string): 'local' | 'remote' | 'unknown' {
  const family = /^ml\.([a-z0-9-]+)\./.exec(instanceType)?.[1] ?? '';
  if (local.has(family)) return 'local';
  return remote.has(family) ? 'remote' : 'unknown';
}
