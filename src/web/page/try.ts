/** The page for those who only want to try: paste, convert, look. */

import { counted } from '../../counted.js';
import type { RemoteConversion } from '../client.js';
import { byId, make, say, tell } from './elements.js';
import { remarksOf } from './remarks.js';
import { SAMPLE } from './sample.js';
import { tabs } from './tabs.js';
import { renderTei } from './tei-pane.js';

const text = byId<HTMLTextAreaElement>('text');
let output = '';

/** Nothing of the document before is left to be taken for this one's. */
function clear(): void {
  output = '';
  tell('problem', '');
  tell('verdict', '');
  byId('tei').replaceChildren(make('p', { class: 'soft' }, 'The document will stand here.'));
  byId('xml').textContent = '';
  byId('doubts').replaceChildren();
  byId<HTMLButtonElement>('copy').disabled = true;
}

function show(answer: RemoteConversion): void {
  output = answer.output;
  byId('tei').replaceChildren(renderTei(output));
  byId('xml').textContent = output;
  byId<HTMLButtonElement>('copy').disabled = false;
  byId('doubts').replaceChildren(...remarksOf(answer));
  const { length } = answer.findings;
  const verdict =
    length === 0 ? 'Valid TEI' : `${counted(length, 'place breaks', 'places break')} the schema: a bug of teigram`;
  tell('verdict', verdict);
  say(verdict);
}

async function convert(): Promise<void> {
  clear();
  const form = new FormData();
  form.set('document', new Blob([text.value], { type: 'text/plain' }), 'document.txt');
  const volume = byId<HTMLInputElement>('volume').value.trim();
  if (volume) form.set('volume', volume);
  for (const file of byId<HTMLInputElement>('lists').files ?? []) form.append('lists', file);
  const token = byId<HTMLInputElement>('token').value;
  const response = await fetch('convert', {
    method: 'POST',
    body: form,
    headers: { accept: 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
  });
  // What a proxy answers in our place is no JSON, whatever its status.
  const answer = (await response.json().catch(() => ({}))) as Partial<RemoteConversion> & { detail?: string };
  if (response.status === 401) byId('token-label').hidden = false;
  if (response.ok && answer.output !== undefined) show(answer as RemoteConversion);
  else tell('problem', answer.detail ?? `The service answered ${response.status}.`);
}

byId('form').addEventListener('submit', (event) => {
  event.preventDefault();
  const button = byId<HTMLButtonElement>('convert');
  button.disabled = true;
  convert()
    .catch((error: Error) => tell('problem', `The service can’t be reached: ${error.message}`))
    .finally(() => {
      button.disabled = false;
    });
});
byId('sample').addEventListener('click', () => {
  text.value = SAMPLE;
});
byId('copy').addEventListener('click', () => void navigator.clipboard.writeText(output).then(() => say('Copied')));
tabs();
