/** Lines of classification and urgency. */

/** Classification and urgency alone: `Secret   US urgent`. In the opening they are matter of its own, never a title. */
export const MARKED =
  /^(?:(?:(?:top |us |most )?(?:secret|confidential|restricted|unclassified|urgent|priority|immediate|niact|plain|routine|rush|personal|eyes only|official use only|operational)|and|[,;—–-])(?=\W|$)\s*)+[.:]?\d{0,2}$/i;
