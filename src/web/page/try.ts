/** The page for those who only want to try: paste, convert, look. */

import type { RemoteConversion } from '../client.js';
import { byId, make, percent, say } from './elements.js';
import { SAMPLE } from './sample.js';
import { tabs } from './tabs.js';
import { renderTei } from './tei-pane.js';

const text = byId<HTMLTextAreaElement>('text');
let output = '';

function problem(words: string): void {
  byId('problem').textContent = words;
  byId('problem').hidden = words === '';
}

async function convert(): Promise<void> {
  problem('');
  const form = new FormData();
  form.set('document', new Blob([text.value], { type: 'text/plain' }), 'document.txt');
  const volume = byId<HTMLInputElement>('volume').value.trim();
  if (volume) form.set('volume', volume);
  for (const file of byId<HTMLInputElement>('lists').files ?? []) form.append('lists', file);
  const token = byId<HTMLInputElement>('token').value;
  const response = await fetch('/convert', {
    method: 'POST',
    body: form,
    headers: { accept: 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
  });
  const answer = (await response.json()) as RemoteConversion & { detail?: string };
  if (response.status === 401) byId('token-label').hidden = false;
  if (!response.ok) return problem(answer.detail ?? `The service answered ${response.status}.`);
  output = answer.output;
  byId('tei').replaceChildren(renderTei(output));
  byId('xml').textContent = output;
  byId<HTMLButtonElement>('copy').disabled = false;
  const doubts = answer.diagnostics.filter(({ p }) => p !== undefined).sort((a, b) => a.p! - b.p!);
  const lines = doubts
    .slice(0, 30)
    .map(({ p, message, line }) => make('li', {}, make('b', {}, percent(p!)), ` line ${line}: ${message}`));
  byId('doubts').replaceChildren(
    ...(lines.length > 0 ? lines : [make('li', { class: 'soft' }, 'Nothing is doubtful.')]),
  );
  const verdict = answer.findings.length === 0 ? 'Valid TEI' : `${answer.findings.length} places break the schema`;
  say(`${verdict}, ${doubts.length} doubts`);
}

byId('form').addEventListener('submit', (event) => {
  event.preventDefault();
  convert().catch((error: Error) => problem(`The service can’t be reached: ${error.message}`));
});
byId('sample').addEventListener('click', () => {
  text.value = SAMPLE;
});
byId('copy').addEventListener('click', () => void navigator.clipboard.writeText(output).then(() => say('Copied')));
tabs();
