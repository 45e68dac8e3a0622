/** Signing in. */
export const sessionInEnglish = {
  'session.title': 'Sign in to check people in',
  'session.email': 'E-mail',
  'session.password': 'Password',
  'session.showPassword': 'Show password',
  'session.signIn': 'Sign in',
  'session.signingIn': 'Signing in…',
  'session.signOut': 'Sign out',
  'session.emailMissing': 'Type your e-mail address.',
  'session.passwordMissing': 'Type your password.',
  'session.silent': 'No answer from the server. Check the network and try again; what you typed is kept.',
  'session.wrong': 'Wrong e-mail address or password. Check both; if you forgot them, ask the organiser.',
  'session.notStaff': 'This account cannot check people in. Ask the organiser to make you a gate agent.',
} as const

export const sessionInSwahili: Record<keyof typeof sessionInEnglish, string> = {
  'session.title': 'Ingia ili kukagua wageni',
  'session.email': 'Barua pepe',
  'session.password': 'Nenosiri',
  'session.showPassword': 'Onyesha nenosiri',
  'session.signIn': 'Ingia',
  'session.signingIn': 'Inaingia…',
  'session.signOut': 'Toka',
  'session.emailMissing': 'Andika anwani yako ya barua pepe.',
  'session.passwordMissing': 'Andika nenosiri lako.',
  'session.silent': 'Seva haijajibu. Angalia mtandao kisha ujaribu tena; ulichoandika kimehifadhiwa.',
  'session.wrong':
    'Barua pepe au nenosiri si sahihi. Angalia vyote viwili; ukiwa umevisahau, mwulize mwandalizi.',
  'session.notStaff': 'Akaunti hii haiwezi kukagua wageni. Mwombe mwandalizi akufanye wakala wa lango.',
}
