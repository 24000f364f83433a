import type { CompiledLayer } from '../../decide/compile-policy-set.ts';
import type { CompiledStatement } from '../../decide/compile-statement.ts';
import { variablesIn } from '../variables-in.ts';
import { ContentIds } from './content-ids.ts';

/** A statement of a layer, and what its match depends on beside action and resource. */
export interface StatementContent {
  readonly statement: CompiledStatement;
  /** Equal for statements that say the same. */
  readonly id: number;
  /** Of the context, in lower case. */
  readonly keys: readonly string[];
}

/** What a layer says of an action. */
export interface LayerContent {
  readonly statements: readonly StatementContent[];
  /** All of its documents are understood. */
  readonly isRead: boolean;
}

/** Remembers what the layers of an account say of each action. */
export class LayerContents {
  readonly ids = new ContentIds();
  readonly #byAction = new Map<string, WeakMap<CompiledLayer, LayerContent>>();

  /** `action` in lower case. */
  of(layer: CompiledLayer, action: string): LayerContent {
    const layers = this.#byAction.get(action) ?? new WeakMap<CompiledLayer, LayerContent>();
    this.#byAction.set(action, layers);
    const known = layers.get(layer);
    if (known !== undefined) return known;
    const statements = [...layer.allowing.of(action), ...layer.denying.of(action)];
    const content = {
      statements: statements.map((statement) => ({
        statement,
        id: this.ids.of(statement),
        keys: keysOf(statement),
      })),
      isRead: layer.unread.length === 0,
    };
    layers.set(layer, content);
    return content;
  }
}

function keysOf(statement: CompiledStatement): readonly string[] {
  const keys = [
    ...statement.conditions.map(({ key }) => key.toLowerCase()),
    ...variablesIn(statement),
  ];
  return [...new Set(keys)];
}
