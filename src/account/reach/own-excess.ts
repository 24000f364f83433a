import { parsePrincipalName } from '../../decide/principal.ts';
import type { JsonValue } from '../../model/json.ts';
import type { Answer } from '../../reach/answer.ts';
import { documentLayer } from '../../reach/document-layer.ts';
import { excess } from '../../reach/excess.ts';
import { grantsMoreThan } from '../../reach/questions.ts';
import type { Account } from '../account.ts';
import { knowledgeOf, ownSideKeys, ownSubject } from './own-side-keys.ts';

interface Policies {
  readonly granting: JsonValue;
  readonly limit: JsonValue;
}

/**
 * Does one identity policy allow anything that another does not, for this role or user (ARN) with its
 * tags and its sessions? For anybody, where the snapshot does not have it.
 */
export function ownExcess(account: Account, arn: string, { granting, limit }: Policies): Answer {
  const principal = parsePrincipalName(arn);
  const subject = principal && ownSubject(account, principal);
  if (subject === undefined) {
    return grantsMoreThan(granting, limit, { type: 'identity', account: account.id });
  }
  return excess({
    granting: documentLayer('new', granting),
    limit: documentLayer('existing', limit),
    callers: [{ name: subject.name, principal: subject.principal }],
    resourceAccount: account.id,
    ...knowledgeOf(ownSideKeys(account, subject)),
  });
}
