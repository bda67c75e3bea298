/** The report as one page: nothing else is needed to read it, no script, no network. */

import { BANDS } from '../../batch/stated.js';
import { escaped } from '../../text/html.js';
import {
  bandName,
  doubtsChart,
  KIND_NAMES,
  personsChart,
  reliabilityChart,
  rulesChart,
  statedChart,
  timelineChart,
  timelineSteps,
} from './charts.js';
import type { BatchReport, DocumentRow } from './model.js';
import { table } from './table.js';

export interface PageOptions {
  /** The page's style sheet. */
  readonly css: string;
  /** Where the review page is served. */
  readonly review: string;
  readonly version: string;
}

const whole = (n: number): string => n.toLocaleString('en');
const count = (n: number, one: string, many = `${one}s`): string => `${whole(n)} ${n === 1 ? one : many}`;

const section = (id: string, title: string, ...parts: readonly string[]): string =>
  `<section aria-labelledby="${id}">\n<h2 id="${id}">${title}</h2>\n${parts.join('\n')}\n</section>`;
const p = (text: string): string => `<p>${text}</p>`;
const details = (what: string, body: string): string => `<details><summary>${what}</summary>${body}</details>`;
const legend = (items: readonly (readonly [className: string, label: string])[]): string =>
  `<ul class="legend">${items.map(([name, label]) => `<li><i class="${name}"></i>${label}</li>`).join('')}</ul>`;

function figures({ documents, verdicts, kinds, decided, done, mentions, rules }: BatchReport): string {
  const worth = kinds.reduce((sum, kind) => sum + kind.worth, 0);
  const shown: readonly (readonly [string, number | undefined])[] = [
    ['documents', documents],
    ...Object.entries(verdicts ?? {}),
    ['doubts', kinds.length > 0 ? worth : undefined],
    ['decided', decided || undefined],
    ['documents done', done || undefined],
    ['mentions of persons', mentions],
    ['findings', rules?.reduce((sum, rule) => sum + rule.findings, 0)],
  ];
  const cells = shown.flatMap(([name, n]) =>
    n === undefined ? [] : `<div><dt>${name}</dt><dd>${whole(n)}</dd></div>`,
  );
  return `<dl class="figures">${cells.join('')}</dl>`;
}

function doubts({ kinds, unstated, verdicts }: BatchReport): string {
  if (kinds.length === 0) {
    const why = verdicts
      ? 'The manifest has no probabilities: it was written by an earlier version. Convert the documents again to have them.'
      : 'Probabilities are known from the manifest of a batch, and there is none in this folder.';
    return section('doubts', 'Doubts', p(why));
  }
  const without = unstated > 0 ? ` Of ${count(unstated, 'document')} the manifest has no probabilities.` : '';
  const names = BANDS.map((_, i) => bandName(i));
  const rows = kinds.map(({ kind, worth, open, bands }) => [KIND_NAMES[kind], worth, open, ...bands]);
  return [
    section(
      'doubts',
      'Doubts by kind',
      p(
        `Decisions that the review page shows, because their probability is low for their kind or they were left open.${without}`,
      ),
      doubtsChart(kinds),
      legend([
        ['bad', 'left open'],
        ['b2', 'doubtful'],
      ]),
    ),
    section(
      'stated',
      'How sure the models were',
      p('Every decision by the probability that was stated for it.'),
      statedChart(kinds),
      legend([['b0', 'left open'], ...names.map((name, i) => [`b${i + 1}`, name] as const)]),
      details('As a table', table(['decisions', 'doubtful', 'left open', ...names], rows)),
    ),
  ].join('\n');
}

function reliability({ reviewed, decided, kinds }: BatchReport): string {
  if (reviewed.length === 0) {
    const left =
      decided === 0 ? 'Reviewers have decided nothing yet' : 'No decision was on a choice with a probability';
    const shown =
      kinds.length > 0 ? '; what probabilities were stated is shown above, whether they hold is not known' : '';
    return section('reliability', 'Are the probabilities right?', p(`${left}${shown}.`));
  }
  const n = reviewed.reduce((sum, band) => sum + band.count, 0);
  const rows = reviewed.map(({ from, count, stated, right }) => [
    bandName(BANDS.indexOf(from as (typeof BANDS)[number])),
    count,
    (stated / count).toFixed(3),
    (right / count).toFixed(3),
  ]);
  return section(
    'reliability',
    'Are the probabilities right?',
    p(
      `What was stated, and what reviewers kept, of ${count(n, 'choice')} that they decided. On the dashed line both are the same; lines are 95 % intervals, areas the number of decisions. Reviewers look at doubtful places first, so these are no sample of all.`,
    ),
    reliabilityChart(reviewed),
    details('As a table', table(['stated', 'decisions', 'mean stated', 'kept'], rows)),
  );
}

