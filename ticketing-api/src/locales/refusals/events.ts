import type { RefusalWords } from './refusal-words.ts'

/** Events, their ticket types and entrances. */
export const refusedEventsInEnglish = {
  code_taken: { title: 'This code is taken', detail: 'Choose a different code.' },
  slug_taken: {
    title: 'This web address is taken',
    detail: 'Another of your events has this slug. Choose a different one.',
  },
  already_sold: {
    title: 'Tickets have been sold already',
    detail: 'This can change only until the first ticket is sold or held. Create a new one instead.',
  },
  name_taken: {
    title: 'This name is taken',
    detail: 'Another entrance of this event has it. Choose a different name.',
  },
  entrance_in_use: {
    title: 'This entrance stays',
    detail:
      'An event keeps its default entrance, and every entrance where tickets have been scanned. Change its name, tickets or hours instead.',
  },
  event_cancelled: {
    title: 'This event is cancelled',
    detail:
      'A cancelled event stays cancelled: its tickets have ended and their holders were told. Create a new event.',
  },
  ticket_type_unknown: {
    title: 'This ticket is not offered',
    detail: 'Choose one of the tickets on the event page.',
  },
  unknown_ticket: {
    title: 'Unknown ticket',
    detail: 'No ticket has this code. Check it letter by letter, or ask for the QR.',
  },
} satisfies Partial<RefusalWords>

export const refusedEventsInSwahili: typeof refusedEventsInEnglish = {
  code_taken: { title: 'Msimbo huu umeshachukuliwa', detail: 'Chagua msimbo mwingine.' },
  slug_taken: {
    title: 'Anwani hii ya tovuti imeshachukuliwa',
    detail: 'Tukio lako lingine lina anwani hii. Chagua nyingine.',
  },
  already_sold: {
    title: 'Tiketi zimeshauzwa',
    detail: 'Hili hubadilika tu kabla ya tiketi ya kwanza kuuzwa au kushikiliwa. Tengeneza mpya badala yake.',
  },
  name_taken: {
    title: 'Jina hili tayari linatumika',
    detail: 'Lango lingine la tukio hili lina jina hili. Chagua tofauti.',
  },
  entrance_in_use: {
    title: 'Lango hili haliwezi kufutwa',
    detail:
      'Lango la kawaida la tukio, na lango lolote ambalo tiketi zimeshakaguliwa, hubaki. Badilisha jina, tiketi au saa zake badala yake.',
  },
  event_cancelled: {
    title: 'Tukio hili limeghairiwa',
    detail:
      'Tukio lililoghairiwa haliwezi kurejeshwa: tiketi zake zimekwisha na wenye tiketi wamejulishwa. Unda tukio jipya.',
  },
  ticket_type_unknown: {
    title: 'Tiketi hii haitolewi',
    detail: 'Chagua mojawapo ya tiketi kwenye ukurasa wa tukio.',
  },
  unknown_ticket: {
    title: 'Tiketi haijulikani',
    detail: 'Hakuna tiketi yenye msimbo huu. Uangalie herufi kwa herufi, au omba QR.',
  },
}
