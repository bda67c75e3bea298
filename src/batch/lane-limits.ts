/** What one document may take of a thread before it is set aside. */

export interface LaneLimits {
  /** Seconds that one document may take. */
  readonly timeout: number;
  /** Megabytes of heap that a thread may use. */
  readonly heap: number;
}

export const LANE_LIMITS: LaneLimits = { timeout: 120, heap: 2048 };
