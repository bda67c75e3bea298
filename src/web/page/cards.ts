/** The doubts of a document as cards: the one in hand with its choices, the others small, below them what is decided. */

import type { Doubt, DoubtKind, Option, ShownDecision, View } from '../review/model.js';
import { byId, make, percent } from './elements.js';

export const KIND_NAMES: Readonly<Record<DoubtKind, string>> = {
  note: 'Note',
  person: 'Person',
  term: 'Term',
  reference: 'Reference',
  party: 'Sender or recipient',
  date: 'Date',
  emphasis: 'Emphasis',
  block: 'Block',
};

export interface CardActions {
  accept(): void;
  take(option: number): void;
  none(): void;
  other(): void;
  move(): void;
  focus(doubt: number): void;
  withdraw(decision: ShownDecision): void;
  look(decision: ShownDecision): void;
}

/** What is said when there is nothing of the sort. */
const NONE: Readonly<Record<DoubtKind, string>> = {
  note: 'Hangs nowhere',
  person: 'No person',
  term: 'No term',
  reference: 'No reference',
  party: 'Neither',
  date: 'No date',
  emphasis: 'Not emphasised',
  block: '',
};
const OTHER: Readonly<Partial<Record<DoubtKind, string>>> = {
  person: 'Another person',
  term: 'Another term',
  reference: 'Another target',
  block: 'Something else',
};

function optionButton(option: Option, key: string, run: () => void, current = false): HTMLElement {
  return make(
    'li',
    {},
    make(
      'button',
      { type: 'button', class: current ? 'current' : undefined, onclick: run, title: option.choice },
      make('kbd', {}, key),
      make('span', { class: 'l' }, option.label),
      make('span', { class: 'q' }, percent(option.p)),
    ),
  );
}

function openCard(doubt: Doubt, actions: CardActions): HTMLElement {
  const { kind, current, options } = doubt;
  const buttons = options.slice(0, 9).map((option, i) => optionButton(option, String(i + 1), () => actions.take(i)));
  if (current)
    buttons.unshift(
      optionButton(
        { ...current, label: `${current.label === 'here' ? 'It hangs here' : current.label}` },
        '↵',
        actions.accept,
        true,
      ),
    );
  const more = [
    ...(OTHER[kind]
      ? [make('button', { type: 'button', onclick: actions.other }, OTHER[kind]!, ' ', make('kbd', {}, 'p'))]
      : []),
    ...(kind === 'note'
      ? [make('button', { type: 'button', onclick: actions.move }, 'To the caret ', make('kbd', {}, 'm'))]
      : []),
    ...(NONE[kind]
      ? [make('button', { type: 'button', onclick: actions.none }, NONE[kind], ' ', make('kbd', {}, 'x'))]
      : []),
  ];
  return make(
    'article',
    { class: 'card now', 'aria-label': `${KIND_NAMES[kind]}: ${doubt.words}` },
    make('div', { class: 'k' }, make('span', {}, KIND_NAMES[kind]), make('span', { class: 'p' }, percent(doubt.p))),
    make('div', { class: 'w' }, kind === 'note' ? `${doubt.note?.n}. ${doubt.note?.opening}` : doubt.words),
    make('div', { class: 'm' }, doubt.message),
    make('ul', { class: 'options' }, ...buttons),
    make('div', { class: 'more' }, ...more),
  );
}

function closedCard(doubt: Doubt, run: () => void): HTMLElement {
  const { kind, words, p } = doubt;
  return make(
    'article',
    { class: 'card', onclick: run },
    make('div', { class: 'k' }, make('span', {}, KIND_NAMES[kind]), make('span', { class: 'p' }, percent(p))),
    make('div', { class: 'w' }, kind === 'note' ? `note ${doubt.note?.n}` : words),
  );
}

function choiceWords(decision: ShownDecision): string {
  const { kind, choice } = decision;
  if (kind === 'note')
    return choice === 'here' ? `note ${decision.note.n} hangs here` : `note ${decision.note.n} hangs nowhere`;
  if (choice === 'none') return NONE[kind].toLowerCase();
  return choice === 'unlisted' ? 'a name that no list has' : choice;
}

function settledCard(decision: ShownDecision, actions: CardActions): HTMLElement {
  const { kind, on, by, at } = decision;
  return make(
    'article',
    { class: 'card settled', onclick: () => actions.look(decision) },
    make('div', { class: 'k' }, make('span', {}, KIND_NAMES[kind]), make('span', {}, `${by}, ${at.slice(0, 10)}`)),
    make(
      'div',
      { class: 'w' },
      on.exact.replace(/\s+/g, ' ').slice(0, 80) || `…${on.prefix.slice(-20)}‸${on.suffix.slice(0, 20)}…`,
    ),
    make('div', { class: 'm' }, `✓ ${choiceWords(decision)}`),
    make(
      'div',
      { class: 'more' },
      make(
        'button',
        {
          type: 'button',
          onclick: (event) => {
            event.stopPropagation();
            actions.withdraw(decision);
          },
        },
        'Take back',
      ),
    ),
  );
}

/** Draw all cards; `looked` is what was pointed at outside of the doubts. */
export function drawCards(view: View, now: number, looked: Doubt | undefined, actions: CardActions): void {
  const { list, decisions, problems, done } = view;
  const cards: HTMLElement[] = [];
  if (problems.length > 0) {
    const words = problems.map((problem) => make('p', {}, problem));
    cards.push(make('div', { class: 'problems', role: 'note' }, make('strong', {}, 'No longer fitting'), ...words));
  }
  if (looked) cards.push(openCard(looked, actions));
  if (list.length === 0 && !looked) {
    const next = done ? 'This document is done.' : 'Press d when the document is done.';
    cards.push(make('div', { class: 'empty-state' }, make('strong', {}, 'No doubts left'), next));
  }
  for (const [i, doubt] of list.entries()) {
    cards.push(i === now && !looked ? openCard(doubt, actions) : closedCard(doubt, () => actions.focus(i)));
  }
  if (decisions.length > 0) cards.push(make('h4', { class: 'group' }, `Decided (${decisions.length})`));
  for (const decision of decisions) cards.push(settledCard(decision, actions));
  byId('doubts').replaceChildren(...cards);
  byId('doubts').querySelector('.now')?.scrollIntoView({ block: 'nearest' });
  const left = byId('left');
  left.hidden = false;
  left.textContent = String(list.length);
  left.className = list.length > 0 ? 'pill' : 'pill clear';
}
