/** The privacy notice. */
export const privacyInEnglish = {
  'privacy.title': 'Privacy',
  'privacy.version': 'Version: {{version}}',
  'privacy.organiser': 'The organiser',
  'privacy.who.title': 'Who is responsible',
  'privacy.who.text':
    '{{organiser}} decides what happens with your details ({{email}}). Event-Sphere runs this site on its behalf.',
  'privacy.what.title': 'What we keep',
  'privacy.what.text':
    'Your e-mail address; your name and phone number if you give them; your tickets, payments, and when you were at the gate.',
  'privacy.why.title': 'Why we keep it',
  'privacy.why.text':
    'To register you, take payment, send your tickets, let you in, and account for money. Not for advertising, and never for sale.',
  'privacy.share.title': 'Who else sees them',
  'privacy.share.text':
    'Safaricom, when you pay by M-Pesa, and the staff at the gate. Nobody else, unless the law requires it.',
  'privacy.keep.title': 'How long',
  'privacy.keep.text':
    'Until the event has been settled. Payment records are kept as long as Kenyan tax law requires, with no more about you than needed.',
  'privacy.rights.title': 'Your rights',
  'privacy.rights.text':
    'Under the Data Protection Act, 2019 you may see, correct and delete what is kept, and withdraw your consent: write to {{email}}. You may also complain to the Data Commissioner.',
  'privacy.cookies.title': 'Cookies',
  'privacy.cookies.text':
    'Three, all our own: one keeps you signed in, one protects forms, one remembers your language. Nothing tracks you.',
} as const

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
