import type { Exception } from '#contracts/client.ts';
import type { Kind } from './queues.ts';

export type Action = Exception['actions'][number];

/** An action as people read it: on the button, in the question, and afterwards. */
export interface ActionWords {
  readonly label: string;
  readonly title: string;
  /** What happens when one does it. */
  readonly explain: string;
  readonly done: string;
}

const general: Readonly<Record<Action, ActionWords>> = {
  accept: {
    label: 'Accept',
    title: 'Accept what the supplier says',
    explain: 'The order becomes what the supplier said, and the purchasing system is told.',
    done: 'Accepted. The order and the purchasing system follow by themselves.',
  },
  counter: {
    label: 'Ask for something else',
    title: 'Ask the supplier for something else',
    explain: 'The supplier is asked for what you enter. The order changes once the supplier agrees.',
    done: 'The supplier is being asked.',
  },
  'cancel-line': {
    label: 'Cancel the line',
    title: 'Cancel the line',
    explain: 'The line is taken off the order: the purchasing system and the supplier are told.',
    done: 'Cancelled. The purchasing system and the supplier are being told.',
  },
  resend: {
    label: 'Send again',
    title: 'Send the document again',
    explain: 'The same document goes to the partner once more, under new control numbers.',
    done: 'It is on its way again.',
  },
  extend: {
    label: 'Give more time',
    title: 'Give more time',
    explain: 'The partner has its agreed time to answer once more, from now on.',
    done: 'The partner has its time once more.',
  },
  reprocess: {
    label: 'Process again',
    title: 'Process it again',
    explain:
      'What was set aside is read again, unchanged, by what is agreed and known today. Do this after the cause has been repaired.',
    done: 'It is being processed again.',
  },
  override: {
    label: 'Pay anyway',
    title: 'Override and pay the invoice',
    explain: 'The invoice is taken as it is, although it does not match. Your name stands with it.',
    done: 'The invoice goes on to be paid.',
  },
  reject: {
    label: 'Reject',
    title: 'Reject it',
    explain: 'It is refused for good and has no effect. Tell the partner why, if that is needed.',
    done: 'Rejected.',
  },
  close: {
    label: 'Close',
    title: 'Close the exception',
    explain: 'Nothing more is done about it. Close it when it has been seen to, or needs nothing.',
    done: 'Closed.',
  },
};

type Special = { readonly [K in Kind]?: { readonly [A in Action]?: Partial<ActionWords> } };

/** Where an action means something of its own. */
const special: Special = {
  'short-or-backorder': {
    accept: {
      title: 'Accept the smaller quantity',
      explain: 'The order becomes what the supplier can deliver, and the purchasing system is told.',
    },
  },
  'price-difference': {
    accept: {
      title: 'Accept the price',
      explain: 'The order gets the price the supplier asks, and the purchasing system is told.',
    },
  },
  'date-slip': {
    accept: {
      title: 'Accept the later day',
      explain: 'The day the supplier names is what we count on from now. No system has to change.',
      done: 'Accepted. The later day is what we count on.',
    },
  },
  substitution: {
    accept: {
      title: 'Accept the substitute',
      explain: 'The ordered item is cancelled and the offered one ordered on a line of its own.',
    },
  },
  'ship-notice-late': {
    accept: {
      title: 'Accept the later arrival',
      explain: 'The day the shipment is announced for is what we count on from now.',
      done: 'Accepted.',
    },
  },
  'ship-notice-differs': {
    accept: {
      title: 'Accept what was shipped',
      explain: 'The order becomes what was shipped, and the purchasing system is told.',
    },
  },
  'line-rejected': {
    'cancel-line': {
      explain:
        'The line is taken off the order in the purchasing system. The supplier rejected it, so knows.',
      done: 'Cancelled. The purchasing system is being told.',
    },
  },
  'acknowledgement-overdue': {
    extend: { explain: 'The partner has its agreed time to acknowledge once more, from now on.' },
  },
  'posting-refused': {
    reprocess: {
      label: 'Post again',
      title: 'Post it again',
      explain:
        'The system is asked once more for what it refused. It is found if it was done after all, so nothing is posted twice.',
      done: 'It is being posted again.',
    },
  },
  'change-refused': {
    reprocess: {
      label: 'Post again',
      title: 'Post the change again',
      explain: 'The purchasing system is asked once more for the change it refused.',
      done: 'The change is being posted again.',
    },
  },
  'invoice-variance': {
    reprocess: {
      label: 'Match again',
      title: 'Match the invoice again',
      explain: 'The invoice is held against the order and what has been received by now.',
      done: 'The invoice is being matched again.',
    },
    reject: {
      title: 'Reject the invoice',
      explain: 'The invoice is not paid. Ask the supplier for a corrected one.',
    },
  },
  'invoice-duplicate': {
    reject: { title: 'Reject the second invoice', explain: 'It is not paid a second time.' },
  },
  'unknown-code': {
    reprocess: {
      label: 'Try again',
      title: 'Try again without mapping',
      explain:
        'The documents that wait for the code are read again. Map the code first, or they will wait again.',
    },
    reject: {
      title: 'Reject the documents that wait',
      explain: 'Every document that waits for this code is rejected for good.',
    },
  },
};

/** What an action means for exceptions of a kind. Pure. */
export const actionWords = (kind: Kind, action: Action): ActionWords => ({
  ...general[action],
  ...special[kind]?.[action],
});
