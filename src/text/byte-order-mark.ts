/** A text without the byte order mark that it may begin with: decoders keep it, and readers of XML, JSON and YAML want none. */
export const withoutByteOrderMark = (text: string): string => (text.startsWith('\ufeff') ? text.slice(1) : text);
