import type { ScanElement } from '../../xml/scan.js';
import { MOMENTS, moment } from './moment.js';
import type { Rule } from './rule.js';
import { attribute } from './tree.js';

export const dateForm: Rule = {
  id: 'date-form',
  severity: 'error',
  profile: 'tei',
  why: 'A date attribute holds a year, year-month, date or dateTime that the calendar has: no February 30.',
  wrong: '<p><date when="1955-02-30">February 28, 1955</date></p>',
  right: '<p><date when="1955-02-28">February 28, 1955</date></p>',
  visitor: ({ report }) => {
    const check = (element: ScanElement): void => {
      for (const name of MOMENTS) {
        const given = attribute(element, name);
        if (!given || TIME.test(given.value) || (name !== 'when' && /^#|\s/.test(given.value))) continue;
        const read = moment(given.value);
        if (!read) report(given, `“${given.value}” is no year, month, date or dateTime`);
        else if (read.wrong) report(given, `“${given.value}”: ${read.wrong}`);
      }
    };
    return { elements: { date: check, time: check, docDate: check, birth: check, death: check, origDate: check } };
  },
};

/** Times and recurring dates: xsd:time, --MM, --MM-DD, ---DD. */
const TIME = /^(?:\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?|--\d\d(?:-\d\d)?|---\d\d)$/;
