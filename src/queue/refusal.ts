/** Batches that a worker leaves to others: its outputs might be other ones, or it hasn't their files. */

/** Why. `other root`: the batch's shared folder isn't where the worker's is, or isn't there now. */
export type Refusal = 'other version' | 'other models' | 'other root';

/** Thrown while a job is done that is for others. */
export class Refused extends Error {
  /** `missing`: the file or folder that `other root` is told by. */
  constructor(
    readonly why: Refusal,
    readonly missing?: string,
  ) {
    super(why);
  }
}
