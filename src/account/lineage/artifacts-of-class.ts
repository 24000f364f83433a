import type { ArtifactClass } from '../../model/artifact-class.ts';
import type { Account } from '../account.ts';
import type { Artifacts } from './artifact.ts';
import { artifactsOf } from './artifacts-of.ts';
import { worksOf } from './works-of.ts';

/** The places of one class, and only those holes that may hide more of it. */
export function artifactsOfClass(account: Account, wanted: ArtifactClass): Artifacts {
  return {
    list: artifactsOf(account).list.filter((one) => one.class === wanted),
    missing: worksOf(account)
      .holes.filter(({ classes }) => classes.includes(wanted))
      .map(({ missing }) => missing),
  };
}
