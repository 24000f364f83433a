import { isJsonObject, type JsonValue } from '../../model/json.ts';
import { printable } from '../../model/printable.ts';
import { UserError } from '../../model/user-error.ts';

/** A value in a file that somebody gave us; whatever is wrong with it is said with its place. */
export class FileValue {
  readonly value: JsonValue | undefined;
  readonly file: string;
  /** JSON pointer; with several values in one file, after the number of the value. */
  readonly place: string;

  constructor(value: JsonValue | undefined, file: string, place: string) {
    this.value = value;
    this.file = file;
    this.place = place;
  }

  get isMissing(): boolean {
    return this.value === undefined || this.value === null;
  }

  /** Of something that is no object, every member is missing. */
  member(name: string): FileValue {
    const value = isJsonObject(this.value) ? this.value[name] : undefined;
    return new FileValue(value, this.file, `${this.place}/${escapeStep(name)}`);
  }

  object(): this {
    if (!isJsonObject(this.value)) throw this.wrong('is not an object');
    return this;
  }

  list(): readonly FileValue[] {
    if (!Array.isArray(this.value)) throw this.wrong('is not a list');
    return this.value.map(
      (one: JsonValue, index) => new FileValue(one, this.file, `${this.place}/${String(index)}`),
    );
  }

  text(): string {
    if (typeof this.value !== 'string') throw this.wrong('is not a text');
    return this.value;
  }

  /** What `read` makes of it, or undefined where the file leaves it out. */
  given<T>(read: (here: this) => T): T | undefined {
    return this.isMissing ? undefined : read(this);
  }

  /** `mend` says what the user can do. */
  wrong(problem: string, mend = 'give the file as AWS wrote it'): UserError {
    const said = this.isMissing && problem.startsWith('is not') ? 'is missing' : problem;
    const place = this.place === '' ? '' : `${this.place}: `;
    return new UserError(`${printable(`${this.file}: ${place}`)}${said}; ${mend}`);
  }
}

/** RFC 6901. */
function escapeStep(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1');
}
