/** Where a document was written whose dateline names no place: the seat of a department that the heading names as its sender. */

/**
 * Departments and staffs stay where they sit, whoever of them travels: a heading `From the Secretary of State` tells no place.
 * The rest of the heading names whom it is for.
 */
const IN_WASHINGTON =
  /\bfrom the (?:department of (?:state|defense|the (?:army|navy|air force|treasury))|joint chiefs of staff)\b/i;

/** A place as datelines print it; undefined where the heading tells none. */
export const seatOf = (heading: string): string | undefined => (IN_WASHINGTON.test(heading) ? 'Washington' : undefined);
