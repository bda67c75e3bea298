/** The review page: what is in hand, and what keys and clicks do to it. */

import type { Ask, Doubt, Option, ShownDecision, View } from '../review/model.js';
import { decide, getView, setDone, withdraw } from './api.js';
import { askFor, elsewhere } from './asks.js';
import { type CardActions, drawCards, KIND_NAMES } from './cards.js';
import { chooseOther } from './choices.js';
import { documentList } from './document-list.js';
import { byId, say } from './elements.js';
import { bindKeys, type Command } from './keys.js';
import { follow } from './live.js';
import { pick } from './picker.js';
import { standsAt } from './pointed.js';
import { sourcePane } from './source-pane.js';
import { tabs } from './tabs.js';
import { teiPane } from './tei-pane.js';
import { themeButton } from './theme.js';
import { xmlPane } from './xml-pane.js';

const { reviewer = '', lists, nonce = '' } = document.documentElement.dataset;
const by = byId<HTMLInputElement>('by');
by.value = localStorage.getItem('teigram-reviewer') ?? reviewer;
by.addEventListener('change', () => localStorage.setItem('teigram-reviewer', by.value));
const single = byId<HTMLInputElement>('single');

let key = '';
let view: View | undefined;
/** Index of the doubt in hand; what was pointed at instead. */
let now = 0;
let looked: Doubt | undefined;
/** Decisions of this visit, last ones last. */
const undone: { readonly key: string; readonly ids: readonly string[] }[] = [];

const list = documentList((chosen) => void open(chosen));
const source = sourcePane(
  (offset, doubt) => pointed(offset, doubt),
  (place) => take(place),
);
const tei = teiPane((start, end, doubt) => {
  source.point(start, end, 'linked');
  if (doubt !== undefined) focus(doubt);
  else lookAt(start, end);
});
const xml = xmlPane(nonce, (offset) => source.point(offset, offset + 1, 'linked'));

const pane = tabs((shown) => {
  const doubt = inHand();
  if (shown === 'xml' && doubt) xml.point(doubt.start, doubt.end);
});

const inHand = (): Doubt | undefined => looked ?? view?.list[now];

function problem(words: string): void {
  const box = byId('problem');
  box.textContent = words;
  box.hidden = words === '';
}

/** Run what asks the server; what goes wrong is told, and the document shown as it is now. */
async function attempt(run: () => Promise<void>): Promise<void> {
  try {
    problem('');
    await run();
  } catch (error) {
    const words = (error as Error).message;
    if (key && /changed meanwhile/.test(words)) show(await getView(key));
    problem(words);
  }
}

function open(chosen: string): Promise<void> {
  return attempt(async () => {
    key = chosen;
    history.replaceState(null, '', `#${chosen}`);
    byId('path').textContent = 'opening …';
    const next = await getView(chosen);
    if (key !== chosen) return;
    now = 0;
    view = undefined;
    show(next);
    say(`${next.title}: ${next.list.length} doubts`);
  });
}

function show(next: View): void {
  const changed = next.hash !== view?.hash || next.xml !== view.xml;
  view = next;
  looked = undefined;
  now = Math.min(now, Math.max(0, next.list.length - 1));
  byId('title').textContent = next.title || 'Untitled document';
  const findings = next.findings > 0 ? ` · ${next.findings} places break the schema` : '';
  const doubts = next.list.length === 1 ? '1 doubt' : `${next.list.length} doubts`;
  byId('path').textContent = `${doubts} · ${next.decisions.length} decided${findings}`;
  const done = byId<HTMLButtonElement>('done');
  done.disabled = false;
  done.setAttribute('aria-pressed', String(next.done));
  byId<HTMLButtonElement>('undo').disabled = undone.length === 0;
  source.show(next);
  if (changed) {
    tei.show(next.linked, next.list);
    xml.show(next);
  }
  draw();
}

/** The cards, and the place of what is in hand in all panes. */
function draw(): void {
  if (!view) return;
  drawCards(view, now, looked, actions);
  const doubt = inHand();
  source.places(doubt?.kind === 'note' ? doubt.options : []);
  if (doubt) pointAt(doubt.start, doubt.end);
}

function pointAt(start: number, end: number): void {
  source.point(start, end, 'here');
  tei.point(start, end, 'here');
  if (pane.shown() === 'xml') xml.point(start, end);
}

