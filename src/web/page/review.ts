/** The review page: its panes, and what keys and clicks do to what is in hand. */

import { counted } from '../../counted.js';
import type { ShownDecision, View } from '../review/model.js';
import { getView } from './api.js';
import { type CardActions, drawCards, KIND_NAMES } from './cards.js';
import { changesOf } from './changes.js';
import { documentList } from './document-list.js';
import { byId, say } from './elements.js';
import { Hand } from './hand.js';
import { bindKeys, type Command } from './keys.js';
import { follow } from './live.js';
import { markingOf } from './marking.js';
import { clearMessages, notice, problem } from './messages.js';
import { standsAt } from './pointed.js';
import { settlingOf } from './settling.js';
import { sourcePane } from './source-pane.js';
import { tabs } from './tabs.js';
import { teiPane } from './tei-pane.js';
import { themeButton } from './theme.js';
import { xmlPane } from './xml-pane.js';

const { reviewer = '', lists, nonce = '' } = document.documentElement.dataset;
const listed = lists === 'yes';
const by = byId<HTMLInputElement>('by');
by.value = localStorage.getItem('teigram-reviewer') ?? reviewer;
by.addEventListener('change', () => localStorage.setItem('teigram-reviewer', by.value));
const single = byId<HTMLInputElement>('single');

const hand = new Hand();
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
  const doubt = hand.doubt();
  if (shown === 'xml' && doubt) xml.point(doubt.start, doubt.end);
});

const changes = changesOf({
  hand,
  by: () => by.value || reviewer || 'reviewer',
  show(view) {
    if (!show(view)) notice('What was in hand is doubtful no longer; this is the next doubt.');
  },
  draw,
  refresh: list.refresh,
});
const settling = settlingOf({ hand, changes, listed });
const marking = markingOf({ hand, source, changes, listed });

async function open(chosen: string): Promise<void> {
  clearMessages();
  hand.open(chosen);
  history.replaceState(null, '', `#${chosen}`);
  byId('path').textContent = 'opening …';
  try {
    const next = await getView(chosen);
    if (hand.key !== chosen) return;
    show(next);
    // In a narrow window the list is above it.
    byId('main').scrollIntoView();
    say(`${next.title}: ${counted(next.list.length, 'doubt')}`);
  } catch (error) {
    if (hand.key === chosen) problem((error as Error).message);
  }
}

/** Show the document as it is now; false where what was in hand is doubtful no longer, and another doubt is in hand. */
function show(next: View): boolean {
  const same = next.hash === hand.view?.hash;
  const changed = !same || next.xml !== hand.view?.xml;
  const { looked } = hand;
  const kept = hand.show(next);
  hand.looked = looked && standsAt(next, looked.start, looked.end);
  byId('title').textContent = next.title || 'Untitled document';
  const findings = next.findings > 0 ? ` · ${counted(next.findings, 'place breaks', 'places break')} the schema` : '';
  byId('path').textContent = `${counted(next.list.length, 'doubt')} · ${next.decisions.length} decided${findings}`;
  const done = byId<HTMLButtonElement>('done');
  done.disabled = false;
  done.setAttribute('aria-pressed', String(next.done));
  source.show(next);
  if (changed) {
    tei.show(next.linked, next.list, same);
    xml.show(next);
  }
  draw();
  return kept;
}

/** The cards, and the place of what is in hand in all panes. */
function draw(): void {
  byId<HTMLButtonElement>('undo').disabled = !changes.canUndo();
  drawCards(hand, actions);
  const doubt = hand.doubt();
  source.places(doubt?.kind === 'note' ? doubt.options : []);
  if (doubt) pointAt(doubt.start, doubt.end);
}

function pointAt(start: number, end: number): void {
  source.point(start, end, 'here');
  tei.point(start, end, 'here');
  if (pane.shown() === 'xml') xml.point(start, end);
}

/** Draw and tell what is in hand after a move to it. */
function inHand(moved: boolean): void {
  const { view } = hand;
  if (!moved || !view) return;
  draw();
  const now = hand.now();
  const { kind, words, message } = view.list[now]!;
  say(`${now + 1} of ${view.list.length}. ${KIND_NAMES[kind]}: ${words}. ${message}`);
}

