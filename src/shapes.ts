/** Whether data that come from elsewhere are of the shape that they must be. */

export type Shape = (value: unknown) => boolean;

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const text: Shape = (value) => typeof value === 'string';
/** A place in a text, counted from 0. */
export const offset: Shape = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
export const perhaps =
  (shape: Shape): Shape =>
  (value) =>
    value === undefined || shape(value);
export const listOf =
  (shape: Shape): Shape =>
  (value) =>
    Array.isArray(value) && value.every(shape);

/** An object whose members are of these shapes, whatever else it has. */
export function fields(shapes: Readonly<Record<string, Shape>>): Shape {
  const members = Object.entries(shapes);
  return (value) => isObject(value) && members.every(([name, shape]) => shape(value[name]));
}
