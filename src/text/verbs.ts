/** Verbs that any sentence may have and no title, label or name has; alternatives of a pattern, in small letters. */
export const AUXILIARIES = 'is|are|was|were|will|would|shall|should|can|cannot|could|may|might|must|has|had|have';
