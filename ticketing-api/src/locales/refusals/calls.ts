import type { RefusalWords } from './refusal-words.ts'

/** How a call is made, whatever it asks for. */
export const refusedCallsInEnglish = {
  invalid_request: {
    title: 'Some fields are invalid',
    detail: 'Check the fields listed and send it again.',
  },
  field_unknown: {
    title: 'There is a field that this call does not have',
    detail: 'Nothing was done. Take out the fields that are named, or check their spelling.',
  },
  idempotency_key_missing: {
    title: 'This call needs an Idempotency-Key',
    detail:
      'Send an Idempotency-Key header of 16 to 255 characters, new for each act and the same for each retry.',
  },
  idempotency_key_in_use: {
    title: 'Still working on it',
    detail: 'The same request is being handled. Ask again in a second.',
  },
  idempotency_key_reused: {
    title: 'This key was used for something else',
    detail: 'Use a new Idempotency-Key for a different request.',
  },
  not_found: {
    title: 'Not found',
    detail: 'It does not exist, or it is not yours to see. Check the address or start again.',
  },
  method_not_allowed: {
    title: 'Method not allowed',
    detail: 'The Allow header lists the methods of this address.',
  },
  timed_out: {
    title: 'The request took too long to arrive',
    detail: 'Check the connection and send it again.',
  },
  too_large: { title: 'Too large', detail: 'Send less at once.' },
  unsupported_media_type: { title: 'Only JSON is understood', detail: 'Send the body as application/json.' },
  headers_too_large: { title: 'The headers are too large', detail: 'Send less: 16 kB is the limit.' },
  rate_limited: { title: 'Too many tries', detail: 'Wait a while and try again.' },
  fault: {
    title: 'Something broke on our side',
    detail: 'Try again in a minute. If it keeps happening, tell us the request id.',
  },
  unavailable: {
    title: 'Temporarily unavailable',
    detail:
      'We do not know whether this went through. Try again in a few seconds: with the same Idempotency-Key it acts only once.',
  },
} satisfies Partial<RefusalWords>

export const refusedCallsInSwahili: typeof refusedCallsInEnglish = {
  invalid_request: {
    title: 'Baadhi ya sehemu si sahihi',
    detail: 'Angalia sehemu zilizotajwa kisha utume tena.',
  },
  field_unknown: {
    title: 'Kuna sehemu ambayo ombi hili halina',
    detail: 'Hakuna kilichofanyika. Ondoa sehemu zilizotajwa, au angalia tahajia zake.',
  },
  idempotency_key_missing: {
    title: 'Ombi hili linahitaji Idempotency-Key',
    detail:
      'Tuma kichwa cha Idempotency-Key chenye herufi 16 hadi 255, kipya kwa kila tendo na kilekile kwa kila jaribio.',
  },
  idempotency_key_in_use: {
    title: 'Bado tunashughulikia',
    detail: 'Ombi hilohilo linashughulikiwa. Uliza tena baada ya sekunde moja.',
  },
  idempotency_key_reused: {
    title: 'Ufunguo huu ulitumika kwa jambo lingine',
    detail: 'Tumia Idempotency-Key mpya kwa ombi tofauti.',
  },
  not_found: { title: 'Haipatikani', detail: 'Haipo, au si yako kuiona. Angalia anwani au anza upya.' },
  method_not_allowed: {
    title: 'Anwani hii haifanyi hivyo',
    detail: 'Kichwa cha Allow kinaeleza inavyoweza kuulizwa.',
  },
  timed_out: { title: 'Ombi limechelewa kufika', detail: 'Angalia mtandao kisha ulitume tena.' },
  too_large: { title: 'Ni kubwa mno', detail: 'Tuma kidogo kidogo.' },
  unsupported_media_type: { title: 'Tunaelewa JSON pekee', detail: 'Tuma maudhui kama application/json.' },
  headers_too_large: { title: 'Vichwa vya ombi ni vikubwa mno', detail: 'Tuma vidogo: kikomo ni kB 16.' },
  rate_limited: { title: 'Umejaribu mara nyingi mno', detail: 'Subiri kidogo kisha ujaribu tena.' },
  fault: {
    title: 'Kuna kitu kimeharibika upande wetu',
    detail: 'Jaribu tena baada ya dakika moja. Ikiendelea, tuambie namba ya ombi.',
  },
  unavailable: {
    title: 'Huduma haipatikani kwa sasa',
    detail:
      'Hatujui kama ombi hili lilikamilika. Jaribu tena baada ya sekunde chache: kwa Idempotency-Key ile ile halitatekelezwa mara mbili.',
  },
}
