/** The page of documentation of the rules, made from the rules themselves: `UPDATE=1 npx vitest run test/rules-page.test.ts`. */

import { oneLine } from '../../text/one-line.js';
import { RULES } from './index.js';
import type { Rule } from './rule.js';

const HEAD = `# The house rules

<!-- Made from the rules by \`UPDATE=1 npm test\`: change them, not this page. -->

Each rule is a file of this folder: its id, severity and reason, what is wrong, and the same set right, which are its test too.
\`frus\` rules are of *Foreign Relations of the United States*; \`tei\` rules hold for any edition and run in both profiles. What is
marked *mends* is set right by \`--fix\`. A new rule is a file here and a row in \`index.ts\`.
`;

const row = ({ id, severity, profile, fixes, why }: Rule): string =>
  `| [${id}](#${id}) | ${severity} | ${profile} | ${fixes ? 'mends' : ''} | ${oneLine(why).replace(/\|/g, '\\|')} |`;

/** What there is to say of a rule, in Markdown. */
export const section = ({ id, severity, profile, fixes, why, wrong, right }: Rule): string =>
  `### ${id}

${why}

*${severity}*, profile *${profile}*${fixes ? ', mended by `--fix`' : ''}.

\`\`\`xml
<!-- wrong -->
${wrong}
<!-- right -->
${right}
\`\`\`
`;

export function rulesPage(): string {
  return [
    HEAD,
    '| rule | severity | profile | | why |',
    '|---|---|---|---|---|',
    ...RULES.map(row),
    '',
    ...RULES.map(section),
  ].join('\n');
}
