/** The doubts of a document as cards: the one in hand with its choices, the others small, below them what is decided. */

import { UNLISTED } from '../../decisions/decision.js';
import {
  type Doubt,
  type DoubtKind,
  type Option,
  type ShownDecision,
  type View,
  WITHOUT_LINK,
} from '../review/model.js';
import { byId, make, percent } from './elements.js';
import type { Hand } from './hand.js';

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

/** What the buttons of cards do, to the doubt that they were drawn for. */
export interface CardActions {
  choose(doubt: Doubt, option: Option): void;
  none(doubt: Doubt): void;
  other(doubt: Doubt): void;
  move(doubt: Doubt): void;
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
  const stands = { ...current, label: current.label === 'here' ? 'It hangs here' : current.label };
  const buttons = [
    optionButton(stands, '↵', () => actions.choose(doubt, current), true),
    ...options.slice(0, 9).map((option, i) => optionButton(option, String(i + 1), () => actions.choose(doubt, option))),
  ];
  const more = [
    ...(OTHER[kind]
      ? [
          make(
            'button',
            { type: 'button', onclick: () => actions.other(doubt) },
            OTHER[kind]!,
            ' ',
            make('kbd', {}, 'p'),
          ),
        ]
      : []),
    ...(kind === 'note'
      ? [make('button', { type: 'button', onclick: () => actions.move(doubt) }, 'To the caret ', make('kbd', {}, 'm'))]
      : []),
    ...(NONE[kind]
      ? [make('button', { type: 'button', onclick: () => actions.none(doubt) }, NONE[kind], ' ', make('kbd', {}, 'x'))]
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

/** `run` takes the doubt in hand; undefined while it is being decided. */
function closedCard(doubt: Doubt, run: (() => void) | undefined): HTMLElement {
  const { kind, words, p } = doubt;
  return make(
    'article',
    { class: run ? 'card' : 'card asked', onclick: run },
    make('div', { class: 'k' }, make('span', {}, KIND_NAMES[kind]), make('span', { class: 'p' }, percent(p))),
    make('div', { class: 'w' }, kind === 'note' ? `note ${doubt.note?.n}` : words),
    ...(run ? [] : [make('div', { class: 'm' }, 'being decided …')]),
  );
}

function choiceWords(decision: ShownDecision): string {
  const { kind, choice } = decision;
  if (kind === 'note')
    return choice === 'here' ? `note ${decision.note.n} hangs here` : `note ${decision.note.n} hangs nowhere`;
  if (choice === 'none') return NONE[kind].toLowerCase();
  return choice === UNLISTED ? WITHOUT_LINK : choice;
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

type Look = 'open' | 'small' | 'asked';

/** The cards of doubts as they are on the page, in the order of the list. */
interface Drawn {
  readonly view: View;
  readonly looked: Doubt | undefined;
  readonly looks: Look[];
  readonly cards: HTMLElement[];
}

let drawn: Drawn | undefined;

/** Draw the cards of the document that is open; where another doubt is in hand, only those that look otherwise: there may be thousands. */
export function drawCards(hand: Hand, actions: CardActions): void {
  const { view, looked } = hand;
  if (!view) return;
  const now = hand.now();
  const looks = view.list.map((doubt, i): Look => (i === now ? 'open' : hand.isAsked(doubt) ? 'asked' : 'small'));
  const cardAt = (i: number): HTMLElement => {
    const doubt = view.list[i]!;
    if (looks[i] === 'open') return openCard(doubt, actions);
    return closedCard(doubt, looks[i] === 'asked' ? undefined : () => actions.focus(i));
  };
  if (drawn?.view === view && drawn.looked === looked) {
    for (const [i, look] of looks.entries()) {
      if (drawn.looks[i] === look) continue;
      const card = cardAt(i);
      drawn.cards[i]!.replaceWith(card);
      drawn.cards[i] = card;
      drawn.looks[i] = look;
    }
  } else {
    drawn = { view, looked, looks, cards: looks.map((_, i) => cardAt(i)) };
    byId('doubts').replaceChildren(...allCards(view, looked, drawn.cards, actions));
  }
  byId('doubts').querySelector('.now')?.scrollIntoView({ block: 'nearest' });
  const left = byId('left');
  left.hidden = false;
  left.textContent = String(hand.left());
  left.className = hand.left() > 0 ? 'pill' : 'pill clear';
}

/** The cards of doubts with what stands above and below them. */
function allCards(
  view: View,
  looked: Doubt | undefined,
  doubts: readonly HTMLElement[],
  actions: CardActions,
): HTMLElement[] {
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
  cards.push(...doubts);
  if (decisions.length > 0) cards.push(make('h4', { class: 'group' }, `Decided (${decisions.length})`));
  for (const decision of decisions) cards.push(settledCard(decision, actions));
  return cards;
}
