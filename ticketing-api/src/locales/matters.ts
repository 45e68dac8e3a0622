import type { MatterKind } from '@event-sphere/contract/matters'

/** What each kind of matter means, and what to do about it. */
export const mattersInEnglish = {
  money_owed_back: {
    title: 'Money is owed back',
    detail:
      'A buyer has paid for something that they do not get. Send the amount back, then resolve this with the M-Pesa receipt of the refund.',
  },
  payment_undecided: {
    title: 'Nobody knows how a payment ended',
    detail:
      'Look for the account in the M-Pesa statement. If the money came, it is the buyer’s; resolve this either way.',
  },
  payment_contradiction: {
    title: 'M-Pesa has said two things about one payment',
    detail: 'Compare the receipt and the amount with the M-Pesa statement; what the statement says counts.',
  },
  payment_short: {
    title: 'Less money came than was asked for',
    detail: 'The tickets are issued. Ask the buyer for the rest, or let it go, and resolve this.',
  },
  receipt_taken: {
    title: 'One M-Pesa receipt was named for two payments',
    detail: 'It counted for the first. Look it up in the M-Pesa statement: whose money was it?',
  },
  dead_job: {
    title: 'Work was given up after many tries',
    detail:
      'Something that was promised was not done, such as a mail. Read the log for the job, then do it by hand.',
  },
  broken_invariant: {
    title: 'The books do not agree',
    detail:
      'Two records that must say the same do not. Call whoever runs the installation before you sell on.',
  },
  seats_recounted: {
    title: 'Seats were counted anew',
    detail:
      'The count of taken seats was wrong and was mended from the tickets. Look whether too many were sold.',
  },
  password_guessing: {
    title: 'Somebody is guessing passwords',
    detail:
      'Too many wrong passwords came from places that the accounts do not know. Such places now have to use the mailed link. Tell your staff to choose long passwords that they use nowhere else.',
  },
  prompts_used_up: {
    title: 'A budget of M-Pesa prompts is used up',
    detail:
      'One phone was asked for its PIN too often, one account asked too many phones, or many strangers asked at once. If nobody is buying for a family or a company, somebody is making phones ring.',
  },
  worker_silent: {
    title: 'No worker is running',
    detail:
      'The sale goes on, but mails are not sent, lost payments are not asked about, and seats of unpaid orders do not come back. Start the worker process and read its log. This ends by itself when a worker runs again.',
  },
  webhook_failing: {
    title: 'A webhook does not answer',
    detail:
      'What happened could not be sent to this address for days, or the address said that it is gone. Mend the receiver, switch the webhook on again if it is off, ask for what failed to be sent again, then resolve this.',
  },
} satisfies Record<MatterKind, { title: string; detail: string }>

export const mattersInSwahili: typeof mattersInEnglish = {
  money_owed_back: {
    title: 'Kuna pesa za kurudishwa',
    detail:
      'Mnunuzi amelipia kitu ambacho hatakipata. Mrudishie pesa, kisha ufunge jambo hili kwa kuandika namba ya muamala wa M-Pesa.',
  },
  payment_undecided: {
    title: 'Haijulikani malipo haya yaliishaje',
    detail:
      'Tafuta akaunti hii kwenye taarifa ya M-Pesa. Ikiwa pesa ziliingia, ni za mnunuzi; funga jambo hili vyovyote iwavyo.',
  },
  payment_contradiction: {
    title: 'M-Pesa imesema mambo mawili kuhusu malipo mamoja',
    detail: 'Linganisha risiti na kiasi na taarifa ya M-Pesa; taarifa ndiyo inayohesabika.',
  },
  payment_short: {
    title: 'Pesa zilizoingia ni pungufu',
    detail: 'Tiketi zimetolewa. Mwombe mnunuzi alipe zilizobaki, au mwachie, kisha ufunge jambo hili.',
  },
  receipt_taken: {
    title: 'Risiti moja ya M-Pesa imetajwa kwa malipo mawili',
    detail: 'Imehesabiwa kwa malipo ya kwanza. Itafute kwenye taarifa ya M-Pesa: pesa zilikuwa za nani?',
  },
  dead_job: {
    title: 'Kazi imeachwa baada ya majaribio mengi',
    detail:
      'Kitu kilichoahidiwa hakikufanyika, kwa mfano barua pepe. Soma kumbukumbu za kazi hii, kisha uifanye mwenyewe.',
  },
  broken_invariant: {
    title: 'Hesabu hazilingani',
    detail:
      'Rekodi mbili zinazopaswa kulingana hazilingani. Mpigie anayesimamia mfumo kabla ya kuendelea kuuza.',
  },
  seats_recounted: {
    title: 'Nafasi zimehesabiwa upya',
    detail:
      'Hesabu ya nafasi zilizochukuliwa ilikuwa na makosa, na imerekebishwa kwa kufuata tiketi. Angalia kama zimeuzwa kupita kiasi.',
  },
  password_guessing: {
    title: 'Kuna mtu anayekisia manenosiri',
    detail:
      'Manenosiri mengi yasiyo sahihi yametoka mahali ambapo akaunti hazijawahi kutumiwa. Sasa huko inabidi kutumia kiungo cha barua pepe. Waambie wafanyakazi wachague manenosiri marefu ambayo hawayatumii kwingine.',
  },
  prompts_used_up: {
    title: 'Maombi ya PIN ya M-Pesa yamefika kikomo',
    detail:
      'Simu moja imeombwa PIN mara nyingi mno, akaunti moja imeomba simu nyingi mno, au wageni wengi wameomba kwa pamoja. Kama hakuna anayenunulia familia au kampuni, kuna mtu anayesumbua simu za watu.',
  },
  worker_silent: {
    title: 'Hakuna mchakato wa kazi za nyuma unaoendelea',
    detail:
      'Mauzo yanaendelea, lakini barua pepe hazitumwi, malipo yasiyo na jibu hayaulizwi, na nafasi za maagizo yasiyolipwa hazirudi. Washa mchakato wa "worker" na usome kumbukumbu zake. Jambo hili huisha lenyewe mchakato unapofanya kazi tena.',
  },
  webhook_failing: {
    title: 'Webhook haijibu',
    detail:
      'Taarifa za yaliyotokea hazikufika kwenye anwani hii kwa siku kadhaa, au anwani yenyewe imesema haipo tena. Rekebisha mfumo unaopokea, washa webhook kama imezimwa, omba zilizoshindikana zitumwe tena, kisha ufunge jambo hili.',
  },
}
