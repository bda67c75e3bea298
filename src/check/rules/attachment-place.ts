import type { Rule } from './rule.js';
import { childElements, content } from './tree.js';

export const attachmentPlace: Rule = {
  id: 'attachment-place',
  severity: 'warning',
  profile: 'frus',
  why: 'Attachments stand at the end of their document, each with a head of its own.',
  wrong: '<div><frus:attachment><head>[Attachment]</head><p>b</p></frus:attachment><p>The letter goes on.</p></div>',
  right: '<div><p>The letter.</p><frus:attachment><head>[Attachment]</head><p>b</p></frus:attachment></div>',
  visitor: ({ report }) => ({
    elements: {
      'frus:attachment'(attachment) {
        const after = attachment.parent?.children.slice(attachment.index + 1) ?? [];
        const text = after.find((node) => node.type === 'element' && !/^(?:frus:attachment|pb|note)$/.test(node.name));
        if (text?.type === 'element') report(attachment, `“${text.name}” follows the attachment`);
        if (childElements(attachment, 'head').length === 0 && content(attachment).length > 0) {
          report(attachment, 'The attachment has no head');
        }
      },
    },
  }),
};
