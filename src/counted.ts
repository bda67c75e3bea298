/** A number with what it counts: `1 doubt`, `2 doubts`. */
export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
