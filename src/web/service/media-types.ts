/** Types of bodies. */

/** Types of files that are taken as the whole body, and the endings that tell their format. */
export const FILES: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'text/plain': ['.txt'],
  'application/xml': ['.xml'],
  'text/xml': ['.xml'],
  'application/tei+xml': ['.xml'],
  'text/html': ['.html', '.htm', '.xhtml'],
  'application/pdf': ['.pdf'],
  'application/vnd.oasis.opendocument.text': ['.odt'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'],
};

const isXml = (type: string): boolean => FILES[type]!.includes('.xml');

/** Those of edition XML, and those of documents that are to become such. */
export const XML_TYPES = Object.keys(FILES).filter(isXml);
export const DOCUMENT_TYPES = Object.keys(FILES).filter((type) => !isXml(type));

/** All that are taken. */
export const TAKEN = ['application/json', 'multipart/form-data', ...Object.keys(FILES)];