function focus(doubt: number): void {
  if (!view || view.list.length === 0) return;
  looked = undefined;
  now = (doubt + view.list.length) % view.list.length;
  draw();
  const { kind, words, message } = view.list[now]!;
  say(`${now + 1} of ${view.list.length}. ${KIND_NAMES[kind]}: ${words}. ${message}`);
}

/** A place in the source was pointed at. */
function pointed(offset: number, doubt: number | undefined): void {
  if (doubt !== undefined) focus(doubt);
  else lookAt(offset, offset);
  tei.point(offset, offset + 1, 'linked');
  if (pane.shown() === 'xml') xml.point(offset, offset + 1);
}

/** Take a mark or a note in hand that is no doubt. */
function lookAt(start: number, end: number): void {
  if (!view) return;
  looked = standsAt(view, start, end);
  drawCards(view, now, looked, actions);
}

/** Have something decided about what is in hand, or about other places. */
function settle(asks: readonly Ask[], words: string): Promise<void> {
  return attempt(async () => {
    if (!view) return;
    const answer = await decide(key, by.value || reviewer || 'reviewer', view.hash, asks);
    undone.push({ key, ids: answer.ids });
    show(answer.view);
    const left = answer.view.list.length;
    say(`${words}. ${left === 0 ? 'No doubts left; d when the document is done' : `${left} doubts left`}`);
    await list.refresh();
  });
}

function choose(option: Option | undefined): void {
  const doubt = inHand();
  if (view && doubt && option) void settle([askFor(view, doubt, option)], `${doubt.words}: ${option.label}`);
}

const take = (option: number): void => choose(inHand()?.options[option]);
const accept = (): void => choose(inHand()?.current ?? inHand()?.options[0]);

const NONE: Option = { choice: 'none', p: 0, label: 'nothing' };

function none(): void {
  const selected = source.selection();
  if (view && selected && selected.end > selected.start) {
    const marks = view.marks.filter(({ start, end }) => start < selected.end && end > selected.start);
    const asks = marks.map(
      ({ kind, start, end, choice, p }): Ask => ({ kind, start, end, choice: 'none', was: { choice, p } }),
    );
    if (asks.length > 0) void settle(asks, 'unmarked');
    return;
  }
  const doubt = inHand();
  if (doubt && doubt.kind !== 'block')
    choose(doubt.kind === 'note' ? { choice: 'nowhere', p: 0, label: 'nowhere' } : NONE);
}

async function other(): Promise<void> {
  const doubt = inHand();
  if (!doubt) return;
  const choice = await chooseOther(doubt.kind, doubt.words, lists === 'yes');
  if (choice) choose({ choice, p: 0, label: choice });
}

/** The words that are selected, without white space around them. */
function selectedWords(): { start: number; end: number; words: string } | undefined {
  const selected = source.selection();
  if (!view || !selected) return undefined;
  let { start, end } = selected;
  while (start < end && /\s/.test(view.text[start]!)) start++;
  while (end > start && /\s/.test(view.text[end - 1]!)) end--;
  if (start < end) return { start, end, words: view.text.slice(start, end) };
  say('Select words in the source text first');
  problem('Select words in the source text first: click there, then Shift and the arrow keys, or drag.');
  return undefined;
}

async function mark(kind: 'person' | 'term' | 'reference' | 'emphasis'): Promise<void> {
  const selected = selectedWords();
  if (!selected) return;
  const { start, end, words } = selected;
  const choice = kind === 'emphasis' ? 'italic' : await chooseOther(kind, words, lists === 'yes');
  if (choice) await settle([{ kind, start, end, choice }], `${words}: ${choice}`);
}

/** Hang a note on the caret: on the characters there if they are its mark, else between characters. */
async function moveNote(): Promise<void> {
  const caret = source.selection();
  if (!view || !caret) {
    problem('Put the caret in the source text where the note hangs: click there, or Tab to it and use the arrow keys.');
    return;
  }
  const doubt = inHand();
  let note = doubt?.note;
  if (!note) {
    const notes = view.notes.map(({ n, opening }, i) => ({ id: String(i), name: `${n}. ${opening}`, description: '' }));
    const find = (q: string) => notes.filter(({ name }) => name.toLowerCase().includes(q.trim().toLowerCase()));
    const chosen = await pick({ title: 'Which note hangs here?', label: 'Its number or words of it', find });
    if (chosen === undefined) return;
    const { n, opening } = view.notes[Number(chosen)]!;
    note = { n, opening };
  }
  const { start } = caret;
  const end = caret.end > start ? caret.end : view.text.startsWith(note.n, start) ? start + note.n.length : start;
  await settle(
    [{ kind: 'note', ...(doubt?.note && elsewhere(doubt)), start, end, choice: 'here', note }],
    `note ${note.n} moved`,
  );
}

