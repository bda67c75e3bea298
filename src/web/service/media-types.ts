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

/** All that are taken. */
export const TAKEN = ['application/json', 'multipart/form-data', ...Object.keys(FILES)];
