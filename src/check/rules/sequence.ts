/** Numbers that rise by one. */

/**
 * A function that takes number after number and gives the one that was due where another stands, else undefined. Where the
 * number behind a wrong one goes on as if that had been right, so does the count: one slip is told once. `repeats`: a letter
 * stands behind the number (60a), which is then the last one's again. Without `last`, any number may begin.
 */
export function sequence(last?: number): (number: number, repeats?: boolean) => number | undefined {
  let before = last;
  let instead: number | undefined;
  return (number, repeats = false) => {
    const step = repeats ? 0 : 1;
    const due = (before ?? number - step) + step;
    const fits = number === due || (instead !== undefined && number === instead + step);
    instead = fits ? undefined : due;
    before = number;
    return fits ? undefined : due;
  };
}
