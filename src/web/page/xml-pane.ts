/** The XML in CodeMirror, to read only; its caret and the source text follow each other. */

import { xml } from '@codemirror/lang-xml';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { tags } from '@lezer/highlight';
import { EditorView, minimalSetup } from 'codemirror';
import type { View } from '../review/model.js';
import { byId } from './elements.js';

const COLOURS = HighlightStyle.define([
  { tag: [tags.tagName, tags.angleBracket], color: 'var(--accent)' },
  { tag: tags.attributeName, color: 'var(--term)' },
  { tag: [tags.attributeValue, tags.string], color: 'var(--person)' },
  { tag: [tags.processingInstruction, tags.comment], color: 'var(--soft)' },
]);

const LOOK = EditorView.theme({
  '&': { backgroundColor: 'transparent', color: 'var(--ink)' },
  '.cm-content': { fontFamily: 'var(--mono)', caretColor: 'var(--accent)' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground, ::selection': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 28%, transparent)',
  },
  '.cm-cursor': { borderLeftColor: 'var(--accent)' },
});

export interface XmlPane {
  show(view: View): void;
  /** Select what became of a stretch of the text. */
  point(start: number, end: number): void;
  focus(): void;
}

export function xmlPane(nonce: string, onPoint: (offset: number) => void): XmlPane {
  let places: View['places'] = [];
  let quiet = false;
  const editor = new EditorView({
    parent: byId('xml'),
    state: EditorState.create({
      extensions: [
        minimalSetup,
        EditorView.cspNonce.of(nonce),
        // A region that scrolls has to be reached by Tab.
        EditorView.contentAttributes.of({ 'aria-label': 'XML', tabindex: '0' }),
        EditorState.readOnly.of(true),
        EditorView.lineWrapping,
        xml(),
        syntaxHighlighting(COLOURS),
        LOOK,
        EditorView.updateListener.of(({ selectionSet, state }) => {
          if (!selectionSet || quiet) return;
          const at = state.selection.main.head;
          const place = places.findLast(([from]) => from <= at);
          if (place) onPoint(Math.min(place[1] + at - place[0], place[2]));
        }),
      ],
    }),
  });

  const xmlOffset = (offset: number): number | undefined => {
    const place = places.find(([, start, end]) => start <= offset && offset <= end);
    return place && place[0] + offset - place[1];
  };

  return {
    show(view) {
      places = view.places;
      quiet = true;
      editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: view.xml } });
      quiet = false;
    },
    point(start, end) {
      const anchor = xmlOffset(start);
      const head = xmlOffset(end) ?? anchor;
      if (anchor === undefined || head === undefined) return;
      quiet = true;
      editor.dispatch({ selection: { anchor, head }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
      quiet = false;
    },
    focus: () => editor.focus(),
  };
}
