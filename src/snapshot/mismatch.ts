/** A place where a snapshot is not what it was when it was published. */
export interface Mismatch {
  /** Path inside the snapshot, with `/`. */
  readonly path: string;
  /** What is wrong, with the line where there is one. */
  readonly problem: string;
}
