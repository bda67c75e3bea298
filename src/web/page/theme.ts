/** Light or dark: as the system has it, until the button says otherwise. */

import { byId } from './elements.js';

export function themeButton(): void {
  const theme = localStorage.getItem('teigram-theme');
  if (theme) document.documentElement.dataset.theme = theme;
  byId('theme').addEventListener('click', () => {
    const dark = matchMedia('(prefers-color-scheme: dark)').matches;
    const shown = document.documentElement.dataset.theme ?? (dark ? 'dark' : 'light');
    const next = shown === 'dark' ? 'light' : 'dark';
    document.documentElement.dataset.theme = next;
    localStorage.setItem('teigram-theme', next);
  });
}
