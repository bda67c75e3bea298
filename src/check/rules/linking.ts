/** Words that stand between a hyphen that hangs and the word that has it too, “pre- and post-war”: the source of an expression. */
export const LINKING =
  '(?:and|or|to|but|as|nor|not|if|yet|than|rather|through|versus|vs|plus|und|oder|sowie|bis|bzw|beziehungsweise|et|ou)(?!\\p{L})';
