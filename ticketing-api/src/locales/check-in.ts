import type { ScanResult } from '@event-sphere/contract/check-in'

/** What it means, and what to do: read aloud at a door, with people waiting. */
export const checkInInEnglish = {
  admitted: 'Welcome them in: {type}.',
  admitted_by_printed:
    'Compare the name with an ID before you let them in: anybody can guess a printed code. If it does not match, do not let in, and call your lead.',
  already_admitted:
    'Already let in today at {time}, {place}. Do not let in again; ask for a name and an ID, or call your lead.',
  not_today: 'This ticket does not open the door today, but on {days}. Ask them to come back then.',
  not_here: '{type} does not open {entrance}. Do not let in; show them the way to: {opens}.',
  not_here_has_other:
    '{type} does not open {entrance}, but they also hold {other}. Admit them with that one.',
  not_here_other_is_in:
    '{type} does not open {entrance}, and their {other} was already let in here today. Ask for a name and an ID, or call your lead.',
  not_yet: 'This ticket opens the door from {first}. Ask them to come back then.',
  not_yet_today: '{entrance} opens at {opensAt} today. Ask them to come back then.',
  not_yet_draft: '{event} is not published yet. Do not let in; call your lead.',
  too_late: 'The last day of this ticket was {last}. Do not let in; send them to the help desk.',
  too_late_today: '{entrance} closed at {closesAt} today. Do not let in; send them to the help desk.',
  full: '{entrance} is full. Do not let in; call your lead.',
  cancelled: 'This ticket was cancelled. Do not let in; send them to the help desk.',
  cancelled_event: '{event} was cancelled. Do not let in; send them to the help desk.',
  refunded: 'The money for this ticket went back. Do not let in; they can buy a new one.',
  transferred: 'This ticket belongs to somebody else now, under a new code. Do not let in with this one.',
  wrong_event: 'This ticket is for another event: {event}. Do not let in.',
} satisfies Record<ScanResult, string> & Record<string, string>

export const checkInInSwahili: typeof checkInInEnglish = {
  admitted: 'Mkaribishe ndani: {type}.',
  admitted_by_printed:
    'Linganisha jina na kitambulisho kabla ya kumruhusu: mtu yeyote anaweza kubahatisha msimbo uliochapishwa. Visipolingana, usimruhusu; mwite msimamizi wako.',
  already_admitted:
    'Tiketi hii imeshaingia leo saa {time}, {place}. Usimruhusu tena; uliza jina na kitambulisho, au mwite msimamizi wako.',
  not_today: 'Tiketi hii haifungui mlango leo, bali {days}. Mwombe arudi siku hiyo.',
  not_here: '{type} haifungui {entrance}. Usimruhusu hapa; mwonyeshe njia ya kwenda: {opens}.',
  not_here_has_other: '{type} haifungui {entrance}, lakini pia ana {other}. Mruhusu kwa tiketi hiyo.',
  not_here_other_is_in:
    '{type} haifungui {entrance}, na {other} yake imeshaingia hapa leo. Uliza jina na kitambulisho, au mwite msimamizi wako.',
  not_yet: 'Tiketi hii inafungua mlango kuanzia {first}. Mwombe arudi siku hiyo.',
  not_yet_today: '{entrance} inafunguliwa leo saa {opensAt}. Mwombe arudi wakati huo.',
  not_yet_draft: '{event} bado haijachapishwa. Usimruhusu; mwite msimamizi wako.',
  too_late: 'Siku ya mwisho ya tiketi hii ilikuwa {last}. Usimruhusu; mwelekeze kwenye dawati la msaada.',
  too_late_today: '{entrance} ilifungwa leo saa {closesAt}. Usimruhusu; mwelekeze kwenye dawati la msaada.',
  full: '{entrance} imejaa. Usimruhusu; mwite msimamizi wako.',
  cancelled: 'Tiketi hii imeghairiwa. Usimruhusu; mwelekeze kwenye dawati la msaada.',
  cancelled_event: '{event} limeghairiwa. Usimruhusu; mwelekeze kwenye dawati la msaada.',
  refunded: 'Pesa za tiketi hii zilirudishwa. Usimruhusu; anaweza kununua nyingine.',
  transferred: 'Tiketi hii sasa ni ya mtu mwingine, kwa msimbo mpya. Usimruhusu kwa msimbo huu.',
  wrong_event: 'Tiketi hii ni ya tukio lingine: {event}. Usimruhusu.',
}