const focus = (doubt: number): void => inHand(hand.focus(doubt));

/** A place in the source was pointed at. */
function pointed(offset: number, doubt: number | undefined): void {
  if (doubt !== undefined) focus(doubt);
  else lookAt(offset, offset);
  tei.point(offset, offset + 1, 'linked');
  if (pane.shown() === 'xml') xml.point(offset, offset + 1);
}

/** Take a mark or a note in hand that is no doubt. */
function lookAt(start: number, end: number): void {
  if (!hand.view) return;
  hand.looked = standsAt(hand.view, start, end);
  drawCards(hand, actions);
}

const take = (option: number): void => settling.choose(hand.doubt(), hand.doubt()?.options[option]);

const actions: CardActions = {
  choose: settling.choose,
  none: settling.none,
  other: (doubt) => void settling.other(doubt),
  move: (doubt) => void marking.moveNote(doubt),
  focus,
  withdraw: ({ id }: ShownDecision) => void changes.takeBack([id]),
  look: ({ start, end }: ShownDecision) => pointAt(start, end),
};

const COMMANDS: readonly Command[] = [
  { keys: ['j'], text: 'next doubt', run: () => inHand(hand.step(1)) },
  { keys: ['k'], text: 'doubt before', run: () => inHand(hand.step(-1)) },
  { keys: ['a', 'Enter'], text: 'accept what stands', run: () => settling.choose(hand.doubt(), hand.doubt()?.current) },
  { keys: ['1 … 9'], text: 'take this choice instead', run: () => undefined },
  { keys: ['p'], text: 'find another choice by typing', run: () => settling.other(hand.doubt()) },
  {
    keys: ['x'],
    text: 'nothing of the sort here; unmark the selection',
    run: () => marking.unmark() || settling.none(hand.doubt()),
  },
  { keys: ['w'], text: 'decide the same words elsewhere in the document as the last ones', run: settling.again },
  { keys: ['m'], text: 'move a note to the caret', run: () => marking.moveNote(hand.doubt()) },
  { keys: ['n'], text: 'mark the selected words as a name', run: () => marking.mark('person') },
  { keys: ['g'], text: 'mark the selected words as a term', run: () => marking.mark('term') },
  { keys: ['r'], text: 'mark the selected words as a reference', run: () => marking.mark('reference') },
  { keys: ['i'], text: 'set the selected words in italics', run: () => marking.mark('emphasis') },
  { keys: ['u'], text: 'undo', run: changes.undo },
  { keys: ['d'], text: 'document done, or to do again', run: changes.toggleDone },
  { keys: [']'], text: 'next document', run: () => list.step(1) },
  { keys: ['['], text: 'document before', run: () => list.step(-1) },
  { keys: ['t'], text: 'rendered TEI or XML', run: pane.turn },
  { keys: ['s'], text: 'go to the source text', run: () => byId('source').focus() },
  { keys: ['/'], text: 'search documents', run: () => byId('words').focus() },
  { keys: ['?'], text: 'this list', run: () => byId<HTMLDialogElement>('keys').showModal() },
];

bindKeys(COMMANDS, { enabled: () => single.checked, undo: () => void changes.undo(), take });
byId('done').addEventListener('click', () => void changes.toggleDone());
byId('undo').addEventListener('click', () => void changes.undo());
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
    if (of === hand.key) void catchUp();
  },
});

/** Show what others decided about the document meanwhile: after what is asked already, whose answers show one's own doing. */
function catchUp(): Promise<void> {
  return changes.inTurn(async () => {
    const { key, view } = hand;
    if (!view || document.querySelector('dialog[open]')) return;
    const next = await getView(key);
    if (key !== hand.key || view !== hand.view) return;
    if (
      JSON.stringify(next.decisions) === JSON.stringify(view.decisions) &&
      next.xml === view.xml &&
      next.done === view.done
    )
      return;
    const kept = show(next);
    const then = kept ? '' : ' What you had in hand is doubtful no longer; this is the next doubt.';
    notice(`Another reviewer, or an edit of the text, changed this document.${then}`);
  });
}
window.addEventListener('focus', () => void catchUp());

await list.search();
const linked = location.hash.slice(1);
if (/^[0-9a-f]{16}$/.test(linked)) list.open(linked);
