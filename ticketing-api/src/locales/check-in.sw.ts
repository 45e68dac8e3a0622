import type { checkInInEnglish } from './check-in.en.ts'

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
