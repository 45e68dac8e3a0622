import type { mattersInEnglish } from './matters.en.ts'

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