function takeBack(ids: readonly string[], of: string): Promise<void> {
  return attempt(async () => {
    const { view: next } = await withdraw(of, by.value || reviewer || 'reviewer', ids);
    if (of === key) show(next);
    say('Taken back');
    await list.refresh();
  });
}

async function undo(): Promise<void> {
  const last = undone.pop();
  if (!last) return say('Nothing to undo');
  await takeBack(last.ids, last.key);
  byId<HTMLButtonElement>('undo').disabled = undone.length === 0;
}

function toggleDone(): Promise<void> {
  return attempt(async () => {
    if (!view) return;
    const { view: next } = await setDone(key, by.value || reviewer || 'reviewer', !view.done);
    show(next);
    say(next.done ? 'Done' : 'To do');
    await list.refresh();
  });
}

const actions: CardActions = {
  accept,
  take,
  none,
  other: () => void other(),
  move: () => void moveNote(),
  focus,
  withdraw: ({ id }: ShownDecision) => void takeBack([id], key),
  look: ({ start, end }: ShownDecision) => pointAt(start, end),
};

const COMMANDS: readonly Command[] = [
  { keys: ['j'], text: 'next doubt', run: () => focus(looked ? now : now + 1) },
  { keys: ['k'], text: 'doubt before', run: () => focus(looked ? now : now - 1) },
  { keys: ['a', 'Enter'], text: 'accept what stands', run: accept },
  { keys: ['1 … 9'], text: 'take this choice instead', run: () => undefined },
  { keys: ['p'], text: 'find another choice by typing', run: other },
  { keys: ['x'], text: 'nothing of the sort here; unmark the selection', run: none },
  { keys: ['m'], text: 'move a note to the caret', run: moveNote },
  { keys: ['n'], text: 'mark the selected words as a name', run: () => mark('person') },
  { keys: ['g'], text: 'mark the selected words as a term', run: () => mark('term') },
  { keys: ['r'], text: 'mark the selected words as a reference', run: () => mark('reference') },
  { keys: ['i'], text: 'set the selected words in italics', run: () => mark('emphasis') },
  { keys: ['u'], text: 'undo', run: undo },
  { keys: ['d'], text: 'document done, or to do again', run: toggleDone },
  { keys: [']'], text: 'next document', run: () => list.step(1) },
  { keys: ['['], text: 'document before', run: () => list.step(-1) },
  { keys: ['t'], text: 'rendered TEI or XML', run: pane.turn },
  { keys: ['s'], text: 'go to the source text', run: () => byId('source').focus() },
  { keys: ['/'], text: 'search documents', run: () => byId('words').focus() },
  { keys: ['?'], text: 'this list', run: () => byId<HTMLDialogElement>('keys').showModal() },
];

bindKeys(COMMANDS, { enabled: () => single.checked, undo: () => void undo(), take });
byId('done').addEventListener('click', () => void toggleDone());
byId('undo').addEventListener('click', () => void undo());
byId('help').addEventListener('click', () => byId<HTMLDialogElement>('keys').showModal());
themeButton();

let searching: ReturnType<typeof setTimeout> | undefined;
for (const id of ['words', 'show', 'kind', 'order']) {
  byId(id).addEventListener('input', () => {
    clearTimeout(searching);
    searching = setTimeout(() => void list.search(), id === 'words' ? 150 : 0);
  });
}

follow({
  progress(progress) {
    list.show(progress);
  },
  refresh: () => void list.refresh(),
  changed(of) {
    if (of === key) void catchUp();
  },
});

/** Show what others decided about the document meanwhile. */
async function catchUp(): Promise<void> {
  if (!key || document.querySelector('dialog[open]')) return;
  const mine = key;
  const next = await getView(key);
  if (mine !== key || !view) return;
  if (
    JSON.stringify(next.decisions) === JSON.stringify(view.decisions) &&
    next.xml === view.xml &&
    next.done === view.done
  )
    return;
  show(next);
  say('The document was changed by another reviewer');
}
window.addEventListener('focus', () => void catchUp());

await list.search();
const linked = location.hash.slice(1);
if (/^[0-9a-f]{16}$/.test(linked)) await open(linked);
