import { notCollected } from '../../model/observed.ts';
import type { Missing } from '../../model/verdict.ts';
import type { Account } from '../account.ts';
import { sidesOf } from '../access/sides.ts';
import { answersAt } from './answer-place.ts';
import type { Place } from './places.ts';
import type { ReachQuestion, Subject } from './reach-answer.ts';

/**
 * Other accounts can have access points to a bucket, too, with policies of their own; the snapshot has
 * none of these. They matter where the bucket lets somebody in through them who does not get in
 * otherwise.
 */
export function foreignAccessPoints(
  account: Account,
  question: ReachQuestion,
  { place, kept }: { readonly place: Place; readonly kept: readonly Subject[] },
): readonly Missing[] {
  const { bucket, point, region } = place.side;
  if (bucket === undefined || point !== undefined) return [];
  const { resource } = sidesOf(account).ofResource(place.side);
  const conditions = [...resource.allows, ...resource.denies].flatMap(
    ({ statement }) => statement.conditions,
  );
  const telling = conditions.filter(({ key }) => /^s3:dataaccesspoint/i.test(key));
  if (telling.length === 0) return [];
  const named = JSON.stringify(telling).match(/\b\d{12}\b/g) ?? [];
  const owners = [...new Set([...named, 'another'])].filter((one) => one !== account.id);
  const lets = owners.some((owner) => {
    const arn = `arn:${account.partition}:s3:${region}:${owner}:accesspoint/x`;
    const keys = { 's3:DataAccessPointAccount': owner, 's3:DataAccessPointArn': arn };
    const context = { ...question.context, ...keys };
    const answers = answersAt(account, { ...question, context }, place);
    return kept.some((subject) => answers.of(subject).is !== 'no');
  });
  if (!lets) return [];
  const what = `who reaches ${bucket.name} through access points of other accounts`;
  return [{ what, why: notCollected('access points of other accounts are not captured') }];
}
