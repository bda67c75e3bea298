/** What an error of the XPath engine says. */

/** The first telling line of an error of the XPath engine. */
export function reasonOf(error: unknown): string {
  const { message } = error as Error;
  const line =
    message.split('\n').find((one) => /X[PQT][A-Z]{2}\d{4}|^Error:|FO[A-Z]{2}\d{4}/.test(one)) ??
    message.split('\n')[0] ??
    '';
  return line
    .replace(/^Error: /, '')
    .replace(/ No similar functions found\.$/, '')
    .slice(0, 300);
}
