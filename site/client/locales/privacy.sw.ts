import type { privacyInEnglish } from './privacy.en.ts'

export const privacyInSwahili: Record<keyof typeof privacyInEnglish, string> = {
  'privacy.title': 'Faragha',
  'privacy.version': 'Toleo: {{version}}',
  'privacy.organiser': 'Mwandalizi',
  'privacy.who.title': 'Nani anawajibika',
  'privacy.who.text':
    '{{organiser}} ndiyo huamua taarifa zako zitumikeje ({{email}}). Event-Sphere huendesha tovuti hii kwa niaba yake.',
  'privacy.what.title': 'Tunachohifadhi',
  'privacy.what.text':
    'Barua pepe yako; jina na namba ya simu ukitupa; tiketi zako, malipo yako, na wakati ulipokuwa langoni.',
  'privacy.why.title': 'Kwa nini',
  'privacy.why.text':
    'Kukusajili, kupokea malipo, kutuma tiketi zako, kukuruhusu kuingia, na kutunza hesabu. Si kwa matangazo, na haziuzwi kamwe.',
  'privacy.share.title': 'Nani mwingine huziona',
  'privacy.share.text':
    'Safaricom, unapolipa kwa M-Pesa, na wahudumu wa langoni. Hakuna mwingine, isipokuwa sheria ikidai.',
  'privacy.keep.title': 'Kwa muda gani',
  'privacy.keep.text':
    'Hadi hesabu za tukio zikamilike. Kumbukumbu za pesa hubaki kwa muda unaotakiwa na sheria ya kodi ya Kenya, bila taarifa zaidi kukuhusu kuliko zinavyohitaji.',
  'privacy.rights.title': 'Haki zako',
  'privacy.rights.text':
    'Chini ya Sheria ya Ulinzi wa Data ya 2019 unaweza kuona, kusahihisha na kufuta kinachohifadhiwa, na kuondoa idhini yako: andika kwa {{email}}. Pia unaweza kulalamika kwa Kamishna wa Data.',
  'privacy.cookies.title': 'Vidakuzi',
  'privacy.cookies.text':
    'Vitatu, vyote vyetu: kimoja hukuweka ukiwa umeingia, kimoja hulinda fomu, kimoja hukumbuka lugha yako. Hakuna kinachokufuatilia.',
}