function look({ look: rows, verdicts }: BatchReport, review: string): string {
  if (!verdicts) return '';
  if (rows.length === 0)
    return section('look', 'Documents worth a look', p('None: nothing is doubtful and nothing was found.'));
  const cells = rows.map(({ path, key, verdict, worth, findings, message }: DocumentRow) => [
    key === undefined ? escaped(path) : `<a href="${escaped(`${review}#${key}`)}">${escaped(path)}</a>`,
    verdict,
    worth,
    findings,
    escaped(message ?? ''),
  ]);
  const head = ['document', 'verdict', 'doubts', 'findings', ...(rows.some(({ message }) => message) ? ['why'] : [])];
  const shown = cells.map((row) => row.slice(0, head.length));
  return section(
    'look',
    'Documents worth a look',
    p(
      `The most doubtful ${whole(rows.length)}. Links open <code>teigram review</code> where it runs, at ${escaped(review)}.`,
    ),
    table(head, shown, { html: true }),
  );
}

function rules({ rules: found }: BatchReport): string {
  if (!found) return '';
  if (found.length === 0) return section('rules', 'Findings by rule', p('The checker finds nothing in these files.'));
  const rows = found.map(({ rule, severity, findings, documents, example }) => [
    rule,
    severity,
    findings,
    documents,
    example,
  ]);
  return section(
    'rules',
    'Findings by rule',
    p('What <code>teigram validate</code> finds in the outputs.'),
    rulesChart(found),
    details(
      'As a table, with a place of each',
      table(['rule', 'severity', 'findings', 'documents', 'for example'], rows),
    ),
  );
}

/** Of several volumes. */
const SAME = ' In several volumes those of one id are one person where the lists give them one name.';

function persons({ persons: most, personsInAll, mentions }: BatchReport): string {
  if (most.length === 0) return section('persons', 'Persons', p('No person of a list is mentioned in these files.'));
  const several = new Set(most.flatMap(({ volumes }) => volumes)).size > 1;
  const rows = most.map(({ name, id, volumes, mentions: n, documents }) => [
    name,
    id,
    ...(several ? [volumes.length > 1 ? count(volumes.length, 'volume') : (volumes[0] ?? '')] : []),
    n,
    documents,
  ]);
  return section(
    'persons',
    'Persons most mentioned',
    p(`${count(mentions, 'mention')} of ${count(personsInAll, 'person')}.${several ? SAME : ''}`),
    personsChart(most),
    details('As a table', table(['person', 'id', ...(several ? ['volume'] : []), 'mentions', 'documents'], rows)),
  );
}

function timeline({ dates }: BatchReport): string {
  if (dates.length === 0) return section('time', 'Timeline', p('No document of these files is dated.'));
  const { by, counts } = timelineSteps(dates);
  return section(
    'time',
    'Timeline',
    p(`${count(dates.length, 'document')} with a date, from ${dates[0]} to ${dates.at(-1)}.`),
    timelineChart(dates),
    details('As a table', table([by, 'documents'], [...counts])),
  );
}

const problems = ({ problems: all }: BatchReport): string =>
  all.length === 0
    ? ''
    : `<ul class="problems">${all
        .slice(0, 20)
        .map((one) => `<li>${escaped(one)}</li>`)
        .join('')}</ul>`;

/** The whole page, HTML. */
export function reportPage(report: BatchReport, { css, review, version }: PageOptions): string {
  const title = `Report on ${escaped(report.folder)}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${css}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p>Made by teigram ${version}.</p>
${figures(report)}
</header>
<main>
${[
  problems(report),
  doubts(report),
  reliability(report),
  rules(report),
  persons(report),
  timeline(report),
  look(report, review),
]
  .filter(Boolean)
  .join('\n')}
</main>
</body>
</html>
`;
}
