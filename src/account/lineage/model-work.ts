import type { Resource } from '../../model/resource.ts';
import type { Account } from '../account.ts';
import { modelContent } from './model-content.ts';
import type { Works } from './work.ts';
import { readWork } from './work-reader.ts';

/** A model that no endpoint serves yet. What serves it is a work of the endpoint. */
export function modelWork(account: Account, model: Resource<'sagemaker.model'>): Works {
  return readWork(account, { subject: model, purposes: ['endpoint'] }, (reader) => {
    const { role, uses } = modelContent(reader, model);
    return [{ purpose: 'endpoint', subject: model, role, live: false, uses }];
  });
}
