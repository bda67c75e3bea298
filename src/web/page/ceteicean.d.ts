/** What the pages use of CETEIcean, which comes without types. */
declare module 'CETEIcean' {
  export default class CETEI {
    constructor(options?: { omitDefaultBehaviors?: boolean; ignoreFragmentId?: boolean });
    addBehaviors(behaviors: { namespaces: Readonly<Record<string, string>> }): void;
    makeHTML5(xml: string): DocumentFragment | HTMLElement;
  }
}
