import type { checkInInEnglish } from './check-in.en.ts'

export const checkInInSwahili: typeof checkInInEnglish = {
  admitted: 'Mkaribishe ndani: {type}.',
  already_admitted:
    'Tiketi hii imeshaingia leo saa {time}, {place}. Usimruhusu tena; uliza jina na kitambulisho, au mwite msimamizi wako.',
  not_today: 'Tiketi hii haifungui mlango leo, bali {days}. Mwombe arudi siku hiyo.',
  not_here: 'Tiketi hii ni ya mlango mwingine. Mwonyeshe njia.',
  unpaid: 'Malipo bado hayajakamilika. Usimruhusu; mwelekeze kwenye dawati la msaada.',
  cancelled: 'Tiketi hii imefutwa. Usimruhusu; mwelekeze kwenye dawati la msaada.',
  refunded: 'Pesa za tiketi hii zilirudishwa. Usimruhusu; anaweza kununua nyingine.',
  transferred: 'Tiketi hii sasa ni ya mtu mwingine, kwa msimbo mpya. Usimruhusu kwa msimbo huu.',
  unknown: 'Hakuna tiketi yenye msimbo huu. Usimruhusu; jaribu tena, au andika msimbo.',
  wrong_event: 'Tiketi hii ni ya tukio lingine: {event}. Usimruhusu.',
  not_yet: 'Tiketi hii inafungua mlango kuanzia {first}. Mwombe arudi siku hiyo.',
  too_late: 'Siku ya mwisho ya tiketi hii ilikuwa {last}. Usimruhusu; mwelekeze kwenye dawati la msaada.',
}
